"""One annotator at work: every decision is checked, on disk and shown, in that order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from annotator.core import edits, validation
from annotator.core.annotation import Mention, Relation, SetState
from annotator.core.article import Article
from annotator.core.change import (
    Change,
    Effect,
    MentionChange,
    Operation,
    Plan,
    RelationChange,
    SetStateChange,
    ZonesChange,
    effect_of,
    inverse,
    together,
)
from annotator.core.errors import InvalidEdit, StaleRevision
from annotator.core.history import History, LogHead, Step
from annotator.core.ids import ArticleId, MentionId, OperationId, RelationId, new_id
from annotator.core.state import AnnotationState, difference
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind

_MANY = 50
"""A step of more changes than this was about no one place."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What an undo or redo did, and where: ``focus`` is what should have the focus now.

    ``articles`` are all that it touched.
    """

    article_id: ArticleId
    name: str
    effect: Effect
    focus: MentionId | RelationId | None
    articles: frozenset[ArticleId] = frozenset()


class Editor:
    """The edit path. Holds the open article and its state, and the undo history over all articles.

    Subscribers are called after each change with its :class:`Effect`; ``None`` means that another article
    was opened or that everything may have changed. Undecided suggestions below ``least_score`` are out of
    sight; :meth:`reload` puts another value into effect.

    ``annotator`` is whose set is written, ``author`` who does it: a reviewer writes the gold set. What lies
    below the set comes from ``suggestions_from``.
    """

    def __init__(
        self,
        project: Project,
        annotator: str,
        *,
        least_score: float = 0.0,
        author: str | None = None,
        kind: AnnotatorKind = AnnotatorKind.HUMAN,
        suggestions_from: tuple[str, ...] = (MACHINE,),
    ) -> None:
        self.project = project
        self.annotator = annotator
        self.author = author or annotator
        self.least_score = least_score
        self._suggestions_from = suggestions_from
        self.article: Article | None = None
        self.state: AnnotationState | None = None
        self._subscribers: list[Callable[[Effect | None], None]] = []
        self._silent = False
        if not project.store.read_only:
            project.store.ensure_annotator(annotator, kind)
        self._read_history()

    def subscribe(self, callback: Callable[[Effect | None], None]) -> None:
        """Call ``callback`` after each change."""
        self._subscribers.append(callback)

    @contextmanager
    def silently(self) -> Iterator[None]:
        """Tell the subscribers nothing until the end, and then that everything may have changed."""
        self._silent = True
        try:
            yield
        finally:
            self._silent = False
            self._notify(None)

    def open(self, article_id: ArticleId) -> None:
        """Open an article; the one before needs no saving."""
        article = self.project.store.article(article_id)
        state = self._read(article_id)
        # Both or neither: a decision must never go to an article that is not shown.
        self.article, self.state = article, state
        self._notify(None)

    def reload(self) -> None:
        """Read the state of the open article anew: after a pre-tagging run, or when somebody else wrote."""
        article, _ = self._opened()
        self.state = self._read(article.id)
        self._notify(None)

    def perform(self, plan: Plan) -> Effect:
        """Check a plan, store it, and show it. On return it is on disk.

        Raises :class:`InvalidEdit`, :class:`SchemeViolation`, :class:`StoreUnavailable`, or
        :class:`StaleRevision` (the state was then read anew, and the edit can be repeated).
        """
        if not plan.changes:
            return Effect()
        _, state = self._opened()
        changes = _opening(state, plan.changes)
        return self._commit(plan.name, changes, merge_key=plan.merge_key, reverts=None)

    def perform_together(self, plans: Iterable[tuple[ArticleId, Plan]]) -> None:
        """Perform plans in several articles, all or none of them; the open article stays open.

        One undo takes all back if they have one merge key that begins with
        :data:`annotator.core.history.TOGETHER`. Raises as :meth:`perform`.
        """
        article, _ = self._opened()
        try:
            with self.project.store.transaction():
                for article_id, plan in plans:
                    self._turn_to(article_id, quiet=True)
                    changes = _opening(self._opened()[1], plan.changes)
                    self._commit(plan.name, changes, merge_key=plan.merge_key, reverts=None, quiet=True)
        except BaseException:
            self._read_history()
            self._turn_to(article.id, quiet=True)
            self.reload()
            raise
        self._turn_to(article.id, quiet=True)
        self._notify(None)

    def undo(self) -> Applied | None:
        """Undo the last step, in whichever article it was made; ``None`` if there is none."""
        return self._revert(self.history.next_undo(), backwards=True)

    def redo(self) -> Applied | None:
        """Redo the step undone last; ``None`` if there is none."""
        return self._revert(self.history.next_redo(), backwards=False)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.history.next_undo())

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        return bool(self.history.next_redo())

    @property
    def undo_name(self) -> str | None:
        """The name of the step that undo would take back."""
        return _name(self.history.next_undo())

    @property
    def redo_name(self) -> str | None:
        """The name of the step that redo would bring back."""
        return _name(self.history.next_redo())

    def _revert(self, steps: tuple[Step, ...], *, backwards: bool) -> Applied | None:
        if not steps:
            return None
        origin = steps[0].origin
        touched = frozenset(step.origin.article_id for step in steps)
        # What was done in several articles at once is taken back where one of them is open.
        shown = self.article.id if self.article and self.article.id in touched else origin.article_id
        self._turn_to(shown)
        before = self._opened()[1]
        try:
            changes, effects = self._revert_all(steps, name=origin.name, merge_key=origin.merge_key)
        except BaseException:
            # The transaction is rolled back as a whole, so what was taken in step by step goes too.
            self._read_history()
            self._turn_to(shown, quiet=True)
            self.reload()
            raise
        self._turn_to(shown)
        # Whoever has been to another article has read this one anew since.
        effect = together(effects) if len(touched) == 1 else difference(before, self._opened()[1])
        self._notify(effect)
        as_made = list(reversed(changes)) if backwards else changes
        return Applied(shown, origin.name, effect, self._focus_of(as_made), touched)

    def _revert_all(
        self, steps: tuple[Step, ...], *, name: str, merge_key: str | None
    ) -> tuple[list[Change], list[Effect]]:
        changes: list[Change] = []
        effects: list[Effect] = []
        with self.project.store.transaction():
            for step in steps:
                self._turn_to(step.origin.article_id, quiet=len(steps) > 1)
                logged = self.project.store.operation(step.operation)
                undone = self._undoing(logged.changes)
                effects.append(
                    self._commit(name, undone, merge_key=merge_key, reverts=step.operation, quiet=True)
                )
                changes += undone
        return changes, effects

    def _turn_to(self, article_id: ArticleId, *, quiet: bool = False) -> None:
        if self.article is not None and self.article.id == article_id:
            return
        if quiet:
            self.article, self.state = self.project.store.article(article_id), self._read(article_id)
        else:
            self.open(article_id)

    def _undoing(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        _, state = self._opened()
        return tuple(
            edits.restored_zones(state.zones, change) if isinstance(change, ZonesChange) else inverse(change)
            for change in reversed(changes)
        )

    def _read_history(self) -> None:
        heads = self.project.store.log_heads(author=self.author, annotator=self.annotator)
        self.history = History(heads)

    def _focus_of(self, changes: list[Change]) -> MentionId | RelationId | None:
        """Return what a step was about: an edit plans that last, behind what it brings about.

        Of a relation that is gone only the mention is left that it began at. A step of very many has no one
        place that it was about: whoever takes it back stays where she is.
        """
        _, state = self._opened()
        if len(changes) > _MANY:
            return None
        for change in reversed(changes):
            if isinstance(change, (MentionChange, RelationChange)):
                found = _standing(state, change.after or change.before)
                if found is not None:
                    return found
        return None

    def _commit(
        self,
        name: str,
        changes: tuple[Change, ...],
        *,
        merge_key: str | None,
        reverts: OperationId | None,
        quiet: bool = False,
    ) -> Effect:
        article, state = self._opened()
        operation = Operation(
            id=OperationId(new_id()),
            article_id=article.id,
            annotator=self.annotator,
            author=self.author,
            at=datetime.now(UTC),
            name=name,
            changes=changes,
            merge_key=merge_key,
            reverts=reverts,
        )
        after = state.apply(changes, revision=state.revision + 1)
        validation.check(changes, before=state, after=after, article=article, scheme=self.project.scheme)
        try:
            self.project.store.append(operation, expected_revision=state.revision)
        except StaleRevision:
            self.reload()
            raise
        self.state = after
        self.history.record(LogHead(operation.id, article.id, name, operation.at, merge_key, reverts))
        effect = together((effect_of(changes), after.beside))
        if not quiet:
            self._notify(effect)
        return effect

    def _opened(self) -> tuple[Article, AnnotationState]:
        if self.article is None:
            raise InvalidEdit(reason="no_article")
        if self.state is None:
            self.state = self._read(self.article.id)
        return self.article, self.state

    def _read(self, article_id: ArticleId) -> AnnotationState:
        return self.project.store.state(
            article_id,
            self.annotator,
            suggestions_from=self._suggestions_from,
            least_score=self.least_score,
        )

    def _notify(self, effect: Effect | None) -> None:
        for callback in () if self._silent else self._subscribers:
            callback(effect)


def _standing(state: AnnotationState, item: Mention | Relation | None) -> MentionId | RelationId | None:
    if isinstance(item, Relation):
        return item.id if item.id in state.relations else item.head if item.head in state.mentions else None
    return item.id if item is not None and item.id in state.mentions else None


def _opening(state: AnnotationState, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Add that a new article is now open, unless the changes say what it is."""
    if state.set_state is not SetState.NEW or any(isinstance(c, SetStateChange) for c in changes):
        return changes
    return (*changes, SetStateChange(SetState.NEW, SetState.OPEN))


def _name(steps: tuple[Step, ...]) -> str | None:
    return steps[0].origin.name if steps else None
