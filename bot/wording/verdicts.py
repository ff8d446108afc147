"""What came of a quotation: whether it was said, what it changes, and whether it still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.languages import ENGLISH
from bot.wording.phrases import LONGEST_NAME, MOST_WORDS, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.languages import Language
    from retrieval import Cited, Difference, Verdict

NEAREST_TO_QUOTATION = ENGLISH.say("verdict.nearest")

_LONGEST_DIFFERENCE = 300  # characters
_EDGE, _LONGEST_EDGE = 5, 80  # words, characters


def verdict_sentence(verdict: Verdict, claimed_speaker: str | None = None, language: Language = ENGLISH) -> str:
    """Say in one sentence whether a quotation was said, and by whom.

    Args:
        verdict: What checking it found.
        claimed_speaker: The name that the quotation was put to us with, if any.
        language: Of the sentence.
    """
    who, kinds = _speakers(verdict, language), language.listed(_kinds(verdict, language))
    denial = _denial(claimed_speaker or verdict.claimed, language)
    places = language.say("verdict.places", count=len(verdict.matches))
    match verdict.kind:
        case "exact":
            several = len(verdict.matches) > 1
            return language.say("verdict.exact_places" if several else "verdict.exact", who=who, places=places)
        case "differs":
            return language.say("verdict.differs_in" if kinds else "verdict.differs", who=who, kinds=kinds)
        case "stitched":
            return _stitched(verdict, who, places, language)
        case "other_speaker":
            key = "verdict.other_differs" if kinds else "verdict.other"
            return language.say(key, denial=denial, who=who, kinds=kinds)
        case "not_found":
            return language.say("verdict.only_denied", denial=denial)
        case _:
            assert_never(verdict.kind)


def difference(record: Difference, language: Language = ENGLISH) -> str:
    """Say what a quotation changes: `Number: “60” in the quotation, “70” in the transcript.`."""
    if not record.said:
        return language.say(f"difference.added.{record.kind}", claimed=_words(record.claimed, language))
    if not record.claimed:
        return language.say(f"difference.left_out.{record.kind}", said=_words(record.said, language))
    return language.say(
        f"difference.{record.kind}", claimed=_words(record.claimed, language), said=_words(record.said, language)
    )


def cited_sentence(cited: Cited, language: Language = ENGLISH) -> str:
    """Say in one sentence what became of a quote since it was cited."""
    if cited.kind == "gone":
        return language.say("cited.gone")
    if cited.kind == "unchanged":
        moved = cited.quote is not None and cited.quote.id != cited.id
        return language.say("cited.moved" if moved else "cited.unchanged")
    if cited.quote is None:
        return language.say("cited.lost")
    if cited.words is None:
        return language.say("cited.unremembered")
    kinds = language.listed(_named(cited.differences, language)) or language.say("cited.punctuation")
    return language.say("cited.corrected", changes=kinds)


def _speakers(verdict: Verdict, language: Language) -> str:
    """Name everybody whose words were matched, each once."""
    from bot.naming import name_within  # noqa: PLC0415 - it loads the library, and whoever has a verdict has it

    people = dict.fromkeys(match.quote.speaker.name if match.quote.speaker else None for match in verdict.matches)
    named = [shortened(name_within(name, language), LONGEST_NAME) for name in people]
    if len(named) > MOST_WORDS:
        named[MOST_WORDS - 1 :] = [language.say("verdict.others", count=len(named) - MOST_WORDS + 1)]
    return language.listed(named) or language.say("verdict.no_one")


def _stitched(verdict: Verdict, who: str, places: str, language: Language) -> str:
    """Say that a quotation was put together, or that it goes over the end of a turn, or was shortened within one."""
    turns = {(match.quote.transcript.id, match.quote.turn.index) for match in verdict.matches}
    if verdict.crosses:
        return language.say("verdict.crosses", who=who)
    if len(turns) == 1:
        pieces = language.say("verdict.pieces", count=len(verdict.matches))
        return language.say("verdict.shortened", who=who, pieces=pieces)
    return language.say("verdict.stitched", who=who, places=places)


def _kinds(verdict: Verdict, language: Language) -> list[str]:
    """Name each kind of change that the quotation makes once; other places are said to differ likewise."""
    pieces = len({match.part for match in verdict.matches}) > 1
    shown = verdict.matches if pieces else verdict.matches[:1]
    return _named((record for match in shown for record in match.differences), language)


def _named(differences: Iterable[Difference], language: Language) -> list[str]:
    """Name each kind of change once, in the order met."""
    return list(dict.fromkeys(language.say(f"changed.{record.kind}") for record in differences))


def _words(text: str, language: Language) -> str:
    """Give words that differ whole, or where they are many how many they are, with the first and the last."""
    words = text.split()
    if len(text) <= _LONGEST_DIFFERENCE:
        return language.say("quote.marks", words=" ".join(words))
    first, last = (shortened(" ".join(some), _LONGEST_EDGE) for some in (words[:_EDGE], words[-_EDGE:]))
    many = language.say("transcripts.words", count=len(words))
    return language.say("difference.long", words=many, first=first, last=last)


def _denial(speaker: str | None, language: Language) -> str:
    """Begin a denial: of the one whom a quotation was ascribed to, as typed, or of everybody."""
    from retrieval import is_question  # noqa: PLC0415 - likewise

    if not speaker:
        return language.say("verdict.nobody")
    if is_question(speaker):
        return language.say("verdict.denied_questioners")
    return language.say("verdict.denied", name=quoted(speaker, language))
