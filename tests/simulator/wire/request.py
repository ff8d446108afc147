"""One REST request: read from the wire, answered, and remembered for tests to ask about."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.simulator.shapes import JsonValue

PREFIX = "/api/v10"


@dataclass(kw_only=True, slots=True, eq=False)
class Request:
    """What the client asked for.

    Attributes:
        route: Method and path template as in Discord's specification, or None when there is no such route.
        body: The JSON body, that of `payload_json` in a multipart request, or None.
        files: Uploaded files, as (file name, bytes) by form field.
        status: What was answered, `answer` being the JSON body; 0 when the connection was cut.
    """

    method: str
    path: str
    query: Mapping[str, str]
    authorization: str | None
    body: Any = None
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    route: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    status: int = 0
    answer: JsonValue = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}" if self.route is None else self.route


async def read(wire: web.Request) -> Request:
    """Read a request whole."""
    request = Request(
        method=wire.method,
        path=wire.path.removeprefix(PREFIX),
        query=dict(wire.query),
        authorization=wire.headers.get("Authorization"),
    )
    if wire.content_type == "multipart/form-data":
        await _read_form(wire, request)
    elif wire.can_read_body:
        text = await wire.text()
        request.body = json.loads(text) if text else None
    return request


async def _read_form(wire: web.Request, request: Request) -> None:
    for name, value in (await wire.post()).items():
        if isinstance(value, web.FileField):
            request.files[name] = (value.filename, value.file.read())
            value.file.close()
        elif name == "payload_json" and isinstance(value, str):
            request.body = json.loads(value)
