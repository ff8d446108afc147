"""Messages as Discord keeps them, and the complete payload that clients parse."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.simulator.state import payloads
from tests.simulator.state.components import complete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.simulator.shapes import Json
    from tests.simulator.state.places import Account, Channel

EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
SETTABLE = 1 << 2 | 1 << 12 | COMPONENTS_V2  # without embeds, silent, V2; who sees it is settled when it is made
CHAT_INPUT_RESPONSE, CONTEXT_MENU_RESPONSE, REPLY = 20, 23, 19


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFile:
    """A file as it was uploaded, and where it can be fetched."""

    id: str
    name: str
    data: bytes
    url: str

    def payload(self) -> Json:
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        return {
            "id": self.id,
            "filename": self.name,
            "size": len(self.data),
            "url": self.url,
            "proxy_url": self.url,
            "content_type": kind,
        }


@dataclass(kw_only=True, slots=True, eq=False)
class Message:
    """One message; it lives on, changes with edits, and remembers that it was deleted.

    Attributes:
        audience: The only account that sees it when it is ephemeral, else None.
        source: The `interaction_metadata` of a response, else None.
    """

    id: str
    channel: Channel
    author: Account
    created: float
    kind: int = 0
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    files: list[StoredFile] = field(default_factory=list)
    flags: int = 0
    edited: float | None = None
    audience: Account | None = None
    source: Json | None = None
    application_id: str | None = None
    allowed_mentions: Json | None = None
    deleted: bool = False

    @property
    def loading(self) -> bool:
        return bool(self.flags & LOADING)

    def write(self, body: Json, uploads: Iterable[StoredFile]) -> None:
        """Take over what a request sets; what it leaves out stays."""
        self.content = body.get("content", self.content) or ""
        self.embeds = [{"type": "rich", **embed} for embed in body.get("embeds", self.embeds) or []]
        self.allowed_mentions = body.get("allowed_mentions", self.allowed_mentions)
        self.flags |= (body.get("flags") or 0) & SETTABLE
        self.files = _kept(self.files, body) + list(uploads)
        if "components" in body:
            media = {f"attachment://{file.name}": file.payload() for file in self.files}
            self.components = complete(body["components"] or [], media)

    def is_empty_after(self, body: Json) -> bool:
        """Say whether nothing would be left to see, had a request without files been obeyed."""
        now: Json = {"content": self.content, "embeds": self.embeds, "components": self.components}
        then = now | {key: value for key, value in body.items() if key in {*now, "poll", "sticker_ids"}}
        return not any(then.values()) and not _kept(self.files, body)

    def payload(self) -> Json:
        payload: Json = {
            "id": self.id,
            "channel_id": self.channel.id,
            "author": payloads.user(self.author),
            "type": self.kind,
            "content": self.content,
            "timestamp": _iso(self.created),
            "edited_timestamp": None if self.edited is None else _iso(self.edited),
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [file.payload() for file in self.files],
            "embeds": self.embeds,
            "components": self.components,
            "pinned": False,
            "flags": self.flags,
        }
        if self.application_id is not None:
            payload |= {"application_id": self.application_id, "webhook_id": self.application_id}
        if self.source is not None:
            payload["interaction_metadata"] = self.source
        return payload


def _kept(files: list[StoredFile], body: Json) -> list[StoredFile]:
    """Return the old files that an edit keeps: all of them unless it lists attachments."""
    if body.get("attachments") is None:
        return files
    listed = {str(entry["id"]) for entry in body["attachments"]}
    return [file for file in files if file.id in listed]


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()
