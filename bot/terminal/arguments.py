"""A command line → what it asks for."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn, TypeAlias

from bot.terminal.commands import DEFAULT_LIMIT, Ask, Check, Cite, ListTranscripts, Show

if TYPE_CHECKING:
    from collections.abc import Sequence

PROG = "python -m bot"
Mode: TypeAlias = Literal["discord", "terminal", "check", "health", "feedback", "either"]

DEFAULT_PREVIEWS = Path("preview")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are no text


class UsageError(Exception):
    """A command line that cannot be understood; its text is one line that says what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """Write previews of the cards.

    Attributes:
        folder: Where they go.
        png: Whether pictures are made too.
    """

    folder: Path
    png: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """What a command line asks for.

    Attributes:
        run: A way to run the bot, or one command to carry out.
        transcripts: Folders that replace those of the configuration; empty for none.
        as_json: Whether the command's output is for programs.
        strict: Whether a file that cannot be read is a fault of the whole.
    """

    run: Mode | Preview | Ask | Check | Cite | Show | ListTranscripts
    transcripts: tuple[Path, ...] = ()
    as_json: bool = False
    strict: bool = False


def parse(argv: Sequence[str] | None = None) -> Arguments:
    """Read a command line, or this process's own.

    Raises:
        UsageError: It cannot be understood.
        SystemExit: It asked for help, which has been shown.
    """
    given = _parser().parse_args(argv)
    folders = tuple(given.transcripts or ())
    as_json = getattr(given, "json", False)
    match given.command:
        case "ask":
            ask = Ask(
                question=" ".join(given.question),
                speaker=given.speaker,
                transcript=given.transcript,
                limit=given.limit,
            )
            return Arguments(run=ask, transcripts=folders, as_json=as_json)
        case "quote":
            check = Check(words=" ".join(given.words), speaker=given.speaker)
            return Arguments(run=check, transcripts=folders, as_json=as_json)
        case "cite":
            return Arguments(run=Cite(quote_id=given.id), transcripts=folders, as_json=as_json)
        case "transcripts":
            listed = ListTranscripts(word=" ".join(given.word) or None)
            return Arguments(run=listed, transcripts=folders, as_json=as_json, strict=given.strict)
        case "show":
            return Arguments(run=Show(transcript=given.transcript), transcripts=folders, as_json=as_json)
        case mode:
            preview = Preview(folder=given.out, png=given.png) if mode == "preview" else None
            return Arguments(run=preview or mode or "either", transcripts=folders)


class _Parser(argparse.ArgumentParser):
    """Reports a fault as an exception with one line, instead of printing several and leaving."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is.

        Raises:
            UsageError: Always.
        """
        if message.startswith("unrecognized") and "--transcripts" in message:
            text = f"--transcripts goes before the command: {PROG} --transcripts DIR ask QUESTION"
        elif message.startswith("argument COMMAND: invalid choice"):
            text = f"there is no such command; a question is put as {PROG} ask QUESTION; see {self.prog} --help"
        else:
            text = f"{message}; see {self.prog} --help"
        raise UsageError(text)


def _parser() -> _Parser:
    """Describe the command line."""
    parser = _Parser(
        prog=PROG,
        description="Answers questions about transcripts in the speakers' own words.",
        epilog="Without a command: Discord when DISCORD_TOKEN is set, else the terminal.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--transcripts",
        action="append",
        type=Path,
        metavar="DIR",
        help="folder of transcripts instead of TRANSCRIPTS or seeds/; may be given several times",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    commands.add_parser("discord", help="answer on Discord", allow_abbrev=False)
    commands.add_parser("terminal", help="answer here: a session, or a line each from a pipe", allow_abbrev=False)
    commands.add_parser("check", help="look whether all is well; exit code 0 when it is", allow_abbrev=False)
    preview = commands.add_parser(
        "preview", help="write each card as a page that looks like Discord", allow_abbrev=False
    )
    preview.add_argument(
        "--out", type=Path, default=DEFAULT_PREVIEWS, metavar="DIR", help="folder for them (default: preview)"
    )
    preview.add_argument("--png", action="store_true", help="make pictures too, with Chromium")
    commands.add_parser("health", help="ask the running bot whether it is well; exit code 0 when it is")
    commands.add_parser("feedback", help="list what users on Discord held to be wrong, or missed", allow_abbrev=False)
    ask = commands.add_parser("ask", help="answer a question", allow_abbrev=False)
    quote = commands.add_parser("quote", help="check whether words were said", allow_abbrev=False)
    cite = commands.add_parser("cite", help="show a quote again by its id", allow_abbrev=False)
    cite.add_argument("id", type=_text, metavar="ID", help="as it stands below the quote")
    listing = commands.add_parser("transcripts", help="list what is searched", allow_abbrev=False)
    listing.add_argument(
        "word", nargs="*", type=_text, metavar="WORD", help="only those whose title, date, file or speakers hold it"
    )
    listing.add_argument("--strict", action="store_true", help="exit with 2 when a file cannot be read")
    show = commands.add_parser("show", help="show a transcript as it was read", allow_abbrev=False)
    show.add_argument("transcript", type=_text, metavar="ID", help="its id or title")
    _describe_queries(ask, quote)
    for command in (ask, quote, cite, listing, show):
        command.add_argument("--json", action="store_true", help="write JSON")
    return parser


def _describe_queries(ask: _Parser, quote: _Parser) -> None:
    """Describe what a question and a quotation take."""
    ask.add_argument("question", nargs="+", type=_text, metavar="QUESTION")
    quote.add_argument("words", nargs="+", type=_text, metavar="WORDS")
    for command in (ask, quote):
        command.add_argument(
            "--speaker", type=_text, help="search this speaker's words only; a part of the name will do"
        )
    ask.add_argument("--transcript", type=_text, help="search this transcript only; its id or title")
    ask.add_argument("--limit", type=_count, default=DEFAULT_LIMIT, help="show so many quotes at most (default: 3)")


def _text(value: str) -> str:
    """Take an argument as text, even where its bytes are none."""
    return _LONE_SURROGATE.sub("\ufffd", value)


def _count(value: str) -> int:
    """Take an argument as a number of things.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    if not re.fullmatch(r"[1-9][0-9]{0,2}", value):
        msg = f"{value!r} is not a whole number from 1 to 999"
        raise argparse.ArgumentTypeError(msg)
    return int(value)
