"""“As image”: a quote as a picture, first for the one who wants it, then for all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.cards import notice_card
from bot.cards.card import Picture
from bot.cards.picturing import picture_card
from bot.cards.quoting import PICTURE
from bot.interactions import OutdatedPressError, RefusalError, may_attach
from bot.languages import ENGLISH, language_of
from bot.pictures import PictureError, alternative_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards import Audience, Card
    from bot.interactions import Handler, Press, Responder
    from bot.languages import Language
    from retrieval import Library, Quote


def picture_button(library: Library, responder: Responder) -> Mapping[str, Handler]:
    """Make the handler."""

    async def draw(press: Press) -> None:
        match press.state:
            case (quote_id, ""):
                pass
            case _:
                raise OutdatedPressError
        language = language_of(press.interaction.locale.value)
        if not may_attach(press.interaction):
            raise RefusalError(language.say("picture.not_allowed", permission=language.say("permission.attach")))
        await responder.show_privately(press.interaction, work=partial(_drawn, library, quote_id, language), card=_card)

    return {PICTURE: draw}


def _drawn(library: Library, quote_id: str, language: Language) -> tuple[Quote, bytes] | PictureError:
    """Draw a quote, or say why there is no picture of it."""
    from bot.pictures.drawing import picture  # noqa: PLC0415 - it loads Pillow, and most bots draw nothing

    quote = library.quote(quote_id)
    try:
        return quote, picture(quote, language)
    except PictureError as error:
        return error


def _card(drawn: tuple[Quote, bytes] | PictureError, audience: Audience) -> Card:
    """Show a picture, or why there is none."""
    if isinstance(drawn, PictureError):
        return notice_card(_sentence(drawn, audience.language))
    quote, data = drawn
    described = alternative_text(quote, audience.language)
    return picture_card(Picture(name=f"quote-{quote.id}.png", data=data, description=described), audience)


def _sentence(error: PictureError, language: Language) -> str:
    """Say why there is no picture; English has a more exact sentence of its own."""
    if language is ENGLISH:
        return str(error)
    if error.missing:
        signs = language.listed([language.say("quote.marks", words=sign) for sign in error.missing])
        return language.say("picture.no_font", signs=signs)
    return language.say("picture.too_long")
