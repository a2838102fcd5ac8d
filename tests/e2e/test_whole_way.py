"""From a folder of articles to a training set, in the real window, by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Mention, SetState, Status
from annotator.core.ids import MentionId
from annotator.core.resources import seeds
from annotator.core.text import Span
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.dialogs.finish import FinishDialog
from annotator.gui.dialogs.import_result import ImportResultDialog
from annotator.gui.dialogs.name import NameDialog
from annotator.gui.dialogs.new_project import NewProjectDialog
from annotator.store import Store
from tests.e2e.driver import Person
from tests.support.schema import valid_lines

NOTE = "Prüfen: „Öz“ oder Oez? – laut Impressum"
SHARED = Path(__file__).parents[2] / ".." / "shared" / "seeds"


def own_seed() -> Path:
    return sorted(seeds().glob("*.txt"))[0]


@pytest.fixture(params=["own", "shared-000", "shared-002"])
def source(request: pytest.FixtureRequest) -> Path:
    if request.param == "own":
        return own_seed()
    found = sorted(SHARED.glob(f"{request.param.removeprefix('shared-')}_*.txt"))
    if not found:
        pytest.skip("the shared sample articles are not on this machine")
    return found[0]


@pytest.fixture
def people(qapp: QApplication, tmp_path: Path) -> Iterator[list[Person]]:
    sitting: list[Person] = []
    yield sitting
    for person in sitting:
        person.leave()


def begin(qapp: QApplication, people: list[Person], home: Path) -> Person:
    for before in people:
        before.leave()
    people[:] = [Person(qapp, home)]
    return people[0]


def make_project(person: Person, path: Path) -> None:
    person.answer(NewProjectDialog, lambda d: person.fill(d, d.path_field, str(path)))
    person.answer(NameDialog, lambda d: person.fill(d, d.field, "anna"))
    person.press("Ctrl+N")
    person.wait_until(lambda: person.window.desk is not None)


def import_and_pretag(person: Person, source: Path) -> None:
    person.answer(ImportResultDialog, lambda d: QTest.keyClick(d, Qt.Key.Key_Escape))
    person.drop(source)
    person.wait_until(lambda: person.desk.session.article is not None and person.window.imports.job is None)
    person.wait_until(lambda: QApplication.activeModalWidget() is None)
    person.press("Ctrl+T")
    assert person.window.pretagging.job is not None
    person.wait_until(lambda: person.window.pretagging.job is None)
    assert len(person.open_suggestions()) > 20


class Decisions:
    """What the person decided: what the training set must hold."""

    def __init__(self) -> None:
        self.mentions: dict[tuple[int, int, str], str] = {}
        self.notes: dict[tuple[int, int, str], str] = {}
        self.relations: set[tuple[str, tuple[int, int], tuple[int, int]]] = set()


def decide_by_keys(person: Person) -> Decisions:
    """Accept, reject, relabel, make, grow, link, delete, note; say what must come of it."""
    made = Decisions()

    first = person.focused
    assert first.status is Status.SUGGESTED
    person.press("Return")
    made.mentions[first.start, first.end, first.layer] = first.label
    assert person.item != first.id, "accepting moves on to the next suggestion"

    second = walk_to(person, lambda m: m.layer == "entity")
    person.press("Backspace")
    assert second.id not in {m.id for m in person.state.visible_mentions()}

    there_and_back(person)
    third = walk_to(person, lambda m: m.label == "PER")
    person.press("2")
    assert person.state.mentions[third.id].label == "ORG"
    made.mentions[third.start, third.end, "entity"] = "ORG"

    fresh = new_span(person)
    made.mentions[fresh] = "MISC"

    made.mentions.update(grow_and_shrink(person))
    made.relations.add(link(person, made))
    write_a_note(person, made)
    delete_a_span(person)
    return made


def walk_to(person: Person, wanted: Callable[[Mention], bool]) -> Mention:
    """Go from suggestion to suggestion, arguments among them, to the next mention that is wanted."""
    for _ in range(1000):
        if person.item in person.state.mentions and wanted(person.focused):
            return person.focused
        person.press("Tab")
    raise AssertionError("the suggestions have no end")


def from_the_top(person: Person) -> None:
    """Put the cursor on the first word; Tab then goes to the first suggestion."""
    person.press("Esc", "Esc", "Ctrl+Home")
    assert (person.item, person.desk.canvas.cursor_token) == (None, 0)


def there_and_back(person: Person) -> None:
    """Go to the next suggestion and the one before it."""
    here = person.item
    person.press("Tab")
    assert person.item != here
    person.press("Shift+Tab")
    assert person.item == here


def write_a_note(person: Person, made: Decisions) -> None:
    """Write a note on a suggestion, which stays one, and accept it afterwards."""
    from_the_top(person)
    target = walk_to(person, lambda m: m.layer == "entity")
    person.press("N")
    person.write(NOTE)
    person.press("Esc")
    noted = person.state.mentions[target.id]
    assert (noted.note, noted.status) == (NOTE, Status.SUGGESTED)
    person.press("Return")
    made.mentions[target.start, target.end, target.layer] = target.label
    made.notes[target.start, target.end, target.layer] = NOTE


def delete_a_span(person: Person) -> None:
    """Make a span of one's own and delete it again: nothing of it may be left."""
    start, end, layer = new_span(person)
    person.press("Del")
    assert not [m for m in person.state.mentions_at(Span(start, end)) if m.layer == layer]


