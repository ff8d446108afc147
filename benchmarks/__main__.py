"""`python -m benchmarks COMMAND`: each command measures one thing and prints a table, or JSON."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from benchmarks import ingest, load, quality, speed, verify
from benchmarks.errors import BenchmarkError
from retrieval import VerbatimError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.command import Command

COMMANDS: Mapping[str, Command] = {
    "ingest": ingest.COMMAND,
    "load": load.COMMAND,
    "quality": quality.COMMAND,
    "speed": speed.COMMAND,
    "verify": verify.COMMAND,
}
PROG = "python -m benchmarks"
FAULTY_INPUT = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count


class OneLineParser(ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the command line.

        Raises:
            BenchmarkError: Always.
        """
        raise BenchmarkError(f"{message}; see {self.prog} --help")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; bad input ends in one line on stderr."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # rather a question mark than no table
    try:
        given = _parser().parse_args(argv)
        COMMANDS[given.command].run(given)
    except (BenchmarkError, VerbatimError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)  # noqa: T201 - a command line talks on its streams
        return FAULTY_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _parser() -> ArgumentParser:
    parser = OneLineParser(prog=PROG, description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        subparser = commands.add_parser(
            name,
            help=command.summary,
            description=command.summary,
            epilog=command.notes,
            formatter_class=RawDescriptionHelpFormatter,
        )
        command.declare(subparser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
