"""The left dock: how far the project is, a filter, and the articles."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId
from annotator.gui.i18n import mark, number, percent, tr
from annotator.gui.look import Look
from annotator.gui.models.article_delegate import ArticleDelegate
from annotator.gui.models.articles import (
    ALL_STATES,
    ROW,
    UNFINISHED,
    ArticlesModel,
)
from annotator.gui.panels.filtering import Filtering, panel_head
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import MenuButton, row
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.rows import row_view

_CHOICES = (
    (mark("All"), ALL_STATES),
    (mark("Unfinished"), UNFINISHED),
    (mark("New"), frozenset({SetState.NEW})),
    (mark("In progress"), frozenset({SetState.OPEN})),
    (mark("Done"), frozenset({SetState.DONE})),
    (mark("Set aside"), frozenset({SetState.SKIPPED})),
)


class ArticleList(QWidget):
    """``chosen`` carries the id of an article that was clicked or reached by the arrow keys."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(look.px(190))
        self._look = look
        self._session = session
        self._following = False
        self._done = label(look, weight=QFont.Weight.DemiBold)
        self._share = label(look, role="secondary")
        self._bar = thin_progress()
        self.state_button = MenuButton(look)
        self.state_button.setAccessibleName(tr("State"))
        self.model = ArticlesModel(self)
        self.filtering = Filtering(look, session, self.model, tr("Filter …"))
        self.search = self.filtering.search
        self.view = row_view(look, tr("Articles"), ArticleDelegate(look), self.model)
        self._stack = QStackedWidget()
        self._set_up_view()
        self._set_up_states()
        no_articles = EmptyState(look, tr("No articles yet."))
        no_hits = EmptyState(look, tr("No article fits the filter."), (tr("Clear filter"), self.clear_filter))
        for page in (self.view, no_articles, no_hits):
            self._stack.addWidget(page)
        self._compose()
        self.filtering.changed.connect(self._on_filtered)
        session.row_changed.connect(lambda _: self._show_progress())
        session.opened.connect(self.follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the session's rows."""
        self.filtering.refresh()

    def follow(self) -> None:
        """Mark the open article, and arrange the list anew if it is not among those shown."""
        article = self._session.article
        if article is None:
            return
        position = self.model.position_of(article.id)
        self._following = True
        index = QModelIndex() if position is None else self.model.index(position, 0)
        self.view.setCurrentIndex(index)
        if position is not None:
            self.view.scrollTo(index)
        self._following = False

    def clear_filter(self) -> None:
        """Show all articles."""
        self.search.edit.clear()
        self._states.actions()[0].trigger()

    def neighbour(self, step: int) -> ArticleId | None:
        """Return the article shown that many rows below the open one."""
        article = self._session.article
        position = self.model.position_of(article.id) if article is not None else None
        target = (position if position is not None else -1) + step
        return self.model.shown[target].id if 0 <= target < len(self.model.shown) else None

    # Set up ----------------------------------------------------------------------------------------------

    def _set_up_view(self) -> None:
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(lambda _: self.entered.emit())
        self.view.activated.connect(lambda _: self.entered.emit())

    def _set_up_states(self) -> None:
        menu = QMenu(self.state_button)
        self._states = QActionGroup(self)
        for text, states in _CHOICES:
            action = QAction(tr(text), menu)
            action.setCheckable(True)
            action.setData(states)
            self._states.addAction(action)
            menu.addAction(action)
        self._states.actions()[0].setChecked(True)
        self._states.triggered.connect(lambda _: self._apply_filter())
        self.state_button.setMenu(menu)
        self.state_button.setPopupMode(self.state_button.ToolButtonPopupMode.InstantPopup)
        self._name_state_button()

    def _compose(self) -> None:
        px = self._look.px
        head, inside = panel_head(self._look)
        inside.addLayout(row(self._done, None, self._share))
        inside.addWidget(self._bar)
        inside.addSpacing(px(4))
        filters = row(self.search, self.state_button, spacing=px(8))
        filters.setStretch(0, 1)
        inside.addLayout(filters)
        inside.addWidget(self.filtering.fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    # Events ----------------------------------------------------------------------------------------------

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.chosen.emit(current.data(ROW).id)

    def _apply_filter(self) -> None:
        self._name_state_button()
        self.filtering.set_states(self._states.checkedAction().data())

    def _on_filtered(self) -> None:
        self._show_progress()
        self._show_page()
        self.follow()

    def _name_state_button(self) -> None:
        self.state_button.setText(self._states.checkedAction().text())

    def _show_progress(self) -> None:
        rows, states = self._session.rows, self._session.states
        done = states[SetState.DONE] + states[SetState.SKIPPED]
        self._done.setText(tr("{done} of {total} done").format(done=number(done), total=number(len(rows))))
        self._share.setText(percent(done / len(rows)) if rows else "")
        self._bar.setRange(0, max(1, len(rows)))
        self._bar.setValue(done)

    def _show_page(self) -> None:
        waits = self.model.shown or self.filtering.busy
        self._stack.setCurrentIndex(0 if waits else 1 if not self._session.rows else 2)
