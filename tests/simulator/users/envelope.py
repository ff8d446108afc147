"""The INTERACTION_CREATE payload, complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulator.state import payloads
from tests.simulator.validate.limits import MAX_FILE_BYTES

if TYPE_CHECKING:
    from tests.simulator.shapes import Json
    from tests.simulator.state.interaction import Interaction


def envelope(interaction: Interaction, application_id: str, *, locale: str, permissions: int) -> Json:
    """Return what the gateway tells of an interaction."""
    place, account = interaction.place, interaction.account
    payload: Json = {
        "id": interaction.id,
        "application_id": application_id,
        "type": interaction.kind,
        "data": interaction.data,
        "token": interaction.token,
        "version": 1,
        "channel_id": place.channel.id,
        "channel": payloads.channel(place.channel),
        "app_permissions": str(place.bot_permissions),
        "locale": locale,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "authorizing_integration_owners": place.owners(account),
        "context": place.context,
        "attachment_size_limit": MAX_FILE_BYTES,
    }
    if interaction.source is not None:
        payload["message"] = interaction.source.payload()
    if place.guild is None:
        return payload | {"user": payloads.user(account)}
    return payload | {
        "guild_id": place.guild.id,
        "guild": {"id": place.guild.id, "locale": place.guild.locale, "features": []},
        "guild_locale": place.guild.locale,
        "member": payloads.member(account, permissions),
    }
