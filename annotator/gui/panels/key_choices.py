"""Above the key strip, while a first key waits: the labels that the second one gives."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.scheme import Label
from annotator.gui.label_keys import LabelKeys, key_caption
from annotator.gui.look import Look
from annotator.gui.widgets.keycap import KeyCap
from annotator.gui.widgets.labels import label

_INSET, _GAP, _COLUMN = 24, 6, 150


class KeyChoices(QFrame):
    """Lies over the foot of the text, so that no word moves; columns as many as have room."""

    def __init__(self, look: Look, keys: LabelKeys, strip: QWidget, language: str) -> None:
        super().__init__(strip.parentWidget())
        self.setObjectName("keyChoices")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._keys = keys
        self._strip = strip
        self._language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(_INSET), look.px(10), look.px(_INSET), look.px(10))
        self._inside: QWidget | None = None
        self.hide()
        strip.installEventFilter(self)
        keys.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the next key gives, or nothing."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        offered = self._keys.offered()
        if not offered:
            self.hide()
            return
        self._inside = self._grid(offered)
        self._column.addWidget(self._inside)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._inside is not None:
            self.refresh()
        return False

    def _grid(self, offered: tuple[Label, ...]) -> QWidget:
        px = self._look.px
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(px(_GAP))
        columns = max(1, (self._strip.width() - 2 * px(_INSET)) // px(_COLUMN))
        rows = -(-len(offered) // columns)
        for place, one in enumerate(offered):
            entry = QHBoxLayout()
            entry.setSpacing(px(6))
            entry.addWidget(KeyCap(key_caption(one.key[len(self._keys.begun) :]), self._look))
            entry.addWidget(label(self._look, one.text.get(self._language)))
            entry.addStretch(1)
            grid.addLayout(entry, place % rows, place // rows)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return inside

    def _place(self) -> None:
        strip = self._strip.geometry()
        height = self._column.sizeHint().height()
        self.setGeometry(strip.x(), strip.y() - height, strip.width(), height)
