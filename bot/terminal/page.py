"""Blocks → a stream: set for a screen, or plain and unwrapped for a pipe or a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.terminal.blocks import Paragraph
from bot.terminal.harmless import harmless

if TYPE_CHECKING:
    from typing import TextIO

    from bot.terminal.blocks import Block


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Where blocks are written.

    Attributes:
        stream: Takes the text.
        colour: Whether it may be coloured if it belongs to a terminal.
    """

    stream: TextIO
    colour: bool = True

    def write(self, *blocks: Block) -> None:
        """Show blocks, and have them out before this returns."""
        for block in blocks:
            self._write(block)
        self.stream.flush()

    def _write(self, block: Block) -> None:
        """Show one block; words for a pipe do without the machinery of a screen."""
        if isinstance(block, Paragraph) and not self.stream.isatty():
            self.stream.write(f"{' ' * block.indent}{harmless(block.text)}\n")
            return
        from bot.terminal import screen  # noqa: PLC0415 - a pipe need not wait for rich to load

        screen.show(block, self.stream, colour=self.colour)
