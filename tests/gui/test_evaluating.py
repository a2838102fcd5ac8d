"""Comparing suggestions with annotations in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.core import edits
from annotator.core.annotation import Mention, SetState
from annotator.core.state import AnnotationState
from annotator.gui.desk import Desk
from annotator.gui.dialogs.evaluate import EvaluateDialog
from annotator.gui.main_window import MainWindow
from annotator.review.scoring import Counts
from tests.gui.hands import press, words


def by_words(desk: Desk, text: str) -> Mention:
    state = desk.session.state
    assert state is not None
    return next(m for m in state.visible_mentions() if words(desk, m) == text)


def work(desk: Desk) -> None:
    """Accept one suggestion, call a person an organisation, reject a place, add one that was missed."""
    session, scheme = desk.session, desk.session.scheme

    def state() -> AnnotationState:
        assert session.state is not None
        return session.state

    karla, joerg = by_words(desk, "Karla Weiß"), by_words(desk, "Jörg Größl")
    fuessen = by_words(desk, "Füssen")
    session.perform(lambda: edits.accept(state(), [karla.id]))
    session.perform(lambda: edits.relabel(state(), scheme, joerg.id, layer="entity", label="ORG"))
    session.perform(lambda: edits.reject(state(), [fuessen.id]))
    article = session.article
    assert article is not None
    place = next(token for token in article.tokens if article.text[token.start : token.end] == "Nördlingen")
    session.perform(
        lambda: edits.create(
            state(), article, scheme, [place], layer="entity", label="LOC", author=session.annotator
        )
    )


@pytest.fixture
def worked(desk: Desk) -> Desk:
    work(desk)
    desk.session.perform(lambda: edits.set_state(desk.session.state, SetState.DONE))  # type: ignore[arg-type]
    return desk


def page_of(dialog: EvaluateDialog) -> QWidget:
    page = dialog.pages.currentWidget()
    assert page is not None
    return page


def opened(window: MainWindow, qtbot: QtBot) -> EvaluateDialog:
    window.actions_["evaluate"].trigger()
    dialog = window.findChild(EvaluateDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    return dialog


def shown(dialog: EvaluateDialog) -> list[list[str]]:
    model = dialog.mistakes.items
    return [[model.index(row, column).data() for column in range(1, 4)] for row in range(model.rowCount())]


def test_the_finished_articles_are_compared_as_soon_as_it_opens(
    window: MainWindow, worked: Desk, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    assert dialog.sets.currentText() == "Jonte – 1 fertiger Artikel"
    assert dialog.remark.text().startswith("1 Artikel verglichen. 1 ausgelassen")
    assert dialog.evaluation is not None
    entity = next(line for line in dialog.evaluation.lines if (line.group, line.label) == ("entity", ""))
    assert entity.scores.strict == Counts(correct=1, incorrect=1, missed=1, spurious=1)
    row = dialog.scores.items.index(0, 0)
    assert row.data() == "Entitäten"
    assert [row.siblingAtColumn(c).data() for c in (1, 2, 3, 13, 14)] == ["33,3", "33,3", "33,3", "3", "3"]
    dialog.close()


def test_mistakes_are_named_with_both_sides(window: MainWindow, worked: Desk, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    lines = shown(dialog)
    assert ["Anderes Label", "Organisation: Jörg Größl", "Person: Jörg Größl"] in lines
    assert ["Zu viel", "", "Ort: Füssen"] in lines
    assert ["Übersehen", "Ort: Nördlingen", ""] in lines
    assert "Anderes Label: 1" in dialog.kinds.text()
    dialog.close()


def test_a_mistake_leads_to_its_place_by_click_and_by_key(
    window: MainWindow, worked: Desk, qtbot: QtBot
) -> None:
    worked.open_article(worked.session.rows[1].id)
    dialog = opened(window, qtbot)
    row = shown(dialog).index(["Anderes Label", "Organisation: Jörg Größl", "Person: Jörg Größl"])
    dialog.mistakes.clicked.emit(dialog.mistakes.items.index(row, 4))
    assert worked.session.article is not None
    assert worked.session.article.id == worked.session.rows[0].id
    assert worked.annotating.mention is not None
    assert words(worked, worked.annotating.mention) == "Jörg Größl"

    window.actions_["evaluate"].trigger()
    row = shown(dialog).index(["Zu viel", "", "Ort: Füssen"])
    dialog.mistakes.setCurrentIndex(dialog.mistakes.items.index(row, 0))
    dialog.mistakes.setFocus()
    press(dialog.mistakes, "Return")
    assert worked.annotating.item is None
    assert worked.canvas.selection() is not None
    assert not dialog.isVisible(), "it lay over the text"
    dialog.close()


def test_without_a_finished_article_the_unfinished_ones_are_offered(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    work(desk)
    dialog = opened(window, qtbot)
    texts = [label.text() for label in page_of(dialog).findChildren(QLabel)]
    assert "Jonte hat noch keinen Artikel fertig." in texts
    (offer,) = page_of(dialog).findChildren(QPushButton)
    offer.click()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    assert dialog.pages.currentIndex() == 0
    assert dialog.remark.text().startswith("1 Artikel verglichen.")
    dialog.close()


def test_where_nobody_has_annotated_it_says_so(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.session.project.store, "annotators", list)
    window.actions_["evaluate"].trigger()
    dialog = window.findChild(EvaluateDialog)
    assert dialog is not None
    texts = [label.text() for label in page_of(dialog).findChildren(QLabel)]
    assert "In diesem Projekt hat noch niemand annotiert." in texts
    assert not dialog.sets.isEnabled()
    dialog.close()


def test_asking_again_shows_the_same_dialog_and_closing_the_project_takes_it_along(
    window: MainWindow, worked: Desk, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    window.actions_["evaluate"].trigger()
    assert window.findChildren(EvaluateDialog) == [dialog]
    with qtbot.waitSignal(dialog.finished, timeout=5_000):
        window.projects.close()
        QApplication.processEvents()
