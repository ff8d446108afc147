"""Quotation → Verdict: whether it was said, by whom, and what differs.

Words are sought in the index first; only where they stand are transcripts looked at. A quotation is held against one
place, or traced to several pieces, at the least cost of words that are missing or left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.checking.differences import left_out
from retrieval.checking.origins import exact_places, nearest, pieces
from retrieval.checking.quotations import Ascribed, ascribed, people
from retrieval.checking.verifying import is_written
from retrieval.errors import EmptyQuestionError, TooFewWordsError
from retrieval.model import Match, Searched, Span, Verdict, VerdictKind
from retrieval.terms import UNSPACED_CHARACTER, spelled, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from retrieval.index import Index
    from retrieval.model import Speaker

FEWEST, ENOUGH = 3, 5
"""Words that carry meaning, and words of any kind, from which a quotation is told from chance."""
SHORTEST_NAME = 3  # letters
LONGEST_ECHO = 60  # characters


def check(
    index: Index,
    quotation: str,
    speakers: frozenset[Speaker] | None,
    searched: Searched,
    claimed: str | None = None,
) -> Verdict:
    """Tell whether a quotation was said, and if speakers are given or it names one, whether it was one of them.

    Args:
        index: Of the transcripts.
        quotation: The words, with or without the name of the one to whom they are ascribed.
        speakers: Those who are asked for, or None.
        searched: What the verdict rests on.
        claimed: To whom the words are ascribed, if that is known from elsewhere; nobody of that name need speak here.

    Raises:
        EmptyQuestionError: There is no word in the quotation.
        TooFewWordsError: It is too short to be told from chance.
    """
    if not spelled(quotation):
        raise EmptyQuestionError("the quotation holds no word; give the words to look for")
    put, found = _put(index, quotation, claimed)
    wanted = speakers if speakers is not None or not put.claimed else put.speakers
    blank = Verdict(quotation=quotation, kind="not_found", matches=(), searched=searched, claimed=put.claimed)
    if _too_few(index, put.words):
        found = _whole_turns(put.words, found)
    exact = [match for match in found if not match.differences]
    matches = exact or found or pieces(index, put.words, wanted)
    return _settled(blank, matches, wanted) if matches else replace(blank, nearest=nearest(index, put.words))


def _whole_turns(words: str, found: Sequence[Match]) -> list[Match]:
    """Return the places of a few words where they are all that somebody says.

    Raises:
        TooFewWordsError: There is no such place.
    """
    turns = [match for match in found if _is_turn(match)]
    if not turns:
        echo = words.strip()
        shown = echo if len(echo) <= LONGEST_ECHO else f"{echo[:LONGEST_ECHO]}…"
        raise TooFewWordsError(
            f"“{shown}” is too little to tell where it is from; give at least three words that carry meaning,"
            " or all that somebody said in one go"
        )
    return turns


def _put(index: Index, quotation: str, claimed: str | None) -> tuple[Ascribed, list[Match]]:
    """Return what a quotation claims, and the places that hold it exactly: as it stands, else without its frame."""
    meant = people(claimed, index) if claimed else frozenset()
    whole = Ascribed(words=quotation, claimed=claimed, speakers=meant)
    found = _places(index, quotation) or _places(index, _with_points(quotation))
    framed = None if found else ascribed(quotation, index, lambda word: _common(index, word))
    if framed is None or not spelled(framed.words) or _said_too(index, quotation, framed):
        return whole, found
    return framed, _places(index, framed.words)


def _places(index: Index, words: str) -> list[Match]:
    return exact_places(index, words, are_few=_too_few(index, words))


def _with_points(quotation: str) -> str:
    """Return a quotation with the points and commas of numbers that somebody dropped: `2 0`, `885 000`."""
    grouped = re.sub(r"(?<=\d) (?=\d{3}\b)", ",", quotation)
    return grouped if grouped != quotation else re.sub(r"(?<=\d) (?=\d)", ".", quotation)


def _common(index: Index, word: str) -> bool:
    """Tell whether a word, in lower case, is one of the language and no name: it is short, or written small."""
    return len(word) < SHORTEST_NAME or is_written(index, word)


def _said_too(index: Index, quotation: str, framed: Ascribed) -> bool:
    """Tell whether what seems to be the frame of a quotation was said along with it."""
    found = pieces(index, quotation, None)
    changed = [change.claimed_span for match in found for change in match.differences if change.claimed_span]
    places = [start for _, start, _ in spelled(quotation)]
    frame = [place for place in places if framed.words[place].isspace()]
    joining = [match.part for match in found if match.part and _holds(match.part, {*places} - {*frame})]
    kept = [
        place
        for place in frame
        if any(_holds(part, [place]) for part in joining) and not any(_holds(span, [place]) for span in changed)
    ]
    return 2 * len(kept) > len(frame)


def _holds(span: Span, places: Iterable[int]) -> bool:
    """Tell whether a span holds any of some characters."""
    return any(span.start <= place < span.end for place in places)


def _settled(blank: Verdict, matches: Sequence[Match], people: frozenset[Speaker] | None) -> Verdict:
    """Return the verdict that matches give: places, or pieces in the order of the quotation."""
    kind = _kind(matches)
    theirs = [match for match in matches if people is None or match.quote.speaker in people]
    if not theirs:
        kind = "other_speaker"
    elif kind == "exact":
        matches = theirs
    crosses = any(_goes_on(before, match) for before, match in pairwise(matches))
    return replace(blank, kind=kind, matches=tuple(_with_gaps(matches)), crosses=crosses)


def _kind(matches: Sequence[Match]) -> VerdictKind:
    if any(match.differences for match in matches):
        return "differs"
    return "stitched" if len({match.part for match in matches}) > 1 else "exact"


def _goes_on(before: Match, behind: Match) -> bool:
    """Tell whether a piece ends its turn, and another starts the turn right after it."""
    first, second = before.quote, behind.quote
    if first.transcript.id != second.transcript.id or second.turn.index != first.turn.index + 1:
        return False
    rest = Span(start=first.span.end, end=first.turn.span.end)
    lead = Span(start=second.turn.span.start, end=second.span.start)
    return not any(spelled(first.transcript.slice(some)) for some in (rest, lead))


def _with_gaps(matches: Sequence[Match]) -> Iterator[Match]:
    """Yield matches, those that go on in the turn of the match before with what was left out since."""
    yield from matches[:1]
    for before, match in pairwise(matches):
        gap = left_out(before, match)
        yield replace(match, differences=(gap, *match.differences)) if gap else match


def _too_few(index: Index, text: str) -> bool:
    """Tell whether a quotation holds fewer words than can be told from chance."""
    return len(spelled(text)) < ENOUGH and min(_telling(text, language) for language in index.languages) < FEWEST


def _telling(text: str, language: str) -> int:
    """Return how many words carry meaning; where words are not spaced, two characters make one."""
    spaced = sum(not word.function for word in words(text, language) if not UNSPACED_CHARACTER.match(word.term))
    return spaced + len(UNSPACED_CHARACTER.findall(text)) // 2


def _is_turn(match: Match) -> bool:
    """Tell whether a match is all that somebody says in a turn."""
    quote = match.quote
    before = Span(start=quote.turn.span.start, end=quote.span.start)
    behind = Span(start=quote.span.end, end=quote.turn.span.end)
    return not any(spelled(quote.transcript.slice(rest)) for rest in (before, behind))
