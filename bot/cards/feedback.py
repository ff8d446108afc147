"""The form in which a user says what is wrong."""

from __future__ import annotations

import discord
from discord import ui

from bot.cards.buttons import custom_id

COMPLAINT = "complaint"
LONGEST_NOTE = 500


class FeedbackForm(ui.Modal, title="What is wrong?"):
    """One field; the form itself says which quote it is about, so that any process can take it in."""

    def __init__(self, quote_id: str) -> None:
        """Ask about a quote, or with an empty id about an answer without one."""
        super().__init__(custom_id=custom_id(COMPLAINT, quote_id))
        self.add_item(
            ui.TextDisplay("Kept for whoever runs this bot, with the question and the quote, without your name.")
        )
        self.add_item(
            ui.Label(
                text="What should have been said instead?",
                component=ui.TextInput(
                    custom_id="note", style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_NOTE
                ),
            )
        )
        self.stop()  # or discord.py keeps it, and answers it by itself as long as this process lives
