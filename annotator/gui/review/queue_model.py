"""The lines of the queue as a list that changes only where something has changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.scheme import Scheme
from annotator.gui.i18n import number, tr
from annotator.gui.review.queue_lines import Group, Lines
from annotator.gui.review.words import kind_name, label_text, sides_text
from annotator.services.reviewing_queue import QueueRow
from annotator.services.reviewing_rows import Grouping, Rows, Splice

ROW = int(Qt.ItemDataRole.UserRole)
"""A :class:`QueueRow`, or the :class:`Group` of a head."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QueueModel(QAbstractListModel):
    """The rows that are shown, below the heads of their groups."""

    def __init__(self, scheme: Scheme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._language = language
        self._folded: set[int] = set()
        self.grouping = Grouping.ARTICLE
        self.lines = Lines()

    def show_rows(self, queue: Rows) -> None:
        """Show all rows of a queue anew; groups stay folded unless they are others."""
        if queue.grouping is not self.grouping:
            self._folded.clear()
            self.grouping = queue.grouping
        self.beginResetModel()
        self.lines.show(((queue.group(row), row) for row in queue.shown), frozenset(self._folded))
        self.endResetModel()

    def splice(self, change: Splice) -> None:
        """Put rows in place of others, and leave the rest, and what is selected, as it is."""
        group = self.lines.group(change.group)
        if group is None:
            self._add(Group(change.group, list(change.rows), change.group in self._folded))
        elif not change.rows and change.removed == len(group.rows):
            head = self.lines.head(change.group)
            self.beginRemoveRows(_NOWHERE, head, head + group.lines - 1)
            self.lines.drop(change.group)
            self.endRemoveRows()
        else:
            self._put(group, change)
            changed = self.index(self.lines.head(change.group))
            self.dataChanged.emit(changed, changed)

    def _add(self, group: Group) -> None:
        if group.rows:
            head = self.lines.head(group.number)
            self.beginInsertRows(_NOWHERE, head, head + group.lines - 1)
            self.lines.add(group)
            self.endInsertRows()

    def _put(self, group: Group, change: Splice) -> None:
        number, within, removed, rows = change.group, change.within, change.removed, change.rows
        before = group.rows[within : within + removed]
        # What is the same at both ends stays as it is.
        same = _alike(before, rows)
        tail = _alike(before[same:][::-1], rows[same:][::-1])
        gone, come = removed - same - tail, len(rows) - same - tail
        if group.folded or not gone + come:
            self.lines.put(number, within, removed, rows)
        else:
            first = self.lines.head(number) + 1 + within + same
            if gone:
                self.beginRemoveRows(_NOWHERE, first, first + gone - 1)
                self.lines.put(number, within + same, gone, ())
                self.endRemoveRows()
            if come:
                self.beginInsertRows(_NOWHERE, first, first + come - 1)
                self.lines.put(number, within + same, 0, rows[same : same + come])
                self.endInsertRows()
            self.lines.put(number, within, len(rows), rows)
        if not group.folded and rows:
            first = self.lines.head(number) + 1 + within
            self.dataChanged.emit(self.index(first), self.index(first + len(rows) - 1))

    def fold(self, group: Group, folded: bool) -> None:
        """Show a group's rows, or its head only."""
        if group.folded == folded:
            return
        (self._folded.add if folded else self._folded.discard)(group.number)
        head = self.lines.head(group.number)
        first, last = head + 1, head + len(group.rows)
        if folded:
            self.beginRemoveRows(_NOWHERE, first, last)
            self.lines.fold(group.number, True)
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NOWHERE, first, last)
            self.lines.fold(group.number, False)
            self.endInsertRows()
        self.dataChanged.emit(self.index(head), self.index(head))

    def fold_all(self, folded: bool) -> None:
        """Show all rows, or heads only."""
        self.beginResetModel()
        rows = [(group.number, row) for group in self.lines.groups for row in group.rows]
        self._folded = {number for number, _ in rows} if folded else set()
        self.lines.show(rows, frozenset(self._folded))
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else self.lines.count

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401, D102
        if not index.isValid():
            return None
        found = self.lines[index.row()]
        if role == ROW:
            return found
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self.name(found) if isinstance(found, Group) else self.meta(found)
        if role == int(Qt.ItemDataRole.ToolTipRole) and isinstance(found, Group):
            return self.name(found)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(found)
        return None

    def name(self, group: Group) -> str:
        """Return what a group has in common."""
        row = group.rows[0]
        return kind_name(row.kind) if self.grouping is Grouping.KIND else row.title or row.outlet

    def meta(self, row: QueueRow) -> str:
        """Return type, label and division as one line, without what the head says."""
        kind = "" if self.grouping is Grouping.KIND else kind_name(row.kind)
        label = label_text(row, self._scheme, self._language)
        return " · ".join(filter(None, (kind, label, sides_text(row))))

    def place(self, row: QueueRow) -> str:
        """Return where a row is from, unless the head says it."""
        return row.outlet or row.title if self.grouping is Grouping.KIND else ""

    def _spoken(self, found: Group | QueueRow) -> str:
        if isinstance(found, QueueRow):
            return f"{found.text}, {self.meta(found)}, {found.title}"
        state = tr("collapsed") if found.folded else tr("expanded")
        left = tr("{n} open").format(n=number(found.open))
        return f"{self.name(found)}, {left}, {state}"


def _alike(one: list[QueueRow] | tuple[QueueRow, ...], other: list[QueueRow] | tuple[QueueRow, ...]) -> int:
    """Return how many rows two lists begin with that are about the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a.item != b.item), min(len(one), len(other)))
