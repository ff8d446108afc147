"""What users of the bot on Discord held to be wrong, and what they missed → blocks, for whoever runs it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.terminal.blocks import BLANK, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.store import Store
    from bot.terminal.blocks import Block

_MOST_GAPS = 50


def complaints(store: Store) -> Iterator[Block]:
    """List what was held to be wrong, and the words that were asked about and that no transcript holds."""
    wrong = tuple((str(one.times), one.question, one.quote_id, one.note) for one in store.feedback())
    missed = tuple((str(times), word) for word, times in islice(store.gaps().items(), _MOST_GAPS))
    if not wrong and not missed:
        yield Paragraph(text="Nobody on Discord has held anything to be wrong, or asked about a word that is missing.")
    if wrong:
        yield Paragraph(text="Held to be wrong:", style="heading")
        yield Table(headings=("Times", "Question", "Quote", "Note"), rows=wrong, numbers=frozenset({"Times"}))
    if wrong and missed:
        yield BLANK
    if missed:
        yield Paragraph(text="Asked about, and in no transcript:", style="heading")
        yield Table(headings=("Times", "Word"), rows=missed, numbers=frozenset({"Times"}))
