from __future__ import annotations

import stat
import sys
from html import unescape
from pathlib import Path

import pytest

from bot.preview import PreviewError, write
from retrieval import Library

SEEDS = Path(__file__).parents[3] / "seeds"
# Stands in for Chromium: measures every card, and writes as picture how large the window was.
CHROMIUM = f"""#!{sys.executable}
import re, sys
from pathlib import Path
page = Path(sys.argv[-1].removeprefix("file://")).read_text(encoding="utf-8")
given = dict(argument.lstrip("-").partition("=")[::2] for argument in sys.argv[1:-1])
if "dump-dom" in given:
    print(re.sub(r'(data-card="[^"]+")', r'\\1 data-height="321"', page))
else:
    Path(given["screenshot"]).write_text(given["window-size"])
"""
KINDS = {
    "about",
    "answer",
    "answer-private",
    "citation",
    "context",
    "exchange",
    "help-german",
    "notice-busy",
    "notice-old-button",
    "notice-unexpected",
    "notice-unknown-speaker",
    "picture",
    "random",
    "refusal",
    "speakers",
    "timeline",
    "transcripts",
    "verdict-exact",
    "verdict-negation",
    "verdict-not-found",
    "verdict-number",
    "verdict-other-speaker",
    "verdict-shortened",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open(SEEDS)


@pytest.fixture(scope="module")
def pages(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every page."""
    folder = tmp_path_factory.mktemp("preview")
    write(library, folder, png=False)
    return folder


def chromium(folder: Path, script: str) -> None:
    """Install a Chromium."""
    program = folder / "chromium"
    program.write_text(script, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def words(folder: Path, name: str) -> str:
    return unescape((folder / name).read_text(encoding="utf-8"))


def test_every_kind_of_card_is_a_page_dark_and_light(library: Library, tmp_path: Path) -> None:
    written = write(library, tmp_path, png=False)

    assert {page.name.split(".")[0] for page in tmp_path.iterdir()} == {*KINDS, "index"}
    assert all((tmp_path / f"{kind}.{theme}.html").is_file() for kind in KINDS for theme in ("dark", "light"))
    assert written == len(KINDS)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("answer", "I think the most important result of the visit was a very clear, unambiguous confirmation"),
        ("refusal", "The word “Crimea” occurs nowhere in them"),
        ("verdict-exact", "Yes, word for word: Sergey Lavrov said this."),
        ("verdict-number", "differs in a number"),
        ("verdict-negation", "differs in a negation"),
        ("verdict-shortened", "2 pieces"),
        ("verdict-other-speaker", "Sergey Lavrov did."),
        ("verdict-not-found", "Nobody said this"),
        ("citation", "Unchanged"),
        ("timeline", "What was said on “Japan”"),
        ("transcripts", "1 transcript"),
        ("speakers", "Sergey Lavrov, Foreign Minister"),
        ("random", "Another one"),
        ("about", "Free software under the MIT licence."),
        ("help-german", "<strong>/zitat</strong>: Prüfe, ob jemand diese Worte gesagt hat"),
        ("context", "How would you characterise it"),
        ("notice-unknown-speaker", "“Ada Lovelace”"),
        ("picture", 'alt="“I think the most important result'),
    ],
)
def test_a_page_shows_what_its_name_says(pages: Path, kind: str, said: str) -> None:
    assert said in words(pages, f"{kind}.dark.html")


def test_what_one_user_sees_alone_says_so(pages: Path) -> None:
    assert "Only you can see this" in words(pages, "answer-private.light.html")
    assert "Only you can see this" not in words(pages, "answer.light.html")


def test_a_picture_is_as_high_as_its_card(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chromium(tmp_path, CHROMIUM)
    monkeypatch.setenv("PATH", str(tmp_path))

    write(library, tmp_path / "out", png=True)

    pictures = sorted(picture.name for picture in (tmp_path / "out").glob("*.png"))
    assert pictures == sorted(f"{kind}.{theme}.png" for kind in KINDS for theme in ("dark", "light"))
    assert (tmp_path / "out" / "answer.dark.png").read_text(encoding="utf-8") == "640,321"


def test_without_chromium_a_line_says_so_and_nothing_is_written(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PreviewError) as caught:
        write(library, tmp_path / "out", png=True)

    assert str(caught.value).startswith("no Chromium is on the PATH (chromium, chromium-browser, ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("#!/bin/sh\nexit 1\n", "Chromium failed (CalledProcessError): try again, or leave --png out"),
        (
            CHROMIUM.replace('Path(given["screenshot"]).write_text(given["window-size"])', "pass"),
            "Chromium made no picture of answer.dark.html",
        ),
    ],
)
def test_a_chromium_that_fails_is_a_line(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, line: str
) -> None:
    chromium(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PreviewError) as caught:
        write(library, tmp_path / "out", png=True)

    assert str(caught.value) == line
