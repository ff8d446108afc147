"""Faults that a test arms: what goes wrong with which request, when, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ANY: Final = "*"
LOGIN: Final = "GET /users/@me"
SYNC: Final = "PUT /applications/{application_id}/commands"
SYNC_GUILD: Final = "PUT /applications/{application_id}/guilds/{guild_id}/commands"
CALLBACK: Final = "POST /interactions/{interaction_id}/{interaction_token}/callback"
FOLLOW_UP: Final = "POST /webhooks/{webhook_id}/{webhook_token}"
EDIT_ORIGINAL: Final = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original"


@dataclass(kw_only=True, slots=True, eq=False)
class Fault:
    """One thing that goes wrong with a route.

    Attributes:
        route: `METHOD /path/{template}` as in Discord's specification, or `*`.
        left: How often it is still to strike.
        after_effect: Whether Discord first does what was asked.
        status: Answer with it instead.
        retry_after: With status 429, in seconds.
        from_edge: Answer without the `Via` header, as Cloudflare does when it bans.
        is_global: With status 429, whether all routes are meant.
        delay: Seconds to let pass first, by the simulator's clock.
        abort: Cut the connection instead of answering.
    """

    route: str
    left: int = 1
    after_effect: bool = False
    status: int | None = None
    retry_after: float = 0.01
    from_edge: bool = False
    is_global: bool = False
    delay: float = 0.0
    abort: bool = False

    @property
    def lets_it_happen(self) -> bool:
        """Whether Discord does what was asked, whatever it then answers."""
        return self.after_effect or (self.status is None and not self.abort)


class Faults:
    """Armed faults; each strikes the given number of times, in the order armed."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []

    def status(self, route: str, status: int, *, times: int = 1, after_effect: bool = False) -> None:
        """Answer with an error, before or after doing what was asked."""
        self._armed.append(Fault(route=route, status=status, left=times, after_effect=after_effect))

    def rate_limit(
        self,
        route: str,
        *,
        retry_after: float = 0.01,
        times: int = 1,
        is_global: bool = False,
        from_edge: bool = False,
    ) -> None:
        """Answer 429."""
        fault = Fault(
            route=route,
            status=429,
            left=times,
            retry_after=retry_after,
            is_global=is_global,
            from_edge=from_edge,
        )
        self._armed.append(fault)

    def delay(self, route: str, seconds: float, *, times: int = 1, after_effect: bool = False) -> None:
        """Hold the request back, by the simulator's clock: with a manual clock until it is advanced."""
        self._armed.append(Fault(route=route, delay=seconds, left=times, after_effect=after_effect))

    def abort(self, route: str, *, times: int = 1, after_effect: bool = False) -> None:
        """Cut the connection, before or after doing what was asked."""
        self._armed.append(Fault(route=route, abort=True, left=times, after_effect=after_effect))

    def take(self, route: str) -> Fault | None:
        """Return the fault that strikes this request, and count it."""
        for fault in self._armed:
            if fault.left > 0 and fault.route in {ANY, route}:
                fault.left -= 1
                return fault
        return None

    def unspent(self) -> list[Fault]:
        """Return faults that have not struck as often as the test meant them to."""
        return [fault for fault in self._armed if fault.left > 0]
