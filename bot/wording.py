"""Records → plain English sentences: no markup, no Discord, no colour; cards and the terminal share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, timedelta

    from retrieval import (
        Cited,
        Difference,
        NotFound,
        Quote,
        Searched,
        Speaker,
        Transcript,
        UnknownWord,
        Verdict,
    )

UNATTRIBUTED = "speaker not named in the transcript"
NEAREST_HEADING = "The nearest passages, which are not an answer:"
NEAREST_TO_QUOTATION = "The nearest passage, which is not it:"

# How likely it is that a found quote answers, from most to least.
_CONFIDENCE = ((0.8, "sure"), (0.6, "fairly sure"), (0.0, "not sure"))
_CHANGED = {
    "number": "a number",
    "negation": "a negation",
    "name": "a name",
    "word": "some words",
    "omission": "words left out",
}
_SOMEBODY = "somebody whom the transcript does not name"
# A question may hold sixty words that are unknown, and a hostile transcript a word of a thousand letters.
_MOST_WORDS = 5
_LONGEST_WORD = 40
_LONGEST_NAME = 100
_LONGEST_DIFFERENCE = 300
_EDGE, _LONGEST_EDGE = 5, 80  # words, characters


def speaker_name(speaker: Speaker | None) -> str:
    """Name a speaker, or say that the transcript does not."""
    return speaker.name if speaker else UNATTRIBUTED


def attribution(quote: Quote) -> str:
    """Name who said a quote, with the office; one who asks there is marked as asking.

    For example `Sergey Lavrov, Foreign Minister`.
    """
    name = speaker_name(quote.speaker)
    office = f", {quote.speaker.title}" if quote.speaker and quote.speaker.title else ""
    asking = " (asking)" if quote.role == "asker" else ""
    return f"{name}{office}{asking}"


def whence(transcript: Transcript) -> str:
    """Say where and when: `Title, Moscow, 17 January 2017`."""
    when = day(transcript.date) if transcript.date else "undated"
    return ", ".join(part for part in (transcript.title, transcript.place, when) if part)


def day(date: date) -> str:
    """Write a date out: `17 January 2017`."""
    return f"{date.day} {date:%B %Y}"


def moment(time: timedelta) -> str:
    """Write a time from the start of a recording: `1:02:07`."""
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def place(quote: Quote) -> str:
    """Say where in its transcript a quote stands: `at 1:02:07`, or where there is no clock `turn 2 of 14`."""
    if quote.time is not None:
        return f"at {moment(quote.time)}"
    return f"turn {quote.turn.index + 1} of {len(quote.transcript.turns)}"


def confidence_words(confidence: float) -> str:
    """Put a confidence in words: a number would look like a truth.

    >>> confidence_words(0.7)
    'fairly sure'
    """
    return next(words for floor, words in _CONFIDENCE if confidence >= floor)


def searched(record: Searched) -> str:
    """Say what was searched: `Searched: 1 transcript (17 January 2017), 7 passages.`."""
    transcripts = counted(record.transcripts, "transcript")
    return f"Searched: {transcripts}{_dates(record)}, {counted(record.passages, 'passage')}."


def refusal(result: NotFound) -> str:
    """Say that nothing answers, which words occur nowhere, and what was searched."""
    sentences = ("Nothing in these transcripts answers this.", _unknown(result.reason.unknown_words))
    return " ".join(part for part in (*sentences, searched(result.reason.searched)) if part)


def verdict_sentence(verdict: Verdict, claimed_speaker: str | None = None) -> str:
    """Say in one sentence whether a quotation was said, and by whom.

    Args:
        verdict: What checking it found.
        claimed_speaker: The name that the quotation was put to us with, if any.
    """
    said_by = _speakers(verdict)
    match verdict.kind:
        case "exact":
            return f"Yes, word for word: {said_by} said this{_places(verdict)}."
        case "differs":
            return f"Not in these words: what {said_by} said differs{_changes(verdict)}."
        case "stitched":
            return _stitched(verdict, said_by)
        case "other_speaker":
            did = f"what {said_by} said differs{_changes(verdict)}" if _kinds(verdict) else f"{said_by} did"
            return f"{_denial(claimed_speaker or verdict.claimed)} this in these transcripts; {did}."
        case "not_found":
            return f"{_denial(claimed_speaker or verdict.claimed)} this in these transcripts."
        case _:
            assert_never(verdict.kind)


def difference(record: Difference) -> str:
    """Say what a quotation changes: `Number: “60” in the quotation, “70” in the transcript.`."""
    kind = "" if record.kind in {"word", "omission"} else record.kind
    if not record.said:
        return f"{f'{kind} added'.strip().capitalize()}: {_words(record.claimed)} is not in the transcript."
    if not record.claimed:
        return f"{f'{kind} left out'.strip().capitalize()}: {_words(record.said)}."
    sides = f"{_words(record.claimed)} in the quotation, {_words(record.said)} in the transcript"
    return f"{record.kind.capitalize()}: {sides}."


def cited_sentence(cited: Cited) -> str:
    """Say in one sentence what became of a quote since it was cited."""
    if cited.kind == "gone":
        return "Gone: the transcript that this quote was cited from is not here any more."
    if cited.kind == "unchanged":
        moved = cited.quote is not None and cited.quote.id != cited.id
        return (
            f"Unchanged: the transcript still says this, word for word{', though in another place' if moved else ''}."
        )
    if cited.quote is None:
        return "The transcript was corrected since: it does not hold these words any more."
    if cited.words is None:
        return "The transcript was corrected since; what it said before is not remembered, but this stands there now."
    changes = listed(_named(cited.differences)) if cited.differences else "punctuation or case only"
    return f"The transcript was corrected since, in {changes}."


def complaint(error: Exception) -> str:
    """Make an error's text a whole sentence, with a capital and a full stop."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def counted(number: int, noun: str) -> str:
    """Count things: `1 passage`, `1,234 passages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Join names as people do: `a, b and c`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def shortened(text: str, limit: int) -> str:
    """Cut a name or title, never a quote, to a number of characters, and show that it was cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _dates(record: Searched) -> str:
    """Give the dates of what was searched in brackets, where they are known."""
    if not record.earliest or not record.latest:
        return ""
    days = dict.fromkeys((day(record.earliest), day(record.latest)))
    return f" ({' to '.join(days)})"


