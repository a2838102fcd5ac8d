"""The project file: one SQLite database, written through one path."""

from annotator.store.check import Finding, FindingCode
from annotator.store.records import MACHINE, Annotator, AnnotatorKind, ArticleRow, SetInfo
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
