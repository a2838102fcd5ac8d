"""The project file: one SQLite database, written through one path."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from annotator.store.records import MACHINE, Annotator, AnnotatorKind, ArticleRow, SetInfo

if TYPE_CHECKING:
    from annotator.store.check import Finding, FindingCode
    from annotator.store.store import Store
    from annotator.store.team import Team

__all__ = [
    "MACHINE",
    "Annotator",
    "AnnotatorKind",
    "ArticleRow",
    "Finding",
    "FindingCode",
    "SetInfo",
    "Store",
    "Team",
]

_LATE = {"Finding": "check", "FindingCode": "check", "Store": "store", "Team": "team"}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import what opens a file when it is asked for: a process that only lays out rows starts without it."""
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module(f"annotator.store.{_LATE[name]}"), name)
