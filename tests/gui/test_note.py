from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import AnnotatorError
from annotator.gui.desk import Desk
from tests.gui.hands import on_disk, stored

AS_WRITTEN = "  siehe §\u00a05\u2028und Cafe\u0301 🚒\n"


def with_note(desk: Desk, note: str) -> None:
    """Give the focused mention a note and let the inspector show it."""
    mention = desk.annotating.mention
    assert mention is not None
    desk.annotating.accept_item(mention.id)
    desk.annotating.set_note(mention.id, note)
    desk.annotating.focus(mention.id)
    desk.inspector.refresh()


@pytest.mark.parametrize("note", [AS_WRITTEN, "„Weiß“", ""])
def test_a_note_that_is_only_looked_at_stays_as_it_is(desk: Desk, note: str) -> None:
    with_note(desk, note)
    revision = desk.session.editor.state
    desk.inspector.note.commit()
    desk.annotating.focus(None)
    desk.inspector.note.commit()
    assert stored(desk, "Karla Weiß").note == note
    assert desk.session.editor.state is revision


def test_a_note_that_is_extended_keeps_its_no_break_spaces(desk: Desk) -> None:
    with_note(desk, "§\u00a05")
    desk.inspector.note.field.appendPlainText("prüfen")
    desk.inspector.note.field.document().setModified(True)
    desk.inspector.note.commit()
    assert stored(desk, "Karla Weiß").note == "§\u00a05\nprüfen"


def test_a_note_is_written_once_and_not_into_the_next_article(desk: Desk) -> None:
    failed: list[AnnotatorError] = []
    desk.session.failed.connect(failed.append)
    with_note(desk, "")
    field = desk.inspector.note.field
    field.insertPlainText("prüfen")
    desk.inspector.note.commit()
    state = desk.session.state
    desk.inspector.note.commit()
    assert desk.session.state is state
    desk.step(1)
    desk.inspector.note.commit()
    desk.inspector.note.commit()
    assert failed == []
    assert on_disk(desk).mentions == {}


def test_a_note_left_behind_in_another_article_is_not_written_to_this_one(desk: Desk) -> None:
    failed: list[AnnotatorError] = []
    desk.session.failed.connect(failed.append)
    with_note(desk, "")
    desk.inspector.note.field.insertPlainText("prüfen")
    rows = desk.session.rows
    desk.session.open(rows[1].id)
    desk.inspector.note.commit()
    assert failed == []
    assert on_disk(desk).mentions == {}


def test_a_note_that_could_not_be_written_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with_note(desk, "")
    desk.inspector.note.field.insertPlainText("prüfen")
    with monkeypatch.context() as broken:
        broken.setattr(desk.annotating, "set_note", lambda _item, _note: None)
        desk.inspector.note.commit()
    QApplication.processEvents()
    desk.inspector.note.commit()
    assert stored(desk, "Karla Weiß").note == "prüfen"


def test_a_note_is_seen_on_the_chip_and_said(desk: Desk) -> None:
    with_note(desk, "prüfen")
    mention = desk.annotating.mention
    assert mention is not None
    chips = [chip.item.chip for chip, _, _ in desk.canvas._surface.chips()]  # type: ignore[union-attr]
    assert "PER *" in chips
    assert desk.canvas._description(mention.id).endswith(", mit Notiz")