def zoned(person: Person, offset: int) -> bool:
    """Tell whether a place of the text lies in a zone."""
    return any(zone.start <= offset < zone.end for zone in person.state.zones)


def new_span(person: Person) -> tuple[int, int, str]:
    """Choose two words with the token cursor where nothing is annotated, and label them."""
    article = person.desk.session.article
    assert article is not None
    taken = [m.envelope for m in person.state.visible_mentions()]
    free = next(
        index
        for index in range(len(article.tokens) - 1)
        if zoned(person, article.tokens[index].start)
        and all(
            not span.overlaps(article.tokens[index]) and not span.overlaps(article.tokens[index + 1])
            for span in taken
        )
        and "\n" not in article.text[article.tokens[index].start : article.tokens[index + 1].end]
    )
    person.press("Esc", "Ctrl+Home")
    while person.desk.canvas.cursor_token < free:
        person.press("Right")
    person.press("Shift+Right")
    selection = person.desk.canvas.selection()
    assert selection is not None
    assert (selection.start, selection.end) == (article.tokens[free].start, article.tokens[free + 1].end)
    person.press("4")
    label = next(m for m in person.state.mentions_at(selection) if m.layer == "entity")
    assert (label.label, label.status) == ("MISC", Status.ACCEPTED)
    return selection.start, selection.end, "entity"


def grow_and_shrink(person: Person) -> dict[tuple[int, int, str], str]:
    """Move both ends of a suggestion outwards, then the end back."""
    article = person.desk.session.article
    assert article is not None
    tokens = article.tokens
    from_the_top(person)
    target = walk_to(
        person,
        lambda m: m.label == "PER" and zoned(person, m.start) and tokens.covered(m.envelope)[0] > 0,
    )
    covered = tokens.covered(target.envelope)
    person.press(";", ".")
    grown = person.state.mentions[target.id]
    assert (grown.start, grown.end) == (tokens[covered[0] - 1].start, tokens[covered[-1] + 1].end)
    person.press(",")
    final = person.state.mentions[target.id]
    assert (final.start, final.end) == (tokens[covered[0] - 1].start, tokens[covered[-1]].end)
    return {(final.start, final.end, "entity"): final.label}


