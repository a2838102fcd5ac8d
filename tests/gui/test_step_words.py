"""What the history tells of a step beside its name."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.two_lines import ROW, TwoLines
from tests.gui.hands import press
from tests.gui.test_relating import mention_of


def rows(desk: Desk) -> list[TwoLines]:
    desk.show_history()
    QApplication.processEvents()
    model = desk.inspector.history.model
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


def test_a_decision_tells_the_words_and_their_label(desk: Desk) -> None:
    desk.annotating.accept_item(mention_of(desk, "Jörg Größl"))
    assert rows(desk)[0].detail == "„Jörg Größl“ · PER"


def test_another_label_tells_both(desk: Desk) -> None:
    item = mention_of(desk, "Jörg Größl")
    desk.annotating.focus(item)
    desk.canvas.setFocus()
    press(desk.canvas, "2")
    assert rows(desk)[0].detail == "„Jörg Größl“ · PER → ORG"


def test_an_attribute_tells_its_value(desk: Desk) -> None:
    item = mention_of(desk, "Montag")
    desk.annotating.accept_item(item)
    desk.annotating.set_attribute(item, "value", "2024-03-11")
    assert rows(desk)[0].detail == "„Montag“ · Wert: 2024-03-11"


def test_a_relation_tells_both_ends(desk: Desk) -> None:
    state = desk.session.state
    assert state is not None
    relation = next(iter(state.visible_relations()))
    head, tail = (desk.annotating.session.state.mentions[end] for end in (relation.head, relation.tail))  # type: ignore[union-attr]
    desk.annotating.accept_item(relation.id)
    article = desk.session.article
    assert article is not None
    told = rows(desk)[0].detail
    assert told.startswith(f"„{head.text_of(article.text)}“ – ")
    assert told.endswith(f" → „{tail.text_of(article.text)}“")


def test_a_step_over_many_tells_the_first_and_how_many_more(desk: Desk) -> None:
    state = desk.session.state
    assert state is not None
    ids = [mention.id for mention in state.visible_mentions()]
    desk.session.perform(lambda: edits.accept(state, ids))
    assert rows(desk)[0].detail == f"„Karla Weiß“ · PER, {len(ids) - 1} weitere"


def test_the_state_of_the_article_is_told(desk: Desk) -> None:
    state = desk.session.state
    assert state is not None
    desk.session.perform(lambda: edits.set_state(state, SetState.SKIPPED))
    assert rows(desk)[0].detail == "Zurückgestellt"


def test_a_step_in_another_article_tells_its_title_too(window: MainWindow, desk: Desk) -> None:
    desk.annotating.accept_item(mention_of(desk, "Jörg Größl"))
    desk.step(1)
    assert rows(desk)[0].detail == "„Jörg Größl“ · PER · Krise in Nördlingen"
