"""The application's commands, per scope: everywhere, or in one guild."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tests.simulator.state.refusals import Reason, RefusalError
from tests.simulator.validate.limits import command_faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.simulator.shapes import Json
    from tests.simulator.state.clock import Snowflakes

Scope: TypeAlias = str | None  # a guild's id, or None for everywhere
CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3


class Commands:
    """What is registered now. A command of the same kind and name keeps its id when it is set again."""

    def __init__(self, application_id: str, ids: Snowflakes) -> None:
        self._application_id = application_id
        self._ids = ids
        self._scopes: dict[Scope, dict[tuple[int, str], Json]] = {}

    def of(self, scope: Scope) -> list[Json]:
        return list(self._scopes.get(scope, {}).values())

    def get(self, scope: Scope, command_id: str) -> Json:
        for command in self.of(scope):
            if command["id"] == command_id:
                return command
        raise RefusalError(Reason.UNKNOWN_COMMAND)

    def replace(self, scope: Scope, bodies: Iterable[Json]) -> list[Json]:
        """Set all commands of a scope at once; those not listed are gone."""
        listed = [(_key(body), body) for body in bodies]
        faults = _duplicates([key for key, _ in listed])
        for _, body in listed:
            faults |= command_faults(body)
        if faults:
            raise RefusalError(Reason.INVALID_FORM, faults)
        self._scopes[scope] = {key: self._registered(scope, key, body) for key, body in listed}
        return self.of(scope)

    def put(self, scope: Scope, body: Json) -> Json:
        """Add one command, or overwrite its namesake."""
        faults = command_faults(body)
        if faults:
            raise RefusalError(Reason.INVALID_FORM, faults)
        key = _key(body)
        command = self._registered(scope, key, body)
        self._scopes.setdefault(scope, {})[key] = command
        return command

    def delete(self, scope: Scope, command_id: str) -> None:
        command = self.get(scope, command_id)
        del self._scopes[scope][_key(command)]

    def _registered(self, scope: Scope, key: tuple[int, str], body: Json) -> Json:
        known = self._scopes.get(scope, {}).get(key)
        permissions = body.get("default_member_permissions")
        return {
            "description": "",
            "options": [],
            "nsfw": False,
            "contexts": None,
            "integration_types": [0],
            "dm_permission": True,
            **{name: value for name, value in body.items() if value is not None},
            "id": known["id"] if known else self._ids.next(),
            "application_id": self._application_id,
            "version": self._ids.next(),
            "type": key[0],
            "default_member_permissions": None if permissions is None else str(permissions),
            **({} if scope is None else {"guild_id": scope}),
        }


def _key(body: Json) -> tuple[int, str]:
    return body.get("type") or CHAT_INPUT, body["name"]


def _duplicates(keys: list[tuple[int, str]]) -> dict[str, str]:
    return {
        f"{name}": "Application command names must be unique" for kind, name in keys if keys.count((kind, name)) > 1
    }
