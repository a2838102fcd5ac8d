"""An annotator's letter on the ground of her colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from annotator.gui.look import Look
from annotator.gui.widgets.labels import label, plain_tooltip


def letter_label(look: Look, letter: str, tone: int, name: str) -> QLabel:
    """Return the letter; ``tone`` is the place of the colour among the theme's, ``name`` may be empty."""
    made = label(look, letter, size=11, weight=QFont.Weight.DemiBold)
    theme = look.theme
    ground = theme.annotators[tone % len(theme.annotators)]
    size = look.px(18)
    made.setFixedSize(size, size)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setStyleSheet(f"background: {ground}; color: {theme.canvas}; border-radius: 3px;")
    made.setToolTip(plain_tooltip(name))
    made.setAccessibleName(f"{letter} {name}".strip())
    return made
