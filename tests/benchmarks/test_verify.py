from __future__ import annotations

import io
import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.__main__ import main
from benchmarks.confusion import table, wrong
from benchmarks.degrading import RULES, Quoted
from benchmarks.errors import BenchmarkError
from benchmarks.progress import ticking
from benchmarks.quoting import Case, Corpus, cases
from benchmarks.verdicts import checked, rows

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = """\
Question: When will the new harbour of Bergen open to ships, and who has agreed to pay for all of it?

Ann Reed: The harbour opens in May 2019, once the narrow channel near Bergen has been dredged by twelve crews.

Question: Is the price of it known to the county by now, or is it not?

Ann Reed: It is not known to us, but nine million euros were promised by Oslo in 2017 and have not been paid yet.

Ann Reed: We would not have agreed to widen the old channel, had the fishermen of Bergen not asked for it.
"""
LIBRARY = """\
Question: Which books does the town library lend most often to readers like us in winter?

Tom Hale: Cookbooks are lent most often by far, and then come detective stories from the time of Agatha.

Tom Hale: Volunteers will not keep the reading room open on Sundays, unless the mayor of Narvik pays 40 of them.
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in {"harbour": HARBOUR, "library": LIBRARY}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path / "harbour", tmp_path / "library"


@pytest.fixture
def corpora(folders: tuple[Path, Path]) -> list[Corpus]:
    return [Corpus(folder) for folder in folders]


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["verify", *arguments, "--json"]) == 0
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    return shown


def nothing(_: str) -> None:
    pass


def test_the_same_seed_draws_the_same_quotations(corpora: list[Corpus]) -> None:
    first, again = ([case.quoted for case in cases(corpora, 24, 1, nothing)] for _ in range(2))
    other = [case.quoted for case in cases(corpora, 24, 2, nothing)]

    assert first == again != other


def test_what_is_foreign_was_said_in_another_folder(corpora: list[Corpus]) -> None:
    foreign = [case for case in cases(corpora, 48, 1, nothing) if case.rule == "foreign"]

    assert {case.corpus.name for case in foreign} == {"harbour", "library"}
    assert all(case.corpus.times(case.quoted.words) == 0 for case in foreign)


def test_a_folder_without_a_sentence_to_quote_is_named(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Ann Reed: No.\n", "utf-8")

    with pytest.raises(BenchmarkError, match="holds no sentence of 6 to 40 words"):
        Corpus(tmp_path).sentence(Random(1))  # noqa: S311 - a sample, not a secret


def test_every_rule_has_a_row_with_its_verdicts(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    shown = report(capsys, *map(str, folders), "--cases", "48")

    assert [corpus["name"] for corpus in shown["corpora"]] == ["harbour", "library"]
    assert {*shown["rules"]} <= {*RULES}
    assert shown["rules"]["untouched"]["verdicts"] == {"exact": 4}
    assert shown["rules"]["untouched"]["deserved"] == 1.0
    assert shown["rules"]["changed number"]["unflagged"] == 0
    assert {*shown["milliseconds"]} == {"p50", "p99"}


def test_one_folder_is_parted_into_its_subfolders(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = report(capsys, str(folders[0].parent), "--cases", "12")

    assert [corpus["name"] for corpus in shown["corpora"]] == ["harbour", "library"]


@pytest.mark.parametrize(
    ("quoted", "outcome", "flagged"),
    [
        (Quoted(words="The harbour opens in May 2018, once the narrow channel near Bergen"), "differs", True),
        (Quoted(words="The harbour opens in May 2019, once the narow channel near Bergen"), "differs", False),
        (Quoted(words="the harbour"), "too_few", False),
    ],
)
def test_what_was_changed_has_to_be_flagged(
    corpora: list[Corpus], quoted: Quoted, outcome: str, *, flagged: bool
) -> None:
    [one] = checked([Case(rule="changed number", corpus=corpora[0], quoted=quoted)], nothing)

    assert (one.outcome, one.flagged, one.deserved) == (outcome, flagged, flagged)


def test_the_table_counts_verdicts_and_marks_what_misses_its_reach(corpora: list[Corpus]) -> None:
    right = Quoted(words="The harbour opens in May 2019, once the narrow channel near Bergen has been dredged")
    wrongly = Quoted(words="Whales sing louder than all of the trumpets here")
    found = checked([Case(rule="untouched", corpus=corpora[0], quoted=one) for one in (right, wrongly)], nothing)

    [row] = rows(found)

    assert (row.counts["exact"], row.counts["not_found"], row.right) == (1, 1, 0.5)
    assert table(found, corpora).splitlines()[1].split() == "untouched 1 · · · 1 · · 0.500 0.99 missed".split()
    assert wrong(found) == f"untouched → not_found: {wrongly.words} (None)"


def test_a_bar_shows_only_on_a_terminal() -> None:
    stream = io.StringIO()

    with ticking(1, stream) as tick:
        tick("drawing")

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere"], "there is no folder nowhere"),
        (["."], "quotations; give 1 or more"),
    ],
)
def test_bad_input_ends_with_one_line(arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["verify", *arguments, *(["--cases", "0"] if arguments == ["."] else [])])

    assert code == 2
    assert line in capsys.readouterr().err


def test_a_single_folder_without_subfolders_asks_for_another(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(folders[0])]) == 2
    assert "name another folder" in capsys.readouterr().err
