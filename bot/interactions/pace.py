"""How often one user may ask: a burst at once, then evenly, so that a wait is never long."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MINUTE = 60.0
_MOST_REMEMBERED = 10_000


class Pace:
    """Counts requests, in memory only, and forgets each user within a minute of their last.

    The generic cell rate algorithm: for each user one moment is kept, up to which requests are paid for.
    https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody having asked.

        Args:
            per_minute: How many requests a user has in a minute, all at once or spread; 0 for any number.
            clock: Tells the seconds that pass.
        """
        self._interval = _MINUTE / per_minute if per_minute else 0.0
        self._clock = clock
        self._paid_until: dict[int, float] = {}

    def wait(self, user: int) -> float:
        """Count a request and return 0, or return for how many seconds a user has to wait before the next."""
        if not self._interval:
            return 0.0
        now = self._clock()
        paid_until = max(now, self._paid_until.get(user, now)) + self._interval
        too_early = paid_until - now - _MINUTE
        if too_early > self._interval / 1_000_000:  # what floats make of a sum of intervals
            return too_early
        self._paid_until[user] = paid_until
        if len(self._paid_until) > _MOST_REMEMBERED:
            self._paid_until = {one: until for one, until in self._paid_until.items() if until > now}
        return 0.0
