"""Peers that are search engines of their own: tantivy, and SQLite's full-text search."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, contextmanager, nullcontext
from typing import TYPE_CHECKING

from benchmarks.errors import BenchmarkError
from benchmarks.metrics import DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from tantivy import Query

    from benchmarks.evaluation import Hits, Searcher
    from benchmarks.sets import Place
    from benchmarks.units import Unit

WORD = re.compile(r"\w+")
HEAP = 256 << 20
"""Bytes that tantivy may fill before it starts another segment: equal scores keep their order within one only."""


class Tantivy:
    """A tantivy index in memory: its English stemmer; any word of the question may match."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Index units."""
        from tantivy import Document, Index, SchemaBuilder  # noqa: PLC0415 - an extra

        self._units = units
        builder = SchemaBuilder().add_integer_field("number", fast=True)
        builder = builder.add_text_field("transcript", tokenizer_name="raw")
        self._schema = builder.add_text_field("text", tokenizer_name="en_stem").build()
        self._index = Index(self._schema)
        writer = self._index.writer(heap_size=HEAP, num_threads=1)
        for number, unit in enumerate(units):
            writer.add_document(Document(number=number, transcript=unit.place.transcript, text=unit.text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, question: str, transcript: str) -> Hits:
        """Return the best places that hold a word of the question."""
        from tantivy import Occur, Query  # noqa: PLC0415 - an extra

        words = self._index.parse_query(" ".join(WORD.findall(question.lower())), ["text"])
        here = Query.const_score_query(Query.term_query(self._schema, "transcript", transcript), 0.0)
        within = Query.boolean_query([(Occur.Must, words), (Occur.Must, here)])
        return {"within": self._best(within), "pool": self._best(words)}

    def _best(self, query: Query) -> list[Place]:
        addresses = [address for _, address in self._searcher.search(query, DEPTH).hits]
        numbers = self._searcher.fast_field_values("number", addresses)
        return [self._units[int(number)].place for number in numbers if number is not None]


class Fts5:
    """A table of SQLite's FTS5: its Porter stemmer and bm25(); any word of the question may match."""

    def __init__(self, units: Sequence[Unit], database: sqlite3.Connection) -> None:
        """Index units in an empty database."""
        self._units = units
        self._database = database
        database.execute("CREATE VIRTUAL TABLE units USING fts5(text, transcript UNINDEXED, tokenize='porter')")
        rows = ((number, unit.text, unit.place.transcript) for number, unit in enumerate(units))
        database.executemany("INSERT INTO units(rowid, text, transcript) VALUES (?, ?, ?)", rows)

    def search(self, question: str, transcript: str) -> Hits:
        """Return the best places that hold a word of the question."""
        words = " OR ".join(f'"{word}"' for word in WORD.findall(question)) or '""'
        return {
            "within": self._best("units MATCH ? AND transcript = ?", words, transcript),
            "pool": self._best("units MATCH ?", words),
        }

    def _best(self, condition: str, *parameters: str) -> list[Place]:
        query = f"SELECT rowid FROM units WHERE {condition} ORDER BY rank, rowid LIMIT {DEPTH}"  # noqa: S608 - no input
        return [self._units[number].place for (number,) in self._database.execute(query, parameters)]


def tantivy(units: Sequence[Unit]) -> AbstractContextManager[Searcher]:
    """Index with tantivy."""
    return nullcontext(Tantivy(units))


@contextmanager
def fts5(units: Sequence[Unit]) -> Iterator[Searcher]:
    """Index in SQLite, in memory.

    Raises:
        BenchmarkError: This Python's SQLite was built without FTS5.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            searcher = Fts5(units, database)
        except sqlite3.OperationalError as error:
            raise BenchmarkError(f"this SQLite cannot index ({error}); leave fts5 out of --peers") from error
        yield searcher
