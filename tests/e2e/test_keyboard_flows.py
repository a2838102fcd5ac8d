"""Each way of working by the keyboard alone: every key goes where the keyboard's focus is, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.core.annotation import SetState, Status
from annotator.gui.dialogs.accept_many import EVERYWHERE, AcceptManyDialog
from annotator.gui.dialogs.chain import ChainDialog
from annotator.gui.dialogs.guidelines import GuidelinesDialog
from annotator.gui.dialogs.keys import KeysDialog
from annotator.gui.i18n import Language
from annotator.gui.palette import Palette
from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.settings import Settings, SettingsFile
from annotator.store import Store
from tests.e2e.driver import Person
from tests.gui.conftest import SECOND_TEXT, add_suggestions
from tests.support.build import make_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of two articles, the first one with suggestions."""
    made = tmp_path / "größe.annot"
    with Project.create(made) as project:
        first = make_article(title="Krise in Nördlingen")
        project.store.add_article(first, source="a.txt")
        project.store.add_article(make_article(SECOND_TEXT, name="b.txt"), source="b.txt")
        add_suggestions(project, first)
    return made


def sit_down(qapp: QApplication, home: Path, path: Path, language: Language = "de") -> Person:
    paths = UserPaths(home / "config", home / "data", home / "logs")
    SettingsFile(paths.settings_file).replace(
        Settings(annotator="Jonte", language=language, theme="light", text_percent=100)
    )
    person = Person(qapp, home)
    assert person.window.projects.open(path)
    QApplication.processEvents()
    return person


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path, path: Path) -> Iterator[Person]:
    made = sit_down(qapp, tmp_path, path)
    yield made
    made.leave()


def at_the_text(person: Person) -> bool:
    return QApplication.focusWidget() is person.desk.canvas


def own(person: Person) -> dict[str, Status]:
    """Return the words of the annotator's mentions in the open article with their status, from the file."""
    session = person.desk.session
    assert session.article is not None
    held = session.project.store.layered(session.article.id, session.annotator).mentions.values()
    return {m.text_of(person.text): m.status for m in held}


def words(person: Person) -> str:
    return person.focused.text_of(person.text)


def test_a_note_a_mark_and_a_value_by_one_key_each_and_on_to_the_next(person: Person) -> None:
    person.press("Tab", "Alt+3", "F", "N")
    person.write("nur geplant?")
    person.press("Esc")
    assert at_the_text(person)
    event = person.focused
    assert (words(person), event.attribute("factuality")) == ("traf", "possible")
    assert (event.difficult, event.note) == (True, "nur geplant?")
    person.press("Return")
    assert own(person) == {"traf": Status.ACCEPTED}
    assert person.item != event.id


def test_two_words_are_joined_and_taken_apart(person: Person) -> None:
    person.press("Tab", "+", "Right", "Right", "+")
    assert words(person) == "traf Montag"
    person.press("-")
    assert set(own(person)) == {"traf", "Montag"}
    person.press("Z", "Z")
    assert own(person) == {}


def test_an_argument_is_drawn_by_a_letter_and_the_problem_it_solves_is_gone(person: Person) -> None:
    person.press("Tab", "Return")
    while len(person.desk.checking.problems) == 0:
        QTest.qWait(10)
    person.press("Esc", "F8")
    assert words(person) == "traf"
    before = len(person.desk.checking.problems)
    person.press("R")
    hints = person.desk.relating.hints
    target = next(m for m in hints if person.state.mentions[m].text_of(person.text) == "Karla Weiß")
    person.press(*hints[target])
    assert [r.status for r in person.relations_of(target)] == [Status.ACCEPTED]
    assert len(person.desk.checking.problems) < before
    assert at_the_text(person)


def test_a_step_of_the_history_is_reached_over_articles_and_a_restart(
    qapp: QApplication, tmp_path: Path, path: Path
) -> None:
    first = sit_down(qapp, tmp_path, path)
    first.press("Return", "J", "Esc", "Ctrl+Home", "Right", "1", "K")
    assert set(own(first)) == {"Karla Weiß"}
    first.leave()
    again = sit_down(qapp, tmp_path, path)
    again.press("Ctrl+H", "End", "Return")
    rows = again.desk.session.rows
    with Store.open(path, read_only=True) as store:
        kept = [len(store.layered(row.id, "Jonte").mentions) for row in rows]
    assert kept == [1, 0]
    again.press("Home", "Return")
    with Store.open(path, read_only=True) as store:
        kept = [len(store.layered(row.id, "Jonte").mentions) for row in rows]
    assert kept == [1, 1]
    again.press("Esc")
    assert at_the_text(again)
    again.leave()


