from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING

from tests.simulator.faults import LOGIN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.simulator.process import BotProcess
    from tests.simulator.simulator import Simulator


async def test_a_refused_token_is_one_line_and_exit_code_2(
    start: Callable[..., Awaitable[BotProcess]], simulator: Simulator
) -> None:
    simulator.world.token_is_revoked = True

    bot = await start()

    assert await bot.ended() == 2
    assert re.fullmatch(r"Discord refuses the token: copy a new one .+\n", bot.output)


async def test_a_token_revoked_while_it_runs_is_one_line_and_exit_code_2(
    start: Callable[..., Awaitable[BotProcess]], simulator: Simulator
) -> None:
    bot = await start()
    await simulator.until_connected()

    await simulator.outages.close(4004)

    assert await bot.ended() == 2
    assert bot.output.splitlines()[-1].startswith("Discord refuses the token: ")
    assert "Traceback" not in bot.output


async def test_discord_out_of_reach_is_a_line_and_exit_code_1(
    start: Callable[..., Awaitable[BotProcess]], simulator: Simulator
) -> None:
    await simulator.go_down()

    bot = await start(IMPATIENT="yes")

    assert await bot.ended() == 1
    assert re.fullmatch(r"Discord cannot be reached \(.+\): check the network, .+\n", bot.output)


async def test_a_gateway_out_of_reach_is_a_line_and_exit_code_1(
    start: Callable[..., Awaitable[BotProcess]], simulator: Simulator
) -> None:
    simulator.outages.refuse_connections(99)

    bot = await start(IMPATIENT="yes")

    assert await bot.ended() == 1
    assert re.fullmatch(r"Discord cannot be reached \(.+\): check the network, .+", bot.output.splitlines()[-1])
    assert "Traceback" not in bot.output


async def test_a_data_folder_that_cannot_be_used_is_one_line_and_exit_code_2(
    start: Callable[..., Awaitable[BotProcess]], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    bot = await start(DATA_DIR=str(tmp_path / "file"))

    assert await bot.ended() == 2
    assert re.fullmatch(r".+verbatim.sqlite3 cannot be used \(File exists\): make DATA_DIR .+\n", bot.output)


async def test_a_running_bot_says_that_it_is_well(
    simulator: Simulator, start: Callable[..., Awaitable[BotProcess]], tmp_path: Path
) -> None:
    with socket.create_server(("", 0)) as taken:
        port = str(taken.getsockname()[1])
    bot = await start(HEALTH_PORT=port)
    await bot.until_says("connected to Discord as")

    asking = await simulator.start_bot("health", directory=tmp_path, environment={"HEALTH_PORT": port})
    await asking.until_says("The bot is well: the gateway is ready, with 1 transcript.")

    assert await asking.ended() == 0


async def test_a_bot_that_cannot_reach_discord_says_that_it_is_not_well(
    simulator: Simulator, start: Callable[..., Awaitable[BotProcess]], tmp_path: Path
) -> None:
    with socket.create_server(("", 0)) as taken:
        port = str(taken.getsockname()[1])
    simulator.outages.refuse_connections(99)
    await start(HEALTH_PORT=port)
    await simulator.until(lambda: simulator.routes.count(LOGIN) == 1)

    asking = await simulator.start_bot("health", directory=tmp_path, environment={"HEALTH_PORT": port})

    assert await asking.ended() == 1
    assert asking.output == "the bot is not well: the gateway is not ready\n"


async def test_a_port_for_health_that_is_taken_is_one_line_and_exit_code_2(
    start: Callable[..., Awaitable[BotProcess]],
) -> None:
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        bot = await start(HEALTH_PORT=str(port))
        code = await bot.ended()

    assert code == 2
    assert bot.output == (
        f"HEALTH_PORT {port} cannot be used (Address already in use): choose another, or leave it empty\n"
    )
