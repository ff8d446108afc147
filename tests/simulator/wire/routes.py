"""The routes that are simulated, named as in Discord's specification. Any other fails the test."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from tests.simulator.state import payloads
from tests.simulator.state.messages import Message
from tests.simulator.state.refusals import Reason, RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.simulator.state.messages import StoredFile
    from tests.simulator.state.world import World
    from tests.simulator.wire.request import Request

Answer: TypeAlias = Any  # JSON, or None for 204
Handler: TypeAlias = "Callable[[Routes, Request], Answer]"

_HANDLERS: dict[str, Handler] = {}


def route(*names: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        _HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return register


def match(method: str, path: str) -> tuple[str | None, dict[str, str]]:
    """Return the route's name and the parameters of its path; None when there is no such route."""
    for name in _HANDLERS:
        found = _pattern(name).fullmatch(f"{method} {path}")
        if found:
            return name, found.groupdict()
    return None, {}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(name)))


class Routes:
    """Turns a request into what the state does with it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.gateway_url = ""

    def answer(self, request: Request, name: str) -> Answer:
        """Do what is asked of the route of that name.

        Raises:
            RefusalError: Discord would not.
        """
        return _HANDLERS[name](self, request)

    @route("GET /gateway")
    def _gateway(self, _request: Request) -> Answer:
        return {"url": self.gateway_url}

    @route("GET /gateway/bot")
    def _gateway_bot(self, _request: Request) -> Answer:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}

    @route("GET /users/@me")
    def _own_user(self, _request: Request) -> Answer:
        return payloads.own_user(self._world.bot)

    @route("GET /users/{user_id}")
    def _user(self, request: Request) -> Answer:
        account = self._world.accounts.get(request.parameters["user_id"])
        if account is None:
            raise RefusalError(Reason.UNKNOWN_USER)
        return payloads.user(account)

    @route("GET /oauth2/applications/@me", "GET /applications/@me")
    def _application(self, _request: Request) -> Answer:
        return payloads.application(self._world.bot, self._world.owner, len(self._world.guilds), self._world.team)

    @route(
        "GET /applications/{application_id}/commands",
        "GET /applications/{application_id}/guilds/{guild_id}/commands",
    )
    def _commands(self, request: Request) -> Answer:
        return self._world.commands.of(self._scope(request))

    @route(
        "PUT /applications/{application_id}/commands",
        "PUT /applications/{application_id}/guilds/{guild_id}/commands",
    )
    def _replace_commands(self, request: Request) -> Answer:
        return self._world.commands.replace(self._scope(request), request.body or [])

    @route(
        "POST /applications/{application_id}/commands",
        "POST /applications/{application_id}/guilds/{guild_id}/commands",
    )
    def _put_command(self, request: Request) -> Answer:
        return self._world.commands.put(self._scope(request), request.body)

    @route(
        "GET /applications/{application_id}/commands/{command_id}",
        "GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
    )
    def _command(self, request: Request) -> Answer:
        return self._world.commands.get(self._scope(request), request.parameters["command_id"])

    @route(
        "DELETE /applications/{application_id}/commands/{command_id}",
        "DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
    )
    def _delete_command(self, request: Request) -> Answer:
        self._world.commands.delete(self._scope(request), request.parameters["command_id"])

    @route("POST /interactions/{interaction_id}/{interaction_token}/callback")
    def _callback(self, request: Request) -> Answer:
        interaction_id, token = request.parameters["interaction_id"], request.parameters["interaction_token"]
        response = self._world.interactions.acknowledge(interaction_id, token, request.body, self._uploads(request))
        return response if request.query.get("with_response") in {"1", "true"} else None

    @route("POST /webhooks/{webhook_id}/{webhook_token}")
    def _follow_up(self, request: Request) -> Answer:
        token = self._webhook_token(request)
        return self._world.interactions.follow_up(token, request.body, self._uploads(request)).payload()

    @route(
        "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    )
    def _response(self, request: Request) -> Answer:
        return self._world.interactions.message(self._webhook_token(request), _message_id(request)).payload()

    @route(
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    )
    def _edit_response(self, request: Request) -> Answer:
        token, uploads = self._webhook_token(request), self._uploads(request)
        return self._world.interactions.edit(token, _message_id(request), request.body, uploads).payload()

    @route(
        "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    )
    def _delete_response(self, request: Request) -> Answer:
        self._world.interactions.delete(self._webhook_token(request), _message_id(request))

    @route("POST /users/@me/channels")
    def _open_conversation(self, request: Request) -> Answer:
        account = self._world.accounts.get(str(request.body["recipient_id"]))
        if account is None:
            raise RefusalError(Reason.UNKNOWN_USER)
        return payloads.channel(self._world.conversation(account))

    @route("GET /channels/{channel_id}")
    def _channel(self, request: Request) -> Answer:
        channel = self._world.channels.get(request.parameters["channel_id"])
        if channel is None:
            raise RefusalError(Reason.UNKNOWN_CHANNEL)
        return payloads.channel(channel)

    @route("POST /channels/{channel_id}/messages")
    def _send(self, request: Request) -> Answer:
        channel = self._world.channels.get(request.parameters["channel_id"])
        if channel is None:
            raise RefusalError(Reason.UNKNOWN_CHANNEL)
        world = self._world
        message = Message(id=world.ids.next(), channel=channel, author=world.bot, created=world.clock.now())
        world.post(message, request.body, self._uploads(request))
        return message.payload()

    @route("POST /channels/{channel_id}/typing")
    def _type(self, request: Request) -> None:
        self._channel(request)

    @route("GET /channels/{channel_id}/messages/{message_id}")
    def _message(self, request: Request) -> Answer:
        return self._world.message(request.parameters["channel_id"], _message_id(request)).payload()

    @route("PATCH /channels/{channel_id}/messages/{message_id}")
    def _edit_message(self, request: Request) -> Answer:
        message = self._own_message(request)
        self._world.edit(message, request.body, self._uploads(request))
        return message.payload()

    @route("DELETE /channels/{channel_id}/messages/{message_id}")
    def _delete_message(self, request: Request) -> Answer:
        self._world.delete(self._own_message(request))

    def _own_message(self, request: Request) -> Message:
        message = self._world.message(request.parameters["channel_id"], _message_id(request))
        if message.author is not self._world.bot:
            raise RefusalError(Reason.FOREIGN_MESSAGE)
        return message

    def _scope(self, request: Request) -> str | None:
        if request.parameters["application_id"] != self._world.bot.id:
            raise RefusalError(Reason.MISSING_ACCESS)
        guild_id = request.parameters.get("guild_id")
        if guild_id is not None and guild_id not in self._world.guilds:
            raise RefusalError(Reason.MISSING_ACCESS)
        return guild_id

    def _webhook_token(self, request: Request) -> str:
        if request.parameters["webhook_id"] != self._world.bot.id:
            raise RefusalError(Reason.UNKNOWN_WEBHOOK)
        return request.parameters["webhook_token"]

    def _uploads(self, request: Request) -> list[StoredFile]:
        return [self._world.add_file(name, data) for name, data in request.files.values()]


def _message_id(request: Request) -> str:
    return request.parameters.get("message_id", "@original")
