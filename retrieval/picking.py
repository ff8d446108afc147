"""A quote by chance that can be read without what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.excerpts import FOLLOWS
from retrieval.model import Span
from retrieval.quotes import quote_at
from retrieval.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.index import Index
    from retrieval.model import Passage, Quote

TRIES = 60
"""Passages looked at before the best of them is taken as it is."""
MOST_SENTENCES = 2
SHORTEST, LONGEST = 60, 280  # characters of a quote that people like to read
FEWEST_WORDS = 9
COURTESY = re.compile(
    r"\b(?:thanks?|welcome|good (?:morning|afternoon|evening|day)|next question|go ahead|ladies and gentlemen|spasibo"
    r"|danke|guten (?:morgen|tag|abend)|merci|bonjour|bonsoir|gracias|buenos días|buenas tardes)\b"
    r"|спасибо|добр(?:ый|ое|ого) (?:день|утро|вечер)|ありがとう|おはよう|こんにち",
    re.IGNORECASE,
)
REPLIES = re.compile(
    r"(?:yes|yeah|no|nope|well|sure|right|exactly|correct|absolutely|of course|indeed|okay|ok|first|finally"
    r"|like|so|anyway|hey|nice|i mean|you know"
    r"|second(?:ly)?|ja|nein|oui|non|sí|да|нет|はい|いいえ)\b",
    re.IGNORECASE,
)
"""How an answer begins that needs its question."""
POINTS_BACK = re.compile(
    r"\b(?:as i (?:said|mentioned)|(?:this|that|the same) (?:question|issue|matter|one)|your question"
    r"|you (?:said|asked)|you(?:’|')?(?:ve| have) (?:said|asked|mentioned)|the former"
    r"|the latter|above|he|she|they|them|him)\b",
    re.IGNORECASE,
)
"""Words that point to something said before: the less of it, the better a quote stands on its own."""
ENDS = re.compile(r"[.!。！।][”\"’'»」]?$")
BRACKETS = re.compile(r"[\[\]()<>{}|]|\.\.\.|…|--")


def pick(index: Index, scope: NDArray[np.int64], chance: Random) -> Quote | None:
    """Return a quote from the passages of a scope that stands on its own as well as any; None where nothing is said."""
    best: tuple[int, Passage, Span] | None = None
    for number in chance.sample(range(len(scope)), min(TRIES, len(scope))):
        passage = index.passages[int(scope[number])]
        spans = list(_windows(passage))
        chance.shuffle(spans)
        for span in spans:
            wrong = faults(passage.transcript.slice(span))
            if best is None or wrong < best[0]:
                best = wrong, passage, span
        if best and not best[0]:
            break
    return quote_at(best[1].transcript, best[1].turn, best[2]) if best else None


def _windows(passage: Passage) -> Iterator[Span]:
    """Yield the sentences of a passage, alone and with the one after it where no blank line parts them."""
    told = sentences(passage.transcript.text, passage.span, passage.transcript.language)
    for first, sentence in enumerate(told):
        for last in told[first : first + MOST_SENTENCES]:
            whole = Span(start=sentence.start, end=last.end)
            if not re.search(r"\n[ \t]*\n", passage.transcript.slice(whole)):
                yield whole


def faults(text: str) -> int:
    """Return how many things keep words from standing on their own."""
    return sum(
        bool(found)
        for found in (
            not SHORTEST <= len(text) <= LONGEST,
            len(text.split()) < FEWEST_WORDS and text.isascii(),
            text[:1].islower() or not text[:1].isalnum(),
            not ENDS.search(text),
            FOLLOWS.match(text) or REPLIES.match(text),
            COURTESY.search(text),
            POINTS_BACK.search(text),
            BRACKETS.search(text),
        )
    )
