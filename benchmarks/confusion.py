"""Checked quotations → a confusion table for people, or a JSON-ready object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.verdicts import OUTCOMES, percentiles, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.quoting import Corpus
    from benchmarks.verdicts import Checked, Row

HEADINGS = ("", *OUTCOMES, "unflagged", "deserved", "reach", "")


def table(found: Sequence[Checked], corpora: Sequence[Corpus]) -> str:
    """Return the lines of a table: rules down, verdicts across."""
    cells = [HEADINGS, *(tuple(_cells(row)) for row in rows(found))]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(_aligned(line, widths)).rstrip() for line in cells]
    sizes = ", ".join(f"{corpus.name} ({_size(corpus)})" for corpus in corpora)
    taken = ", ".join(f"{name} {value} ms" for name, value in percentiles(found).items())
    return "\n".join([*lines, "", f"{len(found)} quotations from {sizes}; a check took {taken} of processor time."])


def report(found: Sequence[Checked], corpora: Sequence[Corpus]) -> dict[str, Any]:
    """Return everything that was measured."""
    return {
        "corpora": [{"name": corpus.name, "transcripts": len(corpus.library.transcripts)} for corpus in corpora],
        "quotations": len(found),
        "rules": {
            row.rule: {
                "verdicts": dict(row.counts),
                "unflagged": row.unflagged,
                "deserved": row.right,
                "reach": row.reach,
            }
            for row in rows(found)
        },
        "milliseconds": percentiles(found),
        "wrong": [_wrong(one) for one in found if not one.deserved],
    }


def wrong(found: Sequence[Checked]) -> str:
    """Return a line for each quotation that got another verdict than it deserves."""
    lines = (_wrong(one) for one in found if not one.deserved)
    return "\n".join(f"{one['rule']} → {one['verdict']}: {one['quotation']} ({one['speaker']})" for one in lines)


def _wrong(one: Checked) -> dict[str, Any]:
    quoted = one.case.quoted
    return {"rule": one.case.rule, "verdict": one.outcome, "quotation": quoted.words, "speaker": quoted.speaker}


def _cells(row: Row) -> Iterator[str]:
    yield row.rule
    for outcome in OUTCOMES:
        yield str(row.counts[outcome] or "·")
    yield str(row.unflagged or "·")
    yield f"{row.right:.3f}"
    yield f"{row.reach:.2f}"
    yield "" if row.right >= row.reach else "missed"


def _aligned(line: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for place, (cell, width) in enumerate(zip(line, widths, strict=True)):
        yield cell.ljust(width) if place in {0, len(widths) - 1} else cell.rjust(width)


def _size(corpus: Corpus) -> str:
    return f"{len(corpus.library.transcripts)} transcripts"
