"""What a user is offered where they are: commands, options and choices, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tests.simulator.state import payloads
from tests.simulator.state.messages import StoredFile
from tests.simulator.state.places import (
    BOT_DM_CONTEXT,
    GUILD_CONTEXT,
    PRIVATE_CHANNEL_CONTEXT,
    Account,
    Channel,
)
from tests.simulator.users.errors import ImpossibleActionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tests.simulator.shapes import Json
    from tests.simulator.state.commands import Commands
    from tests.simulator.state.places import Place

Value: TypeAlias = str | int | float | bool | Account | Channel | StoredFile

SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2
VALUES: dict[int, tuple[type, ...]] = {  # what an option of each type takes; others are not simulated
    3: (str,),
    4: (int,),
    5: (bool,),
    6: (Account,),
    7: (Channel,),
    10: (int, float),
    11: (StoredFile,),
}
INSTALLS = {"guild": 0, "user": 1}


def command(commands: Commands, place: Place, permissions: int, kind: int, name: str) -> Json:
    """Return the command of that kind and name.

    Raises:
        ImpossibleActionError: It is not offered here.
    """
    offered = {one["name"]: one for one in _offered(commands, place, permissions) if one["type"] == kind}
    if name not in offered:
        raise ImpossibleActionError(f"“{name}” is not offered here; offered: {', '.join(sorted(offered)) or 'nothing'}")
    return offered[name]


def _offered(commands: Commands, place: Place, permissions: int) -> Iterator[Json]:
    """Yield what the client lists: a server's own commands last, so that they hide namesakes."""
    everywhere = [one for one in commands.of(None) if _reaches(one, place)]
    here = [] if place.guild is None or place.install == "user" else commands.of(place.guild.id)
    for one in [*everywhere, *here]:
        needed = int(one["default_member_permissions"] or 0)
        if place.guild is None or permissions & needed == needed:
            yield one


def _reaches(one: Json, place: Place) -> bool:
    contexts = one["contexts"] or [GUILD_CONTEXT, BOT_DM_CONTEXT, PRIVATE_CHANNEL_CONTEXT]
    if INSTALLS[place.install] not in one["integration_types"] or place.context not in contexts:
        return False
    return place.guild is not None or one["dm_permission"]


def descend(one: Json, path: list[str]) -> tuple[list[Json], Callable[[list[Json]], list[Json]]]:
    """Return the options of a subcommand, and what wraps filled-in options on the way up."""
    deeper = [option["name"] for option in one["options"] if option["type"] in {SUBCOMMAND, SUBCOMMAND_GROUP}]
    if not path and not deeper:
        return one["options"], lambda filled: filled
    if not path or path[0] not in deeper:
        raise ImpossibleActionError(f"“{one['name']}” wants a subcommand: {', '.join(deeper)}; not “{' '.join(path)}”")
    inner = {"options": [], **next(option for option in one["options"] if option["name"] == path[0])}
    options, wrap = descend(inner, path[1:])
    return options, lambda filled: [{"name": inner["name"], "type": inner["type"], "options": wrap(filled)}]


def fill(options: list[Json], values: Mapping[str, Value], *, focused: str | None = None) -> list[Json]:
    """Return options as they are sent.

    Args:
        options: As they were registered.
        values: By name.
        focused: The one being typed; then required ones may still be missing.

    Raises:
        ImpossibleActionError: An option does not exist, is missing, or cannot take its value.
    """
    known = {option["name"]: option for option in options}
    missing = [name for name, option in known.items() if option.get("required") and name not in values]
    if missing and focused is None:
        raise ImpossibleActionError(f"required options are missing: {', '.join(missing)}")
    return [
        _typing(_named(known, name), value) if name == focused else _filled(_named(known, name), value)
        for name, value in values.items()
    ]


def _named(known: Mapping[str, Json], name: str) -> Json:
    if name not in known:
        raise ImpossibleActionError(f"there is no option “{name}”; there are: {', '.join(known)}")
    return known[name]


def _typing(option: Json, value: Value) -> Json:
    if not option.get("autocomplete"):
        raise ImpossibleActionError(f"option “{option['name']}” suggests nothing")
    return {"name": option["name"], "type": option["type"], "value": value, "focused": True}


def _filled(option: Json, value: Value) -> Json:
    kinds = VALUES.get(option["type"], ())
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise ImpossibleActionError(f"option “{option['name']}” cannot take {value!r}")
    sent = _chosen(option, value)
    _check_range(option, sent)
    return {"name": option["name"], "type": option["type"], "value": sent}


def _chosen(option: Json, value: Value) -> Any:  # noqa: ANN401 - any JSON scalar
    if isinstance(value, Account | Channel | StoredFile):
        return value.id
    choices = {choice["name"]: choice["value"] for choice in option.get("choices") or []}
    if choices and value not in {*choices, *choices.values()}:
        raise ImpossibleActionError(f"option “{option['name']}” offers {', '.join(choices)}, not {value!r}")
    return choices.get(str(value), value)


def _check_range(option: Json, value: Any) -> None:  # noqa: ANN401 - any JSON scalar
    prefix, measure = ("length", len(value)) if isinstance(value, str) else ("value", value)
    low, high = option.get(f"min_{prefix}"), option.get(f"max_{prefix}")
    if (low is not None and measure < low) or (high is not None and measure > high):
        raise ImpossibleActionError(f"option “{option['name']}” takes {low} to {high}, not {measure}")


def resolved(values: Iterable[Value], place: Place) -> Json:
    """Return the objects that options refer to by id."""
    found: Json = {}
    for value in values:
        if isinstance(value, Account):
            found.setdefault("users", {})[value.id] = payloads.user(value)
            if place.guild is not None:
                found.setdefault("members", {})[value.id] = payloads.partial_member(value)
        elif isinstance(value, Channel):
            found.setdefault("channels", {})[value.id] = payloads.channel(value) | {"permissions": "0"}
        elif isinstance(value, StoredFile):
            found.setdefault("attachments", {})[value.id] = value.payload()
    return found
