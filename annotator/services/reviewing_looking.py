"""What there is to review: the disagreements of all articles as they stand now.

Everything is worked out article by article and kept until a set of the article changes, so that the first
item is there at once however many articles there are. The others come from a worker
(:mod:`annotator.services.reviewing_scan`) and are taken over here where they still hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId
from annotator.core.state import AnnotationState
from annotator.review.align import align_all
from annotator.review.disagreement import find
from annotator.review.item import Item
from annotator.review.version import Reviewed, version_of
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.services.reviewing_found import Findings, Looked, Revisions, looked
from annotator.services.reviewing_queue import ArticleReview, QueueRow, review_of, rows_of
from annotator.services.reviewing_rules import read_rules
from annotator.services.reviewing_same import pattern
from annotator.services.reviewing_settle import settle
from annotator.services.reviewing_values import GOLD, Case, Decision, Outcome
from annotator.store import AnnotatorKind, SetInfo, Team


class Looking:
    """Compares finished sets, for ``reviewer``.

    An article takes part when at least two people have finished it.
    """

    def __init__(self, project: Project, reviewer: str) -> None:
        self.project = project
        self.reviewer = reviewer
        self.editor = Editor(project, GOLD, author=reviewer, kind=AnnotatorKind.GOLD, suggestions_from=())
        self.rules = read_rules(project.store)
        self._finished: Mapping[ArticleId, Revisions] = {}
        self._cases: dict[ArticleId, tuple[Revisions, Case]] = {}
        self._reviews: dict[ArticleId, tuple[Revisions, int, ArticleReview]] = {}
        self._findings = Findings()
        self.refresh()

    def refresh(self) -> None:
        """Look which sets are finished, and at which revision, and which rules are in force, now."""
        rules = read_rules(self.project.store)
        if rules != self.rules:
            self.rules = rules
            self.forget()
        found = self.project.store.finished_sets()
        self._finished = {key: sets for key, sets in found.items() if len(sets) > 1}
        self._findings.keep(self._finished)

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles that can be reviewed, in the order of import."""
        return tuple(self._finished)

    @property
    def finished(self) -> Mapping[ArticleId, Revisions]:
        """The finished sets of these articles, as they were at the last look."""
        return self._finished

    @property
    def annotators(self) -> tuple[str, ...]:
        """Everybody who is compared somewhere, sorted by name."""
        return tuple(sorted({name for sets in self._finished.values() for name, _ in sets}))

    def look(self, article_id: ArticleId) -> ArticleReview:
        """Return how the items of an article stand; ``KeyError`` if it cannot be reviewed."""
        sets = self._finished[article_id]
        revision = self.project.store.set_info(article_id, GOLD).revision
        known = self._reviews.get(article_id)
        if known is not None and known[:2] == (sets, revision):
            return known[2]
        case = self.case(article_id)
        review = review_of(case, self.settled(case, self.gold(article_id), {}))
        self._reviews[article_id] = (sets, revision, review)
        self._findings.put(looked(review, sets, revision))
        return review

    def rows(self, article_id: ArticleId) -> tuple[QueueRow, ...]:
        """Return the queue's rows of an article: as found before, or worked out now where it has changed."""
        revision = self.project.store.set_info(article_id, GOLD).revision
        known = self._findings.get(article_id, self._finished[article_id], revision)
        return known.rows if known is not None else rows_of(self.look(article_id))

    def look_fresh(self, articles: Iterable[ArticleId]) -> Iterator[Looked]:
        """Yield what there is in articles, looked at together and not kept here; best within a snapshot."""
        store, scheme = self.project.store, self.project.scheme
        sets = {key: self._finished[key] for key in articles if key in self._finished}
        read = [
            Reviewed(store.article(key), {name: version_of(store.layered(key, name)) for name, _ in who})
            for key, who in sets.items()
        ]
        for one, groups in zip(read, align_all(read), strict=True):
            key, items = one.article.id, find(one.article, one.versions, scheme, groups=groups)
            case = Case(one.article, scheme, items)
            gold = self.gold(key)
            review = review_of(case, self.settled(case, gold, {}))
            yield looked(review, sets[key], gold.revision)

    def left(self, article_id: ArticleId) -> int:
        """Return how much is left to decide in an article as it is now; keeps nothing of it."""
        return sum(row.open for found in self.look_fresh([article_id]) for row in found.rows)

    def adopt(self, found: Looked) -> bool:
        """Take over what a worker found; ``False`` if the article has changed since, or is in no review."""
        sets = self._finished.get(found.article_id)
        revision = self.project.store.set_info(found.article_id, GOLD).revision
        if (found.sets, found.gold) != (sets, revision):
            return False
        self._findings.put(found)
        return True

    def to_look_at(self) -> list[ArticleId]:
        """Return the articles not looked at as they are now: first those where something may be open."""
        gold, new = Team(self.project.store).sets_of(GOLD), SetInfo()
        infos = {key: gold.get(key, new) for key in self._finished}
        unknown = [
            key
            for key, sets in self._finished.items()
            if self._findings.get(key, sets, infos[key].revision) is None
        ]
        return sorted(unknown, key=lambda key: infos[key].state is SetState.DONE)

    def scan(self) -> Iterator[tuple[QueueRow, ...]]:
        """Yield the rows article by article, worked out as they are asked for."""
        return (self.rows(article_id) for article_id in self.articles)

    def case(self, article_id: ArticleId) -> Case:
        """Return an article with where its annotators are compared."""
        sets = self._finished[article_id]
        known = self._cases.get(article_id)
        if known is not None and known[0] == sets:
            return known[1]
        store, scheme = self.project.store, self.project.scheme
        article = store.article(article_id)
        versions = {name: version_of(store.layered(article_id, name)) for name, _ in sets}
        case = Case(article, scheme, find(article, versions, scheme))
        self._cases[article_id] = (sets, case)
        return case

    def gold(self, article_id: ArticleId) -> AnnotationState:
        """Return the gold set of an article."""
        editor = self.editor
        if editor.article is not None and editor.article.id == article_id and editor.state is not None:
            return editor.state
        return self.project.store.state(article_id, GOLD, suggestions_from=())

    def settled(self, case: Case, gold: AnnotationState, decisions: Mapping[str, Decision]) -> Outcome:
        """Return what decisions change, and how the items then stand."""
        return settle(case, gold, self.rules, decisions, by=self.reviewer, at=datetime.now(UTC))

    def forget(self) -> None:
        """Work out anew how items stand: other rules are in force."""
        self._reviews.clear()
        self._findings.clear()

    def like(self, here: ArticleId, item: Item) -> tuple[QueueRow, ...]:
        """Return the open items like one of an article in all articles looked at so far."""
        wanted = pattern(self.look(here), item)
        if wanted is None:
            return ()
        found = self._findings.like(wanted)
        return tuple(
            row
            for key in filter(found.__contains__, self._finished)
            for row in found[key]
            if (row.article_id, row.item) != (here, item.id) and not row.entry.waits_for
        )
