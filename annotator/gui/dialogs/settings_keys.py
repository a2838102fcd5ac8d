"""The keys of all actions, to be changed: choose one, press a key, see at once what else has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.core.scheme import Scheme
from annotator.gui.actions import ACTIONS, MENUS
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.keymap import CURSOR_KEYS, keymap, labels_with_key, portable
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import label

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_ACTION, _KEYS = 300, 250
_ID = int(Qt.ItemDataRole.UserRole)

Keep = Callable[[Mapping[str, tuple[str, ...]]], object]


class KeyField(QLineEdit):
    """Records the key that is pressed in it; Tab and Esc leave it. ``recorded`` carries Qt's spelling."""

    recorded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText(tr("Press a key"))
        self.key = ""

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.key() not in _LEAVING:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._record(event)
                return True
        return super().event(event)

    def show_key(self, key: str) -> None:
        """Show a key, or nothing."""
        self.key = key
        self.setText(key_text(key))

    def _record(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        if len(text) == 1 and text.isprintable() and not text.isalpha():
            # Shift has already made another sign of it.
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        pressed = QKeySequence(event.keyCombination().key().value | modifiers.value)
        self.show_key(pressed.toString(QKeySequence.SequenceFormat.PortableText))
        self.recorded.emit(self.key)


class KeysPage(Dialog):
    """Every change is kept and takes effect at once."""

    help_section = "keys"

    def __init__(self, look: Look, scheme: Scheme | None, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Change keys"), parent, width=820)
        self.want_height(620)
        self._scheme = scheme
        self._keep = keep
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        self.field = KeyField()
        self.field.setAccessibleName(tr("New key"))
        self.field.recorded.connect(lambda _: self._say())
        self.only = button(tr("Use alone"))
        self.more = button(tr("Use as well"))
        self.none = button(tr("No key"))
        self.standard = button(tr("Standard"))
        self.all_standard = button(tr("Standard for all"))
        name = label(look, tr("New key"))
        self.body.addLayout(row(name, self.field, self.only, self.more, spacing=look.px(8)))
        self.remark = label(look, role="secondary", wrap=True)
        self.body.addWidget(self.remark)
        self.body.addLayout(row(self.none, self.standard, self.all_standard, None, spacing=look.px(8)))
        self.only.clicked.connect(lambda: self._give(alone=True))
        self.more.clicked.connect(lambda: self._give(alone=False))
        self.none.clicked.connect(self._take_away)
        self.standard.clicked.connect(lambda: self._set(keymap().reset(self.current)))
        self.all_standard.clicked.connect(lambda: self._set({}))
        self.table.currentItemChanged.connect(lambda *_: self._choose())
        self.add_close()
        self._fill()
        self.choose(str(self.table.model().index(0, 0).data(_ID)))

    @property
    def current(self) -> str:
        """The action that is chosen."""
        item = self.table.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def choose(self, identifier: str) -> None:
        """Choose an action."""
        for place in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(place)
            if item is not None and item.data(0, _ID) == identifier:
                self.table.setCurrentItem(item)

    def collisions(self, identifier: str, key: str) -> list[str]:
        """Return in sentences what else a key means."""
        if portable(key) in map(portable, CURSOR_KEYS):
            return [
                tr("{key} moves the cursor or leaves a field. Choose another key.").format(key=key_text(key))
            ]
        said = []
        for owner in keymap().owners(key):
            if owner != identifier:
                text = tr("{key} belongs to “{action}”, which loses it.")
                said.append(text.format(key=key_text(key), action=_name(owner)))
        labels = labels_with_key(self._scheme, key) if self._scheme is not None else []
        if labels:
            text = tr("In this scheme {key} gives labels ({labels}), and they keep it.")
            said.append(text.format(key=key_text(key), labels=", ".join(labels[:4])))
        return said

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setColumnCount(3)
        table.setHeaderLabels([tr("Action"), tr("Keys"), tr("Conflict")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(tr("Keys"))
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((_ACTION, _KEYS)):
            table.header().resizeSection(column, self.look.px(width))
        table.header().setStretchLastSection(True)
        table.setMinimumHeight(self.look.px(160))
        return table

    def _fill(self) -> None:
        places = {identifier: at for at, identifier in enumerate(i for _, ids in MENUS for i in ids if i)}
        for spec in sorted(ACTIONS, key=lambda spec: places.get(spec.id, len(places))):
            item = QTreeWidgetItem([_name(spec.id), "", ""])
            item.setData(0, _ID, spec.id)
            item.setSizeHint(0, QSize(0, self.look.px(28)))
            self.table.addTopLevelItem(item)
        self._refresh()

    def _refresh(self) -> None:
        for place in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(place)
            if item is None:
                continue
            identifier = str(item.data(0, _ID))
            keys = keymap().keys(identifier)
            item.setText(1, ", ".join(dict.fromkeys(map(key_text, keys))))
            taken = [one for key in keys for one in self._labels(key)]
            item.setText(2, tr("label {labels}").format(labels=", ".join(taken[:4])) if taken else "")
            font = self.look.font(13)
            font.setBold(identifier in keymap().own)
            item.setFont(1, font)
        self._choose()

    def _labels(self, key: str) -> list[str]:
        return labels_with_key(self._scheme, key) if self._scheme is not None else []

    def _choose(self) -> None:
        self.field.show_key("")
        own = self.current in keymap().own
        self.standard.setEnabled(own)
        self.none.setEnabled(bool(self.current and keymap().keys(self.current)))
        self.all_standard.setEnabled(bool(keymap().own))
        self._say()

    def _say(self) -> None:
        """Say what the recorded key collides with, and let it be used where that may be."""
        key = self.field.key
        self.remark.setText(" ".join(self.collisions(self.current, key)) if key else "")
        usable = bool(key) and portable(key) not in map(portable, CURSOR_KEYS)
        self.only.setEnabled(usable)
        self.more.setEnabled(usable)

    def _give(self, *, alone: bool) -> None:
        if self.field.key:
            self._set(keymap().given(self.current, self.field.key, alone=alone))

    def _take_away(self) -> None:
        own = keymap().own
        own[self.current] = ()
        self._set(own)

    def _set(self, own: Mapping[str, tuple[str, ...]]) -> None:
        keymap().set_own(own)
        self._keep(keymap().own)
        self._refresh()


def _name(identifier: str) -> str:
    text = next(spec.text for spec in ACTIONS if spec.id == identifier)
    name = tr(text).replace("&", "").removesuffix(" …")
    return f"{name} {identifier[6:]}" if identifier.startswith("value_") else name
