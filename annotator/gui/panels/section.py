"""The frame of a dock's parts: its title row, and sections with a heading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui.look import Look
from annotator.gui.widgets.labels import label, line

INSET, ABOVE = 16, 12

_STYLED = Qt.WidgetAttribute.WA_StyledBackground


class DockTitle(QWidget):
    """The title row of a dock, 36 pixels high; ``left`` and ``right`` are its two ends."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dockTitle")
        self.setAttribute(_STYLED)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look.px(INSET), 0, look.px(INSET), 0)
        self.row.setSpacing(look.px(16))
        self._look = look
        look.changed.connect(self._on_look)
        self._on_look()

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(36))


class Section(QWidget):
    """A part of the inspector: a heading with a remark at its right, and what hangs below it."""

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(look.px(INSET), look.px(ABOVE), look.px(INSET), look.px(ABOVE))
        self.body.setSpacing(look.px(4))
        self._column.addLayout(self.body)
        self._column.addWidget(line())
        self.remark = label(look, role="secondary")
        if title:
            heading = QHBoxLayout()
            heading.setContentsMargins(0, 0, 0, look.px(4))
            heading.addWidget(label(look, title, weight=QFont.Weight.DemiBold))
            heading.addStretch(1)
            heading.addWidget(self.remark)
            self.body.addLayout(heading)


def clear(layout: QVBoxLayout) -> None:
    """Take all widgets out of a layout and delete them."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            focused = QApplication.focusWidget()
            if focused is not None and (focused is widget or widget.isAncestorOf(focused)):
                # Else hiding would hand the keyboard to whatever comes next, a button of the toolbar say.
                focused.clearFocus()
            widget.hide()
            widget.deleteLater()
