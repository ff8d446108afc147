"""The life of an interaction: three seconds to acknowledge it once, then fifteen minutes to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulator.state import payloads
from tests.simulator.state.commands import CHAT_INPUT
from tests.simulator.state.interaction import (
    ALLOWED_ANSWERS,
    CHOICES,
    COMMAND,
    DEFERRED,
    DEFERRED_UPDATE,
    FIRST_ANSWER_SECONDS,
    MESSAGE,
    MODAL,
    TOKEN_SECONDS,
    UPDATE,
    Interaction,
)
from tests.simulator.state.messages import (
    CHAT_INPUT_RESPONSE,
    CONTEXT_MENU_RESPONSE,
    EPHEMERAL,
    LOADING,
    REPLY,
    Message,
)
from tests.simulator.state.refusals import Reason, RefusalError
from tests.simulator.validate.limits import choice_faults, modal_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.simulator.shapes import Json
    from tests.simulator.state.messages import StoredFile
    from tests.simulator.state.world import World


class Interactions:
    """All interactions there have been, and what the application may still do with them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_token: dict[str, Interaction] = {}

    def __iter__(self) -> Iterator[Interaction]:
        return iter(self._by_token.values())

    def add(self, interaction: Interaction) -> None:
        self._by_token[interaction.token] = interaction

    def acknowledge(self, interaction_id: str, token: str, body: Json, uploads: Sequence[StoredFile]) -> Json:
        """Take the first answer and return what `with_response=1` shows of it.

        Raises:
            RefusalError: It comes late, twice, for nothing known, or is not of a kind that fits.
        """
        interaction = self._by_token.get(token)
        now = self._world.clock.now()
        if interaction is None or interaction.id != interaction_id:
            raise RefusalError(Reason.UNKNOWN_INTERACTION)
        if interaction.acknowledged is not None:
            raise RefusalError(Reason.ALREADY_ACKNOWLEDGED)
        if now - interaction.created > FIRST_ANSWER_SECONDS:
            raise RefusalError(Reason.UNKNOWN_INTERACTION)
        self._answer(interaction, body["type"], body.get("data") or {}, uploads)
        interaction.answer, interaction.acknowledged = body["type"], now
        if not interaction.deferred:
            interaction.answered = now
        self._world.changes.tell()
        return _callback_response(interaction)

    def message(self, token: str, message_id: str) -> Message:
        """Return a message that this interaction's token gives access to, `@original` by that name."""
        interaction = self._open(token)
        own = [interaction.original, *interaction.followups]
        for message in own if message_id != "@original" else own[:1]:
            if message is not None and not message.deleted and message_id in {"@original", message.id}:
                return message
        raise RefusalError(Reason.UNKNOWN_MESSAGE)

    def edit(self, token: str, message_id: str, body: Json, uploads: Sequence[StoredFile]) -> Message:
        message = self.message(token, message_id)
        self._world.edit(message, body, uploads)
        self._wrote(self._open(token))
        return message

    def delete(self, token: str, message_id: str) -> None:
        self._world.delete(self.message(token, message_id))
        self._wrote(self._open(token))

    def follow_up(self, token: str, body: Json, uploads: Sequence[StoredFile]) -> Message:
        """Write another message; the first one after a deferral takes the place of "thinking…"."""
        interaction = self._open(token)
        waiting = interaction.original
        if interaction.answer == DEFERRED and waiting is not None and waiting.loading and not waiting.deleted:
            return self.edit(token, "@original", body, uploads)
        message = self._write(interaction, body, uploads, kind=REPLY)
        interaction.followups.append(message)
        self._wrote(interaction)
        return message

    def _open(self, token: str) -> Interaction:
        interaction = self._by_token.get(token)
        if interaction is None or interaction.acknowledged is None:
            raise RefusalError(Reason.UNKNOWN_WEBHOOK)
        if self._world.clock.now() - interaction.created > TOKEN_SECONDS:
            raise RefusalError(Reason.INVALID_WEBHOOK_TOKEN)
        return interaction

    def _answer(self, interaction: Interaction, kind: int, data: Json, uploads: Sequence[StoredFile]) -> None:
        if kind not in _fitting(interaction):
            raise RefusalError(Reason.INVALID_FORM, {"type": f"{kind} does not answer {interaction.kind}"})
        if kind == MESSAGE:
            interaction.original = self._write(interaction, data, uploads, kind=_message_kind(interaction))
        elif kind == DEFERRED:
            interaction.original = self._thinking(interaction, data)
        elif kind in {DEFERRED_UPDATE, UPDATE}:
            interaction.original = self._updated(interaction, kind, data, uploads)
        elif kind == CHOICES:
            interaction.choices = data.get("choices") or []
            _refuse(choice_faults(interaction.choices))
        elif kind == MODAL:
            _refuse(modal_faults(data))
            interaction.modal = data

    def _write(self, interaction: Interaction, body: Json, uploads: Sequence[StoredFile], *, kind: int) -> Message:
        message = self._blank(interaction, body, kind=kind)
        self._world.post(message, body, uploads)
        return message

    def _thinking(self, interaction: Interaction, body: Json) -> Message:
        message = self._blank(interaction, body, kind=_message_kind(interaction))
        message.flags |= LOADING
        self._world.keep(message)
        return message

    def _updated(
        self, interaction: Interaction, kind: int, body: Json, uploads: Sequence[StoredFile]
    ) -> Message | None:
        if kind == UPDATE and interaction.source is not None:
            self._world.edit(interaction.source, body, uploads)
        return interaction.source

    def _blank(self, interaction: Interaction, body: Json, *, kind: int) -> Message:
        private = (body.get("flags") or 0) & EPHEMERAL
        return Message(
            id=self._world.ids.next(),
            channel=interaction.place.channel,
            author=self._world.bot,
            created=self._world.clock.now(),
            kind=kind,
            flags=private,
            audience=interaction.account if private else None,
            source=_metadata(interaction),
            application_id=self._world.bot.id,
        )

    def _wrote(self, interaction: Interaction) -> None:
        if interaction.answered is None:
            interaction.answered = self._world.clock.now()
        interaction.writes += 1
        self._world.changes.tell()


def _fitting(interaction: Interaction) -> set[int]:
    allowed = ALLOWED_ANSWERS[interaction.kind]
    return allowed if interaction.source is not None else allowed - {DEFERRED_UPDATE, UPDATE}


def _message_kind(interaction: Interaction) -> int:
    if interaction.kind != COMMAND:
        return REPLY
    return CHAT_INPUT_RESPONSE if interaction.data["type"] == CHAT_INPUT else CONTEXT_MENU_RESPONSE


def _refuse(faults: dict[str, str]) -> None:
    if faults:
        raise RefusalError(Reason.INVALID_FORM, faults)


def _metadata(interaction: Interaction) -> Json:
    metadata: Json = {
        "id": interaction.id,
        "type": interaction.kind,
        "user": payloads.user(interaction.account),
        "authorizing_integration_owners": interaction.place.owners(interaction.account),
    }
    if interaction.source is not None:
        metadata["interacted_message_id"] = interaction.source.id
    return metadata


def _callback_response(interaction: Interaction) -> Json:
    described: Json = {"id": interaction.id, "type": interaction.kind}
    response: Json = {"interaction": described}
    message = interaction.original
    if message is not None:
        described |= {
            "response_message_id": message.id,
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.audience is not None,
        }
        if interaction.answer in {MESSAGE, UPDATE}:
            response["resource"] = {"type": interaction.answer, "message": message.payload()}
    return response
