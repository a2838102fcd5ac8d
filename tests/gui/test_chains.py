"""Chains by keys, in the real window: going along, linking, confirming each member, naming, merging."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Status
from annotator.core.change import Change, ClusterChange, MentionChange, Operation
from annotator.core.ids import ClusterId, MentionId, OperationId, new_id
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.dialogs.chain import ChainDialog
from annotator.gui.main_window import MainWindow
from annotator.services.exporting import export_jsonl
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind
from tests.gui.hands import answer, on_disk, press, words
from tests.support.build import make_article, suggest
from tests.support.schema import valid_lines

TEXT = (
    "Müller tritt zurück\nKarla Müller traf Jörg Öz in Füssen. Müller sagte zu Öz: Weiß bleibt.\u2028"
    "Frau Müller und Herr Öz gingen, Weiß auch 🚒."
)
RULE = Provenance(Origin.RULE, MACHINE, "annotator", "1", 0.7)
PLACES = (("Karla Müller", 0), ("Müller", 2), ("Frau Müller", 0), ("Jörg Öz", 0), ("Öz", 1), ("Weiß", 0))


def chain_of(name: str, members: list[Mention]) -> Cluster:
    ids = tuple(sorted(mention.id for mention in members))
    return Cluster(ClusterId(name), "entity", name, "", ids, Status.SUGGESTED, RULE)


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project of one article in which two chains are suggested."""
    path = tmp_path / "ketten.annot"
    article = make_article(TEXT)
    found = [suggest(article, text, "entity", "PER", occurrence=n) for text, n in PLACES]
    clusters = chain_of("Karla Müller", found[:3]), chain_of("Jörg Öz", found[3:5])
    with Project.create(path) as project:
        project.store.add_article(article, source="a.txt")
        project.store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
        changes: tuple[Change, ...] = (
            *(MentionChange(None, m) for m in found),
            *(ClusterChange(None, c) for c in clusters),
        )
        made = Operation(
            OperationId(new_id()), article.id, MACHINE, MACHINE, datetime.now(UTC), "pretag", changes
        )
        project.store.append(made, expected_revision=0)
    return path


def look(desk: Desk) -> list[str]:
    """Return the chains with the words of their members; a question mark stands at what is open."""
    state, chains = desk.session.state, desk.chaining.chains
    assert state is not None and chains is not None
    return [
        ", ".join(words(desk, state.mentions[m]) + "?" * (m in c.open) for m in c.members) for c in chains.all
    ]


def focus(desk: Desk, text: str) -> None:
    state = desk.session.state
    assert state is not None
    desk.annotating.focus(next(m.id for m in state.visible_mentions() if words(desk, m) == text))
    QApplication.processEvents()


def focused(desk: Desk) -> str:
    assert desk.annotating.mention is not None
    return words(desk, desk.annotating.mention)


def offered(desk: Desk) -> dict[str, str]:
    state = desk.session.state
    assert state is not None
    return {words(desk, state.mentions[m]): letters for m, letters in desk.relating.hints.items()}


def to_panel(desk: Desk, window: MainWindow) -> None:
    press(window, "Ctrl+Shift+K")
    QApplication.processEvents()


def test_the_way_along_a_chain_goes_round(desk: Desk) -> None:
    focus(desk, "Karla Müller")
    seen = []
    for _ in range(3):
        press(desk.canvas, "Alt+Down")
        seen.append(focused(desk))
    assert seen == ["Müller", "Frau Müller", "Karla Müller"]
    press(desk.canvas, "[")
    assert focused(desk) == "Frau Müller"


def test_a_letter_says_what_is_the_same_thing(desk: Desk) -> None:
    focus(desk, "Weiß")
    press(desk.canvas, "Shift+C")
    assert set(offered(desk)) == {"Karla Müller", "Müller", "Frau Müller", "Jörg Öz", "Öz"}
    press(desk.canvas, offered(desk)["Öz"])
    assert look(desk) == ["Karla Müller?, Müller?, Frau Müller?", "Jörg Öz?, Öz, Weiß"]
    assert focused(desk) == "Weiß"
    assert not desk.relating.active


def test_a_number_chooses_a_chain(desk: Desk) -> None:
    focus(desk, "Weiß")
    press(desk.canvas, "Shift+C", "2")
    assert look(desk)[1] == "Jörg Öz, Öz?, Weiß"


def test_esc_leaves_the_choice_and_nothing_is_done(desk: Desk) -> None:
    focus(desk, "Weiß")
    before = look(desk)
    press(desk.canvas, "Shift+C", "Esc")
    assert look(desk) == before
    assert not desk.relating.active


