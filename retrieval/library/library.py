"""The library: folders of transcripts that can be searched, asked and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.library.current import Current
from retrieval.library.holdings import Holdings
from retrieval.library.states import place_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from retrieval.catalogue import Listed, Share
    from retrieval.library.reading import Progress
    from retrieval.model import Answer, Changes, Cited, Failure, Header, Hit, Quote, Speaker, Transcript, Turn, Verdict
    from retrieval.timeline import Timeline


class Library:
    """Transcripts that can be searched, asked and checked; all of it from several threads.

    Attributes:
        transcripts: What could be read, in order of id.
        failures: The files that could not be read, and why.
        headers: What these are, without their words.
        speakers: Everybody who speaks, each person once; who says most comes first, `Question` and the like last.
    """

    def __init__(self, roots: tuple[Path, ...], cache: Path | None, progress: Progress | None, replicas: int) -> None:
        """Read some folders; `Library.open` is the way in."""
        self._current = Current(roots, cache, progress, replicas)

    @classmethod
    def open(
        cls,
        roots: str | Path | Sequence[str | Path],
        *,
        cache: str | Path | None = None,
        progress: Progress | None = None,
        replicas: int = 0,
    ) -> Library:
        """Read every transcript in a folder or several, and below.

        Args:
            roots: Folders, or single files.
            cache: Folder in which to remember what was read, so that the next time only what changed is read.
            progress: Called before each file that is read with its number, how many there are, and its name.
            replicas: How many processes are to answer beside this one; without a cache there are none.

        Raises:
            MissingFolderError: A folder does not exist.
            NoTranscriptsError: The folders hold no file that could be a transcript.
        """
        folders = tuple(Path(root) for root in ([roots] if isinstance(roots, str | Path) else roots))
        return cls(folders, place_for(folders, Path(cache)) if cache else None, progress, replicas)

    def refresh(self, *, progress: Progress | None = None) -> Changes:
        """Read what changed on disk, and only that; a question that is under way goes on with what was there before.

        With replicas, a process of its own reads and indexes, so that meanwhile this one only answers. Should the
        library be closed meanwhile, nothing changes any more.

        Raises:
            MissingFolderError: A folder does not exist any more.
            NoTranscriptsError: The folders hold no file that could be a transcript any more.
        """
        return self._current.refresh(progress)

    def gather(self, seconds: float) -> int:
        """Wait until all replicas answer, but no longer than so many seconds; return how many do."""
        return self._current.replicas.gather(seconds)

    def close(self) -> None:
        """Let go of what is remembered on disk, and end the replicas; nothing can be asked any more.

        A refresh that is under way is given up; what it has read so far is remembered.
        """
        self._current.close()

    @property
    def transcripts(self) -> Sequence[Transcript]:
        """Return what could be read, in order of id."""
        return self._current.built.holdings.index.transcripts

    @property
    def headers(self) -> Sequence[Header]:
        """Return what could be read, in order of id, without the words: looking at a transcript may read a disk."""
        return [volume.header for volume in self._current.built.volumes]

    @property
    def failures(self) -> Sequence[Failure]:
        """Return the files that could not be read, and why."""
        return self._current.built.holdings.failures

    @property
    def speakers(self) -> Sequence[Speaker]:
        """Return everybody who speaks, each person once."""
        return self._current.built.holdings.speakers

    @property
    def answering(self) -> int:
        """Return how many processes answer beside this one."""
        return self._current.replicas.up

    @property
    def processes(self) -> int:
        """Return how many processes are to answer beside this one."""
        return self._current.replicas.number

    @property
    def passages(self) -> int:
        """Return how many passages there are to search."""
        return len(self._current.built.holdings.index.passages)

    def search(
        self, question: str, speaker: str | None = None, transcript: str | None = None, limit: int = 10
    ) -> list[Hit]:
        """Return the passages that fit a question best, best first, without judging whether they answer.

        Raises:
            EmptyQuestionError: There is no word in the question.
            UnknownSpeakerError: Nobody of that name speaks here.
            UnknownTranscriptError: There is no such transcript.
            NoTranscriptsError: There is nothing to search.
        """
        return self._current.answered(Holdings.search, question, speaker, transcript, limit)

    def ask(self, question: str, speaker: str | None = None, transcript: str | None = None, limit: int = 3) -> Answer:
        """Answer a question with quotes, or say that the transcripts do not answer it, and why.

        Raises:
            EmptyQuestionError: There is no word in the question.
            UnknownSpeakerError: Nobody of that name speaks here.
            UnknownTranscriptError: There is no such transcript.
            NoTranscriptsError: There is nothing to search.
        """
        return self._current.answered(Holdings.ask, question, speaker, transcript, limit)

    def check(self, quotation: str, speaker: str | None = None, *, claimed: str | None = None) -> Verdict:
        """Tell whether a quotation was said, and where a speaker is given or named in it, whether by that speaker.

        Args:
            quotation: The words; a name before or behind them, as in `Anna Roe: “…”`, is taken for the speaker's.
            speaker: One who speaks here, in full, in part or nearly so.
            claimed: To whom others ascribe the words, as they write it; a stranger is no error, but did not say it.

        Raises:
            EmptyQuestionError: There is no word in the quotation.
            TooFewWordsError: It is too short to be told from chance, and nobody's whole turn.
            UnknownSpeakerError: Nobody of that name speaks here.
            NoTranscriptsError: There is nothing to search.
        """
        return self._current.answered(Holdings.check, quotation, speaker, claimed)

    def catalogue(self, word: str | None = None) -> list[Listed]:
        """Return the transcripts, the newest first; with a word, those that it names or in which it is spoken.

        Raises:
            EmptyQuestionError: There is no word in it.
        """
        return self._current.here(Holdings.catalogue, self.headers, word)

    def shares(self) -> list[Share]:
        """Return how much everybody says, each name once; who says most comes first, `Question` and the like last."""
        return self._current.here(Holdings.shares)

    def timeline(self, words: str, speaker: str | None = None, first: int = 0, limit: int = 5) -> Timeline:
        """Return when something was spoken of, and quotes, the oldest first.

        Args:
            words: Every one of them has to be spoken in a passage, in any form.
            speaker: Only this person's words.
            first: How many quotes to pass over; brought down to the last so many that there are.
            limit: How many quotes to return.

        Raises:
            EmptyQuestionError: There is no word in what was asked.
            UnknownSpeakerError: Nobody of that name speaks here.
            NoTranscriptsError: There is nothing to search.
        """
        return self._current.answered(Holdings.timeline, words, speaker, first, limit)

    def person(self, name: str) -> Speaker:
        """Return the speaker whom a name means; of several, the one who says most.

        Raises:
            UnknownSpeakerError: Nobody of that name speaks here.
        """
        return self._current.answered(Holdings.person, name)

    def pick(self, chance: Random, speaker: str | None = None, transcript: str | None = None) -> Quote | None:
        """Return a quote by chance that stands on its own as well as any; None where nothing is said.

        Raises:
            UnknownSpeakerError: Nobody of that name speaks here.
            UnknownTranscriptError: There is no such transcript.
            NoTranscriptsError: There is nothing to choose from.
        """
        return self._current.here(Holdings.pick, speaker, transcript, chance)

    def examples(self, chance: Random, limit: int = 5) -> list[str]:
        """Return questions by chance that were asked in the transcripts, and that `ask` finds an answer to."""
        return self._current.here(Holdings.examples, chance, limit)

    def transcript(self, name: str) -> Transcript:
        """Return a transcript by its id, source or title, or by a part of the title that no other has.

        Raises:
            UnknownTranscriptError: There is no such transcript.
            NoTranscriptsError: There is nothing to look in.
        """
        return self._current.here(Holdings.transcript, name)

    def quote(self, quote_id: str) -> Quote:
        """Return the quote that an id stands for.

        Raises:
            UnknownQuoteError: No transcript has these words at that place, or it is no quote id.
        """
        return self._current.here(Holdings.quote, quote_id)

    def complete(self, words: str, limit: int = 10, longest: int = 100) -> list[Quote]:
        """Return quotes that start with some words, of which the last may be unfinished; quick, for as one types.

        Args:
            words: As typed so far.
            limit: How many at most.
            longest: Characters that a quote may have.
        """
        return self._current.answered(Holdings.complete, words, limit, longest)

    def cite(self, quote_id: str) -> Cited:
        """Return what became of a quote that was cited earlier: unchanged, corrected since, or its transcript gone.

        Raises:
            UnknownQuoteError: It is no quote id.
        """
        return self._current.here(Holdings.cite, quote_id, self._current.earlier)

    def context(self, quote: Quote, before: int = 2, after: int = 5) -> Sequence[Turn]:
        """Return the turn of a quote with so many turns before and after it."""
        here = quote.turn.index
        return quote.transcript.turns[max(here - before, 0) : here + after + 1]
