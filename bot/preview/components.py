"""Components as they are sent → HTML.

Types: https://docs.discord.com/developers/components/reference
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.preview.markdown import html_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.cards.card import Card

    Files: TypeAlias = Mapping[str, bytes]
    Component: TypeAlias = Mapping[str, Any]

_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}


def html_of_card(card: Card) -> str:
    """Render the payload of a card, with the pictures that go along."""
    files = {f"attachment://{picture.name}": picture.data for picture in card.pictures}
    payload: list[dict[str, Any]] = card.to_components()  # type: ignore[no-untyped-call] # discord.py left it out
    return _all(payload, files)


def _all(components: Sequence[Component], files: Files) -> str:
    return "".join(_RENDERED[component["type"]](component, files) for component in components)


def _row(row: Component, files: Files) -> str:
    return f'<div class="row">{_all(row["components"], files)}</div>'


def _button(button: Component, _: Files) -> str:
    style, label = _STYLES[button["style"]], escape(button.get("label") or "")
    disabled = " disabled" if button.get("disabled") else ""
    return f'<button class="{style}"{disabled}>{label}</button>'


def _select(select: Component, _: Files) -> str:
    chosen = [option["label"] for option in select.get("options") or () if option.get("default")]
    shown = ", ".join(chosen) or select.get("placeholder") or "Make a selection"
    return f'<div class="select"><span>{escape(shown)}</span><span>⌄</span></div>'


def _section(section: Component, files: Files) -> str:
    accessory = _all([section["accessory"]], files)
    return f'<div class="section"><div>{_all(section["components"], files)}</div>{accessory}</div>'


def _text(text: Component, _: Files) -> str:
    return f'<div class="text">{html_of(text["content"])}</div>'


def _thumbnail(thumbnail: Component, files: Files) -> str:
    return _image(thumbnail, files, "thumbnail")


def _gallery(gallery: Component, files: Files) -> str:
    return "".join(_image(item, files, "media") for item in gallery["items"])


def _separator(separator: Component, _: Files) -> str:
    return "<hr>" if separator.get("divider", True) else '<div class="gap"></div>'


def _container(container: Component, files: Files) -> str:
    colour = container.get("accent_color")
    accent = "" if colour is None else f' style="border-left:4px solid #{colour:06x}"'
    return f'<div class="container"{accent}>{_all(container["components"], files)}</div>'


def _image(item: Component, files: Files, kind: str) -> str:
    """Put a picture that goes along into the page itself."""
    url = item["media"]["url"]
    source = f"data:image/png;base64,{b64encode(files[url]).decode()}" if url in files else url
    return f'<img class="{kind}" src="{escape(source)}" alt="{escape(item.get("description") or "")}">'


_RENDERED: Mapping[int, Callable[[Component, Files], str]] = {
    1: _row,
    2: _button,
    3: _select,
    9: _section,
    10: _text,
    11: _thumbnail,
    12: _gallery,
    14: _separator,
    17: _container,
}
