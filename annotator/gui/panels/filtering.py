"""Filtering a list of articles by a query: the field, what is wrong with the query, and asking the file."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.core.annotation import SetState
from annotator.core.errors import AnnotatorError, QueryInvalid
from annotator.core.ids import ArticleId
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.models.articles import ALL_STATES, ArticleFilter, ArticlesModel
from annotator.gui.search.completion import complete_queries
from annotator.gui.search.faults import show_fault
from annotator.gui.session_bridge import Session
from annotator.gui.slices import run_slice
from annotator.gui.widgets.fields import SearchField
from annotator.gui.widgets.labels import label
from annotator.services.selecting import EVERYTHING, Selection, select

_FIRST = 200
"""Rows that are shown as soon as they are found."""


def panel_head(look: Look) -> tuple[QWidget, QVBoxLayout]:
    """Return the head of a panel, and where its content goes."""
    head = QWidget()
    head.setObjectName("panelHead")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    inside = QVBoxLayout(head)
    inside.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
    inside.setSpacing(look.px(8))
    return head, inside


class Filtering(QObject):
    """Keeps a model showing what the field asks for. ``changed`` says that it shows something else."""

    changed = Signal()

    def __init__(self, look: Look, session: Session, model: ArticlesModel, placeholder: str) -> None:
        super().__init__(model)
        self._session = session
        self._model = model
        self._chosen: Selection = EVERYTHING
        self._states = ALL_STATES
        self._among: frozenset[ArticleId] | None = None
        self._found: Iterator[list[ArticleId]] | None = None
        self._waiting: list[ArticleId] = []
        self.search = SearchField(look, icon="filter", placeholder=placeholder)
        complete_queries(self.search.edit, session.scheme)
        self.fault: QLabel = label(look, role="error", wrap=True)
        self.fault.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._go_on)
        self.search.text_changed.connect(self._on_text)
        session.rows_changed.connect(self.refresh)
        session.row_changed.connect(model.update_row)
        session.rows_counted.connect(self._on_counted)

    @property
    def busy(self) -> bool:
        """Whether the file is still being asked."""
        return self._found is not None

    def set_states(self, states: frozenset[SetState]) -> None:
        """Show articles in one of these states."""
        self._states = states
        self._apply()

    def set_among(self, among: frozenset[ArticleId] | None) -> None:
        """Show none but these articles; ``None`` for all."""
        if among != self._among:
            self._among = among
            self._apply()

    def refresh(self) -> None:
        """Show the session's rows, asking the file anew where the query does."""
        self._model.set_filter(ArticleFilter())
        self._model.set_rows(self._session.rows)
        self._apply()

    def _on_text(self, source: str) -> None:
        try:
            self._chosen = select(source, self._session.scheme)
        except QueryInvalid as error:
            show_fault(self.search, self.fault, error, source)
            return
        self.fault.hide()
        self.search.set_error(False)
        self._apply()

    def _apply(self) -> None:
        self._model.set_filter(ArticleFilter(self._chosen, self._states, self._among))
        self._found, self._waiting = None, []
        self._timer.stop()
        if self._chosen.asks_file:
            session = self._session
            self._found = self._chosen.found(
                session.project, annotator=session.annotator, least_score=session.editor.least_score
            )
            self._timer.start()
            self._go_on()
        self._show()

    def _go_on(self) -> None:
        found: list[ArticleId] = []
        try:
            if self._found is not None and not run_slice(self._found, found.extend):
                self._found = None
        except AnnotatorError as error:
            self._found = None
            self._session.failed.emit(error)
        self._waiting += found
        # A view lays out all its rows for each few that come, so after the first it gets the rest at once.
        if self._found is None or len(self._model.shown) < _FIRST:
            self._model.add_found(self._waiting)
            self._waiting = []
        if self._found is None:
            self._timer.stop()
            self._model.arrange()
        if found or self._found is None:
            self._show()

    def _on_counted(self, rows: list[object]) -> None:
        self._model.update_rows(rows)  # type: ignore[arg-type]
        if self._model.by_count and not self._session.counting.busy:
            self._model.arrange()
            self._show()

    def _show(self) -> None:
        nothing = bool(self.search.edit.text()) and not self._model.shown and not self.busy
        self.search.set_remark("…" if self.busy else "")
        self.search.setAccessibleDescription(tr("Searching …") if self.busy else "")
        self.search.set_error(nothing or not self.fault.isHidden())
        self.changed.emit()
