"""The errors that a user can cause, with their data.

Sentences are made at the edge (command line, window) and translated there; here an error carries facts.
Anything that is not an :class:`AnnotatorError` is a bug.
"""

from __future__ import annotations

from typing import Any


class AnnotatorError(Exception):
    """Base of every expected failure.

    Subclasses name a ``code`` (stable, for translation) and keep their facts in ``data``.
    """

    code = "error"

    def __init__(self, message: str = "", **data: Any) -> None:  # noqa: ANN401
        self.data = data
        super().__init__(message or f"{self.code}: " + ", ".join(f"{k}={v!r}" for k, v in data.items()))


class InvalidEdit(AnnotatorError):
    """The edit makes no sense on this state (unknown id, empty span, offsets outside the text)."""

    code = "invalid_edit"


class SchemeViolation(AnnotatorError):
    """The edit is well formed, but the scheme does not allow it."""

    code = "scheme_violation"


class SchemeInvalid(AnnotatorError):
    """A scheme file is broken; data: ``source``, ``line`` (from 1), ``reason``."""

    code = "scheme_invalid"


class StaleRevision(AnnotatorError):
    """Somebody else wrote the same annotation set in the meantime."""

    code = "stale_revision"


class ImportFailed(AnnotatorError):
    """A source cannot be read; data: ``source``, ``place`` (a line or byte, may be absent), ``reason``."""

    code = "import_failed"


class ExportFailed(AnnotatorError):
    """An export could not be written; data: ``target``, ``reason``. The old file is whole."""

    code = "export_failed"


class StoreUnavailable(AnnotatorError):
    """A project file cannot be opened, read or written; data: ``path``, ``reason``."""

    code = "store_unavailable"


class QueryInvalid(AnnotatorError):
    """A search cannot be read; data: ``place`` (code points from 0), ``text``, ``reason``."""

    code = "query_invalid"
