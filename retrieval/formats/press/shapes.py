"""The shapes of speakers' labels: what can be a name, what only labels say, and what is the name of a thing."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.names import PARTICLES
from retrieval.roles import CROWD, UNNAMED
from retrieval.speakers import ASIDE
from retrieval.titles import LINKS

MOST_LABELS = 4096  # whose shapes are remembered: a label opens hundreds of lines
MOST_WORDS = 7  # Acting Deputy Prime Minister of New Zealand
PARENTHESIS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)|\s*\[[^\[\]]*\]|\s*（[^（）]*）")
NUMBER = re.compile(r"\s*#?\s*\d+$")

GENERIC = frozenset(
    "question answer q a journalist reporter correspondent interviewer interviewee moderator host guest"
    " speaker narrator operator media press audience chair chairman chairwoman chairperson president translator"
    " interpreter voice вопрос ответ ведущий журналист корреспондент frage antwort pregunta respuesta réponse"
    " domanda risposta"
    " 質問 回答 記者 司会 问 答 记者 主持人".split()
)
NOT_SPEAKERS = frozenset(
    "note notes warning example source sources date time place location subject title summary agenda contents update"
    " copyright tags category topic topics address email website web url phone tel fax contact contacts release re ps"
    " transcript transcription attendees participants present remarks slides agenda answers speakers"
    " sponsorship disclaimer first second third fourth fifth firstly secondly thirdly finally lastly"
    " yes yeah yep no nope okay ok right exactly sure thanks hello hi hey wow cool great"
    " nice correct absolutely definitely true well so and but".split()
)
OFFICIALS = frozenset(
    "the court|the witness|the clerk|the bailiff|the deponent|the defendant|the videographer|the reporter"
    "|the court reporter|the interpreter|the juror|the foreperson|the magistrate|the arbitrator|the president"
    "|presiding officer|the presiding officer|the acting president|the secretary|the claimant".split("|")
)
"""Whom records of courts and parliaments call by their part."""
DEPUTISING = re.compile(r"(?:the )?(?:(?:acting|deputy|vice|madam|temporary|assistant) )*")
TOGETHER = frozenset("all both everyone everybody".split())
MACHINE = re.compile(
    r"(?:speaker|spk|spkr|channel|voice|participant|(?:(?:fe)?male|unknown|public) speaker|caller|student|man|woman"
    r"|juror|questioner|attendee|listener|respondent|interviewee)[ _-]?#?[0-9]+",
    re.IGNORECASE,
)
"""Whom a machine cannot name: `spk_0`."""
THING = re.compile(r"[A-Z]{2,6}[ -]?#?[0-9]+")
"""A proposal, a law, a patch: `BIP 325`."""
TITLES = frozenset("transcript transcription episode chapter section part lesson rule step".split())
"""Words with which the names of things begin."""
SMALL = PARTICLES | LINKS | {"and", "y", "e"}
"""Words that a label may write small."""

NAME_WORD = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_][\w’'.\-|]*)?|#?[^\W\d_][\w’'.\-|/]*#?|#?\d+|&")
PREFIXED = re.compile(r"(?:a[dlnrstz]|el|ash|d|l)[-’'](?P<name>\w.*)")
"""A name behind an article: al-Assad, d’Estaing."""
STRONG = re.compile(
    r"(?:[^\W\d_]\.\s?)+[^\W\d_][\w’'\-]+"  # S.Lavrov, J. R. Smith
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sir|Hon|Rep|Sen|Gov|Gen)\b\.?\s.*"
    r"|Q\.?\s.+|#.+#|(?:SPEAKER|Speaker)[ _]?\d+",
    re.IGNORECASE,
)
INITIALS = re.compile(r"[A-Z]{1,4}")


@lru_cache(MOST_LABELS)
def bare(label: str) -> str:
    """Return a label without brackets, office and company: `S.Lavrov (in English)`, `Tom Ray - Cowen & Company`."""
    return ASIDE.sub("", PARENTHESIS.sub("", label)).strip()


@lru_cache(MOST_LABELS)
def named_like(label: str) -> bool:
    """Tell whether every word of a label could stand in a name."""
    words = label.split()
    if CROWD.fullmatch(label) or UNNAMED.fullmatch(label):
        return label[0].isupper()
    if MACHINE.fullmatch(label):
        return True
    if not words or len(words) > MOST_WORDS or not all(map(_name_word, words)):
        return False
    return not words[0][0].isdigit() and (not _lower(words[0]) or (len(words) > 1 and words[0] in PARTICLES))


def _name_word(word: str) -> bool:
    stripped = word.strip(",")
    return stripped in SMALL or (NAME_WORD.fullmatch(stripped) is not None and not _lower(stripped))


def _lower(word: str) -> bool:
    prefixed = PREFIXED.fullmatch(word)
    return (prefixed["name"] if prefixed else word)[0].islower()


@lru_cache(MOST_LABELS)
def unmistakable(label: str) -> bool:
    """Tell whether a label needs no company: `Question`, `The Chair`, `S.Lavrov`, `SPEAKER_00`."""
    part = NUMBER.sub("", DEPUTISING.sub("", label.casefold(), count=1)).rstrip(".")
    return (
        part in GENERIC | TOGETHER
        or label.casefold() in OFFICIALS
        or MACHINE.fullmatch(label) is not None
        or CROWD.fullmatch(part) is not None
        or UNNAMED.fullmatch(label) is not None
        or (STRONG.fullmatch(label) is not None and " and " not in label)
    )


@lru_cache(MOST_LABELS)
def no_speaker(label: str) -> bool:
    """Tell whether a label names a thing: `Note`, `Editor’s Note`, `Press Contact`."""
    words = label.casefold().split()
    return bool(words) and (words[-1] in NOT_SPEAKERS or words[0] in TITLES or THING.fullmatch(label) is not None)


def full_name(label: str) -> bool:
    """Tell whether a label has the shape of a name with more than one part: `Ann Lee`."""
    words = label.split()
    whole = len(words) > 1 and words[-1] not in SMALL and not words[-1].isdigit() and "and" not in words
    return whole and named_like(label) and not no_speaker(label)


def look(label: str) -> str:
    """Return how a label looks: initials, capitals, one name, or several."""
    if INITIALS.fullmatch(label):
        return "initials"
    return "capitals" if label.isupper() else "several" if " " in label else "one"
