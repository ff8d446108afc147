"""How likely it is that the best passage answers: a logistic regression over a handful of readable facts."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index import count
from retrieval.ranking import kept, speaking

if TYPE_CHECKING:
    from retrieval.plan import Plan, Sought
    from retrieval.ranking import Ranked
    from retrieval.scope import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What speaks for the best passage.

    A topic word is a content word of the question that is no speaker's name. Words are counted by how rare they are:
    of two words, the rarer one found is more than half of them.

    Attributes:
        found: Natural logarithm of one plus the number of topic words that stand in or near the passage.
        missing: The same of those that do not.
        score: The passage's score, as within its transcript, over the sum of the words' inverse document frequencies.
        excess: How much more often than the library as a whole the searched passages speak of the topic words, as a
            natural logarithm; 0 when everything is searched.
        speaker: 1 when the question names somebody who speaks in what was searched and any topic word was found.
        absent: 1 when it names somebody who speaks in the library, but not there, else 0.
        unheard: Share of the topic words that are written as names and occur nowhere in what was searched.
    """

    found: float
    missing: float
    score: float
    excess: float
    speaker: float
    absent: float
    unheard: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """How the best passage stands out among those of several transcripts, of which some always sound alike.

    Attributes:
        agreement: Share of the five best passages that are of the transcript of the best, or of the same speaker where
            the question names that one.
        margin: How far the tenth best falls short of the best, as a share of the best score; who speaks is left out.
        words: Natural logarithm of the number of content words.
        breadth: 0 where one transcript is searched, 1 where `BROAD` or more are, between them by logarithm.
    """

    agreement: float
    margin: float
    words: float
    breadth: float


def evidence(plan: Plan, scope: Scope, best: int, score: float) -> Evidence:
    """Return what speaks for passage `best`, found with `score` among the passages of a scope."""
    named = [sought for sought in plan.content if sought.bearers]
    here = [sought for sought in named if scope.speaks(sought.bearers)]
    topic = [sought for sought in plan.content if sought not in named] or list(plan.content)
    weights = np.array([_weight(plan, sought) * (LIGHT if _light(sought) else 1) for sought in topic])
    around = plan.index.around(np.array([best]), NEAR)
    near = np.array([sought.word.trust * (count(sought.places, around)[0] > 0) for sought in topic])
    excess = np.array([_excess(sought, scope) for sought in topic])
    share = float(weights @ near / weights.sum())
    whole = float(kept(plan.index, np.array([best]))[0]) if scope.many else 1.0
    return Evidence(
        found=math.log1p(share * len(topic)),
        missing=math.log1p((1 - share) * len(topic)),
        score=score / (whole * plan.mass),
        excess=float(weights @ excess / weights.sum()),
        speaker=float(bool(here) and share > 0),
        absent=float(len(here) < len(named)),
        unheard=sum(_capital(plan, sought) and not occurs(sought, scope) for sought in topic) / len(topic),
    )


def lead(plan: Plan, scope: Scope, ranked: Ranked) -> Lead:
    """Return how the best of at least ten ranked passages, or of all in a scope, stands out."""
    numbers = ranked.numbers[:RIVALS]
    named = speaking(plan, numbers)
    told = ranked.scores[:RIVALS] - named
    agreeing = plan.index.transcripts_of(numbers) == plan.index.transcripts_of(numbers)[0]
    agreeing |= (plan.index.speaker_of[numbers] == plan.index.speaker_of[numbers[0]]) & (named[0] > 0)
    return Lead(
        agreement=float(agreeing[:CLOSEST].mean()),
        margin=max(1 - float(told[-1] / told[0]), 0.0) if told[0] > 0 else 0.0,
        words=math.log(len(plan.content)),
        breadth=min(math.log(len(scope.transcripts)) / math.log(BROAD), 1.0),
    )


LIGHT_WORDS = frozenset(
    "come comes coming easier easily easy first give given go goes going happen happened happens last leave left let"
    " make makes need needs put take takes thing things time try tried trying use used want wanted wants way"
    " work".split()
)
LIGHT = 0.3  # what such a word weighs: a question is easily put with another
NEAR = 150  # words on either side of a passage
SMALLEST = 100  # passages that a library counts as having at least
WEIGHTS = Evidence(found=1.389, missing=-0.333, score=0.944, excess=2.396, speaker=0.904, absent=-1.057, unheard=-3.5)
BIAS = -1.685
"""Fitted on interviews, meetings, dialogues and earnings calls: each question was put to the transcript that answers it
and to another, in a library of all transcripts and in one of that transcript alone. Only `unheard` is set by hand,
below the -2.7 that was fitted: a wrong answer about somebody whom nobody mentions is worse than a refusal."""
THRESHOLD = 0.34
"""Below it a question is refused: nine in ten answerable questions are answered, three in four others refused."""


RIVALS = 10  # passages that a margin is measured among
CLOSEST = 5  # those that should agree
BROAD = 50  # transcripts from which a search is one among many


def confidence(facts: Evidence, stands: Lead) -> float:
    """Return the probability, 0 to 1, that a passage with this evidence and lead answers.

    Among many transcripts something always resembles a question, so there the same evidence tells less. The weights of
    the lead were fitted where all transcripts of a set were searched, with and without the one that answers, and for
    questions of other sets; the constant is set so that five in six of the right answers are given, and two thirds of
    what is not there, four fifths of what is about something else, are refused.
    """
    alone = BIAS + sum(weight * fact for weight, fact in zip(astuple(WEIGHTS), astuple(facts), strict=True))
    among = 0.75 * alone + 1.46 * stands.agreement + 5.37 * stands.margin + 0.92 * stands.words - 5.63
    logit = (1 - stands.breadth) * alone + stands.breadth * among
    return 1 / (1 + math.exp(-logit))


def occurs(sought: Sought, scope: Scope) -> bool:
    """Tell whether a word is spoken anywhere in a scope, or is part of the name of somebody who speaks there."""
    return scope.times(sought) > 0 or scope.speaks(sought.bearers)


def _weight(plan: Plan, sought: Sought) -> float:
    """Return a word's inverse document frequency, less for a light word; a tiny library counts as a small one."""
    index = plan.index
    idf = (
        index.idf(index.frequency(sought.numbers[0]), SMALLEST)
        if sought.single
        else index.idf_at(sought.places, SMALLEST)
    )
    return idf * LIGHT if _light(sought) else idf


def _light(sought: Sought) -> bool:
    return sought.word.typed.casefold() in LIGHT_WORDS


def _excess(sought: Sought, scope: Scope) -> float:
    """Return the logarithm of how often a scope holds a word over how often it would at the library's rate."""
    share = scope.words / len(scope.index.stream)
    return math.log1p(scope.times(sought)) - math.log1p(len(sought.places) * share)


def _capital(plan: Plan, sought: Sought) -> bool:
    """Tell whether a word is written as a name; the first word always is, so it does not count."""
    return sought.word.typed[0].isupper() and sought.word is not plan.question.words[0]
