"""A tiny bot for the simulator's own tests: it says again what it is told, in every way that Discord has."""

from __future__ import annotations

import asyncio
import logging
import re  # noqa: TC003 - discord.py reads annotations at run time
from typing import Any, Self, TypeAlias

import discord
from discord import app_commands, ui

_log = logging.getLogger(__name__)

Interaction: TypeAlias = discord.Interaction[Any]


class Parrot(discord.Client):
    """A client with a command tree."""

    def __init__(
        self,
        *,
        intents: discord.Intents | None = None,
        guild_id: str | None = None,
        heartbeat_timeout: float = 60.0,
    ) -> None:
        super().__init__(
            intents=intents or discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            heartbeat_timeout=heartbeat_timeout,
        )
        self.tree = app_commands.CommandTree(self)
        self.scope = None if guild_id is None else discord.Object(int(guild_id))
        self.times_ready = 0
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.errors: asyncio.Queue[Exception] = asyncio.Queue()
        self.tree.error(self._note)

    async def setup_hook(self) -> None:
        for command in COMMANDS:
            self.tree.add_command(command, guild=self.scope)
        self.add_dynamic_items(AgainButton)
        await self.tree.sync(guild=self.scope)

    async def _note(self, _interaction: Interaction, error: app_commands.AppCommandError) -> None:
        _log.error("noted", exc_info=error)
        await self.errors.put(error)

    async def on_ready(self) -> None:
        self.times_ready += 1

    async def on_message(self, message: discord.Message) -> None:
        await self.heard.put(message.content)


class AgainButton(ui.DynamicItem[ui.Button[ui.View]], template=r"again:(?P<words>.+)"):
    """A button whose words are in its custom_id, so that it works after a restart."""

    def __init__(self, words: str) -> None:
        super().__init__(ui.Button(label="Again", custom_id=f"again:{words}"))
        self.words = words

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, _item: ui.Item[ui.View], match: re.Match[str]) -> Self:
        return cls(match["words"])

    async def callback(self, interaction: Interaction) -> None:
        await interaction.response.edit_message(content=f"{self.words}, {self.words}")


class Picker(ui.View):
    """A menu."""

    @ui.select(
        placeholder="Which?", options=[discord.SelectOption(label=name, value=name[0]) for name in ("One", "Two")]
    )
    async def choose(self, interaction: Interaction, menu: ui.Select[Self]) -> None:
        await interaction.response.defer()
        await interaction.followup.send(f"chose {menu.values[0]}", ephemeral=True)


class WordsForm(ui.Modal, title="Words"):
    """A modal."""

    words: ui.Label[Self] = ui.Label(text="Say", component=ui.TextInput(custom_id="words", max_length=10))

    async def on_submit(self, interaction: Interaction) -> None:
        assert isinstance(self.words.component, ui.TextInput)
        await interaction.response.send_message(f"wrote {self.words.component.value}")


@app_commands.command()
async def echo(interaction: Interaction, words: str, file: discord.Attachment | None = None) -> None:
    """Answer at once, with a button."""
    data = b"" if file is None else await file.read()
    view = ui.View(timeout=None).add_item(AgainButton("hello"))
    await interaction.response.send_message(f"{words}{data.decode()} ({interaction.locale})", view=view)


@app_commands.command()
@app_commands.allowed_installs(guilds=True, users=True)
async def think(interaction: Interaction, words: str) -> None:
    """Defer, then edit."""
    await interaction.response.defer(thinking=True)
    await interaction.edit_original_response(content=words)


@app_commands.command()
async def repeat(interaction: Interaction, words: str) -> None:
    """Answer, and follow up with a file."""
    await interaction.response.send_message(words)
    await interaction.followup.send(words, file=discord.File(__file__, filename="parrot.txt"))


@app_commands.command()
async def whisper(interaction: Interaction, words: str) -> None:
    """Defer for one pair of eyes, then follow up, which fills in the deferred answer."""
    await interaction.response.defer(ephemeral=True)
    await interaction.followup.send(words)


@app_commands.command()
async def greet(interaction: Interaction, who: discord.Member) -> None:
    """Name a member."""
    await interaction.response.send_message(f"hello {who.name}")


@app_commands.command()
async def pick(interaction: Interaction) -> None:
    """Show a menu."""
    await interaction.response.send_message(view=Picker())


@app_commands.command()
async def card(interaction: Interaction, length: int = 5) -> None:
    """Show a card of that many characters, in two halves."""
    view = ui.LayoutView()
    halves = ("x" * (length // 2), "x" * (length - length // 2))
    view.add_item(ui.Container(*(ui.TextDisplay(half) for half in halves)))
    await interaction.response.send_message(view=view)


@app_commands.command()
async def form(interaction: Interaction) -> None:
    """Open a form."""
    await interaction.response.send_modal(WordsForm())


@app_commands.command()
async def count(interaction: Interaction, number: app_commands.Range[int, 1, 10], unit: str = "") -> None:
    """Count, in a unit that is suggested."""
    await interaction.response.send_message(f"{number} {unit}")


@count.autocomplete("unit")
async def suggest_unit(_interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed}{end}", value=f"{typed}{end}" * 40) for end in "ab"]


admin = app_commands.Group(
    name="admin", description="For admins", default_permissions=discord.Permissions(manage_guild=True)
)


@admin.command()
async def reload(interaction: Interaction) -> None:
    """Do nothing, and say so."""
    await interaction.response.send_message("reloaded")


@app_commands.command()
async def mute(interaction: Interaction) -> None:
    """Say nothing at all."""


@app_commands.context_menu(name="Shout")
async def shout(interaction: Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(message.content.upper())


COMMANDS: tuple[app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu, ...] = (
    echo,
    think,
    repeat,
    whisper,
    greet,
    pick,
    card,
    form,
    count,
    admin,
    mute,
    shout,
)
