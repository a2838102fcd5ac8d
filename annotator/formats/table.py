"""The format that sets are written to and read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from annotator.core.annotation import SetState
from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.formats import native_jsonl
from annotator.formats.native_jsonl import AnnotatorKind, NativeArticle


class LineWriter(Protocol):
    """Turns a set into bytes."""

    def __call__(
        self,
        article: Article,
        layered: Layered,
        *,
        annotator: str,
        kind: AnnotatorKind,
        state: SetState,
        scheme: Scheme,
    ) -> bytes:
        """Return one line of the format, line end included."""


class LineReader(Protocol):
    """Turns bytes, or the object that they hold, into a set."""

    def __call__(
        self, raw: bytes | Mapping[str, Any], *, source: str = "", line: int | None = None
    ) -> NativeArticle:
        """Return what one line says, or raise ``ImportFailed``."""


@dataclass(frozen=True, slots=True)
class LineFormat:
    """A format with one annotator's set on one article a line. ``schema`` lies in ``resources/schema/``."""

    name: str
    suffix: str
    schema: str
    write_line: LineWriter
    read_line: LineReader


NATIVE = LineFormat(
    name=native_jsonl.FORMAT,
    suffix=".jsonl",
    schema="annotator-jsonl.schema.json",
    write_line=native_jsonl.write_line,
    read_line=native_jsonl.read_line,
)
