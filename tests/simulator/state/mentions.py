"""Whom a message notifies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.simulator.state.components import TEXT_DISPLAY, walk

if TYPE_CHECKING:
    from tests.simulator.shapes import Json
    from tests.simulator.state.messages import Message

EVERYTHING: Json = {"parse": ["users", "roles", "everyone"]}
_MENTION = re.compile(r"<@(?P<role>&)?!?(?P<id>\d+)>|@(?P<everyone>everyone|here)\b")


def pings(message: Message) -> set[str]:
    """Return the ids of users and roles whom the words notify, and `everyone`; embeds notify nobody."""
    allowed = EVERYTHING if message.allowed_mentions is None else message.allowed_mentions
    displays = [part["content"] for part in walk(message.components) if part["type"] == TEXT_DISPLAY]
    found = (mention for text in [message.content, *displays] for mention in _MENTION.finditer(text))
    return {mention["id"] or "everyone" for mention in found if _allows(allowed, mention)}


def _allows(allowed: Json, mention: re.Match[str]) -> bool:
    if mention["everyone"]:
        return "everyone" in (allowed.get("parse") or [])
    kind = "roles" if mention["role"] else "users"
    return kind in (allowed.get("parse") or []) or mention["id"] in map(str, allowed.get(kind) or [])
