"""Which version of Verbatim this is."""

from __future__ import annotations

from importlib import metadata

_PACKAGE = "verbatim"


def version() -> str:
    """Return the version that is installed; empty where it runs from a folder without being installed."""
    try:
        return metadata.version(_PACKAGE)
    except metadata.PackageNotFoundError:
        return ""