def _unknown(words: Sequence[UnknownWord]) -> str:
    """Say which words of a question occur nowhere, and which close ones do."""
    if not words:
        return ""
    shown = [_quoted(unknown.word) for unknown in words[:_MOST_WORDS]]
    others = len(words) - len(shown)
    names = listed([*shown, f"{others} more"] if others else shown)
    noun, verb = ("word", "occurs") if len(words) == 1 else ("words", "occur")
    close = "".join(_closest(unknown, alone=len(words) == 1) for unknown in words[:_MOST_WORDS])
    return f"The {noun} {names} {verb} nowhere in them{close}."


def _closest(unknown: UnknownWord, *, alone: bool) -> str:
    """Name the words that do occur and resemble one that does not."""
    if not unknown.closest:
        return ""
    what = "the closest that do" if alone else f"the closest to {_quoted(unknown.word)} that do"
    return f"; {what}: {', '.join(_quoted(word) for word in unknown.closest[:_MOST_WORDS])}"


def _quoted(word: str) -> str:
    """Set a word in quotation marks, at a length that can be read."""
    return f"“{shortened(word, _LONGEST_WORD)}”"


def _speakers(verdict: Verdict) -> str:
    """Name everybody whose words were matched, each once."""
    names = list(dict.fromkeys(speaker_name(match.quote.speaker) for match in verdict.matches))
    named = [_SOMEBODY if name == UNATTRIBUTED else shortened(name, _LONGEST_NAME) for name in names]
    if len(named) > _MOST_WORDS:
        named[_MOST_WORDS - 1 :] = [f"{len(named) - _MOST_WORDS + 1} others"]
    return listed(named) if named else "nobody"


def _places(verdict: Verdict) -> str:
    """Say in how many places an exact quotation was said, when there are several."""
    return f" in {counted(len(verdict.matches), 'place')}" if len(verdict.matches) > 1 else ""


def _stitched(verdict: Verdict, said_by: str) -> str:
    """Say that a quotation was put together, or that it goes over the end of a turn, or was shortened within one."""
    turns = {(match.quote.transcript.id, match.quote.turn.index) for match in verdict.matches}
    if verdict.crosses:
        return f"Not in one go: these words cross from one turn into the next; {said_by} said the pieces."
    if len(turns) == 1:
        pieces = counted(len(verdict.matches), "piece")
        return f"Shortened: {said_by} said these {pieces} in one go, but not side by side."
    return f"Stitched together: {said_by} said the pieces in {counted(len(verdict.matches), 'place')}, never in one go."


def _changes(verdict: Verdict) -> str:
    """Say what kinds of things the quotation changes."""
    kinds = _kinds(verdict)
    return f" in {listed(kinds)}" if kinds else ""


def _kinds(verdict: Verdict) -> list[str]:
    """Name each kind of change that the quotation makes once; other places are said to differ likewise."""
    pieces = len({match.part for match in verdict.matches}) > 1
    shown = verdict.matches if pieces else verdict.matches[:1]
    return _named(record for match in shown for record in match.differences)


def _named(differences: Iterable[Difference]) -> list[str]:
    """Name each kind of change once, in the order met."""
    return list(dict.fromkeys(_CHANGED[record.kind] for record in differences))


def _words(text: str) -> str:
    """Give words that differ whole, or where they are many how many they are, with the first and the last."""
    words = text.split()
    if len(text) <= _LONGEST_DIFFERENCE:
        return f"“{' '.join(words)}”"
    first, last = (shortened(" ".join(some), _LONGEST_EDGE) for some in (words[:_EDGE], words[-_EDGE:]))
    return f"{counted(len(words), 'word')}, from “{first}” to “{last}”"


def _denial(speaker: str | None) -> str:
    """Begin a denial: of the one whom a quotation was ascribed to, as typed, or of everybody."""
    return f"{_quoted(speaker)} did not say" if speaker else "Nobody said"
