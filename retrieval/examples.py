"""Questions that were asked in the transcripts, such as somebody who knows none of them might ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.excerpts import FOLLOWS
from retrieval.picking import BRACKETS, COURTESY, POINTS_BACK, TRIES
from retrieval.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.model import Passage

SHORTEST, LONGEST = 15, 100  # characters: what a menu of Discord shows on a line
ASKS = re.compile(r"[?？][”\"’'»」]?$")


def questions(index: Index, scope: NDArray[np.int64], chance: Random) -> Iterator[str]:
    """Yield questions from the passages of a scope by chance, each once; those that need what came before are left out.

    Args:
        index: Holds the passages.
        scope: The numbers of those in which somebody asks.
        chance: Decides where to look.
    """
    given = set()
    for number in chance.sample(range(len(scope)), min(TRIES, len(scope))):
        for question in _asked(index.passages[int(scope[number])]):
            if question not in given and _stands_alone(question):
                given.add(question)
                yield question


def _asked(passage: Passage) -> Iterator[str]:
    """Yield the sentences of a passage that end in a question mark, each on one line."""
    for span in sentences(passage.transcript.text, passage.span, passage.transcript.language):
        words = " ".join(passage.transcript.slice(span).split())
        if ASKS.search(words):
            yield words


def _stands_alone(question: str) -> bool:
    lame = FOLLOWS.match(question) or COURTESY.search(question) or POINTS_BACK.search(question)
    is_whole = question[:1].isalnum() and not question[:1].islower() and not BRACKETS.search(question)
    return SHORTEST <= len(question) <= LONGEST and is_whole and not lame
