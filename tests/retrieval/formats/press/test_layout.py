"""Laws that text and Markdown keep, whatever is written in them or happens to the file."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from retrieval import Transcript, TranscriptError
from retrieval.formats import read

PIECES = (
    "**Anna Holm:** |**Jonas Berg**: |***Ida:** |Anna: |JONAS: |AH: |Q: |A: |Q - |**Q: |Speaker 0: 00:00:16|Ann 00:02"
    "|[Ann] [00:07] |Ann (00:52):|[00:04] |\\[00:04\\] |**[00:04] SPEAKER_00:** |>> |- |> |1. |# "
    "|## Intro (Anna Holm)"
    "|---|***|===|<!-- |-->|<https://a.example>|![a](b)|[a](https://b.example)|(Laughter.)|**Break**:|Note: |**|__"
    "|`code`|Transcript by Ida|The lamp burns oil. |One thing is clear: it does. || a b ||\t|\u202e|\u200b|\ufeff"
    "|港口： |é|\u00a0| "
).split("|")
FRONTS = (
    "",
    "---\ntitle: The Lamp\nspeakers: [Anna Holm]\n---\n",
    "---\nspeakers:\n- Anna Holm\n- Jonas Berg\n---\n",
    "---\ntitle: a: b\n- c\n---\n",
    "Title: The Lamp\nSpeakers: Anna Holm, Jonas Berg\n\n",
    "\n\n# The Lamp\n\n",
    "The Harbour Hour\n\nof oil\n\nDate: 3 May 2021\nLocation: Bergen\n\n",
)
BREAKS = ("\n", "\n\n", "\r\n", "\r", "\r\n\r\n", "\n \n", "")


@st.composite
def _files(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=40))
    breaks = draw(st.lists(st.sampled_from(BREAKS), min_size=len(pieces), max_size=len(pieces)))
    return draw(st.sampled_from(FRONTS)) + "".join(map("".join, zip(pieces, breaks, strict=True)))


def _read(data: bytes) -> Transcript | None:
    try:
        return read(data, "talk.md", "talk")
    except TranscriptError:
        return None


@given(_files())
def test_every_character_lies_in_exactly_one_turn_label_heading_or_gap(text: str) -> None:
    heard = _read(text.encode())
    spans = [*(turn.span for turn in heard.turns), *(mark.span for mark in heard.marks)] if heard else []

    placed = Counter(place for span in spans for place in range(span.start, span.end))
    left_out = [sign for place, sign in enumerate(heard.text) if not placed[place]] if heard else []

    assert set(placed.values()) <= {1}
    assert "".join(left_out).strip() == ""
    assert all(heard.slice(span) == heard.slice(span).strip() != "" for span in spans if heard)


@given(_files())
def test_turns_and_marks_stand_in_order(text: str) -> None:
    heard = _read(text.encode())
    turns = [turn.span.start for turn in heard.turns] if heard else []
    marks = [mark.span.start for mark in heard.marks] if heard else []

    assert (turns, marks) == (sorted(turns), sorted(marks))


@given(
    _files(), st.integers(min_value=0, max_value=400), st.sampled_from([b"", b"\0", b"\xff", b"\xe2\x80\xae", b"\r"])
)
def test_a_file_cut_short_or_damaged_is_read_or_refused(text: str, place: int, damage: bytes) -> None:
    data = text.encode()

    heard = _read(data[:place] + damage + data[place + 7 :])

    assert heard is None or heard.turns
