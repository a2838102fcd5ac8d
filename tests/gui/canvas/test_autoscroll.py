from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.canvas.autoscroll import speed
from annotator.gui.canvas.view import CanvasView
from tests.gui.canvas.examples import body, make_scheme, mention, state_of
from tests.support.build import place

LONG = body("\n".join(f"Absatz {number} mit Ämtern, Öfen und einem 🚒 in Köln." for number in range(200)))
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(832, 600)
    made.set_document(LONG, make_scheme(), "de")
    places = [mention(f"m{i}", "entity", "LOC", place(LONG, "Köln", i)) for i in range(200)]
    made.set_state(state_of(LONG, places))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    return made


def drag_to(canvas: CanvasView, start: QPoint, end: QPoint) -> None:
    port = canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)


def position(canvas: CanvasView) -> int:
    return canvas.verticalScrollBar().value()


def stands_still(canvas: CanvasView) -> bool:
    before = position(canvas)
    QTest.qWait(80)
    return position(canvas) == before


def test_in_the_middle_nothing_scrolls() -> None:
    assert speed(300, 600) == speed(30, 600) == speed(570, 600) == 0


def test_the_farther_out_the_faster_up_to_a_limit() -> None:
    down = [speed(y, 600) for y in (580, 590, 600, 620, 660, 720, 2000)]
    assert down == sorted(down)
    assert 0 < down[0] < down[2] < down[4] < down[5]
    assert down[5] == down[6]
    assert [speed(600 - y, 600) for y in (580, 600, 660, 2000)] == [
        -speed(y, 600) for y in (580, 600, 660, 2000)
    ]


def test_a_low_window_keeps_a_middle_that_stands_still() -> None:
    assert speed(20, 40) == 0
    assert speed(39, 40) > 0 > speed(1, 40)


def test_a_drag_held_below_the_edge_scrolls_on_and_selects_on(qtbot: QtBot, canvas: CanvasView) -> None:
    drag_to(canvas, QPoint(120, 30), QPoint(200, 640))
    first = canvas.selection()
    assert first is not None
    qtbot.waitUntil(lambda: position(canvas) > 200)
    later = canvas.selection()
    assert later is not None
    assert (later.start, later.end > first.end) == (first.start, True)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, QPoint(200, 640))
    kept = canvas.selection()
    assert stands_still(canvas)
    assert canvas.selection() == kept is not None


def test_a_drag_near_the_upper_edge_scrolls_back(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.verticalScrollBar().setValue(900)
    drag_to(canvas, QPoint(300, 300), QPoint(200, 4))
    qtbot.waitUntil(lambda: position(canvas) < 895)
    selected = canvas.selection()
    assert selected is not None
    qtbot.waitUntil(lambda: (canvas.selection() or selected).start < selected.start, timeout=10_000)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, QPoint(200, 4))
    assert stands_still(canvas)


def test_going_back_into_the_middle_stops_it(qtbot: QtBot, canvas: CanvasView) -> None:
    drag_to(canvas, QPoint(120, 30), QPoint(200, 640))
    qtbot.waitUntil(lambda: position(canvas) > 20)
    QTest.mouseMove(canvas.viewport(), QPoint(200, 300))
    assert stands_still(canvas)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, QPoint(200, 300))


@pytest.mark.parametrize(
    "end",
    [
        lambda canvas: QTest.keyClick(canvas, Qt.Key.Key_Escape),
        lambda canvas: canvas.hide(),
        lambda canvas: canvas.set_document(LONG, make_scheme(), "en"),
    ],
    ids=["Esc", "hidden", "other document"],
)
def test_it_ends_with_the_gesture(
    qtbot: QtBot, canvas: CanvasView, end: Callable[[CanvasView], object]
) -> None:
    drag_to(canvas, QPoint(120, 30), QPoint(200, 640))
    qtbot.waitUntil(lambda: position(canvas) > 20)
    end(canvas)
    assert stands_still(canvas)
    QTest.mouseMove(canvas.viewport(), QPoint(200, 645))
    assert stands_still(canvas)


def test_escape_while_it_scrolls_selects_nothing(qtbot: QtBot, canvas: CanvasView) -> None:
    drag_to(canvas, QPoint(120, 30), QPoint(200, 640))
    qtbot.waitUntil(lambda: position(canvas) > 20)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection() is None


def test_a_relation_can_be_dragged_to_a_chip_that_was_out_of_sight(qtbot: QtBot, canvas: CanvasView) -> None:
    surface = canvas._surface
    assert surface is not None
    chip, left, top = next(surface.chips())
    dragged: list[tuple[str, str]] = []
    canvas.relation_dragged.connect(lambda head, tail: dragged.append((head, tail)))
    drag_to(canvas, QPoint(round(left) + 8, round(top) + 7), QPoint(300, 660))
    qtbot.waitUntil(lambda: position(canvas) > 700, timeout=10_000)
    canvas.grab()  # the line comes from beyond the upper edge
    QTest.mouseMove(canvas.viewport(), QPoint(300, 300))
    target, x, y = next(entry for entry in surface.chips() if entry[2] > 100)
    end = QPoint(round(x) + 8, round(y) + 7)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, end)
    assert dragged == [(chip.item.id, target.item.id)]
    assert target.item.id != chip.item.id
