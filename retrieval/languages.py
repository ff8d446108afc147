"""Languages by construction: a stemmer's name and the words that only hold sentences together.

A language without a list here still works: its common words then weigh little by their frequency alone.
"""

import re
from collections import Counter

STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip

_LISTS = {
    "en": """
        a an the this that these those and or but if nor so than then of to in on at by for from with
        without as into onto upon about over under between during through is are was were be been being
        am do does did doing done have has had having will would shall should can could may might must
        not no i me my mine we us our ours you your yours he him his she her hers it its they them their
        theirs who whom whose which what when where why how there here also too very just any some such
        own same many much more most get gets got getting s t d ll m re ve don't didn't doesn't isn't
        aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't
        """,
    "de": """
        der die das den dem des ein eine einen einem einer eines und oder aber wenn dass daß als wie
        auch nicht kein keine ist sind war waren sein hat haben hatte wird werden wurde kann können soll
        sollen ich du er sie es wir ihr mich mir uns ihm ihn ihnen sich in im an am auf aus bei mit nach
        von vom vor zu zum zur über unter für um durch wer wen wem wessen was wann wo warum wieso
        weshalb welche welcher welches so noch nur schon sehr hier dort man
        """,
    "es": """
        el la los las un una unos unas y o u pero si que como más no ni es son era eran ser fue fueron
        ha han había hay está están yo tú él ella nosotros ellos ellas me te se nos le les lo su sus mi
        mis de del a al en con por para sin sobre entre hasta desde quién quien quiénes qué cuál cuáles
        cuándo dónde cómo cuánto cuántos muy ya también
        """,
    "fr": """
        le la les l un une des du de d et ou mais si que qu comme plus ne pas ni est sont était étaient
        être été a ont avait avoir je j tu il elle on nous vous ils elles me m te se s lui leur leurs
        son sa ses mon ma mes notre votre ce c cet cette ces à au aux en dans avec par pour sans sur
        sous entre qui quoi quel quelle quels quelles quand où pourquoi comment combien très aussi y
        """,
    "it": """
        il lo la i gli le un uno una e o ma se che come più non né è sono era erano essere stato ha
        hanno aveva io tu lui lei noi voi loro mi ti si ci vi di del della dei delle a al alla ai in nel
        nella con da dal dalla per su sul tra fra chi cosa quale quali quando dove perché quanto quanti
        molto anche
        """,
    "pt": """
        o a os as um uma uns umas e ou mas se que como mais não nem é são era eram ser foi foram tem têm
        havia há eu tu ele ela nós eles elas me te se nos lhe lhes seu sua seus suas de do da dos das em
        no na nos nas com por para sem sobre entre até desde quem qual quais quando onde porquê quanto
        quantos muito também ao à
        """,
    "nl": """
        de het een en of maar als dat die dit deze dan ook niet geen is zijn was waren heeft hebben had
        wordt worden kan zal ik jij je hij zij ze wij we jullie hem haar ons hun zich in op aan uit bij
        met na van voor te over onder door wie wat wanneer waar waarom welke hoe zo nog zeer er
        """,
    "ru": """
        и в во не что он на я с со как а то все всё она так его но да ты к у же вы за бы по ее её мне
        было вот от меня о из ему теперь когда даже ну ли если или ни быть был него до вас нибудь уж вам
        ведь там потом себя ей они тут где есть надо ней для мы тебя их чем была сам чтоб без чего тоже
        себе под будет ж кто этот того потому этого какой какая какие каким ним здесь этом один почти
        мой тем чтобы нее неё были куда зачем при об это эта эти почему сколько который которая которые
        нам нас наш
        """,
    "uk": """
        і й в у не що він на я з із як а то все вона так його але та ти до ж ви за б би по її мені було
        від мене про ще коли якщо або ні бути був вам там вони тут де є для ми їх була без чого теж під
        буде хто цей цього який яка які чи це ці чому скільки нам нас
        """,
}
FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
"""Words that hold sentences together and tell nothing of what is asked, by language."""

_UNITS = {
    "en": "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
    "de": "null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn",
    "es": "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve",
    "fr": "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "ru": "ноль - два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать"
    " пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante - - -",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
NUMERALS = {
    language: {word: str(number) for number, word in enumerate(units.split())}
    | {word: str(10 * tens) for tens, word in enumerate(_TENS[language].split(), start=2)}
    for language, units in _UNITS.items()
}
"""Numbers of one word and the digits that they stand for; “one” is left out, for it is mostly no number."""

SAMPLE = 20_000  # characters that tell a language
SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
)
DEFAULT = "en"


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language: by its script, else by its function words.

    Counting function words is the oldest method that works on a page of text (Grefenstette 1995).
    """
    sample = text[:SAMPLE].casefold()
    for language, script in () if sample.isascii() else SCRIPTS:
        if len(script.findall(sample)) > len(sample) / 20:
            return language
    counts = Counter(re.findall(r"[^\W\d_]+", sample))
    return max(_LISTS, key=lambda language: sum(map(counts.__getitem__, counts.keys() & FUNCTION_WORDS[language])))
