from datetime import timedelta

import pytest

from retrieval.formats.clock import moment


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("00:01:07.500", timedelta(minutes=1, seconds=7, milliseconds=500)),
        ("00:01:07,500", timedelta(minutes=1, seconds=7, milliseconds=500)),
        ("1:07,5", timedelta(minutes=1, seconds=7, milliseconds=500)),
        ("0:0:3.12", timedelta(seconds=3, milliseconds=120)),
        ("75:03", timedelta(hours=1, minutes=15, seconds=3)),
        ("100:00:00.123456789", timedelta(hours=100, microseconds=123456)),
    ],
)
def test_a_time_is_read_as_people_and_programs_write_it(written: str, time: timedelta) -> None:
    assert moment(written) == time


@pytest.mark.parametrize("written", ["", "12", "1:2:3:4", "a:b", "1:07.", "-1:07"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written or "^$"):
        moment(written)
