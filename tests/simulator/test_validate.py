"""What Discord forbids is answered 400/50035, and fails the test; up to the limit all is well."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord
import pytest

from tests.simulator.parrot import Parrot
from tests.simulator.validate.limits import (
    choice_faults,
    command_faults,
    file_faults,
    message_faults,
    modal_faults,
)

if TYPE_CHECKING:
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

V2 = 1 << 15


def _text(length: int) -> dict[str, Any]:
    return {"type": 10, "content": "x" * length}


def _button(custom_id: str) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "x", "custom_id": custom_id}


def _row(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(buttons)}


def _card(*inner: dict[str, Any]) -> dict[str, Any]:
    return {"flags": V2, "components": [{"type": 17, "components": list(inner)}]}


def _embed(*lengths: int) -> dict[str, Any]:
    return {"embeds": [{"description": "x" * length} for length in lengths]}


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2000},
        _card(_text(2000), _text(2000)),
        _card(*[_text(1)] * 39),
        {"flags": V2, "components": [_text(1)], "content": None},
        {"components": [_row(_button("a"), _button("b"))]},
        _embed(4000, 2000),
        {"embeds": [{"fields": [{"name": "a", "value": "b"}]}]},
    ],
)
def test_a_message_up_to_its_limits_is_well(body: dict[str, Any]) -> None:
    assert message_faults(body) == {}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"content": "x" * 2001}, ("content", "2001 characters; at most 2000")),
        (_card(_text(2000), _text(2001)), ("components.content", "4001 characters of text in total; at most 4000")),
        (_card(*[_text(1)] * 40), ("components", "41 components, nested ones counted; at most 40")),
        (
            {"flags": V2, "components": [_text(1)], "content": "x"},
            ("content", "Must not be set together with the IS_COMPONENTS_V2 flag"),
        ),
        (
            {"flags": V2, "components": [_text(1)], "embeds": [{"title": "x"}]},
            ("embeds", "Must not be set together with the IS_COMPONENTS_V2 flag"),
        ),
        (
            {"flags": V2, "components": [_text(1)], "poll": {"question": {}}},
            ("poll", "Must not be set together with the IS_COMPONENTS_V2 flag"),
        ),
        ({"components": [_text(1)]}, ("components", "Without the IS_COMPONENTS_V2 flag: text display")),
        (
            {"components": [_row(_button("a")), _row(_button("a"))]},
            ("components.custom_id", "Used more than once: a"),
        ),
        (_embed(4000, 2001), ("embeds", "6001 characters of text in all embeds; at most 6000")),
        ({"embeds": [{"fields": [{"name": "a", "value": " "}]}]}, ("embeds.fields.value", "This field is required")),
    ],
)
def test_a_message_over_a_limit_is_not(body: dict[str, Any], fault: tuple[str, str]) -> None:
    assert message_faults(body) == dict([fault])


def test_an_edited_card_stays_a_card() -> None:
    faults = message_faults({"content": "x"}, flags=V2)

    assert faults == {"content": "Must not be set together with the IS_COMPONENTS_V2 flag"}


def test_words_have_to_go_before_a_message_becomes_a_card() -> None:
    card = _card(_text(1))

    assert message_faults(card, content="x") == {"content": "Must not be set together with the IS_COMPONENTS_V2 flag"}
    assert message_faults(card | {"content": None}, content="x") == {}


@pytest.mark.parametrize(("value", "count"), [("x" * 100, 0), ("x" * 101, 1), ("", 1), (101, 0)])
def test_a_suggested_text_has_at_most_a_hundred_characters(value: str | int, count: int) -> None:
    assert len(choice_faults([{"name": "x", "value": value}])) == count


def test_a_command_counts_its_longest_translations_and_its_choices() -> None:
    choices = [{"name": "x" * 100, "value": "y" * 100}] * 25
    options = [{"name": "z" * 20, "description": "d" * 80, "choices": choices}]
    command = {"name": "ask", "description": "", "options": options}

    assert command_faults(command | {"description_localizations": {"de": "x" * 97, "fr": "x" * 90}}) == {}
    assert command_faults(command | {"options": options * 2}) == {
        "ask": "10203 characters in total; at most 8000",
    }


def test_a_modal_s_fields_differ() -> None:
    field = {"type": 18, "component": {"type": 4, "custom_id": "a"}}

    assert modal_faults({"components": [field]}) == {}
    assert modal_faults({"components": [field, field]}) == {"components.custom_id": "Used more than once: a"}


def test_a_file_has_at_most_ten_mebibytes() -> None:
    limit = 10 * 1024 * 1024

    assert file_faults({"a": limit}) == {}
    assert file_faults({"a": limit + 1}) == {"a": f"{limit + 1} bytes; at most {limit}"}


async def test_a_card_over_the_limit_is_refused_over_the_wire(
    simulator: Simulator, alice: Person, parrot: Parrot
) -> None:
    simulator.expect("unanswered")
    simulator.expect("violation: .*/callback: components.content: 4001 characters")

    await alice.waiting("sent").slash("card", length=4001)
    error = await parrot.errors.get()

    assert "400 Bad Request (error code: 50035)" in str(error)
    assert simulator.requests[-1].status == 400


async def test_a_file_over_the_limit_is_refused_over_the_wire(simulator: Simulator) -> None:
    simulator.expect("violation: POST /channels/.*: big: 10485761 bytes; at most 10485760")
    parrot = Parrot(intents=discord.Intents(guilds=True))
    await simulator.connect(parrot)
    channel = parrot.guilds[0].text_channels[0]

    with pytest.raises(discord.HTTPException, match="50035"):
        await channel.send(file=discord.File(BytesIO(bytes(10 * 1024 * 1024 + 1)), "big"))
