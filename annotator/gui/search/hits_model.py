"""The hits of a search as a table, found as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.i18n import mark, tr
from annotator.gui.slices import run_slice
from annotator.services.concordance import Hit, Order, in_order

HIT = int(Qt.ItemDataRole.UserRole)
"""Role of the whole :class:`Hit`."""
CHECKED = HIT + 1
PAGE = 100
MOST_SORTED = 10_000
"""Hits that are found at most before they are sorted."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    CHECK = 0
    LEFT = 1
    HIT = 2
    RIGHT = 3
    LABEL = 4
    ARTICLE = 5


_HEADINGS = {
    Column.CHECK: "",
    Column.LEFT: mark("Left"),
    Column.HIT: mark("Hit"),
    Column.RIGHT: mark("Right"),
    Column.LABEL: mark("Label"),
    Column.ARTICLE: mark("Article"),
}


class HitsModel(QAbstractTableModel):
    """``changed`` comes when there are more hits, or the search ends; ``failed`` brings the file's error."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._checked: set[int] = set()  # by identity, for hits of many mentions are slow to compare
        self._source: Iterator[Hit | None] | None = None
        self._wanted = 0
        self._pages = True
        self._order = Order.PLACE
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._go_on)

    # What there is ---------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether hits are being looked for at the moment."""
        return self._timer.isActive()

    @property
    def complete(self) -> bool:
        """Whether all hits are here."""
        return self._source is None

    @property
    def hits(self) -> list[Hit]:
        """The hits found so far, in the order shown; do not modify."""
        return self._hits

    @property
    def checked(self) -> list[Hit]:
        """The checked hits, in the order shown."""
        return [hit for hit in self._hits if id(hit) in self._checked]

    @property
    def checked_count(self) -> int:
        """How many hits are checked."""
        return len(self._checked)

    # What to do ------------------------------------------------------------------------------------------

    def show(
        self, source: Iterator[Hit | None] | None, *, at_least: int = PAGE, at_most: int | None = None
    ) -> None:
        """Show other hits: the first ones when this returns, others as they are wanted.

        With ``at_most``, that many are found whether somebody looks at them or not, and no more.
        """
        self.beginResetModel()
        self._hits, self._source, self._checked = [], source, set()
        self.endResetModel()
        self._pages = at_most is None
        self._want(at_least if at_most is None else at_most)

    def sort_by(self, order: Order) -> None:
        """Sort the hits; all are found first, :data:`MOST_SORTED` at most."""
        if order is not self._order:
            self._order = order
            self._want(len(self._hits))
            if not self.busy:
                self._arrange()

    def check(self, rows: Iterable[int], on: bool) -> None:
        """Check or uncheck rows."""
        for row in rows:
            (self._checked.add if on else self._checked.discard)(id(self._hits[row]))
        if self._hits:
            last = self.index(len(self._hits) - 1, Column.CHECK)
            self.dataChanged.emit(self.index(0, Column.CHECK), last)
        self.changed.emit()

    def _want(self, count: int) -> None:
        self._wanted = count if self._order is Order.PLACE else MOST_SORTED
        if self._source is not None and len(self._hits) < self._wanted:
            self._timer.start()
            self._go_on()
        else:
            self.changed.emit()

    def _go_on(self) -> None:
        new: list[Hit] = []

        def take(hit: Hit | None) -> bool:
            if hit is not None:
                new.append(hit)
            return len(self._hits) + len(new) >= self._wanted

        try:
            if self._source is not None and not run_slice(self._source, take):
                self._source = None
        except AnnotatorError as error:
            self._source = None
            self.failed.emit(error)
        self._take(new)
        if self._source is None or len(self._hits) >= self._wanted:
            self._timer.stop()
            self._arrange()
        self.changed.emit()

    def _take(self, new: list[Hit]) -> None:
        if new:
            first = len(self._hits)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self._hits.extend(new)
            self.endInsertRows()

    def _arrange(self) -> None:
        arranged = in_order(self._hits, self._order)
        if arranged != self._hits:
            self.beginResetModel()
            self._hits = arranged
            self.endResetModel()

    # Qt --------------------------------------------------------------------------------------------------

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: D102
        more = self._pages and self._source is not None and self._order is Order.PLACE
        return more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:  # noqa: D102
        if not self.busy:
            self._want(len(self._hits) + PAGE)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        hit = self._hits[index.row()]
        column = Column(index.column())
        if role == HIT:
            return hit
        if role == CHECKED:
            return id(hit) in self._checked
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(hit, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = tr("checked") if id(hit) in self._checked else tr("not checked")
            return f"{cell(hit, column)}, {state}" if column is Column.HIT else cell(hit, column)
        return None

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADINGS[Column(section)]) if _HEADINGS[Column(section)] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.LEFT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def cell(hit: Hit, column: Column) -> str:
    """Return the text of a cell on one line."""
    match column:
        case Column.CHECK:
            return ""
        case Column.LEFT:
            return " ".join(hit.left.split())
        case Column.HIT:
            return " ".join(hit.text.split())
        case Column.RIGHT:
            return " ".join(hit.right.split())
        case Column.LABEL:
            return hit.mention.label if hit.mention is not None else ""
        case Column.ARTICLE:
            return " ".join(hit.title.split())
