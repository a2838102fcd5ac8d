"""Borders by letters, parts of words, joining, splitting, values by number, hard cases, the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Status
from annotator.core.change import MentionChange, Operation
from annotator.core.ids import OperationId, new_id
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.services.project import Project
from tests.gui.conftest import add_suggestions
from tests.gui.hands import focused, on_disk, press, stored, words
from tests.support.build import make_article, sample_suggestions


def texts(desk: Desk) -> list[str]:
    return sorted(words(desk, m) for m in on_disk(desk).mentions.values() if m.status is Status.ACCEPTED)


def to_cursor(desk: Desk, tokens: int) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home", *["Right"] * tokens)


def test_a_label_of_whole_words_says_why_a_letter_cannot_go(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "Alt+Left")
    assert on_disk(desk).mentions == {}
    assert window.status.message == "Dieses Label umfasst nur ganze Wörter."


def test_from_the_cursor_letters_are_selected_and_the_selection_is_shown(desk: Desk) -> None:
    to_cursor(desk, 2)
    press(desk.canvas, "Alt+Left", "Alt+Left", "Alt+Left", "Alt+Shift+Right")
    span, article = desk.canvas.selection(), desk.session.article
    assert span is not None and article is not None
    assert article.text[span.start : span.end] == "ördlin"
    assert desk.annotating.item is None


def test_the_next_move_of_the_cursor_goes_back_to_whole_words(desk: Desk) -> None:
    to_cursor(desk, 2)
    press(desk.canvas, "Alt+Left", "Right")
    assert desk.canvas.selection() is None
    press(desk.canvas, "Left", "Shift+Left")
    span, article = desk.canvas.selection(), desk.session.article
    assert span is not None and article is not None
    assert article.text[span.start : span.end] == "in Nördlingen"


def selected(desk: Desk) -> str:
    span, article = desk.canvas.selection(), desk.session.article
    assert span is not None and article is not None
    return article.text[span.start : span.end]


def test_the_keys_for_borders_select_words_from_the_cursor_on(desk: Desk) -> None:
    to_cursor(desk, 1)
    press(desk.canvas, ".")
    assert selected(desk) == "in Nördlingen"
    press(desk.canvas, ";")
    assert selected(desk) == "Krise in Nördlingen"
    press(desk.canvas, ":", ",", ",")
    assert selected(desk) == "in", "the last word stays"
    press(desk.canvas, ".", "3")
    assert texts(desk) == ["in Nördlingen"]


def test_shift_and_arrow_go_on_from_what_the_border_keys_selected(desk: Desk) -> None:
    to_cursor(desk, 0)
    press(desk.canvas, ".", "Shift+Right", "Shift+Left", "Shift+Left")
    assert selected(desk) == "Krise"


def test_at_the_end_of_the_text_the_border_keys_do_nothing(desk: Desk) -> None:
    press(desk.canvas, "Esc", "Ctrl+Home", ";")
    assert desk.canvas.selection() is None
    assert on_disk(desk).mentions == {}


def test_a_part_of_a_word_is_refused_by_a_label_of_whole_words(desk: Desk, window: MainWindow) -> None:
    to_cursor(desk, 2)
    press(desk.canvas, "Alt+Left", "3")
    assert on_disk(desk).mentions == {}
    assert window.status.message == "Dieses Label umfasst nur ganze Wörter."


def test_plus_twice_adds_words_further_on_and_minus_takes_them_apart(desk: Desk) -> None:
    press(desk.canvas, "Tab", "+", "Right", "Right", "+")
    assert stored(desk, "traf Montag").label == "Treffen"
    assert len(stored(desk, "traf Montag").fragments) == 2
    assert focused(desk) == "traf Montag"
    press(desk.canvas, "-")
    assert texts(desk) == ["Montag", "traf"]
    assert focused(desk) == "traf"
    press(desk.canvas, "Z", "Z")
    assert on_disk(desk).mentions == {}


def test_plus_takes_the_selected_words_and_another_annotation_too(desk: Desk) -> None:
    press(desk.canvas, "+", "Right", "Right", "Shift+Right", "+")
    assert texts(desk) == ["Karla Weiß am Montag"]
    assert desk.canvas.selection() is None
    press(desk.canvas, "Z", "+")
    desk.annotating.focus_next()
    press(desk.canvas, "+")
    assert texts(desk) == ["Karla Weiß traf"]
    assert stored(desk, "traf").status is Status.REJECTED


def test_plus_at_nothing_and_plus_at_the_same_annotation_change_nothing(
    desk: Desk, window: MainWindow
) -> None:
    press(desk.canvas, "+", "+")
    assert on_disk(desk).mentions == {}
    assert window.status.message == "Nichts wurde verbunden."
    to_cursor(desk, 0)
    press(desk.canvas, "+")
    assert not desk.shaping.joining


def test_minus_at_one_piece_says_so(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "-")
    assert window.status.message == "Diese Annotation hat nur ein Stück."


def test_a_whole_annotation_moves_by_words(desk: Desk) -> None:
    press(desk.canvas, ">")
    assert texts(desk) == ["Weiß traf"]
    press(desk.canvas, "<", "<")
    assert texts(desk) == ["Ministerpräsidentin Karla"]


def test_alt_and_a_number_set_a_value_and_say_where_there_is_none(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "Tab", "Alt+3")
    assert stored(desk, "traf").attribute("factuality") == "possible"
    press(desk.canvas, "Alt+1")
    assert stored(desk, "traf").attribute("factuality") == "happened"
    press(desk.canvas, "Shift+Tab", "Alt+1")
    assert window.status.message == "Diese Annotation hat kein Merkmal zum Auswählen."


def test_the_name_of_a_value_stands_in_the_palette(desk: Desk, window: MainWindow) -> None:
    press(desk.canvas, "Tab")
    window.actions_.refresh()
    assert window.actions_["value_3"].text() == "Faktizität: möglich"
    press(desk.canvas, "Shift+Tab")
    window.actions_.refresh()
    assert window.actions_["value_3"].text() == "Merkmalswert"


def test_f_marks_a_hard_case_without_deciding_it(desk: Desk) -> None:
    press(desk.canvas, "F")
    assert stored(desk, "Karla Weiß").difficult
    assert stored(desk, "Karla Weiß").status is Status.SUGGESTED
    assert focused(desk) == "Karla Weiß"
    press(desk.canvas, "F")
    assert not stored(desk, "Karla Weiß").difficult
    press(desk.canvas, "F", "Return")
    assert stored(desk, "Karla Weiß").difficult
    assert stored(desk, "Karla Weiß").status is Status.ACCEPTED


def test_a_hard_case_is_seen_on_the_chip_in_the_inspector_and_said(desk: Desk) -> None:
    press(desk.canvas, "F")
    desk.inspector.refresh()
    mention = desk.annotating.mention
    assert mention is not None
    assert "schwierig" in desk.canvas._description(mention.id)
    chips = [chip.item.chip for chip, _, _ in desk.canvas._surface.chips()]  # type: ignore[union-attr]
    assert "PER ?" in chips


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    """A project whose suggestions differ in score."""
    path = tmp_path / "sicher.annot"
    with Project.create(path) as project:
        article = make_article()
        project.store.add_article(article, source="a.txt")
        add_suggestions(project, article)
        mentions = list(sample_suggestions(article).mentions.values())
        changes = tuple(
            MentionChange(m, replace(m, provenance=replace(m.provenance, score=score)))
            for m, score in zip(mentions, (0.9, 0.5, 0.7, 0.95, 0.8), strict=True)
        )
        revision = project.store.set_info(article.id, "pretagger").revision
        made = Operation(
            id=OperationId(new_id()),
            article_id=article.id,
            annotator="pretagger",
            author="pretagger",
            at=datetime.now(UTC),
            name="pretag",
            changes=changes,
        )
        project.store.append(made, expected_revision=revision)
    return path


def test_least_certain_first_is_followed_by_tab_and_after_each_decision(
    window: MainWindow, scored: Path, qapp: QApplication
) -> None:
    assert window.projects.open(scored)
    desk = window.desk
    assert desk is not None
    press(desk.canvas, "Ctrl+Shift+U", "Esc", "Tab")
    assert window.actions_["uncertain_first"].isChecked()
    seen = [desk.annotating.mention and focused(desk)]
    for _ in range(6):
        press(desk.canvas, "Tab")
        seen.append(focused(desk) if desk.annotating.mention is not None else None)
    # The two relations have 0.6 both.
    assert seen == ["Jörg Größl", None, None, "Füssen", "traf", "Karla Weiß", "Montag"]
    press(desk.canvas, "Tab", "Return")
    assert stored(desk, "Jörg Größl").status is Status.ACCEPTED
    assert desk.annotating.relation is not None
    press(desk.canvas, "Shift+Tab")
    assert focused(desk) == "Montag"
    press(desk.canvas, "Ctrl+Shift+U", "Tab")
    assert focused(desk) == "Füssen"


def test_the_order_is_kept_for_the_next_project(window: MainWindow, scored: Path, desk: Desk) -> None:
    press(desk.canvas, "Ctrl+Shift+U")
    assert window.context.settings.current.least_certain_first
    assert window.projects.open(scored)
    assert window.desk is not None
    assert focused(window.desk) == "Jörg Größl"
