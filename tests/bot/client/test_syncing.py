from __future__ import annotations

from typing import TYPE_CHECKING, cast

import discord
import pytest
from discord import app_commands

from bot.client.app import Verbatim
from bot.client.syncing import invite, sync
from tests.simulator.faults import SYNC, SYNC_GUILD

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store import Store
    from retrieval import Library
    from tests.bot.records import FakeLibrary
    from tests.simulator.simulator import Simulator

NO_PAUSE = (0.0, 0.0)
ELSEWHERE = discord.Object(123456789012345678)


class Shouting(app_commands.Translator):
    """Translates into German by shouting."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        is_name = context.location is app_commands.TranslationContextLocation.command_name
        return f"{string.message}!" if locale is discord.Locale.german and is_name else None


def registered(simulator: Simulator) -> set[str]:
    return {one["name"] for one in simulator.commands()}


@pytest.fixture
def restart(library: FakeLibrary, store: Store) -> Callable[[], Verbatim]:
    return lambda: Verbatim(cast("Library", library), store)


async def test_the_first_start_registers_the_commands_and_prints_the_invitation(
    simulator: Simulator, restart: Callable[[], Verbatim]
) -> None:
    await simulator.connect(restart())

    assert {"ask", "quote"} <= registered(simulator)
    assert f"invite Verbatim to a server: {invite(int(simulator.world.bot.id))}" in simulator.log.text()


async def test_a_second_start_with_the_same_commands_registers_nothing(
    simulator: Simulator, restart: Callable[[], Verbatim]
) -> None:
    await simulator.connect(restart())

    await simulator.connect(restart())

    assert simulator.routes.count(SYNC) == 1
    assert simulator.log.text().count("invite Verbatim") == 1


async def test_changed_commands_are_registered_again(simulator: Simulator, restart: Callable[[], Verbatim]) -> None:
    await simulator.connect(restart())
    changed = restart()
    changed.tree.remove_command("quote")

    await simulator.connect(changed)

    assert "quote" not in registered(simulator)


async def test_changed_translations_are_registered_again(simulator: Simulator, bot: Verbatim, store: Store) -> None:
    await bot.tree.set_translator(Shouting())

    await sync(bot.tree, store)

    assert {one["name_localizations"]["de"] for one in simulator.commands()} >= {"ask!", "quote!"}


async def test_each_server_for_development_is_registered_by_itself(
    simulator: Simulator, library: FakeLibrary, store: Store, restart: Callable[[], Verbatim]
) -> None:
    await simulator.connect(restart())

    await simulator.connect(Verbatim(cast("Library", library), store, dev_guild_id=int(simulator.home.id)))

    assert (simulator.routes.count(SYNC), simulator.routes.count(SYNC_GUILD)) == (1, 1)


async def test_a_failure_that_passes_is_waited_for(simulator: Simulator, bot: Verbatim, store: Store) -> None:
    bot.tree.remove_command("quote")
    simulator.faults.status(SYNC, 503, times=2)

    await sync(bot.tree, store, pauses=NO_PAUSE)

    assert "quote" not in registered(simulator)


async def test_a_failure_that_lasts_is_one_line_and_remembered_as_nothing(
    simulator: Simulator, bot: Verbatim, store: Store
) -> None:
    scope = f"{bot.application_id}:global"
    before = store.synced(scope)
    bot.tree.remove_command("quote")
    simulator.faults.status(SYNC, 503, times=3)

    await sync(bot.tree, store, pauses=NO_PAUSE)

    assert "commands could not be registered (503 Service Unavailable" in simulator.log.text()
    assert store.synced(scope) == before
    assert not bot.is_closed()


async def test_a_cut_connection_is_tried_again(simulator: Simulator, bot: Verbatim, store: Store) -> None:
    bot.tree.remove_command("quote")
    simulator.faults.abort(SYNC)

    await sync(bot.tree, store, pauses=NO_PAUSE)

    assert "quote" not in registered(simulator)


async def test_a_server_that_the_bot_is_not_on_is_said_to_be_one_and_not_tried_again(
    simulator: Simulator, bot: Verbatim, store: Store
) -> None:
    bot.tree.copy_global_to(guild=ELSEWHERE)

    await sync(bot.tree, store, guild=ELSEWHERE, pauses=NO_PAUSE)

    assert simulator.routes.count(SYNC_GUILD) == 1
    assert "(the bot is not on the server of DEV_GUILD_ID: invite it there first)" in simulator.log.text()


def test_the_invitation_asks_for_commands_and_for_no_permission() -> None:
    assert invite(42) == (
        "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=0"
    )
