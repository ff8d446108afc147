"""The cards for whoever runs the bot: what a reload found, and how it is doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.cards.card import Card, text
from bot.cards.escaping import escape, one_line
from bot.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from discord import ui

    from bot.cards.about import Holdings
    from bot.languages import Language
    from retrieval import Changes, Failure

_MOST_NAMES = 10
_LONGEST_NAME = 100
_MOST_FAILURES = 5
_LONGEST_REASON = 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """How the bot is doing.

    Attributes:
        running: Since when.
        latency: Seconds to Discord's gateway and back; None before the first heartbeat.
        late: How many answers found nobody waiting for them any more.
        answering: How many processes answer beside the bot's own.
        processes: How many are to.
    """

    running: timedelta
    latency: float | None
    late: int
    answering: int
    processes: int


def reload_card(changes: Changes, language: Language) -> Card:
    """Say what changed in the transcripts."""
    kinds = (
        ("added", changes.added),
        ("updated", changes.updated),
        ("removed", changes.removed),
        ("failed", changes.failed),
    )
    told = [
        f"- {language.say(f'admin.{kind}', count=len(sources), names=_names(sources, language))}"
        for kind, sources in kinds
        if sources
    ]
    return Card(text(language.say("admin.changed" if told else "admin.unchanged"), *told))


def status_card(health: Health, held: Holdings, failures: Sequence[Failure], language: Language) -> Card:
    """Say how the bot is doing, what it searches, and which files it could not read."""
    time = language.moment(health.running)
    if health.latency is None:
        running = language.say("status.gateway_unknown", time=time)
    else:
        running = language.say("status.running", time=time, seconds=f"{health.latency:.3f}")
    holds = language.say(
        "about.holds",
        transcripts=language.say("about.transcripts", count=held.searched.transcripts),
        speakers=language.say("about.speakers", count=held.speakers),
        passages=language.say("about.passages", count=held.searched.passages),
    )
    return Card(
        text(
            f"### {language.say('status.heading')}",
            running,
            language.say("status.late", number=health.late),
            *([_answering(health, language)] if health.processes else []),
            holds,
        ),
        *_failures(failures, language),
    )


def _answering(health: Health, language: Language) -> str:
    return language.say("status.answering", answering=health.answering, processes=health.processes)


def _failures(failures: Sequence[Failure], language: Language) -> list[ui.TextDisplay[Any]]:
    """Name the first files that could not be read, and why."""
    if not failures:
        return []
    lines = [
        f"- {_line(failure.source, _LONGEST_NAME)}: {_line(failure.reason, _LONGEST_REASON)}"
        for failure in failures[:_MOST_FAILURES]
    ]
    others = len(failures) - _MOST_FAILURES
    more = [language.say("admin.more", count=others)] if others > 0 else []
    return [text(language.say("about.failures", count=len(failures)), *lines, *more)]


def _names(sources: Sequence[str], language: Language) -> str:
    """Name files, or the first of many."""
    others = len(sources) - _MOST_NAMES
    more = [language.say("admin.more", count=others)] if others > 0 else []
    return ", ".join([*(_line(source, _LONGEST_NAME) for source in sources[:_MOST_NAMES]), *more])


def _line(words: str, limit: int) -> str:
    return escape(shortened(one_line(words), limit))
