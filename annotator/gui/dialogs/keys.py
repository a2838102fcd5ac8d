"""All keys at a glance, from the table of actions and the scheme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.gui.actions import ACTIONS, MENUS
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import mark, plain, tr
from annotator.gui.keymap import keymap
from annotator.gui.label_keys import key_caption
from annotator.gui.look import Look
from annotator.gui.widgets.keycap import KeyCap, key_text
from annotator.gui.widgets.labels import label

_COLUMN_WIDTH = 300

Group: TypeAlias = tuple[str, list[tuple[tuple[str, ...], str]]]
"""A title, and what has which keys under it."""

CANVAS_KEYS = (
    (("Left", "Right"), mark("Previous or next word")),
    (("Ctrl+Left", "Ctrl+Right"), mark("Previous or next sentence")),
    (("Ctrl+Up", "Ctrl+Down"), mark("Previous or next paragraph")),
    (("Shift+Left", "Shift+Right"), mark("Select words")),
    (("Esc",), mark("Select nothing")),
)
"""What the canvas itself does with keys, beside the actions."""


def _shown(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys worth showing: two, and not the keypad's Enter beside the other."""
    return tuple(key for key in keys if not key.endswith("Enter"))[:2] or keys[:1]


def groups() -> Iterator[Group]:
    """Yield each menu's name with the keys of its actions, all translated."""
    specs = {spec.id: spec for spec in ACTIONS}
    for title, ids in MENUS:
        entries = []
        for identifier in ids:
            spec = specs.get(identifier)
            keys = _shown(keymap().keys(identifier)) if spec is not None else ()
            if spec is not None and keys:
                entries.append((keys, plain(tr(spec.text))))
        if entries:
            yield plain(tr(title)), entries
    yield tr("Text cursor"), [(keys, tr(text)) for keys, text in CANVAS_KEYS]


class KeysDialog(Dialog):
    """Groups in columns: one for each menu, one for the text cursor, one for the labels of the scheme."""

    help_section = "keys"

    def __init__(
        self,
        look: Look,
        scheme: Scheme | None,
        language: str,
        parent: QWidget | None = None,
        *,
        now: Group | None = None,
    ) -> None:
        super().__init__(look, tr("All keys"), parent, width=1240)
        self.want_height(700)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, look.px(12), 0)
        parts.setSpacing(look.px(16))
        columns = QHBoxLayout()
        columns.setSpacing(look.px(20))
        made = [self._group(title, entries) for title, entries in groups()]
        if now is not None:
            parts.addWidget(self._now(now))
        parts.addLayout(columns)
        parts.addStretch(1)
        if scheme is not None:
            made.append(self._group(tr("Labels"), _labels(scheme, language)))
        stacks = [QVBoxLayout() for _ in range(self._columns())]
        # The longest groups first, each into the column with most room left.
        heights, widths = [0] * len(stacks), [1] * len(stacks)
        for widget, size, wide in sorted(made, key=lambda group: -group[1]):
            shortest = heights.index(min(heights))
            stacks[shortest].addWidget(widget)
            heights[shortest] += size + 2
            widths[shortest] = max(widths[shortest], wide)
        for stack, wide in zip(stacks, widths, strict=True):
            stack.setSpacing(look.px(16))
            stack.addStretch(1)
            columns.addLayout(stack, wide)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)
        self.add_close()

    def _now(self, now: Group) -> QWidget:
        """Show the keys that apply now above all others, in rows that fill the width."""
        holder = QFrame()
        holder.setObjectName("keysNow")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(6))
        title, entries = now
        column.addWidget(label(self.look, title, weight=QFont.Weight.DemiBold))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(12))
        grid.setVerticalSpacing(self.look.px(2))
        wide = self._columns()
        deep = -(-len(entries) // wide)
        for place, (keys, text) in enumerate(entries):
            at = 2 * (place // deep)
            grid.addLayout(self._caps(keys), place % deep, at)
            grid.addWidget(label(self.look, text, wrap=True), place % deep, at + 1)
            grid.setColumnStretch(at + 1, 1)
        column.addLayout(grid)
        return holder

    def _caps(self, keys: tuple[str, ...]) -> QHBoxLayout:
        caps = QHBoxLayout()
        caps.setSpacing(self.look.px(4))
        # Two keys one after the other are no shortcut, so they have no name of Qt's.
        for text_of_key in dict.fromkeys(key if " " in key else key_text(key) for key in keys):
            caps.addWidget(KeyCap(text_of_key, self.look))
        caps.addStretch(1)
        return caps

    def _columns(self) -> int:
        """Return how many groups stand side by side: four, or as many as the screen has room for."""
        return max(1, min(4, self.minimumWidth() // self.look.px(_COLUMN_WIDTH)))

    def _group(self, title: str, entries: list[tuple[tuple[str, ...], str]]) -> tuple[QWidget, int, int]:
        """Return a group with the number of its rows and the width that keeps each in one line."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.look.px(12))
        grid.setVerticalSpacing(self.look.px(2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.look, title, weight=QFont.Weight.DemiBold), 0, 0, 1, 2)
        widest = [0, 0]
        for place, (keys, text) in enumerate(entries, start=1):
            caps, words = self._caps(keys), label(self.look, text, wrap=True)
            grid.addLayout(caps, place, 0)
            grid.addWidget(words, place, 1)
            advance = words.fontMetrics().horizontalAdvance(text)
            widest = [max(widest[0], caps.sizeHint().width()), max(widest[1], advance)]
        return holder, len(entries), sum(widest) + grid.horizontalSpacing()


def _labels(scheme: Scheme, language: str) -> list[tuple[tuple[str, ...], str]]:
    return [((key_caption(one.key),), one.text.get(language)) for _, one in scheme.labels() if one.key]