@pytest.mark.parametrize(("language", "typed"), [("de", "accept many"), ("en", "viele annehmen")])
def test_an_action_is_found_in_the_other_language_and_done(
    qapp: QApplication, tmp_path: Path, path: Path, language: Language, typed: str
) -> None:
    person = sit_down(qapp, tmp_path, path, language)

    def everywhere(dialog: AcceptManyDialog) -> None:
        dialog.where.setFocus()
        QTest.keySequence(dialog.where, QKeySequence("End"))
        assert dialog.where.currentData() == EVERYWHERE
        person.wait_until(lambda: not dialog.model.busy)
        dialog.table.setFocus()
        QTest.keySequence(dialog.table, QKeySequence("Return"))

    def choose(palette: Palette) -> None:
        person.answer(AcceptManyDialog, everywhere)
        QTest.keyClicks(palette.field, typed)
        QTest.keySequence(palette.field, QKeySequence("Return"))

    person.answer(Palette, choose)
    person.press("Ctrl+K")
    person.wait_until(lambda: len(own(person)) == 5)
    assert set(own(person).values()) == {Status.ACCEPTED}
    person.wait_until(lambda: at_the_text(person))
    person.press("Z")
    assert own(person) == {}
    person.leave()


def test_a_guideline_is_looked_up_and_the_work_goes_on(person: Person) -> None:
    def read(dialog: GuidelinesDialog) -> None:
        QTest.keyClicks(dialog.search.edit, "Grenzfall")
        QTest.keySequence(dialog.search.edit, QKeySequence("Return"))
        QTest.keySequence(dialog, QKeySequence("Esc"))
        QTest.keySequence(dialog, QKeySequence("Esc"))

    person.answer(GuidelinesDialog, read)
    person.press("G")
    person.wait_until(lambda: at_the_text(person))
    person.press("Return")
    assert own(person) == {"Karla Weiß": Status.ACCEPTED}


def test_a_place_found_in_the_article_is_labelled_at_once(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("schiff\u00adfahrt")
    person.press("Return", "Esc")
    assert at_the_text(person)
    person.press("2")
    assert own(person) == {"Schiff\u00adfahrt": Status.ACCEPTED}


def test_hits_of_the_project_are_sorted_checked_accepted_and_opened(person: Person) -> None:
    person.press("Ctrl+4")
    page = person.window.search_page
    assert page is not None
    person.write("label:PER status:suggested")
    person.press("Return")
    person.wait_until(lambda: QApplication.focusWidget() is page.table and page.model.complete)
    for _ in range(12):
        if QApplication.focusWidget() is page.order:
            break
        person.press("Shift+Tab")
    person.press("Down")
    assert page.order.currentData() == "left"
    person.wait_until(lambda: not page.model.busy)
    for _ in range(12):
        if QApplication.focusWidget() is page.table:
            break
        person.press("Tab")
    person.press("Ctrl+A", "Space")
    for _ in range(12):
        if QApplication.focusWidget() is page.accept:
            break
        person.press("Tab")
    person.press("Space")
    assert set(own(person).values()) == {Status.ACCEPTED}
    assert len(own(person)) == 2
    person.press("Ctrl+Z")
    assert own(person) == {}


def test_a_filter_finds_the_articles_with_hard_cases_and_an_arrow_opens_one(person: Person) -> None:
    person.press("J", "Esc", "Ctrl+Home", "Right", "1", "F", "Ctrl+1")
    person.wait_until(lambda: person.window.pages.currentWidget() is not person.desk)
    person.write("schwierig:ja")
    QTest.qWait(50)
    person.press("Return")
    person.wait_until(lambda: person.window.pages.currentWidget() is person.desk)
    assert person.desk.session.article is not None
    assert person.desk.session.article.text == SECOND_TEXT
    assert person.state.set_state is SetState.OPEN


def test_a_mention_joins_a_chain_by_a_letter_which_is_walked_named_and_left(person: Person) -> None:
    person.press("Return", "Ctrl+F")
    person.write("Weiß\u2028")
    person.press("Return", "Esc", "1", "Shift+C")
    hints = person.desk.relating.hints
    target = next(m for m in hints if person.state.mentions[m].text_of(person.text) == "Karla Weiß")
    person.press(*hints[target])
    (chain,) = person.state.clusters.values()
    assert len(chain.members) == 2
    person.press("Alt+Down")
    assert words(person) == "Karla Weiß"

    def name(dialog: ChainDialog) -> None:
        QTest.keyClicks(dialog.name_field, "Karla")
        QTest.keySequence(dialog.name_field, QKeySequence("Return"))

    person.answer(ChainDialog, name)
    person.press("Ctrl+Shift+K", "F2")
    person.wait_until(lambda: not isinstance(QApplication.activeModalWidget(), ChainDialog))
    (chain,) = person.state.clusters.values()
    assert chain.name == "Karla"
    person.press("Esc")
    assert at_the_text(person)
    person.press("Z", "Z")
    assert person.state.clusters == {}


def test_the_overlay_of_keys_comes_and_goes_and_leaves_the_focus(person: Person) -> None:
    shown: list[str] = []

    def read(dialog: KeysDialog) -> None:
        shown.extend(one.text() for one in dialog.findChildren(QLabel))
        QTest.keySequence(dialog, QKeySequence("Esc"))

    before = person.item
    person.answer(KeysDialog, read)
    person.press("?")
    person.wait_until(lambda: at_the_text(person))
    assert "annehmen" in " ".join(shown).casefold()
    assert person.item == before