def link(person: Person, made: Decisions) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """Give an event one more argument by hint letters."""
    from_the_top(person)
    seen: set[MentionId] = set()
    for _ in range(100):
        event = walk_to(person, lambda m: person.is_event(m) and m.id not in seen)
        seen.add(event.id)
        before = {r.id for r in person.relations_of(event.id) if r.status is Status.ACCEPTED}
        person.press("R")
        if not person.desk.relating.active:
            continue
        target, letters = next(iter(person.desk.relating.hints.items()))
        person.press(*letters)
        if QApplication.activePopupWidget() is not None:
            choose_label(person)
        accepted = [r for r in person.relations_of(event.id) if r.status is Status.ACCEPTED]
        (relation,) = [r for r in accepted if r.id not in before]
        assert target in (relation.head, relation.tail)
        ends = (person.state.mentions[relation.head], person.state.mentions[relation.tail])
        for end in ends:
            assert end.status is Status.ACCEPTED
            made.mentions[end.start, end.end, end.layer] = end.label
        return relation.label, (ends[0].start, ends[0].end), (ends[1].start, ends[1].end)
    raise AssertionError("no event can be linked")


def choose_label(person: Person) -> None:
    """Take the first label of the menu that asks which relation is meant."""
    person.wait_until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def exported(person: Person, target: Path) -> list[dict[str, Any]]:
    person.answer(ExportDialog, lambda d: person.fill(d, d.path_field, str(target)))
    person.press("Ctrl+E")
    person.wait_until(target.exists)
    return valid_lines(target)


def test_the_whole_way_from_a_folder_to_a_training_set(
    qapp: QApplication, people: list[Person], tmp_path: Path, source: Path
) -> None:
    project = tmp_path / "hafen.annot"
    person = begin(qapp, people, tmp_path)
    make_project(person, project)
    import_and_pretag(person, source)
    text = person.text
    made = decide_by_keys(person)

    # A mistake, taken back at once, and one that stays until after the restart.
    from_the_top(person)
    wrong = walk_to(person, lambda m: m.status is Status.SUGGESTED)
    person.press("Return", "Z")
    assert person.state.mentions[wrong.id].status is Status.SUGGESTED
    assert person.item == wrong.id, "a step taken back shows where it was"
    person.press("Return")
    assert person.state.mentions[wrong.id].status is Status.ACCEPTED
    before = person.state

    # Close, come back the next day, find everything again.
    person = begin(qapp, people, tmp_path)
    assert person.window.projects.open(project)
    assert person.text == text
    after = person.state
    assert (after.mentions, after.relations, after.order) == (before.mentions, before.relations, before.order)

    # Undo a step of yesterday, redo it, undo it again.
    person.press("Z")
    assert person.state.mentions[wrong.id].status is Status.SUGGESTED
    person.press("Shift+Z")
    assert person.state.mentions[wrong.id].status is Status.ACCEPTED
    person.press("Ctrl+Z")

    person.answer(FinishDialog, lambda d: QTest.keyClick(d, Qt.Key.Key_Return))
    person.press("Ctrl+Return")
    assert person.state.set_state is SetState.DONE

    lines = exported(person, tmp_path / "hafen.jsonl")
    assert len(lines) == 1
    line = lines[0]
    assert (line["text"], line["annotator"], line["state"]) == (text, "anna", "done")
    spans = {(s["start"], s["end"], s["layer"]): s["label"] for s in line["spans"]}
    assert spans == made.mentions
    notes = {(s["start"], s["end"], s["layer"]): s["note"] for s in line["spans"] if s["note"]}
    assert notes == made.notes
    places = {s["id"]: (s["start"], s["end"]) for s in line["spans"]}
    found = {(r["label"], places[r["head"]], places[r["tail"]]) for r in line["relations"]}
    assert found == made.relations
    for span in line["spans"]:
        assert text[span["start"] : span["end"]] == span["text"]
        assert span["status"] == "accepted"
    person.window.projects.close()
    with Store.open(project) as store:
        assert store.check() == []
