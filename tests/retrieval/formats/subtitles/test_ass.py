import sys

import pytest

from retrieval import EmptyTranscriptError, TranscriptError
from tests.retrieval.formats.recordings import recording, said, seconds, times

HEAD = """\
[Script Info]
Title: {title}
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def film(*lines: str, title: str = "Untitled") -> str:
    return HEAD.format(title=title) + "".join(f"{line}\n" for line in lines)


def dialogue(second: int, words: str, actor: str = "", kind: str = "Dialogue") -> str:
    return f"{kind}: 0,0:00:{second:02}.50,0:00:{second + 1:02}.50,Default,{actor},0,0,0,,{words}"


def test_actors_are_speakers_and_overrides_are_nobody_s_words() -> None:
    text = film(dialogue(1, r"{\i1}Hello,{\i0} you\Nthere.", "Ann Lee"), dialogue(2, r"Hi\hall, well?"))

    assert said(text, "film.ass") == [("Ann Lee", "Hello, you there."), (None, "Hi all, well?")]
    assert times(text, "film.ass") == seconds(1.5, 2.5)


def test_lines_are_put_in_order_of_time() -> None:
    assert said(film(dialogue(9, "Bye."), dialogue(1, "Hello.")), "film.ass") == [(None, "Hello. Bye.")]


def test_comments_and_drawings_are_nobody_s_words() -> None:
    text = film(dialogue(1, "secret", kind="Comment"), dialogue(2, r"{\p1}m 0 0 l 9 9{\p0}"), dialogue(3, "Hello."))

    assert said(text, "film.ass") == [(None, "Hello.")]


def test_names_before_the_words_are_names() -> None:
    text = film(dialogue(1, "ANN: Hello."), dialogue(2, "BOB: Hi."))

    assert said(text, "film.ass") == [("Ann", "Hello."), ("Bob", "Hi.")]


@pytest.mark.parametrize(("given", "title"), [("My film", "My film"), ("Default Aegisub file", "film"), ("", "film")])
def test_the_title_is_the_file_s_unless_a_program_wrote_it(given: str, title: str) -> None:
    assert recording(film(dialogue(1, "Hello."), title=given), "film.ass").title == title


@pytest.mark.parametrize("line", ["Dialogue: 0,soon,later,Default,,0,0,0,,Hello.", "Dialogue: 0", "[" + "a" * 300])
def test_a_damaged_file_is_refused(line: str) -> None:
    with pytest.raises(TranscriptError, match="damaged subtitles; expected lines such as Dialogue: 0"):
        recording(film(line), "film.ass")


def test_a_film_without_words_is_empty() -> None:
    with pytest.raises(EmptyTranscriptError):
        recording(film(), "film.ass")


def test_without_the_extra_the_reader_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysubs2", None)

    with pytest.raises(TranscriptError, match=r"^film.ass: .* pip install 'verbatim\[subtitles\]'$"):
        recording(film(dialogue(1, "Hello.")), "film.ass")
