"""Verbatim as discord.py sees it: no privileged intent, no cache, and one door for every interaction."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cards.admin import Health
from bot.client.syncing import scope_of, sync
from bot.client.translating import Translation
from bot.commands import every_button, every_command
from bot.interactions import Once, Pace, Pressed, Presses, RefusalError, Responder
from bot.languages import language_of
from bot.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.store import Store
    from retrieval import Library

# The longest that Discord may make us wait between two requests; commands wait, and the bot goes on without.
_LONGEST_RATE_LIMIT = 30.0
DRAIN_SECONDS = 3.0
# For telling those whose answers are given up then.
_FAREWELL_SECONDS = 0.5

_log = logging.getLogger(__name__)


class Verbatim(discord.Client):
    """Answers interactions, and needs to see nothing else of any server."""

    def __init__(
        self,
        library: Library,
        store: Store,
        *,
        dev_guild_id: int | None = None,
        responder: Responder | None = None,
        pace: Pace | None = None,
    ) -> None:
        """Prepare the commands; nothing is sent yet.

        Args:
            library: What questions are put to.
            store: Remembers which commands Discord was last given.
            dev_guild_id: The only server where the commands are registered, or None for everywhere.
            responder: Answers; another one than usual for tests.
            pace: How often each user may ask; None for any number of times.
        """
        super().__init__(
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=_LONGEST_RATE_LIMIT,
        )
        self.responder = responder or Responder()
        self._library, self._store = library, store
        self._started = time.monotonic()
        self._pace = pace or Pace(0)
        self._dev_guild = discord.Object(dev_guild_id) if dev_guild_id else None
        self.tree = Tree(self)
        for command in every_command(library, self.responder, store, self):
            self.tree.add_command(command)
        self.add_dynamic_items(Pressed)
        self._presses = Presses(every_button(library, self.responder, store))
        self._once = Once()
        self._under_way: dict[asyncio.Task[Any], discord.Interaction[Any]] = {}
        self._leaving = False

    async def setup_hook(self) -> None:
        """Register the commands; interactions may come in from here on, long before `on_ready`."""
        if self._dev_guild:
            self.tree.copy_global_to(guild=self._dev_guild)
        await self.tree.set_translator(Translation())
        await sync(self.tree, self._store, guild=self._dev_guild)

    async def on_ready(self) -> None:
        """Say that all is well; this happens again when Discord forgets the session."""
        _log.info("connected to Discord as %s", self.user)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take in the forms: discord.py forgets with every restart which of them it has shown."""
        if interaction.type is discord.InteractionType.modal_submit:
            await self.press(interaction)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a button, a menu or a form."""
        try:
            if await self.admit(interaction):
                await self._presses.answer(interaction)
        except Exception as error:  # noqa: BLE001 - discord.py would log it, and leave the user without an answer
            await self.report(interaction, error)

    async def admit(self, interaction: discord.Interaction[Any]) -> bool:
        """Keep in mind that an interaction is under way; turn it away when we leave, or it comes again or too often."""
        if not self._once.first(interaction.id):
            return False
        task = asyncio.current_task()
        if task:
            self._under_way[task] = interaction
            task.add_done_callback(self._under_way.pop)
        if self._leaving:
            await self.responder.turn_away(interaction)
            return False
        return interaction.type is discord.InteractionType.autocomplete or await self._paced(interaction)

    async def _paced(self, interaction: discord.Interaction[Any]) -> bool:
        """Let a user's request through, or tell how long to wait with the next."""
        wait = self._pace.wait(interaction.user.id)
        if wait:
            language = language_of(interaction.locale.value)
            time = language.say("refused.seconds", count=math.ceil(wait))
            await self.report(interaction, RefusalError(language.say("refused.too_often", time=time)))
        return not wait

    async def report(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Take in every fault of an interaction, wherever it was raised."""
        await self.responder.report(interaction, error)

    async def close(self) -> None:
        """Finish what is under way, as far as that is possible in a few seconds, then leave."""
        self._leaving = True
        if self._under_way:
            _log.info("finishing %s", counted(len(self._under_way), "answer"))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                await self.settled()
        await self._give_up()
        self.responder.close()
        if beginning := self._connection._ready_task:  # noqa: SLF001 - it has no other name
            beginning.cancel()  # a session that has just begun would tell a closed client that it is ready
        await super().close()

    async def _give_up(self) -> None:
        """Break off what is still under way, and tell those who wait for it to ask again."""
        waiting = list(self._under_way.values())
        for task in self._under_way:
            task.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_FAREWELL_SECONDS):
                await self.settled()
                await asyncio.gather(*map(self.responder.turn_away, waiting))

    @property
    def commands(self) -> app_commands.CommandTree[Any]:
        """Every command."""
        return self.tree

    def command_ids(self, guild_id: int | None) -> Mapping[str, int]:
        """Return the ids that Discord gave the commands of a server, or those of everywhere, by name."""
        return self._store.command_ids(scope_of(self.application_id, guild_id))

    def is_run_by(self, user_id: int) -> bool:
        """Tell whether a user runs this bot: its owner, or a member of the team that owns it."""
        if self.application is None:
            return False
        team = self.application.team
        if team is None:
            return user_id == self.application.owner.id
        return any(member.id == user_id and _may_run(member) for member in team.members)

    def health(self) -> Health:
        """Return how the bot is doing."""
        latency = self.latency if math.isfinite(self.latency) else None
        running = timedelta(seconds=time.monotonic() - self._started)
        return Health(
            running=running,
            latency=latency,
            late=self.responder.late,
            answering=self._library.answering,
            processes=self._library.processes,
        )

    def is_connected(self) -> bool:
        """Tell whether Discord sends us what users do: not while a lost connection is being mended."""
        return self.is_ready() and not self.is_closed() and self.ws.open

    async def settled(self) -> None:
        """Wait until nothing is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way)


def _may_run(member: discord.TeamMember) -> bool:
    """Tell whether a member has joined the team, and may do more there than look."""
    joined = member.membership_state is discord.TeamMembershipState.accepted
    return joined and member.role is not discord.TeamMemberRole.read_only


class Tree(app_commands.CommandTree[Verbatim]):
    """The commands, allowed wherever Discord has commands."""

    def __init__(self, client: Verbatim) -> None:
        """Begin without a command."""
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[Verbatim]) -> bool:
        """Ask the client whether to let an interaction in."""
        return await self.client.admit(interaction)

    async def on_error(self, interaction: discord.Interaction[Verbatim], error: app_commands.AppCommandError) -> None:
        """Hand a fault to the one place for faults."""
        await self.client.report(interaction, error)
