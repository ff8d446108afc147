"""Languages other than English work by construction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Found, Library, NotFound

if TYPE_CHECKING:
    from pathlib import Path

RUSSIAN = """Вопрос: Как прошли переговоры с японской стороной?

С.Петров: Переговоры прошли хорошо. Мы подписали двенадцать соглашений о рыболовстве и открыли ещё одно консульство.

Вопрос: Что дальше?

С.Петров: Осенью министры встретятся снова. Погода тогда будет холодной, а ёлки останутся зелёными.
"""
GERMAN = """Frage: Was haben die Minister beschlossen?

Anna Müller: Wir haben beschlossen, die Häuser am Fluss zu schützen. Dafür sind fünfzig Millionen vorgesehen.

Frage: Und die Brücken?

Anna Müller: Die Brücken werden im nächsten Jahr erneuert, z. B. die alte Brücke bei Köln.
"""
JAPANESE = """質問：漁業協定はいつ署名されましたか。

田中：漁業協定は六月に東京で署名されました。大臣は満足しています。

質問：次の会議はどこですか。

田中：次の会議は札幌で開かれます。
""".replace("：", ": ")
CHINESE = """记者: 谈判什么时候结束？

王毅: 谈判将在六月结束。双方都很满意。

记者: 谢谢。
"""


def library_of(folder: Path, text: str) -> Library:
    (folder / "talk.txt").write_text(text, encoding="utf-8")
    return Library.open(folder)


@pytest.mark.parametrize(
    ("text", "question", "speaker", "answer"),
    [
        (RUSSIAN, "Сколько соглашений подписали?", "С.Петров", "двенадцать соглашений"),
        (RUSSIAN, "Когда встретятся министры?", "С.Петров", "Осенью министры встретятся снова."),
        (RUSSIAN, "Какими останутся елки?", "С.Петров", "ёлки останутся зелёными"),
        (GERMAN, "Was geschieht mit dem Haus am Fluss?", "Anna Müller", "die Häuser am Fluss zu schützen"),
        (GERMAN, "Wann wird die Brücke erneuert?", "Anna Müller", "z. B. die alte Brücke bei Köln."),
        (GERMAN, "Wofür sind 50 Millionen?", "Anna Müller", "fünfzig Millionen"),
        (JAPANESE, "漁業協定はいつ署名されましたか", "田中", "漁業協定は六月に東京で署名されました。"),
        (JAPANESE, "次の会議の場所", "田中", "次の会議は札幌で開かれます。"),
        (CHINESE, "谈判何时结束", "王毅", "谈判将在六月结束。"),
    ],
)
def test_a_question_is_answered_in_the_language_of_the_transcript(
    tmp_path: Path, text: str, question: str, speaker: str, answer: str
) -> None:
    result = library_of(tmp_path, text).ask(question)

    assert isinstance(result, Found)
    assert answer in result.quotes[0].text
    assert result.quotes[0].speaker is not None
    assert result.quotes[0].speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "question"),
    [(RUSSIAN, "Кто выиграл футбольный матч?"), (GERMAN, "Wer gewann das Fußballspiel?"), (JAPANESE, "石油価格")],
)
def test_a_question_that_nothing_answers_is_refused_in_any_language(tmp_path: Path, text: str, question: str) -> None:
    assert isinstance(library_of(tmp_path, text).ask(question), NotFound)
