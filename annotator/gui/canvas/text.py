"""Lines of text as Qt wraps them: one QTextLayout per block, and the faces they are set in."""

from __future__ import annotations

from functools import cache
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout, QTextLine, QTextOption

from annotator.core.article import ZoneKind
from annotator.gui.canvas.measures import STYLES, Face, ZoneStyle
from annotator.gui.canvas.paragraphs import Block, Utf16, displayed
from annotator.gui.fonts import INTERFACE, READING, load_fonts

_POINTS_PER_INCH = 72.0


def _font(family: str, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a font of ``size`` pixels, fractions included, whose advances scale with the zoom."""
    font = QFont(family)
    font.setPointSizeF(size * _POINTS_PER_INCH / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class Faces:
    """The fonts of the canvas and the widths of labels set in them."""

    def __init__(self) -> None:
        load_fonts()
        self.chip = _font(INTERFACE, 10.5, QFont.Weight.DemiBold)
        self.numeral = _font(INTERFACE, 8.5, QFont.Weight.DemiBold)
        self.arc = _font(INTERFACE, 11)
        self.current_arc = _font(INTERFACE, 11, QFont.Weight.DemiBold)
        self.number = _font(INTERFACE, 11)
        self.zone_name = _font(INTERFACE, 9)
        self._zones = {kind: _zone_font(style) for kind, style in STYLES.items()}
        self._chip_widths: dict[str, float] = {}
        self._arc_widths: dict[str, float] = {}

    def zone(self, kind: ZoneKind) -> QFont:
        """Return the font that a zone is set in."""
        return self._zones[kind]

    def chip_text(self, text: str) -> float:
        """Return the width of a chip's text in pixels."""
        width = self._chip_widths.get(text)
        if width is None:
            width = self._chip_widths[text] = QFontMetricsF(self.chip).horizontalAdvance(text)
        return width

    def arc_label(self, text: str) -> float:
        """Return the width of an arc's label in pixels, wide enough for the current arc's weight."""
        width = self._arc_widths.get(text)
        if width is None:
            width = self._arc_widths[text] = QFontMetricsF(self.current_arc).horizontalAdvance(text)
        return width


def _zone_font(style: ZoneStyle) -> QFont:
    font = _font(READING if style.face is Face.READING else INTERFACE, style.size)
    if style.semibold:
        font.setWeight(QFont.Weight.DemiBold)
    font.setBold(style.bold or font.bold())
    font.setItalic(style.italic)
    return font


@cache
def faces() -> Faces:
    """Return the faces of this process. Needs a QGuiApplication."""
    return Faces()


class Line:
    """One wrapped line of a block; offsets are the article's, in code points."""

    __slots__ = ("_block", "_layout", "_line", "_text", "_units", "end", "start", "width")

    def __init__(self, layout: QTextLayout, number: int, units: Utf16, *, text: str, block: int) -> None:
        """Take a line of the block that begins at the offset ``block`` and has ``text``."""
        self._layout = layout  # a QTextLine is dead without its layout
        self._line = line = layout.lineAt(number)
        self._units = units
        self._text = text
        self._block = block
        first, length = line.textStart(), line.textLength()
        self.start = units.to_offset(first)
        self.end = units.to_offset(first + length)
        self.width = line.naturalTextWidth()

    def x(self, offset: int) -> float:
        """Return where ``offset`` is, from the left edge of the column."""
        place = cast("tuple[float, int]", self._line.cursorToX(self._units.to_units(offset)))
        return place[0]

    def is_gap(self, offset: int) -> bool:
        """Tell whether there is white space, or nothing of this line, at ``offset``."""
        return not self.start <= offset < self.end or self._text[offset - self._block].isspace()

    def offset_at(self, x: float) -> int:
        """Return the offset of the character at ``x``, the first or last one beside the line."""
        unit = self._line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
        offset = min(self._units.to_offset(unit), self.end - 1)
        while offset > self.start and self.x(offset) > x:  # within a ligature, Qt names only its start
            offset -= 1
        return offset

    def baseline(self, height: float) -> float:
        """Return the baseline in a band of ``height`` in which the text is centred."""
        return (height - self._line.height()) / 2 + self._line.ascent()

    def draw(self, painter: QPainter, x: float, top: float, height: float) -> None:
        """Draw the text in the painter's pen, centred in a band of ``height`` that begins at ``top``."""
        self._line.draw(painter, QPointF(x, top + (height - self._line.height()) / 2))


class BlockText:
    """A block's text, wrapped. Wrapping depends on the text and the width alone, never on annotations."""

    __slots__ = ("lines",)

    def __init__(self, text: str, block: Block, *, column: float, font: QFont) -> None:
        """Wrap ``text[block.start:block.end]`` to ``column`` pixels."""
        piece = text[block.start : block.end]
        units = Utf16(piece, block.start)
        layout = _wrapped(displayed(piece), column, font)
        self.lines = tuple(
            Line(layout, number, units, text=piece, block=block.start) for number in range(layout.lineCount())
        )


def _wrapped(text: str, column: float, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(column)
        line.setPosition(QPointF(0, 0))
        line = layout.createLine()
    layout.endLayout()
    return layout
