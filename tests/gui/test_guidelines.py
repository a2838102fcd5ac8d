"""Searching in the guidelines."""

from __future__ import annotations

import pytest

from annotator.gui.desk import Desk
from annotator.gui.dialogs.guidelines import GuidelinesDialog
from tests.gui.hands import press


@pytest.fixture
def dialog(desk: Desk) -> GuidelinesDialog:
    made = GuidelinesDialog(desk.look, desk.session.scheme, "de", parent=desk)
    made.show()
    return made


def test_enter_goes_from_place_to_place_and_scrolls_there(dialog: GuidelinesDialog) -> None:
    dialog.search.edit.setText("einrichtung")
    first = dialog.hit
    assert first is not None
    assert "einrichtung" in first[0].accessibleName().casefold()
    seen = {first}
    press(dialog.search.edit, "Return")
    while dialog.hit not in seen:
        assert dialog.hit is not None
        seen.add(dialog.hit)
        press(dialog.search.edit, "Return")
    assert len(seen) > 1
    assert dialog.hit == first, "round again"
    press(dialog.search.edit, "Shift+Return")
    assert dialog.hit != first
    text = dialog.hit[0] if dialog.hit else None
    assert text is not None
    assert not text.visibleRegion().isEmpty()


def test_words_that_are_nowhere_are_told(dialog: GuidelinesDialog) -> None:
    dialog.search.edit.setText("Größenwahnsinnsschiff")
    assert dialog.hit is None
    assert dialog.search.property("state") == "error"


def test_a_hit_behind_an_emoji_is_counted_as_qt_counts(desk: Desk) -> None:
    from annotator.gui.widgets.prose import Prose

    made = Prose(desk.look)
    made.set_text("🚒 Straße und STRASSE, Straße")
    assert made.look_for("straße") == 2
    assert made.look_for("(") == 0
