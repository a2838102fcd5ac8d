"""The project file: one SQLite database, written through one path."""

from annotator.store.records import Annotator, AnnotatorKind, ArticleRow, LogHead, SetInfo
from annotator.store.store import Store

__all__ = ["Annotator", "AnnotatorKind", "ArticleRow", "LogHead", "SetInfo", "Store"]
