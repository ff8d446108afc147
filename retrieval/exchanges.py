"""Questions and the answers that follow them: who asks, and what was being answered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from retrieval.model import Role, Turn

REACH = 3
"""Turns that an answer may stand behind its question: an interruption and its rebuff are common."""
ASKS, ANSWERS = 0.75, 0.2
"""Share of turns with a question mark from which a speaker asks, and up to which one answers. In interviews the mark
stands in 89 % of the questioners' turns and in 7 % of the answers."""
FEWEST = 6  # turns by which a speaker can be told
MOST = 0.9  # share of all that is said, which those who can be told have to say


def question_before(turns: Sequence[Turn], turn: Turn) -> Turn | None:
    """Return the question that an answerer's turn replies to, also over an interruption; None where none is near."""
    if turn.role != "answerer":
        return None
    near = reversed(turns[max(turn.index - REACH, 0) : turn.index])
    return next((earlier for earlier in near if earlier.role == "asker"), None)


def evident_roles(turns: Iterable[tuple[str, str]]) -> Mapping[str, Role | None]:
    """Return the role of each label, given the label and words of each turn, told by who puts questions.

    Roles are given only where they are clear: everybody who says much either asks or answers, and both are there.
    """
    spoken: dict[str, list[str]] = defaultdict(list)
    for label, words in turns:
        spoken[label].append(words)
    much = {label: said for label, said in spoken.items() if len(said) >= FEWEST}
    found = {label: _evident_role(said) for label, said in much.items()}
    clear = {*found.values()} == {"asker", "answerer"} and _length(much) > _length(spoken) * MOST
    asked = sum(len(words) for label, role in found.items() if role == "asker" for words in much[label])
    return {label: found.get(label) if clear and 2 * asked < _length(spoken) else None for label in spoken}


def _evident_role(said: Sequence[str]) -> Role | None:
    share = sum("?" in words for words in said) / len(said)
    if share >= ASKS:
        return "asker"
    return "answerer" if share <= ANSWERS else None


def _length(spoken: Mapping[str, Sequence[str]]) -> int:
    return sum(len(words) for said in spoken.values() for words in said)
