from datetime import date

import pytest

from retrieval.formats.dates import find_dates


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("January 17, 2017", date(2017, 1, 17)),
        ("JANUARY 17 2017", date(2017, 1, 17)),
        ("Jan. 17, 2017", date(2017, 1, 17)),
        ("Sept. 5, 2018", date(2018, 9, 5)),
        ("June 2nd, 2012", date(2012, 6, 2)),
        ("17 January 2017", date(2017, 1, 17)),
        ("the 5th of May 2020", date(2020, 5, 5)),
        ("5–7 June 2018", date(2018, 6, 5)),
        ("June 5-7, 2018", date(2018, 6, 5)),
        ("2017-01-17", date(2017, 1, 17)),
        ("17.01.2017", date(2017, 1, 17)),
        ("17 января 2017 года", date(2017, 1, 17)),
        ("3. März 2020", date(2020, 3, 3)),
        ("1er mai 2019", date(2019, 5, 1)),
        ("5 de mayo de 2020", date(2020, 5, 5)),
        ("2017年1月17日", date(2017, 1, 17)),
    ],
)
def test_a_day_is_read_as_people_write_it(written: str, day: date) -> None:
    assert [found.day for found in find_dates(f"said on {written}, in Bergen")] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2017",
        "2017-13-01",
        "0 May 0000",
        "May 2017",
        "17/01/2017",
        "at 10:30",
        "Maynard 5, 2020",
        "12 May 20170",
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_dates_come_in_the_order_of_the_text_with_their_places() -> None:
    text = "Moved from 10 May 2020 to 2020-05-12, as told on May 9, 2020."

    found = [text[written.span.start : written.span.end] for written in find_dates(text)]

    assert found == ["10 May 2020", "2020-05-12", "May 9, 2020"]
