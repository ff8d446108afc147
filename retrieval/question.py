"""A question → the words to look for, and whether it asks for an answer or for a question that was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.errors import EmptyQuestionError
from retrieval.languages import DEFAULT, FUNCTION_WORDS
from retrieval.terms import Term, Word, analyse, words

if TYPE_CHECKING:
    from collections.abc import Sequence

REPORTING = {
    "en": frozenset(
        analyse(
            "say said says saying tell told tells talk talked talking speak spoke speaking mention mentioned ask asked"
            " asks answer answered discuss discussed describe described explain explained think"
            " thought according question",
            "en",
        )
    ),
    "de": frozenset(analyse("sagen sagt sagte gesagt erzählte sprach meint meinte antwortete fragte erklärte", "de")),
    "ru": frozenset(analyse("сказал сказала говорил говорила говорит ответил ответила спросил рассказал думает", "ru")),
    "fr": frozenset(analyse("dit disait parle parlé répondu demandé expliqué pense", "fr")),
    "es": frozenset(analyse("dice dijo dicho habló respondió preguntó explicó piensa", "es")),
}
"""Words that say that somebody says something: every passage is about saying, so they tell no passage from another."""

ASKER = r"(?:journalists?|reporters?|interviewers?|correspondents?|questioners?|moderators?|hosts?|media|press)"
ASKS_WHAT_WAS_ASKED = re.compile(
    rf"\b(?:did|does|do|has|have|had|is|was|were)\s+(?:the\s+|a\s+|an\s+|any\s+|some\s+)?(?:\w+\s+)?{ASKER}\s+"
    r"(?:\w+\s+)?(?:say|ask|want|mention|claim|think|suggest|raise|put|said|asked|wanted|mentioned|claimed|asking)"
    rf"|\b{ASKER}\s+(?:ask|asked|asks|want|wanted|say|said|says|mention|mentioned|claim|claimed|raise|raised)\b"
    rf"|\b{ASKER}[’']s?\s+questions?\b"
    r"|\b(?:what|which)\s+(?:was|were|is|are)\s+(?:the|their|his|her)\s+(?:\w+\s+)?questions?\b"
    r"|\bquestions?\s+(?:was|were|is|are|did|had|has|have)\b.*\b(?:asked|put|raised|posed|ask|pose)\b"
    r"|\b(?:was|were)\s+(?:\w+\s+){1,3}asked\s+about\b",
    re.IGNORECASE,
)

SAYS_WHO_SPEAKS = re.compile(
    r"\baccording\s+to\s+(?P<source>[^,;:?!]{1,60})"
    r"|\b(?:did|does|do|has|had|would)\s+(?P<speaker>[^,;:?!]{1,40}?)\s+"
    r"(?:say|said|tell|told|think|answer|answered|mention|mentioned|explain|explained|claim|claimed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class QueryWord:
    """A word of a question.

    Attributes:
        typed: As it stands in the question.
        terms: What the index may know it as; any of them counts as this word.
        runs: Terms that count as this word where they stand in a row: `United States` for `US`.
        content: Whether it tells what is asked; function words and “said” do not.
        speaks: Whether it stands where the question says who speaks: there, an office names its holder.
        trust: 1, or less where the terms are a guess at a word that the transcripts do not know.
        kin: Terms of words built from this one or that it is built from: agreed, agreement.
    """

    typed: str
    terms: tuple[Term, ...]
    content: bool
    speaks: bool = False
    trust: float = 1.0
    kin: tuple[Term, ...] = ()
    runs: tuple[tuple[Term, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question, analysed.

    Attributes:
        text: As it was asked.
        words: Its words in order, repeated ones included.
        wants_asker: Whether it asks what was asked, so that questions answer it.
        language: That it is put in, or None where no word tells.
    """

    text: str
    words: tuple[QueryWord, ...]
    wants_asker: bool
    language: str | None = None

    @property
    def distinct(self) -> tuple[QueryWord, ...]:
        """The words, each once, in order."""
        return tuple({(word.terms, word.runs): word for word in self.words}.values())

    @property
    def content(self) -> tuple[QueryWord, ...]:
        """The distinct words that tell what is asked; all of them when none does."""
        return tuple(word for word in self.distinct if word.content) or self.distinct


def analyse_question(text: str, languages: Sequence[str]) -> Question:
    """Return what a question looks for in transcripts of some languages, the commonest language first.

    Raises:
        EmptyQuestionError: There is no word in it.
    """
    spoken = _spoken(text, languages)
    idle = REPORTING.get(spoken, frozenset())
    readings = [words(text, language) for language in dict.fromkeys((spoken, *languages))]
    if not readings[0]:
        raise EmptyQuestionError("the question holds no word; ask something, such as “What was agreed?”")
    speaking = [range(*match.span(match.lastgroup or 0)) for match in SAYS_WHO_SPEAKS.finditer(text)]
    return Question(
        text=text,
        words=tuple(_query_word(text, same, idle, speaking) for same in zip(*readings, strict=True)),
        wants_asker=ASKS_WHAT_WAS_ASKED.search(text) is not None,
        language=spoken if any(word.function for word in readings[0]) else None,
    )


def _query_word(text: str, readings: tuple[Word, ...], idle: frozenset[Term], speaking: Sequence[range]) -> QueryWord:
    first = readings[0]
    return QueryWord(
        typed=text[first.start : first.end],
        terms=tuple(dict.fromkeys(reading.term for reading in readings)),
        content=not first.function and first.term not in idle,
        speaks=any(first.start in place for place in speaking),
    )


def _spoken(text: str, languages: Sequence[str]) -> str:
    """Return the language that a question is put in: the one whose function words it uses most."""
    typed = re.findall(r"[^\W\d_]+", text.casefold())
    choices = tuple(dict.fromkeys((*languages, DEFAULT)))
    return max(choices, key=lambda language: sum(word in FUNCTION_WORDS.get(language, ()) for word in typed))
