"""Words that agree → what lies before, between and behind them, on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.checking.alignment import align, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.checking.alignment import Pairs
    from retrieval.checking.meaning import Wording

STRAY = 3  # words that end a comparison and may be taken from the next sentence by chance


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Words between two that agree: half-open ranges of the quotation's and of the transcript's."""

    claimed: range
    said: range


def ending_together(claimed: Wording, said: Wording, pairs: Pairs, part: range) -> Pairs:
    """Return pairs of which the last few are not of another sentence there, where it is one sentence here."""
    *before, last = runs(pairs) or [[]]
    if not before or len(last) > STRAY or _parts(claimed, before[-1][-1][0], last[0][0]):
        return pairs
    word, place = before[-1][-1]
    if not _parts(said, place, last[0][1]):
        return pairs
    rest, end = claimed.keys[word + 1 : part.stop], _ahead(said, place, part.stop - word)
    nearer = [(one + word + 1, other + place + 1) for one, other in align(rest, said.keys[place + 1 : end])]
    return [*(pair for run in before for pair in run), *nearer]


def _parts(wording: Wording, first: int, last: int) -> bool:
    """Tell whether a sentence ends between two words."""
    return any(wording.ends_sentence(place) for place in range(first, last))


def gaps_between(pairs: Pairs, part: range, said: Wording) -> Iterator[Gap]:
    """Yield what lies before, between and behind words that agree; at the ends no more than the quotation has there."""
    (first, there), (last, yonder) = pairs[0], pairs[-1]
    before = _back(said, there, first - part.start) if first > part.start else _denied(said, there, yonder)
    yield Gap(claimed=range(part.start, first), said=range(before, there))
    for (one, old), (other, new) in pairwise(pairs):
        yield Gap(claimed=range(one + 1, other), said=range(old + 1, new))
    words = part.stop - last - 1
    behind = _ahead(said, yonder, words) if words else _denied_after(said, there, yonder)
    yield Gap(claimed=range(last + 1, part.stop), said=range(yonder + 1, behind))


def _denied(said: Wording, first: int, last: int) -> int:
    """Return where words start with the denial that opens their sentence, if they are the whole rest of it."""
    opens = first > 0 and (first == 1 or said.ends_sentence(first - 2)) and said.adjoin(first - 1)
    whole = any(said.ends_sentence(place) for place in range(first, last + 1))
    return first - 1 if opens and whole and said.meaning(first - 1) == "negation" else first


def _denied_after(said: Wording, first: int, last: int) -> int:
    """Return where words end with the denial that ends their sentence, if they are the whole beginning of it."""
    ends = last + 1 < len(said.tokens) and said.ends_sentence(last + 1) and said.adjoin(last)
    whole = first == 0 or any(said.ends_sentence(place - 1) for place in range(first, last + 1))
    return last + 2 if ends and whole and said.meaning(last + 1) == "negation" else last + 1


def _back(said: Wording, place: int, words: int) -> int:
    """Return where so many words before a place start, within its sentence."""
    start = place
    while start and place - start < words and not said.ends_sentence(start - 1):
        start -= 1
    return start


def _ahead(said: Wording, place: int, words: int) -> int:
    """Return where so many words behind a place end, within its sentence."""
    end = place + 1
    while end < len(said.tokens) and end - place - 1 < words and not said.ends_sentence(end - 1):
        end += 1
    return end
