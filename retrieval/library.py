"""A folder, or several, of transcripts and their index: the only room that touches the disk."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from retrieval import answering, checking
from retrieval.aliases import FILE_NAME, read_aliases, widened
from retrieval.errors import (
    MissingFolderError,
    NoTranscriptsError,
    TranscriptError,
    UnknownTranscriptError,
    UnreadableError,
)
from retrieval.formats import SUFFIXES, read
from retrieval.index import Index
from retrieval.model import Answer, Failure, Hit, Quote, Speaker, Transcript, Turn, Verdict
from retrieval.question import analyse_question
from retrieval.quotes import find_quote
from retrieval.ranking import rank
from retrieval.speakers import called, is_generic
from retrieval.spelling import understood

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from retrieval.aliases import Aliases
    from retrieval.question import Question

    Progress = Callable[[int, int, str], None]
    AliasFile = tuple[str, bytes]

NOT_TRANSCRIPTS = re.compile(r"(?:readme|license|licence|changelog|contributing)\b.*", re.IGNORECASE)


class Library:
    """Transcripts that can be searched, asked and checked. Reading is safe from several threads.

    Attributes:
        transcripts: What could be read, in order of id.
        speakers: Everybody who speaks, each name once; who says most comes first, `Question` and the like last.
    """

    def __init__(
        self, transcripts: Sequence[Transcript], failures: Sequence[Failure] = (), alias_files: Sequence[AliasFile] = ()
    ) -> None:
        """Index transcripts that were already read.

        Args:
            transcripts: In any order.
            failures: The files that could not be read.
            alias_files: Names and contents of files with other names of the same thing.
        """
        self.transcripts: Sequence[Transcript] = tuple(sorted(transcripts, key=lambda transcript: transcript.id))
        self._failures = list(failures)
        self.speakers: Sequence[Speaker] = _by_share(self.transcripts)
        self._index = Index.build(self.transcripts)
        spoken = Counter(transcript.language for transcript in self.transcripts)
        self._languages = [language for language, _ in spoken.most_common()]
        self._aliases = self._read_aliases(alias_files)

    @property
    def failures(self) -> Sequence[Failure]:
        """The files that could not be read, and why."""
        return tuple(self._failures)

    @classmethod
    def open(cls, roots: str | Path | Sequence[str | Path], *, progress: Progress | None = None) -> Library:
        """Read every transcript in a folder or several, and below.

        Args:
            roots: Folders, or single files.
            progress: Called before each file with its number, how many there are, and its name.

        Raises:
            MissingFolderError: A folder does not exist.
            NoTranscriptsError: The folders hold no file that could be a transcript.
        """
        folders = [Path(root) for root in ([roots] if isinstance(roots, str | Path) else roots)]
        files = [found for folder in folders for found in _files(folder)]
        if not files:
            named = ", ".join(str(folder) for folder in folders)
            raise NoTranscriptsError(f"no transcripts in {named}; put {', '.join(sorted(SUFFIXES))} files there")
        transcripts: dict[str, Transcript] = {}
        failures: list[Failure] = []
        for number, (folder, path) in enumerate(files):
            source = path.relative_to(folder).as_posix() if path != folder else path.name
            if progress:
                progress(number, len(files), source)
            try:
                transcript = read(_bytes(path, source), source, _unused(_slug(source), transcripts))
            except TranscriptError as error:
                failures.append(Failure(source=error.source, line=error.line, reason=error.reason))
            else:
                transcripts[transcript.id] = transcript
        return cls(list(transcripts.values()), failures, _alias_files(folders, failures))

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
        asked = self._analysed(question)
        ranked = rank(self._index, asked, self._scope(asked, speaker, transcript))
        best = zip(ranked.numbers[:limit], ranked.scores[:limit], strict=True)
        return [Hit(passage=self._index.passages[number], score=float(score)) for number, score in best]

    def ask(self, question: str, speaker: str | None = None, transcript: str | None = None, limit: int = 3) -> Answer:
        """Answer a question with quotes, or say that the transcripts do not answer it, and why.

        Raises:
            EmptyQuestionError: There is no word in the question.
            UnknownSpeakerError: Nobody of that name speaks here.
            UnknownTranscriptError: There is no such transcript.
            NoTranscriptsError: There is nothing to search.
        """
        asked = self._analysed(question)
        return answering.answer(self._index, asked, self._scope(asked, speaker, transcript), limit)

    def check(self, quotation: str, speaker: str | None = None) -> Verdict:
        """Tell whether a quotation was said, and where a speaker is given, whether by that speaker.

        Raises:
            EmptyQuestionError: There is no word in the quotation.
            UnknownSpeakerError: Nobody of that name speaks here.
            NoTranscriptsError: There is nothing to search.
        """
        self._require_transcripts()
        people = frozenset(called(speaker, self._index.speakers)) if speaker else None
        everything = np.arange(len(self._index.passages))
        return checking.check(self._index, quotation, people, answering.searched(self._index, everything))

    def quote(self, quote_id: str) -> Quote:
        """Return the quote that an id stands for.

        Raises:
            UnknownQuoteError: No transcript has these words at that place, or it is no quote id.
        """
        return find_quote(self.transcripts, quote_id)

    def context(self, quote: Quote, before: int = 2, after: int = 5) -> Sequence[Turn]:
        """Return the turn of a quote with so many turns before and after it."""
        here = quote.turn.index
        return quote.transcript.turns[max(here - before, 0) : here + after + 1]

    def _analysed(self, question: str) -> Question:
        self._require_transcripts()
        return understood(widened(analyse_question(question, self._languages), self._aliases), self._index)

    def _read_aliases(self, files: Sequence[AliasFile]) -> Aliases:
        """Return the groups of all files; a file that is wrong is a failure and hurts no other."""
        groups: list[Aliases] = []
        for source, data in files:
            try:
                groups.append(read_aliases(data, source, self._languages))
            except TranscriptError as error:
                self._failures.append(Failure(source=error.source, line=error.line, reason=error.reason))
        return tuple(group for one in groups for group in one)

    def _require_transcripts(self) -> None:
        if not self.transcripts:
            first = next((f"{failure.source}: {failure.reason}" for failure in self.failures), "none was found")
            raise NoTranscriptsError(f"no transcript could be read; {first}")

    def _scope(self, question: Question, speaker: str | None, transcript: str | None) -> NDArray[np.int64]:
        """Return the passages to search: a transcript's, a speaker's, and no askers unless they are asked for."""
        numbers = self._passages_in(transcript)
        if speaker:
            here = [
                self._index.speakers[number] for number in np.unique(self._index.speaker_of[numbers]) if number >= 0
            ]
            people = {*called(speaker, here)}
            theirs = [number for number, one in enumerate(self._index.speakers) if one in people]
            return numbers[np.isin(self._index.speaker_of[numbers], theirs)]
        if question.wants_asker:
            asking = numbers[self._index.asked[numbers]]
            return asking if len(asking) else numbers
        answering = numbers[~self._index.asked[numbers]]
        return answering if len(answering) else numbers

    def _passages_in(self, transcript: str | None) -> NDArray[np.int64]:
        if not transcript:
            return np.arange(len(self._index.passages))
        number = self._number(transcript)
        return np.arange(*self._index.transcript_starts[[number, number + 1]])

    def _number(self, name: str) -> int:
        """Return the number of a transcript by its id, source or title."""
        wanted = name.strip().casefold()
        for number, transcript in enumerate(self.transcripts):
            if wanted in {
                transcript.id.casefold(),
                transcript.source.casefold(),
                transcript.title.casefold(),
            }:
                return number
        parts = [number for number, transcript in enumerate(self.transcripts) if wanted in transcript.title.casefold()]
        if len(parts) == 1:
            return parts[0]
        raise UnknownTranscriptError(name, tuple(self.transcripts[number].id for number in parts[:3]))


def _files(root: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each root with the files in it that may be transcripts, in order of name; hidden ones are left out."""
    if root.is_file():
        yield root, root
        return
    if not root.is_dir():
        raise MissingFolderError(f"there is no folder {root}; name one that holds transcripts")
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if not hidden and path.suffix.lower() in SUFFIXES and not NOT_TRANSCRIPTS.match(path.name) and path.is_file():
            yield root, path


