"""Tokens → which of them carry the meaning: numbers, denials and names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from retrieval.checking.negations import denials
from retrieval.checking.spoken import tokens
from retrieval.languages import FUNCTION_WORDS
from retrieval.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

Meaning: TypeAlias = Literal["number", "negation", "name"]

NUMBER_WORDS = {
    "en": "hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half"
    " quarter third thirds first second fourth fifth sixth seventh eighth ninth tenth double triple twice once percent",
    "de": "ein hundert tausend million millionen milliarde milliarden halb hälfte viertel drittel erste ersten zweite"
    " zweiten dritte dritten doppelt zweimal prozent",
    "es": "cien ciento cientos mil millón millones mitad medio tercio primero primera segundo segunda tercero doble",
    "fr": "cent cents mille million millions milliard milliards moitié demi tiers quart premier première deuxième"
    " double",
    "it": "due tre quattro cinque sei sette otto nove dieci venti trenta cento mille milione milioni miliardo miliardi"
    " metà terzo primo prima secondo doppio",
    "pt": "dois duas três quatro cinco seis sete oito nove dez vinte trinta cem mil milhão milhões metade terço"
    " primeiro segundo dobro",
    "nl": "twee drie vier vijf zes zeven acht negen tien twintig dertig honderd duizend miljoen miljard helft kwart"
    " eerste tweede derde dubbel",
    "ru": "сто двести триста четыреста пятьсот тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда"
    " миллиардов половина треть четверть первый второй третий вдвое дважды двух трех четырех пяти шести семи восьми"
    " девяти десяти",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять двадцять сто тисяча тисяч мільйон мільйонів мільярд"
    " половина третина чверть перший другий третій",
}
"""Words that count, besides those with digits and those that stand for digits."""
UNITS = {
    "en": "year years month months week weeks day days hour hours minute minutes seconds mile miles kilometer"
    " kilometers kilometre kilometres meter meters metre metres inch inches ton tons tonne tonnes kilo kilos kilogram"
    " kilograms liter liters litre litres gallon gallons barrel barrels degrees dollar dollars euro euros pounds rubles"
    " yen yuan kroner cents",
    "de": "jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minute minuten sekunden"
    " kilometer meter tonne tonnen liter grad dollar euro rubel",
    "es": "año años mes meses semana semanas día días hora horas minuto minutos kilómetros metros toneladas litros"
    " dólares euros pesos",
    "fr": "an ans année années mois semaine semaines jour jours heure heures minute minutes kilomètres mètres tonnes"
    " litres dollars euros",
    "ru": "год года лет месяц месяца месяцев неделя недели недель день дня дней час часа часов минута минуты минут"
    " километр километра километров метров тонна тонны тонн долларов евро рубль рубля рублей",
}
"""What is counted in: another unit is another quantity."""
COUNTING = {
    language: frozenset(f"{words} {UNITS.get(language, '')}".replace("'", "").split())
    for language, words in NUMBER_WORDS.items()
}
COUNTING_CHARACTERS = frozenset("〇零一二三四五六七八九十百千万萬亿億兆两兩半")

HEADLINE, FEW = 0.6, 3
"""Share of words with a capital up to which a capital says something, and how many it may be in any case."""
DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine sein seine ihr"
    " ihre unser unsere dieser diese dieses diesen diesem jeder jede jedes im am zum zur vom beim ins ans".split()
)
"""German words after which a capital is a noun's; a name seldom follows them."""
SENTENCE_END = re.compile(r"[.!?…:。！？][\"”“»«')\]]*\s|\n|[。！？]")
ABBREVIATIONS = frozenset("mr mrs ms dr st prof sen rep gov gen hon jr sr vs no".split())


class Wording:
    """The words of a quotation, or of a part of a transcript, with what each of them means."""

    def __init__(self, text: str, language: str, known: Callable[[str], bool]) -> None:
        """Read a text.

        Args:
            text: The quotation, or the part of a transcript.
            language: ISO 639-1 code.
            known: Tells whether a word in lower case is a name, where a capital does not.
        """
        self.text = text
        self.tokens = tokens(text, language)
        self.keys = [token.key for token in self.tokens]
        self.language = language
        self._known = known
        self._denying = denials(self.keys, language)
        capitals = sum(text[token.start].isupper() for token in self.tokens)
        self._cased = capitals <= max(len(self.tokens) * HEADLINE, FEW)

    def slice(self, first: int, last: int) -> Span:
        """Return the characters from one word up to another; where there is none between, the place."""
        some = self.tokens[first:last]
        if not some:
            place = self.tokens[first].start if first < len(self.tokens) else len(self.text)
            return Span(start=place, end=place)
        return Span(start=min(token.start for token in some), end=max(token.end for token in some))

    def within(self, span: Span) -> range:
        """Return the words that start within some characters."""
        some = [place for place, token in enumerate(self.tokens) if span.start <= token.start < span.end]
        return range(some[0], some[-1] + 1) if some else range(0)

    def meaning(self, place: int) -> Meaning | None:
        """Tell what a word carries, if anything."""
        token = self.tokens[place]
        if counts(token.key, self.language) and self._written(place).casefold() != "one":
            return "number"
        if place in self._denying:
            return "negation"
        return "name" if self._names(place) else None

    def ends_sentence(self, place: int) -> bool:
        """Tell whether a sentence ends behind a word."""
        if place + 1 == len(self.tokens):
            return True
        before, after = self.tokens[place : place + 2]
        return before.key not in ABBREVIATIONS and SENTENCE_END.search(self.text, before.end, after.start) is not None

    def adjoin(self, place: int) -> bool:
        """Tell whether only white space lies between a word and the next."""
        before, after = self.tokens[place : place + 2]
        return not self.text[before.end : after.start].strip()

    def _written(self, place: int) -> str:
        return self.text[self.tokens[place].start : self.tokens[place].end]

    def _names(self, place: int) -> bool:
        written = self._written(place)
        if self._cased and len(written) > 1 and written.isupper():
            return True  # US, which is not us
        function = FUNCTION_WORDS.get(self.language, frozenset())
        parts = [part for part in re.split(r"['’]", written) if len(part) > 1 and part.casefold() not in function]
        if self.keys[place] in function or not parts:
            return False
        capital = any(part[0].isupper() for part in parts) and self._tells(place)
        return capital or any(self._known(part.casefold()) for part in parts)

    def _tells(self, place: int) -> bool:
        """Tell whether a capital at a place is a name's: not at the start of a sentence, nor of a German noun."""
        opening = place == 0 or self.ends_sentence(place - 1)
        noun = self.language == "de" and place > 0 and self.keys[place - 1] in DETERMINERS
        return self._cased and not opening and not noun


def counts(key: str, language: str) -> bool:
    """Tell whether a word is a number, counts or is counted in: `70`, `20th`, `second`, `million`, `hours`."""
    return any(map(str.isdigit, key)) or key in COUNTING.get(language, ()) or key in COUNTING_CHARACTERS
