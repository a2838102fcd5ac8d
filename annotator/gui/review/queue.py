"""The left side of a review: how far it is, filters, and the queue in groups that can be folded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.gui.i18n import Language, number, tr
from annotator.gui.look import Look
from annotator.gui.review.queue_filters import QueueFilters
from annotator.gui.review.queue_lines import Group
from annotator.gui.review.queue_list import HEAD, QueueDelegate
from annotator.gui.review.queue_model import ROW, QueueModel
from annotator.gui.review.session import ReviewSession
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.sections import SectionList
from annotator.services.reviewing_rows import Splice

_LOW = 40
"""Pixels of the design that the filters have at least."""
_TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class QueuePanel(QWidget):
    """``chosen`` carries the row that was clicked or reached by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, look: Look, session: ReviewSession, scheme: Scheme, language: Language) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(look.px(220))
        self._look = look
        self._session = session
        self._done = label(look, weight=QFont.Weight.DemiBold)
        self._open = label(look, role="secondary")
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar = thin_progress()
        self._waiting: list[Splice] = []
        self._followed = ""
        self.filters = QueueFilters(look, session, scheme, language)
        self.model = QueueModel(scheme, language, self)
        delegate = QueueDelegate(look, session)
        self.view = SectionList(look, lambda: self.model.lines.heads, head=HEAD, row=QueueDelegate.row_height)
        self.view.setAccessibleName(tr("Disagreements"))
        self.view.setModel(self.model)
        delegate.setParent(self.view)
        self.view.setItemDelegate(delegate)
        self._above = QScrollArea()
        self._stack = QStackedWidget()
        self._compose()
        session.rows_changed.connect(self.refresh)
        session.spliced.connect(self._waiting.append)
        session.counted.connect(self.count)
        session.shown.connect(self.follow)
        self.filters.applied.connect(session.set_filter)
        self.filters.grouped.connect(session.set_grouping)

    def refresh(self) -> None:
        """Show the queue and the counts."""
        self._waiting.clear()
        with QSignalBlocker(self.view.selectionModel()):
            self.model.show_rows(self._session.queue)
        self.count()

    def _take_in(self) -> None:
        """Show the changes of the list so far."""
        # Where the list stands is for the session to say.
        with QSignalBlocker(self.view.selectionModel()):
            for change in self._waiting:
                self.model.splice(change)
        self._waiting.clear()

    def count(self) -> None:
        """Show the counts, what there is to filter by, and the current item."""
        self._show_progress()
        self.filters.refresh()
        self._stack.setCurrentIndex(self._page())
        self.follow()

    def _page(self) -> int:
        session = self._session
        if session.queue.shown:
            return 0
        if not session.service.articles:
            return 1
        return 3 if session.scanning else 2

    def follow(self) -> None:
        """Mark the current item; where it has become another one, unfold its group and show it."""
        self._take_in()
        item, line = self._session.item, -1
        moved, self._followed = item != self._followed, item
        position = self._session.queue.index(item)
        if position is not None:
            line = self._line(position, unfold=moved)
        there = self.view.currentIndex()
        on_head = there.isValid() and isinstance(there.data(ROW), Group)
        if line != there.row() and (moved or line < 0 or not on_head):
            index = self.model.index(line, 0) if line >= 0 else QModelIndex()
            with QSignalBlocker(self.view.selectionModel()):
                self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self.view.viewport().update()

    def _line(self, position: int, *, unfold: bool) -> int:
        """Return the line of a row that is shown, or of its group's head where that is folded."""
        queue = self._session.queue
        number_ = queue.group(queue.shown[position])
        group = self.model.lines.group(number_)
        if group is None:
            return -1
        if unfold:
            self._fold(group, False)
        head = self.model.lines.head(number_)
        return head if group.folded else head + 1 + queue.within(position)

    # Folding ---------------------------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """Take a key that is about groups: the arrows to the sides, and on a head what opens and closes it.

        With Shift an arrow is about all groups.
        """
        here = self.view.currentIndex()
        found = here.data(ROW) if here.isValid() else None
        to_side = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if found is None or not (to_side or (isinstance(found, Group) and event.key() in _TOGGLES)):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._fold_all(event.key() == Qt.Key.Key_Left)
        elif to_side:
            self._sideways(here.row(), away=event.key() == Qt.Key.Key_Left)
        else:
            self._fold(found, not found.folded)
        return True

    def _sideways(self, line: int, *, away: bool) -> None:
        """Fold the group of a line and go to its head; or unfold it, or go into it where it is unfolded."""
        group = self.model.lines.group_at(line)
        head = self.model.lines.head(group.number)
        if away:
            self._fold(group, True)
            self._stand_at(head)
        elif group.folded:
            self._fold(group, False)
        elif line == head:
            self.view.setCurrentIndex(self.model.index(head + 1))

    def _fold(self, group: Group, folded: bool) -> None:
        # Folding chooses nothing.
        with QSignalBlocker(self.view.selectionModel()):
            self.model.fold(group, folded)
        self.view.viewport().update()

    def _fold_all(self, folded: bool) -> None:
        here = self.view.currentIndex().row()
        group = self.model.lines.group_at(here)
        with QSignalBlocker(self.view.selectionModel()):
            self.model.fold_all(folded)
        self._stand_at(self.model.lines.head(group.number))

    def _stand_at(self, line: int) -> None:
        with QSignalBlocker(self.view.selectionModel()):
            self.view.setCurrentIndex(self.model.index(line))
        self.view.scrollTo(self.model.index(line))
        self.view.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        found = index.data(ROW)
        if isinstance(found, Group):
            self._fold(found, not found.folded)

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        px = self._look.px
        head = QWidget()
        head.setObjectName("panelHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.setSpacing(px(8))
        self._said.setSpacing(px(4))
        self._said.addWidget(self._done, 1)
        self._said.addWidget(self._open)
        inside.addLayout(self._said)
        inside.addWidget(self._bar)
        inside.addSpacing(px(4))
        self._above.setWidget(self.filters)
        self._above.setWidgetResizable(True)
        self._above.setFrameShape(QFrame.Shape.NoFrame)
        self._above.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._above.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._above.viewport().setAutoFillBackground(False)
        self.filters.setAutoFillBackground(False)
        self.filters.fitted.connect(self._fit_filters)
        inside.addWidget(self._above)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_clicked)
        few = EmptyState(self._look, tr("It takes two versions to compare."))
        none = EmptyState(
            self._look, tr("No disagreement fits the filter."), (tr("Clear filter"), self.filters.clear)
        )
        still = EmptyState(self._look, tr("Still searching …"))
        for page in (self.view, few, none, still):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    # What is shown ---------------------------------------------------------------------------------------

    def _show_progress(self) -> None:
        queue, session = self._session.queue, self._session
        done = queue.total - queue.open
        total = number(queue.total)
        said = tr("{done} of {total}") if session.scanning else tr("{done} of {total} settled")
        self._done.setText(said.format(done=number(done), total=total))
        left = tr("{n} open").format(n=number(queue.open))
        if session.scanning:
            left = tr("still searching")
        elif session.cut_short:
            left = tr("not everything was searched")
        self._open.setText(left)
        self._bar.setRange(0, max(1, queue.total))
        self._bar.setValue(done)
        self._fit()

    def _fit(self) -> None:
        """Put what is open below what is settled where there is no room beside it."""
        wanted = self._done.sizeHint().width() + self._open.sizeHint().width() + self._look.px(4)
        beside = wanted <= self.width() - 2 * self._look.px(16)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._said.setDirection(way)

    def _fit_filters(self) -> None:
        """Leave half of the height to the list: where the filters need more, they scroll."""
        self._above.setFixedHeight(min(self.filters.wanted, max(self.height() // 2, self._look.px(_LOW))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()
        self._fit_filters()

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        found = current.data(ROW) if current.isValid() else None
        if found is not None and not isinstance(found, Group) and found.item != self._session.item:
            self.chosen.emit(found)
