"""What is done once is not done again, though it be asked for twice."""

from __future__ import annotations

from collections import OrderedDict

_MOST_REMEMBERED = 10_000


class Once:
    """Remembers the last few thousand things done, by number."""

    def __init__(self, *, most: int = _MOST_REMEMBERED) -> None:
        """Begin with nothing done."""
        self._done: OrderedDict[int, None] = OrderedDict()
        self._most = most

    def first(self, number: int) -> bool:
        """Tell whether something was not done yet, and take it as done."""
        if number in self._done:
            return False
        self._done[number] = None
        if len(self._done) > self._most:
            self._done.popitem(last=False)
        return True

    def forget(self, number: int) -> None:
        """Let something be done again, because it failed."""
        self._done.pop(number, None)
