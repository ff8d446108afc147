"""Folders of transcripts to open, and all that a library of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval import Library
from retrieval.library.index_files import arrays_of

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.index import Index

SEA = "Ann Lee: The sea is calm today.\n\nBob Ray: And the harbour is full of boats."
TREATY = "Question: What of the treaty?\n\nJ.Roe: The treaty stands, and seventy states have signed it."
LUNCH = "Cid Poe: Lunch is fish.\n\nDee Fox: I would rather have soup for lunch, as the doctor said."


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def parts(library: Library) -> dict[str, object]:
    """Everything in an index that a question can depend on."""
    index: Index = library._current.built.holdings.index  # noqa: SLF001 - the law is about what is inside
    held: dict[str, object] = {path: array.tolist() for path, array in arrays_of(index)}
    return held | {"transcripts": list(library.transcripts), "headers": list(index.headers)}


def remember(folder: Path, cache: Path) -> dict[str, object]:
    """Open a library and close it again, as a process does that ends."""
    library = Library.open(folder, cache=cache)
    held = parts(library)
    library.close()
    return held
