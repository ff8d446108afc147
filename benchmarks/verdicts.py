"""Quotations checked → how often each verdict was given, and whether it was deserved."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, get_args

import numpy as np

from benchmarks.degrading import RULES
from retrieval import TooFewWordsError
from retrieval.model import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.progress import Tick
    from benchmarks.quoting import Case
    from retrieval import Verdict

Outcome: TypeAlias = str
"""The kind of a verdict, or `too_few` where more words were asked for."""
TOO_FEW = "too_few"
OUTCOMES: tuple[Outcome, ...] = (*get_args(VerdictKind), TOO_FEW)


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """A quotation with what became of it.

    Attributes:
        case: The quotation.
        outcome: The verdict.
        flagged: Whether what the rule changed was flagged as such; True where there is nothing to flag.
        milliseconds: Processor time that it took.
    """

    case: Case
    outcome: Outcome
    flagged: bool
    milliseconds: float

    @property
    def deserved(self) -> bool:
        """Whether the verdict is right."""
        deserved = RULES[self.case.rule].deserved
        asked_for_more = self.outcome == TOO_FEW and "not_found" in deserved
        return asked_for_more or (self.outcome in deserved and self.flagged)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What became of all quotations of one rule.

    Attributes:
        rule: A key of `RULES`.
        counts: How often each outcome was.
        unflagged: How many of them were told to differ, but not in what was changed.
        right: Share of them that got what they deserve.
        reach: Share that has to.
    """

    rule: str
    counts: Counter[Outcome]
    unflagged: int
    right: float
    reach: float


def checked(cases: Sequence[Case], tick: Tick) -> list[Checked]:
    """Check every quotation.

    Args:
        cases: The quotations.
        tick: Called after each with what is being done.
    """
    found = []
    for case in cases:
        began = time.process_time()
        verdict = _verdict(case)
        milliseconds = 1000 * (time.process_time() - began)
        outcome = verdict.kind if verdict else TOO_FEW
        found.append(Checked(case=case, outcome=outcome, flagged=_flagged(case, verdict), milliseconds=milliseconds))
        tick(f"{case.corpus.name}: {case.rule}")
    return found


def rows(found: Sequence[Checked]) -> list[Row]:
    """Return the confusion table, a row for each rule."""
    return [_row(rule, own) for rule in RULES if (own := [one for one in found if one.case.rule == rule])]


def percentiles(found: Sequence[Checked]) -> dict[str, float]:
    """Return how long checks took, in milliseconds."""
    taken = [one.milliseconds for one in found]
    return {f"p{share}": round(float(np.percentile(taken, share)), 1) for share in (50, 99)}


def _verdict(case: Case) -> Verdict | None:
    try:
        return case.corpus.library.check(case.quoted.words, case.quoted.speaker)
    except TooFewWordsError:
        return None


def _flagged(case: Case, verdict: Verdict | None) -> bool:
    wanted = RULES[case.rule].flagged
    kinds = {change.kind for match in verdict.matches for change in match.differences} if verdict else set()
    return wanted is None or wanted in kinds


def _row(rule: str, own: Sequence[Checked]) -> Row:
    return Row(
        rule=rule,
        counts=Counter(one.outcome for one in own),
        unflagged=sum(not one.flagged and one.outcome != "not_found" for one in own),
        right=sum(one.deserved for one in own) / len(own),
        reach=RULES[rule].reach,
    )
