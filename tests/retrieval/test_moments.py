from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.moments import is_on_web, moment

TIME = timedelta(hours=1, minutes=2, seconds=3, milliseconds=900)
SHORT = timedelta(seconds=83)

hosts = st.sampled_from(
    ["www.youtube.com", "youtu.be", "youtube.com", "vimeo.com", "talks.example", "cdn.example:8080", "m.youtube.com"]
)
paths = st.sampled_from(["", "/", "/watch", "/abc_-9", "/live/x1", "/shorts/y", "/76543", "/a%20b/talk.mp3", "/t.OGG"])
queries = st.sampled_from(["", "?v=k3", "?v=k3&list=PL&t=9", "?t=1h", "?a=%C3%A9&&b", "?start=4&x=1"])
fragments = st.sampled_from(["", "#t=12", "#top", "#t=1&track=en", "#a=b"])
addresses = st.tuples(st.sampled_from(["https://", "http://"]), hosts, paths, queries, fragments).map("".join)
times = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=2))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.youtube.com/watch?v=k3_-x", "https://www.youtube.com/watch?v=k3_-x&t=83s"),
        ("https://www.youtube.com/watch?v=k3&t=5&list=PL", "https://www.youtube.com/watch?v=k3&list=PL&t=83s"),
        ("https://m.youtube.com/watch?list=PL&v=k3#t=9", "https://m.youtube.com/watch?list=PL&v=k3&t=83s"),
        ("https://youtu.be/k3", "https://youtu.be/k3?t=83s"),
        ("https://youtu.be/k3?si=a1&t=7", "https://youtu.be/k3?si=a1&t=83s"),
        ("https://www.youtube.com/live/k3?feature=share", "https://www.youtube.com/live/k3?feature=share&t=83s"),
        ("https://www.youtube.com/embed/k3", "https://www.youtube.com/watch?v=k3&t=83s"),
        ("https://www.youtube-nocookie.com/embed/k3?rel=0", "https://www.youtube.com/watch?v=k3&t=83s"),
        ("https://youtube.com/shorts/k3", "https://www.youtube.com/watch?v=k3&t=83s"),
        ("https://vimeo.com/76543", "https://vimeo.com/76543#t=83s"),
        ("https://player.vimeo.com/video/76543?h=ab", "https://player.vimeo.com/video/76543?h=ab#t=83s"),
        ("https://cast.example/1.mp3", "https://cast.example/1.mp3#t=83"),
        ("https://cast.example/1.M4A?sig=x", "https://cast.example/1.M4A?sig=x#t=83"),
        ("https://cast.example/1.webm#t=5&track=en", "https://cast.example/1.webm#track=en&t=83"),
        ("https://cast.example/1.mp4#notes", "https://cast.example/1.mp4#notes"),
    ],
)
def test_an_address_opens_the_moment(url: str, expected: str) -> None:
    assert moment(url, SHORT) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://talks.example/briefing?lang=en#answers",
        "https://www.youtube.com/playlist?list=PL",
        "https://www.youtube.com/@channel",
        "https://youtu.be/",
        "https://vimeo.com/about",
        "https://notyoutube.com/watch?v=k3",
        "https://cast.example/mp3",
    ],
)
def test_where_no_moment_can_be_opened_the_address_stays_as_it_is(url: str) -> None:
    assert moment(url, SHORT) == url


def test_without_a_time_the_address_stays_as_it_is() -> None:
    assert moment("https://youtu.be/k3?t=7", None) == "https://youtu.be/k3?t=7"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://cast.example/1.mp3",
        "//cast.example/1.mp3",
        "talks/1.mp3",
        "https://",
        "https://[broken",
        "https://a.example/\u0000",
        "https://a.example/ b",
        'https://a.example/"><script>',
    ],
)
def test_what_is_not_on_the_web_is_no_address(url: str | None) -> None:
    assert moment(url, SHORT) is None
    assert moment(url, SHORT, "{url}?t={seconds}") is None


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{url}?start={seconds}", "https://talks.example/1?lang=en&start=3723#top"),
        ("{url}#t={clock}", "https://talks.example/1?lang=en#t=1:02:03"),
        ("{url}?t={hms}", "https://talks.example/1?lang=en&t=1h2m3s#top"),
        ("{url}&ms={milliseconds}", "https://talks.example/1?lang=en&ms=3723000#top"),
        ("https://player.example/?go={seconds}", "https://player.example/?go=3723"),
    ],
)
def test_a_template_makes_the_address_of_a_moment(template: str, expected: str) -> None:
    assert moment("https://talks.example/1?lang=en#top", TIME, template) == expected


@pytest.mark.parametrize(
    ("seconds", "clock", "hms"), [(5, "0:05", "5s"), (65, "1:05", "1m5s"), (3600, "1:00:00", "1h0m0s")]
)
def test_times_are_written_as_clocks_and_players_do(seconds: int, clock: str, hms: str) -> None:
    found = moment("https://talks.example/1", timedelta(seconds=seconds), "{url}?c={clock}&h={hms}")

    assert found == f"https://talks.example/1?c={clock}&h={hms}"


@given(url=addresses, time=times)
def test_a_moment_is_on_the_web_and_asking_twice_changes_nothing(url: str, time: timedelta) -> None:
    opened = moment(url, time)

    assert opened is not None
    assert is_on_web(opened)
    assert moment(opened, time) == opened


@given(url=addresses, time=times)
def test_a_moment_keeps_the_site_and_every_other_fact_of_the_query(url: str, time: timedelta) -> None:
    opened = moment(url, time) or ""

    kept = {name: value for name, value in parse_qs(urlsplit(url).query).items() if name not in {"t", "start"}}
    if "/shorts/" not in url:
        assert urlsplit(opened).netloc == urlsplit(url).netloc
        assert kept.items() <= parse_qs(urlsplit(opened).query).items()


@given(url=st.text(), time=times)
def test_whatever_is_given_an_address_is_on_the_web_or_none(url: str, time: timedelta) -> None:
    opened = moment(url, time)

    assert opened is None or opened.startswith(("http://", "https://"))
