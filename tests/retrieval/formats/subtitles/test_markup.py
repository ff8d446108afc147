import pytest

from retrieval.formats.subtitles.markup import bare, voices


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<i>Q&amp;A</i> <b>now</b>", "Q&A now"),
        ('<font color="#fff">Hello</font>{\\an8}', "Hello"),
        ("hello<00:00:00.400><c.red> there</c>", "hello there"),
        ("I &lt;3 you, 2 < 3 > 1", "I <3 you, 2 < 3 > 1"),
        ("&lt;i&gt;", "<i>"),
    ],
)
def test_markup_is_nobody_s_words(text: str, words: str) -> None:
    assert bare(text) == words


def test_each_voice_of_a_cue_says_its_words() -> None:
    assert voices("<v Ann Lee>Good <i>morning</i>.</v> <v.loud Bob>Hi!\n<v Ann Lee>So.") == [
        ("Ann Lee", "Good morning."),
        ("Bob", "Hi!"),
        ("Ann Lee", "So."),
    ]


def test_words_outside_a_voice_are_nobody_s() -> None:
    assert voices("(music) <v Ann>Hi.</v> and <v>so on") == [
        (None, "(music)"),
        ("Ann", "Hi."),
        (None, "and"),
        (None, "so on"),
    ]


def test_a_voice_may_hold_characters_by_name() -> None:
    assert voices("<v Smith &amp; Son>Hi.") == [("Smith & Son", "Hi.")]
