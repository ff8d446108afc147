from __future__ import annotations

import pytest

from bot.pictures.errors import PictureError
from bot.pictures.fonts import check, runs, width

ALPHABETS = {
    "Latin": "The quick brown fox – naïve, Łódź, Gießen, œuvre, ﬁ, “„«»”, 1 234,50 €",
    "Vietnamese": "Chúng tôi đã sẵn sàng.",
    "Greek": "Η ελευθερία είναι το δικαίωμα· ᾧ τινι",
    "Cyrillic": "Ещё раз: переговоры продолжатся; Київ, Ђорђе",
    "Japanese": "「私たちは、合意に達しました。」カタカナ",
}


@pytest.mark.parametrize("style", ["quote", "name", "small"])
@pytest.mark.parametrize("text", ALPHABETS.values(), ids=ALPHABETS)
def test_every_alphabet_that_we_promise_can_be_drawn(text: str, style: str) -> None:
    drawn = runs(text, style, 40)  # type: ignore[arg-type] # one of the styles, as parametrised

    assert "".join(run.text for run in drawn) == text
    assert all(run.width > 0 for run in drawn)


def test_one_font_draws_what_it_can_and_another_the_rest() -> None:
    drawn = runs("Tokyo 東京 2016", "quote", 40)

    assert [run.text for run in drawn] == ["Tokyo ", "東京", " 2016"]
    assert [run.font.getname()[0] for run in drawn] == ["Noto Serif", "Noto Sans CJK JP", "Noto Serif"]


def test_names_are_heavier_than_small_print() -> None:
    assert width("Sergey Lavrov", "name", 40) > width("Sergey Lavrov", "small", 40)


def test_the_larger_the_wider() -> None:
    assert width("word", "quote", 80) == pytest.approx(2 * width("word", "quote", 40), rel=0.05)


def test_a_character_that_no_font_has_is_named_rather_than_drawn_as_a_box() -> None:
    with pytest.raises(PictureError) as caught:
        check("Very good 👍, שלום", "quote")

    assert str(caught.value) == (
        "There is no picture of this quote: none of the fonts here has “👍”, “ש”, “ל”, “ו”, “ם”."
    )


def test_only_the_first_of_many_are_named() -> None:
    with pytest.raises(PictureError, match="“א”, “ב”, “ג”, “ד”, “ה” and others"):
        check("אבגדהוז", "quote")
