"""The command line as a process: what only a real one shows."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[3]
SEED = REPOSITORY / "seeds" / "000_165619e416cb6055.txt"
COMMAND = (sys.executable, "-m", "bot")
QUESTION = "What was the most important result of Putin's visit to Japan?"
GOLD = "I think the most important result of the visit was a very clear, unambiguous confirmation of mutual intent"
PROMPT = "›"
PATIENCE = 60.0  # seconds, for a machine that is busy with other tests

# What a plain answer has no use for.
HEAVY = ("aiohttp", "asyncio", "discord", "prompt_toolkit", "rich")
LIST_HEAVY = f"""
import sys
from bot.__main__ import main
code = main(sys.argv[1:])
print([name for name in {HEAVY!r} if name in sys.modules], code)
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Give a process nothing but what it needs."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(REPOSITORY),
        "DATA_DIR": str(tmp_path / "data"),
        "TERM": "xterm",
        "COLUMNS": "80",
    }


def run(
    *argv: str | bytes, env: dict[str, str], cwd: Path, given: bytes = b"", stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own command
        argv, env=env, cwd=cwd, input=given, stdout=stdout, stderr=subprocess.PIPE, timeout=PATIENCE, check=False
    )


def test_the_first_question_of_the_readme_is_answered_word_for_word(env: dict[str, str], tmp_path: Path) -> None:
    done = run(*COMMAND, "ask", QUESTION, "--json", env=env, cwd=tmp_path)

    first = json.loads(done.stdout)["quotes"][0]
    said = SEED.read_text(encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert GOLD in first["text"]
    assert first["speaker"] == "Sergey Lavrov"
    assert first["text"] == said[first["start"] : first["end"]]


def test_an_answer_loads_neither_discord_nor_a_screen(env: dict[str, str], tmp_path: Path) -> None:
    done = run(sys.executable, "-c", LIST_HEAVY, "ask", QUESTION, env=env, cwd=tmp_path)

    assert done.stdout.decode().splitlines()[-1] == "[] 0"


def test_a_pipe_is_answered_line_by_line(env: dict[str, str], tmp_path: Path) -> None:
    lines = f"{QUESTION}\n/sing\n/ask question: Who visited Moscow? speaker: Lavrov\n"

    done = run(*COMMAND, env=env, cwd=tmp_path, given=lines.encode())

    shown = done.stdout.decode()
    assert done.returncode == 0
    assert GOLD in shown
    assert "There is no command /sing" in shown
    assert "Hiroshige Seko" in shown
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf8_whatever_the_locale(encoding: str, env: dict[str, str], tmp_path: Path) -> None:
    done = run(*COMMAND, "ask", QUESTION, env=env | {"PYTHONIOENCODING": encoding}, cwd=tmp_path)

    assert done.returncode == 0
    assert "“I think the most important result" in done.stdout.decode("utf-8")


def test_bytes_that_are_no_text_are_no_fault(env: dict[str, str], tmp_path: Path) -> None:
    done = run(*COMMAND, "ask", b"Who visited Moscow? \xff\xfe", "--json", env=env, cwd=tmp_path)
    piped = run(*COMMAND, "terminal", env=env, cwd=tmp_path, given=b"Who visited Moscow? \xff\xfe\n")

    assert json.loads(done.stdout)["question"] == "Who visited Moscow? \ufffd\ufffd"
    assert (piped.returncode, piped.stderr) == (0, b"")


def test_a_reader_that_leaves_early_is_no_fault(env: dict[str, str], tmp_path: Path) -> None:
    nobody, into = os.pipe()
    os.close(nobody)

    done = run(*COMMAND, "transcripts", env=env, cwd=tmp_path, stdout=into)

    os.close(into)
    assert (done.returncode, done.stderr) == (141, b"")


def test_streams_that_are_closed_are_no_fault(env: dict[str, str], tmp_path: Path) -> None:
    done = run("sh", "-c", f"exec {sys.executable} -m bot terminal <&- >&- 2>&-", env=env, cwd=tmp_path)

    assert done.returncode == 0


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Have processes take SIGINT: they would ignore it where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_leaves_no_traceback(env: dict[str, str], tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "terminal"], env=env, cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe
    )
    assert process.stdin  # a pipe, for mypy
    assert process.stdout  # likewise
    process.stdin.write(b"/sing\n")
    process.stdin.flush()
    process.stdout.readline()

    process.send_signal(signal.SIGINT)

    _, complaint = process.communicate(timeout=PATIENCE)
    assert (process.returncode, complaint) == (130, b"")


class Terminal:
    """A terminal with `python -m bot` in it."""

    def __init__(self, env: dict[str, str], cwd: Path) -> None:
        # prompt_toolkit would wait for the terminal to tell where the cursor is; nobody does here.
        env = env | {"PROMPT_TOOLKIT_NO_CPR": "1"}
        self._master, slave = pty.openpty()
        self._shown = b""
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [*COMMAND, "terminal"], env=env, cwd=cwd, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
        )
        os.close(slave)

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def read_until(self, words: str) -> str:
        """Return what is shown up to some words, and forget it."""
        while words.encode() not in self._shown:
            ready, _, _ = select.select([self._master], [], [], PATIENCE)
            assert ready, self._shown.decode()
            self._shown += os.read(self._master, 4096)
        shown, _, self._shown = self._shown.partition(words.encode())
        return shown.decode() + words

    def close(self) -> None:
        os.close(self._master)
        self.process.kill()
        self.process.wait()


@pytest.fixture
def terminal(env: dict[str, str], tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(env, tmp_path)
    yield terminal
    terminal.close()


def test_a_session_answers_completes_and_leaves(terminal: Terminal) -> None:
    greeting = terminal.read_until(PROMPT)
    terminal.type("Who visited Moscow?\r")
    answer = terminal.read_until("answers the question.")
    terminal.read_until(PROMPT)
    terminal.type("/ask Who visited Moscow? speaker: lav")
    terminal.read_until("Foreign Minister")
    terminal.type("\t")
    terminal.read_until("Sergey Lavrov")
    terminal.type("\r")
    terminal.read_until("answers the question.")
    terminal.read_until(PROMPT)
    terminal.type("\x04")

    assert terminal.process.wait(PATIENCE) == 0
    assert "1 transcript, 2 speakers" in greeting
    assert "Hiroshige Seko" in answer
    assert "\x1b[1m" in answer
