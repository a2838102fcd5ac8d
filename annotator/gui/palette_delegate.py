"""A line of the command palette: name, where it belongs or why it cannot be done, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.look import Look

_ROW, _INSET, _GAP, _RADIUS, _PADDING = 34, 10, 12, 3, 6
_ENTRY = int(Qt.ItemDataRole.UserRole)


class PaletteDelegate(QStyledItemDelegate):
    """Paints entries of the palette; the keys stand at the right."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._look.px(_ROW))

    def paint(  # noqa: D102
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(_ENTRY)
        look, rect = self._look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, look.colour("selected"))
        rect.adjust(look.px(_INSET), 0, -look.px(_INSET), 0)
        rect.setRight(self._paint_keys(painter, rect, entry.keys, usable=not entry.reason))
        painter.setFont(look.font(13))
        name = QFontMetricsF(painter.font()).elidedText(
            entry.text, Qt.TextElideMode.ElideRight, rect.width() * 0.62
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour("disabled" if entry.reason else "text"))
        painter.drawText(rect, int(middle), name)
        rect.setLeft(rect.left() + QFontMetricsF(painter.font()).horizontalAdvance(name) + look.px(_GAP))
        painter.setFont(look.font(12))
        painter.setPen(look.colour("secondary"))
        rest = QFontMetricsF(painter.font()).elidedText(
            entry.reason or entry.group, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignRight), rest)
        painter.restore()

    def _paint_keys(self, painter: QPainter, rect: QRectF, keys: tuple[str, ...], *, usable: bool) -> float:
        """Paint key caps from the right; return where they begin."""
        look, right = self._look, rect.right()
        painter.setFont(look.font(11, QFont.Weight.DemiBold))
        high = look.px(20)
        for key in reversed(keys):
            wide = max(QFontMetricsF(painter.font()).horizontalAdvance(key) + 2 * look.px(_PADDING), high + 2)
            cap = QRectF(right - wide, rect.center().y() - high / 2, wide, high)
            painter.setPen(QColor(look.theme.strong_line))
            painter.setBrush(look.colour("field"))
            painter.drawRoundedRect(cap, _RADIUS, _RADIUS)
            painter.setPen(look.colour("text" if usable else "disabled"))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
            right = cap.left() - look.px(4)
        return right - (look.px(_GAP) if keys else 0)
