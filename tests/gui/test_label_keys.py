"""Labels with keys of two characters, pressed in the real window."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.annotation import Status
from annotator.gui.desk import Desk
from annotator.gui.label_keys import key_caption
from annotator.gui.main_window import MainWindow
from annotator.gui.widgets.keycap import KeyCap
from tests.gui.hands import focused, on_disk, press, stored


def offered(desk: Desk) -> dict[str, str]:
    """The choices on the screen, by the key on the cap."""
    if not desk.choices.isVisible():
        return {}
    caps = [cap for cap in desk.choices.findChildren(KeyCap) if cap.isVisible()]
    words = [word.text() for word in desk.choices.findChildren(QLabel) if word.isVisible()]
    return dict(zip([cap.text for cap in caps], words, strict=True))


def strip_texts(desk: Desk) -> list[str]:
    return [word.text() for word in desk.strip.findChildren(QLabel) if word.isVisible()]


def test_two_keys_label_the_word_at_the_cursor(desk: Desk) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home", "v", "f")
    assert {m.label for m in on_disk(desk).mentions.values()} == {"Festnahme"}
    assert offered(desk) == {}


def test_two_keys_relabel_the_focused_suggestion(desk: Desk) -> None:
    press(desk.canvas, "Tab")
    assert focused(desk) == "traf"
    press(desk.canvas, "v", "h")
    made = stored(desk, "traf")
    assert (made.label, made.status) == ("Verhandlung", Status.ACCEPTED)


def test_the_first_key_shows_what_the_second_gives(desk: Desk) -> None:
    press(desk.canvas, "Esc", "v")
    choices = offered(desk)
    assert choices["F"] == "Festnahme"
    assert choices["R"] == "Rücktritt"
    assert len(choices) == sum(len(label.key) == 2 for _, label in desk.session.scheme.labels())
    assert "V und …" in strip_texts(desk)
    assert desk.choices.geometry().bottom() < desk.strip.geometry().top() + 1


def test_a_second_key_that_is_a_command_elsewhere_gives_the_label(desk: Desk) -> None:
    press(desk.canvas, "v", "u")
    assert stored(desk, "Karla Weiß").label == "Verurteilung"
    press(desk.canvas, "v", "e")
    assert stored(desk, "Karla Weiß").label == "Ernennung"


def test_esc_leaves_and_keeps_the_focus(desk: Desk) -> None:
    press(desk.canvas, "v", "Esc")
    assert offered(desk) == {}
    assert focused(desk) == "Karla Weiß"
    press(desk.canvas, "2")
    assert stored(desk, "Karla Weiß").label == "ORG"


def test_a_second_key_without_a_label_is_told_and_changes_nothing(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "v", "q")
    assert on_disk(desk).mentions == {}
    assert "Taste" in window.status.message
    assert offered(desk) == {}


def test_any_other_command_ends_the_waiting_and_is_carried_out(desk: Desk) -> None:
    press(desk.canvas, "v", "Return")
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED
    assert offered(desk) == {}
    press(desk.canvas, "v", "Ctrl+Z")
    assert on_disk(desk).mentions == {}


def test_the_waiting_ends_when_the_text_loses_the_keyboard(desk: Desk) -> None:
    press(desk.canvas, "v")
    assert offered(desk) != {}
    desk.articles.setFocus()
    desk.canvas.clearFocus()
    QApplication.processEvents()
    assert offered(desk) == {}


def test_choosing_a_target_takes_the_letters_first(desk: Desk) -> None:
    press(desk.canvas, "Tab", "R")
    assert desk.relating.active
    QTest.keyClicks(desk.canvas, "v")
    assert desk.label_keys.begun == ""


def test_a_caption_has_one_letter_for_each_key() -> None:
    assert [key_caption(keys) for keys in ("1", "vf", "ß", "ä1")] == ["1", "V F", "ß", "Ä 1"]
