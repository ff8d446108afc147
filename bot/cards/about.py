"""The cards that tell of the bot itself: what it does, what it holds, and what it keeps of its users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Card, text
from bot.cards.escaping import escape
from bot.cards.menus import menu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.languages import Language
    from retrieval import Searched


TRY = "try"
"""The action of the menu of questions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """A command as `/help` lists it.

    Attributes:
        name: As the user has it in their language.
        description: Likewise.
        mention: What Discord makes a link to the command of, or None where its id is not known.
    """

    name: str
    description: str
    mention: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Holdings:
    """What `/about` tells of a library.

    Attributes:
        searched: How much there is, and of what dates.
        speakers: How many people speak.
        failures: How many files could not be read.
    """

    searched: Searched
    speakers: int
    failures: int


def help_card(
    commands: Sequence[Offered], menus: Sequence[str], language: Language, *, examples: Sequence[str] = ()
) -> Card:
    """List what can be done here; a command that Discord can link to is linked.

    Args:
        commands: What can be used.
        menus: The names of the entries of a message's menu.
        language: Of everything.
        examples: Questions to try, each short enough to be chosen from a menu.
    """
    listed = (f"{one.mention or f'**/{one.name}**'}: {escape(one.description)}" for one in commands)
    names = language.listed([f"**{escape(name)}**" for name in menus]) if menus else ""
    return Card(
        text(f"### {language.say('help.heading')}", language.say("help.lead")),
        text(*listed),
        text(
            f"-# {language.say('help.options', private=language.say_or('options.private', 'private'))}",
            f"-# {language.say('help.tips')}",
            f"-# {language.say('help.menus', names=names)}" if names else None,
        ),
        *menu(TRY, placeholder=language.say("help.try"), options=[(one, "", one) for one in examples]),
    )


def about_card(version: str, held: Holdings, language: Language) -> Card:
    """Tell the version, what is searched, and what is kept about users."""
    searched = held.searched
    holds = language.say(
        "about.holds",
        transcripts=language.say("about.transcripts", count=searched.transcripts),
        speakers=language.say("about.speakers", count=held.speakers),
        passages=language.say("about.passages", count=searched.passages),
    )
    privacy = (f"- {language.say(f'about.{part}')}" for part in ("kept", "sent", "read"))
    return Card(
        text(f"### {escape(language.say('about.heading', version=version).strip())}", language.say("about.lead")),
        text(
            holds,
            _dates(searched, language),
            language.say("about.failures", count=held.failures) if held.failures else None,
        ),
        text(f"**{language.say('about.privacy')}**", *privacy),
        text(f"-# {language.say('about.licence')}"),
    )


def _dates(searched: Searched, language: Language) -> str | None:
    """Say between which days everything was said, where that is known."""
    if not searched.earliest or not searched.latest:
        return None
    if searched.earliest == searched.latest:
        return language.say("about.date", date=language.day(searched.earliest))
    return language.say("about.dates", first=language.day(searched.earliest), last=language.day(searched.latest))


def mention(ids: Mapping[str, int], name: str) -> str | None:
    """Write a command as Discord links to it.

    >>> mention({"ask": 42}, "ask")
    '</ask:42>'
    """
    return f"</{name}:{ids[name]}>" if name in ids else None
