"""Sessions on the wire, by hand and by discord.py: identify, resume, replay, and what ends them."""

from __future__ import annotations

import json
import zlib
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import discord
import pytest

from tests.simulator.faults import SYNC
from tests.simulator.parrot import Parrot

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiohttp

    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


def _plain() -> Callable[[Any], str]:
    return str


def _zlib() -> Callable[[Any], str]:
    stream = zlib.decompressobj()

    def decode(data: bytes) -> str:
        assert data.endswith(b"\x00\x00\xff\xff")
        return stream.decompress(data).decode()

    return decode


def _zstd() -> Callable[[Any], str]:
    stream = import_module("zstandard").ZstdDecompressor().decompressobj()
    return lambda data: str(stream.decompress(data), "utf-8")


DECODERS = {"": _plain, "zlib-stream": _zlib} | ({"zstd-stream": _zstd} if find_spec("zstandard") else {})


@pytest.mark.parametrize("compression", DECODERS)
async def test_a_connection_is_one_compressed_stream(
    simulator: Simulator, http: aiohttp.ClientSession, compression: str
) -> None:
    decode = DECODERS[compression]()
    url = f"{simulator.server.gateway_url}?v=10&encoding=json&compress={compression}"

    async with http.ws_connect(url) as socket:
        hello = json.loads(decode((await socket.receive()).data))
        await socket.send_json({"op": 2, "d": {"token": simulator.token, "intents": 1, "properties": {}}})
        events = [json.loads(decode((await socket.receive()).data)) for _ in range(2)]

    assert hello == {"op": 10, "d": {"heartbeat_interval": 41250}}
    assert [(event["s"], event["t"]) for event in events] == [(1, "READY"), (2, "GUILD_CREATE")]


async def test_a_client_with_the_guilds_intent_knows_its_servers(simulator: Simulator) -> None:
    parrot = Parrot(intents=discord.Intents(guilds=True))

    await simulator.connect(parrot)

    assert [guild.name for guild in parrot.guilds] == ["Home"]
    assert [channel.name for channel in parrot.guilds[0].text_channels] == ["general"]


async def test_without_the_content_intent_a_servers_messages_are_blank(simulator: Simulator, alice: Person) -> None:
    parrot = Parrot(intents=discord.Intents(guilds=True, guild_messages=True))
    await simulator.connect(parrot)

    await alice.post("hello")

    assert await parrot.heard.get() == ""


async def test_a_message_to_the_bot_itself_is_not_blank(simulator: Simulator, alice: Person) -> None:
    parrot = Parrot(intents=discord.Intents(dm_messages=True))
    await simulator.connect(parrot)

    await alice.in_dm().post("hello")

    assert await parrot.heard.get() == "hello"


async def test_two_clients_are_both_told(simulator: Simulator, alice: Person) -> None:
    first, second = (Parrot(intents=discord.Intents(dm_messages=True)) for _ in range(2))
    await simulator.connect(first)
    await simulator.connect(second)

    await alice.in_dm().post("hello")

    assert await first.heard.get() == "hello"
    assert await second.heard.get() == "hello"


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4008])
async def test_a_closed_client_resumes_and_gets_what_it_missed(
    simulator: Simulator, alice: Person, parrot: Parrot, code: int
) -> None:
    await simulator.outages.close(code)
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert (simulator.gateway.identifies, simulator.gateway.resumes) == (1, 1)
    assert parrot.times_ready == 1


async def test_op_7_makes_a_client_resume(simulator: Simulator, alice: Person, parrot: Parrot) -> None:
    await simulator.outages.reconnect()
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert simulator.gateway.resumes == 1
    assert parrot.times_ready == 1


@pytest.mark.usefixtures("parrot")
async def test_a_cut_connection_is_resumed(simulator: Simulator, alice: Person) -> None:
    simulator.outages.drop()
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert simulator.gateway.resumes == 1


