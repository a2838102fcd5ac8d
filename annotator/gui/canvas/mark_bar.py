"""The canvas's scroll bar: over the groove it shows where the open suggestions, hits and problems are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar

from annotator.gui.canvas.marks import MarkKind, OpenSuggestions, by_block, rows_of
from annotator.gui.canvas.page import Page
from annotator.gui.theme import LIGHT, Theme

_DELAY_MILLISECONDS = 80
"""Marks may follow a little later than the text: nobody waits for them."""
_HIGH = 2
_COLUMNS = {
    MarkKind.OPEN: (0.0, 0.4),
    MarkKind.HIT: (0.4, 1.0),
    MarkKind.PROBLEM: (0.6, 1.0),
    MarkKind.FOCUS: (0.0, 1.0),
}
"""From where to where in the bar's width a kind is drawn: its place tells it as well as its colour."""


class MarkBar(QScrollBar):
    """Told of the page and of what changed in it; works out and paints the marks when there is time."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._page: Page | None = None
        self._open: OpenSuggestions | None = None
        self._offsets: dict[MarkKind, tuple[int, ...]] = {}
        self._by_block: dict[MarkKind, list[list[int]]] = {}
        self._rows: dict[MarkKind, frozenset[int]] = {}
        self._dirty: set[int] | None = set()
        self._theme = LIGHT
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)

    @property
    def rows(self) -> Mapping[MarkKind, frozenset[int]]:
        """The rows of pixels that are marked, by kind."""
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of ``theme``."""
        self._theme = theme
        self.update()

    def set_page(self, page: Page | None) -> None:
        """Mark what is in another page, or nothing."""
        self._page, self._open, self._dirty = page, None, set()
        self._offsets, self._by_block, self._rows = {}, {}, {}
        self._later()

    def set_marks(self, kind: MarkKind, offsets: Iterable[int]) -> None:
        """Mark these places (code points); open suggestions are found without being told."""
        found = tuple(offsets)
        if self._offsets.get(kind, ()) != found:
            self._offsets[kind] = found
            self._by_block.pop(kind, None)
            self._later()

    def note_change(self, dirty: set[int] | None) -> None:
        """Take note that these blocks changed, ``None`` for all of them."""
        self._dirty = None if dirty is None or self._dirty is None else self._dirty | dirty
        if self._dirty is None:
            self._by_block.clear()  # the blocks may be others: a zone was corrected
        self._later()

    def refresh(self) -> None:
        """Work out the marks now."""
        self._timer.stop()
        if self._page is None:
            self._rows = {}
        else:
            if self._open is None:
                self._open = OpenSuggestions(self._page)
            else:
                self._open.update(self._dirty)
            self._dirty = set()
            height = max(1, self.height())
            self._rows = {MarkKind.OPEN: self._open.rows(height)}
            for kind in self._offsets:
                self._rows[kind] = rows_of(self._page, self._offsets_of(kind, self._page), height)
        self.update()

    def _offsets_of(self, kind: MarkKind, page: Page) -> list[list[int]]:
        found = self._by_block.get(kind)
        if found is None or len(found) != len(page.blocks):
            found = self._by_block[kind] = by_block(page, self._offsets[kind])
        return found

    def _later(self) -> None:
        """Wait for a pause: whoever decides key by key must not wait for marks."""
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Work the marks out for the new height."""
        super().resizeEvent(event)
        self._later()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks over the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        for kind in MarkKind:
            colour = self._colour(kind)
            left, right = (round(share * self.width()) for share in _COLUMNS[kind])
            for row in self._rows.get(kind, ()):
                painter.fillRect(QRect(left, row, right - left, _HIGH), colour)
        painter.end()

    def _colour(self, kind: MarkKind) -> QColor:
        theme = self._theme
        return QColor(
            {
                MarkKind.OPEN: theme.disabled,
                MarkKind.HIT: theme.warning,
                MarkKind.PROBLEM: theme.error,
                MarkKind.FOCUS: theme.focus,
            }[kind]
        )
