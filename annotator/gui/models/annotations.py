"""All annotations of the open article, as a list: the plain alternative to the painting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.annotation import Mention, Relation, Status
from annotator.gui.panels.shown import Shown
from annotator.gui.widgets.ends import Ends
from annotator.gui.widgets.labels import plain_tooltip

ENTRY = int(Qt.ItemDataRole.UserRole)
"""Role of the :class:`Entry`."""

RELATIONS = "\x00relations"
"""Stands for a layer in the filter."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a mention, or a relation with the mention that it begins at."""

    item: Mention | Relation
    head: Mention
    tail: Mention | None = None


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """A layer's name, :data:`RELATIONS` or nothing; a status, or ``None`` for all but the rejected."""

    layer: str = ""
    status: Status | None = None


def entries(shown: Shown, chosen: AnnotationFilter) -> list[Entry]:
    """Return what the filter admits, in reading order, relations behind the mention they begin at."""
    state = shown.state
    found: list[tuple[tuple[Any, ...], Entry]] = []
    if chosen.layer != RELATIONS:
        for mention in state.mentions.values():
            if chosen.layer in ("", mention.layer) and _admits(mention.status, chosen.status):
                found.append(((mention.order, 0), Entry(mention, mention)))
    if chosen.layer in ("", RELATIONS):
        for relation in state.relations.values():
            entry = _relation_entry(shown, relation, chosen.status)
            if entry is not None and entry.tail is not None:
                found.append(((entry.head.order, 1, entry.tail.order, relation.id), entry))
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _relation_entry(shown: Shown, relation: Relation, status: Status | None) -> Entry | None:
    head, tail = shown.state.mentions.get(relation.head), shown.state.mentions.get(relation.tail)
    if head is None or tail is None or not _admits(relation.status, status):
        return None
    if relation.status is not Status.REJECTED and not shown.state.shows(relation):
        return None
    return Entry(relation, head, tail)


def _admits(status: Status, wanted: Status | None) -> bool:
    return status is wanted if wanted is not None else status is not Status.REJECTED


class AnnotationsModel(QAbstractListModel):
    """The entries of one article."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.shown: Shown | None = None

    def set_entries(self, shown: Shown | None, found: list[Entry]) -> None:
        """Show other entries; rows stay selected where nothing but their content changed."""
        same = [e.item.id for e in self.entries] == [e.item.id for e in found]
        if same and found:
            self.shown, self.entries = shown, found
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.shown, self.entries = shown, found
        self.endResetModel()

    def position_of(self, item: str | None) -> int | None:
        """Return the row of an item."""
        return next((row for row, entry in enumerate(self.entries) if entry.item.id == item), None)

    def text_of(self, entry: Entry) -> str:
        """Return the words of a mention, or label and end of a relation."""
        if self.shown is None:
            return ""
        ends = self.ends_of(entry)
        return self.shown.text_of(entry.head) if ends is None else str(ends)

    def ends_of(self, entry: Entry) -> Ends | None:
        """Return the two ends of a relation with its label between them; ``None`` for a mention."""
        if self.shown is None or entry.tail is None or not isinstance(entry.item, Relation):
            return None
        name = self.shown.scheme.relation_text(entry.head, entry.item.label).get(self.shown.language)
        return Ends(self.shown.text_of(entry.head), f" – {name} → ", self.shown.text_of(entry.tail))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.text_of(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            from annotator.gui.panels.provenance import status_word

            return f"{self._label_of(entry)}: {self.text_of(entry)}, {status_word(entry.item)}"
        return None

    def _label_of(self, entry: Entry) -> str:
        if self.shown is None or isinstance(entry.item, Relation):
            return ""
        found = self.shown.scheme.label(entry.item.layer, entry.item.label)
        return found.text.get(self.shown.language) if found else entry.item.label
