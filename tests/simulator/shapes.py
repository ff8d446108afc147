"""The shape of what goes over the wire."""

from __future__ import annotations

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
JsonValue: TypeAlias = "Json | list[Any] | str | float | bool | None"
Faults: TypeAlias = dict[str, str]  # what is wrong with a request: place → sentence
