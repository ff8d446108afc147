from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.escaping import escape, visible
from bot.preview.markdown import html_of


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ("plain", "<div>plain</div>"),
        ("**strong** and *slanted*", "<div><strong>strong</strong> and <em>slanted</em></div>"),
        ("__under__ ~~gone~~", "<div><u>under</u> <s>gone</s></div>"),
        ("**__both__**", "<div><strong><u>both</u></strong></div>"),
        ("take `*private*`", "<div>take <code>*private*</code></div>"),
        ("-# small **print**", '<div class="small">small <strong>print</strong></div>'),
        ("## Heading", "<h2>Heading</h2>"),
        ("- item", '<div class="item">item</div>'),
        ("> one\n> two\nthree", "<blockquote><div>one</div><div>two</div></blockquote><div>three</div>"),
        ("> ## large", "<blockquote><h2>large</h2></blockquote>"),
        (r"\*no\* \# no 1\. no", "<div>*no* # no 1. no</div>"),
        (
            "[go there](<https://example.org/a?b=1&c=2>)",
            '<div><a href="https://example.org/a?b=1&amp;c=2">go there</a></div>',
        ),
        ("<b>", "<div>&lt;b&gt;</div>"),
        ("a\n\nb", "<div>a</div><div>&nbsp;</div><div>b</div>"),
        (r"snake_case_name 2*3*4", "<div>snake_case_name 2*3*4</div>"),
    ],
)
def test_markup_looks_as_on_discord(markup: str, html: str) -> None:
    assert html_of(markup) == html


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_what_was_escaped_is_read_as_it_was(words: str) -> None:
    shown = unescape(re.sub(r"</?div>", "", html_of(escape(words))))

    assert (shown.strip() or "\xa0") == (visible(words).strip() or "\xa0")
