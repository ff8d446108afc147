from __future__ import annotations

import pytest

from retrieval.addresses import Addresses, address, read_addresses
from retrieval.errors import TranscriptError

HELD = """
base = "https://talks.example/{id}"

[moments]
"talks.example" = "{url}?start={seconds}"
"www.Casts.example" = "{url}#{id}-{clock}"
"""


def told(text: str = HELD) -> Addresses:
    return read_addresses(text.encode(), "library.toml")[0]


def faults(text: str) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.reason) for fault in read_addresses(text.encode(), "library.toml")[1]]


def test_a_transcript_without_an_address_gets_one_of_the_base() -> None:
    found = address(None, "may-talk", "may/talk.vtt", [told()])

    assert found == ("https://talks.example/may-talk", "{url}?start={seconds}")


def test_a_transcript_keeps_its_own_address() -> None:
    assert address("https://other.example/1", "may", "may.vtt", [told()]) == ("https://other.example/1", None)


@pytest.mark.parametrize("given", ["javascript:alert(1)", "talks/1", "ftp://talks.example/1"])
def test_what_is_not_on_the_web_is_no_address(given: str) -> None:
    assert address(given, "may", "may.vtt", []) == (None, None)
    assert address(given, "may", "may.vtt", [told()])[0] == "https://talks.example/may"


def test_a_site_stands_for_its_parts_but_not_for_its_namesakes() -> None:
    part = address("https://a.b.talks.example/1", "may", "may.vtt", [told()])
    namesake = address("https://mytalks.example/1", "may", "may.vtt", [told()])

    assert (part[1], namesake[1]) == ("{url}?start={seconds}", None)


def test_what_stands_for_the_transcript_is_filled_in_and_quoted() -> None:
    base = 'base = "https://talks.example/{stem}?file={source}"'

    found = address("https://casts.example/1", "may", "may.vtt", [told()])

    assert found[1] == "{url}#may-{clock}"
    assert address(None, "x", "mai/Gäste 1.vtt", [told(base)])[0] == (
        "https://talks.example/G%C3%A4ste%201?file=mai/G%C3%A4ste%201.vtt"
    )


def test_what_lies_nearer_goes_first() -> None:
    near = told('base = "https://near.example/{id}"')

    assert address(None, "may", "may.vtt", [near, told()])[0] == "https://near.example/may"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('bse = "x"', 1, "“bse” means nothing here; known are base and moments"),
        ('\nbase = "talks"', 2, "base: expected an address such as https://talks.example/{id}"),
        ("base = 5", 1, "base: expected an address such as https://talks.example/{id}"),
        (
            'base = "https://talks.example/{seconds}"',
            1,
            "base: {seconds} stands for nothing; known are {id}, {source}, {stem}",
        ),
        ("moments = 5", 1, "expected a table [moments]"),
        ('[moments]\n"a.example" = 5', 2, "moments of “a.example”: expected a template such as {url}?start={seconds}"),
        (
            '[moments]\n"a.example" = "javascript:{url}"',
            2,
            "moments of “a.example”: expected a template that begins with {url} or https://",
        ),
        (
            '[moments]\n"a.example" = "{url}#{second}"',
            2,
            (
                "moments of “a.example”: {second} stands for nothing; known are"
                " {id}, {source}, {stem}, {url}, {seconds}, {milliseconds}, {clock}, {hms}"
            ),
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_rest_holds(text: str, line: int, reason: str) -> None:
    assert faults(text) == [(line, reason)]
    assert told(text) == Addresses()


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    with pytest.raises(TranscriptError, match="not valid TOML") as caught:
        read_addresses(b'base = "\n', "library.toml")

    assert caught.value.line == 1
