"""Composition root and command line; nothing else reads the environment."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dotenv import dotenv_values

from bot import health, wording
from bot.config import DEFAULT_TRANSCRIPTS, Config, ConfigError, token_fault
from bot.store import Store
from bot.terminal import arguments
from bot.terminal.arguments import PROG, Arguments, Preview
from bot.terminal.commands import ListTranscripts
from bot.terminal.faults import FAULTY_INPUT, complain, explain
from bot.terminal.page import Page
from bot.terminal.progress import reading
from bot.terminal.streams import abandon_stdout, prepare_streams

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.terminal.commands import Once
    from retrieval import Library

# What loads NumPy, prompt_toolkit or discord.py is imported by the function that needs it (noqa): an answer
# in the shell does not wait for Discord, and Ctrl-C while they load does not end in a traceback either.

UNWELL = 1
INTERRUPTED = 130  # 128 + SIGINT, as shells count
NOBODY_READS = 141  # 128 + SIGPIPE
MOST_PROCESSES = 4  # that answer by default: a container may see more cores than it may use, and each takes memory
TO_DISCORD = "DISCORD_TOKEN is not set, so this is the terminal; to answer on Discord, set it in .env (see README.md)."


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; what goes wrong ends in a line, never in a traceback."""
    unicode = prepare_streams()
    try:
        code = _run(arguments.parse(argv), unicode=unicode)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        abandon_stdout()
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - the one place where every fault becomes a line for the user
        return explain(error)
    return code


def _run(given: Arguments, *, unicode: bool) -> int:
    """Do what a command line asks for."""
    match given.run:
        case "check":
            return _check(given, unicode=unicode)
        case "discord" | "terminal" | "either" | "health" | "feedback" as mode:
            runs = {
                "discord": _discord,
                "terminal": _terminal,
                "either": _either,
                "health": _health,
                "feedback": _feedback,
            }
            return runs[mode](_configure(given))
        case Preview() as preview:
            return _preview(preview)
        case command:
            return _once(command, given)


def _once(command: Once, given: Arguments) -> int:
    """Carry out one command; the list of transcripts tells by itself what could not be read."""
    from bot.terminal import shell  # noqa: PLC0415

    config = _configure(given)
    library = _read(config) if isinstance(command, ListTranscripts) else _open(config)
    code = shell.run(command, library, _page(), as_json=given.as_json)
    return FAULTY_INPUT if given.strict and library.failures else code


def _either(config: Config) -> int:
    """Go where there is a token for, else stay here and say how to go there."""
    if config.token is not None:
        return _discord(config)
    complain(TO_DISCORD)
    return _terminal(config)


def _discord(config: Config) -> int:
    """Answer on Discord until told to stop."""
    if config.token is None:
        fault = "DISCORD_TOKEN is not set: copy .env.example to .env and put the bot's token there"
        raise ConfigError(fault)
    if fault_of_form := token_fault(config.token):
        complain(f"Trying all the same: {fault_of_form}")
    from bot import client  # noqa: PLC0415

    library = _open(config, replicas=config.answering_processes)
    try:
        client.run(config, library)
    except client.StartError as error:
        complain(str(error))
        return error.exit_code
    finally:
        library.close()
    return 0


def _terminal(config: Config) -> int:
    """Answer here: in a session for a person at a terminal, line by line for a pipe."""
    library = _open(config)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from bot.terminal import session  # noqa: PLC0415

        session.run(library, config.data_dir, _page())
    else:
        from bot.terminal.conversation import converse  # noqa: PLC0415

        converse(sys.stdin, library, _page())
    return 0


def _check(given: Arguments, *, unicode: bool) -> int:
    """Look whether all is well."""
    from bot.terminal import checkup  # noqa: PLC0415

    all_well = checkup.run(lambda: _configure(given), _read, _page(), unicode=unicode)
    return 0 if all_well else FAULTY_INPUT


def _feedback(config: Config) -> int:
    """List what users on Discord held to be wrong."""
    from bot.terminal.complaints import complaints  # noqa: PLC0415

    with Store.open(config.data_dir) as store:
        _page().write(*complaints(store))
    return 0


def _preview(wanted: Preview) -> int:
    """Write previews of the cards, from the transcript that comes with a checkout."""
    from bot import preview  # noqa: PLC0415
    from retrieval import Library  # noqa: PLC0415

    try:
        written = preview.write(Library.open(_seeds()), wanted.folder, png=wanted.png)
    except preview.PreviewError as error:
        complain(str(error))
        return FAULTY_INPUT
    cards = wording.counted(written, "card")
    sys.stdout.write(f"{cards} written to {wanted.folder}; open {wanted.folder / preview.INDEX}.\n")
    return 0


def _health(config: Config) -> int:
    """Ask the running bot how it is, as the health check of a container does."""
    if config.health_port is None:
        fault = "HEALTH_PORT is not set, so a running bot cannot be asked how it is: set it for both"
        raise ConfigError(fault)
    try:
        condition = health.ask(config.health_port)
    except health.UnwellError as error:
        complain(str(error))
        return UNWELL
    transcripts = wording.counted(condition.transcripts, "transcript")
    sys.stdout.write(f"The bot is well: the gateway is ready, with {transcripts}.\n")
    return 0


def _configure(given: Arguments) -> Config:
    """Join `.env`, the real environment, which wins, and the command line, which wins over both."""
    config = Config.from_env({**_dotenv(), **os.environ}, seeds=_seeds(), processes=min(_cores(), MOST_PROCESSES))
    logging.basicConfig(level=config.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    return replace(config, transcripts=given.transcripts) if given.transcripts else config


def _dotenv() -> Mapping[str, str]:
    """Read `.env` in the working directory, if it is there."""
    try:
        values = dotenv_values(".env", encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fault = ".env is not UTF-8 text: save it again as UTF-8"
        raise ConfigError(fault) from error
    return {name: value for name, value in values.items() if value is not None}


def _seeds() -> Path:
    """Find the transcripts that come with a checkout, wherever it is started from."""
    checkout = Path(__file__).parent.parent / DEFAULT_TRANSCRIPTS
    return checkout if checkout.is_dir() and not DEFAULT_TRANSCRIPTS.is_dir() else DEFAULT_TRANSCRIPTS


def _cores() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):  # neither on macOS nor on Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _open(config: Config, *, replicas: int = 0) -> Library:
    """Open a library that can be searched, and say so when a part of it could not be read."""
    from retrieval import NoTranscriptsError  # noqa: PLC0415

    library = _read(config, replicas=replicas)
    if not library.transcripts:
        first = library.failures[0]
        msg = f"no transcript could be read; {first.source}: {first.reason}"
        raise NoTranscriptsError(msg)
    if library.failures:
        files = wording.counted(len(library.failures), "file")
        complain(f"{files} could not be read; {PROG} transcripts says why.")
    return library


def _read(config: Config, *, replicas: int = 0) -> Library:
    """Open the library, with a bar when that takes long."""
    from retrieval import Library  # noqa: PLC0415

    with reading(sys.stderr, colour=_colour()) as report:
        return Library.open(config.transcripts, cache=config.data_dir, progress=report, replicas=replicas)


def _page() -> Page:
    """Open the page for answers."""
    return Page(stream=sys.stdout, colour=_colour())


def _colour() -> bool:
    """Tell whether colours are welcome: https://no-color.org."""
    return not os.environ.get("NO_COLOR")


if __name__ == "__main__":
    sys.exit(main())
