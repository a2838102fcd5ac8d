"""Doing one thing in many articles: found article by article, done as one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.core import edits
from annotator.core.article import Article
from annotator.core.change import Plan
from annotator.core.edits import Occurrence, Wanted
from annotator.core.history import TOGETHER
from annotator.core.ids import ArticleId, new_id
from annotator.core.names import forms_of, standing
from annotator.core.query import Field, Query, Term
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.services.concordance import stretches
from annotator.services.editing import Editor
from annotator.store.finder import Finder

PlanMaker: TypeAlias = Callable[[AnnotationState, Article], Plan]
"""Makes the plan of one article from what stands there when its turn comes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place in some article where a text would be labelled, with ``before`` and ``after`` around it."""

    article_id: ArticleId
    title: str
    occurrence: Occurrence
    before: str
    text: str
    after: str


def perform_everywhere(editor: Editor, makers: Mapping[ArticleId, PlanMaker]) -> tuple[ArticleId, ...]:
    """Carry out a plan in each article, all or nothing, undone as one step; return which ones changed.

    Each article is one operation, and all stand in one transaction: a step that is half done could be
    neither shown nor undone. Raises what :meth:`Editor.perform` does.
    """
    key = TOGETHER + new_id()
    touched: list[ArticleId] = []

    def plans() -> Iterator[tuple[ArticleId, Plan]]:
        for article_id, make in makers.items():
            plan = make(state_of(editor, article_id), editor.project.store.article(article_id))
            if plan.changes:
                touched.append(article_id)
                yield article_id, replace(plan, merge_key=key)

    editor.perform_together(plans())
    return tuple(touched)


def state_of(editor: Editor, article_id: ArticleId) -> AnnotationState:
    """Return an article's state as the editor's annotator sees it."""
    if editor.article is not None and editor.article.id == article_id and editor.state is not None:
        return editor.state
    return editor.project.store.state(article_id, editor.annotator, least_score=editor.least_score)


def same_text(
    editor: Editor, wanted: Wanted, here: ArticleId | None, others: Collection[ArticleId] = ()
) -> Iterator[Found | None]:
    """Yield where ``wanted`` would be labelled, in the article ``here`` first, then in ``others``.

    ``None`` comes after a few milliseconds of work, to do something else. In the others the file is asked
    first which ones hold the longest word of the text, so a word with a soft hyphen in it is not found there.
    """
    if here is not None:
        yield from _same_text_in(editor, wanted, here)
        yield None
    if not others:
        return
    project = editor.project
    shortest = min(forms_of(wanted.text), key=len) if wanted.inflected else wanted.text
    word = max(shortest.split() or [shortest], key=len)
    query = Query((Term(Field.WORD, (word,)),))
    finder = Finder(project.store, annotator=editor.annotator)
    for numbers in stretches(project):
        for found in finder.articles(query, numbers=numbers):
            if found.id in others and found.id != here:
                yield from _same_text_in(editor, wanted, found.id)
                yield None
        yield None


def _same_text_in(editor: Editor, wanted: Wanted, article_id: ArticleId) -> Iterator[Found]:
    article = editor.project.store.article(article_id)
    forms = forms_of(wanted.text) if wanted.inflected else frozenset({wanted.text})
    if next(standing(article.text, forms, compounds=wanted.compounds), None) is not None:
        state = state_of(editor, article_id)
        for one in edits.occurrences(state, article, editor.project.scheme, wanted):
            yield _found(article, one)


def apply_to_all(
    editor: Editor, wanted: Wanted, places: Iterable[tuple[ArticleId, Span]]
) -> tuple[ArticleId, ...]:
    """Label ``wanted`` at these places as one step; return the articles that changed."""
    chosen: dict[ArticleId, set[Span]] = {}
    for article_id, span in places:
        chosen.setdefault(article_id, set()).add(span)
    scheme, author = editor.project.scheme, editor.annotator

    def maker(spans: set[Span]) -> PlanMaker:
        return lambda state, article: edits.apply_to_all(
            state, article, scheme, wanted, places=spans, author=author
        )

    return perform_everywhere(editor, {article: maker(spans) for article, spans in chosen.items()})


_AROUND = 60


def _found(article: Article, one: Occurrence) -> Found:
    text, span = article.text, one.span
    return Found(
        article.id,
        article.title,
        one,
        text[max(0, span.start - _AROUND) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + _AROUND],
    )
