"""Filling in modals and menus as a client lets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulator.users.errors import ImpossibleActionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.simulator.shapes import Json
    from tests.simulator.users.seen import Form

ACTION_ROW, STRING_SELECT, TEXT_INPUT, LABEL = 1, 3, 4, 18
MAX_TEXT_INPUT = 4000


def chosen(menu: Json, picks: Sequence[str]) -> list[str]:
    """Return the values of what was picked by label or value.

    Raises:
        ImpossibleActionError: That is not offered, or is too few or too many.
    """
    offered = {option["label"]: option["value"] for option in menu.get("options") or []}
    values = [offered.get(pick, pick) for pick in picks]
    strange = set(values) - set(offered.values()) if menu["type"] == STRING_SELECT else set()
    low, high = menu.get("min_values", 1), menu.get("max_values", 1)
    if strange or not low <= len(values) <= high:
        raise ImpossibleActionError(f"{list(picks)} cannot be chosen: {low} to {high} of {', '.join(offered)}")
    return values


def filled(form: Form, values: Mapping[str, str]) -> list[Json]:
    """Return the modal's components as they are submitted.

    Raises:
        ImpossibleActionError: A field does not exist, is required, or cannot hold its text.
    """
    strange = values.keys() - form.inputs.keys()
    if strange:
        raise ImpossibleActionError(
            f"the form has no field {', '.join(sorted(strange))}; it has {', '.join(form.inputs)}"
        )
    return list(_submitted(form.payload["components"], values))


def _submitted(components: Iterable[Json], values: Mapping[str, str]) -> Iterable[Json]:
    for number, component in enumerate(components, start=1):
        head = {"type": component["type"], "id": component.get("id") or number}
        if component["type"] == LABEL:
            yield head | {"component": _field(component["component"], values)}
        elif component["type"] == ACTION_ROW:
            yield head | {"components": [_field(inner, values) for inner in component["components"]]}
        else:
            yield head


def _field(component: Json, values: Mapping[str, str]) -> Json:
    """Return a field as it is submitted: what was typed, or else what stood there already."""
    name, kind = component["custom_id"], component["type"]
    head = {"type": kind, "id": component.get("id") or 0, "custom_id": name}
    text = values.get(name, component.get("value") or "")
    if kind == STRING_SELECT:
        return head | {"values": chosen(component, [text] if text else [])}
    if kind == TEXT_INPUT and _fits(component, text):
        return head | {"value": text}
    raise ImpossibleActionError(f"field “{name}” cannot take “{text}”")


def _fits(component: Json, text: str) -> bool:
    if not text:
        return component.get("required") is False
    return (component.get("min_length") or 1) <= len(text) <= (component.get("max_length") or MAX_TEXT_INPUT)
