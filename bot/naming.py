"""How a speaker is called: above the words, within a sentence, in a list; a label such as `Question` is no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.languages import ENGLISH
from retrieval import is_question

if TYPE_CHECKING:
    from bot.languages import Language
    from retrieval import Speaker


def is_named(speaker: Speaker | None) -> bool:
    """Tell whether a speaker has a name: not one of whom only is known that they ask."""
    return speaker is not None and not is_question(speaker.name)


def name_above(speaker: Speaker | None, language: Language = ENGLISH) -> str:
    """Name a speaker above the words: `Questioner` for a label such as `Question`."""
    if speaker is None:
        return capitalised(language.say("quote.unattributed"))
    return speaker.name if is_named(speaker) else capitalised(language.say("quote.questioner_alone"))


def name_within(name: str | None, language: Language = ENGLISH) -> str:
    """Name a speaker within a sentence: `a questioner` for a label such as `Question`."""
    if name is None:
        return language.say("quote.somebody")
    return language.say("quote.questioner") if is_question(name) else name


def name_in_list(name: str, language: Language = ENGLISH) -> str:
    """Name a speaker in a list: `questioners` for a label such as `Question`, for there may be many."""
    return language.say("quote.questioners") if is_question(name) else name


def capitalised(words: str) -> str:
    """Begin words of ours with a capital."""
    return f"{words[:1].upper()}{words[1:]}"
