"""Records → plain sentences: no markup, no Discord, no colour; cards and the terminal share them.

Each takes the language to say it in, English unless told otherwise; quotes are never translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, timedelta

    from bot.languages import Language
    from retrieval import (
        Cited,
        Difference,
        Header,
        NotFound,
        Quote,
        Searched,
        Speaker,
        Transcript,
        UnknownWord,
        Verdict,
    )

NEAREST_HEADING = ENGLISH.say("answer.nearest")
NEAREST_TO_QUOTATION = ENGLISH.say("verdict.nearest")

# How likely it is that a found quote answers, from most to least.
_CONFIDENCE = ((0.8, "sure"), (0.6, "fairly_sure"), (0.0, "not_sure"))
# A question may hold sixty words that are unknown, and a hostile transcript a word of a thousand letters.
_MOST_WORDS = 5
_LONGEST_WORD = 40
_LONGEST_NAME = 100
_LONGEST_DIFFERENCE = 300
_EDGE, _LONGEST_EDGE = 5, 80  # words, characters
# Faults of a request, by the name of their class: this module loads without what the library loads.
_FAULTS = {
    "EmptyQuestionError": "fault.no_word",
    "TooFewWordsError": "fault.too_few",
    "UnknownSpeakerError": "fault.no_speaker",
    "UnknownTranscriptError": "fault.no_transcript",
    "UnknownQuoteError": "fault.no_quote",
}


def speaker_name(speaker: Speaker | None, language: Language = ENGLISH) -> str:
    """Name a speaker, or say that the transcript does not."""
    return speaker.name if speaker else language.say("quote.unattributed")


def attribution(quote: Quote, language: Language = ENGLISH) -> str:
    """Name who said a quote, with the office; one who asks there is marked as asking.

    For example `Sergey Lavrov, Foreign Minister`.
    """
    from bot.naming import is_named, name_above  # noqa: PLC0415 - it loads the library, and whoever has a quote has it

    name = name_above(quote.speaker, language)
    if not is_named(quote.speaker):
        return name
    office = f", {quote.speaker.title}" if quote.speaker and quote.speaker.title else ""
    introduced = f"{name}{office}"
    return language.say("quote.asking", name=introduced) if quote.role == "asker" else introduced


def whence(transcript: Transcript | Header, language: Language = ENGLISH) -> str:
    """Say where and when: `Title, Moscow, 17 January 2017`."""
    when = language.day(transcript.date) if transcript.date else language.say("quote.undated")
    return ", ".join(part for part in (transcript.title, transcript.place, when) if part)


def day(date: date) -> str:
    """Write a date out: `17 January 2017`."""
    return ENGLISH.day(date)


def moment(time: timedelta) -> str:
    """Write a time from the start of a recording: `1:02:07`."""
    return ENGLISH.moment(time)


def place(quote: Quote, language: Language = ENGLISH) -> str:
    """Say where in its transcript a quote stands: `at 1:02:07`, or where there is no clock `turn 2 of 14`."""
    if quote.time is not None:
        return language.say("quote.at", time=language.moment(quote.time))
    return language.say("quote.turn", turn=quote.turn.index + 1, turns=len(quote.transcript.turns))


def confidence_words(confidence: float) -> str:
    """Put a confidence in words: a number would look like a truth.

    >>> confidence_words(0.7)
    'fairly sure'
    """
    return _sureness(confidence).replace("_", " ")


def confidence_sentence(confidence: float, language: Language = ENGLISH) -> str:
    """Say how sure we are that a found quote answers."""
    return language.say(f"answer.{_sureness(confidence)}")


def searched(record: Searched, language: Language = ENGLISH) -> str:
    """Say what was searched: `Searched: 1 transcript (17 January 2017), 7 passages.`."""
    transcripts = language.say("about.transcripts", count=record.transcripts)
    dates = _dates(record, language)
    return language.say(
        "searched.all",
        transcripts=language.say("searched.dated", transcripts=transcripts, dates=dates) if dates else transcripts,
        passages=language.say("about.passages", count=record.passages),
    )


def refusal(result: NotFound, language: Language = ENGLISH) -> str:
    """Say that nothing answers, which words occur nowhere, and what was searched."""
    return f"{unanswered(result, language)} {searched(result.reason.searched, language)}"


def unanswered(result: NotFound, language: Language = ENGLISH) -> str:
    """Say that nothing answers, and which words occur nowhere."""
    sentences = (language.say("answer.nothing"), _unknown(result.reason.unknown_words, language))
    return " ".join(part for part in sentences if part)


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


def complaint(error: Exception, language: Language = ENGLISH) -> str:
    """Make an error's text a whole sentence, with a capital and a full stop; in other languages, say the like."""
    key = _FAULTS.get(type(error).__name__)
    if language is ENGLISH or key is None:
        text = str(error)
        return f"{text[:1].upper()}{text[1:]}{'' if text.rstrip('”’').endswith(('.', '?', '!')) else '.'}"
    name, closest = getattr(error, "name", ""), getattr(error, "closest", ())
    shown = shortened(name, _LONGEST_NAME)
    if closest:
        return language.say(f"{key}_but", name=shown, names=language.listed(closest))
    return language.say(key, name=shown)


def counted(number: int, noun: str) -> str:
    """Count things: `1 passage`, `1,234 passages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Join names as people do: `a, b and c`."""
    return ENGLISH.listed(names)


def shortened(text: str, limit: int) -> str:
    """Cut a name or title, never a quote, to a number of characters, and show that it was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _sureness(confidence: float) -> str:
    return next(words for floor, words in _CONFIDENCE if confidence >= floor)


def _dates(record: Searched, language: Language) -> str:
    """Give the dates of what was searched, where they are known."""
    if not record.earliest or not record.latest:
        return ""
    first, last = language.day(record.earliest), language.day(record.latest)
    return first if first == last else language.say("searched.dates", first=first, last=last)


def _unknown(words: Sequence[UnknownWord], language: Language) -> str:
    """Say which words of a question occur nowhere, and which close ones do."""
    if not words:
        return ""
    shown = [_quoted(unknown.word, language) for unknown in words[:_MOST_WORDS]]
    others = len(words) - len(shown)
    names = language.listed([*shown, language.say("transcripts.others", count=others)] if others else shown)
    closest = "".join(_closest(unknown, language, alone=len(words) == 1) for unknown in words[:_MOST_WORDS])
    return language.say("answer.unknown", count=len(words), words=names, closest=closest)


def _closest(unknown: UnknownWord, language: Language, *, alone: bool) -> str:
    """Name the words that do occur and resemble one that does not."""
    if not unknown.closest:
        return ""
    words = ", ".join(_quoted(word, language) for word in unknown.closest[:_MOST_WORDS])
    return language.say(
        "answer.closest" if alone else "answer.closest_to", word=_quoted(unknown.word, language), words=words
    )


def _quoted(word: str, language: Language) -> str:
    """Set a word in quotation marks, at a length that can be read."""
    return language.say("quote.marks", words=shortened(word, _LONGEST_WORD))


def _speakers(verdict: Verdict, language: Language) -> str:
    """Name everybody whose words were matched, each once."""
    from bot.naming import name_within  # noqa: PLC0415 - likewise

    people = dict.fromkeys(match.quote.speaker.name if match.quote.speaker else None for match in verdict.matches)
    named = [shortened(name_within(name, language), _LONGEST_NAME) for name in people]
    if len(named) > _MOST_WORDS:
        named[_MOST_WORDS - 1 :] = [language.say("verdict.others", count=len(named) - _MOST_WORDS + 1)]
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
    return language.say("verdict.denied", name=_quoted(speaker, language))
