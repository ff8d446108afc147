"""Which line starts with a speaker's label, and which colon merely stands in a sentence.

A label is told by its shape (`S.Lavrov`, `MS. JEAN-PIERRE`, `Q Shannon Cross`), by a word that only labels use
(`Question`), or by the company it keeps: a plain capitalised word counts when it opens several lines of the file, or
when most paragraphs of the file open so.
"""

import re
from collections import Counter
from dataclasses import dataclass

LONGEST_LABEL = 60  # characters
MOST_WORDS = 7  # Acting Deputy Prime Minister of New Zealand
CANDIDATE = re.compile(
    rf"^[ \t]*(?P<label>[^\s:.,;!?“”\"][^:\n“”\"]{{0,{LONGEST_LABEL - 1}}}?)[ \t]*:(?=\s|$)[ \t]*",
    re.MULTILINE,
)
PARENTHESIS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)|\s*\[[^\[\]]*\]")
AFFILIATION = re.compile(r"\s+[-–—]\s+.*")

GENERIC = frozenset(
    "question answer q a journalist reporter correspondent interviewer interviewee moderator host guest"
    " speaker narrator operator media press audience chair chairman chairwoman chairperson president translator"
    " interpreter voice вопрос ответ ведущий журналист корреспондент frage antwort pregunta respuesta réponse"
    " domanda risposta"
    " 質問 回答 記者 司会 问 答 记者 主持人".split()
)
NOT_SPEAKERS = frozenset(
    "note notes warning example source sources date time place location subject title summary agenda contents update"
    " editor copyright tags category topic topics address email website web url phone tel fax contact re ps"
    " transcript transcription attendees participants present".split()
)
PARTICLES = frozenset(
    "de da di du del della van von der den ten ter la le el al bin ibn of the for and y e dos das".split()
)

NAME_WORD = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_][\w’'.\-|]*)?|#?[^\W\d_][\w’'.\-|/]*#?|&|\d+")
STRONG = re.compile(
    r"(?:[^\W\d_]\.\s?)+[^\W\d_][\w’'\-]+"  # S.Lavrov, J. R. Smith
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sir|Hon|Rep|Sen|Gov|Gen)\b\.?\s.*"
    r"|Q\.?\s.+|#.+#|(?:SPEAKER|Speaker)[ _]?\d+",
    re.IGNORECASE,
)
OFTEN = 2  # lines that a plain word must open to be taken for a name


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelLine:
    """A label at the start of a line: where it starts, where the words after it start, and itself."""

    start: int
    end: int
    label: str


def find_labels(text: str) -> list[LabelLine]:
    """Return the labels of a text, in order."""
    candidates = [
        LabelLine(start=match.start("label"), end=match.end(), label=match["label"])
        for match in CANDIDATE.finditer(text)
        if _named_like(bare(match["label"]))
    ]
    counts = Counter(bare(line.label) for line in candidates)
    plain = sum(1 for line in candidates if not _unmistakable(bare(line.label)))
    habitual = 2 * plain > _paragraphs(text)
    return [
        line
        for line in candidates
        if _speaks(bare(line.label), counts, habitual=habitual)
        or (_full_name(bare(line.label)) and not _common(bare(line.label), text))
    ]


def bare(label: str) -> str:
    """Return a label without brackets and affiliation: `S.Lavrov (in English)`, `Eric Schmidt - Cowen & Company`."""
    return AFFILIATION.sub("", PARENTHESIS.sub("", label)).strip()


def _named_like(label: str) -> bool:
    """Tell whether every word of a label could stand in a name."""
    words = label.split()
    return bool(words) and len(words) <= MOST_WORDS and all(_name_word(word) for word in words) and not _lower(words[0])


def _name_word(word: str) -> bool:
    stripped = word.strip(",")
    return stripped in PARTICLES or (NAME_WORD.fullmatch(stripped) is not None and not _lower(stripped))


def _lower(word: str) -> bool:
    return word[0].islower()


def _paragraphs(text: str) -> int:
    """Return how many blocks, or where no line is blank how many lines, a text has."""
    blocks = re.split(r"\n[ \t]*\n\s*", text.strip())
    return len(blocks) if len(blocks) > 1 else text.strip().count("\n") + 1


def _unmistakable(label: str) -> bool:
    """Tell whether a label needs no company: `Question`, `S.Lavrov`, `SPEAKER_00`."""
    return label.casefold().rstrip(".") in GENERIC or STRONG.fullmatch(label) is not None


def _speaks(label: str, counts: Counter[str], *, habitual: bool) -> bool:
    """Tell whether a name-like label is a speaker's, by its shape or its company."""
    if _unmistakable(label):
        return True
    return label.casefold() not in NOT_SPEAKERS and (habitual or counts[label] >= OFTEN)


def _full_name(label: str) -> bool:
    """Tell whether a label that opens one line only could be a full name: `Vijay Samant`."""
    words = label.split()
    return len(words) > 1 and words[-1] not in PARTICLES and label.casefold() not in NOT_SPEAKERS


def _common(label: str, text: str) -> bool:
    """Tell whether a word of a label is written small elsewhere, as the words of `Key Points` are."""
    return any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in label.split() if word not in PARTICLES)
