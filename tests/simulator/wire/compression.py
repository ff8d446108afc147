"""Transport compression: one stream for the life of a gateway connection."""

from __future__ import annotations

import zlib
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Encode: TypeAlias = "Callable[[bytes], bytes]"


def zlib_stream() -> Encode:
    """Return an encoder whose every message ends in 00 00 ff ff."""
    stream = zlib.compressobj()
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def zstd_stream() -> Encode:
    """Return an encoder by the library that discord.py, in the same environment, decodes with."""
    if find_spec("zstandard") is None:
        stdlib = import_module("compression.zstd").ZstdCompressor()
        return lambda data: bytes(stdlib.compress(data, mode=stdlib.FLUSH_BLOCK))
    library = import_module("zstandard")
    stream = library.ZstdCompressor().compressobj()
    return lambda data: bytes(stream.compress(data) + stream.flush(library.COMPRESSOBJ_FLUSH_BLOCK))


STREAMS: dict[str, Callable[[], Encode]] = {"zlib-stream": zlib_stream, "zstd-stream": zstd_stream}
