"""What a user sees: messages, buttons, menus, forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.simulator.state.components import TEXT_DISPLAY, walk
from tests.simulator.state.mentions import pings
from tests.simulator.users.errors import ImpossibleActionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.simulator.shapes import Json
    from tests.simulator.state.messages import Message, StoredFile

BUTTON, STRING_SELECT = 2, 3
LINK_STYLE = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenMessage:
    """A message as it stands now: looking again shows its edits."""

    message: Message

    @property
    def id(self) -> str:
        return self.message.id

    @property
    def payload(self) -> Json:
        """As it goes over the wire."""
        return self.message.payload()

    @property
    def text(self) -> str:
        """All that can be read: content, embeds and text displays, in order, one below the other."""
        return "\n".join(_texts(self.message))

    @property
    def ephemeral(self) -> bool:
        return self.message.audience is not None

    @property
    def thinking(self) -> bool:
        return self.message.loading

    @property
    def deleted(self) -> bool:
        return self.message.deleted

    @property
    def components(self) -> list[Json]:
        """Every component, nested ones too, in reading order."""
        return list(walk(self.message.components))

    @property
    def buttons(self) -> list[Json]:
        return [component for component in self.components if component["type"] == BUTTON]

    @property
    def labels(self) -> list[str]:
        """The buttons' labels, in order."""
        return [button.get("label") or "" for button in self.buttons]

    @property
    def pings(self) -> set[str]:
        """Who is notified: ids of users and roles, and `everyone`."""
        return pings(self.message)

    @property
    def selects(self) -> list[Json]:
        return [component for component in self.components if component["type"] == STRING_SELECT]

    @property
    def embeds(self) -> list[Json]:
        return self.message.embeds

    @property
    def files(self) -> list[StoredFile]:
        return self.message.files

    def button(self, name: str) -> Json:
        """Return the button of that label or custom_id.

        Raises:
            ImpossibleActionError: There is none, or it cannot be pressed.
        """
        for button in self.buttons:
            if name in {button.get("label"), button.get("custom_id")}:
                return _usable(button, name)
        raise ImpossibleActionError(f"there is no button “{name}”; there are: {', '.join(self.labels) or 'none'}")

    def select(self, name: str | None = None) -> Json:
        """Return the menu of that placeholder or custom_id, or the only one.

        Raises:
            ImpossibleActionError: There is no such menu, or it cannot be used.
        """
        found = [
            select for select in self.selects if name in {None, select.get("placeholder"), select.get("custom_id")}
        ]
        if len(found) != 1:
            raise ImpossibleActionError(f"there are {len(found)} menus called “{name}”")
        return _usable(found[0], str(name))


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """An autocomplete suggestion."""

    name: str
    value: str | int | float


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A modal on the user's screen."""

    payload: Json
    source: Message | None

    @property
    def title(self) -> str:
        return str(self.payload["title"])

    @property
    def inputs(self) -> dict[str, Json]:
        """The fields by custom_id."""
        return {part["custom_id"]: part for part in walk(self.payload["components"]) if part.get("custom_id")}


def _usable(component: Json, name: str) -> Json:
    if component.get("disabled") or component.get("style") == LINK_STYLE:
        raise ImpossibleActionError(f"“{name}” is disabled or a link")
    return component


def _texts(message: Message) -> Iterator[str]:
    if message.content:
        yield message.content
    for embed in message.embeds:
        yield from _embed_texts(embed)
    for component in walk(message.components):
        if component["type"] == TEXT_DISPLAY:
            yield component["content"]


def _embed_texts(embed: Json) -> Iterator[str]:
    author, footer = embed.get("author") or {}, embed.get("footer") or {}
    fields = [text for field in embed.get("fields") or [] for text in (field["name"], field["value"])]
    for text in (
        author.get("name"),
        embed.get("title"),
        embed.get("description"),
        *fields,
        footer.get("text"),
    ):
        if text:
            yield text
