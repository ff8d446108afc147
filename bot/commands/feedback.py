"""“This is wrong”: a short note for whoever runs the bot; nobody learns who wrote it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.cards import notice_card
from bot.cards.answer import question_of
from bot.cards.feedback import COMPLAINT, FeedbackForm
from bot.cards.judging import quotation_of
from bot.cards.quoting import WRONG
from bot.interactions import OutdatedPressError, Reply
from bot.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.interactions import Handler, Press, Responder
    from bot.store import Store


def feedback_buttons(responder: Responder, store: Store) -> Mapping[str, Handler]:
    """Make the handlers."""

    async def wrong(press: Press) -> None:
        await Reply.to(press.interaction).ask(
            FeedbackForm(_quote_id(press), language_of(press.interaction.locale.value))
        )

    async def complaint(press: Press) -> None:
        thanks = language_of(press.interaction.locale.value).say("feedback.thanks")
        question = question_of(press.message) or quotation_of(press.message) or ""
        keep = partial(store.remember_feedback, question, _quote_id(press), "\n".join(press.values).strip())
        await responder.respond(press.interaction, private=True, work=keep, card=lambda _: notice_card(thanks))

    return {WRONG: wrong, COMPLAINT: complaint}


def _quote_id(press: Press) -> str:
    """Read which quote is meant, empty for none.

    Raises:
        OutdatedPressError: It was made by another version.
    """
    if len(press.state) != 1:
        raise OutdatedPressError
    return press.state[0]
