from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = """\
Question: When will the new harbour open?

Ann Reed: The harbour opens in May, once the channel has been dredged.

Question: And the price?

Ann Reed: Nine million euros, which the county pays.
"""
LIBRARY = """\
Question: Which books does the library lend most?

Tom Hale: Cookbooks, by far, and then detective stories.

Question: Will it stay open on Sundays?

Tom Hale: Volunteers keep the reading room open on Sundays.
"""
ASKED = {
    "harbour.txt": {
        "When does the harbour open?": "The harbour opens in May, once the channel has been dredged.",
        "Who pays nine million euros?": "Nine million euros, which the county pays.",
    },
    "library.txt": {
        "What about cookbooks and detective stories?": "Cookbooks, by far, and then detective stories.",
        "Who keeps the reading room open on Sundays?": "Volunteers keep the reading room open on Sundays.",
    },
}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder that holds one evaluation set, `town`: two transcripts, four questions."""
    folder = tmp_path / "town"
    (folder / "transcripts").mkdir(parents=True)
    texts = {"harbour.txt": HARBOUR, "library.txt": LIBRARY}
    for name, text in texts.items():
        (folder / "transcripts" / name).write_text(text, encoding="utf-8")
    lines = [
        {"id": f"{name}-{number}", "question": question, "transcript": name, "gold": [_span(texts[name], answer)]}
        for name, asked in ASKED.items()
        for number, (question, answer) in enumerate(asked.items())
    ]
    (folder / "questions.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return tmp_path


def _span(text: str, part: str) -> list[int]:
    start = text.index(part)
    return [start, start + len(part)]
