"""What stands in for a picture where it is read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.escaping import one_line
from bot.cards.limits import text_length
from bot.languages import ENGLISH, Language
from bot.wording import attribution, shortened, whence

if TYPE_CHECKING:
    from retrieval import Quote

LONGEST = 1024
"""Characters in the description of an attachment, as Discord limits it."""
_LONGEST_NAME = 300


def alternative_text(quote: Quote, language: Language = ENGLISH) -> str:
    """Describe a picture: the quote whole with whose it is, or whose it is and that it is too long to repeat."""
    origin = f"{_name(attribution(quote, language))}. {_name(whence(quote.transcript, language))}."
    words = one_line(quote.text)
    whole = f"{language.say('quote.marks', words=words)} — {origin}"
    if text_length(whole) <= LONGEST:
        return whole
    length = language.say("transcripts.words", count=len(words.split()))
    return language.say("picture.long", words=length, origin=origin)


def _name(text: str) -> str:
    return shortened(one_line(text), _LONGEST_NAME)
