"""Values of times in the real window: offered, taken by a key, typed in short."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from annotator.core.annotation import Mention
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.time_field import TimeField
from tests.gui.hands import focused, on_disk, press, stored, words
from tests.support.build import make_article, place

# „Dienstag“ of the second article stands for 12 March 2024: the article appeared on Thursday, the 14th.


def label_dienstag(desk: Desk) -> Mention:
    """Make a time of the word in the article that has no suggestions."""
    press(desk.canvas, "J", "Ctrl+Home")
    article = desk.session.article
    assert article is not None
    while not article.text.startswith("Dienstag", article.tokens[desk.canvas.cursor_token].start):
        press(desk.canvas, "Right")
    press(desk.canvas, "6")
    desk.inspector.refresh()
    return stored(desk, "Dienstag")


def field(desk: Desk) -> TimeField:
    found = desk.inspector.attributes.first_field
    assert isinstance(found, TimeField)
    return found


def write(text: str) -> None:
    target = QApplication.focusWidget()
    assert isinstance(target, QLineEdit)
    QTest.keyClicks(target, text)


def strip_words(desk: Desk) -> list[str]:
    return [w.text() for w in desk.strip.findChildren(QLabel) if w.isVisible() and w.text()]


@pytest.fixture
def dienstag(desk: Desk) -> Mention:
    return label_dienstag(desk)


def test_a_new_time_is_offered_what_its_words_say_and_has_nothing_stored(
    desk: Desk, dienstag: Mention
) -> None:
    assert dienstag.attribute("value") == ""
    assert desk.annotating.proposing.of(dienstag) == {"value": "2024-03-12"}
    assert field(desk).text() == "2024-03-12"
    assert field(desk).property("state") == "proposed"
    assert field(desk).remark.text() == "Dienstag – aus den Worten; Eingabe übernimmt"
    assert "2024-03-12 (Di.) übernehmen" in strip_words(desk)
    press(desk.canvas, "Tab")
    assert stored(desk, "Dienstag").attribute("value") == "", "passing by is no decision"


def test_enter_takes_the_value_that_is_offered_and_stays_then_goes_on(desk: Desk, dienstag: Mention) -> None:
    press(desk.canvas, "Return")
    assert stored(desk, "Dienstag").attribute("value") == "2024-03-12"
    assert focused(desk) == "Dienstag"
    desk.inspector.refresh()
    assert field(desk).property("state") == ""
    assert "annehmen" in strip_words(desk)
    before = on_disk(desk)
    press(desk.canvas, "Return")
    assert on_disk(desk) == before, "there is nothing left to take"


def test_taking_a_value_is_a_step_of_its_own_for_undo(desk: Desk, dienstag: Mention) -> None:
    press(desk.canvas, "Return", "Z")
    assert stored(desk, "Dienstag").attribute("value") == ""
    desk.inspector.refresh()
    assert field(desk).property("state") == "proposed"


def test_what_is_typed_in_short_is_shown_in_full_and_stored_by_enter(desk: Desk, dienstag: Mention) -> None:
    press(desk.canvas, "E")
    assert field(desk).selectedText() == "2024-03-12"
    write("18.")
    assert field(desk).remark.text() == "= 2024-03-18 (Mo.)"
    press(field(desk), "Return")
    assert stored(desk, "Dienstag").attribute("value") == "2024-03-18"
    assert QApplication.focusWidget() is desk.canvas


def test_enter_in_the_field_takes_what_is_offered_there(desk: Desk, dienstag: Mention) -> None:
    press(desk.canvas, "E")
    press(field(desk), "Return")
    assert stored(desk, "Dienstag").attribute("value") == "2024-03-12"


def test_leaving_the_field_without_typing_stores_nothing(desk: Desk, dienstag: Mention) -> None:
    press(desk.canvas, "E")
    press(field(desk), "Esc")
    assert QApplication.focusWidget() is desk.canvas
    assert stored(desk, "Dienstag").attribute("value") == ""


def test_what_is_no_value_is_said_at_once(desk: Desk, dienstag: Mention) -> None:
    press(desk.canvas, "E")
    write("2024-02-30")
    assert field(desk).property("state") == "error"
    assert field(desk).remark.text() == "Diesen Tag hat der Monat nicht."


def test_a_suggestion_is_accepted_by_enter_as_before(desk: Desk) -> None:
    state = desk.session.state
    assert state is not None
    montag = next(m for m in state.visible_mentions() if words(desk, m) == "Montag")
    desk.annotating.focus(montag.id)
    assert desk.annotating.proposing.of(montag) == {}
    press(desk.canvas, "Return")
    assert desk.annotating.item != montag.id
    assert set(on_disk(desk).mentions) == {montag.id}


def test_where_nothing_may_be_written_nothing_is_offered(
    desk: Desk, dienstag: Mention, window: MainWindow
) -> None:
    desk.set_read_only("Nur zum Lesen geöffnet.")
    assert desk.annotating.proposing.of(dienstag) == {}
    press(desk.canvas, "Return")
    assert stored(desk, "Dienstag").attribute("value") == ""


CLOCK = "Füssen\nAm vergangenen Montag wurde die Brücke „Größl“ gegen 17.30 Uhr gesperrt. 🚒"


@pytest.fixture
def clock(desk: Desk) -> Mention:
    """A clock time made by hand, with „gegen“ before it."""
    article = make_article(CLOCK, name="c.txt")
    desk.session.project.store.add_article(article, source="c.txt")
    desk.session.reload()
    desk.open_article(article.id)
    desk.annotating.select(place(article, "gegen 17.30 Uhr"))
    press(desk.canvas, "0")
    desk.inspector.refresh()
    return stored(desk, "gegen 17.30 Uhr")


def test_enter_takes_the_modifier_with_the_value(desk: Desk, clock: Mention) -> None:
    shown = [
        c for c in desk.inspector.attributes.findChildren(QComboBox) if c.property("state") == "proposed"
    ]
    assert [combo.currentData() for combo in shown] == ["APPROX"]
    press(desk.canvas, "Return")
    assert dict(stored(desk, "gegen 17.30 Uhr").attributes) == {"value": "2024-03-11T17:30", "mod": "APPROX"}


def test_another_day_typed_alone_keeps_the_clock_time_and_the_modifier(desk: Desk, clock: Mention) -> None:
    press(desk.canvas, "E")
    write("12.")
    assert field(desk).remark.text() == "= 2024-03-12T17:30 (Di.)"
    press(field(desk), "Return")
    assert dict(stored(desk, "gegen 17.30 Uhr").attributes) == {"value": "2024-03-12T17:30", "mod": "APPROX"}


def test_a_modifier_that_somebody_chooses_stands_and_the_value_is_still_offered(
    desk: Desk, clock: Mention
) -> None:
    press(desk.canvas, "Alt+Shift+2")
    assert dict(stored(desk, "gegen 17.30 Uhr").attributes) == {"mod": "EQUAL_OR_MORE"}
    press(desk.canvas, "Return")
    made = stored(desk, "gegen 17.30 Uhr")
    assert dict(made.attributes) == {"value": "2024-03-11T17:30", "mod": "EQUAL_OR_MORE"}


def test_other_borders_are_offered_their_own_value(desk: Desk, clock: Mention) -> None:
    press(desk.canvas, ":")
    desk.inspector.refresh()
    made = stored(desk, "17.30 Uhr")
    assert desk.annotating.proposing.of(made) == {"value": "2024-03-11T17:30"}
    assert field(desk).text() == "2024-03-11T17:30"
