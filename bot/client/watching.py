"""Transcripts that come, change or go while the bot runs are answered from, without a restart."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.wording import counted
from retrieval import VerbatimError

if TYPE_CHECKING:
    from retrieval import Library

_log = logging.getLogger(__name__)


async def watch(library: Library, seconds: float) -> None:
    """Refresh a library again and again, with so many seconds between; for 0 never."""
    while seconds:
        await asyncio.sleep(seconds)
        await refresh(library)


async def refresh(library: Library) -> None:
    """Refresh a library off the event loop; what cannot be read leaves it as it was."""
    try:
        changes = await asyncio.to_thread(library.refresh)
    except VerbatimError as error:
        _log.warning("the transcripts stay as they were: %s", error)
        return
    except Exception:  # noqa: BLE001 - a watch that dies in silence would be worse
        _log.exception("looking for changed transcripts failed; they stay as they were")
        return
    parts = (
        (changes.added, "added"),
        (changes.updated, "changed"),
        (changes.removed, "removed"),
        (changes.failed, "unreadable"),
    )
    told = [f"{counted(len(sources), 'transcript')} {what}" for sources, what in parts if sources]
    if told:
        _log.info("%s", ", ".join(told))
