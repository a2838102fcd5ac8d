"""The project file: one SQLite database, written through one path."""

from annotator.store.records import Annotator, AnnotatorKind, ArticleRow, SetInfo
from annotator.store.store import MACHINE, Store

__all__ = ["MACHINE", "Annotator", "AnnotatorKind", "ArticleRow", "SetInfo", "Store"]
