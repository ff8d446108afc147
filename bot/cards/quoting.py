"""The buttons that every quote has, whichever card it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cards.buttons import button
from bot.extras import pictures_available

if TYPE_CHECKING:
    from discord import ui

    from bot.cards.audience import Audience
    from retrieval import Quote

CONTEXT, EXCHANGE, PICTURE, WRONG = "context", "exchange", "picture", "wrong"


def quote_buttons(quote: Quote, audience: Audience) -> list[ui.Button[Any]]:
    """Lead to what was said around a quote, where it answers a question to both as a whole, and to a picture of it."""
    say = audience.language.say
    buttons = [button(CONTEXT, audience.key, quote.id, "", label=say("button.context"))]
    if quote.asked is not None:
        buttons.append(button(EXCHANGE, audience.key, quote.id, "", label=say("button.exchange")))
    if pictures_available():
        buttons.append(button(PICTURE, quote.id, "", label=say("button.picture")))
    return buttons


def wrong_button(quote: Quote | None, audience: Audience) -> ui.Button[Any]:
    """Let a user say what is wrong with a quote, or with the lack of one."""
    return button(WRONG, quote.id if quote else "", label=audience.language.say("button.wrong"))
