"""The frame of a dock's parts: its title row, and sections with a heading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.gui.look import Look
from annotator.gui.widgets.labels import label, line

INSET, ABOVE = 16, 12

_STYLED = Qt.WidgetAttribute.WA_StyledBackground


class DockTitle(QWidget):
    """The title row of a dock, 36 pixels high, or twice as high where its tabs need a second row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dockTitle")
        self.setAttribute(_STYLED)
        # What has no room goes into a second row or away; the dock is as wide as what is below wants.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(INSET), 0, look.px(INSET), 0)
        rows.setSpacing(0)
        self.row, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self.row, self._second):
            row.setSpacing(look.px(16))
            rows.addLayout(row)
        self._look = look
        self._tabs: list[QToolButton] = []
        self._end: QWidget | None = None
        self._wraps = False
        look.changed.connect(self._on_look)
        self._on_look()

    def show_tabs(self, tabs: list[QToolButton], end: QWidget) -> None:
        """Show tabs, and at the right ``end``, which stays away where it has no room."""
        self._tabs, self._end = tabs, end
        for tab in tabs:
            self.row.addWidget(tab)
        self.row.addStretch(1)
        self.row.addWidget(end)
        self._second.addStretch(1)

    def make_room(self) -> None:
        """Set the tabs as far apart as there is room, at most as in the design, in two rows if need be."""
        widest, least = self._look.px(16), self._look.px(4)
        room = self.width() - 2 * self._look.px(INSET)
        tabs = sum(tab.sizeHint().width() for tab in self._tabs)
        wraps = tabs + least * (len(self._tabs) - 1) > room
        if wraps is not self._wraps:
            self._wrap(on=wraps)
        gaps = len(self._tabs)
        spacing = widest if wraps else max(least, min(widest, (room - tabs) // gaps))
        self.row.setSpacing(spacing)
        if self._end is not None:
            need = tabs + spacing * gaps + self._end.sizeHint().width()
            self._end.setVisible(not wraps and need <= room)

    def _wrap(self, *, on: bool) -> None:
        """Put the later tabs into the second row, or all into the first."""
        self._wraps = on
        first = (len(self._tabs) + 1) // 2
        for place, tab in enumerate(self._tabs[first:]):
            if on:
                self._second.insertWidget(place, tab)
            else:
                self.row.insertWidget(first + place, tab)
        self._on_look()

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(64 if self._wraps else 36))


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
