from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from bot import extras
from tests.bot.sentences import NOT_ALLOWED, OLD_BUTTON

if TYPE_CHECKING:
    import pytest

    from tests.bot.interview import Desk
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person
    from tests.simulator.users.seen import SeenMessage

WHAT_PRICE = "What does a crossing cost?"
VIEW = 1 << 10
NINE_CROWNS = "“A crossing costs nine crowns.” — Anna Holm. "


def gallery(message: SeenMessage) -> list[str]:
    """Read the descriptions of the pictures that a message shows."""
    return [item["description"] for one in message.components if one["type"] == 12 for item in one["items"]]


async def test_a_quote_becomes_a_picture_for_the_one_who_wants_it(
    alice: Person, desk: Desk, simulator: Simulator
) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHAT_PRICE)

    reply = await simulator.person("bob").click(answer.message, "As image")

    (file,) = reply.message.message.files
    assert reply.ephemeral
    assert Image.open(BytesIO(file.data)).size == (1200, 675)
    assert file.name.startswith("quote-")
    assert gallery(reply.message)[0].startswith(NINE_CROWNS)
    assert reply.message.labels == ["Show to all"]


async def test_a_picture_is_posted_for_all_once(alice: Person, desk: Desk, simulator: Simulator) -> None:
    bot = await desk.start()
    answer = await alice.slash("ask", question=WHAT_PRICE)
    private = await alice.click(answer.message, "As image")

    shown = await alice.click(private.message, "Show to all")

    await bot.settled()
    assert simulator.person("bob").sees(shown.messages[0])
    assert gallery(shown.messages[0])[0].startswith(NINE_CROWNS)
    assert shown.messages[0].message.files[0].data == private.message.message.files[0].data
    assert shown.messages[0].labels == []
    assert private.message.labels == ["Shown to all"]


async def test_a_quote_that_no_font_can_draw_gets_a_sentence(alice: Person, desk: Desk) -> None:
    desk.write("Question: Is the crossing good?\n\nAnna Holm: The crossing is good 👍 and fast.\n", "thumbs.txt")
    await desk.start()
    answer = await alice.slash("ask", question="Is the crossing good and fast?")

    reply = await alice.click(answer.message, "As image")

    assert (reply.text, reply.ephemeral) == (
        "There is no picture of this quote: none of the fonts here has “👍”.",
        True,
    )


async def test_a_button_of_another_version_says_so(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHAT_PRICE)
    button = answer.message.button("As image")
    button["custom_id"] = "picture:1:2:3"

    reply = await alice.click(answer.message, "picture:1:2:3")

    assert reply.text == OLD_BUTTON


async def test_where_no_files_may_be_attached_the_user_is_told(alice: Person, desk: Desk) -> None:
    await desk.start()
    answer = await alice.slash("ask", question=WHAT_PRICE)

    reply = await alice.where_the_bot_may(VIEW).click(answer.message, "As image")

    assert (reply.text, reply.ephemeral) == (NOT_ALLOWED, True)


async def test_without_the_extra_there_is_no_such_button(
    alice: Person, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "_FOR_PICTURES", ("no_such_package",))
    extras.pictures_available.cache_clear()
    await desk.start()

    answer = await alice.slash("ask", question=WHAT_PRICE)

    extras.pictures_available.cache_clear()
    assert "As image" not in answer.message.labels
    assert "Context" in answer.message.labels
