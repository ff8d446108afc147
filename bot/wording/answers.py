"""What came of a question: how sure an answer is, or that nothing answers, and what was searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.languages import ENGLISH
from bot.wording.phrases import LONGEST_NAME, MOST_WORDS, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.languages import Language
    from retrieval import Answer, Found, NotFound, Searched, UnknownWord

NEAREST_HEADING = ENGLISH.say("answer.nearest")

# How likely it is that a found quote answers, from most to least.
_CONFIDENCE = ((0.8, "sure"), (0.6, "fairly_sure"), (0.0, "not_sure"))


def confidence_words(confidence: float) -> str:
    """Put a confidence in words: a number would look like a truth.

    >>> confidence_words(0.7)
    'fairly sure'
    """
    return _sureness(confidence).replace("_", " ")


def answered(result: Found, language: Language = ENGLISH) -> str:
    """Say how sure we are that the quotes answer, and whom the question wants to hear who does not speak."""
    return language.joined(silent(result, language), language.say(f"answer.{_sureness(result.confidence)}"))


def silent(result: Answer, language: Language = ENGLISH) -> str:
    """Say that nobody speaks who is called as the question has it; nothing where somebody does, or none is named."""
    if result.silent is None:
        return ""
    return language.say("answer.silent", name=shortened(result.silent, LONGEST_NAME))


def searched(record: Searched, language: Language = ENGLISH) -> str:
    """Say what was searched: `Searched: 1 transcript (17 January 2017), 7 passages.`."""
    transcripts = language.say("about.transcripts", count=record.transcripts)
    dates = _dates(record, language)
    return language.say(
        "searched.all",
        transcripts=language.say("searched.dated", transcripts=transcripts, dates=dates) if dates else transcripts,
        passages=language.say("about.passages", count=record.passages),
    )


def refusal(result: NotFound, language: Language = ENGLISH) -> str:
    """Say that nothing answers, which words occur nowhere, and what was searched."""
    return language.joined(unanswered(result, language), searched(result.reason.searched, language))


def unanswered(result: NotFound, language: Language = ENGLISH) -> str:
    """Say that nothing answers, who does not speak, and which words occur nowhere."""
    unknown = _unknown(result.reason.unknown_words, language)
    return language.joined(language.say("answer.nothing"), silent(result, language), unknown)


def _sureness(confidence: float) -> str:
    return next(words for floor, words in _CONFIDENCE if confidence >= floor)


def _dates(record: Searched, language: Language) -> str:
    """Give the dates of what was searched, where they are known."""
    if not record.earliest or not record.latest:
        return ""
    first, last = language.day(record.earliest), language.day(record.latest)
    return first if first == last else language.say("searched.dates", first=first, last=last)


def _unknown(words: Sequence[UnknownWord], language: Language) -> str:
    """Say which words of a question occur nowhere, and which close ones do."""
    if not words:
        return ""
    shown = [quoted(unknown.word, language) for unknown in words[:MOST_WORDS]]
    others = len(words) - len(shown)
    names = language.listed([*shown, language.say("transcripts.others", count=others)] if others else shown)
    closest = "".join(_closest(unknown, language, alone=len(words) == 1) for unknown in words[:MOST_WORDS])
    return language.say("answer.unknown", count=len(words), words=names, closest=closest)


def _closest(unknown: UnknownWord, language: Language, *, alone: bool) -> str:
    """Name the words that do occur and resemble one that does not."""
    if not unknown.closest:
        return ""
    words = ", ".join(quoted(word, language) for word in unknown.closest[:MOST_WORDS])
    return language.say(
        "answer.closest" if alone else "answer.closest_to", word=quoted(unknown.word, language), words=words
    )
