"""A small hint with an arrow, anchored to the panel that it is about. It never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import link, row
from annotator.gui.widgets.labels import label

_WIDTH, _ARROW, _INSET = 260, 8, 12


class Bubble(QWidget):
    """Lies over the page of its anchor. ``closed`` says that somebody has read it."""

    closed = Signal()

    def __init__(self, look: Look, text: str, anchor: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self.anchor = anchor
        self._page = page
        self.text = text
        self._below = True
        self._tip = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        self._inside = inside = QVBoxLayout(self)
        inside.setSpacing(look.px(6))
        words = label(look, text, wrap=True)
        words.setFixedWidth(look.px(_WIDTH - 2 * _INSET))
        inside.addWidget(words)
        close = link(tr("Got it"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.closed)
        inside.addLayout(row(None, close))
        for watched in (anchor, page):
            watched.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Stand where the anchor is now: within its lower end, or above it where it is a low bar."""
        page = self._page
        arrow = self._look.px(_ARROW)
        self._below = self.anchor.height() > 3 * self.sizeHint().height()
        margins = [self._look.px(_INSET)] * 4
        margins[1 if self._below else 3] += arrow
        self._inside.setContentsMargins(*margins)
        self.adjustSize()
        origin = self.anchor.mapTo(page, QPoint(0, 0))
        middle = origin.x() + self.anchor.width() // 2
        left = max(arrow, min(middle - self.width() // 2, page.width() - self.width() - arrow))
        # In a tall panel low down: what is read first stays free.
        end = origin.y() + self.anchor.height() - self._look.px(24) if self._below else origin.y()
        top = end - self.height()
        self._tip = max(2 * arrow, min(middle - left, self.width() - 2 * arrow))
        self.move(left, max(0, top))
        self.setVisible(self.anchor.isVisible())
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrow = self._look.px(_ARROW)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        box.adjust(0, arrow if self._below else 0, 0, 0 if self._below else -arrow)
        painter.setPen(QPen(self._look.colour("focus"), 1.5))
        painter.setBrush(QColor(self._look.theme.field))
        painter.drawRoundedRect(box, 6, 6)
        base, tip = (box.top(), 1.0) if self._below else (box.bottom(), self.height() - 1.0)
        points = [
            QPointF(self._tip - arrow, base),
            QPointF(self._tip, tip),
            QPointF(self._tip + arrow, base),
        ]
        painter.drawPolyline(QPolygonF(points))
        # The ground of the box goes on into the arrow.
        painter.setPen(QPen(QColor(self._look.theme.field), 2))
        painter.drawLine(points[0] + QPointF(1.5, 0), points[2] - QPointF(1.5, 0))
