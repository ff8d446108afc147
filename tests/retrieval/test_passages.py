from itertools import pairwise

from retrieval.passages import LONGEST, passages_of
from tests.retrieval.samples import HARBOUR, transcript

LONG = " ".join(f"This is sentence {number} of ten words about the fish." for number in range(100))


def test_a_turn_is_one_passage() -> None:
    heard = transcript(HARBOUR)

    passages = passages_of(heard)

    assert [passage.span for passage in passages] == [turn.span for turn in heard.turns]
    assert [passage.turn for passage in passages] == list(heard.turns)


def test_a_long_turn_is_cut_on_sentence_ends() -> None:
    heard = transcript(f"Question: Well?\n\nA.Holm: {LONG}\n")

    told = [heard.slice(passage.span) for passage in passages_of(heard)[1:]]

    assert len(told) == 9
    assert all(text.startswith("This is") and text.endswith("fish.") for text in told)
    assert max(len(text.split()) for text in told) <= LONGEST


def test_passages_of_a_turn_follow_each_other_with_white_space_between() -> None:
    heard = transcript(f"Question: Well?\n\nA.Holm: {LONG}\n")

    spans = [passage.span for passage in passages_of(heard)[1:]]

    assert spans[0].start == heard.turns[1].span.start
    assert spans[-1].end == heard.turns[1].span.end
    assert {heard.text[one.end : other.start] for one, other in pairwise(spans)} == {" "}


def test_a_turn_without_full_stops_is_cut_between_words() -> None:
    heard = transcript("Question: Well?\n\nA.Holm: " + "fish and crabs and " * 2000 + "all\n")

    told = [heard.slice(passage.span) for passage in passages_of(heard)[1:]]

    assert max(len(text.split()) for text in told) <= 2 * LONGEST
    assert " ".join(told) == heard.slice(heard.turns[1].span)


def test_a_long_turn_in_chinese_is_cut_too() -> None:
    heard = transcript("问：鱼好吗？\n\n答：" + "鱼很好，海也很好，大家都很高兴。" * 200 + "\n")

    told = [heard.slice(passage.span) for passage in passages_of(heard)[1:]]

    assert len(told) > 5
    assert "".join(told) == heard.slice(heard.turns[1].span)
