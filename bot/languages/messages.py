"""The files of messages: one for each language, `key = "text with {placeholders}"` in tables that nest.

A message that counts something is a table of plural forms, as Unicode names them for the language:
https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Message: TypeAlias = "str | Mapping[str, str]"

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})


@cache
def messages_of(code: str) -> Mapping[str, Message]:
    """Read the messages of a language, by their keys with dots: `about.heading`."""
    text = files(__package__).joinpath(f"{code}.toml").read_text(encoding="utf-8")
    return dict(_flattened("", tomllib.loads(text)))


def _flattened(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Message]]:
    """Yield each message with its whole key; a table of plural forms is one message."""
    for name, value in table.items():
        if isinstance(value, dict) and not value.keys() <= PLURAL_FORMS:
            yield from _flattened(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", value
