"""What races in `speed`: Verbatim's scorer and its peers, each over the same terms, on disk where it can be.

A corpus is a file of passages, a line each, its terms parted by spaces. A racer builds its index of that in a folder,
opens it in another process, and returns the numbers of the ten best passages for the terms of a question.
"""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass, fields
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from benchmarks.metrics import DEPTH
from retrieval.bm25 import Okapi, Postings
from retrieval.counting import Counting
from retrieval.maxscore import best
from retrieval.numbering import Numbers, renumber
from retrieval.places import portions
from retrieval.tables import Words
from retrieval.terms import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Search: TypeAlias = Callable[[Sequence[str]], Sequence[int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Racer:
    """A search library, or a way to use it.

    Attributes:
        name: What it is called on the command line, in tables and in JSON.
        package: Where it comes from, or None for Python itself and Verbatim.
        needs: Modules that it needs.
        build: Indexes a file of passages in an empty folder.
        open: Opens what was built.
    """

    name: str
    package: str | None
    needs: tuple[str, ...]
    build: Callable[[Path, Path], None]
    open: Callable[[Path, Path], Search]

    @property
    def installed(self) -> bool:
        """Whether all that it needs is there."""
        return all(find_spec(module) for module in self.needs)

    @property
    def release(self) -> str:
        """The package and version that races."""
        return f"{self.package} {version(self.package)}" if self.package else f"SQLite {sqlite3.sqlite_version}"


def build_okapi(corpus: Path, folder: Path) -> None:
    """Index with Verbatim's plain BM25."""
    words, lengths, counting = _counted(corpus)
    postings = counting.postings()
    table = Words.of(words)
    counted = {field.name: getattr(postings, field.name) for field in fields(Postings)}
    for name, column in {**counted, "lengths": lengths, "letters": table.letters, "starts": table.starts}.items():
        np.save(folder / f"{name}.npy", column)


def _counted(corpus: Path) -> tuple[list[str], NDArray[np.int32], Counting]:
    """Return the words of a corpus, the length of each passage, and what was counted; the stream is let go."""
    numbers: Numbers[str] = Numbers()
    words, starts = array("i"), array("i", [0])
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            words.fromlist(numbers.of(line.split()))
            starts.append(len(words))
    names, ranks = sorted(numbers), np.empty(len(numbers), dtype=np.int32)
    ranks[numbers.of(names)] = np.arange(len(names), dtype=np.int32)
    stream, passage_starts = np.frombuffer(words, dtype=np.int32), np.array(starts, dtype=np.int32)
    renumber(stream, ranks)
    counting = Counting(np.diff(passage_starts), len(names))
    for portion in portions(stream, passage_starts, len(names)):
        counting.add(portion)
    return names, np.diff(passage_starts), counting


def open_okapi(folder: Path, _: Path) -> Search:
    """Open Verbatim's plain BM25."""

    def held(name: str) -> Any:  # noqa: ANN401 - whatever kind of numbers was saved
        return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))

    words: Words[Term] = Words(letters=held("letters"), starts=held("starts"))
    postings = Postings(**{field.name: held(field.name) for field in fields(Postings)})
    okapi = Okapi(words, postings, held("lengths"))
    return lambda terms: best(okapi, [Term(term) for term in terms], DEPTH)[0].tolist()


def build_nothing(corpus: Path, folder: Path) -> None:
    """Leave all to the opening: rank-bm25 keeps nothing on disk."""


def open_rank_bm25(_: Path, corpus: Path) -> Search:
    """Index with rank-bm25."""
    from rank_bm25 import BM25Okapi  # noqa: PLC0415 - what others need not load

    with corpus.open(encoding="utf-8") as lines:
        bm25 = BM25Okapi([line.split() for line in lines])

    def search(terms: Sequence[str]) -> Sequence[int]:
        scores = bm25.get_scores(list(terms))
        return np.argsort(scores)[::-1][:DEPTH].tolist()  # type: ignore[no-any-return] # numbers

    return search


