"""For whom an interaction is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cards import Audience
from bot.languages import language_of

if TYPE_CHECKING:
    import discord


def audience_of(interaction: discord.Interaction[Any], *, private: bool) -> Audience:
    """Return the user of an interaction as the one whose card the answer is, in their language."""
    return Audience(asker=interaction.user.id, private=private, language=language_of(interaction.locale.value))
