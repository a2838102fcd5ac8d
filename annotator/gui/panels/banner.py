"""A line below the toolbar for what holds for the whole project: it can only be read, or its disk is away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button
from annotator.gui.widgets.labels import label, set_role


class Banner(QFrame):
    """Hidden unless it has something to say. It stays until what it says is over."""

    again_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.failing = False
        self._text = label(look, wrap=True)
        self.again_button = button(tr("Try again"))
        self.again_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.again_button.clicked.connect(self.again_requested)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(look.px(24), look.px(6), look.px(24), look.px(6))
        inside.setSpacing(look.px(8))
        inside.addWidget(self._text, 1)
        inside.addWidget(self.again_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def show_hindrance(self, text: str) -> None:
        """Say why the project can only be read."""
        self._show(text, "", failing=False)

    def show_failure(self, text: str) -> None:
        """Say that the project cannot be reached or written for the moment."""
        self._show(text, "error", failing=True)

    def recover(self) -> None:
        """Take back what was said about a failure, for the project can be written again."""
        if self.failing:
            self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self.failing = False
        self.hide()

    def _show(self, text: str, state: str, *, failing: bool) -> None:
        self.failing = failing
        self._text.setText(text)
        set_role(self, "state", state)
        set_role(self._text, "role", "error" if failing else "warning")
        self.show()
