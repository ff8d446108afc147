import pytest

from retrieval.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour is narrow and the ships have to wait for the tide.", "en"),
        ("Der Hafen ist eng, und die Schiffe müssen auf die Flut warten.", "de"),
        ("Le port est étroit et les navires doivent attendre la marée.", "fr"),
        ("El puerto es estrecho y los barcos tienen que esperar la marea.", "es"),
        ("Il porto è stretto e le navi devono aspettare la marea.", "it"),
        ("O porto é estreito e os navios têm que esperar pela maré.", "pt"),
        ("De haven is smal en de schepen moeten op het tij wachten.", "nl"),
        ("Порт узкий, и корабли должны ждать прилива, как и вчера.", "ru"),
        ("Порт вузький, і кораблі повинні чекати на приплив, як і вчора.", "uk"),
        ("港口很窄，船只必须等待涨潮。", "zh"),
        ("港は狭いので、船は潮を待たなければなりません。", "ja"),
        ("항구가 좁아서 배들은 밀물을 기다려야 합니다.", "ko"),
        ("Το λιμάνι είναι στενό και τα πλοία περιμένουν.", "el"),
        ("الميناء ضيق وعلى السفن انتظار المد.", "ar"),
        ("बंदरगाह संकरा है और जहाज़ों को इंतज़ार करना पड़ता है।", "hi"),
    ],
)
def test_a_language_is_told_by_its_script_or_its_function_words(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "1 2 3", "😀", "Xyzzy plugh."])
def test_what_tells_no_language_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_few_foreign_words_do_not_change_the_language() -> None:
    assert language_of("The minister said “мир” and “联合国” and went on to speak of the fish and the sea.") == "en"
