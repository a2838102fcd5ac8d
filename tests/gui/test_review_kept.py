"""A decision on what nobody marks any more, in the review's window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.core.verdict import Choice
from annotator.gui.main_window import MainWindow
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.edit_dialog import EditMention
from annotator.review.item import Kind
from annotator.services.editing import Editor
from annotator.services.reviewing_values import Standing
from tests.gui.hands import answer, press
from tests.gui.test_review import FIRST, gold, page, review_path, reviewing, wait_until

__all__ = ["page", "review_path", "reviewing"]


@pytest.mark.parametrize("hidden", [True, False])
def test_what_was_decided_and_nobody_marks_now_is_confirmed_or_taken_out_by_keys(
    page: ReviewDesk, reviewing: MainWindow, qapp: QApplication, *, hidden: bool
) -> None:
    press(page.canvas, "Tab", "A")
    (words,) = (each for each in gold(page) if "Karla Weiß" in each)
    for name in ("anna", "böhm", "çelik"):
        editor = Editor(page.project, name)
        editor.open(FIRST.id)
        assert editor.state is not None
        marked = [m for m in editor.state.mentions.values() if "Karla Weiß" in m.text_of(FIRST.text)]
        for mention in marked:
            editor.perform(edits.delete(editor.state, mention.id))
    anna = Editor(page.project, "anna")
    anna.open(FIRST.id)
    assert anna.state is not None
    anna.perform(edits.set_state(anna.state, SetState.OPEN))
    press(reviewing, "Ctrl+2", "Ctrl+3")
    wait_until(qapp, lambda: not page.session.scanning)
    page.session.hide_names(hidden)
    row = next(r for r in page.session.all_rows if r.kind is Kind.ADDED and r.text == words)
    page.session.go_to(row.article_id, row.item)
    assert row.entry.standing is Standing.REOPENED and words in gold(page)
    note = page.inspector.note.text()
    assert "entfernt" in note
    assert ("anna" in note) is not hidden
    press(page.canvas, "N")
    assert words not in gold(page)
    press(page.canvas, "Ctrl+Z")
    assert words in gold(page)
    page.session.go_to(row.article_id, row.item)
    answer(EditMention, lambda dialog: press(dialog, "Return"))
    press(page.canvas, "E")
    assert words in gold(page)
    entry = next(e for e in page.session.service.look(FIRST.id).entries if e.item.id == row.item)
    assert entry.settled and entry.verdict is not None and entry.verdict.choice is Choice.ADDED
