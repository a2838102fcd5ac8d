"""The bar below the menu: modes, history, pre-tagging, search, and the end of the article."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import SearchField, tool_button
from annotator.gui.widgets.labels import line, plain_tooltip
from annotator.gui.window_actions import WindowActions

_HEIGHT = 44
_REST = 840
"""Pixels of the design that all but the words of the buttons take."""


class Toolbar(QWidget):
    """Buttons of the window's actions, with shorter words than the menu's."""

    def __init__(self, look: Look, actions: WindowActions) -> None:
        super().__init__()
        self.setObjectName("toolBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._actions = actions
        self.search = SearchField(look, icon="search", placeholder=tr("Find in article"), action="find")
        self.search.setMinimumWidth(look.px(140))
        self.search.setMaximumWidth(look.px(240))
        self._buttons: list[tuple[QToolButton, QAction, str]] = []
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(4))
        row.addWidget(self._mode_switch(actions))
        row.addSpacing(px(12))
        row.addWidget(self._separator())
        row.addSpacing(px(8))
        row.addWidget(self._button(actions["undo"], tr("Undo", "toolbar")))
        row.addWidget(self._button(actions["redo"], tr("Redo", "toolbar")))
        row.addSpacing(px(8))
        row.addWidget(self._separator())
        row.addSpacing(px(8))
        row.addWidget(self._button(actions["pretag"], tr("Pre-tag")))
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addSpacing(px(4))
        self._finish = self._button(actions["finish"], tr("Finish article"), face="button")
        row.addWidget(self._finish)
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Follow the actions: what is enabled, their icons and their names as tooltips."""
        self.setFixedHeight(self._look.px(_HEIGHT))
        self.search.setEnabled(self._actions["find"].isEnabled())
        for made, action, _ in self._buttons:
            made.setIcon(action.icon())
            made.setIconSize(QSize(self._look.px(16), self._look.px(16)))
            made.setEnabled(action.isEnabled())
            key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            name = action.text().replace("&", "")
            reason = plain_tooltip(self._actions.reason(action))
            made.setToolTip(reason or (f"{name} ({key})" if key else name))

    def set_annotating(self, on: bool) -> None:
        """Show or hide what is about the open article."""
        self.search.setVisible(on)
        self._finish.setVisible(on)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._spare_words()

    def _spare_words(self) -> None:
        """Leave the words out of buttons with an icon where the bar is too narrow for them all."""
        style = Qt.ToolButtonStyle
        words = sum(made.fontMetrics().horizontalAdvance(text) for made, _, text in self._buttons)
        wanted = words + self._look.px(_REST)
        for made, action, _ in self._buttons:
            # Finishing keeps its word longest.
            room = wanted if made is not self._finish else self._look.px(_REST)
            wide = room <= self.width() or action.icon().isNull()
            made.setToolButtonStyle(style.ToolButtonTextBesideIcon if wide else style.ToolButtonIconOnly)

    def _button(self, action: QAction, text: str, *, face: str = "tool") -> QToolButton:
        made = tool_button(text, face=face)
        made.clicked.connect(action.trigger)
        self._buttons.append((made, action, text))
        return made

    def _mode_switch(self, actions: WindowActions) -> QFrame:
        switch = QFrame()
        switch.setObjectName("modeSwitch")
        switch.setFixedHeight(self._look.px(28))
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for identifier, place in (
            ("mode_articles", "first"),
            ("mode_annotate", "middle"),
            ("mode_review", "middle"),
            ("mode_search", "last"),
        ):
            made = QToolButton()
            made.setDefaultAction(actions[identifier])
            made.setProperty("place", place)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            row.addWidget(made)
        return switch

    def _separator(self) -> QFrame:
        made = line(vertical=True)
        made.setFixedHeight(self._look.px(20))
        return made
