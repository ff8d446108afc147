"""Other names of the same thing, from `aliases.toml` beside the transcripts: they widen a question and touch no quote.

[aliases]
"United States" = ["US", "America", "Washington"]
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from retrieval.errors import TranscriptError
from retrieval.terms import Term, analyse
from retrieval.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from retrieval.question import QueryWord, Question

FILE_NAME = "aliases.toml"
Run: TypeAlias = "tuple[Term, ...]"
Aliases: TypeAlias = "tuple[frozenset[Run], ...]"
"""Groups of names that mean the same, each name as its terms in a row."""


def read_aliases(data: bytes, source: str, languages: Iterable[str]) -> Aliases:
    """Return the groups of names that a file gives, analysed in each of some languages.

    Raises:
        TranscriptError: The file is no TOML, or holds something else than lists of names.
    """
    file = read_toml(data, source)
    spoken = tuple(dict.fromkeys(languages))
    return tuple(_group(name, others, source, spoken) for name, others in _items(file.says.get("aliases", {}), source))


def widened(question: Question, aliases: Aliases) -> Question:
    """Return a question in which a name that has aliases stands for all of them."""
    return replace(question, words=tuple(_widened(question.words, aliases)))


def _items(given: object, source: str) -> Iterable[tuple[str, object]]:
    if not isinstance(given, dict):
        raise TranscriptError(source, "expected a table [aliases] of names")
    return given.items()


def _group(name: str, others: object, source: str, languages: Sequence[str]) -> frozenset[Run]:
    names = [others] if isinstance(others, str) else others
    if not isinstance(names, list) or not all(isinstance(other, str) for other in names):
        raise TranscriptError(source, f'expected a list of names for “{name}”, such as ["US", "America"]')
    return frozenset(tuple(analyse(one, language)) for one in (name, *names) for language in languages) - {()}


def _widened(words: Sequence[QueryWord], aliases: Aliases) -> Iterator[QueryWord]:
    start = 0
    while start < len(words):
        length, group = _match(words[start:], aliases)
        yield _merged(words[start : start + length], group) if group else words[start]
        start += length


def _match(words: Sequence[QueryWord], aliases: Aliases) -> tuple[int, frozenset[Run]]:
    """Return how many words at the beginning are a name that has aliases, and these; the longest name counts."""
    found = [(len(run), group) for group in aliases for run in group if _opens(words, run)]
    return max(found, key=lambda match: match[0], default=(1, frozenset()))


def _opens(words: Sequence[QueryWord], run: Run) -> bool:
    return len(run) <= len(words) and all(term in word.terms for term, word in zip(run, words, strict=False))


def _merged(words: Sequence[QueryWord], group: frozenset[Run]) -> QueryWord:
    runs = sorted(group)
    return replace(
        words[0],
        typed=" ".join(word.typed for word in words),
        terms=tuple(run[0] for run in runs if len(run) == 1),
        runs=tuple(run for run in runs if len(run) > 1),
        content=True,
    )
