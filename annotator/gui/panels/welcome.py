"""The page without a project: begin, go on, or look around with the sample project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui import icons
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import clear
from annotator.gui.widgets.fields import button, link, row, tool_button
from annotator.gui.widgets.labels import ElidedLabel, label, line

_WIDTH = 440


class RecentRow(QWidget):
    """A project opened lately: its name as a link, its folder beside it, and a way to forget it."""

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self, look: Look, path: str) -> None:
        super().__init__()
        place = Path(path)
        self.path = path
        self.name = link(place.stem.replace("&", "&&"))
        self.name.clicked.connect(lambda: self.opened.emit(path))
        folder = ElidedLabel(look, str(place.parent), role="secondary", middle=True)
        forget = tool_button(face="bare")
        forget.setIcon(icons.icon("close", look, role="secondary"))
        forget.setToolTip(tr("Forget {name}; the file stays").format(name=place.name))
        forget.setAccessibleName(tr("Forget {name}; the file stays").format(name=place.name))
        forget.clicked.connect(lambda: self.forgotten.emit(path))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, look.px(4), 0, look.px(4))
        inside.setSpacing(look.px(12))
        inside.addWidget(self.name)
        inside.addWidget(folder, 1)
        inside.addWidget(forget)


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
        forget: Callable[[str], object],
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
            widget.installEventFilter(self)
        self._forget = forget
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
            made.forgotten.connect(self._on_forgotten)
            made.name.installEventFilter(self)
            self._recent.addWidget(made)
        self._recent_block.setVisible(bool(paths))

    @property
    def rows(self) -> list[RecentRow]:
        """The projects that are listed, the last one first."""
        found = (self._recent.itemAt(place) for place in range(self._recent.count()))
        return [item.widget() for item in found if item is not None]  # type: ignore[misc]

    def take_focus(self) -> None:
        """Put the keyboard to the last project, or, at the very first start, to the sample project."""
        rows = self.rows
        target = rows[0].name if rows else self.sample_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, button: QObject, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
            return True
        row = next((row for row in self.rows if row.name is button), None)
        if row is not None and event.key() == Qt.Key.Key_Delete:
            self._on_forgotten(row.path)
            return True
        order = [self.sample_button, *(row.name for row in self.rows)]
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() not in steps:
            return False
        place = order.index(button) if button in order else 0
        order[min(max(0, place + steps[Qt.Key(event.key())]), len(order) - 1)].setFocus()
        return True

    def _on_forgotten(self, path: str) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.path == path), 0)
        # Not within the signal of a button that goes.
        QTimer.singleShot(0, self, lambda: self._forget_and_stay(path, place))

    def _forget_and_stay(self, path: str, place: int) -> None:
        self._forget(path)
        rows = self.rows
        target = rows[min(place, len(rows) - 1)].name if rows else self.open_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
