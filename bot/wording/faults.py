"""What is wrong with a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.languages import ENGLISH
from bot.wording.phrases import LONGEST_NAME, shortened

if TYPE_CHECKING:
    from bot.languages import Language

# Faults of a request, by the name of their class: this module loads without what the library loads.
_FAULTS = {
    "EmptyQuestionError": "fault.no_word",
    "TooFewWordsError": "fault.too_few",
    "UnknownSpeakerError": "fault.no_speaker",
    "UnknownTranscriptError": "fault.no_transcript",
    "UnknownQuoteError": "fault.no_quote",
}


def complaint(error: Exception, language: Language = ENGLISH) -> str:
    """Make an error's text a whole sentence, with a capital and a full stop; in other languages, say the like."""
    key = _FAULTS.get(type(error).__name__)
    if language is ENGLISH or key is None:
        text = str(error)
        return f"{text[:1].upper()}{text[1:]}{'' if text.rstrip('”’').endswith(('.', '?', '!')) else '.'}"
    name, closest = getattr(error, "name", ""), getattr(error, "closest", ())
    shown = shortened(name, LONGEST_NAME)
    if closest:
        return language.say(f"{key}_but", name=shown, names=language.listed(closest))
    return language.say(key, name=shown)
