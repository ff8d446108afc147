"""A folder of previews: a page for each card and look, one of them all, and pictures on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.preview.chromium import find_chromium, heights, photograph
from bot.preview.page import THEMES, page
from bot.preview.samples import samples

if TYPE_CHECKING:
    from pathlib import Path

    from bot.preview.samples import Sample
    from retrieval import Library

INDEX = "index.html"


def write(library: Library, folder: Path, *, png: bool) -> int:
    """Write previews of all cards and return how many there are.

    Args:
        library: The transcript of seeds/.
        folder: Where they go; it is made when it is missing.
        png: Whether to make pictures too.

    Raises:
        PreviewError: There is no Chromium for pictures, or it fails.
    """
    chromium = find_chromium() if png else None
    made = samples(library)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / INDEX).write_text(page(made, THEMES), encoding="utf-8")
    for sample in made:
        for theme in THEMES:
            (folder / f"{sample.name}.{theme}.html").write_text(page([sample], [theme]), encoding="utf-8")
    if chromium:
        _photograph(chromium, made, folder)
    return len(made)


def _photograph(chromium: str, made: list[Sample], folder: Path) -> None:
    """Make a picture of each page, as high as its card."""
    high = heights(chromium, page(made, THEMES[:1]), folder)
    for sample in made:
        for theme in THEMES:
            shown = folder / f"{sample.name}.{theme}.html"
            photograph(chromium, shown, shown.with_suffix(".png"), high[sample.name])
