"""The limits that neither Discord's specification nor discord.py holds: they are checked here, always.

Each function returns what is wrong, as place → sentence; nothing wrong is an empty dictionary.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.simulator.state.components import TEXT_DISPLAY, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.simulator.shapes import Faults, Json


V2_FLAG = 1 << 15
V2_ONLY = {
    9: "section",
    10: "text display",
    11: "thumbnail",
    12: "media gallery",
    13: "file",
    14: "separator",
    17: "container",
}

MAX_CONTENT = 2000  # the specification says 4000 for messages to a channel, which bots may not send
MAX_COMPONENTS = 40
MAX_V2_TEXT = 4000
MAX_EMBED_TEXT = 6000
MAX_CHOICE_VALUE = 100
MAX_COMMAND_TEXT = 8000
MAX_FILE_BYTES = 10 * 1024 * 1024


def message_faults(body: Json, *, flags: int = 0, content: str = "") -> Faults:
    """Check a message that is sent or edited.

    Args:
        body: The request.
        flags: Those that an edited message already has.
        content: That of an edited message, which stays unless the request sets it.
    """
    components = body.get("components") or []
    v2 = bool((flags | (body.get("flags") or 0)) & V2_FLAG)
    faults = _component_faults(components) | _embed_faults(body.get("embeds") or [])
    if len(body.get("content") or "") > MAX_CONTENT:
        faults["content"] = f"{len(body['content'])} characters; at most {MAX_CONTENT}"
    if v2:
        faults |= _legacy_faults(body | {"content": body.get("content", content)})
    else:
        faults |= _unflagged_faults(components)
    return faults


def _legacy_faults(body: Json) -> Faults:
    return {
        name: "Must not be set together with the IS_COMPONENTS_V2 flag"
        for name in ("content", "embeds", "poll", "sticker_ids")
        if body.get(name)
    }


def _unflagged_faults(components: list[Json]) -> Faults:
    newer = [V2_ONLY[component["type"]] for component in walk(components) if component.get("type") in V2_ONLY]
    return {"components": f"Without the IS_COMPONENTS_V2 flag: {', '.join(newer)}"} if newer else {}


def _component_faults(components: list[Json]) -> Faults:
    faults: Faults = {}
    every = list(walk(components))
    if len(every) > MAX_COMPONENTS:
        faults["components"] = f"{len(every)} components, nested ones counted; at most {MAX_COMPONENTS}"
    text = sum(len(component.get("content") or "") for component in every if component.get("type") == TEXT_DISPLAY)
    if text > MAX_V2_TEXT:
        faults["components.content"] = f"{text} characters of text in total; at most {MAX_V2_TEXT}"
    return faults | _custom_id_faults(every)


def _custom_id_faults(components: Iterable[Json]) -> Faults:
    used = Counter(component["custom_id"] for component in components if component.get("custom_id"))
    repeated = [custom_id for custom_id, times in used.items() if times > 1]
    return {"components.custom_id": f"Used more than once: {', '.join(repeated)}"} if repeated else {}


def modal_faults(body: Json) -> Faults:
    """Check a modal: its inputs may not share a custom_id."""
    return _custom_id_faults(walk(body.get("components") or []))


def _embed_faults(embeds: list[Json]) -> Faults:
    faults: Faults = {}
    total = sum(len(text) for embed in embeds for text in _embed_texts(embed))
    if total > MAX_EMBED_TEXT:
        faults["embeds"] = f"{total} characters of text in all embeds; at most {MAX_EMBED_TEXT}"
    for field in (field for embed in embeds for field in embed.get("fields") or []):
        for part in ("name", "value"):
            if not str(field.get(part) or "").strip():
                faults[f"embeds.fields.{part}"] = "This field is required"
    return faults


def _embed_texts(embed: Json) -> Iterator[str]:
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    yield (embed.get("footer") or {}).get("text") or ""
    yield (embed.get("author") or {}).get("name") or ""
    for field in embed.get("fields") or []:
        yield field.get("name") or ""
        yield field.get("value") or ""


def choice_faults(choices: Iterable[Json]) -> Faults:
    """Check the choices of an autocomplete answer."""
    values = [choice["value"] for choice in choices if isinstance(choice["value"], str)]
    long = [value for value in values if not 1 <= len(value) <= MAX_CHOICE_VALUE]
    return {"choices.value": f"1 to {MAX_CHOICE_VALUE} characters: {', '.join(long)}"} if long else {}


def command_faults(command: Json) -> Faults:
    """Check one command's total: every name, description and choice, the longest translation counted."""
    total = sum(_command_lengths(command))
    if total > MAX_COMMAND_TEXT:
        return {command["name"]: f"{total} characters in total; at most {MAX_COMMAND_TEXT}"}
    return {}


def _command_lengths(part: Json) -> Iterator[int]:
    for key in ("name", "description", "value"):
        texts = [part.get(key), *(part.get(f"{key}_localizations") or {}).values()]
        yield max(len(text) if isinstance(text, str) else 0 for text in texts)
    for inner in [*(part.get("options") or []), *(part.get("choices") or [])]:
        yield from _command_lengths(inner)


def file_faults(sizes: dict[str, int], limit: int = MAX_FILE_BYTES) -> Faults:
    """Check uploaded files, given as field → bytes."""
    return {field: f"{size} bytes; at most {limit}" for field, size in sizes.items() if size > limit}
