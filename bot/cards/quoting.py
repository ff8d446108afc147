"""The buttons that every quote has, whichever card it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cards.buttons import button

if TYPE_CHECKING:
    from discord import ui

    from bot.cards.audience import Audience
    from retrieval import Quote

CONTEXT, EXCHANGE, WRONG = "context", "exchange", "wrong"


def quote_buttons(quote: Quote, audience: Audience) -> list[ui.Button[Any]]:
    """Lead to what was said before and after a quote, and where it answers a question, to both as a whole."""
    context = button(CONTEXT, audience.key, quote.id, "", label=audience.language.say("button.context"))
    if quote.asked is None:
        return [context]
    return [context, button(EXCHANGE, audience.key, quote.id, "", label=audience.language.say("button.exchange"))]


def wrong_button(quote: Quote | None, audience: Audience) -> ui.Button[Any]:
    """Let a user say what is wrong with a quote, or with the lack of one."""
    return button(WRONG, quote.id if quote else "", label=audience.language.say("button.wrong"))
