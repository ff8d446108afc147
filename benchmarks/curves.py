"""Curves → a picture: what a question costs against the size of the archive."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from benchmarks.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def require_drawing() -> None:
    """Make sure, before minutes pass, that a picture can be drawn.

    Raises:
        BenchmarkError: matplotlib is not installed.
    """
    if not find_spec("matplotlib"):
        raise BenchmarkError("--plot needs matplotlib; run: pip install -e '.[bench]'")


def draw(path: Path, curves: Mapping[str, Sequence[tuple[int, float]]]) -> None:
    """Draw milliseconds against passages, both on logarithmic scales, a line for each name.

    Raises:
        BenchmarkError: matplotlib is not installed, or the file cannot be written.
    """
    require_drawing()
    from matplotlib.figure import Figure  # noqa: PLC0415 - an extra

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    for name, points in curves.items():
        axes.loglog(*zip(*points, strict=True), marker="o", label=name)
    axes.set_xlabel("passages")
    axes.set_ylabel("median milliseconds a question")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    try:
        figure.savefig(path, format="png", dpi=150)
    except OSError as error:
        raise BenchmarkError(f"{path} cannot be written ({error.strerror}); name another file") from error
