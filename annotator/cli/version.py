"""Which version of the program this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Return the version of the installed package; a checkout that was never installed has none."""
    try:
        return metadata.version("annotator")
    except metadata.PackageNotFoundError:
        return "not installed"
