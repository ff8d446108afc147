"""Messages between a library and its replicas: pickles behind their length, from our own processes to our own.

A transcript goes by its id: whoever receives it has it on a shelf, and the wire stays narrow.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from retrieval.model import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from retrieval.errors import VerbatimError

LENGTH = 8  # bytes in which a message's length is written


@dataclass(frozen=True, kw_only=True, slots=True)
class Greeting:
    """What a replica is told first.

    Attributes:
        version: Of the program that starts it.
        cache: Where the library is remembered.
    """

    version: int
    cache: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What is to be done with the holdings: a method of theirs, and what it is given."""

    method: Callable[..., object]
    given: tuple[object, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Preparation:
    """What is new or changed in some folders is to be read, and the index of what they hold now kept on disk."""

    roots: tuple[Path, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Returned:
    """What came of a request."""

    value: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Raised:
    """A fault of the request, which whoever asked is to be told."""

    error: VerbatimError


@dataclass(frozen=True, kw_only=True, slots=True)
class Unable:
    """The replica cannot do it, whether or not another could."""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message.

    Raises:
        OSError: Nobody reads any more.
    """
    stream.write(len(message).to_bytes(LENGTH, "little"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a message.

    Raises:
        EOFError: The other end is closed.
    """
    return _exactly(stream, int.from_bytes(_exactly(stream, LENGTH), "little"))


def packed(message: object) -> bytes:
    """Return a message as bytes, with the ids of transcripts in place of them."""
    stream = io.BytesIO()
    _Packer(stream, pickle.HIGHEST_PROTOCOL).dump(message)
    return stream.getvalue()


def unpacked(message: bytes, transcript: Callable[[str], Transcript] | None = None) -> Any:  # noqa: ANN401 - any message
    """Return the message that bytes hold, with transcripts in place of their ids."""
    return _Unpacker(io.BytesIO(message), transcript).load()


class _Packer(pickle.Pickler):
    """Writes transcripts by their ids."""

    def persistent_id(self, one: object) -> str | None:
        """Return the id of a transcript, or None for what is to be written whole."""
        return one.id if isinstance(one, Transcript) else None


class _Unpacker(pickle.Unpickler):
    """Reads transcripts by their ids."""

    def __init__(self, stream: IO[bytes], transcript: Callable[[str], Transcript] | None) -> None:
        """Read from a stream, and transcripts from elsewhere."""
        super().__init__(stream)
        self._transcript = transcript

    def persistent_load(self, identity: str) -> Transcript:
        """Return the transcript of an id.

        Raises:
            UnpicklingError: No transcript was expected.
        """
        if self._transcript is None:
            raise pickle.UnpicklingError(identity)
        return self._transcript(identity)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    read = stream.read(size)
    if len(read) < size:
        raise EOFError
    return read
