"""What somebody would otherwise pick, each used as its own documentation shows it, over the same units.

All are indexed over the whole set, so that within one transcript they too weigh words by all of them, as Verbatim does.
Equal scores keep the order of the transcripts. bm25s and tantivy come with the extra `bench`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from benchmarks.errors import BenchmarkError
from benchmarks.peers import dense, engines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from benchmarks.evaluation import Searcher
    from benchmarks.units import Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Peer:
    """A search library to compare with.

    Attributes:
        name: What it is called on the command line and in JSON.
        label: What it is called in tables.
        index: Indexes units and lends what searches them.
        package: Where it comes from, or None for Python itself.
    """

    name: str
    label: str
    index: Callable[[Sequence[Unit]], AbstractContextManager[Searcher]]
    package: str | None

    @property
    def release(self) -> str:
        """The package and version that is compared."""
        return f"{self.package} {version(self.package)}" if self.package else f"SQLite {sqlite3.sqlite_version}"


PEERS = (
    Peer(name="rank_bm25", label="rank_bm25, tutorial", index=dense.tutorial_rank_bm25, package="rank-bm25"),
    Peer(name="rank_bm25_analysed", label="rank_bm25, analysed", index=dense.analysed_rank_bm25, package="rank-bm25"),
    Peer(name="bm25s", label="bm25s", index=dense.bm25s, package="bm25s"),
    Peer(name="tantivy", label="tantivy", index=engines.tantivy, package="tantivy"),
    Peer(name="fts5", label="SQLite FTS5", index=engines.fts5, package=None),
)


def called(names: Iterable[str]) -> tuple[Peer, ...]:
    """Return the peers of these names, in their usual order.

    Raises:
        BenchmarkError: One of them is not installed.
    """
    wanted = set(names)
    chosen = tuple(peer for peer in PEERS if peer.name in wanted)
    missing = [peer.name for peer in chosen if peer.package and not find_spec(peer.package.replace("-", "_"))]
    if missing:
        raise BenchmarkError(f"not installed: {', '.join(missing)}; run: pip install -e '.[bench]'")
    return chosen
