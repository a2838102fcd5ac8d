"""Annotated corpora to measure against: which form a file has, and one reader for each form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, assert_never

import msgspec

from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.core.text import Span
from annotator.formats.corpus_columns import is_tag, read_conll, read_germeval
from annotator.formats.corpus_labels import CorpusInvalid, LabelMap, not_readable, read_labels
from annotator.formats.corpus_records import read_native, read_smartdata
from annotator.formats.corpus_values import Comparable, Gold
from annotator.formats.native_jsonl import FORMAT


class CorpusForm(StrEnum):
    """The forms that can be read."""

    GERMEVAL = "germeval"
    CONLL = "conll"
    SMARTDATA = "smartdata"
    NATIVE = "jsonl"


class Corpus:
    """One corpus file for one scheme. Reading it again begins anew.

    ``annotator`` chooses whose annotations of an export count. Raises :class:`CorpusInvalid` (``source``,
    ``place``, ``reason``) if the file or the table of labels cannot be used.
    """

    def __init__(
        self,
        path: Path,
        scheme: Scheme,
        *,
        form: CorpusForm | None = None,
        labels: Path | None = None,
        annotator: str | None = None,
    ) -> None:
        self.path = path
        self._lines = _read(path)
        self.form = form or form_of(self._lines, str(path))
        self._labels = read_labels(self.form.value, scheme, labels)
        self._annotator = annotator

    def __iter__(self) -> Iterator[Gold]:
        source = str(self.path)
        match self.form:
            case CorpusForm.GERMEVAL:
                return read_germeval(self._lines, self._labels, source)
            case CorpusForm.CONLL:
                return read_conll(self._lines, self._labels, source)
            case CorpusForm.SMARTDATA:
                return read_smartdata(self._lines, self._labels, source)
            case CorpusForm.NATIVE:
                return read_native(self._lines, self._labels, source, self._annotator)
            case _:
                assert_never(self.form)

    def comparable(self, golds: Iterable[Gold]) -> Comparable:
        """Return what the corpus can hold, by its labels or, in columns without a table, by what it has."""
        if self.form is CorpusForm.NATIVE:
            return Comparable()
        seen = {(m.layer, m.label) for gold in golds for m in gold.layered.mentions.values()}
        columns = self.form in (CorpusForm.GERMEVAL, CorpusForm.CONLL)
        if self.form is CorpusForm.CONLL:
            labels = frozenset(seen)
        else:
            labels = frozenset({*_known(self._labels), *seen})
        roles = frozenset(
            (place[1], role)
            for (event, _), role in self._labels.roles.items()
            if (place := self._event(event))
        )
        return Comparable(labels, roles, _on_tokens if columns else _anywhere)

    def _event(self, name: str) -> tuple[str, str] | None:
        return self._labels.events.get(name)


def _known(labels: LabelMap) -> Iterator[tuple[str, str]]:
    return (place for place in (*labels.labels.values(), *labels.events.values()) if place is not None)


def _on_tokens(article: Article, span: Span) -> bool:
    return article.tokens.has_borders(span)


def _anywhere(article: Article, span: Span) -> bool:
    return True


def form_of(lines: Iterable[str], source: str) -> CorpusForm:
    """Tell a corpus by its first line that says something; raises :class:`CorpusInvalid`."""
    for number, line in enumerate(lines, start=1):
        if line.startswith("{"):
            return _form_of_record(line, source, number)
        cells = line.split()
        tabs = line.rstrip("\r\n").split("\t")
        if len(tabs) >= 4 and tabs[0].isdigit() and is_tag(tabs[2]) and is_tag(tabs[3].strip()):
            return CorpusForm.GERMEVAL
        if len(cells) >= 2 and cells[0] != "#" and is_tag(cells[-1]):
            return CorpusForm.CONLL
        if cells and not line.startswith("#"):
            raise CorpusInvalid(source=source, place=number, reason="form_unknown")
    raise CorpusInvalid(source=source, reason="empty")


def _form_of_record(line: str, source: str, number: int) -> CorpusForm:
    try:
        record: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise CorpusInvalid(source=source, place=number, reason="not_json", detail=str(error)) from error
    if record.get("format") == FORMAT:
        return CorpusForm.NATIVE
    if "text" in record and "entities" in record:
        return CorpusForm.SMARTDATA
    raise CorpusInvalid(source=source, place=number, reason="form_unknown")


def _read(path: Path) -> list[str]:
    """Return the lines; U+2028 and its like are no line ends here."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CorpusInvalid(source=str(path), place=line, reason="not_utf8") from error
    except OSError as error:
        raise not_readable(path, error) from error
