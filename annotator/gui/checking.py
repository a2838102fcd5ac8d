"""The problems of the open article, kept current while one works, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core import problems
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.problems import Problem, Problems
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark
from annotator.gui.problem_sentences import problem_sentence

_AFTER_OPENING_MILLISECONDS = 150
"""The article is painted first."""


class Checking(QObject):
    """``changed`` says that other problems are there, ``went`` which one was gone to.

    An edit is looked at as soon as the event loop is free, so behind the painting of it.
    """

    changed = Signal()
    went = Signal(object)

    def __init__(self, annotating: Annotating, language: str) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._language = language
        self._known = problems.NONE
        self._effects: list[Effect] | None = None
        self._last: Problem | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        annotating.session.changed.connect(self._on_changed)
        annotating.session.opened.connect(self._on_opened)

    @property
    def problems(self) -> Problems:
        """What is wrong now."""
        if self._timer.isActive():
            self._look()
        return self._known

    def sentence(self, problem: Problem) -> str:
        """Return what to tell a user about a problem."""
        session = self._annotating.session
        if session.state is None or session.article is None:
            return ""
        return problem_sentence(
            problem,
            state=session.state,
            scheme=session.scheme,
            text=session.article.text,
            language=self._language,
        )

    def words(self, problem: Problem) -> str:
        """Return the words that a problem is about."""
        session = self._annotating.session
        state, article = session.state, session.article
        if state is None or article is None:
            return ""
        relation = state.relations.get(RelationId(problem.item))
        ends = (relation.head, relation.tail) if relation is not None else (MentionId(problem.item),)
        found = (state.mentions.get(end) for end in ends)
        return " → ".join(" ".join(m.text_of(article.text).split()) for m in found if m is not None)

    def go(self, *, forward: bool) -> None:
        """Give the focus to the next or the previous problem; at the end it goes on at the start."""
        found = self.problems.beside(self._place(forward=forward), forward=forward)
        if found is None:
            self._annotating.told.emit(mark("This article has no problems."))
        else:
            self.go_to(found)

    def go_to(self, problem: Problem) -> None:
        """Give the focus to a problem."""
        self._last = problem
        self._annotating.focus(problem.item)
        self.went.emit(problem)

    def _place(self, *, forward: bool) -> tuple[int | str, ...]:
        item, state = self._annotating.item, self._annotating.session.state
        if self._last is not None and self._last.item == item:
            return self._last.order
        relation = self._annotating.relation
        mention = self._annotating.mention
        if relation is not None and state is not None:
            mention = state.mentions.get(relation.head)
        if mention is None:
            return (-1,) if forward else (2**31,)
        return (mention.start, -mention.end, -1 if forward else 2**31)

    def _on_changed(self, effect: Effect) -> None:
        if self._effects is not None:
            self._effects.append(effect)
        self._timer.start(0)

    def _on_opened(self) -> None:
        self._effects = self._last = None
        self._timer.start(_AFTER_OPENING_MILLISECONDS)

    def _look(self) -> None:
        self._timer.stop()
        effects, self._effects = self._effects, []
        session = self._annotating.session
        state, article = session.state, session.article
        before = self._known
        if state is None or article is None:
            self._known, self._effects = problems.NONE, None
        elif effects is None:
            self._known = problems.find(state, article, session.scheme)
        else:
            self._known = problems.update(self._known, _together(effects), state, article, session.scheme)
        if effects is None or self._known.by_item != before.by_item:
            self.changed.emit()


def _together(effects: list[Effect]) -> Effect:
    return Effect(
        frozenset(m for effect in effects for m in effect.mentions),
        frozenset(r for effect in effects for r in effect.relations),
        zones=any(effect.zones for effect in effects),
    )
