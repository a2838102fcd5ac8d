"""The articles mode: all articles of the project as a table, to be sorted and searched."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.models.articles import (
    ALL_STATES,
    ROW,
    STATE_NAMES,
    ArticlesModel,
    Column,
)
from annotator.gui.panels.article_people import ArticlePeople
from annotator.gui.panels.filtering import Filtering, panel_head
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import button, tool_button
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import label

_COLUMN_WIDTHS = {
    Column.OUTLET: 200,
    Column.DATE: 140,
    Column.STATE: 130,
    Column.OPEN: 170,
    Column.PEOPLE: 190,
}
_OUTLET_FROM = 900
"""Pixels of the design; on a narrower page the titles need the room of the outlets."""


class ArticlesPage(QWidget):
    """``opened`` carries the id of an article that was double-clicked or entered."""

    opened = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        *,
        import_articles: Callable[[], object],
        pretag: Callable[[], object],
        export: Callable[[], object],
        hand: Callable[[], object],
        show_all: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._look = look
        self.model = ArticlesModel(self)
        self.filtering = Filtering(look, session, self.model, tr("Filter by title, outlet, label: …"))
        self.search = self.filtering.search
        self._count = label(look, role="secondary")
        self.chips = {state: tool_button(face="pill", checkable=True) for state in SetState}
        self.table = QTreeView()
        self.people = ArticlePeople(look, session, self.filtering, self.table, show_all=show_all)
        self.hand_button = button(tr("Assign …"))
        self.hand_button.clicked.connect(lambda: hand())
        self._stack = QStackedWidget()
        self._set_up_table()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(look, tr("No articles yet."), (tr("Import articles"), import_articles))
        )
        self._stack.addWidget(
            EmptyState(look, tr("No article fits the filter."), (tr("Clear filter"), self.clear_filter))
        )
        self._compose(import_articles, pretag, export)
        self.filtering.changed.connect(self._on_filtered)
        session.row_changed.connect(lambda _: self._name_chips())
        session.rows_changed.connect(self._show_people)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's rows."""
        self.filtering.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.table.setColumnHidden(Column.OUTLET, self.width() < self._look.px(_OUTLET_FROM))

    @property
    def chosen(self) -> list[ArticleId]:
        """The selected articles, in the order in which they are shown."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.shown[row_].id for row_ in rows]

    def choose(self, articles: Collection[ArticleId]) -> None:
        """Select these articles, as far as they are shown."""
        flags = QItemSelectionModel.SelectionFlag
        found = QItemSelection()
        for article in articles:
            place = self.model.position_of(article)
            if place is not None:
                found.select(self.model.index(place, 0), self.model.index(place, 0))
        self.table.selectionModel().select(found, flags.ClearAndSelect | flags.Rows)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._show_people()

    def take_focus(self) -> None:
        """Take the keyboard, at the open article or the first one."""
        article = self._session.article
        if not self.table.currentIndex().isValid() and self.model.shown:
            position = self.model.position_of(article.id if article is not None else None)
            self.table.setCurrentIndex(self.model.index(position or 0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_filter(self) -> None:
        """Show all articles."""
        self.search.edit.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.people.clear()

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName(tr("Articles"))
        table.setModel(self.model)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSortingEnabled(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setMouseTracking(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.activated.connect(self._on_activated)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(self._look.px(80))
        for column, width in _COLUMN_WIDTHS.items():
            header.resizeSection(column, self._look.px(width))
        self.model.sort(-1)

    def _compose(
        self,
        import_articles: Callable[[], object],
        pretag: Callable[[], object],
        export: Callable[[], object],
    ) -> None:
        px = self._look.px
        head, rows = panel_head(self._look)
        inside = QHBoxLayout()
        inside.setSpacing(px(8))
        rows.addLayout(inside)
        rows.addWidget(self.filtering.fault)
        rows.addWidget(self._chip_row())
        self.search.setMinimumWidth(px(200))
        self.search.setMaximumWidth(px(360))
        inside.addWidget(self.search, 1)
        inside.addWidget(self._count)
        inside.addStretch(1)
        for text, run in (
            (tr("Import articles"), import_articles),
            (tr("Pre-tag"), pretag),
            (tr("Export training set"), export),
        ):
            made = button(text)
            made.clicked.connect(lambda _=False, run=run: run())
            inside.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _chip_row(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(self._look.px(8), holder)
        for chip in self.chips.values():
            chip.toggled.connect(lambda _: self._apply_filter())
            flow.addWidget(chip)
        for widget in (self.people.whose, self.hand_button, self.people.all_articles):
            flow.addWidget(widget)
        return holder

    def _show_people(self) -> None:
        if self.isVisible():
            self.people.refresh()
            self.hand_button.setVisible(self.people.leads)

    def _name_chips(self) -> None:
        counts = self._session.states
        for state, chip in self.chips.items():
            chip.setText(f"{tr(STATE_NAMES[state])}  {number(counts[state])}")

    def _apply_filter(self) -> None:
        chosen = frozenset(state for state, chip in self.chips.items() if chip.isChecked())
        self.filtering.set_states(chosen or ALL_STATES)

    def _on_filtered(self) -> None:
        self._name_chips()
        self._show_page()

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW).id)

    def _show_page(self) -> None:
        shown = len(self.model.shown)
        self._count.setText(tr("%Ln article(s)", "", shown))
        waits = shown or self.filtering.busy
        self._stack.setCurrentIndex(0 if waits else 1 if not self._session.rows else 2)