@pytest.mark.usefixtures("parrot")
async def test_op_9_true_makes_a_client_resume(simulator: Simulator) -> None:
    await simulator.outages.invalidate(resumable=True)
    await simulator.until(lambda: simulator.gateway.resumes == 1)

    assert simulator.gateway.identifies == 1


async def test_op_9_false_makes_a_client_begin_again(simulator: Simulator, alice: Person, parrot: Parrot) -> None:
    await simulator.outages.invalidate(resumable=False)
    await simulator.until(lambda: simulator.gateway.identifies == 2)
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert simulator.gateway.resumes == 0
    assert len(simulator.gateway.sessions) == 1
    assert parrot.is_ready()


@pytest.mark.usefixtures("parrot")
async def test_a_forgotten_session_cannot_be_resumed(simulator: Simulator) -> None:
    await simulator.outages.close(4009, forget=True)
    await simulator.until(lambda: simulator.gateway.identifies == 2)

    assert simulator.gateway.resumes == 1


@pytest.mark.usefixtures("parrot")
async def test_op_1_is_answered_with_a_heartbeat(simulator: Simulator) -> None:
    await simulator.until(lambda: simulator.gateway.heartbeats == 1)

    await simulator.outages.ask_heartbeat()
    await simulator.until(lambda: simulator.gateway.heartbeats == 2)

    assert simulator.gateway.resumes == 0


async def test_a_silent_gateway_is_left_and_found_again(simulator: Simulator) -> None:
    parrot = Parrot(heartbeat_timeout=0.2)
    simulator.gateway.heartbeat_interval = 0.05
    await simulator.connect(parrot)

    simulator.outages.fall_silent()
    await simulator.until(lambda: simulator.gateway.resumes == 1)

    assert parrot.is_ready()


async def test_close_4004_ends_the_client(simulator: Simulator, parrot: Parrot) -> None:
    simulator.expect(r"client ended: ConnectionClosed\('Shard ID None WebSocket closed with 4004'\)")

    await simulator.outages.close(4004)
    await simulator.until_ended(parrot)

    assert parrot.is_closed()


async def test_a_refused_token_cannot_log_in(simulator: Simulator) -> None:
    with pytest.raises(discord.LoginFailure):
        await simulator.connect(Parrot(), token=simulator.token[:-1])

    assert simulator.routes == ["GET /users/@me"]
    assert simulator.requests[0].status == 401


async def test_privileged_intents_have_to_be_switched_on(simulator: Simulator) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await simulator.connect(Parrot(intents=discord.Intents(message_content=True)))


async def test_a_client_that_sends_too_much_is_closed(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.expect("violation: more than 120 sends in a minute")

    async with http.ws_connect(simulator.server.gateway_url) as socket:
        for _ in range(121):
            await socket.send_json({"op": 1, "d": None})
        messages = [message async for message in socket]

    assert len(messages) == 121  # hello, and 120 acknowledgements
    assert socket.close_code == 4008


async def test_an_unknown_opcode_is_a_violation(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.expect("violation: unknown opcode 99")

    async with http.ws_connect(simulator.server.gateway_url) as socket:
        await socket.send_json({"op": 99, "d": None})
        messages = [message async for message in socket]

    assert len(messages) == 1
    assert socket.close_code == 4001


async def test_heartbeats_may_go_unanswered(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.outages.mute_acknowledgements()

    async with http.ws_connect(simulator.server.gateway_url) as socket:
        await socket.receive()
        await socket.send_json({"op": 1, "d": None})
        await simulator.until(lambda: simulator.gateway.heartbeats == 1)
        await simulator.outages.ask_heartbeat()
        asked = await socket.receive_json()

    assert asked == {"op": 1, "d": None}


async def test_commands_of_one_server_are_offered_there(simulator: Simulator, alice: Person) -> None:
    await simulator.connect(Parrot(guild_id=simulator.home.id))

    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert simulator.commands() == []
    assert "echo" in {command["name"] for command in simulator.commands(simulator.home)}
    assert SYNC not in simulator.routes
