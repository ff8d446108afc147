"""What was said around a quote, turn by turn, as far as a message holds it; buttons lead on in both directions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.cards.buttons import button, rows, share
from bot.cards.card import Card, text
from bot.cards.escaping import escape, link, one_line, visible
from bot.cards.limits import MOST_TEXT, text_length
from bot.cards.parts import parts
from bot.cards.passage import accent, blockquote, spotlit
from bot.cards.quoting import EXCHANGE
from bot.naming import is_named, name_above
from bot.wording import shortened, whence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from bot.cards.audience import Audience
    from bot.languages import Language
    from retrieval import Quote, Turn

BEFORE, AFTER = 2, 5

_LONGEST_NAME = 150
# A long turn comes in parts of this many UTF-16 units, so that one always has room with its name.
_LONGEST_PART = 2400
# Characters in which the eye finds a quote by itself.
_GLANCE = 300
_POSITION = re.compile(r"(?P<way>[<>])(?P<turn>\d{1,7})\.(?P<part>\d{1,6})", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Spot:
    """A turn of a transcript, and a part of it, both counted from zero."""

    turn: int
    part: int


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """Where to read from: the parts from a spot on, or those that end before it."""

    spot: Spot
    onwards: bool

    @property
    def state(self) -> str:
        """Everything, as a button holds it."""
        return f"{'>' if self.onwards else '<'}{self.spot.turn}.{self.spot.part}"

    @classmethod
    def read(cls, state: str) -> Self | None:
        """Take back what a button held: nothing where reading begins at the quote.

        Raises:
            ValueError: No view was ever held like that.
        """
        if not state:
            return None
        found = _POSITION.fullmatch(state)
        if found is None:
            msg = f"no view: {state}"
            raise ValueError(msg)
        return cls(spot=Spot(turn=int(found["turn"]), part=int(found["part"])), onwards=found["way"] == ">")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    """A turn, or a part of a long one, as it is shown."""

    spot: Spot
    markup: str

    @property
    def length(self) -> int:
        """The room it takes."""
        return text_length(self.markup)


class _Reading:
    """The turns that may be read, each cut into parts once.

    Attributes:
        here: The spot where the quote begins.
    """

    def __init__(self, quote: Quote, bounds: range, language: Language) -> None:
        """Find the quote's place."""
        self._transcript = quote.transcript
        self._bounds = bounds
        self._language = language
        self._cut: dict[int, list[str]] = {}
        self._quote = quote
        self._start = len(visible(quote.transcript.text[quote.turn.span.start : quote.span.start]))
        self.here = Spot(turn=quote.turn.index, part=self._part_with(quote))

    def forwards(self, spot: Spot, *, last: int | None = None) -> Iterator[_Piece]:
        """Yield the pieces from a spot on, up to a last turn."""
        stop = self._bounds.stop if last is None else min(last + 1, self._bounds.stop)
        for turn in self._transcript.turns[max(spot.turn, self._bounds.start) : stop]:
            yield from (self._piece(turn, part) for part in self._range(turn) if self._at(turn, part) >= spot)

    def backwards(self, spot: Spot, *, first: int = 0) -> Iterator[_Piece]:
        """Yield the pieces before a spot, the nearest first, down to a first turn."""
        start, stop = max(first, self._bounds.start), min(spot.turn + 1, self._bounds.stop)
        for turn in reversed(self._transcript.turns[start:stop]):
            yield from (self._piece(turn, part) for part in reversed(self._range(turn)) if self._at(turn, part) < spot)

    def _part_with(self, quote: Quote) -> int:
        """Find the part of its turn in which a quote begins."""
        passed = self._start
        for part, words in enumerate(self._parts(quote.turn)):
            if passed < len(words):
                return part
            passed -= len(words)
        return 0

    def _piece(self, turn: Turn, part: int) -> _Piece:
        spot, parts = self._at(turn, part), self._parts(turn)
        label = _label(turn, part, len(parts), self._language, marked=spot == self.here)
        return _Piece(spot=spot, markup=f"{label}\n{self._words(turn, part)}")

    def _words(self, turn: Turn, part: int) -> str:
        """Set the words of a part off, those of the quote in bold where the eye would have to look for them."""
        words = self._parts(turn)[part]
        begin = self._start - sum(map(len, self._parts(turn)[:part]))
        start, end = max(begin, 0), min(begin + len(visible(self._quote.text)), len(words))
        is_lost = len(words) > _GLANCE and start < end and 2 * (end - start) < len(words)
        if turn.index != self._quote.turn.index or not is_lost:
            return blockquote(words)
        marked = spotlit(words, start, end)
        return marked if text_length(marked) <= _LONGEST_PART else blockquote(words)

    def _at(self, turn: Turn, part: int) -> Spot:
        return Spot(turn=turn.index, part=part)

    def _range(self, turn: Turn) -> range:
        return range(len(self._parts(turn)))

    def _parts(self, turn: Turn) -> list[str]:
        if turn.index not in self._cut:
            self._cut[turn.index] = parts(self._transcript.slice(turn.span), _LONGEST_PART)
        return self._cut[turn.index]


