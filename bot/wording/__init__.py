"""Records → plain sentences: no markup, no Discord, no colour; cards and the terminal share them.

Each takes the language to say it in, English unless told otherwise; quotes are never translated.
"""

from bot.wording.answers import NEAREST_HEADING, answered, confidence_words, refusal, searched, silent, unanswered
from bot.wording.faults import complaint
from bot.wording.phrases import counted, listed, shortened
from bot.wording.sources import attribution, day, moment, place, speaker_name, whence
from bot.wording.verdicts import NEAREST_TO_QUOTATION, cited_sentence, difference, verdict_sentence

__all__ = [
    "NEAREST_HEADING",
    "NEAREST_TO_QUOTATION",
    "answered",
    "attribution",
    "cited_sentence",
    "complaint",
    "confidence_words",
    "counted",
    "day",
    "difference",
    "listed",
    "moment",
    "place",
    "refusal",
    "searched",
    "shortened",
    "silent",
    "speaker_name",
    "unanswered",
    "verdict_sentence",
    "whence",
]
