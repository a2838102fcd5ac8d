"""The page without a project: begin, go on, or look around with the sample project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import clear
from annotator.gui.widgets.fields import button, link, row
from annotator.gui.widgets.labels import ElidedLabel, label, line

_WIDTH = 440


class RecentRow(QWidget):
    """A project opened lately: its name as a link, its folder below."""

    opened = Signal(str)

    def __init__(self, look: Look, path: str) -> None:
        super().__init__()
        place = Path(path)
        name = link(place.stem.replace("&", "&&"))
        name.clicked.connect(lambda: self.opened.emit(path))
        folder = ElidedLabel(look, str(place.parent), role="secondary", middle=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, look.px(4), 0, look.px(4))
        inside.setSpacing(look.px(12))
        inside.addWidget(name)
        inside.addWidget(folder, 1)


class Welcome(QWidget):
    """``recent_requested`` carries the path of a project."""

    recent_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        *,
        new: Callable[[], object],
        open_: Callable[[], object],
        sample: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("centre")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        px = look.px
        self.new_button = button(tr("New project"), primary=True)
        self.open_button = button(tr("Open"))
        self.sample_button = button(tr("Sample project"))
        for widget, run in ((self.new_button, new), (self.open_button, open_), (self.sample_button, sample)):
            widget.clicked.connect(lambda _=False, run=run: run())
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_block = QWidget()
        block = QVBoxLayout(self._recent_block)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(px(8))
        block.addWidget(label(look, tr("Recent projects"), weight=QFont.Weight.DemiBold))
        block.addWidget(line())
        block.addLayout(self._recent)
        column = QVBoxLayout()
        column.setSpacing(px(16))
        column.addWidget(label(look, "Annotator", size=25, weight=QFont.Weight.DemiBold))
        column.addWidget(label(look, tr("No project open."), role="secondary"))
        column.addLayout(row(self.new_button, self.open_button, self.sample_button, None, spacing=px(8)))
        column.addSpacing(px(8))
        column.addWidget(self._recent_block)
        column.addWidget(self._drop_target())
        holder = QWidget()
        holder.setFixedWidth(px(_WIDTH))
        holder.setLayout(column)
        page = QHBoxLayout(self)
        page.addStretch(1)
        page.addWidget(holder, 0, Qt.AlignmentFlag.AlignVCenter)
        page.addStretch(1)

    def set_recent(self, paths: tuple[str, ...]) -> None:
        """Show the projects opened lately."""
        clear(self._recent)
        for path in paths:
            made = RecentRow(self._look, path)
            made.opened.connect(self.recent_requested)
            self._recent.addWidget(made)
        self._recent_block.setVisible(bool(paths))

    def _drop_target(self) -> QFrame:
        target = QFrame()
        target.setObjectName("dropTarget")
        inside = QVBoxLayout(target)
        inside.setContentsMargins(*(self._look.px(16),) * 4)
        words = label(
            self._look,
            tr("Drop articles, folders or a project here."),
            role="secondary",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(words)
        return target
