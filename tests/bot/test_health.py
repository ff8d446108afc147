from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from bot.health import LONGEST_SILENCE, Condition, UnwellError, ask

if TYPE_CHECKING:
    from collections.abc import Iterator

WELL = Condition(gateway_ready=True, transcripts=12, heartbeat_age=3.5, late=1)
CONNECTING = Condition(gateway_ready=False, transcripts=12, heartbeat_age=None, late=0)
SILENT = Condition(gateway_ready=True, transcripts=12, heartbeat_age=LONGEST_SILENCE + 1, late=0)
EMPTY = Condition(gateway_ready=True, transcripts=0, heartbeat_age=3.5, late=0)


@contextmanager
def telling(status: int, text: str) -> Iterator[int]:
    """Answer one request with a text, on the port that is lent."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        answering = threading.Thread(target=server.handle_request)
        answering.start()
        yield server.server_port
        answering.join()


@pytest.mark.parametrize(
    ("condition", "status", "fault"),
    [
        (WELL, 200, None),
        (CONNECTING, 503, "the gateway is not ready"),
        (SILENT, 503, "Discord acknowledges no heartbeat"),
        (EMPTY, 503, "there are no transcripts"),
    ],
)
def test_it_is_well_while_questions_are_answered(condition: Condition, status: int, fault: str | None) -> None:
    assert (condition.is_well, condition.http_status, condition.fault) == (fault is None, status, fault)


def test_what_it_says_of_itself_is_json() -> None:
    assert WELL.to_json() == (
        '{"status": "well", "fault": null, "gateway_ready": true, "transcripts": 12, "heartbeat_age": 3.5, "late": 1}'
    )


@pytest.mark.parametrize("condition", [WELL, CONNECTING, SILENT, EMPTY])
def test_what_it_says_is_read_back(condition: Condition) -> None:
    assert Condition.from_json(condition.to_json()) == condition


def test_a_bot_that_is_well_says_how_it_is() -> None:
    with telling(WELL.http_status, WELL.to_json()) as port:
        assert ask(port) == WELL


def test_a_bot_that_is_not_well_says_why() -> None:
    with telling(CONNECTING.http_status, CONNECTING.to_json()) as port, pytest.raises(UnwellError) as caught:
        ask(port)

    assert str(caught.value) == "the bot is not well: the gateway is not ready"


@pytest.mark.parametrize("text", ["<html>", "[]", "{}"])
def test_something_else_on_the_port_is_no_bot(text: str) -> None:
    with telling(200, text) as port, pytest.raises(UnwellError, match=r"no bot answers at .+"):
        ask(port)


def test_nothing_on_the_port_is_no_bot() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(UnwellError, match=f"no bot answers at http://127.0.0.1:{port}/healthz"):
        ask(port)
