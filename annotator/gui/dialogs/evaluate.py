"""How good the suggestions are, measured by somebody's annotations."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.annotation import SetState
from annotator.gui.dialogs.evaluate_tables import MistakesTable, ScoresTable, kinds_text
from annotator.gui.dialogs.working import WorkingDialog
from annotator.gui.i18n import Language, tr
from annotator.gui.jobs import Job
from annotator.gui.look import Look
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import CheckBox, Combo, row
from annotator.gui.widgets.labels import label
from annotator.services.evaluating import Evaluation
from annotator.services.roles import visible_to
from annotator.store import AnnotatorKind

_EVALUATE = "annotator.services.evaluating:evaluate_project"
_WIDTH, _HEIGHT = 980, 660


class EvaluateDialog(WorkingDialog):
    """Compares as soon as a set is chosen, in a worker process; it does not keep the window from work.

    ``place_chosen`` carries the :class:`Context` of a mistake to look at, and its layer or kind of relation.
    """

    help_section = "evaluation"

    place_chosen = Signal(object, str)
    pretag_requested = Signal()

    def __init__(
        self, look: Look, session: Session, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, tr("Compare suggestions"), parent, width=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.want_height(_HEIGHT)
        self._session = session
        self.evaluation: Evaluation | None = None
        self.sets = Combo(look)
        self.unfinished = CheckBox(look, tr("Unfinished articles too"))
        self.scores = ScoresTable(look, session.scheme, language)
        self.mistakes = MistakesTable(look, session.scheme, language)
        self.kinds = label(look, role="secondary", wrap=True)
        self.pages = QStackedWidget()
        self._empty: QWidget | None = None
        self._fill_sets()
        self._compose()
        self.sets.activated.connect(lambda _: self.compare())
        self.unfinished.toggled.connect(lambda _: self.compare())
        for signal in (self.mistakes.clicked, self.mistakes.activated):
            signal.connect(self._on_mistake)
        self.compare()

    def compare(self) -> None:
        """Compare with the chosen set, unless that is under way."""
        name = self.sets.currentData()
        if self.job is not None:
            return
        if name is None:
            self._show_empty(tr("Nobody has annotated in this project yet."))
            return
        path = self._session.project.path
        job = Job(_EVALUATE, path, name, unfinished=self.unfinished.isChecked(), parent=self)
        self.work(job, self._on_finished)

    def set_usable(self, usable: bool) -> None:  # noqa: D102
        for widget in (self.sets, self.unfinished):
            widget.setEnabled(usable)

    # Set up ----------------------------------------------------------------------------------------------

    def _fill_sets(self) -> None:
        store = self._session.project.store
        seen = visible_to(store, self._session.annotator)
        for annotator in store.annotators():
            if annotator.kind is AnnotatorKind.MACHINE or annotator.name not in seen:
                continue
            rows = store.article_rows(annotator.name)
            finished = sum(one.state is SetState.DONE for one in rows)
            count = tr("%Ln finished article(s)", "", finished)
            self.sets.addItem(f"{annotator.name} – {count}", annotator.name)
        self.sets.setCurrentIndex(max(0, self.sets.findData(self._session.annotator)))
        self.sets.setEnabled(self.sets.count() > 0)

    def _compose(self) -> None:
        px = self.look.px
        self.sets.setAccessibleName(tr("Compare with the annotations of"))
        self.sets.setMinimumWidth(px(280))
        title = label(self.look, tr("Compare with the annotations of"))
        title.setBuddy(self.sets)
        self.body.addLayout(row(title, self.sets, self.unfinished, None, spacing=px(12)))
        self.body.addWidget(self.bar)
        self.body.addWidget(self.remark)
        result = QSplitter(Qt.Orientation.Vertical)
        result.setChildrenCollapsible(False)
        result.setHandleWidth(1)
        result.addWidget(self._part(tr("Scores in per cent"), self.scores))
        result.addWidget(self._part(tr("Most frequent mistakes"), self.mistakes, self.kinds))
        result.setSizes([px(230), px(250)])
        self.pages.addWidget(result)
        # Not in the body, which would scroll: the tables scroll themselves.
        self.column.addWidget(self.pages, 100)
        self.add_close().setDefault(False)

    def _part(self, title: str, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, self.look.px(8), 0, self.look.px(8))
        column.setSpacing(self.look.px(6))
        column.addWidget(label(self.look, title, size=12, weight=QFont.Weight.DemiBold))
        for widget in reversed(widgets):
            column.addWidget(widget, 1 if widget is widgets[0] else 0)
        return holder

    # The worker ------------------------------------------------------------------------------------------

    def _on_finished(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.remark.setText(_remark(evaluation))
        if evaluation.articles == 0:
            self._show_nothing(evaluation)
            return
        self.scores.show_lines(evaluation.lines)
        self.mistakes.show_mistakes(evaluation.mistakes)
        self.kinds.setText(kinds_text(evaluation.kinds))
        self.pages.setCurrentIndex(0)

    # Nothing to show -------------------------------------------------------------------------------------

    def _show_nothing(self, evaluation: Evaluation) -> None:
        name = evaluation.against
        if evaluation.untagged:
            text = tr("The articles of {name} have no suggestions yet.").format(name=name)
            self._show_empty(text, (tr("Pre-tag"), self._pretag))
        elif self.unfinished.isChecked():
            self._show_empty(tr("{name} has not worked on any article yet.").format(name=name))
        else:
            text = tr("{name} has not finished any article yet.").format(name=name)
            self._show_empty(
                text, (tr("Compare unfinished articles"), lambda: self.unfinished.setChecked(True))
            )

    def _show_empty(self, text: str, *actions: Any) -> None:  # noqa: ANN401
        self.remark.setText("")
        if self._empty is not None:
            self.pages.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(self.look, text, *actions)
        self.pages.setCurrentIndex(self.pages.addWidget(self._empty))

    def _pretag(self) -> None:
        self.pretag_requested.emit()
        self.close()

    def _on_mistake(self, index: QModelIndex) -> None:
        found = self.mistakes.place_at(index)
        if found is not None:
            self.place_chosen.emit(*found)


def _remark(evaluation: Evaluation) -> str:
    parts = [tr("%Ln article(s) compared.", "", evaluation.articles)]
    if evaluation.unfinished:
        parts.append(tr("%Ln left out because they are not finished.", "", evaluation.unfinished))
    if evaluation.untagged:
        parts.append(tr("%Ln left out because they have no suggestions.", "", evaluation.untagged))
    return " ".join(parts)
