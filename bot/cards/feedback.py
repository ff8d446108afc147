"""The form in which a user says what is wrong."""

from __future__ import annotations

import discord
from discord import ui

from bot.cards.buttons import custom_id
from bot.languages import ENGLISH, Language

COMPLAINT = "complaint"
LONGEST_NOTE = 500


class FeedbackForm(ui.Modal):
    """One field; the form itself says which quote it is about, so that any process can take it in."""

    def __init__(self, quote_id: str, language: Language = ENGLISH) -> None:
        """Ask about a quote, or with an empty id about an answer without one."""
        super().__init__(title=language.say("feedback.title"), custom_id=custom_id(COMPLAINT, quote_id))
        self.add_item(ui.TextDisplay(language.say("feedback.kept")))
        self.add_item(
            ui.Label(
                text=language.say("feedback.label"),
                component=ui.TextInput(
                    custom_id="note", style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_NOTE
                ),
            )
        )
        self.stop()  # or discord.py keeps it, and answers it by itself as long as this process lives
