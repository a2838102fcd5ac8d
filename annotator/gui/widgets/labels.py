"""Labels for text from outside: always plain, elided where the room ends, whole in the tooltip."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from annotator.gui.look import Look
from annotator.gui.widgets.ends import Ends, elided_ends

_LONG_WORD = re.compile(r"\S{40,}")
_JOINT = re.compile(r"([/\\_.-])")


class _Label(QLabel):
    """Follows the look by a method of its own: Qt takes that connection back when the label goes."""

    def __init__(self, look: Look, text: str, size: float, weight: QFont.Weight) -> None:
        super().__init__(text)
        self._look = look
        self._size = size
        self._weight = weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self._on_look)
        self._on_look()

    def _on_look(self) -> None:
        self.setFont(self._look.font(self._size, self._weight))


def label(
    look: Look,
    text: str = "",
    *,
    size: float = 12.0,
    weight: QFont.Weight = QFont.Weight.Normal,
    role: str = "",
    wrap: bool = False,
) -> QLabel:
    """Return a plain-text label in the interface face."""
    made = _Label(look, text, size, weight)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def line(*, vertical: bool = False) -> QFrame:
    """Return a line one pixel wide, between sections or in a bar."""
    made = QFrame()
    made.setObjectName("barLine" if vertical else "line")
    return made


def set_role(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet reads, and have it take effect."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class ElidedLabel(QWidget):
    """One line of text in the interface or reading face, elided at the end or in the middle."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        size: float = 12.0,
        weight: QFont.Weight = QFont.Weight.Normal,
        role: str = "text",
        middle: bool = False,
        font: QFont | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self._weight = weight
        self._own_font = font
        self._role = role
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self._text = self._details = ""
        self._ends: Ends | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        look.changed.connect(self._on_look)
        self._on_look()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, *, details: str = "") -> None:
        """Show ``text``; ``details`` are for the tooltip alone."""
        self._ends = None
        self._take(" ".join(text.split()), details)

    def set_ends(self, ends: Ends) -> None:
        """Show two names and what joins them; each is shortened in its own middle."""
        self._ends = ends
        self._take(str(ends), "")

    def _take(self, text: str, details: str) -> None:
        self._text, self._details = text, details
        self.setAccessibleName(text)
        self._refresh_tooltip()
        self.updateGeometry()
        self.update()

    def set_colour(self, role: str) -> None:
        """Draw the text in the colour of a theme role."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 4), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._refresh_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._role if self.isEnabled() else "disabled"))
        shown = self._elided()
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(flags), shown)

    def _elided(self) -> str:
        metrics, middle = self.fontMetrics(), Qt.TextElideMode.ElideMiddle
        if self._ends is None:
            return metrics.elidedText(self._text, self._mode, self.width())
        return elided_ends(
            self._ends,
            self.width(),
            advance=metrics.horizontalAdvance,
            elide=lambda text, width: metrics.elidedText(text, middle, int(width)),
        )

    def _refresh_tooltip(self) -> None:
        cut = self.width() < self.fontMetrics().horizontalAdvance(self._text)
        shown = [self._text] if cut else []
        self.setToolTip(plain_tooltip("\n".join([*shown, *filter(None, [self._details])])))

    def _on_look(self) -> None:
        font = self._own_font or self._look.font(self._size, self._weight)
        self.setFont(font)
        self.updateGeometry()
        self.update()


def breakable(text: str) -> str:
    """Return ``text`` with places to go on in the next line in words as long as names of files can be."""
    return _LONG_WORD.sub(lambda word: _JOINT.sub("\\1\u200b", word.group()), text)


def plain_tooltip(text: str) -> str:
    """Return ``text`` as a tooltip that Qt cannot take for rich text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>" if text else ""
