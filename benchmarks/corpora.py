"""Grown transcripts ↔ a folder: files that a library reads, a corpus that every racer reads, and questions."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from benchmarks.growth import Growth
from benchmarks.racing import CORPUS, QUESTIONS, TALKS
from retrieval.passages import passages_of
from retrieval.terms import analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from retrieval.model import Transcript

FACTS = "facts.json"
ASKED = 200
LONGEST = 20  # words in a question
SEED = 11


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """How much there is: passages, their words, how many of these are distinct, and transcripts."""

    passages: int
    words: int
    distinct: int
    transcripts: int


def grown(originals: Sequence[Transcript], passages: int, folder: Path) -> Facts:
    """Grow transcripts to so many passages in a folder, unless the same were grown there before.

    Raises:
        OSError: The folder cannot be written.
    """
    wanted = [passages, _digest(originals)]
    facts = folder / FACTS
    if facts.is_file():
        told = json.loads(facts.read_text(encoding="utf-8"))
        if told["of"] == wanted:
            return Facts(**told["facts"])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    held = _written(Growth(originals).transcripts(passages), passages, folder)
    facts.write_text(json.dumps({"of": wanted, "facts": asdict(held)}), encoding="utf-8")
    return held


def _written(talks: Iterable[Transcript], passages: int, folder: Path) -> Facts:
    """Write the transcripts, their passages and questions to a folder."""
    chosen = random.Random(SEED)  # noqa: S311 - no secret
    texts: list[str] = []
    distinct: set[str] = set()
    count = words = 0
    (folder / TALKS).mkdir()
    with (folder / CORPUS).open("w", encoding="utf-8") as corpus:
        for count, talk in enumerate(talks, start=1):
            (folder / TALKS / f"{count:06}.txt").write_text(talk.text, encoding="utf-8")
            for passage in passages_of(talk):
                terms = analyse(talk.slice(passage.span), talk.language)
                corpus.write(" ".join(terms) + "\n")
                distinct.update(terms)
                words += len(terms)
            texts += [_question(talk, chosen) for _ in range(2)]
    texts = [text for text in chosen.choices(texts, k=2 * ASKED) if analyse(text)][:ASKED]
    questions = {"texts": texts, "terms": [analyse(text)[:LONGEST] for text in texts]}
    (folder / QUESTIONS).write_text(json.dumps(questions), encoding="utf-8")
    return Facts(passages=passages, words=words, distinct=len(distinct), transcripts=count)


def _question(talk: Transcript, chosen: random.Random) -> str:
    """Return some words of a transcript as they were said in a row."""
    words = talk.slice(chosen.choice(talk.turns).span).split()
    wanted = chosen.randint(1, LONGEST)
    first = chosen.randint(0, max(len(words) - wanted, 0))
    return " ".join(words[first : first + wanted])


def _digest(originals: Sequence[Transcript]) -> str:
    """Return what differs where the originals do."""
    digest = hashlib.blake2b(digest_size=16)
    for original in originals:
        digest.update(f"{original.id}\n{original.text}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
