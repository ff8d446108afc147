"""Times as files write them: 00:01:07.500 · 1:07,5 · 0:0:3.12."""

import re
from datetime import timedelta

CLOCK = r"(?:[0-9]{1,4}:)?[0-9]{1,3}:[0-9]{1,2}(?:[.,][0-9]{1,9})?"
"""Hours, or not, minutes and seconds; people write the decimals after a point or a comma."""
FIELDS = re.compile(r"(?:(?P<hours>[0-9]+):)?(?P<minutes>[0-9]+):(?P<seconds>[0-9]+)(?:[.,](?P<decimals>[0-9]+))?")


def moment(written: str) -> timedelta:
    """Return the time that a text of the form `CLOCK` stands for.

    >>> moment("1:07,5")
    datetime.timedelta(seconds=67, microseconds=500000)

    Raises:
        ValueError: It is no such text.
    """
    fields = FIELDS.fullmatch(written)
    if fields is None:
        raise ValueError(written)
    return timedelta(
        hours=int(fields["hours"] or 0),
        minutes=int(fields["minutes"]),
        seconds=int(fields["seconds"]),
        microseconds=int((fields["decimals"] or "0")[:6].ljust(6, "0")),
    )
