"""One role of an event, or one relation, as a row that can be clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.core.annotation import Mention
from annotator.core.scheme import Scheme
from annotator.gui import icons
from annotator.gui.canvas.items import span_item
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.shown import SlotState
from annotator.gui.widgets.chip import ChipWidget
from annotator.gui.widgets.keycap import KeyCap, action_key
from annotator.gui.widgets.labels import ElidedLabel, label, plain_tooltip

NAME_WIDTH = 84
"""Room for a role's name: as far as "Geschädigter"."""
_HEIGHT = 32
_URGENCY = {
    SlotState.REQUIRED: 0,
    SlotState.OPEN: 1,
    SlotState.SUGGESTED: 2,
    SlotState.FILLED: 3,
}
_ACTIVATING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SlotRow(QFrame):
    """``activated`` asks to fill an empty slot or to go to the filler; the others decide a filled one.

    With the keyboard on it, Enter or R activates it, Del empties it, and the arrows lead to its neighbours.
    """

    activated = Signal()
    accepted = Signal()
    dropped = Signal()

    def __init__(self, look: Look, name: str, state: SlotState) -> None:
        super().__init__()
        self._look = look
        self._state = state
        self.setObjectName("slot")
        self.setProperty("state", state.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look.px(_HEIGHT))
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(8), 0, look.px(4), 0)
        self._row.setSpacing(look.px(4))
        colour = "warning" if state is SlotState.REQUIRED else "secondary"
        title = ElidedLabel(look, name, role=colour)
        title.setFixedWidth(look.px(NAME_WIDTH))
        self._row.addWidget(title)

    @property
    def rank(self) -> int:
        """How urgently it waits to be filled: 0 for a required one."""
        return _URGENCY[self._state]

    def show_filler(self, mention: Mention, text: str, scheme: Scheme, language: str) -> None:
        """Show the mention at the other end, with what can be done about it."""
        chip = ChipWidget(self._look, span_item(mention, scheme, language), scale=1.0)
        self._row.addWidget(chip)
        self._row.addWidget(ElidedLabel(self._look, text, middle=True), 1)
        if self._state is SlotState.SUGGESTED:
            self._row.addWidget(self._tool("check", tr("Accept"), self.accepted))
        self._row.addWidget(self._tool("close", tr("Remove"), self.dropped))
        self.setAccessibleName(f"{self.accessibleName()}: {text}")

    def show_empty(self) -> None:
        """Show that the slot waits, and the key that fills it."""
        required = self._state is SlotState.REQUIRED
        words = tr("Required – still open") if required else tr("open")
        self._row.addWidget(ElidedLabel(self._look, words, role="warning" if required else "disabled"), 1)
        key = action_key("relation")
        if key:
            self._row.addWidget(KeyCap(key, self._look))
        self.setAccessibleDescription(words)
        choose = label(self._look, tr("choose"), role="" if required else "secondary")
        choose.setContentsMargins(0, 0, self._look.px(4), 0)
        self._row.addWidget(choose)

    def lock(self, reason: str) -> None:
        """Let the role be, and say why; nothing is locked without a reason. A filler can still be gone to."""
        if reason:
            self.setToolTip(plain_tooltip(reason))
            for tool in self.findChildren(QToolButton):
                tool.setEnabled(False)
                tool.setToolTip(plain_tooltip(reason))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        is_empty = self._state in (SlotState.OPEN, SlotState.REQUIRED)
        if event.key() in _ACTIVATING or (is_empty and event.key() == Qt.Key.Key_R):
            self.activated.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _tool(self, icon: str, name: str, signal: object) -> QWidget:
        tool = QToolButton()
        tool.setIcon(icons.icon(icon, self._look, role="secondary"))
        tool.setToolTip(name)
        tool.setAccessibleName(name)
        tool.setFixedSize(self._look.px(20), self._look.px(24))
        tool.setProperty("face", "bare")
        tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tool.clicked.connect(signal)
        return tool
