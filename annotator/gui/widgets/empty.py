"""What a place says when it has nothing to show: a sentence and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.keymap import keymap
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.keycap import action_key
from annotator.gui.widgets.labels import label


class EmptyState(QWidget):
    """A centred sentence in secondary text, with buttons below.

    ``{key}`` in it stands for the key that the action ``key`` has now.
    """

    def __init__(
        self, look: Look, sentence: str, *actions: tuple[str, Callable[[], object]], key: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("emptyState")
        self._sentence, self._key = sentence, key
        self._text = text = label(look, role="secondary", wrap=True)
        keymap().changed.connect(self._say)
        self._say()
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(24), look.px(16), look.px(24))
        column.setSpacing(look.px(12))
        column.addStretch(1)
        column.addWidget(text)
        if actions:
            buttons = []
            for title, handler in actions:
                made = button(title)
                made.clicked.connect(lambda _=False, run=handler: run())
                buttons.append(made)
            column.addLayout(row(None, *buttons, None, spacing=look.px(8)))
        column.addStretch(1)

    def _say(self) -> None:
        self._text.setText(self._sentence.format(key=action_key(self._key)) if self._key else self._sentence)
