"""Requests against Discord's own OpenAPI description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.simulator.shapes import Faults, Json, JsonValue


BESIDE_THE_REPOSITORY = Path(__file__).resolve().parents[4] / "shared" / "discord" / "openapi.json"
_ROOT = "urn:discord"
_CONTENT = ("content", "application/json", "schema")
_BOOLEANS = {"1": True, "true": True, "0": False, "false": False}


class Specification:
    """The description, with a validator per operation, compiled when first needed."""

    def __init__(self, document: Json) -> None:
        # discord.py sends attachments' ids as integers, which Discord takes
        snowflake = document["components"]["schemas"]["SnowflakeType"]
        snowflake["type"] = ["string", "integer"]
        self._paths: Json = document["paths"]
        self._registry = jsonschema_rs.Registry([(_ROOT, document)], draft=jsonschema_rs.Draft202012)
        self._validators: dict[tuple[str, ...], jsonschema_rs.Draft202012Validator] = {}

    @classmethod
    def read(cls, path: Path = BESIDE_THE_REPOSITORY) -> Specification:
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def faults(self, route: str, parameters: Mapping[str, str], query: Mapping[str, str], body: JsonValue) -> Faults:
        """Return what is wrong with a request, as place → sentence.

        Args:
            route: Method and path template.
            parameters: What stands in the path's braces.
            query: The query string's parameters.
            body: The JSON body, or None.
        """
        method, path = route.split(" ")
        at = ("paths", path, method.lower())
        operation = self._paths[path][method.lower()]
        described = [*self._paths[path].get("parameters", []), *operation.get("parameters", [])]
        return (
            self._parameter_faults([one for one in described if one["in"] == "path"], parameters)
            | self._parameter_faults([one for one in described if one["in"] == "query"], query)
            | self._body_faults(at, operation.get("requestBody"), body)
        )

    def answer_faults(self, route: str, status: int, body: JsonValue) -> Faults:
        """Return what is wrong with an answer."""
        method, path = route.split(" ")
        described = self._paths[path][method.lower()]["responses"]
        if str(status) not in described:
            return {"status": f"{status} is not described"}
        if body is None:
            return {}
        at = ("paths", path, method.lower(), "responses", str(status), *_CONTENT)
        return _described(self._validator(at).iter_errors(body), "body")

    def _parameter_faults(self, described: list[Json], given: Mapping[str, str]) -> Faults:
        schemas = {one["name"]: one["schema"] for one in described}
        faults = {name: "Unknown parameter" for name in given if name not in schemas}
        for name in schemas.keys() & given.keys():
            schema = self._dereferenced(schemas[name])
            validator = jsonschema_rs.Draft202012Validator(schema, registry=self._registry)
            faults |= _described(validator.iter_errors(_typed(given[name], schema)), name)
        return faults

    def _body_faults(self, at: tuple[str, ...], described: Json | None, body: JsonValue) -> Faults:
        if described is None:
            return {} if body is None else {"body": "This route takes no body"}
        if body is None:
            return {"body": "This route needs a body"} if described.get("required") else {}
        return _described(self._validator((*at, "requestBody", *_CONTENT)).iter_errors(body), "body")

    def _validator(self, pointer: tuple[str, ...]) -> jsonschema_rs.Draft202012Validator:
        if pointer not in self._validators:
            self._validators[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": _reference(pointer)}, registry=self._registry, validate_formats=True
            )
        return self._validators[pointer]

    def _dereferenced(self, schema: Json) -> Json:
        reference = schema.get("$ref")
        return schema if reference is None else {"$ref": f"{_ROOT}{reference}"}


def _reference(pointer: tuple[str, ...]) -> str:
    steps = (quote(step.replace("~", "~0").replace("/", "~1"), safe="") for step in pointer)
    return f"{_ROOT}#/{'/'.join(steps)}"


def _typed(text: str, schema: Json) -> bool | int | str:
    """Read a query parameter as the type that is described."""
    match schema.get("type"):
        case "boolean":
            return _BOOLEANS.get(text, text)
        case "integer" if text.lstrip("-").isdigit():
            return int(text)
    return text


def _described(errors: Iterator[jsonschema_rs.ValidationError], place: str) -> Faults:
    return {
        ".".join([place, *map(str, leaf.instance_path)]): leaf.message[-300:]
        for error in errors
        for leaf in _leaves(error)
    }


def _leaves(error: jsonschema_rs.ValidationError) -> list[jsonschema_rs.ValidationError]:
    """Return the errors that tell: of alternatives, those of the one that was meant."""
    match error.kind:
        case ValidationErrorKind.AnyOf(context) | ValidationErrorKind.OneOfNotValid(context):
            branches = [[leaf for inner in branch for leaf in _leaves(inner)] for branch in context]
            return min(branches, key=_strangeness)
    return [error]


def _strangeness(branch: list[jsonschema_rs.ValidationError]) -> tuple[bool, int]:
    """Rank alternatives: another `type` was not meant; of the others, the one that goes deepest was."""
    another_type = any(leaf.instance_path[-1:] == ["type"] for leaf in branch)
    return another_type, -max(len(leaf.instance_path) for leaf in branch)
