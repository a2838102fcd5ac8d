"""Accepting what is sure enough, in one article or in many: found article by article, done as one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.core import edits
from annotator.core.annotation import Mention, Status
from annotator.core.article import Article
from annotator.core.edits import Sure
from annotator.core.ids import ArticleId, MentionId, RelationId
from annotator.core.query import Field, Query, Term
from annotator.services.bulk import PlanMaker, perform_everywhere, state_of
from annotator.services.concordance import stretches
from annotator.services.editing import Editor
from annotator.store.finder import Finder


@dataclass(frozen=True, slots=True)
class Meant:
    """What of an article is meant: mentions in reading order, and relations.

    Beside each relation stand those of its ends that must be accepted before it can be.
    """

    article: Article
    mentions: tuple[Mention, ...]
    relations: tuple[tuple[RelationId, frozenset[MentionId]], ...]

    def ids(self, chosen: Collection[MentionId]) -> list[str]:
        """Return the ids of the chosen mentions and of the relations that can stand between them."""
        mentions: list[str] = [m.id for m in self.mentions if m.id in chosen]
        ready = set(mentions)
        return [*mentions, *(relation for relation, ends in self.relations if ends <= ready)]


def sure(
    editor: Editor, choice: Sure, here: ArticleId | None, others: Collection[ArticleId] = ()
) -> Iterator[Meant | None]:
    """Yield what ``choice`` means in the article ``here``, then in ``others``; articles without it not.

    ``None`` comes after a few milliseconds of work, to do something else.
    """
    if here is not None:
        yield _sure_in(editor, choice, here)
    for article_id in _asked(editor, choice, others):
        yield None if article_id is None or article_id == here else _sure_in(editor, choice, article_id)


def accept(editor: Editor, ids: Mapping[ArticleId, Collection[str]]) -> tuple[ArticleId, ...]:
    """Accept these suggestions as one step; return the articles that changed."""

    def maker(wanted: Collection[str]) -> PlanMaker:
        return lambda state, _: edits.accept_many(state, wanted)

    return perform_everywhere(editor, {article: maker(wanted) for article, wanted in ids.items()})


def _sure_in(editor: Editor, choice: Sure, article_id: ArticleId) -> Meant | None:
    state = state_of(editor, article_id)
    ids = edits.sure(state, editor.project.scheme, choice)
    if not ids:
        return None
    mentions = tuple(state.mentions[MentionId(i)] for i in ids if i in state.mentions)
    relations = (state.relations[RelationId(i)] for i in ids if i in state.relations)
    still_open = {m.id for m in mentions if m.status is Status.SUGGESTED}
    needed = tuple((r.id, frozenset({r.head, r.tail} & still_open)) for r in relations)
    return Meant(editor.project.store.article(article_id), mentions, needed)


def _asked(editor: Editor, choice: Sure, others: Collection[ArticleId]) -> Iterable[ArticleId | None]:
    """Return which of ``others`` are to be looked at; with a label, the file is asked which have it open."""
    return others if choice.label is None else _with_label(editor, choice.label, frozenset(others))


def _with_label(
    editor: Editor, label: tuple[str, str], others: frozenset[ArticleId]
) -> Iterator[ArticleId | None]:
    if not others:
        return
    layer, name = label
    given = ((Field.STATUS, Status.SUGGESTED.value), (Field.LAYER, layer), (Field.LABEL, name))
    query = Query(tuple(Term(field, (value,)) for field, value in given))
    finder = Finder(editor.project.store, annotator=editor.annotator, least_score=editor.least_score)
    for numbers in stretches(editor.project):
        yield from (one for one in finder.articles_with(query, numbers=numbers) if one in others)
        yield None
