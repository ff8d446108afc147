"""What laws are tried on: transcripts, questions and quotations of every sort, written by Hypothesis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import event
from hypothesis import strategies as st

from retrieval import Transcript, TranscriptError
from retrieval.formats import read

if TYPE_CHECKING:
    from retrieval import Library, Quote

WORDS = (
    "fish peace harbour Bergen the of and is What Mr. U.S. US us e.g. J.R.R. 1.5 3,000 twenty ² ½ don't l’homme"
    " co-operation No. 港口 支持 魚は мир ёлка e\u0301te\u0301 हिन्दी ก็ al-Karim ___ 😀 … — “No.” (Note.) 10:30"
    " https://a.example/b: \u202e \u200f a\u00adb B\u00a0. TWENTY I Yes! said: Ida Lund:"
).split(" ")
LABELS = (
    "Question|Question 2|QUESTION|Q|A|Q Mary Stone|A.Holm|A.Holm (in English)|Holm|Ms. Holm|MR. STONE|Robin Williams"
    "|The Chair (Hon. Amy Noor)|von der Aa|Вопрос|问|#NOTE#|Note|SPEAKER_00|Omar al-Karim|Secretary Stone"
).split("|")
HEADINGS = (
    "",
    "Fisheries Minister Anna Holm’s answers (Bergen, 3 May 2021)\n\n",
    "Secretary of State John Stone and Anna Holm, Oslo, 7 June 2021\n\n",
    "Talk\nWashington, DC\nMay 3, 2021\n\n",
    "Bergen, 3 May 2021\n",
)
BREAKS = ("\n\n", "\n", "\n \n\n", "\n\t")


def _paragraphs() -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
    labels = st.sampled_from(["", *(f"{label}: " for label in LABELS)])
    return st.builds(str.__add__, labels, words)


@st.composite
def _interviews(draw: st.DrawFn) -> str:
    paragraphs = draw(st.lists(_paragraphs(), min_size=1, max_size=8))
    return draw(st.sampled_from(HEADINGS)) + draw(st.sampled_from(BREAKS)).join(paragraphs)


@st.composite
def _long_interviews(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12))
    times = draw(st.integers(min_value=20, max_value=60))
    return "Question: Well?\n\nA.Holm: " + draw(st.sampled_from([" ", ". ", "\n"])).join(words * times)


def texts() -> st.SearchStrategy[str]:
    """Return texts of files: interviews more or less well labelled, long ones, and any characters at all."""
    characters = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
    return _interviews() | _interviews() | _long_interviews() | characters


def questions() -> st.SearchStrategy[str]:
    """Return questions: words of transcripts and others, and any characters at all, surrogates included."""
    words = st.lists(
        st.sampled_from([*WORDS, "whale", "ask", "journalist", "fishes", "harbor"]), min_size=1, max_size=8
    )
    return words.map(" ".join) | words.map(" ".join) | st.text(max_size=30)


CASES = (str, str.upper, str.lower, str.swapcase)
GAPS = (" ", "\n", "  ", "\u00a0", " – ")
FRAMES = ("{}", "“{}”", "'{}'", "«{}…»", "— {} .")


def retold(words: str) -> st.SearchStrategy[str]:
    """Return words as others would quote them: in another case, with other white space, dashes, stops and marks."""
    return st.builds(
        lambda case, gap, frame: frame.format(re.sub(r"\s+", gap, case(words))),
        st.sampled_from(CASES),
        st.sampled_from(GAPS),
        st.sampled_from(FRAMES),
    )


def transcripts(written: list[str]) -> list[Transcript]:
    """Return the texts that are transcripts, as they are read from files."""
    found = []
    for number, text in enumerate(written):
        try:
            found.append(read(text.encode(), f"t{number}.txt", f"t{number}"))
        except TranscriptError:
            event("a file without spoken words, or undecodable")
    return found


def assert_lawful(quote: Quote, library: Library) -> None:
    """A quote is a slice of its source, lies in one turn, carries that turn's speaker, and its id finds it again."""
    turn = quote.transcript.turns[quote.turn.index]
    assert quote.text == quote.transcript.text[quote.span.start : quote.span.end]
    assert quote.text.strip()
    assert turn.span.start <= quote.span.start < quote.span.end <= turn.span.end
    assert (quote.turn, quote.speaker, quote.role) == (turn, turn.speaker, turn.role)
    assert library.quote(quote.id) == quote
