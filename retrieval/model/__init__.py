"""The records that flow through the house: frozen, and without work to do."""

from retrieval.model.answers import Answer, Found, NotFound, Reason, Searched, UnknownWord
from retrieval.model.changes import Changes, Failure
from retrieval.model.quotes import Hit, Passage, Quote
from retrieval.model.transcripts import Header, Mark, MarkKind, Role, Span, Speaker, Transcript, Turn
from retrieval.model.verdicts import (
    Cited,
    CitedKind,
    Difference,
    DifferenceKind,
    Match,
    Quotation,
    Verdict,
    VerdictKind,
)

__all__ = [
    "Answer",
    "Changes",
    "Cited",
    "CitedKind",
    "Difference",
    "DifferenceKind",
    "Failure",
    "Found",
    "Header",
    "Hit",
    "Mark",
    "MarkKind",
    "Match",
    "NotFound",
    "Passage",
    "Quotation",
    "Quote",
    "Reason",
    "Role",
    "Searched",
    "Span",
    "Speaker",
    "Transcript",
    "Turn",
    "UnknownWord",
    "Verdict",
    "VerdictKind",
]
