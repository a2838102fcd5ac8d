"""Where the program's data files lie: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``."""
    return _root().joinpath(*parts)


def seeds() -> Path:
    """Return the folder of the sample articles."""
    inside = _root() / "seeds"
    return inside if inside.is_dir() else _root().parent / "seeds"
