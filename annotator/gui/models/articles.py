"""The articles of a project as a list and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.annotation import SetState
from annotator.core.collation import collated
from annotator.core.ids import ArticleId
from annotator.gui.i18n import long_date, mark, number, tr
from annotator.gui.widgets.labels import plain_tooltip
from annotator.services.selecting import EVERYTHING, Selection
from annotator.store import ArticleRow

ROW = int(Qt.ItemDataRole.UserRole)
"""Role of the whole :class:`ArticleRow`."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

STATE_NAMES = {
    SetState.NEW: mark("New"),
    SetState.OPEN: mark("In progress"),
    SetState.DONE: mark("Done"),
    SetState.SKIPPED: mark("Set aside"),
}
UNFINISHED = frozenset({SetState.NEW, SetState.OPEN})
ALL_STATES = frozenset(SetState)


class Column(IntEnum):
    """The columns of the table."""

    TITLE = 0
    OUTLET = 1
    DATE = 2
    STATE = 3
    OPEN = 4
    PEOPLE = 5


_HEADINGS = {
    Column.TITLE: mark("Title"),
    Column.OUTLET: mark("Outlet"),
    Column.DATE: mark("Date"),
    Column.STATE: mark("State"),
    Column.OPEN: mark("Open suggestions"),
    Column.PEOPLE: mark("Assigned to"),
}
_STATE_ORDER = {state: rank for rank, state in enumerate(SetState)}
_SORT_KEYS: dict[Column, Callable[[ArticleRow], Any]] = {
    Column.DATE: lambda row: row.published_on or date.min,
    Column.STATE: lambda row: _STATE_ORDER[row.state],
    Column.OPEN: lambda row: row.open_total,
}


class _Names(dict[str, str]):
    """What a name is sorted by. Made once: there are 100,000 titles, and a few outlets as often."""

    def __missing__(self, name: str) -> str:
        self[name] = key = collated(name)
        return key


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What is shown: articles in one of ``states`` that the query ``chosen`` admits.

    Where it asks the file as well, those that were found there; :meth:`ArticlesModel.add_found` brings them.
    ``among``: no others than these.
    """

    chosen: Selection = EVERYTHING
    states: frozenset[SetState] = ALL_STATES
    among: frozenset[ArticleId] | None = None

    def admitted(self, rows: Iterable[ArticleRow]) -> list[ArticleRow]:
        """Return the rows that may be shown, as far as they tell themselves."""
        left = self.chosen.admitted(rows)
        if self.among is not None:
            left = [row for row in left if row.id in self.among]
        return left if self.states == ALL_STATES else [row for row in left if row.state in self.states]


class ArticlesModel(QAbstractTableModel):
    """The rows that the filter admits, in the order of import or sorted by a column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[ArticleRow] = []
        self._places: dict[ArticleId, int] = {}
        self._shown: list[ArticleRow] = []
        self._positions: dict[ArticleId, int] = {}
        self._found: set[ArticleId] = set()
        self._filter = ArticleFilter()
        self._sorting: tuple[Column, bool] | None = None
        self._people: Mapping[ArticleId, Sequence[str]] = {}
        self._names = _Names()

    @property
    def filter(self) -> ArticleFilter:
        """What is shown at the moment."""
        return self._filter

    @property
    def shown(self) -> list[ArticleRow]:
        """The rows in the order in which they are shown; do not modify."""
        return self._shown

    def set_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show other rows."""
        self._all = list(rows)
        self._places = {row.id: place for place, row in enumerate(self._all)}
        self._names = _Names()
        self._arrange()

    def set_people(self, people: Mapping[ArticleId, Sequence[str]]) -> None:
        """Say who has each article, for :attr:`Column.PEOPLE`."""
        self._people = people
        if self._shown:
            column = self.index(0, Column.PEOPLE), self.index(len(self._shown) - 1, Column.PEOPLE)
            self.dataChanged.emit(*column)

    def set_filter(self, chosen: ArticleFilter) -> None:
        """Show other rows of those there are; what was found in the file before is forgotten."""
        if chosen != self._filter:
            self._filter = chosen
            self._found = set()
            self._arrange()

    def add_found(self, ids: Iterable[ArticleId]) -> None:
        """Show articles that the file gave for the query, below the others; :meth:`arrange` sorts them in."""
        new = [one for one in ids if one in self._places and one not in self._found]
        self._found.update(new)
        rows = self._filter.admitted(self._all[self._places[one]] for one in new)
        if not rows:
            return
        first = len(self._shown)
        self.beginInsertRows(_NOWHERE, first, first + len(rows) - 1)
        self._shown.extend(rows)
        self._positions.update((row.id, first + rank) for rank, row in enumerate(rows))
        self.endInsertRows()

    def arrange(self) -> None:
        """Put the rows in order once everything is known, unless they are."""
        if self._arranged() != self._shown:
            self._arrange()

    @property
    def by_count(self) -> bool:
        """Whether the order or the choice of rows depends on how much is open."""
        return self._filter.chosen.by_count or (self._sorting or (None,))[0] is Column.OPEN

    def update_row(self, row: ArticleRow) -> None:
        """Take in a changed row. It stays in its place until the list is arranged anew."""
        self.update_rows([row])

    def update_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Take in changed rows, each in its place."""
        changed = []
        for row in rows:
            if row.id not in self._places:
                continue
            self._all[self._places[row.id]] = row
            position = self._positions.get(row.id)
            if position is not None:
                self._shown[position] = row
                changed.append(position)
        if changed:
            last = len(Column) - 1
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), last))

    def position_of(self, article_id: ArticleId | None) -> int | None:
        """Return where an article is shown."""
        return None if article_id is None else self._positions.get(article_id)

    def sort(  # noqa: D102
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        self._sorting = None if column < 0 else (Column(column), order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = self._arranged()
        self._positions = {row.id: position for position, row in enumerate(self._shown)}
        self.endResetModel()

    def _arranged(self) -> list[ArticleRow]:
        narrowed = self._filter.chosen.asks_file
        known = [row for row in self._all if row.id in self._found] if narrowed else self._all
        shown = self._filter.admitted(known)
        if self._sorting is not None:
            column, descending = self._sorting
            shown.sort(key=self._key(column), reverse=descending)
        return shown

    def _key(self, column: Column) -> Callable[[ArticleRow], Any]:
        names, people = self._names, self._people
        if column is Column.TITLE:
            return lambda row: names[row.title]
        if column is Column.OUTLET:
            return lambda row: names[row.outlet]
        if column is Column.PEOPLE:
            return lambda row: [names[name] for name in people.get(row.id, ())]
        return _SORT_KEYS[column]

    # Qt --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.PEOPLE:
            return plain_tooltip(self._cell(row, Column.PEOPLE))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._cell(row, column) for column in Column)))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.OPEN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.OPEN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return tr(_HEADINGS[Column(section)]) if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, row: ArticleRow, column: Column) -> str:
        match column:
            case Column.TITLE:
                return row.title
            case Column.OUTLET:
                return row.outlet
            case Column.DATE:
                return long_date(row.published_on) if row.published_on else ""
            case Column.STATE:
                return tr(STATE_NAMES[row.state])
            case Column.OPEN:
                return number(row.open_total) if row.open_total else ""
            case Column.PEOPLE:
                return ", ".join(self._people.get(row.id, ()))
