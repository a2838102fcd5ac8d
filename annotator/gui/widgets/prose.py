"""Running text in the reading face: wrapped, plain, with marked words underlined."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.fonts import reading_font
from annotator.gui.look import Look

_SIZE, _LINE = 13, 20


class Prose(QWidget):
    """Text of 13 on 20 pixels. ``underline`` is the colour of the line below marked stretches."""

    def __init__(self, look: Look, *, italic: bool = False, bold: bool = False) -> None:
        super().__init__()
        self._look = look
        self._italic, self._bold = italic, bold
        self._parts: list[tuple[str, bool]] = []
        self._underline = QColor()
        self._hits: list[tuple[int, int]] = []
        self._hit = -1
        self._layout: tuple[int, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_change)

    def set_text(self, text: str) -> None:
        """Show ``text`` without marks."""
        self.set_parts([(text, False)], QColor())

    def set_parts(self, parts: list[tuple[str, bool]], underline: QColor) -> None:
        """Show stretches of text, those that are marked with a line below."""
        self._parts, self._underline = parts, underline
        self.setAccessibleName("".join(text for text, _ in parts))
        self._on_change()

    def look_for(self, words: str) -> int:
        """Mark every place of ``words``, whatever the case; return how many there are."""
        text = "".join(text for text, _ in self._parts)
        found = re.finditer(re.escape(words), text, re.IGNORECASE) if words else ()
        self._hits = [(_units(text[: m.start()]), _units(text[: m.end()])) for m in found]
        self.mark_hit(-1)
        return len(self._hits)

    def mark_hit(self, number: int) -> int:
        """Mark one of the places more than the others (-1 for none); return how far down its line is."""
        self._hit = number
        self.update()
        if not 0 <= number < len(self._hits):
            return 0
        line = self._laid_out(max(1, self.width())).lineForTextPosition(self._hits[number][0])
        return round(line.y()) if line.isValid() else 0

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        return self._laid_out(width).lineCount() * self._look.px(_LINE)

    def sizeHint(self) -> QSize:  # noqa: D102
        width = self.width() if self.width() > 80 else self._look.px(280)
        return QSize(self._look.px(160), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._look.px(80), self._look.px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setPen(self._look.colour("text"))
        layout = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0), [self._ground(at) for at in range(len(self._hits))])
        painter.setPen(QPen(self._underline, 2))
        for start, end in self._marked():
            self._paint_line(painter, layout, start, end)

    def _paint_line(self, painter: QPainter, layout: QTextLayout, start: int, end: int) -> None:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            after = min(end, line.textStart() + line.textLength())
            if first < after:
                left, right = line.cursorToX(first)[0], line.cursorToX(after)[0]  # type: ignore[index]
                y = line.y() + line.ascent() + 3
                painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _ground(self, number: int) -> QTextLayout.FormatRange:
        here = number == self._hit
        made = QTextLayout.FormatRange()
        start, end = self._hits[number]
        made.start, made.length = start, end - start
        style = QTextCharFormat()
        style.setBackground(self._look.colour("hint" if here else "selected"))
        if here:
            style.setForeground(self._look.colour("hint_text"))
        made.format = style
        return made

    def _marked(self) -> list[tuple[int, int]]:
        result, place = [], 0
        for text, marked in self._parts:
            units = _units(text)
            if marked:
                result.append((place, place + units))
            place += units
        return result

    def _laid_out(self, width: int) -> QTextLayout:
        if self._layout is None or self._layout[0] != width:
            self._layout = (width, self._lay_out(width))
        return self._layout[1]

    def _font(self) -> QFont:
        return reading_font(_SIZE * self._look.scale, bold=self._bold, italic=self._italic)

    def _lay_out(self, width: int) -> QTextLayout:
        text = "".join(text for text, _ in self._parts)
        layout = QTextLayout(text, self._font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        line_height = self._look.px(_LINE)
        layout.beginLayout()
        line, top = layout.createLine(), 0.0
        while line.isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
            top += line_height
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _on_change(self) -> None:
        self._layout = None
        self.updateGeometry()
        self.update()


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
