"""The command palette: type a few letters of what to do, in either language; Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout

from annotator.gui import placing
from annotator.gui.actions import ACTIONS, MENUS
from annotator.gui.fuzzy import closeness
from annotator.gui.i18n import both, plain, tr
from annotator.gui.keymap import keymap
from annotator.gui.label_keys import key_caption
from annotator.gui.palette_delegate import PaletteDelegate
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

ENTRY = int(Qt.ItemDataRole.UserRole)
_WIDTH, _HEIGHT, _INSET = 640, 440, 12
_REMEMBERED = 12
_LABEL = "label:"

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done. ``names`` are looked through; ``reason`` says why it cannot be done now."""

    id: str
    text: str
    group: str
    names: tuple[str, ...]
    keys: tuple[str, ...]
    run: Callable[[], object]
    reason: str = ""


def entries(window: MainWindow) -> list[Entry]:
    """Return every action of the window and every label of the scheme."""
    return [*_actions(window), *_labels(window)]


def ranked(found: list[Entry], query: str, recent: tuple[str, ...]) -> list[Entry]:
    """Return the entries that fit a query, the nearest first; of those alike what was done last."""
    order = {identifier: place for place, identifier in enumerate(recent)}
    fitting = [(closeness(query, entry.names), entry) for entry in found]
    kept = [(near, place, entry) for place, (near, entry) in enumerate(fitting) if near is not None]
    if not query.strip():
        kept = [(0, place, entry) for _, place, entry in kept]
    kept.sort(key=lambda one: (-one[0], order.get(one[2].id, len(order)), one[1]))
    return [entry for _, _, entry in kept]


def _actions(window: MainWindow) -> Iterator[Entry]:
    groups = {identifier: title for title, ids in MENUS for identifier in ids}
    for spec in ACTIONS:
        if spec.id == "palette":
            continue
        action = window.actions_[spec.id]
        if spec.id.startswith("value_") and action.text() == tr(spec.text):
            continue  # nothing that it could set
        title = groups.get(spec.id, "")
        yield Entry(
            spec.id,
            plain(action.text()),
            plain(tr(title)) if title else "",
            (*map(plain, both(spec.text)), plain(action.text())),
            tuple(map(key_text, keymap().keys(spec.id)[:2])),
            action.trigger,
            window.actions_.hindrance(spec.id),
        )


def _labels(window: MainWindow) -> Iterator[Entry]:
    desk = window.hand
    if desk is None:
        return
    annotating = desk.annotating
    reason = window.projects.hindrance or window.actions_.page_hindrance
    if not reason and not annotating.can_label:
        reason = tr("Select words or an annotation first.")
    for layer, one in desk.session.scheme.labels():
        yield Entry(
            f"{_LABEL}{layer.name}/{one.name}",
            one.text.get(desk.language),
            layer.text.get(desk.language),
            tuple(filter(None, (one.text.de, one.text.en, one.name, one.code))),
            (key_caption(one.key),) if one.key else (),
            partial(annotating.give_label, layer.name, one.name),
            reason,
        )


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[Entry] = []

    def show(self, found: list[Entry]) -> None:
        self.beginResetModel()
        self.shown = found
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        entry = self.shown[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, *entry.keys, entry.reason)))
        return None


class Palette(QDialog):
    """A field and below it what fits. The keyboard stays in the field; arrows choose, Enter runs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setWindowTitle(tr("Command palette"))
        self._window = window
        self._look = look = window.look
        window.actions_.refresh()
        self._entries = entries(window)
        self._recent = window.context.settings.current.used_actions
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.field.setAccessibleName(tr("What do you want to do?"))
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Commands"))
        self._model = _Entries(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(look, self.list))
        self._nothing = label(look, tr("Nothing of that name."), role="secondary")
        column = QVBoxLayout(self)
        inset = look.px(_INSET)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(look.px(8))
        for widget in (self.field, self._nothing, self.list):
            column.addWidget(widget)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _: self._refresh())
        self.list.clicked.connect(lambda _: self._run())
        room = placing.room(self)
        self.resize(min(look.px(_WIDTH), room.width()), min(look.px(_HEIGHT), room.height()))
        self._refresh()

    @property
    def current(self) -> Entry | None:
        """What Enter does."""
        index = self.list.currentIndex()
        return self._model.shown[index.row()] if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key
        step = {key.Key_Down: 1, key.Key_Up: -1, key.Key_PageDown: 8, key.Key_PageUp: -8}.get(
            Qt.Key(event.key())
        )
        if step is not None:
            self._step(step)
            return True
        if event.key() in (key.Key_Return, key.Key_Enter):
            self._run()
            return True
        return False

    def _refresh(self) -> None:
        found = ranked(self._entries, self.field.text(), self._recent)
        self._model.show(found)
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self._model.index(0))

    def _step(self, rows: int) -> None:
        count = self._model.rowCount()
        if count:
            row = max(0, min(self.list.currentIndex().row() + rows, count - 1))
            self.list.setCurrentIndex(self._model.index(row))

    def _run(self) -> None:
        """Do it once the window has the keyboard again; what cannot be done now stays in sight."""
        entry = self.current
        if entry is None or entry.reason:
            return
        kept = (entry.id, *(one for one in self._recent if one != entry.id))
        self._window.context.settings.update(used_actions=kept[:_REMEMBERED])
        self.accept()
        QTimer.singleShot(0, self._window, entry.run)
