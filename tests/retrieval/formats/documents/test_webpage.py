from __future__ import annotations

import sys
from datetime import date

import pytest

from retrieval import EmptyTranscriptError, TranscriptError
from tests.retrieval.formats.recordings import recording, said, seconds, times

PAGE = """<!doctype html>
<html><head><title>Holm meets the press | Harbour News</title>
<link rel="canonical" href="https://news.example/holm">
<meta property="article:published_time" content="2021-05-03T10:00:00Z">
<script>var x = "Question: no"</script></head>
<body><nav><p>Menu: <a>Home</a></nav>
<main><h1>Minister Anna Holm meets the press</h1>
<p><b>Question:</b> How&nbsp;large
  is it?
<p><strong>A.Holm:</strong> Large.<br>Very.</p>
<div>It <i>will</i> be.</div></main>
<footer>© Harbour News</footer></body></html>"""


def test_a_page_s_main_part_is_read_as_text() -> None:
    assert said(PAGE, "page.html") == [
        ("Question", "How large is it?"),
        ("Anna Holm", "Large.\nVery.\n\nIt will be."),
    ]


def test_the_head_gives_date_and_address() -> None:
    heard = recording(PAGE, "page.html")

    assert heard.title == "Minister Anna Holm meets the press"
    assert (heard.date, heard.url) == (date(2021, 5, 3), "https://news.example/holm")


def test_a_page_without_a_main_part_is_read_whole_under_its_title() -> None:
    heard = recording("<html><title>Talk, 3 May 2021</title><p>Ann: Hello.<p>Bob: Hi.<p>Ann: So.", "page.html")

    assert heard.title == "Talk, 3 May 2021"
    assert len(heard.turns) == 3


def test_the_podcast_namespace_cites_names_and_times() -> None:
    page = (
        "<cite>Ann Lee:</cite>\n<time>0:00</time>\n<p>Good <i>morning</i>.</p><p>So.</p>"
        "<cite>Bob:</cite><time>1:30</time><p>Hi.</p>"
    )

    assert said(page, "talk.html") == [("Ann Lee", "Good morning. So."), ("Bob", "Hi.")]
    assert times(page, "talk.html") == seconds(0, 90)


def test_a_page_is_told_by_its_content() -> None:
    assert said(PAGE, "page.txt")[0] == ("Question", "How large is it?")


def test_a_page_of_nested_elements_beyond_measure_is_refused() -> None:
    with pytest.raises(TranscriptError, match="elements and more lie within each other; save the page as plain text"):
        recording("<div>" * 100_000, "page.html")


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(EmptyTranscriptError):
        recording("<html><body><script>words()</script></body></html>", "page.html")


def test_without_the_extra_the_reader_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)

    with pytest.raises(TranscriptError, match=r"^page.html: .* pip install 'verbatim\[html\]'$"):
        recording(PAGE, "page.html")
