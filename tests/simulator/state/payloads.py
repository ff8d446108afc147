"""Complete payloads: discord.py ends a client whose gateway event lacks a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulator.state.places import THREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.simulator.shapes import Json
    from tests.simulator.state.places import Account, Channel, Guild, TeamMember


JOINED = "2024-01-01T00:00:00+00:00"


def user(account: Account) -> Json:
    return {
        "id": account.id,
        "username": account.name,
        "discriminator": "0",
        "global_name": None if account.bot else account.name.title(),
        "avatar": None,
        "avatar_decoration_data": None,
        "primary_guild": None,
        "collectibles": None,
        "banner": None,
        "accent_color": None,
        "bot": account.bot,
        "public_flags": 0,
        "flags": 0,
    }


def own_user(account: Account) -> Json:
    """Return the bot's own account, which says more than a stranger's."""
    return user(account) | {"email": None, "locale": "en-US", "mfa_enabled": True, "verified": True}


def member(account: Account, permissions: int | None = None) -> Json:
    payload: Json = {
        "user": user(account),
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": [],
        "joined_at": JOINED,
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }
    return payload if permissions is None else payload | {"permissions": str(permissions)}


def partial_member(account: Account) -> Json:
    """Return a member as options refer to one: without the user, who stands beside it."""
    whole = member(account, permissions=0)
    return {key: value for key, value in whole.items() if key != "user"}


def channel(place: Channel) -> Json:
    if place.kind == THREAD:
        return _thread(place)
    if place.guild_id is None:
        return {
            "id": place.id,
            "type": place.kind,
            "name": place.name,
            "last_message_id": None,
            "flags": 0,
            "recipients": [user(account) for account in place.recipients],
        }
    return {
        "id": place.id,
        "guild_id": place.guild_id,
        "type": place.kind,
        "name": place.name,
        "position": 0,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "permission_overwrites": [],
        "flags": 0,
    }


def _thread(place: Channel) -> Json:
    return {
        "id": place.id,
        "guild_id": place.guild_id,
        "parent_id": place.guild_id,
        "owner_id": place.guild_id,
        "type": place.kind,
        "name": place.name,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "flags": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 60,
            "archive_timestamp": JOINED,
            "create_timestamp": JOINED,
            "locked": False,
        },
    }


def everyone(server: Guild, permissions: int) -> Json:
    """Return the role that every guild has; it bears the guild's id."""
    return {
        "id": server.id,
        "name": "@everyone",
        "permissions": str(permissions),
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def guild(server: Guild, members: tuple[Account, ...], permissions: int) -> Json:
    """Return a GUILD_CREATE payload."""
    return {
        "id": server.id,
        "name": server.name,
        "owner_id": server.owner.id,
        "preferred_locale": server.locale,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "region": "deprecated",
        "features": [],
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "application_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "max_members": 500_000,
        "max_presences": None,
        "roles": [everyone(server, permissions)],
        "emojis": [],
        "stickers": [],
        "soundboard_sounds": [],
        "joined_at": JOINED,
        "large": False,
        "unavailable": False,
        "member_count": len(members),
        "members": [member(account) for account in members],
        "channels": [channel(place) for place in server.channels],
        "threads": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
    }


def _team(owner: Account, members: Sequence[TeamMember]) -> Json:
    return {
        "id": owner.id,
        "name": "team",
        "icon": None,
        "owner_user_id": owner.id,
        "members": [
            {
                "user": user(member.account),
                "team_id": owner.id,
                "membership_state": 2 if member.joined else 1,
                "role": member.role,
            }
            for member in members
        ],
    }


def application(account: Account, owner: Account, guilds: int, team: Sequence[TeamMember] = ()) -> Json:
    return {
        "id": account.id,
        "name": account.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": user(account),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": user(owner),
        "team": _team(owner, team) if team else None,
        "flags": 0,
        "flags_new": "0",
        "tags": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": guilds,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "eligible_oauth2_scopes": [],
        "explicit_content_filter": 0,
    }


def ready(session_id: str, account: Account, guild_ids: list[str], resume_url: str) -> Json:
    return {
        "v": 10,
        "session_id": session_id,
        "resume_gateway_url": resume_url,
        "user": own_user(account),
        "application": {"id": account.id, "flags": 0},
        "guilds": [{"id": guild_id, "unavailable": True} for guild_id in guild_ids],
        "private_channels": [],
        "relationships": [],
    }
