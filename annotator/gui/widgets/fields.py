"""Fields and buttons in the look of the design."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import icons
from annotator.gui.keymap import keymap
from annotator.gui.look import Look
from annotator.gui.widgets.keycap import KeyCap, action_key
from annotator.gui.widgets.labels import plain_tooltip, set_role

_WIDE_ENOUGH = 180
"""Pixels of the design from which on a search field has room for words and the cap of its key."""
_TICK = ((0.28, 0.56), (0.46, 0.74), (0.8, 0.34))
_DASH = ((0.26, 0.54), (0.8, 0.54))


class Combo(QComboBox):
    """A combo box with the design's small triangle. The wheel scrolls the panel unless it has the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        _paint_arrow(self, self._look)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MenuButton(QToolButton):
    """A button with the same triangle, for it opens a menu."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setProperty("face", "button")
        self.setProperty("opens", "menu")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        _paint_arrow(self, self._look)


def _paint_arrow(widget: QWidget, look: Look) -> None:
    """Paint a small triangle at the right end of a widget; a font need not have one."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("secondary" if widget.isEnabled() else "disabled"))
    half, high = look.px(7) / 2, look.px(4)
    x, y = widget.width() - look.px(13), (widget.height() - high) / 2
    painter.drawPolygon(QPolygonF([QPointF(x - half, y), QPointF(x + half, y), QPointF(x, y + high)]))


class CheckBox(QCheckBox):
    """A check box in the colours of the theme: a plain box, filled when it is checked.

    A dash in place of the tick says that it holds for some.
    """

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.px(14)
        top = (self.height() - side) / 2
        box = QRectF(0.5, top + 0.5, side, side)
        on, usable = self.isChecked(), self.isEnabled()
        painter.setPen(QPen(self._look.colour("focus" if on or self.hasFocus() else "strong_line"), 1.2))
        painter.setBrush(self._look.colour("focus" if on else "field"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(self._look.colour("canvas"), 1.8))
            shape = _DASH if self.checkState() is Qt.CheckState.PartiallyChecked else _TICK
            points = [QPointF(box.left() + side * x, top + side * y) for x, y in shape]
            painter.drawPolyline(points)
        painter.setPen(self._look.colour("text" if usable else "disabled"))
        words = self.rect().adjusted(side + self._look.px(8), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words, int(flags), self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2).intersected(QRectF(self.rect())), 4, 4)


class SearchField(QFrame):
    """A line to type in, with an icon at its left and at its right the key of the action that leads to it."""

    text_changed = Signal(str)
    submitted = Signal()
    submitted_backwards = Signal()
    left_empty = Signal()

    def __init__(self, look: Look, *, icon: str, placeholder: str, action: str = "") -> None:
        super().__init__()
        self.setObjectName("searchField")
        self._look = look
        self._icon_name = icon
        self._icon = QLabel()
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.setClearButtonEnabled(False)
        self.edit.setAcceptDrops(False)  # files are for the window
        self.edit.textChanged.connect(self.text_changed)
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, look.px(8 if not action else 4), 0)
        row.setSpacing(look.px(6))
        row.addWidget(self._icon)
        row.addWidget(self.edit, 1)
        self._remark = QLabel()
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setProperty("role", "secondary")
        row.addWidget(self._remark)
        self._action = action
        self._cap = KeyCap("", look) if action else None
        if self._cap is not None:
            row.addWidget(self._cap)
        self.setFocusProxy(self.edit)
        look.changed.connect(self._on_look)
        keymap().changed.connect(self._show_key)
        self._on_look()
        self._show_key()

    def set_error(self, on: bool) -> None:
        """Mark the text as one without a hit."""
        set_role(self, "state", "error" if on else "")

    def set_remark(self, text: str) -> None:
        """Show a few signs at the right in place of the key."""
        self._remark.setText(text)
        self._show_key()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._show_key()
        text = self.edit.placeholderText()
        cut = self.edit.fontMetrics().horizontalAdvance(text) > self.edit.width()
        self.edit.setToolTip(plain_tooltip(text) if cut else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_role(self, "active", "true" if event.type() is QEvent.Type.FocusIn else "")
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.submitted_backwards if back else self.submitted).emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            held = bool(self.edit.text())
            self.edit.clear()
            self.left_empty.emit()
            return held  # in an empty field the key is for what is around it: it closes a dialog
        return False

    def _show_key(self) -> None:
        if self._cap is not None:
            self._cap.set_text(action_key(self._action))
            wide = self.width() >= self._look.px(_WIDE_ENOUGH)
            self._cap.setVisible(wide and bool(self._cap.text) and not self._remark.text())

    def _on_look(self) -> None:
        self._icon.setPixmap(
            icons.pixmap(self._icon_name, self._look, role="secondary", density=self.devicePixelRatioF())
        )
        self.setFixedHeight(self._look.px(28))


class NoteField(QPlainTextEdit):
    """Several lines of plain text; ``left`` comes when the writer goes elsewhere."""

    left = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: D102, N802
        return not source.hasUrls() and super().canInsertFromMimeData(source)  # files are for the window

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.left.emit()


def button(text: str, *, primary: bool = False) -> QPushButton:
    """Return a push button that Enter presses when it has the focus."""
    made = QPushButton(text)
    made.setProperty("primary", "true" if primary else "false")
    made.setAutoDefault(primary)
    made.setDefault(primary)
    return made


def link(text: str) -> QPushButton:
    """Return a button that looks like a link."""
    made = QPushButton(text)
    made.setProperty("face", "link")
    made.setFlat(True)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def tool_button(text: str = "", *, face: str = "button", checkable: bool = False) -> QToolButton:
    """Return a tool button; ``face`` chooses its look in the style sheet."""
    made = QToolButton()
    made.setText(text)
    made.setProperty("face", face)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return made


def number_field(look: Look, value: int, least: int, most: int) -> QSpinBox:
    """Return a field for a whole number from ``least`` to ``most``."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    made.setFixedSize(look.px(84), look.px(28))
    made.lineEdit().setTextMargins(look.px(6), 0, 0, 0)
    return made


def halfway(look: Look, *widgets: QWidget) -> QVBoxLayout:
    """Return lines of a head, one above the other at half its height."""
    layout = QVBoxLayout()
    layout.setSpacing(look.px(4))
    layout.addStretch(1)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return layout


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Return a row without margins; ``None`` stands for the room that is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout
