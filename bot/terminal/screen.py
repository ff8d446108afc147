"""Blocks on a terminal, set with rich: lines that fit, wide characters, colours, aligned columns."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from bot.terminal.blocks import Paragraph
from bot.terminal.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from bot.terminal.blocks import Block, Style, Table

READABLE_WIDTH = 88  # columns: the eye loses its place in longer lines
_UNLIMITED = 10_000  # columns, where nobody's screen limits them

_LOOKS: Mapping[Style, str] = {
    "quote": "bold",
    "attribution": "cyan",
    "detail": "dim",
    "answer": "green",
    "refusal": "yellow",
    "heading": "underline",
    "fault": "red",
    "plain": "",
}


def show(block: Block, stream: TextIO, *, colour: bool) -> None:
    """Set a block for the terminal that a stream belongs to, or as wide as it likes for anything else."""
    console = console_for(stream, colour=colour)
    if isinstance(block, Paragraph):
        _show_paragraph(block, console)
    else:
        with console.capture() as capture:
            console.print(_grid(block))
        lines = (line.rstrip() for line in capture.get().split("\n"))
        stream.write("\n".join(lines).strip("\n") + "\n")


def console_for(stream: TextIO, *, colour: bool) -> Console:
    """Open rich on a stream; without colour, no escape sequence at all is written for looks."""
    on_screen = stream.isatty()
    return Console(
        file=stream,
        width=shutil.get_terminal_size().columns if on_screen else _UNLIMITED,
        force_terminal=on_screen,
        color_system="auto" if on_screen and colour else None,
    )


def _show_paragraph(paragraph: Paragraph, console: Console) -> None:
    """Wrap words at white space; nothing but line breaks is added, and no markup in them has an effect."""
    text = Text(harmless(paragraph.text), style=_LOOKS[paragraph.style])
    margin = Text(" " * paragraph.indent)
    width = min(console.width, READABLE_WIDTH) - paragraph.indent
    for line in text.wrap(console, max(width, 1)):
        line.rstrip()
        console.print(margin + line if line else line, no_wrap=True, overflow="ignore", crop=False)


def _grid(table: Table) -> Grid:
    """Lay a table out."""
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False)
    for heading in table.headings:
        grid.add_column(heading, justify="right" if heading in table.numbers else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(harmless(cell)) for cell in row))
    return grid
