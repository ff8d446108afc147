"""The buttons of an answer: other quotes, other parts of one, and the same question to one speaker or all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.cards.answer import EVERYBODY, ONLY, answer_card, head_of, leaf_card, question_of
from bot.cards.leaf import PAGE, Leaf
from bot.interactions import OutdatedPressError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards import Card
    from bot.cards.audience import Audience
    from bot.interactions import Handler, Press, Responder
    from retrieval import Answer, Library


def answer_buttons(library: Library, responder: Responder) -> Mapping[str, Handler]:
    """Make the handlers."""

    async def page(press: Press) -> None:
        head, leaf = head_of(press.message), _leaf(press)
        if head is None:
            raise OutdatedPressError
        find = partial(library.quote, leaf.quote_id)
        show = partial(leaf_card, head=head, leaf=leaf)
        await responder.turn(press.interaction, asker=press.asker, work=find, card=show)

    async def only(press: Press) -> None:
        await ask_again(press, of_speaker=True)

    async def everybody(press: Press) -> None:
        await ask_again(press, of_speaker=False)

    async def ask_again(press: Press, *, of_speaker: bool) -> None:
        question = question_of(press.message)
        if question is None or len(press.state) != _ASKED_AGAIN:
            raise OutdatedPressError
        _, scope, quote_id = press.state

        def ask() -> tuple[Answer, str | None, str | None]:
            quote = library.quote(quote_id)
            speaker = quote.speaker.name if quote.speaker and of_speaker else None
            transcript = quote.transcript.id if scope else None
            return library.ask(question, speaker, transcript), speaker, transcript

        await responder.turn(press.interaction, asker=press.asker, work=ask, card=_answered)

    return {PAGE: page, ONLY: only, EVERYBODY: everybody}


_ASKED_AGAIN = 3  # parts of the state: asker, scope, quote


def _leaf(press: Press) -> Leaf:
    """Read which page a button leads to.

    Raises:
        OutdatedPressError: It was made by another version.
    """
    try:
        return Leaf.read(press.state[1:])
    except ValueError as error:
        raise OutdatedPressError from error


def _answered(found: tuple[Answer, str | None, str | None], audience: Audience) -> Card:
    answer, speaker, transcript = found
    return answer_card(answer, audience, speaker=speaker, transcript=transcript)
