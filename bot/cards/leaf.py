"""Which quote of an answer is on top, and which part of it: all that turning the pages needs to know."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.cards.buttons import LONGEST_CUSTOM_ID, button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Self

    from discord import ui

    from bot.cards.audience import Audience
    from bot.languages import Language

PAGE = "page"
_STATE = re.compile(r"(?P<flags>[ast]*)(?P<place>\d{1,2})\.(?P<part>\d{1,6})", re.ASCII)
# What "page:", an asker's key of thirteen digits, and ":ast10.999999:" leave.
_IDS_LENGTH = LONGEST_CUSTOM_ID - 5 - 13 - 14


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaf:
    """The quotes of an answer or near a refusal, and the one that is shown.

    Attributes:
        quote_ids: All of them, best first.
        place: Which one is shown, counted from zero.
        part: Which part of it, where it is too long for one message.
        answers: Whether they answer, or are only the nearest to what was asked.
        of_speaker: Whether only one speaker's words were searched.
        in_transcript: Whether only one transcript was searched.
    """

    quote_ids: tuple[str, ...]
    place: int = 0
    part: int = 0
    answers: bool = True
    of_speaker: bool = False
    in_transcript: bool = False

    @property
    def quote_id(self) -> str:
        """The quote that is shown."""
        return self.quote_ids[self.place]

    def position(self, language: Language) -> str | None:
        """Say which of several quotes this is: `Answer 1 of 3`."""
        if len(self.quote_ids) == 1:
            return None
        key = "answer.answer_of" if self.answers else "answer.passage_of"
        return language.say(key, place=self.place + 1, places=len(self.quote_ids))

    @property
    def state(self) -> tuple[str, str]:
        """Everything, as a button holds it."""
        flags = {"a": self.answers, "s": self.of_speaker, "t": self.in_transcript}
        marks = "".join(flag for flag, is_set in flags.items() if is_set)
        return f"{marks}{self.place}.{self.part}", ",".join(self.quote_ids)

    @classmethod
    def read(cls, state: Sequence[str]) -> Self:
        """Take back what a button held.

        Raises:
            ValueError: No leaf was ever held like that.
        """
        position, quote_ids = state
        found = _STATE.fullmatch(position)
        leaf = found and cls(
            quote_ids=tuple(quote_ids.split(",")),
            place=int(found["place"]),
            part=int(found["part"]),
            answers="a" in found["flags"],
            of_speaker="s" in found["flags"],
            in_transcript="t" in found["flags"],
        )
        if not leaf or leaf.place >= len(leaf.quote_ids):
            msg = f"no leaf: {state}"
            raise ValueError(msg)
        return leaf


def as_many_as_fit(quote_ids: Sequence[str]) -> tuple[str, ...]:
    """Choose the first ids, as many as a button holds; real ones are of some twenty characters."""
    chosen: list[str] = []
    for quote_id in quote_ids:
        if len(",".join([*chosen, quote_id])) > _IDS_LENGTH:
            break
        chosen.append(quote_id)
    return tuple(chosen) or tuple(quote_ids[:1])


def page_buttons(leaf: Leaf, parts: int, audience: Audience) -> list[ui.Button[Any]]:
    """Lead to the quotes before and after this one, where there are several, and to its parts likewise."""
    say = audience.language.say
    places = [replace(leaf, place=leaf.place + by, part=0) for by in (-1, 1)]
    pieces = [replace(leaf, part=leaf.part + by) for by in (-1, 1)]
    return [
        *_pair(
            places,
            [0 <= one.place < len(leaf.quote_ids) for one in places],
            (say("button.previous"), say("button.next")),
            audience,
        ),
        *_pair(
            pieces,
            [0 <= one.part < parts for one in pieces],
            (say("button.part_before"), say("button.part_after")),
            audience,
        ),
    ]


def _pair(
    leaves: Sequence[Leaf], exists: Sequence[bool], labels: Sequence[str], audience: Audience
) -> list[ui.Button[Any]]:
    """Make the buttons of one direction and the other, if one of them leads anywhere."""
    if not any(exists):
        return []
    ways = zip(leaves, exists, labels, strict=True)
    return [button(PAGE, audience.key, *leaf.state, label=label, disabled=not there) for leaf, there, label in ways]
