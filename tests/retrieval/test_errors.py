import inspect

import pytest

from retrieval import errors
from retrieval.errors import (
    EmptyTranscriptError,
    LibraryError,
    MissingFolderError,
    NoTranscriptsError,
    QueryError,
    TranscriptError,
    UndecodableError,
    UnknownSpeakerError,
    UnknownTranscriptError,
    UnreadableError,
    VerbatimError,
)


@pytest.mark.parametrize("error", [UndecodableError, EmptyTranscriptError, UnreadableError])
def test_what_is_wrong_with_a_file_names_file_line_and_reason(error: type[TranscriptError]) -> None:
    raised = error("talks/harbour.txt", "it is wet", line=41)

    assert str(raised) == "talks/harbour.txt:41: it is wet"
    assert (raised.source, raised.line, raised.reason) == ("talks/harbour.txt", 41, "it is wet")


def test_what_is_wrong_with_a_whole_file_names_no_line() -> None:
    assert str(TranscriptError("talks/harbour.txt", "it is wet")) == "talks/harbour.txt: it is wet"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (UnknownSpeakerError("Bob"), "nobody called “Bob” speaks in these transcripts"),
        (
            UnknownSpeakerError("Hollm", ("Anna Holm", "Berta Holm")),
            "nobody called “Hollm” speaks in these transcripts; did you mean Anna Holm or Berta Holm?",
        ),
        (UnknownTranscriptError("x"), "there is no transcript called “x”"),
        (UnknownTranscriptError("t", ("t0", "t1")), "there is no transcript called “t”; did you mean t0 or t1?"),
    ],
)
def test_an_unknown_name_is_said_with_those_that_may_have_been_meant(error: VerbatimError, message: str) -> None:
    assert str(error) == message


def test_every_error_is_one_of_a_file_a_library_or_a_request() -> None:
    raised = [one for _, one in inspect.getmembers(errors, inspect.isclass) if one is not VerbatimError]

    assert all(issubclass(one, TranscriptError | LibraryError | QueryError) for one in raised)
    assert issubclass(MissingFolderError, LibraryError)
    assert issubclass(NoTranscriptsError, LibraryError)


def test_the_tree_on_the_first_screen_names_every_error() -> None:
    raised = [name for name, _ in inspect.getmembers(errors, inspect.isclass)]

    assert all(name in (errors.__doc__ or "") for name in raised)
