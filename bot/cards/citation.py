"""The card of a quote that was cited earlier: whether it still stands, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.cards.buttons import rows, share
from bot.cards.card import Card, stacked, text
from bot.cards.escaping import escape, one_line
from bot.cards.limits import MOST_TEXT, size
from bot.cards.passage import excerpt, passage
from bot.cards.quoting import quote_buttons, wrong_button
from bot.marking import cited_now, cited_then
from bot.wording import cited_sentence, difference

if TYPE_CHECKING:
    from discord import ui

    from bot.cards.audience import Audience
    from bot.languages import Language
    from retrieval import Cited, Quote

# Words that are no longer there are shown whole or not at all, as any others.
_LONGEST_THEN = 1500


def citation_card(cited: Cited, audience: Audience) -> Card:
    """Show what became of a quote since it was cited."""
    head = text(f"**{escape(cited_sentence(cited, audience.language))}**")
    if cited.quote is None:
        return Card(head, *_then(cited, audience.language), *rows(share(audience)))
    foot = rows(*quote_buttons(cited.quote, audience), wrong_button(cited.quote, audience), share(audience))
    if cited.kind == "corrected" and cited.words is not None:
        return _corrected(cited, cited.quote, head, foot, audience.language)
    room = MOST_TEXT - size([head]).text
    shown = excerpt(cited.quote, room=room, with_question=False, language=audience.language)
    return Card(head, shown.container, *foot)


def _corrected(
    cited: Cited, quote: Quote, head: ui.Item[Any], foot: list[ui.ActionRow[Any]], language: Language
) -> Card:
    """Show the words as they were and as they are, with what changed."""
    notes = [difference(change, language) for change in cited.differences]
    forms = passage(quote, notes=notes, said=cited_now(cited), quoted=cited_then(cited), language=language)
    return stacked(head=[head], blocks=[forms], more=lambda _: language.say("cited.no_room"), foot=foot)


def _then(cited: Cited, language: Language) -> list[ui.TextDisplay[Any]]:
    """Show words that stand nowhere any more, if they are remembered."""
    words = escape(one_line(cited.words or ""))
    return [text(language.say("cited.then", words=words))] if 0 < len(words) <= _LONGEST_THEN else []
