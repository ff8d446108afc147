"""Who said a quote, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.languages import ENGLISH

if TYPE_CHECKING:
    from datetime import date, timedelta

    from bot.languages import Language
    from retrieval import Header, Quote, Speaker, Transcript


def speaker_name(speaker: Speaker | None, language: Language = ENGLISH) -> str:
    """Name a speaker, or say that the transcript does not."""
    return speaker.name if speaker else language.say("quote.unattributed")


def attribution(quote: Quote, language: Language = ENGLISH) -> str:
    """Name who said a quote, with the office; one who asks there is marked as asking.

    For example `Sergey Lavrov, Foreign Minister`.
    """
    from bot.naming import is_named, name_above  # noqa: PLC0415 - it loads the library, and whoever has a quote has it

    name = name_above(quote.speaker, language)
    if not is_named(quote.speaker):
        return name
    office = f", {quote.speaker.title}" if quote.speaker and quote.speaker.title else ""
    introduced = f"{name}{office}"
    return language.say("quote.asking", name=introduced) if quote.role == "asker" else introduced


def whence(transcript: Transcript | Header, language: Language = ENGLISH) -> str:
    """Say where and when: `Title, Moscow, 17 January 2017`."""
    when = language.day(transcript.date) if transcript.date else language.say("quote.undated")
    return ", ".join(part for part in (transcript.title, transcript.place, when) if part)


def day(date: date) -> str:
    """Write a date out: `17 January 2017`."""
    return ENGLISH.day(date)


def moment(time: timedelta) -> str:
    """Write a time from the start of a recording: `1:02:07`."""
    return ENGLISH.moment(time)


def place(quote: Quote, language: Language = ENGLISH) -> str:
    """Say where in its transcript a quote stands: `at 1:02:07`, or where there is no clock `turn 2 of 14`."""
    if quote.time is not None:
        return language.say("quote.at", time=language.moment(quote.time))
    return language.say("quote.turn", turn=quote.turn.index + 1, turns=len(quote.transcript.turns))
