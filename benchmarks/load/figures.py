"""What a run came to: who waited how long, and what that took of the machine."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from bot.languages import ENGLISH
from tests.simulator.state.interaction import AUTOCOMPLETE, COMPONENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.simulator.state.interaction import Interaction

ALL = "all"
MIB = 2**20


@dataclass(frozen=True, kw_only=True, slots=True)
class Waits:
    """How long users of one kind waited.

    Attributes:
        count: How many interactions there were.
        unanswered: How many got no response.
        turned_away: How many got one that says that the bot is busy.
        first: Seconds to the first response by percentile (50, 99); infinite where that many got none.
        words: Seconds until there was something to read, likewise.
    """

    count: int
    unanswered: int
    turned_away: int
    first: Mapping[int, float]
    words: Mapping[int, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Usage:
    """What the bot took of the machine, and the simulator beside it.

    Attributes:
        own_cores: Processor time of the bot's own process by wall-clock time.
        replica_cores: Of the processes that answer beside it, likewise.
        simulator_cores: The simulator's likewise: near 1 it, not the bot, is what makes users wait.
        other_cores: What everything else on the machine took: it disturbs every time that is measured.
        lag: Seconds by which the simulator sent an interaction too late, at most.
        memory: Bytes that the bot and its replicas held, once a second.
    """

    own_cores: float
    replica_cores: float
    simulator_cores: float
    other_cores: float
    lag: float
    memory: Sequence[int]

    @property
    def bot_cores(self) -> float:
        """Processor time of the bot with its replicas by wall-clock time."""
        return self.own_cores + self.replica_cores

    @property
    def growth(self) -> float:
        """Bytes a minute by which memory grows: the slope of a straight line through all but the first quarter."""
        settled = self.memory[len(self.memory) // 4 :]
        if len(settled) < 2:  # noqa: PLR2004 - a line needs two points
            return 0.0
        return float(np.polyfit(np.arange(len(settled)), settled, 1)[0]) * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run at one rate.

    Attributes:
        rate: Interactions a second that were meant to be sent; they come at random, as independent users do.
        seconds: How long.
        waits: By what was done, and for `ALL`.
        usage: What it took.
    """

    rate: float
    seconds: float
    waits: Mapping[str, Waits]
    usage: Usage

    @property
    def cost(self) -> float:
        """Seconds of processor time that the bot took for each interaction, whatever else the machine was doing."""
        return self.usage.bot_cores * self.seconds / self.waits[ALL].count

    @property
    def p99(self) -> float:
        """Seconds to the first response that one in a hundred users had to wait longer than."""
        return self.waits[ALL].first[99]


def waits_of(interactions: Iterable[Interaction]) -> dict[str, Waits]:
    """Sort interactions by what was done, all together first."""
    sorted_ = defaultdict(list)
    for interaction in interactions:
        sorted_[ALL].append(interaction)
        sorted_[_doing(interaction)].append(interaction)
    return {doing: _waits(alike) for doing, alike in sorted_.items()}


def _waits(interactions: Sequence[Interaction]) -> Waits:
    return Waits(
        count=len(interactions),
        unanswered=sum(one.acknowledged is None for one in interactions),
        turned_away=sum(_is_turned_away(one) for one in interactions),
        first=_percentiles([_since(one, one.acknowledged) for one in interactions]),
        words=_percentiles([_since(one, one.answered) for one in interactions]),
    )


def _percentiles(seconds: Sequence[float]) -> dict[int, float]:
    # An observed value, not one between two: between a number and infinity lies none.
    return {rank: float(np.percentile(seconds, rank, method="higher")) for rank in (50, 99)}


def _since(interaction: Interaction, moment: float | None) -> float:
    return inf if moment is None else moment - interaction.created


def _doing(interaction: Interaction) -> str:
    if interaction.kind == AUTOCOMPLETE:
        return "typing"
    return "button" if interaction.kind == COMPONENT else str(interaction.data["name"])


def _is_turned_away(interaction: Interaction) -> bool:
    return any(ENGLISH.say("fault.busy") in str(message.components) for message in interaction.messages)
