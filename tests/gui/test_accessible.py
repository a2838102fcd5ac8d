"""What a screen reader is told of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from tests.gui.hands import press


def reachable(window: MainWindow) -> list[QWidget]:
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


@pytest.mark.parametrize("mode", ["annotate", "articles", "search"])
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, desk: Desk, mode: str) -> None:
    window.show_mode(mode)
    QApplication.processEvents()
    widgets = reachable(window)
    assert len(widgets) > 3
    assert nameless(widgets) == []


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
