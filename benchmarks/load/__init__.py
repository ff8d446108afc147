"""`load`: how the bot, as a process, bears many users at once; Discord is simulated on the other end of the wire."""

from benchmarks.load.command import COMMAND

__all__ = ["COMMAND"]
