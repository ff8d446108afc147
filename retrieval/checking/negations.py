"""Which words deny, by language: a quotation that drops or adds one says the contrary."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DENIALS = {
    "en": r"no|not|never|none|nobodys?|nothings?|nowhere|neither|nor|non|without|cannot|nt|hardly|scarcely|barely"
    r"|(?:do|does|did|is|are|was|were|have|has|had|wo|would|ca|could|sha|should|might|must|need|ought|ai|dare)nt(?:ve)?",
    "ar": "لا|لم|لن|ليس|ليست|ما|غير|بدون|دون",
    "ca": "no|mai|cap|ningú|res|ni|sense|tampoc",
    "cs": r"ne|ani|nikdy|nic|nikdo|nikoho|nikde|není|nejsou|nebyl\w*|žádn\w+|bez",
    "da": "ikke|ej|aldrig|ingen|intet|ingenting|hverken|uden|nej",
    "de": r"nicht|nichts|kaum|nein|nie|niemals|niemand\w*|kein\w*|nirgend\w*|weder|ohne",
    "el": "δεν|δε|μην|μη|όχι|ποτέ|κανείς|κανένας|καμία|κανένα|τίποτα|ούτε|χωρίς",
    "es": r"no|ni|nunca|jamás|nadie|nada|ningun\w*|ningún|tampoco|sin",
    "et": "ei|ära|ärge|mitte|pole|polnud|ega|ilma",
    "eu": "ez|ezin|inoiz|ezer|inor|gabe",
    "fa": "نه|نیست|نیستند|هرگز|هیچ|بدون",
    "fi": "ei|en|et|emme|ette|eivät|älä|älkää|ilman|kukaan|mitään|koskaan",
    "fr": r"ne|non|pas|jamais|rien|aucun\w*|nul|nulle|ni|sans|guère|nullement",
    "ga": r"ní|níl|níor|nach|nár|ná|gan|cha",
    "hi": "नहीं|न|ना|मत|बिना",
    "hu": "nem|ne|sem|se|soha|nincs|nincsenek|senki|semmi|nélkül|sincs",
    "hy": "ոչ|չէ|չի|չեն|երբեք|առանց|ոչինչ",
    "id": "tidak|tak|bukan|jangan|tanpa|belum|nggak|enggak",
    "it": r"no|non|né|mai|nessun\w*|niente|nulla|senza|neanche|nemmeno|neppure",
    "ja": r"な(?:い|く|かっ|け)|ません|ず(?=$|に)|ぬ|無|非(?!常)|不|未(?!来)",
    "ko": r"안|못|\w*않\w*|\w*없\w*|\w*아니\w*|\w*아닙\w*|\w*아닌\w*|\w*못하\w*|\w*못했\w*",
    "lt": r"ne|nei|niekada|niekas|nieko|nė|nėra|be",
    "ne": r"न|नहीं|होइन|छैन\w*|कहिल्यै|बिना|\w+दैन\w*",
    "nl": r"niet|niets|nee|geen|nooit|niemand|nergens|noch|zonder",
    "no": "ikke|aldri|ingen|intet|ingenting|verken|uten|nei",
    "pl": r"nie|ni|nigdy|nic|nikt|nigdzie|żad\w+|bez|ani",
    "pt": r"não|nem|nunca|jamais|ninguém|nada|nenhum\w*|sem|tampouco",
    "ro": r"nu|n|nici|niciodată|nimeni|nimic|niciun\w*|nicio|fără",
    "ru": r"не|ни|нет|нельзя|никогда|никто|никого|никому|ничего|ничто|нигде|никак\w*|без",
    "sr": r"не|ни|није|нису|нема|нећ\w+|никад\w*|нико|ништа|без|ne|ni|nije|nisu|nema|neć\w+|nikad\w*|niko|ništa|bez",
    "sv": "inte|ej|icke|aldrig|ingen|inget|inga|ingenting|varken|utan|nej",
    "ta": r"இல்லை|அல்ல|வேண்டாம்|\w+வில்லை|\w+ாது|இல்லாமல்",
    "tr": r"değil\w*|yok|hayır|asla|hiç\w*|\w+(?:madı|medi|maz|mez|mıyor|miyor|muyor|müyor|mayacak|meyecek)\w*",
    "uk": r"не|ні|немає|нема|ніколи|ніхто|нікого|нічого|ніде|ніяк\w*|без",
    "yi": "ניט|נישט|נישטא|קיין|קיינמאל|קיינער|גארנישט",
    "zh": r"不|没|沒|無|无|非(?!常)|未(?!来|來)|否|莫|勿|(?<![特区區分类類个個级級])[别別](?!人)",
}
_COMPILED = {language: re.compile(words) for language, words in _DENIALS.items()}

_PREFIXES = {
    "cs": r"ne(?=\w{2})",
    "de": r"un(?=\w{4})",
    "en": r"(?:un|in|im|il|ir|dis|non|mis|counter)(?=\w{4})",
    "es": r"(?:in|im|des)(?=\w{4})",
    "fa": r"ن(?=\w{2})",
    "fr": r"n(?=[aeiouyhâéèê])|(?:in|im|dés)(?=\w{4})",
    "hy": r"չ(?=\w{2})",
    "lt": r"ne(?=\w{2})",
    "pl": r"nie(?=\w{3})",
    "ru": r"не(?=\w{3})",
    "sr": r"(?:не|ne)(?=\w{3})",
    "sv": r"o(?=\w{4})",
    "uk": r"не(?=\w{3})",
}
"""What makes a word its own contrary: (un)important, (dis)agree; `n’est` has lost its apostrophe here."""


def denials(words: Sequence[str], language: str) -> frozenset[int]:
    """Return the places of the words that deny.

    Args:
        words: Keys of tokens; of a language without spaces, its characters.
        language: ISO 639-1 code; of one without a list, no word denies.
    """
    pattern = _COMPILED.get(language)
    if pattern is None:
        return frozenset()
    if language in {"ja", "zh"}:
        return frozenset(_within(words, pattern))
    return frozenset(place for place, word in enumerate(words) if pattern.fullmatch(word))


def contrary(one: str, other: str, language: str) -> bool:
    """Tell whether two words differ by a prefix that turns a word into its contrary.

    >>> contrary("possible", "impossible", "en")
    True
    """
    shorter, longer = sorted((one, other), key=len)
    prefix = re.match(_PREFIXES.get(language, "(?!)"), longer)
    return prefix is not None and longer[prefix.end() :] == shorter


def _within(words: Sequence[str], pattern: re.Pattern[str]) -> Iterator[int]:
    """Yield the places of words that have a part in a denial, where it may go over several of them."""
    starts = list(accumulate(map(len, words), initial=0))
    for found in pattern.finditer("".join(words)):
        first, last = bisect_right(starts, found.start()) - 1, bisect_left(starts, found.end())
        yield from range(first, last)
