from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Status
from annotator.core.article import Zone, ZoneKind
from annotator.core.change import Change, MentionChange, RelationChange, ZonesChange, effect_of
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.gui.canvas import announce, page, sheet
from annotator.gui.canvas.cursor import Move
from annotator.gui.canvas.page import ArcsMode
from annotator.gui.canvas.view import CanvasView
from annotator.gui.theme import DARK, LIGHT
from tests.gui.canvas.examples import (
    body,
    full_state,
    make_scheme,
    mention,
    relation,
    state_of,
    zoned_article,
)
from tests.support.build import place

ARTICLE = zoned_article()
SCHEME = make_scheme()
LONG = body("\n".join(f"Absatz {number} mit Ämtern, Öfen und einem 🚒 in Köln." for number in range(400)))


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    return opened(qtbot, full_state(ARTICLE))


def opened(qtbot: QtBot, state: AnnotationState, article: object = ARTICLE) -> CanvasView:
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(832, 600)
    canvas.set_document(article, SCHEME, "de")  # type: ignore[arg-type]
    canvas.set_state(state)
    canvas.show()
    qtbot.waitExposed(canvas)
    QApplication.processEvents()
    return canvas


def long_state() -> AnnotationState:
    words = [place(LONG, "Köln", occurrence) for occurrence in range(400)]
    mentions = [mention(f"m{i}", "entity", "LOC", w, status=Status.SUGGESTED) for i, w in enumerate(words)]
    return state_of(LONG, mentions)


def chip_point(canvas: CanvasView, name: str) -> QPoint:
    """Return the middle of a mention's chip in the viewport."""
    assert canvas._surface is not None
    for chip, left, top in canvas._surface.chips():
        if chip.item.id == name:
            return QPointF((left + chip.width / 2) * canvas.zoom, (top + 7) * canvas.zoom).toPoint()
    raise AssertionError(f"no chip of {name} in view")


def token_point(canvas: CanvasView, words: str, occurrence: int = 0) -> QPoint:
    """Return a place on the first letter of ``words`` in the viewport."""
    surface = canvas._surface
    assert surface is not None
    span = place(surface.page.article, words, occurrence)
    index, laid, layout, row = surface.laid_at(span.start)
    x = surface.left + laid.text.lines[row].x(span.start) + 3
    y = surface.scroller.y_of(index) + layout.rows[row].text_top + layout.line / 2
    return QPointF(x * canvas.zoom, y * canvas.zoom).toPoint()


