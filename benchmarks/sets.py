"""Evaluation sets on disk: a folder with `transcripts/*.txt` and `questions.jsonl`.

A line of `questions.jsonl` is an object with `id`, `question`, `transcript` (a file's name) and `gold`: the character
ranges, half-open, of the turns that answer.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.errors import BenchmarkError
from retrieval import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

QUESTIONS, TRANSCRIPTS = "questions.jsonl", "transcripts"
SHUFFLE = 1
"""Seed of the order of questions, so that the first N of a set are a fair and always the same sample."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Characters of a transcript, which is named by its file."""

    transcript: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """A question whose answer is known.

    Attributes:
        id: What it is called in its set.
        text: As it is asked.
        transcript: The file that answers it.
        gold: The turns of that file that answer; at least one.
    """

    id: str
    text: str
    transcript: str
    gold: tuple[Span, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationSet:
    """Transcripts and questions about them.

    Attributes:
        name: Its folder, as seen from the folder that was given.
        folder: Where its transcripts lie.
        transcripts: Their files' names, in order.
        queries: The questions, shuffled.
    """

    name: str
    folder: Path
    transcripts: tuple[str, ...]
    queries: tuple[Query, ...]


def evaluation_sets(root: Path, limit: int | None = None) -> list[EvaluationSet]:
    """Return the evaluation sets in a folder and below, in order of name.

    Args:
        root: The folder; it may be a set itself.
        limit: How many questions of each to keep, or None for all.

    Raises:
        BenchmarkError: There is no such folder, no set in it, or a set is faulty.
    """
    if not root.is_dir():
        raise BenchmarkError(f"there is no folder {root}; name one that holds evaluation sets")
    found = [_read(root, path.parent, limit) for path in sorted(root.rglob(QUESTIONS)) if _transcripts(path.parent)]
    if not found:
        raise BenchmarkError(f"no evaluation set in {root}; a set holds {QUESTIONS} and {TRANSCRIPTS}/*.txt")
    return found


def _transcripts(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in (folder / TRANSCRIPTS).glob("*.txt")))


def _read(root: Path, folder: Path, limit: int | None) -> EvaluationSet:
    name = folder.name if folder == root else folder.relative_to(root).as_posix()
    transcripts = _transcripts(folder)
    queries = list(_queries(folder / QUESTIONS, f"{name}/{QUESTIONS}", transcripts))
    if not queries:
        raise BenchmarkError(f"{name}/{QUESTIONS} holds no question; add one a line, or remove the file")
    random.Random(SHUFFLE).shuffle(queries)  # noqa: S311 - a sample, not a secret
    return EvaluationSet(
        name=name, folder=folder / TRANSCRIPTS, transcripts=transcripts, queries=tuple(queries[:limit])
    )


def _queries(path: Path, source: str, transcripts: Sequence[str]) -> Iterator[Query]:
    for number, line in enumerate(_text(path, source).split("\n"), start=1):
        if line.strip():
            try:
                query = _query(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                reason = "expected an object with id, question, transcript and gold [[start, end], …]"
                raise BenchmarkError(f"{source}:{number}: {reason}") from error
            if query.transcript not in transcripts:
                raise BenchmarkError(f"{source}:{number}: there is no {TRANSCRIPTS}/{query.transcript}")
            yield query


def _text(path: Path, source: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BenchmarkError(f"{source} is not UTF-8 text; save it as UTF-8") from error


def _query(row: dict[str, Any]) -> Query:
    gold = tuple(Span(start=int(start), end=int(end)) for start, end in row["gold"])
    if not gold:
        raise ValueError("a question without an answer cannot be scored")
    return Query(id=str(row["id"]), text=str(row["question"]), transcript=str(row["transcript"]), gold=gold)
