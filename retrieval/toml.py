"""TOML files beside the transcripts: read strictly, each fault with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from retrieval.errors import TranscriptError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AT_LINE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class TomlFile:
    """A TOML file, and what was found to be wrong with what it says.

    Attributes:
        source: Its path, relative to its folder.
        text: Its text.
        says: Its keys with their values.
        faults: What is wrong so far.
    """

    source: str
    text: str
    says: Mapping[str, Any]
    faults: list[TranscriptError] = field(default_factory=list)

    def blame(self, key: str, reason: str) -> None:
        """Note a fault at the line of a key."""
        self.faults.append(TranscriptError(self.source, reason, line=line_of(key, self.text)))

    def known(self, table: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
        """Return what a table says under some keys, and note any other key."""
        expected = " and ".join([", ".join(keys[:-1]), keys[-1]])
        for key in [key for key in table if key not in keys]:
            self.blame(key, f"“{key}” means nothing here; known are {expected}")
        return {key: table[key] for key in keys if key in table}

    def table(self, key: str) -> Mapping[str, Any]:
        """Return the table under a key, an empty one where there is none; anything else there is noted."""
        given = self.says.get(key, {})
        if isinstance(given, dict):
            return given
        self.blame(key, f"expected a table [{key}]")
        return {}


def read_toml(data: bytes, source: str) -> TomlFile:
    """Return what a TOML file says.

    Raises:
        TranscriptError: It is no TOML, or no UTF-8.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TranscriptError(source, "the file is not valid UTF-8 text", line=line) from error
    try:
        return TomlFile(source=source, text=text, says=tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = AT_LINE.search(str(error))
        line = int(place["line"]) if place and place["line"] else max(len(text.splitlines()), 1)
        reason = f"the file is not valid TOML ({AT_LINE.sub('', str(error))})"
        raise TranscriptError(source, reason, line=line) from error


def line_of(key: str, text: str) -> int | None:
    """Return the line in which a key first stands, or None where it is written in some roundabout way."""
    written = re.search(rf"(?<![^\s\[{{,.])(?P<quote>[\"']?){re.escape(key)}(?P=quote)\s*[=\].]", text)
    return text[: written.start()].count("\n") + 1 if written else None
