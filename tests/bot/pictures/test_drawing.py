from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.cards.escaping import visible
from bot.languages import language_of
from bot.pictures import drawing
from bot.pictures.drawing import HIGHEST, LOWEST, WIDTH, parts_of, picture
from bot.pictures.errors import PictureError
from tests.bot.records import LAVROV, SEKO, said_by

SENTENCE = "We know what kind of pressure was put on Japan. "


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def words_drawn(words: str) -> list[str]:
    return " ".join(parts_of(said_by(LAVROV, words))[0].block.lines).split()


def test_a_quote_becomes_a_png_in_the_shape_of_a_screen() -> None:
    image = opened(picture(SEKO))

    assert (image.format, image.size, image.text["Title"]) == (  # type: ignore[attr-defined] # PNG images have texts
        "PNG",
        (WIDTH, LOWEST),
        "Sergey Lavrov, Foreign Minister",
    )


def test_below_it_stand_who_said_it_where_and_when() -> None:
    _, *origin = parts_of(SEKO)

    assert [" ".join(part.block.lines) for part in origin] == [
        "Sergey Lavrov, Foreign Minister",
        "Answer to media questions, Moscow, 17 January 2017",
        "answer-to-media-questions.txt · turn 2 of 2 · Quote seko-5f3a",
    ]


def test_where_it_stands_is_said_in_the_language_asked_for() -> None:
    _, *origin = parts_of(SEKO, language_of("ru"))

    assert [" ".join(part.block.lines) for part in origin][1:] == [
        "Answer to media questions, Moscow, 17 января 2017 г.",
        "answer-to-media-questions.txt · реплика 2 из 2 · Цитата seko-5f3a",
    ]


def test_without_fonts_for_that_language_it_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "missing", lambda text, _: [letter for letter in text if not letter.isascii()])

    _, *origin = parts_of(SEKO, language_of("ja"))

    assert " ".join(origin[1].block.lines) == "Answer to media questions, Moscow, 17 January 2017"


@given(st.lists(st.text("abcéßЖщώ“”,.-'", min_size=1, max_size=40), min_size=1, max_size=60))
def test_every_word_is_drawn_once_and_in_its_place(words: list[str]) -> None:
    assert "".join(words_drawn(" ".join(words))) == "".join(words)


@pytest.mark.parametrize("count", [1, 5, 20, 60])
def test_long_quotes_wrap_and_shrink_and_are_never_cut(count: int) -> None:
    assert words_drawn(SENTENCE * count) == (SENTENCE * count).split()


def test_the_longer_the_quote_the_smaller_its_letters_and_then_the_higher_the_picture() -> None:
    sizes = [parts_of(said_by(LAVROV, SENTENCE * count))[0].block.size for count in (1, 5, 20)]
    heights = [opened(picture(said_by(LAVROV, SENTENCE * count))).height for count in (1, 5, 20)]

    assert sizes == sorted(sizes, reverse=True)
    assert len({*sizes}) == 3
    assert heights[:2] == [LOWEST, LOWEST]
    assert LOWEST < heights[2] < HIGHEST


def test_nothing_is_drawn_at_the_edges() -> None:
    image = opened(picture(said_by(LAVROV, SENTENCE * 7))).convert("RGB")
    paper = image.getpixel((WIDTH - 1, 0))

    edges = [(0, 0, WIDTH, 40), (0, image.height - 40, WIDTH, image.height), (WIDTH - 40, 0, WIDTH, image.height)]
    colours = {colour for edge in edges for _, colour in image.crop(edge).getcolors() or []}

    assert colours <= {paper, image.getpixel((0, 0))}


def test_a_quote_of_thirty_thousand_words_has_no_picture() -> None:
    with pytest.raises(PictureError, match="too long for one, and is never cut"):
        picture(said_by(LAVROV, "word " * 30_000))


def test_a_quote_that_no_font_can_draw_has_no_picture() -> None:
    with pytest.raises(PictureError, match="none of the fonts here has “👍”"):
        picture(said_by(LAVROV, "Good 👍"))


def test_what_nobody_can_see_is_not_drawn_either() -> None:
    hostile = "Very\u200b good\u202e."

    assert words_drawn(hostile) == visible(hostile).split() == ["Very", "good."]


def test_words_that_nobody_is_named_for_are_nobodys() -> None:
    _, who, *_ = parts_of(said_by(None, "We are ready."))

    assert who.block.lines == ["Speaker not named in the transcript"]
