from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.simulator.state.places import MEMBER_PERMISSIONS

if TYPE_CHECKING:
    from tests.simulator.users.person import Person

pytestmark = pytest.mark.usefixtures("reader")


async def test_quotes_come_by_date_with_speaker_and_id_under_a_chart(alice: Person) -> None:
    reply = await alice.slash("timeline", words="harbour")

    assert reply.text.splitlines()[:4] == [
        "### What was said on “harbour”",
        "-# In 4 passages · oldest first · page 1 of 2",
        "> The harbour will be widened in two steps.",
        "**Anna Holm, Fisheries Minister**",
    ]
    assert reply.text.count("-# Quote ") == 3
    assert [file.name for file in reply.message.files] == ["timeline.png"]
    assert reply.message.files[0].data.startswith(b"\x89PNG")


async def test_the_chart_is_told_in_words_as_well(alice: Person) -> None:
    reply = await alice.slash("timeline", words="harbour")

    gallery = next(one for one in reply.message.payload["components"] if one["type"] == 12)
    assert gallery["items"][0]["description"] == (
        "Bar chart. What was said on “harbour”: 2021-05: 1, 2021-06: 1, 2022-07: 2."
    )


async def test_pages_are_turned_and_keep_the_words_the_speaker_and_the_chart(alice: Person) -> None:
    reply = await alice.slash("timeline", words="harbour: narrow", speaker="Jonas")
    assert "What Jonas Berg said on “harbour: narrow”" in reply.text

    more = await alice.slash("timeline", words="harbour")
    await alice.click(more.message, "Next")

    assert "page 2 of 2" in more.text
    assert [file.name for file in more.message.files] == ["timeline.png"]


async def test_where_files_may_not_be_sent_the_chart_is_text(alice: Person) -> None:
    reply = await alice.where_the_bot_may(MEMBER_PERMISSIONS).slash("timeline", words="harbour")

    assert "Passages a month:\n`2021-05` ████████ 1\n`2021-06` ████████ 1\n`2021-07`\n" in reply.text
    assert reply.message.files == []


async def test_without_the_extra_the_chart_is_text(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    reply = await alice.slash("timeline", words="harbour")

    assert "`2022-07` ████████████████ 2" in reply.text


async def test_words_that_nobody_speaks_of_are_said_to_be_so_with_what_resembles_them(alice: Person) -> None:
    reply = await alice.slash("timeline", words="harbuor")
    of_one = await alice.slash("timeline", words="lighthouse", speaker="Ida")

    assert reply.text == (
        "Nobody speaks of “harbuor” in these transcripts. Words that are spoken and resemble it: “harbour”."
    )
    assert of_one.text.startswith("Ida Lund does not speak of “lighthouse” in these transcripts.")


async def test_speakers_are_suggested(alice: Person) -> None:
    choices = await alice.autocomplete("timeline", "speaker", "lun", words="harbour")

    assert [choice.value for choice in choices] == ["Ida Lund"]