def mouse(action: Callable[..., None], canvas: CanvasView, point: QPoint) -> None:
    """Do something with the left button at a point of the viewport."""
    action(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def chip_tops(canvas: CanvasView) -> dict[str, tuple[float, float]]:
    assert canvas._surface is not None
    return {chip.item.id: (left, top) for chip, left, top in canvas._surface.chips()}


def text_lefts(canvas: CanvasView) -> list[tuple[int, int, float]]:
    assert canvas._surface is not None
    return [(p.row.start, p.row.end, p.row.width) for p in canvas._surface.rows()]


def token_of(words: str, occurrence: int = 0) -> int:
    return ARTICLE.tokens.first_ending_after(place(ARTICLE, words, occurrence).start)


# State and effect


def test_a_state_without_a_document_is_refused(qtbot: QtBot) -> None:
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    with pytest.raises(RuntimeError):
        canvas.set_state(full_state(ARTICLE))


def test_an_effect_shows_the_same_as_the_whole_state(qtbot: QtBot, canvas: CanvasView) -> None:
    state = full_state(ARTICLE)
    for name, after in (
        ("treffen", Status.ACCEPTED),
        ("kreis", Status.REJECTED),
        ("ort-2", Status.REJECTED),
        ("verband", Status.REJECTED),
    ):
        old = state.mentions[MentionId(name)]
        changes: tuple[Change, ...] = (MentionChange(old, replace(old, status=after)),)
        state = state.apply(changes, revision=state.revision + 1)
        canvas.set_state(state, effect_of(changes))
    QApplication.processEvents()
    fresh = opened(qtbot, state)
    assert canvas.grab().toImage() == fresh.grab().toImage()
    assert MentionId("kreis") not in chip_tops(canvas)


def test_accepting_a_suggestion_moves_nothing(canvas: CanvasView) -> None:
    before, lefts = chip_tops(canvas), text_lefts(canvas)
    state = full_state(ARTICLE)
    old = state.mentions[MentionId("kleinbuell")]
    changes: tuple[Change, ...] = (MentionChange(old, replace(old, status=Status.ACCEPTED)),)
    canvas.set_state(state.apply(changes, revision=1), effect_of(changes))
    assert chip_tops(canvas) == before
    assert text_lefts(canvas) == lefts


def test_taking_all_annotations_away_moves_no_word_sideways(canvas: CanvasView) -> None:
    annotated = {row[0]: row for row in text_lefts(canvas)}
    canvas.set_state(state_of(ARTICLE, []))
    bare = {row[0]: row for row in text_lefts(canvas)}
    assert annotated
    assert all(bare[start] == row for start, row in annotated.items() if start in bare)
    assert chip_tops(canvas) == {}


def test_corrected_zones_are_set_anew(canvas: CanvasView) -> None:
    state = full_state(ARTICLE)
    zones = (Zone(0, len(ARTICLE.text), ZoneKind.BODY),)
    changes: tuple[Change, ...] = (ZonesChange(state.zones, zones),)
    canvas.set_state(state.apply(changes, revision=1), effect_of(changes))
    assert canvas._surface is not None
    assert [b.number for b in canvas._surface.page.blocks] == list(range(1, 10))


def test_another_language_keeps_place_and_focus(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    canvas.set_focus_item(MentionId("m200"))
    before = canvas.verticalScrollBar().value()
    canvas.set_document(LONG, SCHEME, "en")
    assert canvas.focus_item == "m200"
    assert abs(canvas.verticalScrollBar().value() - before) <= canvas.verticalScrollBar().maximum() / 5
    assert MentionId("m200") in canvas.visible_mentions()


def test_another_article_begins_at_its_top_without_focus(canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("treffen"))
    canvas.set_document(LONG, SCHEME, "de")
    assert canvas.focus_item is None
    assert canvas.visible_mentions() == []
    canvas.set_state(long_state())
    assert canvas.verticalScrollBar().value() == 0
    assert canvas.cursor_token == 0


def test_an_empty_article_can_be_shown_and_moved_in(qtbot: QtBot) -> None:
    empty = body("")
    canvas = opened(qtbot, state_of(empty, []), empty)
    for move in Move:
        canvas.move_cursor(move)
    canvas.select(Span(0, 4))
    assert canvas.selection() is None
    assert canvas.visible_mentions() == []
    assert not canvas.grab().isNull()


# Focus


def test_the_view_scrolls_only_when_the_focus_leaves_the_safe_band(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    bar = canvas.verticalScrollBar()
    positions = []
    for number in range(40):
        canvas.set_focus_item(MentionId(f"m{number}"))
        positions.append(bar.value())
        assert MentionId(f"m{number}") in canvas.visible_mentions()
    jumps = sum(a != b for a, b in pairwise(positions))
    assert 1 <= jumps <= 10
    canvas.set_focus_item(MentionId("m300"), ensure_visible=False)
    assert bar.value() == positions[-1]


def test_the_line_with_the_cursor_stays_where_it_is_when_arcs_come_above_it(qtbot: QtBot) -> None:
    state = long_state()
    canvas = opened(qtbot, state, LONG)
    for number in range(4):
        canvas.set_focus_item(MentionId(f"m{number}"))
    surface = canvas._surface
    assert surface is not None
    stood = surface.y_of_text(state.mentions[MentionId("m3")].start)
    linked = [relation(f"r{n}", "Ort", f"m{n}", "m3") for n in range(3)]
    changes = tuple(RelationChange(None, one) for one in linked)
    top = canvas.verticalScrollBar().value()
    canvas.set_state(state.apply(changes, revision=1), effect_of(changes))
    assert canvas.verticalScrollBar().value() > top, "the arcs take room above the line"
    assert surface.y_of_text(state.mentions[MentionId("m3")].start) == stood
    bar = canvas.verticalScrollBar().value()
    canvas.set_focus_item(RelationId("r0"), at=MentionId("m3"))
    assert canvas.verticalScrollBar().value() == bar, "and drawing does not scroll"


def test_a_focus_set_from_outside_is_not_reported_back(qtbot: QtBot, canvas: CanvasView) -> None:
    with qtbot.assertNotEmitted(canvas.item_focused):
        canvas.set_focus_item(MentionId("sie"))
    assert canvas.focus_item == "sie"
    assert canvas.cursor_token == token_of("sie")


def test_relations_can_have_the_focus(canvas: CanvasView) -> None:
    before = canvas.grab().toImage()
    canvas.set_focus_item(RelationId("r-wer"))
    assert canvas.focus_item == "r-wer"
    assert canvas.grab().toImage() != before


@pytest.mark.parametrize("item", ["gibt-es-nicht", "abgelehnt"])
def test_what_is_not_shown_cannot_have_the_focus(qtbot: QtBot, item: str) -> None:
    gone = mention("abgelehnt", "entity", "LOC", place(ARTICLE, "Osterholm"), status=Status.REJECTED)
    canvas = opened(qtbot, state_of(ARTICLE, [gone]))
    canvas.set_focus_item(MentionId(item))
    assert canvas.focus_item is None


def test_the_focus_goes_with_its_item(canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("sie"))
    state = full_state(ARTICLE)
    old = state.mentions[MentionId("sie")]
    changes: tuple[Change, ...] = (MentionChange(old, replace(old, status=Status.REJECTED)),)
    canvas.set_state(state.apply(changes, revision=1), effect_of(changes))
    assert canvas.focus_item is None


def test_a_focus_change_is_announced_with_text_label_and_status(
    canvas: CanvasView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sheet, "announce", lambda _, message: said.append(message))
    canvas.set_focus_item(MentionId("treffen"))
    canvas.set_focus_item(RelationId("r-wer"))
    suggestion = announce.status_name(Status.SUGGESTED)
    assert said == [
        f"treffen, Treffen, {suggestion}",
        f"Teilnehmer, treffen → Landrätin Frauke Deich, {suggestion}",
    ]


def test_a_screen_reader_finds_a_named_canvas(canvas: CanvasView) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == canvas.accessibleName() != ""


def test_only_the_relations_of_the_focus_are_drawn_if_wanted(canvas: CanvasView) -> None:
    assert canvas._surface is not None

    def drawn() -> set[str]:
        assert canvas._surface is not None
        return {arc.item.id for placed in canvas._surface.rows() for arc in placed.row.arcs}

    everything = drawn()
    canvas.set_arcs_mode(ArcsMode.FOCUS)
    assert drawn() == set()
    canvas.set_focus_item(MentionId("treffen"), ensure_visible=False)
    assert drawn() == {"r-wer", "r-wann"}
    canvas.set_arcs_mode(ArcsMode.NONE)
    assert drawn() == set()
    canvas.set_arcs_mode(ArcsMode.ALL)
    assert drawn() == everything
    assert canvas.arcs_mode is ArcsMode.ALL


def test_mentions_in_view_come_nearest_to_the_focus_first(canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("treffen"), ensure_visible=False)
    found = canvas.visible_mentions()
    assert found[0] == "treffen"
    assert found.index(MentionId("freitag")) < found.index(MentionId("deich-1"))
    assert found.index(MentionId("freitag")) < found.index(MentionId("deich-0"))


def test_hints_are_painted_and_taken_away(canvas: CanvasView) -> None:
    before = canvas.grab().toImage()
    canvas.set_hints({MentionId("anleger"): "D", MentionId("deich-1"): "KL"})
    assert canvas.grab().toImage() != before
    canvas.set_hints({})
    assert canvas.grab().toImage() == before


# Token cursor and selection


def test_arrow_keys_move_the_cursor_and_shift_selects(qtbot: QtBot, canvas: CanvasView) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.cursor_token == 2
    assert canvas.selection() is None
    with qtbot.waitSignal(canvas.selection_changed) as emitted:
        QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert emitted.args == [place(ARTICLE, "die Fähre")]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection() is None
    assert canvas.cursor_token == 3


def test_a_key_without_a_meaning_here_is_left_to_the_window(canvas: CanvasView) -> None:
    for key, modifiers in (
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        canvas.keyPressEvent(event)
        assert not event.isAccepted()
    assert canvas.cursor_token == 0


def test_moving_the_cursor_takes_the_focus_from_a_mention(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("deich-1"))
    with qtbot.waitSignal(canvas.item_focused) as emitted:
        canvas.move_cursor(Move.NEXT_TOKEN)
    assert emitted.args == [None]
    assert canvas.focus_item is None
    assert canvas.cursor_token == token_of("will")


def test_extending_from_a_mention_starts_with_all_of_it(canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("deich-1"))
    canvas.move_cursor(Move.NEXT_TOKEN, extend=True)
    assert canvas.selection() == place(ARTICLE, "Landrätin Frauke Deich will")
    canvas.set_focus_item(MentionId("freitag"))
    canvas.move_cursor(Move.PREVIOUS_TOKEN, extend=True)
    assert canvas.selection() == place(ARTICLE, "Seiten am Freitag")


def test_rows_are_left_and_reached_by_what_is_seen(canvas: CanvasView) -> None:
    canvas.select(place(ARTICLE, "Verband"))
    canvas.move_cursor(Move.ROW_END)
    end = canvas.cursor_token
    canvas.move_cursor(Move.ROW_START)
    assert canvas.cursor_token == token_of("Der", 0)
    canvas.move_cursor(Move.ROW_DOWN)
    assert canvas.cursor_token == end + 1
    canvas.move_cursor(Move.ROW_UP)
    assert canvas.cursor_token == token_of("Der", 0)


def test_up_and_down_keep_to_the_column_where_they_began(qtbot: QtBot) -> None:
    article = body(
        "Ein langer Absatz mit vielen Wörtern steht hier.\nKurz.\nEin langer Absatz mit vielen Wörtern."
    )
    canvas = opened(qtbot, state_of(article, []), article)
    canvas.select(place(article, "vielen"))
    canvas.move_cursor(Move.ROW_DOWN)
    canvas.move_cursor(Move.ROW_DOWN)
    assert article.tokens[canvas.cursor_token] == place(article, "vielen", 1)


def test_pages_move_by_about_a_viewport(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    before = canvas.cursor_token
    canvas.move_cursor(Move.PAGE_DOWN)
    moved_by = canvas.cursor_token - before
    assert moved_by > 20
    canvas.move_cursor(Move.PAGE_UP)
    assert canvas.cursor_token == before


def test_select_snaps_to_tokens_and_scrolls_there(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    words = place(LONG, "Öfen", 350)
    canvas.select(Span(words.start + 1, words.end - 1))
    assert canvas.selection() == words
    assert canvas.verticalScrollBar().value() > 0
    canvas.clear_selection()
    assert canvas.selection() is None


# Mouse


def test_clicking_a_chip_focuses_its_mention(qtbot: QtBot, canvas: CanvasView) -> None:
    with qtbot.waitSignal(canvas.item_focused) as emitted:
        mouse(QTest.mouseClick, canvas, chip_point(canvas, "anleger"))
    assert emitted.args == ["anleger"]
    assert canvas.focus_item == "anleger"


def test_clicking_text_focuses_the_innermost_mention(canvas: CanvasView) -> None:
    mouse(QTest.mouseClick, canvas, token_point(canvas, "Osterholm", 3))
    assert canvas.focus_item == "ort-2"


def test_clicking_bare_text_places_the_cursor(canvas: CanvasView) -> None:
    canvas.set_focus_item(MentionId("zahl"))
    mouse(QTest.mouseClick, canvas, token_point(canvas, "Beschäftigten"))
    assert canvas.focus_item is None
    assert canvas.cursor_token == token_of("Beschäftigten")


def test_a_double_click_selects_a_token(canvas: CanvasView) -> None:
    point = token_point(canvas, "Beschäftigten")
    mouse(QTest.mouseDClick, canvas, point)
    assert canvas.selection() == place(ARTICLE, "Beschäftigten")


def test_a_drag_selects_tokens(canvas: CanvasView) -> None:
    mouse(QTest.mousePress, canvas, token_point(canvas, "beide"))
    QTest.mouseMove(canvas.viewport(), token_point(canvas, "Seiten"))
    mouse(QTest.mouseRelease, canvas, token_point(canvas, "Seiten"))
    assert canvas.selection() == place(ARTICLE, "beide Seiten")


def test_a_drag_from_chip_to_chip_asks_for_a_relation(qtbot: QtBot, canvas: CanvasView) -> None:
    start, end = chip_point(canvas, "streik"), chip_point(canvas, "ort-1")
    mouse(QTest.mousePress, canvas, start)
    QTest.mouseMove(canvas.viewport(), (start + end) / 2)
    QTest.mouseMove(canvas.viewport(), end)
    dragged = canvas.grab().toImage()
    with qtbot.waitSignal(canvas.relation_dragged) as emitted:
        mouse(QTest.mouseRelease, canvas, end)
    assert emitted.args == ["streik", "ort-1"]
    assert canvas.grab().toImage() != dragged


def test_escape_gives_a_drag_up(qtbot: QtBot, canvas: CanvasView) -> None:
    mouse(QTest.mousePress, canvas, chip_point(canvas, "streik"))
    QTest.mouseMove(canvas.viewport(), chip_point(canvas, "ort-1"))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(canvas.relation_dragged):
        mouse(QTest.mouseRelease, canvas, chip_point(canvas, "ort-1"))


def test_a_menu_is_asked_for_at_the_pointer_or_for_the_focus(qtbot: QtBot, canvas: CanvasView) -> None:
    point = chip_point(canvas, "zahl")
    with qtbot.waitSignal(canvas.context_menu_requested) as emitted:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, canvas.mapToGlobal(point))
        QApplication.sendEvent(canvas.viewport(), event)
    assert emitted.args[0] == "zahl"
    canvas.set_focus_item(MentionId("sie"))
    with qtbot.waitSignal(canvas.context_menu_requested) as emitted:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(canvas.viewport(), event)
    assert emitted.args[0] == "sie"


# Zoom and scrolling


def wheel(canvas: CanvasView, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        canvas.viewport().mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


def test_ctrl_and_wheel_zoom_and_keep_the_place(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    canvas.set_focus_item(MentionId("m200"))
    assert canvas._surface is not None
    before = canvas._surface.place()[0]
    with qtbot.waitSignal(canvas.zoom_changed) as emitted:
        wheel(canvas, 2, Qt.KeyboardModifier.ControlModifier)
    assert emitted.args == [pytest.approx(1.21)]
    assert canvas._surface.place()[0] == before
    for zoom, held in ((99.0, 3.0), (0.01, 0.5)):
        canvas.set_zoom(zoom)
        assert canvas.zoom == held


def test_the_wheel_scrolls_what_is_seen_by_as_much_as_the_bar_moves(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    before = chip_tops(canvas)
    wheel(canvas, -1, Qt.KeyboardModifier.NoModifier)
    after = chip_tops(canvas)
    distance = canvas.verticalScrollBar().value()
    assert distance > 0
    assert {before[name][1] - after[name][1] for name in before.keys() & after.keys()} == {distance}


def test_the_scroll_bar_reaches_first_and_last_paragraph(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    bar = canvas.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
    assert MentionId("m399") in canvas.visible_mentions()
    bar.setValue(0)
    for _ in range(30):
        bar.setValue(bar.value() - 600)
    assert MentionId("m0") in canvas.visible_mentions()
    assert bar.value() == 0


def test_scrolling_up_over_unseen_paragraphs_does_not_jump(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    canvas.set_focus_item(MentionId("m250"))
    bar = canvas.verticalScrollBar()
    for _ in range(60):
        before = chip_tops(canvas)
        bar.setValue(bar.value() - 50)
        after = chip_tops(canvas)
        assert {round(after[n][1] - before[n][1]) for n in before.keys() & after.keys()} == {50}


def test_a_resize_keeps_the_paragraph_at_the_top(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    canvas.set_focus_item(MentionId("m100"))
    assert canvas._surface is not None
    before = canvas._surface.scroller.visible[0][0]
    canvas.resize(420, 500)
    QApplication.processEvents()
    assert canvas._surface.scroller.visible[0][0] == before


def test_themes_paint_their_own_ground(canvas: CanvasView) -> None:
    for theme in (LIGHT, DARK):
        canvas.set_theme(theme)
        image = canvas.grab().toImage()
        assert image.pixelColor(2, image.height() - 3).name() == theme.canvas


def test_only_what_is_in_view_is_laid_out(qtbot: QtBot) -> None:
    canvas = opened(qtbot, long_state(), LONG)
    assert canvas._surface is not None
    assert len(canvas._surface.page._laid) < 40


def test_the_blocks_that_stay_laid_out_are_bounded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_KEPT", 60)
    canvas = opened(qtbot, long_state(), LONG)
    for number in range(0, 400, 4):
        canvas.set_focus_item(MentionId(f"m{number}"))
    assert canvas._surface is not None
    assert len(canvas._surface.page._laid) == 60
    assert MentionId("m396") in canvas.visible_mentions()


def test_another_article_ends_a_drag(qtbot: QtBot, canvas: CanvasView) -> None:
    end = chip_point(canvas, "ort-1")
    mouse(QTest.mousePress, canvas, chip_point(canvas, "streik"))
    QTest.mouseMove(canvas.viewport(), end)
    canvas.set_document(LONG, SCHEME, "de")
    with qtbot.assertNotEmitted(canvas.relation_dragged):
        mouse(QTest.mouseRelease, canvas, end)
