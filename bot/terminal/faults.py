"""What went wrong, in a line on standard error, and the exit code that it ends with."""

from __future__ import annotations

import logging
import sys

from bot import wording
from bot.config import ConfigError
from bot.store import StoreError
from bot.terminal.arguments import UsageError
from bot.terminal.harmless import one_line

FAULTY_INPUT = 2
FAULTY_PROGRAM = 70  # EX_SOFTWARE of sysexits.h

logger = logging.getLogger(__name__)


def explain(error: Exception) -> int:
    """Put a fault into a line, and choose the exit code."""
    match error:
        case ConfigError(faults=faults):
            complain(*faults)
        case UsageError() | StoreError():
            complain(str(error))
        case OSError(strerror=str(reason), filename=name):
            complain(f"{reason}: {name}" if name else reason)
        case _ if sentence := _sentence(error):
            complain(sentence)
        case _:
            logger.debug("An unexpected fault", exc_info=error)
            # Its text could hold anything, even the token; the log's formatter knows how to hide that.
            complain(f"Verbatim failed ({type(error).__name__}): please report it with what LOG_LEVEL=DEBUG shows.")
            return FAULTY_PROGRAM
    return FAULTY_INPUT


def _sentence(error: Exception) -> str | None:
    """Word a fault that the library tells of, or return None for any other."""
    from retrieval import VerbatimError  # noqa: PLC0415 - it loads NumPy, for which a usage error need not wait

    return wording.complaint(error) if isinstance(error, VerbatimError) else None


def complain(*lines: str) -> None:
    """Write each line to standard error, as one line whatever is in it."""
    for line in lines:
        sys.stderr.write(f"{one_line(line)}\n")
