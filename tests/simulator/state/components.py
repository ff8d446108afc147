"""Message components: reading them in order, and completing them as Discord does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.simulator.shapes import Json

TEXT_DISPLAY = 10


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Yield every component, nested ones too, in the order they are read."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        yield from walk(component[key] for key in ("accessory", "component") if component.get(key))


def complete(components: Iterable[Json], media: Mapping[str, Json]) -> list[Json]:
    """Return components as Discord returns them: each numbered, its media resolved.

    Args:
        components: As the request gave them.
        media: What stands for each `attachment://…` address.
    """
    done = [_resolved(component, media) for component in components]
    used = {component.get("id") for component in walk(done)} - {None, 0}
    numbers = (number for number in range(1, 10_000) if number not in used)
    for component in walk(done):
        if not component.get("id"):
            component["id"] = next(numbers)
    return done


def _resolved(value: Any, media: Mapping[str, Json]) -> Any:  # noqa: ANN401 - any JSON value
    match value:
        case {"url": str(url)} if url in media:
            return {**value, **media[url]}
        case dict():
            return {key: _resolved(inner, media) for key, inner in value.items()}
        case list():
            return [_resolved(inner, media) for inner in value]
    return value
