from __future__ import annotations

from math import inf

from benchmarks.load.figures import ALL, Usage, waits_of
from tests.bot.sentences import BUSY
from tests.simulator.state.clock import ManualClock
from tests.simulator.state.interaction import AUTOCOMPLETE, COMMAND, COMPONENT, Interaction
from tests.simulator.state.messages import Message
from tests.simulator.state.places import Account, Place
from tests.simulator.state.world import World

ALICE = Account(id="1", name="alice")


def interaction(
    kind: int = COMMAND, *, name: str = "ask", first: float | None = 0.1, words: float | None = 0.2, text: str = ""
) -> Interaction:
    """Make an interaction that was responded to, and answered, after so many seconds."""
    world = World(ManualClock())
    guild = world.add_guild("Home")
    written = Message(id="3", channel=guild.channels[0], author=world.bot, created=0.0)
    written.components = [{"type": 10, "content": text}]
    return Interaction(
        id="2",
        token="",
        kind=kind,
        account=ALICE,
        place=Place(guild=guild, channel=guild.channels[0]),
        created=1000.0,
        data={"name": name},
        acknowledged=None if first is None else 1000.0 + first,
        answered=None if words is None else 1000.0 + words,
        original=written,
    )


def test_waits_are_told_apart_by_what_was_done() -> None:
    waits = waits_of([interaction(), interaction(name="quote"), interaction(AUTOCOMPLETE), interaction(COMPONENT)])

    assert {doing: one.count for doing, one in waits.items()} == {
        ALL: 4,
        "ask": 1,
        "quote": 1,
        "typing": 1,
        "button": 1,
    }


def test_whoever_got_nothing_waited_for_ever() -> None:
    waits = waits_of([interaction(first=None, words=None), interaction()])[ALL]

    assert waits.unanswered == 1
    assert waits.first[99] == inf
    assert waits.words[99] == inf


def test_a_sign_that_an_answer_comes_is_a_response_and_no_words() -> None:
    waits = waits_of([interaction(words=None)])[ALL]

    assert (waits.unanswered, round(waits.first[99], 3), waits.words[99]) == (0, 0.1, inf)


def test_those_who_were_turned_away_are_counted() -> None:
    assert waits_of([interaction(text=BUSY), interaction()])[ALL].turned_away == 1


def test_growth_is_the_slope_a_minute_once_settled() -> None:
    usage = Usage(
        own_cores=0.0,
        replica_cores=0.0,
        simulator_cores=0.0,
        other_cores=0.0,
        lag=0.0,
        memory=[900, 100, 102, 104, 106],
    )

    assert round(usage.growth) == 120


def test_too_little_was_seen_to_tell_growth() -> None:
    assert (
        Usage(own_cores=0.0, replica_cores=0.0, simulator_cores=0.0, other_cores=0.0, lag=0.0, memory=[100]).growth == 0
    )
