"""What can go wrong, as a tree.

VerbatimError
├── TranscriptError            one file could not be read; the others can
│   ├── UndecodableError       its bytes are no text; names the byte
│   ├── EmptyTranscriptError   it holds no words
│   └── UnreadableError        the disk refused it
├── LibraryError               nothing can be searched
│   ├── MissingFolderError     a folder that was named is not there
│   └── NoTranscriptsError     no file in it could be read as a transcript
└── QueryError                 the request itself is at fault
    ├── EmptyQuestionError     a question or quotation without a word
    ├── TooFewWordsError       a quotation too short to tell where it is from
    ├── UnknownSpeakerError    nobody of that name speaks here
    ├── UnknownTranscriptError no transcript of that name
    └── UnknownQuoteError      no quote has that id
"""

from __future__ import annotations

import copyreg


class VerbatimError(Exception):
    """The root: its text is one sentence that a user may read."""

    def __reduce__(self) -> tuple[object, ...]:
        """Be copied, from process to process too, as it is, whatever a subclass makes its sentence of."""
        return copyreg.__newobj__, (type(self), *self.args), vars(self)  # type: ignore[attr-defined] # untyped there


class TranscriptError(VerbatimError):
    """A file that could not be read as a transcript.

    Attributes:
        source: The file, as it was named.
        line: The line at fault, counted from one, or None for the whole file.
        reason: What is wrong and what was expected.
    """

    def __init__(self, source: str, reason: str, *, line: int | None = None) -> None:
        """Keep the place and the reason apart, and join them for people."""
        place = source if line is None else f"{source}:{line}"
        super().__init__(f"{place}: {reason}")
        self.source = source
        self.line = line
        self.reason = reason


class UndecodableError(TranscriptError):
    """The bytes of a file are no text in any encoding that is read."""


class EmptyTranscriptError(TranscriptError):
    """A file without a word in it."""


class UnreadableError(TranscriptError):
    """A file that the disk or its permissions keep from us."""


class LibraryError(VerbatimError):
    """No library can be opened, or it holds nothing to search."""


class MissingFolderError(LibraryError):
    """A folder of transcripts that does not exist."""


class NoTranscriptsError(LibraryError):
    """A library without a single transcript."""


class QueryError(VerbatimError):
    """A request that cannot be answered as it was put."""


class EmptyQuestionError(QueryError):
    """A question or a quotation without a single word."""


class TooFewWordsError(QueryError):
    """A quotation of so few words that they may stand anywhere."""


class UnknownSpeakerError(QueryError):
    """A speaker's name that nobody in the library bears.

    Attributes:
        name: The name as it was given.
        closest: Names of speakers that resemble it, best first.
    """

    def __init__(self, name: str, closest: tuple[str, ...] = ()) -> None:
        """Say who was not found and who may have been meant."""
        hint = f"; did you mean {' or '.join(closest)}?" if closest else ""
        super().__init__(f"nobody called “{name}” speaks in these transcripts{hint}")
        self.name = name
        self.closest = closest


class UnknownTranscriptError(QueryError):
    """A transcript's id or title that the library does not hold.

    Attributes:
        name: The id or title as it was given.
        closest: Ids of transcripts that resemble it, best first.
    """

    def __init__(self, name: str, closest: tuple[str, ...] = ()) -> None:
        """Say what was not found and what may have been meant."""
        hint = f"; did you mean {' or '.join(closest)}?" if closest else ""
        super().__init__(f"there is no transcript called “{name}”{hint}")
        self.name = name
        self.closest = closest


class UnknownQuoteError(QueryError):
    """A quote's id that points nowhere in this library."""
