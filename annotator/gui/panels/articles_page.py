"""The articles mode: all articles of the project as a table, to be sorted and searched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.models.articles import ROW, ArticleFilter, ArticlesModel, Column
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import SearchField, button
from annotator.gui.widgets.labels import label

_COLUMN_WIDTHS = {Column.OUTLET: 200, Column.DATE: 140, Column.STATE: 130, Column.OPEN: 150}


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
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._look = look
        self.model = ArticlesModel(self)
        self.search = SearchField(look, icon="filter", placeholder=tr("Filter by title or outlet …"))
        self._count = label(look, role="secondary")
        self.table = QTreeView()
        self._stack = QStackedWidget()
        self._set_up_table()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(look, tr("No articles yet."), (tr("Import articles"), import_articles))
        )
        self._stack.addWidget(
            EmptyState(look, tr("No article fits the filter."), (tr("Clear filter"), self.search.edit.clear))
        )
        self._compose(import_articles, pretag, export)
        self.search.text_changed.connect(self._apply_filter)
        session.rows_changed.connect(self.refresh)
        session.row_changed.connect(self.model.update_row)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's rows."""
        self.model.set_rows(self._session.rows)
        self._show_page()

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName(tr("Articles"))
        table.setModel(self.model)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSortingEnabled(True)
        table.setAllColumnsShowFocus(True)
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
        head = QWidget()
        head.setObjectName("panelHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QHBoxLayout(head)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.setSpacing(px(8))
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

    def _apply_filter(self, text: str) -> None:
        self.model.set_filter(ArticleFilter(text))
        self._show_page()

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW).id)

    def _show_page(self) -> None:
        shown = len(self.model.shown)
        self._count.setText(tr("%Ln article(s)", "", shown))
        self._stack.setCurrentIndex(0 if shown else 1 if not self._session.rows else 2)
