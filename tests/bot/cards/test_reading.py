from __future__ import annotations

from typing import TYPE_CHECKING, cast

import discord
import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Audience, answer_card, citation_card, verdict_card
from bot.cards.answer import Head, head_of, question_of
from bot.cards.buttons import rows, share
from bot.cards.card import Card, text
from bot.cards.chance import random_card
from bot.cards.escaping import escape, one_line, visible
from bot.cards.reading import marked, plain, shared, words_of
from retrieval import Cited
from tests.bot.cards.reading import lines
from tests.bot.records import SEKO, found, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

FOR_ONE = Audience(asker=7, private=True)
hostile = st.text(max_size=40) | st.lists(
    st.sampled_from(["*", "**", "\\", "# ", "-# ", "1. ", "[a](b)", "http://c", "<@1>", "_", "word ", "\u202e"]),
    max_size=9,
).map("".join)


def message(card: Card | None = None, content: str = "", **more: object) -> discord.Message:
    """Make a message as discord.py does of what Discord sends."""
    components = [item.to_component_dict() for item in card.children] if card else []
    payload = {
        "id": "1",
        "channel_id": "1",
        "type": 0,
        "content": content,
        "author": {"id": "2", "username": "bot", "discriminator": "0", "avatar": None},
        "timestamp": "2024-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "components": components,
        "flags": 1 << 15 if components else 0,
        **more,
    }
    state = discord.Client(intents=discord.Intents.none())._connection  # noqa: SLF001 - a message needs one
    channel = cast("discord.TextChannel", discord.Object(1))
    return discord.Message(state=state, channel=channel, data=cast("discord.types.message.Message", payload))


@given(hostile)
def test_what_was_escaped_is_read_back(words: str) -> None:
    assert plain(f"**{escape(words)}**") == visible(words)


@given(hostile.map("w{}".format))
async def test_the_question_of_an_answer_is_read_back(question: str) -> None:
    card = answer_card(found(SEKO, question=question), FOR_ONE)

    assert question_of(message(card)) == one_line(question)


async def test_a_message_that_is_no_answer_has_no_question() -> None:
    assert marked(101, message(content="Something.")) is None
    assert question_of(message(Card(ui.TextDisplay("Something.", id=7)))) is None


@pytest.mark.parametrize("given_ids", [[None] * 9, range(1, 10)], ids=["none", "others"])
async def test_where_components_lose_their_ids_the_question_is_read_by_its_place(
    given_ids: Sequence[int | None],
) -> None:
    sent = message(answer_card(found(SEKO, question="Who?"), FOR_ONE))
    for component, ident in zip(sent.components, given_ids, strict=False):
        component.id = ident  # type: ignore[attr-defined]

    assert question_of(sent) == "Who?"
    assert head_of(sent) == Head(question="**Who?**", remark="-# Verbatim is sure that the answer is here.")


@pytest.mark.parametrize(
    "card",
    [
        random_card(SEKO, None, FOR_ONE),
        citation_card(Cited(kind="unchanged", id=SEKO.id, quote=SEKO), FOR_ONE),
        verdict_card(verdict("not_found", quotation="word " * 150)),
    ],
    ids=["random", "citation", "verdict without an echo"],
)
async def test_a_card_without_a_question_has_none_at_its_place_either(card: Card) -> None:
    assert question_of(message(card)) is None


async def test_a_shared_card_says_the_same_and_cannot_be_shared_again() -> None:
    card = answer_card(found(SEKO), FOR_ONE)

    copy = shared(message(card))

    assert lines(copy) == lines(card)
    assert "share" not in str([item.to_component_dict() for item in copy.children])
    assert copy.is_finished()


async def test_a_row_that_held_nothing_but_the_button_is_left_out() -> None:
    copy = shared(message(Card(text("Something."), *rows(share(FOR_ONE)))))

    assert [type(item) for item in copy.children] == [ui.TextDisplay]


async def test_the_words_of_a_message_are_its_text_or_what_is_embedded_or_laid_out() -> None:
    embeds = [{"type": "rich", "title": "News", "description": "He said so."}, {"type": "image"}]

    assert words_of(message(content="Said.", embeds=embeds)) == "Said."
    assert words_of(message(embeds=embeds)) == "News\nHe said so."
    assert words_of(message(Card(text(r"**\*Who\* came?**")))) == "*Who* came?"
    assert words_of(message()) == ""
