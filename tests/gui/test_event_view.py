"""The roles of an event as slots, by keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.gui.desk import Desk
from annotator.gui.panels.slot_row import SlotRow
from tests.gui.hands import focused, links, press
from tests.gui.test_relating import mention_of, offered


def rows(desk: Desk) -> list[SlotRow]:
    desk.inspector.refresh()
    QApplication.processEvents()
    return desk.inspector.roles.rows


def with_keyboard(desk: Desk) -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if isinstance(widget, SlotRow) else ""


def at_event(desk: Desk) -> None:
    desk.annotating.focus(mention_of(desk, "traf"))
    QApplication.processEvents()
    press(desk.canvas, "Shift+R")


def test_shift_r_goes_to_the_first_required_role_that_waits(desk: Desk) -> None:
    at_event(desk)
    assert with_keyboard(desk) == "Teilnehmer"
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.accessibleDescription() == "Pflicht – noch offen"


def test_r_on_a_slot_offers_the_targets_of_its_role_and_a_letter_fills_it(desk: Desk) -> None:
    at_event(desk)
    slot = next(row for row in rows(desk) if row.accessibleName() == "Zeit")
    slot.setFocus()
    press(slot, "R")
    assert set(offered(desk)) == {"Montag"}
    press(desk.canvas, offered(desk)["Montag"])
    assert links(desk) == [("Zeit", "traf", "Montag")]


def test_enter_on_a_filled_slot_goes_to_its_filler(desk: Desk) -> None:
    at_event(desk)
    slot = next(row for row in rows(desk) if row.accessibleName() == "Ort: Füssen")
    slot.setFocus()
    press(slot, "Return")
    assert focused(desk) == "Füssen"


def test_del_empties_a_slot_and_the_keyboard_stays_among_the_roles(desk: Desk) -> None:
    at_event(desk)
    slot = next(row for row in rows(desk) if row.accessibleName() == "Ort: Füssen")
    slot.accepted.emit()
    slot = next(row for row in rows(desk) if row.accessibleName() == "Ort: Füssen")
    assert links(desk) == [("Ort", "traf", "Füssen")]
    slot.setFocus()
    press(slot, "Del")
    names = [row.accessibleName() for row in rows(desk)]
    assert "Ort: Füssen" not in names
    assert with_keyboard(desk) in names


def test_the_arrows_lead_from_role_to_role(desk: Desk) -> None:
    at_event(desk)
    before = with_keyboard(desk)
    widget = QApplication.focusWidget()
    assert widget is not None
    press(widget, "Down")
    after = with_keyboard(desk)
    assert after not in ("", before)
