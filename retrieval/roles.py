"""What a label alone tells: that somebody asks, that somebody answers, that nobody speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from retrieval.model import Role

QUESTIONS = frozenset("question q вопрос frage pregunta domanda 質問 问".split())
ASKERS = QUESTIONS | frozenset(
    "journalist reporter correspondent interviewer media press audience журналист корреспондент 記者 记者".split()
)
ANSWERERS = frozenset("answer a ответ antwort respuesta réponse risposta 回答 答".split())
LETTERS: tuple[Mapping[str, Role], ...] = tuple(
    {asks: "asker", replies: "answerer"} for asks, replies in ("qa", "pr", "qr", "fa", "dr", "во")
)
"""Letters for question and answer: English, Spanish and Portuguese, French, German, Italian, Russian."""
CROWD = re.compile(
    r"(?:[^\W\d_]+ ){0,4}(?:audience|attendees?|crowd|público|audiencia|publikum|assistance|pubblico)"
    r"(?: [^\W\d_]+){0,2}",
    re.IGNORECASE,
)
"""Somebody in the room: `Audience member`, `Miembro del público`, `Man in the audience`."""
UNNAMED = re.compile(
    r"(?:(?:an?|some|several|many|other) )?(?:hon(?:ou?rable)?\.? )?(?:members|(?<=hon\. )member|(?<=honourable )member"
    r"|senators|delegates|voices)|(?:unidentified|unknown)(?: [^\W\d_]+){1,2}|remark|реплика",
    re.IGNORECASE,
)
"""Somebody whom records do not name: `An hon. member`, `Unidentified man`."""
BREAK = re.compile(r"\W*(?:\w+ ){0,2}(?:break|interlude)\W*", re.IGNORECASE)
NOBODY = frozenset(
    "note notes scene break music applause laughter jingle outro intro theme song advertisement advertisements ad ads"
    " sponsor sponsors commercial crosstalk silence inaudible pause video".split()
)

ASKER_PREFIX = re.compile(r"Q[0-9]{0,4}\.?\s+(?P<name>\S.*)")
BRACKETED = re.compile(r"\s*[(\[（](?P<note>[^()\[\]（）]*)[)\]）]\s*$")
NUMBER = re.compile(r"\s*#?\s*\d+$")


def roles(labels: Iterable[str]) -> Mapping[str, Role | None]:
    """Return each label's role: told by the labels, and only where somebody is labelled as asking."""
    distinct = set(labels)
    printed = {part_of(label) for label in distinct}
    askers = {label for label in distinct if _asks(label) or _letter(label, printed) == "asker"}
    answering: Role | None = "answerer" if askers else None
    return {label: "asker" if label in askers else _answering(label, answering) for label in distinct}


def _letter(label: str, printed: set[str]) -> Role | None:
    """Return the role of a letter that stands for question or answer where both letters are there: `P` and `R`."""
    return next(
        (
            role
            for pair in LETTERS
            if printed.issuperset(pair)
            for letter, role in pair.items()
            if part_of(label) == letter
        ),
        None,
    )


def answers(label: str, labels: Iterable[str]) -> bool:
    """Tell whether a label only says that somebody answers: `A`, `Answer`, and `R` beside `P`."""
    return part_of(label) in ANSWERERS or _letter(label, {part_of(one) for one in labels}) == "answerer"


@lru_cache(4096)
def is_nobody(label: str) -> bool:
    """Tell whether a label says that nobody speaks: `Break`, `Laughter`."""
    return part_of(label) in NOBODY or BREAK.fullmatch(label) is not None


def _asks(label: str) -> bool:
    part = part_of(BRACKETED.sub("", label))
    return part in ASKERS or CROWD.fullmatch(part) is not None or ASKER_PREFIX.fullmatch(label) is not None


def _answering(label: str, otherwise: Role | None) -> Role | None:
    if is_nobody(label):
        return None
    return "answerer" if part_of(label) in ANSWERERS else otherwise


def part_of(name: str) -> str:
    """Return the part that a label names, if that is all it names: `Question 2` → question."""
    return NUMBER.sub("", name.casefold().strip("#*[](). ").removeprefix("the "))
