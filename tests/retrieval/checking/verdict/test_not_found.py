import pytest

from retrieval import EmptyQuestionError, Library, TooFewWordsError


def test_what_nobody_said_is_not_found_and_says_what_was_searched(harbour: Library) -> None:
    verdict = harbour.check("Whales sing louder than trumpets")

    assert verdict.kind == "not_found"
    assert verdict.matches == ()
    assert (verdict.searched.transcripts, verdict.searched.passages) == (2, 8)


@pytest.mark.parametrize("quotation", ["", " ", "…", "😀", "“”", "___"])
def test_a_quotation_without_a_word_says_so(harbour: Library, quotation: str) -> None:
    with pytest.raises(EmptyQuestionError, match="the quotation holds no word"):
        harbour.check(quotation)


@pytest.mark.parametrize("quotation", ["the harbour", "885,000 tonnes", "it is", "we", "我", "我们走"])
def test_too_few_words_ask_for_more(harbour: Library, quotation: str) -> None:
    with pytest.raises(TooFewWordsError, match="give at least three words"):
        harbour.check(quotation)


def test_what_is_not_found_comes_with_the_nearest_passage(harbour: Library) -> None:
    verdict = harbour.check("Whales in the harbour sing louder than trumpets and fiddles")

    assert verdict.kind == "not_found"
    assert "harbour" in verdict.nearest[0].text


@pytest.mark.parametrize(
    "quotation",
    ["😀 " * 40 + "a b c d e", "שלום לכולם על הספינות בנמל", "a\u200bb c\u200dd e\u202ef g h", "x" * 20_000],
)
def test_whatever_is_put_to_us_there_is_a_verdict(harbour: Library, quotation: str) -> None:
    assert harbour.check(quotation + " one two three four").kind == "not_found"
