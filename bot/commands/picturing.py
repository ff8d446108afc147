"""“As image”: a quote as a picture, first for the one who wants it, then for all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.cards import notice_card
from bot.cards.audience import Audience
from bot.cards.card import Picture
from bot.cards.picturing import TO_ALL, picture_card
from bot.cards.quoting import PICTURE
from bot.interactions import Once, OutdatedPressError, Reply
from bot.pictures import PictureError, alternative_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards import Card
    from bot.interactions import Handler, Press, Responder
    from retrieval import Library, Quote

NOT_ALLOWED = "Verbatim may not attach files here, so there is no picture; whoever runs this server can allow it."


def picture_button(library: Library, responder: Responder) -> Mapping[str, Handler]:
    """Make the handler."""
    posted = Once()

    async def draw(press: Press) -> None:
        interaction = press.interaction
        match press.state:
            case (quote_id, ""):
                private = True
            case (quote_id, to) if to == TO_ALL:
                private = False
            case _:
                raise OutdatedPressError
        if not interaction.app_permissions.attach_files:
            await Reply.to(interaction).refuse(notice_card(NOT_ALLOWED))
        elif private or posted.first(press.message.id):
            audience = Audience(asker=interaction.user.id, private=private)
            work, card = partial(_drawn, library, quote_id), partial(_card, audience=audience)
            await responder.respond(interaction, private=private, work=work, card=card)
        else:
            await Reply.to(interaction).defer_turn()

    return {PICTURE: draw}


def _drawn(library: Library, quote_id: str) -> tuple[Quote, bytes] | PictureError:
    """Draw a quote, or say why there is no picture of it."""
    from bot.pictures.drawing import picture  # noqa: PLC0415 - it loads Pillow, and most bots draw nothing

    quote = library.quote(quote_id)
    try:
        return quote, picture(quote)
    except PictureError as error:
        return error


def _card(drawn: tuple[Quote, bytes] | PictureError, *, audience: Audience) -> Card:
    """Show a picture, or why there is none."""
    if isinstance(drawn, PictureError):
        return notice_card(str(drawn))
    quote, data = drawn
    return picture_card(
        Picture(name=f"quote-{quote.id}.png", data=data, description=alternative_text(quote)), quote, audience
    )