def build_bm25s(corpus: Path, folder: Path) -> None:
    """Index with bm25s."""
    import bm25s  # noqa: PLC0415 - an extra

    retriever = bm25s.BM25()
    with corpus.open(encoding="utf-8") as lines:
        retriever.index([line.split() for line in lines], show_progress=False)
    retriever.save(str(folder))


def open_bm25s(folder: Path, backend: str) -> Search:
    """Open what bm25s built, mapped into memory."""
    import bm25s  # noqa: PLC0415 - an extra

    retriever = bm25s.BM25.load(str(folder), mmap=backend == "numpy")
    retriever.backend = backend

    def search(terms: Sequence[str]) -> Sequence[int]:
        found, _ = retriever.retrieve([list(terms)], k=DEPTH, show_progress=False, n_threads=0)
        numbers: list[int] = found[0].tolist()
        return numbers

    return search


def build_tantivy(corpus: Path, folder: Path) -> None:
    """Index with tantivy, in one thread."""
    from tantivy import Document, Index, SchemaBuilder  # noqa: PLC0415 - an extra

    builder = SchemaBuilder().add_integer_field("number", fast=True)
    schema = builder.add_text_field("text", tokenizer_name="whitespace").build()
    writer = Index(schema, path=str(folder)).writer(heap_size=256 << 20, num_threads=1)
    with corpus.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            writer.add_document(Document(number=number, text=line))
    writer.commit()
    writer.wait_merging_threads()


def open_tantivy(folder: Path, _: Path) -> Search:
    """Open what tantivy built."""
    from tantivy import Index, Occur, Query  # noqa: PLC0415 - an extra

    index = Index.open(str(folder))
    schema, searcher = index.schema, index.searcher()

    def search(terms: Sequence[str]) -> Sequence[int]:
        query = Query.boolean_query([(Occur.Should, Query.term_query(schema, "text", term)) for term in terms])
        addresses = [address for _, address in searcher.search(query, DEPTH, count=False).hits]
        return [int(number or 0) for number in searcher.fast_field_values("number", addresses)]

    return search


def build_fts5(corpus: Path, folder: Path) -> None:
    """Index with SQLite's FTS5."""
    with sqlite3.connect(folder / "fts5.sqlite") as database, corpus.open(encoding="utf-8") as lines:
        database.execute("CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize='unicode61')")
        database.executemany("INSERT INTO passages(rowid, text) VALUES (?, ?)", enumerate(lines))


def open_fts5(folder: Path, _: Path) -> Search:
    """Open what SQLite built."""
    database = sqlite3.connect(folder / "fts5.sqlite")
    query = f"SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT {DEPTH}"  # noqa: S608 - a constant

    def search(terms: Sequence[str]) -> Sequence[int]:
        words = " OR ".join('"{}"'.format(term.replace('"', '""')) for term in terms)
        return [number for (number,) in database.execute(query, [words])]

    return search


RACERS = (
    Racer(name="verbatim", package="verbatim", needs=(), build=build_okapi, open=open_okapi),
    Racer(name="rank_bm25", package="rank-bm25", needs=(), build=build_nothing, open=open_rank_bm25),
    Racer(
        name="bm25s",
        package="bm25s",
        needs=("bm25s",),
        build=build_bm25s,
        open=lambda folder, _: open_bm25s(folder, "numpy"),
    ),
    Racer(
        name="bm25s_numba",
        package="bm25s",
        needs=("bm25s", "numba"),
        build=build_bm25s,
        open=lambda folder, _: open_bm25s(folder, "numba"),
    ),
    Racer(name="tantivy", package="tantivy", needs=("tantivy",), build=build_tantivy, open=open_tantivy),
    Racer(name="fts5", package=None, needs=(), build=build_fts5, open=open_fts5),
)
