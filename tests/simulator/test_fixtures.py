"""The fixtures in a test run of their own: a test whose bot breaks a rule fails, whatever the test says."""

from __future__ import annotations

import asyncio
import re
import sys
from typing import TYPE_CHECKING

from tests.simulator.process import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TESTS = """
from tests.simulator.conftest import call, http

async def test_a_bot_that_keeps_the_rules(call, simulator):
    await call("GET", "/gateway")

async def test_a_bot_that_breaks_one(call, simulator):
    await call("POST", f"/channels/{simulator.home.channels[0].id}/messages", {"content": "x" * 2001})
"""


async def test_a_violation_fails_its_test_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text())
    (tmp_path / "test_bot.py").write_text(TESTS)

    run = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "pytest", "-c", ROOT / "pyproject.toml", "--rootdir", tmp_path),
        *("-p", "no:cacheprovider", "-n0", tmp_path),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await run.communicate()

    assert re.search(rb"^ERROR \S*::test_a_bot_that_breaks_one( - .*)?$", output, re.MULTILINE)
    assert b"violation: POST /channels/{channel_id}/messages: " in output
    assert b"2 passed, 1 error" in output
