"""A line above the canvas for what should not be missed: an error, or that nothing is left to decide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from annotator.core.annotation import SetState
from annotator.core.state import AnnotationState
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.session_bridge import Suggestions
from annotator.gui.widgets.fields import button
from annotator.gui.widgets.labels import label, set_role


class NoticeBar(QFrame):
    """Hidden unless it has something to say. An error stays until it is closed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._error = False
        self._pretagging = False
        self._text = label(look, wrap=True)
        self._pretag = button(tr("Pre-tag"))
        self._finish = button(tr("Finish article"))
        self._close = button(tr("Close"))
        self._close.clicked.connect(self.close_error)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), look.px(6), look.px(24), look.px(6))
        row.setSpacing(look.px(8))
        row.addWidget(self._text, 1)
        for widget in (self._pretag, self._finish, self._close):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(widget)
        self.hide()

    def set_actions(self, *, pretag: Callable[[], object], finish: Callable[[], object]) -> None:
        """Say what the buttons do."""
        self._pretag.clicked.connect(lambda: pretag())
        self._finish.clicked.connect(lambda: finish())

    def set_pretagging(self, on: bool) -> None:
        """Take note that suggestions are being looked for, so that none yet is not told as none at all."""
        self._pretagging = on

    def show_error(self, text: str) -> None:
        """Show an error until it is closed."""
        self._error = True
        self._show(text, "error", self._close)

    def close_error(self) -> None:
        """Close the error."""
        self._error = False
        self.hide()

    def show_state(self, state: AnnotationState, suggestions: Suggestions, *, control: bool = False) -> None:
        """Say that there are no suggestions, or none left to decide, while the article is not finished.

        On a ``control`` article there are none on purpose.
        """
        if self._error:
            return
        finished = state.set_state in (SetState.DONE, SetState.SKIPPED)
        if finished or state.open_total:
            self.hide()
        elif suggestions.total:
            self._show(tr("All suggestions decided."), "plain", self._finish)
        elif state.order:
            self.hide()
        elif control:
            self._show(tr("No suggestions: this is a control article."), "plain")
        elif self._pretagging:
            self._show(tr("Looking for suggestions …"), "plain")
        else:
            self._show(tr("No suggestions."), "plain", self._pretag)

    def _show(self, text: str, state: str, *buttons: object) -> None:
        self._text.setText(text)
        set_role(self, "state", state)
        set_role(self._text, "role", "error" if state == "error" else "secondary")
        for widget in (self._pretag, self._finish, self._close):
            widget.setVisible(widget in buttons)
        self.show()
