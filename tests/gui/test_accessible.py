"""What a screen reader is told of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.slot_row import SlotRow
from tests.gui.hands import press
from tests.gui.test_every_dialog import dialogs, pages


def reachable(window: QWidget) -> list[QWidget]:
    """Return what the keyboard can be put on now."""
    found = window.findChildren(QWidget)
    return [w for w in found if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def nameless(widgets: list[QWidget]) -> list[str]:
    """Return those with neither an accessible name, nor words of their own, nor a label beside them."""
    buddies = {
        label.buddy() for window in {w.window() for w in widgets} for label in window.findChildren(QLabel)
    }

    def is_named(widget: QWidget) -> bool:
        proxied = widget.focusProxy()
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        inner = proxied is not None and is_named(proxied)
        return bool(widget.accessibleName() or words.strip()) or widget in buddies or inner

    return [f"{type(w).__name__} {w.objectName()}" for w in widgets if not is_named(w)]


def unreachable(root: QWidget) -> list[str]:
    """Return what the mouse can press, turn on or choose and the keyboard cannot be put on."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)
    found = [
        w for w in root.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and w.isEnabled()
    ]
    return [
        f"{type(w).__name__} {w.objectName()} {w.accessibleName()}"
        for w in found
        if not w.focusPolicy() & Qt.FocusPolicy.TabFocus and not has_another_way(w)
    ]


def has_another_way(widget: QWidget) -> bool:
    """Tell whether keys lead to a control without Tab.

    Arrows go between exclusive buttons and through the list of commands; a slot takes Enter and Del itself.
    """
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in group.buttons())
    at_slot = isinstance(widget.parentWidget(), SlotRow)
    return at_slot or isinstance(widget, QHeaderView) or widget.objectName() == "paletteList"


def test_all_of_every_page_has_a_name_and_can_be_reached_by_keyboard(window: MainWindow, desk: Desk) -> None:
    faults = []
    for page, show in pages(window).items():
        show()
        QApplication.processEvents()
        faults += [f"{page}: {widget} has no name" for widget in nameless(reachable(window))]
        faults += [f"{page}: {widget} is for the mouse alone" for widget in unreachable(window)]
    assert not faults, "\n".join(faults)


def test_all_of_every_dialog_has_a_name_and_can_be_reached_by_keyboard(
    window: MainWindow, desk: Desk
) -> None:
    faults = []
    for name, make in dialogs(window, "de").items():
        dialog = make()
        dialog.show()
        QApplication.processEvents()
        faults += [f"{name}: {widget} has no name" for widget in nameless(reachable(dialog))]
        faults += [f"{name}: {widget} is for the mouse alone" for widget in unreachable(dialog)]
        dialog.done(0)
        dialog.deleteLater()
    assert not faults, "\n".join(faults)


def test_a_button_without_a_name_and_one_without_the_keyboard_are_noticed(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    bare, dead = QPushButton(), QPushButton("Größe")
    dead.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for made in (bare, dead):
        column.addWidget(made)
    holder.show()
    assert len(nameless(reachable(holder))) == 1
    assert len(unreachable(holder)) == 1


@pytest.mark.parametrize("keys", ["Tab", "N", "A"])
def test_the_right_side_has_names_whatever_has_the_focus(window: MainWindow, desk: Desk, keys: str) -> None:
    press(desk.canvas, keys)
    desk.inspector.refresh()
    QApplication.processEvents()
    assert nameless(reachable(window)) == []


def test_the_list_of_annotations_reads_each_with_label_words_and_status(desk: Desk) -> None:
    desk.show_list()
    QApplication.processEvents()
    model = desk.inspector.list.model
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("Person" in text and "Karla Weiß" in text and "Vorschlag" in text for text in said)
    assert QApplication.focusWidget() is desk.inspector.list.view


def test_a_click_puts_the_keyboard_into_a_filter(window: MainWindow, desk: Desk) -> None:
    field = desk.articles.search.edit
    desk.canvas.setFocus()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is field
