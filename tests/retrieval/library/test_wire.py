from __future__ import annotations

import io
import pickle

import pytest

from retrieval import UnknownSpeakerError
from retrieval.library.holdings import Holdings
from retrieval.library.wire import Question, Raised, packed, receive, send, unpacked
from tests.retrieval.samples import transcript


def test_messages_come_one_by_one_and_then_the_end() -> None:
    stream = io.BytesIO()
    for message in (b"one", b"", b"three"):
        send(stream, message)
    stream.seek(0)

    assert [receive(stream) for _ in range(3)] == [b"one", b"", b"three"]
    with pytest.raises(EOFError):
        receive(stream)


def test_a_message_that_breaks_off_is_the_end() -> None:
    stream = io.BytesIO()
    send(stream, b"words")

    with pytest.raises(EOFError):
        receive(io.BytesIO(stream.getvalue()[:-1]))


def test_a_transcript_goes_by_its_id_and_comes_from_the_shelf() -> None:
    talk = transcript("Ann Lee: The sea is calm today.")

    message = packed([talk, 7])

    assert b"calm" not in message
    assert unpacked(message, {talk.id: talk}.__getitem__) == [talk, 7]


def test_a_transcript_where_none_is_expected_is_refused() -> None:
    message = packed(transcript("Ann Lee: The sea is calm today."))

    with pytest.raises(pickle.UnpicklingError):
        unpacked(message)


def test_a_question_names_a_method_of_the_holdings() -> None:
    question = Question(method=Holdings.ask, given=("Why?", None, None, 3))

    assert unpacked(packed(question)) == question


def test_an_error_arrives_as_it_left() -> None:
    error = UnknownSpeakerError("Xyzzy", ("Ann Lee", "Bob Ray"))

    arrived = unpacked(packed(Raised(error=error))).error

    assert type(arrived) is UnknownSpeakerError
    assert (str(arrived), arrived.name, arrived.closest) == (str(error), "Xyzzy", ("Ann Lee", "Bob Ray"))