def test_members_are_confirmed_and_removed_one_by_one_by_keys(desk: Desk, window: MainWindow) -> None:
    focus(desk, "Karla Müller")
    to_panel(desk, window)
    view = desk.inspector.chains.view
    assert view.hasFocus()
    press(view, "Return")
    assert focused(desk) == "Müller"
    press(view, "Backspace")
    assert look(desk)[0] == "Karla Müller, Frau Müller?"
    assert focused(desk) == "Frau Müller"
    stored = on_disk(desk).clusters[ClusterId("Karla Müller")]
    assert (len(stored.members), len(stored.declined)) == (1, 1)
    press(view, "Ctrl+Z", "Ctrl+Z")
    assert on_disk(desk).clusters == {}


def test_a_whole_chain_is_accepted_and_another_rejected(desk: Desk, window: MainWindow) -> None:
    desk.annotating.focus(None)
    to_panel(desk, window)
    view = desk.inspector.chains.view
    press(view, "Return", "Backspace")
    assert look(desk) == ["Karla Müller, Müller, Frau Müller"]


def test_enter_goes_on_to_what_is_open_and_passes_what_is_decided(desk: Desk, window: MainWindow) -> None:
    press(window, "Ctrl+Shift+K")
    view = desk.inspector.chains.view
    press(view, "Left", "Right", "Return")
    assert look(desk)[0] == "Karla Müller, Müller, Frau Müller"
    row = desk.inspector.chains.current
    assert row is not None
    assert (row.is_member, row.open) == (False, 2), "the members confirmed with their chain are passed"
    press(view, "Return")
    assert look(desk)[1] == "Jörg Öz, Öz"
    assert QApplication.focusWidget() is view, "nothing is left, and nobody is thrown out of the list"


def test_a_chain_is_named(desk: Desk, window: MainWindow) -> None:
    desk.annotating.focus(None)
    to_panel(desk, window)

    def fill(dialog: ChainDialog) -> None:
        dialog.name_field.setText("Müller, Karla")
        dialog.kb_field.setText("Q7")
        dialog.accept()

    answer(ChainDialog, fill)
    press(desk.inspector.chains.view, "F2")
    stored = on_disk(desk).clusters[ClusterId("Karla Müller")]
    assert (stored.name, stored.kb_id) == ("Müller, Karla", "Q7")


def test_m_and_a_number_merge_two_chains(desk: Desk, window: MainWindow) -> None:
    desk.annotating.focus(None)
    to_panel(desk, window)
    press(desk.inspector.chains.view, "M")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(menu, "2")
    assert look(desk) == ["Karla Müller, Jörg Öz, Müller?, Öz?, Frau Müller?"]


def test_chosen_members_become_a_chain_of_their_own(desk: Desk, window: MainWindow) -> None:
    focus(desk, "Karla Müller")
    press(desk.canvas, "Shift+C", "2")
    to_panel(desk, window)
    view = desk.inspector.chains.view
    press(view, "Shift+Down", "S")
    assert look(desk) == ["Karla Müller, Jörg Öz", "Müller?, Öz?, Frau Müller?"]


def test_undo_reaches_chains_after_a_restart(
    application: Application, window: MainWindow, desk: Desk, project_path: Path
) -> None:
    focus(desk, "Weiß")
    press(desk.canvas, "Shift+C", "2")
    window.projects.close()
    assert window.projects.open(project_path)
    again = application.window.desk
    assert again is not None
    assert look(again)[1] == "Jörg Öz, Öz?, Weiß"
    again.undo()
    assert look(again) == ["Karla Müller?, Müller?, Frau Müller?", "Jörg Öz?, Öz?"]
    assert again.session.project.store.check() == []


def test_a_training_set_holds_what_was_confirmed_and_the_file_is_sound(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    focus(desk, "Weiß")
    press(desk.canvas, "Shift+C", "2")
    focus(desk, "Karla Müller")
    to_panel(desk, window)
    press(desk.inspector.chains.view, "Backspace")
    project, target = desk.session.project, tmp_path / "kette.jsonl"
    assert project.store.check() == []
    export_jsonl(project, target, annotators=["Jonte"])
    (line,) = valid_lines(target)
    (cluster,) = line["clusters"]
    texts = {span["id"]: span["text"] for span in line["spans"]}
    assert {texts[member] for member in cluster["members"]} == {"Jörg Öz", "Weiß"}
    assert set(texts.values()) == {"Jörg Öz", "Weiß"}


def test_the_strip_says_what_enter_takes_where_a_number_could_go_on(desk: Desk) -> None:
    focus(desk, "Weiß")
    state, article = desk.session.state, desk.session.article
    assert state is not None and article is not None
    targets = {words(desk, m): m.id for m in state.visible_mentions()}
    taken: list[MentionId] = []
    desk.relating.offer(
        targets["Weiß"],
        [targets["Öz"], targets["Müller"]],
        numbers={"1": targets["Öz"], "12": targets["Müller"]},
        title="Dasselbe wie",
        choose=taken.append,
    )
    press(desk.canvas, "1")
    said = [w.text() for w in desk.strip.findChildren(QLabel) if w.isVisible()]
    assert "Öz" in said and "Müller" not in said
    press(desk.canvas, "Return")
    assert taken == [targets["Öz"]]
