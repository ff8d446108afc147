from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.cards.escaping import emphasised, escape, link, one_line, visible
from tests.bot.cards.discord_markdown import MarkupError, shown

PROSE = (
    "I think the most important result was Russian-Japanese: twelve agreements (and about 70 more), "
    "wasn’t it? Mr.Putin said so — at 3.5 per cent; see U.S. papers, and/or mine…"
)
FRAGMENTS = (
    *(
        "*",
        "**",
        "_",
        "__",
        "~~",
        "||",
        "`",
        "```",
        "\\",
        "[a](",
        ")",
        "](",
        "<",
        ">",
        "<@1>",
        "<@&2>",
        "<#3>",
        "@here",
    ),
    *(
        "@everyone",
        "<t:0:R>",
        "<:e:1>",
        "<a:e:1>",
        "</ask:1>",
        "<id:guide>",
        ":smile:",
        ":",
        "://",
        "http://",
        "https://x.y",
    ),
    *("discord.gg/a", "discord.com/invite/a", "discordapp.com/invite/b", ".", "/", "gg", "discord", "¯\\_(ツ)_/¯"),
    *(
        "# ",
        "## ",
        "### ",
        "-# ",
        "- ",
        "+ ",
        "1. ",
        "2)",
        "> ",
        ">>> ",
        "\n",
        "\r\n",
        "\u2028",
        "\x0b",
        " ",
        "  ",
        "\t",
    ),
    *("\u200b", "\u200c", "\u200d", "\u202e", "\u2066", "\u200f", "\ufeff", "\xad", "\ufe0f", "\U000e0041", "\ud800"),
    *("word", "Wörter", "слово", "言葉", "می", "👨", "1", "9", "é"),
)
# As the client of Discord finds the end of bold and of underlined text.
BOLD = re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL)
UNDERLINED = re.compile(r"__((?:\\.|[^\\])+?)__(?!_)", re.DOTALL)
hostile = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=25).map("".join)
seen = st.characters(exclude_categories=["C", "Zl", "Zp"]).filter(lambda one: visible(one + one) == one + one)


@given(hostile)
def test_escaping_never_changes_a_word(text: str) -> None:
    assert shown(escape(text)) == visible(text)


@given(hostile.map(one_line).filter(bool))
def test_bold_and_underlined_text_ends_where_it_should_and_not_before(text: str) -> None:
    assert BOLD.sub(r"\1", f"**{escape(text)}**") == escape(text)
    assert UNDERLINED.sub(r"\1", emphasised(text)) == f"**{escape(text)}**"


@given(hostile.map(one_line).filter(bool), st.sampled_from(["> ", "> ## ", "-# ", "**Who?** · "]))
def test_text_means_nothing_wherever_on_a_line_it_stands(text: str, before: str) -> None:
    markup = f"{before}{escape(text)}"

    assert shown(markup.removeprefix(before)) == text
    assert escape(text).startswith("\\") or text[0] not in "#>-*_`|~[<@"


@given(st.text(seen | st.sampled_from(" \n\t")))
def test_what_can_be_seen_stays(text: str) -> None:
    assume(not re.search("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2}", text))  # the second of two changes nothing

    assert visible(text) == text


@given(hostile)
def test_nothing_is_left_out_twice(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def test_ordinary_prose_is_not_touched() -> None:
    assert escape(PROSE) == PROSE


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*See* __this__", r"\*See\* \_\_this\_\_"),
        ("`rm -rf`", r"\`rm -rf\`"),
        ("||secret|| ~~gone~~", r"\|\|secret\|\| \~\~gone\~\~"),
        ("# Heading", r"\# Heading"),
        ("-# small", r"\-# small"),
        ("  - item", r"  \- item"),
        ("10. item", r"10\. item"),
        ("> quoted", r"\> quoted"),
        ("first\n1. second", "first\n1\\. second"),
        ("[here](javascript:alert(1))", r"\[here\](javascript\:alert(1))"),
        ("https://example.org/a_b", r"https\://example\.org/a\_b"),
        ("discord.gg/abc", r"discord\.gg/abc"),
        ("discord.com/invite/abc", r"discord\.com/invite/abc"),
        ("@everyone <@1> <t:0:R> <:a:1>", r"\@everyone \<\@1\> \<t\:0\:R\> \<\:a\:1\>"),
        (":smile: at 12:30", r"\:smile: at 12\:30"),
        (r"back\slash", r"back\\slash"),
    ],
)
def test_what_would_mean_something_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    "text", ["*a*", "# a", "1. a", "https://a", "<@1>", "@everyone", "||a||", ":a:", "discord.gg/a"]
)
def test_the_reader_of_these_tests_knows_markup(text: str) -> None:
    with pytest.raises(MarkupError):
        shown(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("re\u202everse\u2069d", "reversed"),
        ("in\u200b\u2060vis\ufeffible\xad", "invisible"),
        ("bad\ud800 surrogate", "bad surrogate"),
        ("bell\x07", "bell"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("blank\u3164filler", "blank filler"),
        ("x\u200dy", "xy"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("می\u200c\u200c\u200cخواهم", "می\u200cخواهم"),
        ("слово\u200c\u200c", "слово"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("❤\ufe0f\ufe0f\ufe0f", "❤\ufe0f"),
    ],
)
def test_what_nobody_sees_is_left_out(text: str, left: str) -> None:
    assert visible(text) == left


def test_ten_thousand_zero_width_marks_take_no_room() -> None:
    assert escape("a" + "\u200b" * 10_000 + "b") == "ab"


def test_a_long_hostile_word_is_escaped_quickly() -> None:
    assert len(escape("a." * 100_000)) == 200_000


def test_one_line_joins_lines_and_spaces() -> None:
    assert one_line(" a\n\n b\u2028\tc ") == "a b c"


def test_a_web_address_becomes_a_link_that_its_marks_cannot_leave() -> None:
    assert (
        link("go there", "https://example.org/a(b) c>?q=1#t")
        == "[go there](<https://example.org/a%28b%29%20c%3E?q=1#t>)"
    )


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "https://", "ftp://example.org", "https://[", "https://a/" + "b" * 512]
)
def test_anything_but_a_web_address_becomes_no_link(url: str | None) -> None:
    assert link("go there", url) is None
