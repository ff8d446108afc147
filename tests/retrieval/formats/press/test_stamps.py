from datetime import timedelta

import pytest

from retrieval.formats.press.stamps import find_stamps, time_in


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("00:04", 4),
        ("[1:07]", 67),
        ("(01:02:03)", 3723),
        (r"\[01:03:48.28\]", 3828.28),
        ("00:00:52:02", 52),
        ("100:07", 6007),
        ("00:04 - 00:09", 4),
        ("[(0:12)](https://a.example/b?t=12)", 12),
    ],
)
def test_a_time_is_read_in_many_writings(written: str, seconds: float) -> None:
    assert time_in(written) == timedelta(seconds=seconds)


@pytest.mark.parametrize("written", ["", "noon", "1:7", "12:99", "1:2:3:4:5", "2:1 odds"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert time_in(written) is None


def test_times_are_found_at_the_start_of_a_line_and_after_a_sentence() -> None:
    text = "[00:01] Well. [00:02] So.\n00:03\nAt 10:30 we met (10:31 to be exact) [00:05] and left.\n"

    assert sorted(text[start:end] for start, end, _ in find_stamps(text, 0)) == ["00:03", "[00:01]", "[00:02]"]
