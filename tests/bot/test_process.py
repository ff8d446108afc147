"""The bot as people start it: a process, with Discord simulated on the other end of the wire."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.simulator.changes import PATIENCE
from tests.simulator.faults import CALLBACK, LOGIN, SYNC
from tests.simulator.state.clock import RunningClock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.simulator.process import BotProcess
    from tests.simulator.simulator import Simulator
    from tests.simulator.state.clock import Clock
    from tests.simulator.users.person import Person

ROOT = Path(__file__).parents[2]
RESULT = "What was the most important result of Putin's visit to Japan?"
VERY_CLEAR = "the most important result of the visit was a very clear, unambiguous confirmation of mutual intent"


@pytest.fixture
def clock() -> Clock:
    return RunningClock()


@pytest.fixture
def start(simulator: Simulator, tmp_path: Path) -> Callable[..., Awaitable[BotProcess]]:
    """Start the bot, as one process, on the transcripts that come with it; call it again for a restart."""

    async def starting(**environment: str) -> BotProcess:
        settings = {
            "TRANSCRIPTS": str(ROOT / "seeds"),
            "DATA_DIR": str(tmp_path / "data"),
            "ANSWERING_PROCESSES": "0",
            **environment,
        }
        return await simulator.start_bot(directory=tmp_path, environment=settings)

    return starting


async def test_a_question_on_discord_is_answered_with_a_quote_from_the_file(
    simulator: Simulator, alice: Person, start: Callable[..., Awaitable[BotProcess]]
) -> None:
    bot = await start(LOG_LEVEL="DEBUG")
    await simulator.until_connected()

    reply = await alice.slash("ask", question=RESULT)
    verdict = await alice.slash("quote", words="about 70 business agreements", speaker="lavrov")
    choices = await alice.autocomplete("ask", "speaker", "lav", question=RESULT)

    assert VERY_CLEAR in reply.text
    assert "**Sergey Lavrov, Foreign Minister**" in reply.text
    assert "17 January 2017" in reply.text
    assert "**Yes, word for word: Sergey Lavrov said this.**" in verdict.text
    assert [choice.value for choice in choices] == ["Sergey Lavrov"]
    assert RESULT not in bot.output  # nor any token: the simulator looks for those


async def test_it_is_gone_within_five_seconds_of_sigterm(
    simulator: Simulator, start: Callable[..., Awaitable[BotProcess]]
) -> None:
    bot = await start()
    await simulator.until_connected()

    told = monotonic()
    bot.terminate()

    assert await bot.ended() == 0
    assert monotonic() - told < 5
    assert "Traceback" not in bot.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
async def test_the_processes_that_answer_end_with_it(
    simulator: Simulator, alice: Person, start: Callable[..., Awaitable[BotProcess]], number: int
) -> None:
    bot = await start(ANSWERING_PROCESSES="2")
    await simulator.until_connected()
    answering = psutil.Process(bot.pid).children()
    reply = await alice.slash("ask", question=RESULT)

    os.kill(bot.pid, number)
    await bot.ended()
    _, alive = psutil.wait_procs(answering, PATIENCE)

    assert VERY_CLEAR in reply.text
    assert len(answering) == 2
    assert alive == []
    assert "Traceback" not in bot.output


async def test_what_was_asked_before_ctrl_c_is_answered(
    simulator: Simulator, alice: Person, start: Callable[..., Awaitable[BotProcess]]
) -> None:
    bot = await start()
    await simulator.until_connected()
    simulator.faults.delay(CALLBACK, 0.5)

    asked = await alice.waiting("sent").slash("ask", question=RESULT)
    await simulator.until(lambda: CALLBACK in simulator.routes)
    bot.interrupt()

    assert VERY_CLEAR in (await asked.until_answered()).text
    assert await bot.ended() == 0


async def test_a_restart_registers_nothing_again(
    simulator: Simulator, alice: Person, start: Callable[..., Awaitable[BotProcess]]
) -> None:
    first = await start()
    await simulator.until_connected()
    first.terminate()
    await first.ended()

    second = await start()
    await simulator.until_connected()

    assert VERY_CLEAR in (await alice.slash("ask", question=RESULT)).text
    assert simulator.routes.count(SYNC) == 1
    assert first.output.count("invite Verbatim to a server: https://discord.com/oauth2/authorize?client_id=") == 1
    assert "invite" not in second.output


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


def test_discord_loads_nothing_that_only_the_terminal_needs() -> None:
    code = "import sys, bot.client; print({'rich', 'prompt_toolkit', 'PIL'} & {*sys.modules})"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, text=True, check=False)  # noqa: S603 - our own code

    assert run.stdout == "set()\n"


async def test_the_buttons_of_a_process_that_was_killed_are_answered_by_the_next(
    simulator: Simulator, alice: Person, start: Callable[..., Awaitable[BotProcess]]
) -> None:
    first = await start()
    await simulator.until_connected()
    public = await alice.slash("ask", question=RESULT)
    private = await alice.slash("ask", question=RESULT, private=True)
    form = (await alice.click(public.message, "This is wrong")).form
    assert form
    await first.kill()
    await simulator.until(lambda: all(one.connection is None for one in simulator.gateway.sessions.values()))
    await start()
    await simulator.until_connected()

    context = await alice.click(public.message, "Whole exchange")
    copy = await simulator.person("bob").click(public.message, "Next")
    await alice.click(public.message, "Next")
    await alice.click(public.message, "Only Sergey Lavrov")
    shown = await alice.click(private.message, "Show to all")
    thanked = await alice.submit(form, {"note": "No."})

    assert "the quote is here" in context.messages[0].text
    assert "Answer 2 of 3" in copy.messages[0].text
    assert "Searched only what Sergey Lavrov said." in public.text
    assert shown.messages[0].text == private.text
    assert thanked.messages[0].text.startswith("Thank you")
