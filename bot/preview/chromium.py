"""Pages → pictures, with the Chromium that the machine has."""

from __future__ import annotations

import re
import shutil
import subprocess
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.preview.page import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Nothing is fetched, and nothing of anybody's own browser is used.
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=2",
)
_SECONDS = 120
_MEASURED = re.compile(r'data-card="([^"]+)" data-height="(\d+)"')
_MEASURE = """<script>for (const one of document.querySelectorAll("figure"))
  one.setAttribute("data-height", Math.ceil(one.getBoundingClientRect().height))</script>"""


class PreviewError(Exception):
    """Cards cannot be shown; the text is one line that says what to do."""


def find_chromium() -> str:
    """Return where Chromium is.

    Raises:
        PreviewError: The machine has none.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        msg = f"no Chromium is on the PATH ({', '.join(NAMES)}): install one, or leave --png out"
        raise PreviewError(msg)
    return found


def heights(chromium: str, html: str, folder: Path) -> Mapping[str, int]:
    """Measure the cards of a page, in pixels by name.

    Raises:
        PreviewError: Chromium fails.
    """
    page = folder / "measured.html"
    page.write_text(html.replace("</body>", f"{_MEASURE}</body>"), encoding="utf-8")
    told = _run(chromium, "--dump-dom", page.absolute().as_uri())
    page.unlink()
    return {name: int(height) for name, height in _MEASURED.findall(told)}


def photograph(chromium: str, page: Path, picture: Path, height: int) -> None:
    """Make a PNG of a page.

    Raises:
        PreviewError: Chromium fails.
    """
    size = f"--window-size={WIDTH},{height}"
    _run(chromium, size, f"--screenshot={picture.absolute()}", page.absolute().as_uri())
    if not picture.exists():
        msg = f"Chromium made no picture of {page.name}"
        raise PreviewError(msg)


def _run(chromium: str, *arguments: str) -> str:
    """Run Chromium in a profile of its own and return what it writes.

    Raises:
        PreviewError: It fails.
    """
    with TemporaryDirectory() as profile:
        command = [chromium, *_FLAGS, f"--user-data-dir={profile}", *arguments]
        try:
            done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - found on the PATH
        except (OSError, subprocess.SubprocessError) as error:
            msg = f"Chromium failed ({type(error).__name__}): try again, or leave --png out"
            raise PreviewError(msg) from error
    return done.stdout.decode(errors="replace")
