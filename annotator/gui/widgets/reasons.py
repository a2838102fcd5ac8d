"""A list of sentences about files, none of which is cut off, however long its path is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from annotator.gui.look import Look
from annotator.gui.widgets.labels import plain_tooltip

_HEIGHT = 220
_BREAK = "\u200b"


def reasons_list(look: Look, sentences: Sequence[str], *, name: str) -> QListWidget:
    """Return a list of sentences; a tooltip has each as it is, without places to break."""
    made = QListWidget()
    made.setWordWrap(True)
    made.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    # Asked for that bar, Qt measures a line without the padding and lets it run out at the right.
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setAccessibleName(name)
    made.setMinimumHeight(look.px(_HEIGHT))
    for sentence in sentences:
        item = QListWidgetItem(breakable(sentence))
        item.setToolTip(plain_tooltip(sentence))
        made.addItem(item)
    return made


def breakable(text: str) -> str:
    """Return ``text`` with places to break a line after what divides a path, and within very long words."""
    divided = re.sub(r"(?<=[/\\_])(?=\S)", _BREAK, text)
    return re.sub(r"[^\s\u200b]{60}", lambda found: found[0] + _BREAK, divided)
