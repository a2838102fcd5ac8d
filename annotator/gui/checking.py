"""The problems of the open article, kept current while one works, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core import problems
from annotator.core.change import Effect, together
from annotator.core.ids import MentionId, RelationId
from annotator.core.problem import NONE, Problem, ProblemOrder, Problems
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark
from annotator.gui.problem_sentences import problem_sentence
from annotator.gui.slices import SLICE, run_slice

_AFTER_OPENING_MILLISECONDS = 150
"""The article is painted first."""

_MANY = 1000
"""An edit of more than that is looked at in slices, as the whole article is."""


class Checking(QObject):
    """``changed`` says that other problems are there, ``went`` which one was gone to.

    An edit is looked at as soon as the event loop is free, so behind the painting of it; the whole of an
    article in slices, so that a large one can be worked on meanwhile.
    """

    changed = Signal()
    went = Signal(object)

    def __init__(self, annotating: Annotating, language: str) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._language = language
        self._known = NONE
        self._search: Iterator[Problems | None] | None = None
        self._effects: list[Effect] | None = None
        self._last: Problem | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(lambda: self._look())
        annotating.session.changed.connect(self._on_changed)
        annotating.session.opened.connect(self._on_opened)

    @property
    def problems(self) -> Problems:
        """What is wrong now."""
        if self.timer.isActive():
            self._look(seconds=inf)
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

    def _place(self, *, forward: bool) -> ProblemOrder:
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
        if effect.zones or len(effect.mentions) + len(effect.relations) > _MANY:
            self._effects = None
        elif self._effects is not None:
            self._effects.append(effect)
        self.timer.start(0)

    def _on_opened(self) -> None:
        self._effects = self._last = None
        self.timer.start(_AFTER_OPENING_MILLISECONDS)

    def _look(self, *, seconds: float | None = None) -> None:
        """Look for problems for so long; the timer goes on with a search of the whole article."""
        self.timer.stop()
        session = self._annotating.session
        state, article = session.state, session.article
        if state is None or article is None:
            self._known, self._search, self._effects = NONE, None, None
            self.changed.emit()
            return
        if self._effects is None:
            self._search, self._effects = problems.paced(state, article, session.scheme), []
        searched = self._search is not None
        if searched and not self._finish_search(SLICE if seconds is None else seconds):
            self.timer.start(0)
            return
        effects, self._effects = self._effects, []
        if effects:
            self._known = problems.update(self._known, together(effects), state, article, session.scheme)
        if searched:
            # After a search all is new, also where an edit came while it went on.
            self._known = replace(self._known, touched=None)
        if searched or self._known.touched:
            self.changed.emit()

    def _finish_search(self, seconds: float) -> bool:
        """Go on with the search; tell whether it has come to its end."""
        found: list[Problems] = []

        def take(step: Problems | None) -> None:
            if step is not None:
                found.append(step)

        if self._search is not None and run_slice(self._search, take, seconds=seconds) and not found:
            return False
        self._search, self._known = None, found[0]
        return True
