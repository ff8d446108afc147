"""Front matter: the lines of YAML between two fences that say, at the top of a Markdown file, what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import yaml

from retrieval.formats.press.facts import Facts, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Makes strings, lists and mappings, never an object, and takes `No` for the name that it may be."""
FENCED = re.compile(
    r"\s{0,20}---[^\S\n]*\n(?P<yaml>(?=\s*(?:#.*\s+)?[\"']?[^\W\d][\w -]{0,40}[\"']?[^\S\n]*:)(?:.*\n){1,1000}?)"
    r"(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)"
)
"""Two fences with a key and a colon below the first; without one, dashes are only a rule."""
LINE = re.compile(r"^(?P<key>[^\W\d][\w -]{0,40}):[^\S\n]+[\"']?(?P<value>\S.*?)[\"']?[^\S\n]*$", re.MULTILINE)
NESTED = re.compile(r"[\[{]")
MOST_NESTED = 100
"""Brackets within front matter; more are no list of speakers, and parsers call themselves for each."""
LONGEST = 50_000  # characters


def read_front_matter(text: str) -> tuple[Facts, int]:
    """Return what the front matter of a text says and where it ends; nothing and 0 where there is none."""
    fenced = FENCED.match(text)
    if fenced is None:
        return Facts(), 0
    return facts_of(_fields(fenced["yaml"])), fenced.end()


def _fields(written: str) -> Mapping[str, Sequence[str]]:
    """Return what stands under each key; of front matter that is no YAML, what its plain lines say."""
    if len(written) <= LONGEST and len(NESTED.findall(written)) <= MOST_NESTED:
        try:
            record = yaml.load(written, Loader=LOADER)  # noqa: S506 - it makes strings, lists and mappings only
        except (yaml.YAMLError, ValueError, RecursionError):
            record = None
        if isinstance(record, Mapping):
            return {_key(key): [*_strings(value)] for key, value in record.items()}
    return {_key(line["key"]): [line["value"]] for line in LINE.finditer(written[:LONGEST])}


def _key(key: object) -> str:
    return " ".join(str(key).replace("_", " ").casefold().split())


def _strings(value: object) -> Iterator[str]:
    """Yield the strings of a value: its own, its items', and its items' names."""
    for item in value if isinstance(value, Sequence) and not isinstance(value, str) else [value]:
        named = item.get("name", item.get("url")) if isinstance(item, Mapping) else item
        if isinstance(named, str):
            yield named
