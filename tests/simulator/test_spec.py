"""Requests against an OpenAPI description: a small one written here, and Discord's own where it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from tests.simulator.parrot import Parrot
from tests.simulator.validate.spec import BESIDE_THE_REPOSITORY, Specification

if TYPE_CHECKING:
    from tests.simulator.conftest import Call
    from tests.simulator.shapes import Faults, JsonValue
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

POST = "POST /rooms/{room_id}"
SCHEMAS = {
    "SnowflakeType": {"type": "string", "pattern": "^[0-9]+$"},
    "Words": {
        "type": "object",
        "required": ["type", "words"],
        "properties": {
            "type": {"enum": [1]},
            "words": {"type": "string", "maxLength": 5},
            "id": {"$ref": "#/components/schemas/SnowflakeType"},
        },
    },
    "Picture": {"type": "object", "required": ["type"], "properties": {"type": {"enum": [2]}}},
}
BODY = {"anyOf": [{"$ref": "#/components/schemas/Words"}, {"$ref": "#/components/schemas/Picture"}]}
ROOM = {"name": "room_id", "in": "path", "schema": {"$ref": "#/components/schemas/SnowflakeType"}}


@pytest.fixture
def small() -> Specification:
    """A description of one route."""
    operation = {
        "parameters": [
            {"name": "wait", "in": "query", "schema": {"type": "boolean"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 9}},
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": BODY}}},
    }
    path = {"parameters": [ROOM], "post": operation, "get": {}}
    return Specification({"paths": {"/rooms/{room_id}": path}, "components": {"schemas": SCHEMAS}})


@pytest.mark.parametrize("query", [{}, {"wait": "1"}, {"wait": "true", "limit": "9"}])
@pytest.mark.parametrize("body", [{"type": 1, "words": "hello"}, {"type": 1, "words": "", "id": 7}, {"type": 2}])
def test_what_is_described_is_well(small: Specification, query: dict[str, str], body: dict[str, Any]) -> None:
    assert small.faults(POST, {"room_id": "7"}, query, body) == {}


@pytest.mark.parametrize(
    ("room", "query", "body", "fault"),
    [
        ("x", {}, {"type": 2}, ("room_id", '"x" does not match "^[0-9]+$"')),
        ("7", {"wait": "yes"}, {"type": 2}, ("wait", '"yes" is not of type "boolean"')),
        ("7", {"limit": "10"}, {"type": 2}, ("limit", "10 is greater than the maximum of 9")),
        ("7", {"loud": "1"}, {"type": 2}, ("loud", "Unknown parameter")),
        ("7", {}, None, ("body", "This route needs a body")),
        ("7", {}, {"type": 1, "words": "too long"}, ("body.words", '"too long" is longer than 5 characters')),
    ],
)
def test_what_is_not_is_named(
    small: Specification, room: str, query: dict[str, str], body: JsonValue, fault: tuple[str, str]
) -> None:
    assert small.faults(POST, {"room_id": room}, query, body) == dict([fault])


def test_a_route_without_a_body_takes_none(small: Specification) -> None:
    assert small.faults("GET /rooms/{room_id}", {"room_id": "7"}, {}, {}) == {"body": "This route takes no body"}


if BESIDE_THE_REPOSITORY.exists():  # without it there is nothing here to hold to

    @pytest.mark.parametrize(
        ("body", "place"),
        [
            ({"embeds": [{"title": "x"}] * 11}, "body.embeds"),
            ({"embeds": [{"title": "x" * 257}]}, "body.embeds.0.title"),
            (
                {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x" * 81}]}]},
                "body.components.0.components.0.label",
            ),
        ],
    )
    async def test_a_bot_is_held_to_discord_s_own_description(
        simulator: Simulator, call: Call, body: dict[str, Any], place: str
    ) -> None:
        simulator.expect(f"violation: POST /channels/.*: {place}: ")

        status, answer = await call("POST", f"/channels/{simulator.home.channels[0].id}/messages", body)

        assert status == 400
        assert place in answer["errors"]

    async def test_a_bot_is_answered_as_discord_describes(
        simulator: Simulator, alice: Person, specification: Specification
    ) -> None:
        await simulator.connect(Parrot(intents=discord.Intents(guilds=True)))
        await alice.slash("repeat", words="hello")
        await alice.slash("whisper", words="hello")
        await alice.slash("card")
        await alice.slash("form")
        await alice.autocomplete("count", "unit", "m")
        await alice.click((await alice.slash("echo", words="hello")).message, "Again")
        await alice.select((await alice.slash("pick")).message, "Two")

        assert _strange_answers(simulator, specification) == []

    async def test_other_routes_are_answered_as_discord_describes(
        simulator: Simulator, alice: Person, specification: Specification, call: Call
    ) -> None:
        channel = f"/channels/{simulator.home.channels[0].id}"
        commands = f"/applications/{simulator.world.bot.id}/guilds/{simulator.home.id}/commands"
        _, message = await call("POST", channel + "/messages", {"content": "hello"})
        _, command = await call("POST", commands, {"name": "ask", "description": "Ask"})

        for path in (
            "/users/@me",
            f"/users/{alice.account.id}",
            "/gateway",
            "/gateway/bot",
            "/applications/@me",
            channel,
        ):
            await call("GET", path)
        await call("POST", "/users/@me/channels", {"recipient_id": alice.account.id})
        await call("POST", channel + "/typing")
        await call("PATCH", f"{channel}/messages/{message['id']}", {"content": "bye"})
        await call("GET", f"{channel}/messages/{message['id']}")
        await call("DELETE", f"{channel}/messages/{message['id']}")
        await call("GET", f"{commands}/{command['id']}")
        await call("DELETE", f"{commands}/{command['id']}")

        assert _strange_answers(simulator, specification) == []


def _strange_answers(simulator: Simulator, specification: Specification) -> list[tuple[str, Faults]]:
    answers = [(str(one), specification.answer_faults(str(one), one.status, one.answer)) for one in simulator.requests]
    return [(route, faults) for route, faults in answers if faults]
