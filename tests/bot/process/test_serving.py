from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.simulator.changes import PATIENCE
from tests.simulator.faults import CALLBACK, SYNC

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.simulator.process import BotProcess
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person

ROOT = Path(__file__).parents[3]
RESULT = "What was the most important result of Putin's visit to Japan?"
VERY_CLEAR = "the most important result of the visit was a very clear, unambiguous confirmation of mutual intent"


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
