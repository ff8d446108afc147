"""REST by hand: what is answered, what is refused, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import aiohttp

    from tests.simulator.conftest import Call
    from tests.simulator.simulator import Simulator

ASK = {"name": "ask", "description": "Ask"}
QUOTE = {"name": "quote", "description": "Quote"}


async def test_the_content_type_has_no_charset(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    authorization = {"Authorization": f"Bot {simulator.token}"}

    async with http.get(simulator.server.api_url + "/gateway", headers=authorization) as response:
        answered = response.headers

    assert answered["Content-Type"] == "application/json"
    assert answered["Via"] == "1.1 simulator"


@pytest.mark.parametrize("path", ["/users/@me", "/applications/@me", "/oauth2/applications/@me"])
async def test_the_bot_and_its_application_share_an_id(simulator: Simulator, call: Call, path: str) -> None:
    status, body = await call("GET", path)

    assert (status, body["id"]) == (200, simulator.world.bot.id)


async def test_the_gateway_is_beside_the_rest(simulator: Simulator, call: Call) -> None:
    _, plain = await call("GET", "/gateway")
    _, for_bots = await call("GET", "/gateway/bot")

    assert plain == {"url": simulator.server.gateway_url}
    assert for_bots["url"] == simulator.server.gateway_url


async def test_another_token_is_refused(simulator: Simulator, call: Call) -> None:
    answer = await call("GET", "/users/@me", authorization="Bot another")

    assert answer == (401, {"code": 0, "message": "401: Unauthorized"})
    assert simulator.requests[0].status == 401


async def test_an_unknown_route_is_a_violation(simulator: Simulator, call: Call) -> None:
    simulator.expect("violation: unknown route: GET /sticker-packs")

    status, _ = await call("GET", "/sticker-packs")

    assert status == 404


async def test_a_path_with_a_token_takes_no_other(simulator: Simulator, call: Call) -> None:
    simulator.expect("violation: .*: Authorization: The path holds a token already")

    status, _ = await call("GET", "/webhooks/1/abc/messages/@original", authorization=f"Bot {simulator.token}")

    assert status == 400


async def test_setting_commands_again_keeps_their_ids(simulator: Simulator, call: Call) -> None:
    path = f"/applications/{simulator.world.bot.id}/commands"

    _, first = await call("PUT", path, [ASK, QUOTE])
    _, second = await call("PUT", path, [QUOTE])
    _, listed = await call("GET", path)

    assert [command["name"] for command in first] == ["ask", "quote"]
    assert [command["id"] for command in second] == [first[1]["id"]]
    assert listed == second == simulator.commands()


async def test_a_server_has_commands_of_its_own(simulator: Simulator, call: Call) -> None:
    path = f"/applications/{simulator.world.bot.id}/guilds/{simulator.home.id}/commands"

    _, created = await call("POST", path, ASK)
    _, read = await call("GET", f"{path}/{created['id']}")
    deleted = await call("DELETE", f"{path}/{created['id']}")
    missing, why = await call("GET", f"{path}/{created['id']}")

    assert read == created
    assert created["guild_id"] == simulator.home.id
    assert deleted == (204, None)
    assert (missing, why["code"]) == (404, 10063)
    assert simulator.commands() == simulator.commands(simulator.home) == []


async def test_the_commands_of_a_server_without_the_bot_are_out_of_reach(simulator: Simulator, call: Call) -> None:
    status, body = await call("PUT", f"/applications/{simulator.world.bot.id}/guilds/1/commands", [])

    assert (status, body["code"]) == (403, 50001)


async def test_two_commands_of_one_name_are_a_violation(simulator: Simulator, call: Call) -> None:
    simulator.expect("violation: PUT .*: ask: Application command names must be unique")

    status, _ = await call("PUT", f"/applications/{simulator.world.bot.id}/commands", [ASK, ASK])

    assert status == 400
    assert simulator.commands() == []


async def test_a_bot_sends_edits_and_deletes_its_own_messages(simulator: Simulator, call: Call) -> None:
    channel = f"/channels/{simulator.home.channels[0].id}/messages"

    _, sent = await call("POST", channel, {"content": "hello"})
    _, edited = await call("PATCH", f"{channel}/{sent['id']}", {"content": "bye"})
    _, read = await call("GET", f"{channel}/{sent['id']}")
    deleted = await call("DELETE", f"{channel}/{sent['id']}")
    gone, _ = await call("GET", f"{channel}/{sent['id']}")

    assert sent["content"] == "hello"
    assert edited["edited_timestamp"] is not None
    assert read == edited
    assert deleted == (204, None)
    assert gone == 404


async def test_a_bot_does_not_edit_the_words_of_others(simulator: Simulator, call: Call) -> None:
    message = (await simulator.person("alice").post("hello")).message

    status, body = await call("PATCH", f"/channels/{message.channel.id}/messages/{message.id}", {"content": "x"})

    assert (status, body["code"]) == (403, 50005)


async def test_a_bot_writes_to_a_person(simulator: Simulator, call: Call) -> None:
    alice = simulator.person("alice").in_dm()

    _, channel = await call("POST", "/users/@me/channels", {"recipient_id": alice.account.id})

    assert channel["id"] == alice.place.channel.id


async def test_more_than_fifty_requests_a_second_are_held_back(call: Call) -> None:
    answers = [await call("GET", "/gateway") for _ in range(51)]

    assert [status for status, _ in answers[:50]] == [200] * 50
    status, body = answers[50]
    assert status == 429
    assert body["global"] is True
    assert 0 < body["retry_after"] <= 1
