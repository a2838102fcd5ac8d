"""Large text on a small screen: what gives way, and what does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.annotation import SetState
from annotator.gui import placing
from annotator.gui.actions import ACTIONS
from annotator.gui.keymap import keymap
from annotator.gui.look import Look
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.header import StateChip
from annotator.gui.widgets.fields import SearchField
from annotator.gui.widgets.keycap import KeyCap


def test_the_widest_panel_keeps_what_the_others_leave(qtbot: QtBot) -> None:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    splitter.setHandleWidth(1)
    panels = [QWidget(), QWidget(), QWidget()]
    for panel, least in zip(panels, (300, 700, 400), strict=True):
        panel.setMinimumWidth(least)
        splitter.addWidget(panel)
    splitter.setSizes([600, 100, 600])
    placing.squeeze(splitter, 1000)
    splitter.resize(1000, 200)
    splitter.show()
    sizes = splitter.sizes()
    assert (sizes[0], sizes[2]) == (300, 400)
    assert sizes[1] == pytest.approx(300, abs=4)


def test_a_narrow_search_field_shows_no_key(look: Look, qtbot: QtBot) -> None:
    keymap().learn(ACTIONS)
    field = SearchField(look, icon="search", placeholder="Im Artikel suchen", action="find")
    qtbot.addWidget(field)
    field.resize(look.px(240), 28)
    field.show()
    cap = field.findChild(KeyCap)
    assert cap is not None
    assert cap.isVisible()
    field.resize(look.px(150), 28)
    assert not cap.isVisible()


def test_a_state_without_room_for_its_name_has_it_in_the_tooltip(look: Look, qtbot: QtBot) -> None:
    chip = StateChip(look)
    qtbot.addWidget(chip)
    chip.set_state(SetState.OPEN)
    wide = chip.sizeHint().width()
    chip.set_short(True)
    assert chip.sizeHint().width() < wide
    assert chip.accessibleName() == chip.toolTip()


def test_the_toolbar_keeps_a_search_to_type_in(window: MainWindow) -> None:
    bar = window.toolbar
    bar.resize(window.look.px(730), bar.height())
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    assert bar.search.width() >= window.look.px(130)
    finish = next(b for b in bar.findChildren(QToolButton) if b is bar._finish)
    assert finish.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert finish.toolTip()
