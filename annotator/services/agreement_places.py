"""The places behind a cell of a table of confusions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from annotator.core.annotation import Mention
from annotator.core.ids import ArticleId
from annotator.core.text import Span
from annotator.review.align import Group, align
from annotator.review.estimate import Pair
from annotator.review.mistakes import Context
from annotator.review.statistics import Statistics
from annotator.services.agreement import read
from annotator.services.project import Project

_AROUND = 60
_LONGEST = 120
_CUT = " … "


@dataclass(frozen=True, slots=True)
class Side:
    """What one annotator has at a place: a label and the words; both empty where she has nothing."""

    annotator: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A mention as two annotators have it. ``context`` is where the first of them that has it put it."""

    title: str
    layer: str
    context: Context
    one: Side
    other: Side


def places_of(
    project: Project, statistics: Statistics, layer: str, labels: tuple[str, str], pair: Pair | None = None
) -> Iterator[Place]:
    """Yield the places of a cell of :func:`annotator.review.agreement.confusions`, article by article.

    ``labels`` and ``pair`` are those of the cell: with a pair the first label is the first's; without one
    either annotator of any two may have either. Only the articles that the counts name are read, each when
    it is asked for.
    """
    for article_id, one, other in _where(statistics, layer, labels, pair):
        found = read(project, article_id, (one, other))
        article = found.article
        for group in align(article, found.versions):
            sides = tuple(_side(group, name, article.text) for name in (one, other))
            if group.layer == layer and _is_cell((sides[0].label, sides[1].label), labels, free=pair is None):
                yield Place(
                    article.title or article.name, layer, _context(group, article_id, article.text), *sides
                )


def _where(
    statistics: Statistics, layer: str, labels: tuple[str, str], pair: Pair | None
) -> Iterator[tuple[ArticleId, str, str]]:
    """Yield the articles with the cell, and whose labels stand there, in the order of ``pair``."""
    table = statistics.tables.get("confusions")
    if table is None:
        return
    asked: dict[int, tuple[str, str]] = {}
    for number, (name, one, other, mine, theirs) in enumerate(table.cells):
        turned = pair == (other, one)
        wanted = (theirs, mine) if turned else (mine, theirs)
        of_pair = pair in (None, (one, other), (other, one))
        if name == layer and of_pair and _is_cell(wanted, labels, free=pair is None):
            asked[number] = (other, one) if turned else (one, other)
    here = np.isin(table.columns, list(asked))
    met = {
        (int(row), asked[int(cell)]) for row, cell in zip(table.rows[here], table.columns[here], strict=True)
    }
    for row, (one, other) in sorted(met):
        yield ArticleId(statistics.articles[row]), one, other


def _is_cell(found: tuple[str, str], labels: tuple[str, str], *, free: bool) -> bool:
    return found == labels or (free and found[::-1] == labels)


def _side(group: Group, annotator: str, text: str) -> Side:
    mention = group.mentions.get(annotator)
    return Side(annotator, mention.label, words_of(text, mention)) if mention else Side(annotator, "", "")


def _context(group: Group, article_id: ArticleId, text: str) -> Context:
    envelope = next(iter(group.mentions.values())).envelope
    return context_of(article_id, text, envelope)


def words_of(text: str, mention: Mention) -> str:
    """Return the words of a mention on one line, cut where they are many."""
    return shortened(" … ".join(text[f.start : f.end] for f in mention.fragments))


def context_of(article_id: ArticleId, text: str, span: Span, *, around: int = _AROUND) -> Context:
    """Return a place with the text around it on one line, ``around`` code points at most at each side.

    What is cut off begins and ends with a whole word.
    """
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    before, after = _one_line(text[start : span.start]), _one_line(text[span.end : end])
    if start:
        cut, space, rest = before.partition(" ")
        before = f"… {rest}" if space else f"…{cut}"
    if end < len(text):
        rest, space, cut = after.rpartition(" ")
        after = f"{rest} …" if space else f"{cut}…"
    words = shortened(text[span.start : span.end])
    return Context(article_id, span.start, span.end, before, words, after)


def shortened(text: str) -> str:
    """Return a text on one line, its middle cut out where it is long."""
    flat = _one_line(text)
    half = _LONGEST // 2
    return flat if len(flat) <= _LONGEST else flat[:half].rstrip() + _CUT + flat[-half:].lstrip()


def _one_line(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text)
