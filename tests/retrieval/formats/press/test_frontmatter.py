from datetime import date

import pytest

from retrieval.formats.press.facts import Facts, people
from retrieval.formats.press.frontmatter import read_front_matter
from tests.retrieval.samples import spoken, transcript

TALK = """\
---
title: 'The Lamp: a history'
date: 2021-05-03
location: Bergen
speakers:
  - Anna Holm
  - "Jonas Berg"
guest: Ida Lund (Harbour Office)
tags: [oil, light]
media: https://video.example/watch?v=lamp
---
Anna: Well?

Jonas: It burns.

Anna: Why?
"""


def test_front_matter_says_what_a_transcript_is() -> None:
    heard = transcript(TALK)

    assert (heard.title, heard.place, heard.date) == ("The Lamp: a history", "Bergen", date(2021, 5, 3))
    assert heard.url == "https://video.example/watch?v=lamp"
    assert spoken(TALK) == [("Anna Holm", "Well?"), ("Jonas Berg", "It burns."), ("Anna Holm", "Why?")]


def test_front_matter_is_a_heading_and_nobodys_words() -> None:
    heard = transcript(TALK)

    assert heard.marks[0].kind == "heading"
    assert heard.slice(heard.marks[0].span) == TALK[: TALK.index("\nAnna:")]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("speakers: Anna Holm", ["Anna Holm"]),
        ("speakers: Anna Holm, Jonas Berg and Ida Lund", ["Anna Holm", "Jonas Berg", "Ida Lund"]),
        ("speaker: [Anna Holm, Jonas Berg]", ["Anna Holm", "Jonas Berg"]),
        ("speakers:\n  - name: Anna Holm\n    office: Harbour\n  - name: Jonas Berg", ["Anna Holm", "Jonas Berg"]),
        ("host: Anna Holm\nguests:\n- Jonas Berg\n- Ida Lund – painter", ["Ida Lund", "Jonas Berg", "Anna Holm"]),
        ("Speakers: ['Anna Holm']\nGUEST: No", ["Anna Holm", "No"]),
        ("speakers: []", []),
        ("speakers:", []),
        ("speakers: 12", ["12"]),
        ("speakers: Anna Holm, PhD", ["Anna Holm"]),
    ],
)
def test_who_takes_part_is_read_however_it_is_written(written: str, names: list[str]) -> None:
    facts, _ = read_front_matter(f"---\n{written}\n---\nWords.\n")

    assert sorted(people(facts)) == sorted(names)


@pytest.mark.parametrize("key", ["media", "youtube_url", "video", "audio", "source", "url", "link"])
def test_an_address_is_read_under_many_names(key: str) -> None:
    assert read_front_matter(f"---\n{key}: https://a.example/b\n---\n")[0].url == "https://a.example/b"


def test_what_is_no_address_is_none() -> None:
    assert read_front_matter("---\nsource: the harbour office\n---\n")[0].url is None


@pytest.mark.parametrize(
    "written",
    [
        "title: The Lamp: a history",
        "title: The Lamp: a history\nspeakers: [Anna",
        "title: The Lamp: a history\n\t- x",
        "title: The Lamp: a history\nmore: &a [*a",
        "title: The Lamp: a history\nx: " + "[" * 60_000,
        "title: The Lamp: a history\nx:\n" + "- " * 20_000,
    ],
)
def test_front_matter_that_is_no_yaml_is_read_line_by_line(written: str) -> None:
    assert read_front_matter(f"---\n{written}\n---\nWords.\n")[0].title == "The Lamp: a history"


@pytest.mark.parametrize("date", ["2021-13-45", "soon", "!!python/object:os.system x", "{}"])
def test_what_no_calendar_has_is_no_date(date: str) -> None:
    assert read_front_matter(f"---\ntitle: x\ndate: {date}\n---\n")[0].date is None


@pytest.mark.parametrize(
    "text", ["---\nThe lamp burns oil.\n---\n", "--- \n\n---\n", "The lamp.\n---\nkey: x\n---\n", "---\nkey: x\n"]
)
def test_dashes_without_keys_between_them_are_no_front_matter(text: str) -> None:
    assert read_front_matter(text) == (Facts(), 0)


def test_a_file_of_nested_references_is_read_without_hanging() -> None:
    levels = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 12)]
    text = "---\na0: &a0 [x]\n" + "\n".join(levels) + "\nspeakers: [*a11, *a11]\n---\nWords.\n"

    assert read_front_matter(text)[0].speakers == ()
