"""What a key or a button of the review does: deciding the current item, editing it first, going on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Mention
from annotator.core.scheme import Scheme
from annotator.core.verdict import Choice
from annotator.gui.i18n import Language, tr
from annotator.gui.look import Look
from annotator.gui.review.edit_clusters import EditClusters
from annotator.gui.review.edit_dialog import EditMention
from annotator.gui.review.edit_relation import EditRelation
from annotator.gui.review.inspector import ReviewInspector
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import refusal
from annotator.review.item import ClusterItem, RelationItem, SpanItem
from annotator.services.reviewing_added import is_added
from annotator.services.reviewing_offers import clusters_offered, relation_offered
from annotator.services.reviewing_values import Decision

_STEPS = {"next": (1, False), "previous": (-1, False), "next_alike": (1, True), "previous_alike": (-1, True)}


class Deciding(QObject):
    """``told`` carries a sentence and whether something is wrong, ``decided`` that the keyboard is free."""

    told = Signal(str, bool)
    decided = Signal()

    def __init__(
        self,
        session: ReviewSession,
        inspector: ReviewInspector,
        look: Look,
        scheme: Scheme,
        language: Language,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._inspector = inspector
        self._look = look
        self._scheme = scheme
        self._language = language
        self._page = page

    def do(self, asked: str) -> None:
        """Do what a key or button asks for: a letter, or the name of a decision or a step."""
        letters = {letter: name for name, letter in self._session.letters.items()}
        if asked in _STEPS:
            distance, alike = _STEPS[asked]
            self._session.step(distance, same_kind=alike)
        elif asked == "reason":
            self._inspector.focus_reason()
        elif asked == "identical":
            if not self._inspector.identical.turn():
                self.told.emit(tr("No other open case is identical."), False)
        elif not self._may():
            return
        elif asked in letters:
            self.decide(Decision(Choice.TAKE, taken=(letters[asked],)))
        else:
            self._known()[asked]()

    def _known(self) -> dict[str, Callable[[], object]]:
        return {
            "majority": self._take_majority,
            "all": lambda: self.decide(Decision(Choice.ALL)),
            "neither": lambda: self.decide(Decision(Choice.NEITHER)),
            "skip": lambda: self.decide(Decision(Choice.SKIPPED)),
            "edit": self.edit,
            "undo": self._session.undo,
            "redo": self._session.redo,
        }

    def _may(self) -> bool:
        hindrance = self._session.service.hindrance
        if hindrance is not None:
            self.told.emit(refusal(hindrance), True)
        return hindrance is None

    def _take_majority(self) -> None:
        entry = self._session.entry
        if entry is not None and entry.item.majority and not is_added(entry.item):
            names = tuple(entry.item.annotators[i] for i in entry.item.majority)
            self.decide(Decision(Choice.TAKE, taken=names))
        else:
            self.told.emit(tr("There is no majority here."), False)

    def decide(self, decision: Decision) -> None:
        """Decide the current item, with the reason given beside it, and the identical ones if wanted."""
        entry, inspector = self._session.entry, self._inspector
        if entry is None:
            return
        told = replace(
            decision,
            reason=inspector.reason,
            comment=inspector.comment.text().strip(),
            clause=inspector.clause.text().strip(),
        )
        others = inspector.identical.chosen(told) if decision.choice is not Choice.SKIPPED else ()
        self._session.decide(told, others)
        self.decided.emit()

    # Editing ---------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Ask how the current item is to be, then take that."""
        entry = self._session.entry
        if entry is None:
            return
        if entry.waits_for:
            self.told.emit(tr("First settle the mentions that this hangs on."), False)
        elif isinstance(entry.item, SpanItem):
            self._edit_mention(entry.item)
        elif isinstance(entry.item, RelationItem):
            self._edit_relation(entry.item)
        else:
            self._edit_clusters(entry.item)

    def _edit_mention(self, item: SpanItem) -> None:
        review = self._session.review
        base = next((v for side in item.sides if (v := item.versions[side[0]]) is not None), None)
        if review is None or base is None:
            return
        base = self._standing(item) or base
        dialog = EditMention(self._look, review.article, self._scheme, self._language, base, self._page)
        if dialog.exec():
            self._take_edited(dialog.mention)
        dialog.deleteLater()

    def _standing(self, item: SpanItem) -> Mention | None:
        """Return what stands because of an item already: editing goes on from there."""
        entry, gold = self._session.entry, self._session.service.gold_state
        verdict = entry.verdict if entry is not None and entry.settled else None
        if verdict is None or gold is None or len(verdict.result) != 1:
            return None
        return next((m for key, m in gold.mentions.items() if key == verdict.result[0]), None)

    def _edit_relation(self, item: RelationItem) -> None:
        offered = relation_offered(self._session.service, item.id)
        if offered is None:
            self.told.emit(tr("An end of this relation is not in the gold set."), False)
            return
        relation, mentions = offered
        review = self._session.review
        assert review is not None, "an item belongs to an article"
        dialog = EditRelation(
            self._look, review.article, self._scheme, self._language, relation, mentions, self._page
        )
        if dialog.exec() and dialog.relation is not None:
            self._take_edited(dialog.relation)
        dialog.deleteLater()

    def _edit_clusters(self, item: ClusterItem) -> None:
        review = self._session.review
        assert review is not None, "an item belongs to an article"
        offered = clusters_offered(self._session.service, item.id)
        dialog = EditClusters(self._look, review.article, offered, self._page)
        if dialog.exec():
            self._take_edited(*dialog.clusters)
        dialog.deleteLater()

    def _take_edited(self, *edited: object) -> None:
        entry = self._session.entry
        choice = Choice.ADDED if entry is not None and is_added(entry.item) else Choice.EDITED
        if not edited:
            choice = Choice.NEITHER
        self.decide(Decision(choice, edited=edited))  # type: ignore[arg-type]
