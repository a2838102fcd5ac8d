"""Large text on a small screen: what gives way, and what does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.annotation import SetState
from annotator.gui import placing
from annotator.gui.actions import ACTIONS
from annotator.gui.desk import Desk
from annotator.gui.keymap import keymap
from annotator.gui.look import Look
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.header import StateChip
from annotator.gui.panels.section import DockTitle
from annotator.gui.panels.status import StatusBar
from annotator.gui.widgets.fields import MenuButton, SearchField, tool_button
from annotator.gui.widgets.keycap import KeyCap
from annotator.gui.widgets.labels import breakable


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


def test_the_tabs_take_two_rows_where_the_right_side_is_narrow(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    title = DockTitle(look)
    title.setParent(holder)
    tabs = [tool_button(word, face="tab") for word in ("Auswahl", "Liste", "Ketten", "Probleme", "Verlauf")]
    title.show_tabs(tabs, QLabel("11/18"))
    holder.show()

    def rows(width: int) -> list[list[str]]:
        title.resize(width, title.height())
        title.make_room()
        QApplication.processEvents()
        assert all(tab.width() >= tab.sizeHint().width() for tab in tabs)
        heights = sorted({tab.y() for tab in tabs})
        return [[tab.text() for tab in tabs if tab.y() == height] for height in heights]

    words = [tab.text() for tab in tabs]
    assert rows(look.px(600)) == [words]
    one_row = title.height()
    assert rows(look.px(220)) == [words[:3], words[3:]]
    assert title.height() > one_row
    assert rows(look.px(600)) == [words]
    assert title.height() == one_row


def test_the_status_bar_leaves_out_what_it_would_cut_off(desk: Desk, look: Look, qtbot: QtBot) -> None:
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.set_session(desk.session)
    bar.set_zoom(1.0)
    bar.show()
    parts = (bar._counts[2], bar._counts[0], bar._counts[1], bar._scheme)
    shown = []
    for width in (1200, 600, 520, 440, 360):
        bar.setFixedWidth(look.px(width))
        QApplication.processEvents()
        assert all(part.width() >= part.sizeHint().width() for part in parts if part.isVisible())
        shown.append([part.isVisible() for part in parts])
    assert shown[0] == [True] * 4
    assert all(flags == sorted(flags, reverse=True) for flags in shown)
    assert shown[-1].count(True) < shown[1].count(True) < 4


def test_a_button_that_opens_a_menu_has_its_triangle_without_a_font_that_has_one(
    look: Look, qtbot: QtBot
) -> None:
    pictures = []
    for made in (MenuButton(look, "Alle"), tool_button("Alle")):
        qtbot.addWidget(made)
        made.resize(90, 28)
        pictures.append(made.grab().toImage().copy(70, 8, 16, 12))
    grounds = [len({picture.pixel(x, y) for x in range(16) for y in range(12)}) for picture in pictures]
    assert grounds[0] > grounds[1]


def test_only_words_as_long_as_names_of_files_are_broken() -> None:
    short, long = "Donaudampfschifffahrts-Gesellschaft e.V.", "/daten/größe_" + "sehr_lang_" * 5 + "x.docx"
    assert breakable(f"{short} {long}").startswith(f"{short} /\u200bdaten/\u200bgröße_\u200bsehr")
    assert breakable(long).replace("\u200b", "") == long
