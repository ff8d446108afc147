from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import formats
from retrieval.library import building, reading
from retrieval.segments import segment_of
from tests.retrieval.library.folders import SEA, TREATY, write

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.model import Transcript
    from retrieval.segments import Register, Segment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talks").mkdir()
    write(tmp_path / "talks", sea=SEA, treaty=TREATY)
    return tmp_path / "talks"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of the files that are parsed."""
    sources: list[str] = []
    parse = formats.read

    def counted(data: bytes, source: str, transcript_id: str) -> Transcript:
        sources.append(source)
        return parse(data, source, transcript_id)

    monkeypatch.setattr(reading, "read", counted)
    return sources


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of the transcripts that are analysed."""
    sources: list[str] = []

    def counted(transcript: Transcript, register: Register) -> Segment:
        sources.append(transcript.source)
        return segment_of(transcript, register)

    monkeypatch.setattr(building, "segment_of", counted)
    return sources
