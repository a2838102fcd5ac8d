"""One step over many articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import SetState, Status
from annotator.core.article import Article
from annotator.core.change import Plan
from annotator.core.edits import Wanted
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import ArticleId
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.services import bulk
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import Store
from tests.services.test_undo_machine import ONE, TWO, pretag
from tests.support.build import make_scheme

FUESSEN = Wanted("Füssen", "entity", "LOC")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "größe.annot"
    with Store.create(path, scheme_source="", name="Größe") as store:
        for article in (ONE, TWO):
            store.add_article(article, source="probe")
        pretag(store)
    return path


@pytest.fixture
def editor(path: Path) -> Iterator[Editor]:
    with Project(Store.open(path), make_scheme()) as project:
        made = Editor(project, "anna")
        made.open(ONE.id)
        yield made


def decided(editor: Editor) -> list[int]:
    """Return how many accepted mentions there are in each article, from the file."""
    store = editor.project.store
    return [
        sum(m.status is Status.ACCEPTED for m in store.layered(a.id, "anna").mentions.values())
        for a in (ONE, TWO)
    ]


def places(editor: Editor, wanted: Wanted = FUESSEN) -> list[bulk.Found]:
    return [one for one in bulk.same_text(editor, wanted, ONE.id, {ONE.id, TWO.id}) if one is not None]


def at(found: list[bulk.Found]) -> list[tuple[ArticleId, Span]]:
    return [(one.article_id, one.occurrence.span) for one in found]


def test_the_same_text_is_labelled_in_all_articles_and_undone_as_one(editor: Editor) -> None:
    found = places(editor)
    assert [(one.article_id, one.text) for one in found] == [(ONE.id, "Füssen"), (TWO.id, "Füssen")]
    assert found[0].before.endswith("Jörg Größl in ")
    assert set(bulk.apply_to_all(editor, FUESSEN, at(found))) == {ONE.id, TWO.id}
    assert decided(editor) == [1, 1]
    assert editor.article == ONE
    assert places(editor) == []
    undone = editor.undo()
    assert undone is not None and undone.articles == {ONE.id, TWO.id}
    assert editor.article == ONE
    assert decided(editor) == [0, 0]
    assert editor.project.store.set_info(TWO.id, "anna").state is SetState.NEW
    editor.redo()
    assert decided(editor) == [1, 1]
    assert editor.project.store.check() == []


def test_it_is_undone_as_one_after_a_restart(path: Path, editor: Editor) -> None:
    bulk.apply_to_all(editor, FUESSEN, at(places(editor)))
    with Project(Store.open(path), make_scheme()) as project:
        again = Editor(project, "anna")
        assert again.undo_name == "apply_to_all"
        again.undo()
        assert decided(again) == [0, 0]
        assert not again.can_undo


def test_two_steps_over_many_articles_are_undone_one_after_the_other(editor: Editor) -> None:
    bulk.apply_to_all(editor, FUESSEN, at(places(editor)))
    karla = Wanted("Karla Weiß", "entity", "PER")
    bulk.apply_to_all(editor, karla, at(places(editor, karla)))
    assert decided(editor) == [2, 2]
    editor.undo()
    assert decided(editor) == [1, 1]


def test_a_refusal_in_one_article_leaves_all_as_they_were(editor: Editor) -> None:
    def good(state: AnnotationState, _: Article) -> Plan:
        return edits.accept_many(state, [m.id for m in state.visible_mentions()])

    def bad(state: AnnotationState, _: Article) -> Plan:
        first = next(state.visible_mentions())
        return edits.relabel(state, make_scheme(), first.id, layer="entity", label="Quatsch")

    with pytest.raises(SchemeViolation):
        bulk.perform_everywhere(editor, {ONE.id: good, TWO.id: bad})
    assert decided(editor) == [0, 0]
    assert editor.article == ONE
    assert editor.state is not None and editor.state.open_suggestions == 5
    assert not editor.can_undo
    assert editor.project.store.check() == []


def test_what_somebody_changed_since_is_not_overwritten_by_undoing_and_nothing_else_is_undone(
    path: Path, editor: Editor
) -> None:
    bulk.apply_to_all(editor, FUESSEN, at(places(editor)))
    with Project(Store.open(path), make_scheme()) as project:
        other = Editor(project, "anna", author="Größl")
        other.open(TWO.id)
        assert other.state is not None
        mention = next(m for m in other.state.visible_mentions() if m.label == "LOC")
        other.perform(edits.set_note(other.state, mention.id, "wirklich?"))
    with pytest.raises(InvalidEdit) as caught:
        editor.undo()
    assert caught.value.data["reason"] == "not_from_here"
    assert decided(editor) == [1, 1]
    assert editor.can_undo
    assert editor.article is not None and editor.article.id == ONE.id, "the open article stays open"
    assert editor.state == editor.project.store.state(ONE.id, "anna")


def test_an_article_where_nothing_changes_is_not_touched(editor: Editor) -> None:
    touched = bulk.perform_everywhere(
        editor, {a.id: lambda state, _: edits.accept_many(state, []) for a in (ONE, TWO)}
    )
    assert touched == ()
    assert editor.project.store.set_info(ONE.id, "anna").revision == 0
