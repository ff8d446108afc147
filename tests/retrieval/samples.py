"""Small transcripts for tests, and short ways to read them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from retrieval import Library, Transcript
from retrieval.formats import read

HARBOUR = """\
Fisheries Minister Anna Holm’s answers to reporters’ questions (Bergen, 3 May 2021)

Question: How large will the cod quota be next year?

A.Holm: The cod quota will be 885,000 tonnes. That is five per cent less than this year.

We have also agreed to close the Lofoten grounds in March. The scientists asked us to, and the fishermen agreed.

Question: Will the harbour of Tromsø be widened?

A.Holm: The harbour will be widened in two steps. The first step costs 40 million kroner.
"""

DEBATE = """\
Port Director Jonas Berg and Mayor Ida Lund meet the press, Tromsø, 7 June 2021

J.Berg: The harbour is too narrow for modern ships.

I.Lund: The town cannot pay for the widening alone.

Question: Who pays for the dredging?

I.Lund: The state pays for the dredging, and the town pays for the quay.
"""


def transcript(text: str, source: str = "talk.txt") -> Transcript:
    """Return a text as it is read from a UTF-8 file."""
    return read(text.encode(), source, "talk")


def library(*texts: str) -> Library:
    """Return a library of texts, called t0, t1 and so on; what is no transcript is among its failures."""
    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"t{number}.txt").write_bytes(text.encode())
        return Library.open(folder)


def spoken(text: str) -> list[tuple[str | None, str]]:
    """Return who says what in a text: names, None for nobody, and words."""
    heard = transcript(text)
    return [(turn.speaker.name if turn.speaker else None, heard.slice(turn.span)) for turn in heard.turns]
