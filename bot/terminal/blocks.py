"""What is shown, before anything knows where: paragraphs and tables in the order they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["quote", "attribution", "detail", "answer", "refusal", "heading", "fault", "plain"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Words in one manner.

    Attributes:
        text: The words; line breaks in them are kept.
        style: What the words are, from which their looks follow.
        indent: Columns of space before each line.
    """

    text: str
    style: Style = "plain"
    indent: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows under headings; every row is as long as the headings.

    Attributes:
        headings: What the columns hold.
        rows: The cells, row by row.
        numbers: Headings whose columns hold numbers, to be set flush right.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[str] = frozenset()


Block: TypeAlias = Paragraph | Table

BLANK = Paragraph(text="")
