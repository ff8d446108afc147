from __future__ import annotations

import sqlite3
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from benchmarks import peers
from benchmarks.errors import BenchmarkError
from benchmarks.metrics import DEPTH
from benchmarks.peers import PEERS, Peer, called, engines
from benchmarks.sets import Place
from benchmarks.units import Unit
from retrieval import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.evaluation import Hits

SAID = (
    ("weather.txt", "It rained all week and the river rose."),
    ("weather.txt", "The bridge was closed because of the flood."),
    ("weather.txt", "Schools stayed open."),
    ("money.txt", "The budget was passed on Friday."),
    ("money.txt", "A new bridge costs four million; the old bridge cannot be repaired."),
    ("money.txt", "Taxes stay as they are."),
)
UNITS = tuple(
    Unit(place=Place(transcript=transcript, span=Span(start=100 * number, end=100 * number + len(text))), text=text)
    for number, (transcript, text) in enumerate(SAID)
)


@pytest.fixture(params=PEERS, ids=lambda peer: peer.name)
def peer(request: pytest.FixtureRequest) -> Peer:
    peer: Peer = request.param
    if peer.package:
        pytest.importorskip(peer.package.replace("-", "_"), reason="it comes with the extra `bench`")
    return peer


def test_an_obvious_passage_comes_first_among_all(peer: Peer) -> None:
    hits = search(peer, "What does a new bridge cost?", "weather.txt")

    assert texts(hits["pool"])[0] == SAID[4][1]


def test_within_a_transcript_only_its_passages_are_found(peer: Peer) -> None:
    hits = search(peer, "What does a new bridge cost?", "weather.txt")

    assert texts(hits["within"])[0] == SAID[1][1]
    assert {place.transcript for place in hits["within"]} == {"weather.txt"}


def test_equal_passages_keep_their_order(peer: Peer) -> None:
    same = [
        Unit(place=Place(transcript="talk.txt", span=Span(start=number, end=number + 1)), text="The bridge is closed.")
        for number in range(2 * DEPTH)
    ]
    others = [Unit(place=unit.place, text="Nobody knows when it rained.") for unit in same + same + same]

    hits = search(peer, "bridge", "talk.txt", [*same, *others])

    assert [place.span.start for place in hits["pool"]] == [*range(DEPTH)]
    assert [place.span.start for place in hits["within"]] == [*range(DEPTH)]


@pytest.mark.parametrize(
    "question", ["What?", "zebra", '"bridge" AND (NOT * OR: ^~', "?!", "o'clock text:bridge"],
    ids=["stop words", "unknown", "query syntax", "no word", "field syntax"],
)  # fmt: skip
def test_no_question_breaks_it(peer: Peer, question: str) -> None:
    hits = search(peer, question, "money.txt")

    assert len(hits["pool"]) <= DEPTH


def test_a_peer_tells_its_release(peer: Peer) -> None:
    assert peer.release.split()[0] == (peer.package or "SQLite")
    assert peer.release.split()[1][0].isdigit()


def test_peers_come_in_their_usual_order_whatever_the_order_asked_for() -> None:
    chosen = called(["fts5", "rank_bm25"])

    assert [peer.name for peer in chosen] == ["rank_bm25", "fts5"]


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda name: None if name in {"bm25s", "tantivy"} else find_spec(name))

    with pytest.raises(BenchmarkError, match=r"^not installed: bm25s, tantivy; run: pip install -e '\.\[bench\]'$"):
        called(peer.name for peer in PEERS)


def test_sqlite_without_full_text_search_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(engines, "Fts5", refuse)

    with pytest.raises(BenchmarkError, match=r"no such module: fts5.*leave fts5 out of --peers"), engines.fts5(UNITS):
        pass


def search(peer: Peer, question: str, transcript: str, units: Sequence[Unit] = UNITS) -> Hits:
    with peer.index(units) as searcher:
        return searcher.search(question, transcript)


def texts(places: Sequence[Place]) -> list[str]:
    return [unit.text for place in places for unit in UNITS if unit.place == place]
