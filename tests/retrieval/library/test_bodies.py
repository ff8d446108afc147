from __future__ import annotations

from datetime import timedelta

import pytest

from retrieval.library.bodies import pack_body, text_of, unpack_body
from retrieval.library.records import header_of
from retrieval.model import Mark, Span, Speaker, Transcript, Turn

ANNA = Speaker(name="Anna Roe", label="A. Roe", title="Mayor")
HOST = Speaker(name="Host", label="Host")
TALK = Transcript(
    id="talk",
    title="A talk",
    date=None,
    place=None,
    source="talk.txt",
    url=None,
    language="en",
    text="Host: Well?\nA. Roe: Café \ud800 😀.\n(Applause)",
    turns=(
        Turn(index=0, speaker=HOST, role="asker", span=Span(start=6, end=11), time=timedelta(seconds=1.25)),
        Turn(index=1, speaker=ANNA, role="answerer", span=Span(start=20, end=29), time=timedelta()),
        Turn(index=2, speaker=None, role=None, span=Span(start=30, end=40)),
    ),
    marks=(Mark(kind="label", span=Span(start=0, end=6)), Mark(kind="heading", span=Span(start=12, end=20))),
)


def test_a_transcript_comes_back_as_it_was_packed() -> None:
    packed = pack_body("talk/1", TALK)

    unpacked = unpack_body("talk/1", header_of(TALK), packed)

    assert unpacked == TALK
    assert hash(unpacked) == hash(TALK)
    assert text_of("talk/1", packed) == TALK.text


def test_a_transcript_without_words_comes_back_too() -> None:
    empty = Transcript(
        id="none", title="", date=None, place=None, source="none.txt", url=None, language="en", text="", turns=()
    )

    unpacked = unpack_body("talk/1", header_of(empty), pack_body("talk/1", empty))

    assert unpacked == empty
    assert len(unpacked.turns) == 0


@pytest.mark.parametrize("cut", [0, 1, 20, -1])
def test_bytes_that_were_cut_short_are_damaged(cut: int) -> None:
    packed = pack_body("talk/1", TALK)

    with pytest.raises(ValueError, match=r"."):
        unpack_body("talk/1", header_of(TALK), packed[:cut])


def test_any_byte_that_goes_bad_is_damage() -> None:
    packed = pack_body("talk/1", TALK)

    for place in range(len(packed)):
        bad = bytearray(packed)
        bad[place] ^= 0x20

        with pytest.raises(ValueError, match="its checksum is another"):
            text_of("talk/1", bytes(bad))


def test_bytes_found_under_another_key_are_damaged() -> None:
    packed = pack_body("talk/1", TALK)

    with pytest.raises(ValueError, match="its checksum is another"):
        unpack_body("walk/1", header_of(TALK), packed)
