"""Corpora in columns: GermEval 2014 and everything shaped as CoNLL-2003.

GermEval: ``index token outer nested`` with tabs, ``#`` lines between; the outer level counts. CoNLL: the
token first and the tag last, with white space between, ``-DOCSTART-`` before each document; IOB1, IOB2, IOBES
and BILOU alike. The text is the tokens with one blank between. Sentences of one document are one article;
where nothing tells documents apart, as in GermEval, each sentence is an article of its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.core.state import Layered
from annotator.core.text import Span, Tokens
from annotator.formats.corpus_labels import CorpusInvalid, LabelMap, Place
from annotator.formats.corpus_values import Gold, make_article, make_mention

_DOCUMENT = "-DOCSTART-"
_OUTSIDE = "O"
_BEGINS, _ENDS, _MARKS = "BSU", "ESLU", "BIESLU"
_GERMEVAL_CELLS = 4


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    word: str
    tag: str


@dataclass(slots=True)
class _Document:
    """Sentences under way."""

    rows: list[_Row] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, sentence: Sequence[_Row]) -> None:
        self.sentences.append(len(self.rows))
        self.rows.extend(sentence)


def read_germeval(lines: Iterable[str], labels: LabelMap, source: str) -> Iterator[Gold]:
    """Yield an article for each sentence. Raises :class:`CorpusInvalid` with the line."""
    sentence: list[_Row] = []
    for number, line in enumerate((*lines, ""), start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) < _GERMEVAL_CELLS or not cells[0].isdigit():
                raise CorpusInvalid(source=source, place=number, reason="not_germeval")
            sentence.append(_row(number, cells[1], cells[2], source))
        elif sentence:
            document = _Document()
            document.add(sentence)
            yield _gold(document, labels, source)
            sentence = []


def read_conll(lines: Iterable[str], labels: LabelMap, source: str) -> Iterator[Gold]:
    """Yield an article for each document, or for each sentence. Raises :class:`CorpusInvalid`."""
    document, sentence, marked = _Document(), list[_Row](), False
    for number, line in enumerate((*lines, ""), start=1):
        cells = line.split()
        begins = bool(cells) and cells[0] == _DOCUMENT
        if cells and not begins and not _is_comment(cells):
            if len(cells) < 2:
                raise CorpusInvalid(source=source, place=number, reason="not_conll")
            sentence.append(_row(number, cells[0], cells[-1], source))
        elif (begins or not cells) and sentence:
            document.add(sentence)
            sentence = []
        if document.rows and (begins or not marked):
            yield _gold(document, labels, source)
            document = _Document()
        marked = marked or begins
    if document.rows:
        yield _gold(document, labels, source)


def _is_comment(cells: Sequence[str]) -> bool:
    """Tell a comment from a token ``#``, whose line ends in a tag."""
    return cells[0].startswith("#") and not is_tag(cells[-1])


def is_tag(cell: str) -> bool:
    """Tell whether a cell is ``O`` or a mark, a hyphen and a label."""
    return cell == _OUTSIDE or (len(cell) > 2 and cell[0] in _MARKS and cell[1] == "-")


def _row(number: int, word: str, tag: str, source: str) -> _Row:
    if not word.strip():
        raise CorpusInvalid(source=source, place=number, reason="no_token")
    if not is_tag(tag):
        raise CorpusInvalid(source=source, place=number, reason="no_tag", found=tag)
    return _Row(number, word, tag)


def _gold(document: _Document, labels: LabelMap, source: str) -> Gold:
    rows, spans, position = document.rows, list[Span](), 0
    for row in rows:
        spans.append(Span(position, position + len(row.word)))
        position += len(row.word) + 1
    article = make_article(
        " ".join(row.word for row in rows), Tokens.of(spans), array("I", document.sentences)
    )
    mentions = [
        make_mention(article.id, place, Span(spans[first].start, spans[after - 1].end))
        for place, first, after in _names(document, labels, source)
    ]
    return Gold(article, Layered({mention.id: mention for mention in mentions}), rows[0].line)


def _names(document: _Document, labels: LabelMap, source: str) -> Iterator[tuple[Place, int, int]]:
    """Yield the scheme's label, the first token and the one after the last of each name."""
    rows, starts = document.rows, {*document.sentences, len(document.rows)}
    first: int | None = None
    for index in range(len(rows) + 1):
        tag = rows[index].tag if index < len(rows) else _OUTSIDE
        before = rows[index - 1].tag if index else _OUTSIDE
        cut = index in starts or tag == _OUTSIDE or tag[0] in _BEGINS or tag[2:] != before[2:]
        if first is not None and (cut or before[0] in _ENDS):
            name = rows[first].tag[2:]
            place = labels.label(name, source=source, line=rows[first].line)
            if place is not None:
                yield place, first, index
            first = None
        if first is None and tag != _OUTSIDE:
            first = index
