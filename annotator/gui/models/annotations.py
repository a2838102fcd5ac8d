"""All annotations of the open article, as a list: the plain alternative to the painting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.change import Effect
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.gui.panels.shown import Shown
from annotator.gui.walk import BEFORE_ALL, Item, Place, item_at, place_of, relations_from
from annotator.gui.widgets.ends import Ends
from annotator.gui.widgets.labels import plain_tooltip

ENTRY = int(Qt.ItemDataRole.UserRole)
"""Role of the :class:`Entry`."""

RELATIONS = "\x00relations"
"""Stands for a layer in the filter."""

FEW = 100
"""As many rows are put in and taken out one by one; beyond that reading all anew is faster."""

_Index = QModelIndex | QPersistentModelIndex
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


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

    def admits(self, state: AnnotationState, item: Item) -> bool:
        """Tell whether a mention, or a relation with both its ends, is to be listed."""
        mention = state.mentions.get(MentionId(item))
        if mention is not None:
            return self.layer in ("", mention.layer) and self._admits(mention.status)
        relation = state.relations.get(RelationId(item))
        if relation is None or self.layer not in ("", RELATIONS) or not self._admits(relation.status):
            return False
        if relation.status is Status.REJECTED:
            return relation.head in state.mentions and relation.tail in state.mentions
        return state.shows(relation)

    def _admits(self, status: Status) -> bool:
        return status is self.status if self.status is not None else status is not Status.REJECTED


def places(state: AnnotationState, chosen: AnnotationFilter) -> list[Place]:
    """Return where what the filter admits stands: in reading order, relations behind their heads."""
    if chosen.status is Status.REJECTED:
        items: tuple[Item, ...] = (*state.mentions, *state.relations)
        found = (place_of(state, item) for item in items if chosen.admits(state, item))
        return sorted(place for place in found if place is not None)
    return list(_visible_places(state, chosen))


def _visible_places(state: AnnotationState, chosen: AnnotationFilter) -> Iterator[Place]:
    """Yield the places of what is not rejected; the order of the state spares sorting."""
    links = state.links if chosen.layer in ("", RELATIONS) else {}
    for order in state.order:
        mention = MentionId(order[2])
        if chosen.admits(state, mention):
            yield (order, 0, BEFORE_ALL)
        if mention in links:
            for place, relation in relations_from(state, mention):
                if chosen.admits(state, relation):
                    yield place


class AnnotationsModel(QStringListModel):
    """The annotations of one article that a filter admits. Rows are made as they are looked at.

    Qt counts them, as empty strings: a view asks twice for each row's index when one comes or goes, and for
    60,000 rows the answers in Python take 90 ms.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.chosen = AnnotationFilter()
        self._places: list[Place] = []
        self.rowsRemoved.connect(self._forget)  # the first to be told, so nobody finds a row that is gone

    def show(self, shown: Shown | None, chosen: AnnotationFilter) -> None:
        """Read all annotations anew."""
        self.shown, self.chosen = shown, chosen
        self._places = places(shown.state, chosen) if shown is not None else []
        self.setStringList([""] * len(self._places))

    def update(self, shown: Shown, effect: Effect) -> None:
        """Show the state after an edit; rows that it did not touch stay, and with them what is selected."""
        before = self.shown
        if before is None:
            self.show(shown, self.chosen)
            return
        gone, come, same = self._moves(before.state, shown.state, effect)
        if len(gone) + len(come) > FEW:
            self.show(shown, self.chosen)
            return
        for place in gone:
            self._take_out(place)
        self.shown = shown
        for place in come:
            self._put_in(place)
        self._tell_changed(same)

    def position_of(self, item: Item | None) -> int | None:
        """Return the row of an item."""
        place = place_of(self.shown.state, item) if self.shown is not None else None
        if place is None:
            return None
        row = bisect_left(self._places, place)
        return row if row < len(self._places) and self._places[row] == place else None

    def _moves(
        self, before: AnnotationState, after: AnnotationState, effect: Effect
    ) -> tuple[list[Place], list[Place], list[Place]]:
        """Return the places that go, those that come, and those where only the content is new."""
        gone, come, same = [], [], []
        for item in _touched(before, after, effect):
            old, new = self._listed(before, item), self._listed(after, item)
            if old == new:
                same.append(old)
            else:
                gone.append(old)
                come.append(new)
        return _there(gone), _there(come), _there(same)

    def _listed(self, state: AnnotationState, item: Item) -> Place | None:
        return place_of(state, item) if self.chosen.admits(state, item) else None

    def _take_out(self, place: Place) -> None:
        self.removeRow(bisect_left(self._places, place))

    def _forget(self, parent: _Index, first: int, last: int) -> None:
        del self._places[first : last + 1]

    def _put_in(self, place: Place) -> None:
        row = bisect_left(self._places, place)
        self._places.insert(row, place)
        self.insertRow(row)

    def _tell_changed(self, touched: list[Place]) -> None:
        if touched:
            first, last = (bisect_left(self._places, place) for place in (min(touched), max(touched)))
            self.dataChanged.emit(self.index(first), self.index(last))

    def entry(self, row: int) -> Entry:
        """Return what stands in a row."""
        assert self.shown is not None, "there are no rows without an article"
        state = self.shown.state
        item = item_at(self._places[row])
        mention = state.mentions.get(MentionId(item))
        if mention is not None:
            return Entry(mention, mention)
        relation = state.relations[RelationId(item)]
        return Entry(relation, state.mentions[relation.head], state.mentions[relation.tail])

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

    def flags(self, index: _Index) -> Qt.ItemFlag:  # noqa: D102
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, D102
        if role not in _ROLES:
            return None
        entry = self.entry(index.row())
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.text_of(entry))
        from annotator.gui.panels.provenance import status_word

        return f"{self._label_of(entry)}: {self.text_of(entry)}, {status_word(entry.item)}"

    def _label_of(self, entry: Entry) -> str:
        if self.shown is None or isinstance(entry.item, Relation):
            return ""
        found = self.shown.scheme.label(entry.item.layer, entry.item.label)
        return found.text.get(self.shown.language) if found else entry.item.label


_ROLES = frozenset(
    {
        ENTRY,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def _touched(before: AnnotationState, after: AnnotationState, effect: Effect) -> set[Item]:
    """Return what an edit touched: also the relations at the mentions, for they stand and go with them."""
    touched: set[Item] = {*effect.mentions, *effect.relations}
    for mention in effect.mentions:
        touched.update(before.links.get(mention, ()), after.links.get(mention, ()))
    return touched


def _there(found: list[Place | None]) -> list[Place]:
    return [place for place in found if place is not None]