def surroundings_card(quote: Quote, audience: Audience, *, action: str, state: str) -> Card:
    """Show a quote's surroundings.

    Args:
        quote: What they surround.
        audience: For whom.
        action: What the buttons that lead on are called, `exchange` for no more than question and answer.
        state: What the pressed button held: where to read from.

    Raises:
        ValueError: No button ever held this.
    """
    bounds = _exchange(quote) if action == EXCHANGE else range(len(quote.transcript.turns))
    reading = _Reading(quote, bounds, audience.language)
    head = text(*_head(quote, audience.language))
    pieces = _shown(reading, View.read(state), MOST_TEXT - text_length(head.content))
    container: ui.Container[Any] = ui.Container(
        *(ui.TextDisplay(piece.markup) for piece in pieces), accent_colour=accent(quote.speaker)
    )
    steps = [
        button(action, audience.key, quote.id, view.state, label=label, disabled=not there)
        for label, view, there in _ways(reading, pieces, audience.language)
    ]
    return Card(head, container, *rows(*steps, share(audience)))


def _head(quote: Quote, language: Language) -> tuple[str, str]:
    """Say what is read here."""
    there = link(language.say("quote.go_there"), quote.url or quote.transcript.url)
    title = f"**{escape(shortened(one_line(whence(quote.transcript, language)), 2 * _LONGEST_NAME))}**"
    return " · ".join(
        part for part in (title, there) if part
    ), f"-# {language.say('quote.around', id=escape(quote.id))}"


def _exchange(quote: Quote) -> range:
    """Find the turns of a question and its answer, as far as nobody asks again."""
    turns = quote.transcript.turns
    start = quote.asked.index if quote.asked else quote.turn.index
    later = range(quote.turn.index + 1, len(turns))
    return range(start, next((number for number in later if turns[number].role == "asker"), len(turns)))


def _shown(reading: _Reading, view: View | None, room: int) -> list[_Piece]:
    """Choose the pieces to show: those that a button asked for, or else those around the quote."""
    asked: list[_Piece] = []
    if view and view.onwards:
        asked = _fitting(reading.forwards(view.spot), room)
    elif view:
        asked = _fitting(reading.backwards(view.spot), room)[::-1]
    return asked or _around(reading, room)


def _around(reading: _Reading, room: int) -> list[_Piece]:
    """Show where the quote begins, two turns before it as far as there is room, and five after likewise."""
    here = reading.here
    focus, *_ = islice(reading.forwards(here), 1)
    before = _fitting(reading.backwards(here, first=here.turn - BEFORE), room - focus.length)[::-1]
    rest = room - focus.length - sum(piece.length for piece in before)
    after = islice(reading.forwards(here, last=here.turn + AFTER), 1, None)
    return [*before, focus, *_fitting(after, rest)]


def _fitting(pieces: Iterator[_Piece], room: int) -> list[_Piece]:
    """Take pieces as long as they fit, and no more than a screenful."""
    taken: list[_Piece] = []
    for piece in islice(pieces, BEFORE + 1 + AFTER):
        room -= piece.length
        if room < 0:
            break
        taken.append(piece)
    return taken


def _label(turn: Turn, part: int, count: int, language: Language, *, marked: bool) -> str:
    """Say who speaks, and where the quote is."""
    name = f"**{escape(shortened(one_line(name_above(turn.speaker, language)), _LONGEST_NAME))}**"
    remarks = (
        language.say("quote.asking", name=name) if turn.role == "asker" and is_named(turn.speaker) else name,
        language.say("quote.part", part=part + 1, parts=count) if count > 1 else None,
        language.say("quote.here") if marked else None,
    )
    return " · ".join(remark for remark in remarks if remark)


def _ways(reading: _Reading, pieces: Sequence[_Piece], language: Language) -> list[tuple[str, View, bool]]:
    """Lead to what comes before and after, and say whether anything does; nowhere when all is shown."""
    first, last = pieces[0].spot, pieces[-1].spot
    after = Spot(turn=last.turn, part=last.part + 1)
    ways = [
        (language.say("button.earlier"), View(spot=first, onwards=False), any(True for _ in reading.backwards(first))),
        (language.say("button.later"), View(spot=after, onwards=True), any(True for _ in reading.forwards(after))),
    ]
    return ways if any(there for _, _, there in ways) else []
