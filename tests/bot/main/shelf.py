from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bot.terminal.fakes import ToldLibrary

if TYPE_CHECKING:
    from pathlib import Path


class Shelf:
    """Stands in for opening a library.

    Attributes:
        library: What opening gives, or raises.
        roots: The folders that were opened last.
        replicas: How many processes were to answer beside this one.
    """

    def __init__(self) -> None:
        self.library: ToldLibrary | BaseException = ToldLibrary()
        self.roots: tuple[Path, ...] = ()
        self.replicas = 0

    def open(self, roots: tuple[Path, ...], *, cache: Path, progress: object, replicas: int) -> Any:  # noqa: ANN401 - no Library
        assert callable(progress)
        assert cache
        self.roots, self.replicas = roots, replicas
        if isinstance(self.library, BaseException):
            raise self.library
        return self.library