def _alias_files(roots: Sequence[Path], failures: list[Failure]) -> list[AliasFile]:
    """Return the files of aliases that lie in the roots; one that cannot be read joins the failures."""
    found: list[AliasFile] = []
    for path in (root / FILE_NAME for root in roots):
        try:
            found += [(FILE_NAME, _bytes(path, FILE_NAME))] if path.is_file() else []
        except UnreadableError as error:
            failures.append(Failure(source=error.source, line=error.line, reason=error.reason))
    return found


def _bytes(path: Path, source: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror}); check its permissions"
        raise UnreadableError(source, reason) from error


def _slug(source: str) -> str:
    """Return a file's name as an id: lower case, words joined by hyphens, without its ending."""
    plain = unicodedata.normalize("NFC", source.rpartition(".")[0] or source).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "transcript"


def _unused(slug: str, taken: dict[str, Transcript]) -> str:
    number, candidate = 2, slug
    while candidate in taken:
        number, candidate = number + 1, f"{slug}-{number}"
    return candidate


def _by_share(transcripts: Sequence[Transcript]) -> Sequence[Speaker]:
    """Return every speaker once by name, who says most first, those known only as asking or answering last."""
    said: Counter[str] = Counter()
    known: dict[str, Speaker] = {}
    for transcript in transcripts:
        for turn in transcript.turns:
            if turn.speaker is not None:
                said[turn.speaker.name] += turn.span.end - turn.span.start
                known.setdefault(turn.speaker.name, turn.speaker)
    return tuple(sorted(known.values(), key=lambda speaker: (is_generic(speaker), -said[speaker.name], speaker.name)))
