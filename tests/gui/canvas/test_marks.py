from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Status
from annotator.core.change import Change, MentionChange, effect_of
from annotator.core.ids import MentionId
from annotator.gui.canvas.marks import MarkKind
from annotator.gui.canvas.view import CanvasView
from tests.gui.canvas.examples import body, make_scheme, mention, state_of
from tests.support.build import place

LONG = body("\n".join(f"Absatz {number} mit Ämtern, Öfen und einem 🚒 in Köln." for number in range(200)))
OPEN = [
    mention(f"m{i}", "entity", "LOC", place(LONG, "Köln", i), status=Status.SUGGESTED) for i in (0, 100, 199)
]


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    made = CanvasView()
    qtbot.addWidget(made)
    made.resize(832, 600)
    made.set_document(LONG, make_scheme(), "de")
    made.set_state(state_of(LONG, OPEN))
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    made.marks.refresh()
    return made


def shares(canvas: CanvasView, kind: MarkKind) -> list[float]:
    """Return where the marks of a kind are, as shares of the bar's height."""
    canvas.marks.refresh()
    return [round(row / canvas.marks.height(), 1) for row in sorted(canvas.marks.rows.get(kind, ()))]


def test_open_suggestions_are_marked_where_they_are_in_the_article(canvas: CanvasView) -> None:
    assert shares(canvas, MarkKind.OPEN) == [0.0, 0.5, 1.0]


def test_a_decided_suggestion_loses_its_mark(canvas: CanvasView) -> None:
    state = state_of(LONG, OPEN)
    old = state.mentions[MentionId("m100")]
    own = mention("m100", "entity", "LOC", place(LONG, "Köln", 100), status=Status.ACCEPTED)
    changes: tuple[Change, ...] = (MentionChange(old, own),)
    canvas.set_state(state.apply(changes, revision=1), effect_of(changes))
    assert shares(canvas, MarkKind.OPEN) == [0.0, 1.0]


def test_focus_hits_and_problems_have_marks_until_they_are_gone(canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("m100"))
    canvas.set_hits((place(LONG, "Köln", 50), place(LONG, "Köln", 150)))
    canvas.set_problems([place(LONG, "Köln", 199).start])
    assert shares(canvas, MarkKind.FOCUS) == [0.5]
    assert len(shares(canvas, MarkKind.HIT)) == 2
    assert shares(canvas, MarkKind.PROBLEM) == [1.0]
    canvas.set_focus_item(None)
    canvas.set_hits(())
    canvas.set_problems([])
    kinds = (MarkKind.FOCUS, MarkKind.HIT, MarkKind.PROBLEM)
    assert [shares(canvas, kind) for kind in kinds] == [[], [], []]


def test_another_article_takes_the_marks_away(canvas: CanvasView) -> None:
    other = body("Kurz.")
    canvas.set_document(other, make_scheme(), "de")
    canvas.set_state(state_of(other, []))
    assert shares(canvas, MarkKind.OPEN) == []


def turn(canvas: CanvasView, notches: int) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        both, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_ctrl_shift_and_the_wheel_set_the_lines_apart_and_the_top_stays(canvas: CanvasView) -> None:
    surface = canvas._surface
    assert surface is not None
    canvas.verticalScrollBar().setValue(2000)
    top, total, zoom = surface.place()[0], surface.page.heights.total, canvas.zoom
    turn(canvas, 3)
    assert (round(canvas.spacing, 2), canvas.zoom) == (1.3, zoom)
    assert surface.page.heights.total > total
    assert surface.place()[0] == top
    turn(canvas, -30)
    assert canvas.spacing == 0.8
