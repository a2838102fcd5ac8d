"""Relations by keyboard and by mouse, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from annotator.core.ids import MentionId
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.slot_row import SlotRow
from tests.gui.hands import links, on_disk, press, words


def mention_of(desk: Desk, text: str) -> MentionId:
    state = desk.session.state
    assert state is not None
    return next(m.id for m in state.visible_mentions() if words(desk, m) == text)


def offered(desk: Desk) -> dict[str, str]:
    """Return the letters by the words they choose."""
    state = desk.session.state
    assert state is not None
    return {words(desk, state.mentions[m]): letters for m, letters in desk.relating.hints.items()}


def start_from(desk: Desk, text: str) -> None:
    desk.annotating.focus(mention_of(desk, text))
    QApplication.processEvents()
    press(desk.canvas, "R")


def test_r_offers_what_the_scheme_allows_and_nothing_else(desk: Desk) -> None:
    start_from(desk, "traf")
    assert set(offered(desk)) == {"Karla Weiß", "Jörg Größl", "Füssen", "Montag"}
    assert all(len(letters) == 1 for letters in offered(desk).values())


def test_typing_the_letter_draws_the_only_possible_relation_and_accepts_both_ends(desk: Desk) -> None:
    start_from(desk, "traf")
    press(desk.canvas, offered(desk)["Montag"])
    assert links(desk) == [("Zeit", "traf", "Montag")]
    assert {words(desk, m) for m in on_disk(desk).mentions.values()} == {"traf", "Montag"}
    assert not desk.relating.active


def test_where_several_labels_are_possible_a_menu_with_keys_asks(desk: Desk) -> None:
    start_from(desk, "traf")
    press(desk.canvas, offered(desk)["Füssen"])
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text().split("   ")[1] for action in menu.actions()]
    assert len(names) > 1
    place = names.index("Ort")
    QTest.keySequence(menu, str(place + 1))
    QApplication.processEvents()
    assert links(desk) == [("Ort", "traf", "Füssen")]


def test_from_the_filler_the_relation_still_begins_at_the_event(desk: Desk) -> None:
    start_from(desk, "Montag")
    press(desk.canvas, offered(desk)["traf"])
    assert links(desk) == [("Zeit", "traf", "Montag")]


def test_letters_that_label_elsewhere_choose_targets_here(desk: Desk) -> None:
    start_from(desk, "traf")
    before = on_disk(desk)
    for letter in "§":
        press(desk.canvas, letter)
    assert desk.relating.active
    assert on_disk(desk) == before


def test_escape_and_backspace_give_up(desk: Desk) -> None:
    for key in ("Esc", "Backspace"):
        start_from(desk, "traf")
        assert desk.relating.active
        press(desk.canvas, key)
        assert not desk.relating.active
    assert on_disk(desk).relations == {}
    assert on_disk(desk).mentions == {}


def test_an_accepted_relation_is_not_offered_again(desk: Desk) -> None:
    start_from(desk, "traf")
    press(desk.canvas, offered(desk)["Montag"])
    start_from(desk, "traf")
    assert "Montag" not in offered(desk)


def test_a_click_on_a_target_chooses_it(desk: Desk) -> None:
    start_from(desk, "traf")
    desk.canvas.choose(mention_of(desk, "Montag"))
    assert links(desk) == [("Zeit", "traf", "Montag")]
    relation = desk.annotating.relation
    assert relation is not None, "the new relation has the focus"


def test_dragging_between_chips_relates_them(desk: Desk) -> None:
    desk.canvas.relation_dragged.emit(mention_of(desk, "traf"), mention_of(desk, "Montag"))
    assert links(desk) == [("Zeit", "traf", "Montag")]


def test_a_drag_that_the_scheme_forbids_is_told(desk: Desk, window: MainWindow) -> None:
    desk.canvas.relation_dragged.emit(mention_of(desk, "Füssen"), mention_of(desk, "Montag"))
    assert links(desk) == []
    assert "keine Relation" in window.status.message


def test_an_open_slot_asks_for_its_role_alone(desk: Desk) -> None:
    desk.annotating.focus(mention_of(desk, "traf"))
    desk.inspector.refresh()
    slot = next(s for s in desk.inspector.findChildren(SlotRow) if s.accessibleName() == "Zeit")
    QTest.mouseClick(slot, Qt.MouseButton.LeftButton)
    assert set(offered(desk)) == {"Montag"}
    press(desk.canvas, offered(desk)["Montag"])
    assert links(desk) == [("Zeit", "traf", "Montag")]


def test_a_suggested_slot_is_accepted_and_removed_in_the_inspector(desk: Desk) -> None:
    desk.annotating.focus(mention_of(desk, "traf"))
    desk.inspector.refresh()
    slot = next(s for s in desk.inspector.findChildren(SlotRow) if s.accessibleName() == "Ort: Füssen")
    slot.accepted.emit()
    assert links(desk) == [("Ort", "traf", "Füssen")]
    QApplication.processEvents()
    slot = next(
        s
        for s in desk.inspector.findChildren(SlotRow)
        if s.accessibleName() == "Ort: Füssen" and s.property("state") == "filled"
    )
    press(slot, "Del")
    state = desk.session.state
    assert state is not None
    assert "Ort" not in {r.label for r in state.visible_relations()}


def test_the_key_strip_names_the_nearest_targets(desk: Desk) -> None:
    start_from(desk, "traf")
    names = [w.text() for w in desk.strip.findChildren(QLabel) if w.text()]
    assert "Buchstaben des Ziels tippen" in names
    assert "Karla Weiß" in names


def test_after_a_relation_from_the_filler_the_next_one_begins_there_too(desk: Desk) -> None:
    start_from(desk, "Karla Weiß")
    press(desk.canvas, offered(desk)["traf"])
    assert links(desk) == [("Teilnehmer", "traf", "Karla Weiß")]
    assert desk.annotating.relation is not None, "the new relation has the focus"
    press(desk.canvas, "R")
    assert set(offered(desk)) == {"Füssen"}, "where Karla Weiß lives"


def test_after_a_relation_from_the_event_the_next_one_begins_at_the_event(desk: Desk) -> None:
    start_from(desk, "traf")
    press(desk.canvas, offered(desk)["Montag"], "R")
    assert "Jörg Größl" in offered(desk)


def test_the_cursor_stays_where_the_relation_was_drawn_from(desk: Desk) -> None:
    start_from(desk, "Montag")
    press(desk.canvas, offered(desk)["traf"], "Right")
    article = desk.session.article
    assert article is not None
    word = article.tokens[desk.canvas.cursor_token]
    assert article.text[word.start : word.end] == "Jörg", "the word behind Montag, not behind traf"


def test_a_relation_met_on_the_way_goes_on_from_its_event(desk: Desk) -> None:
    start_from(desk, "Montag")
    press(desk.canvas, offered(desk)["traf"])
    relation = desk.annotating.item
    desk.annotating.focus(None)
    desk.annotating.focus(mention_of(desk, "Füssen"))
    press(desk.canvas, "R", "Esc")
    state = desk.session.state
    assert state is not None
    other = next(r.id for r in state.visible_relations() if r.id != relation)
    desk.annotating.focus(other)
    origin = desk.relating.origin
    assert origin is not None
    assert words(desk, origin) == "traf"
