from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import Status
from annotator.core.ids import ArticleId
from annotator.services.editing import Editor
from annotator.services.pretagging import write_suggestions
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind
from tests.core.test_certainty import sample
from tests.support.build import make_article

SCORES: list[float | None] = [0.35, 0.9, 0.6, None, 0.45]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    article = make_article()
    with Project.create(tmp_path / "probe.annot") as project:
        project.store.add_article(article, source="probe")
        project.store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
        write_suggestions(project, article.id, sample(SCORES))
        yield project


@pytest.fixture
def article_id(project: Project) -> ArticleId:
    return project.store.article_ids()[0]


def sitting(project: Project, article_id: ArticleId, least_score: float) -> Editor:
    editor = Editor(project, "änne", least_score=least_score)
    editor.open(article_id)
    return editor


@pytest.mark.parametrize("least_score", [0.0, 0.4, 0.5, 0.7, 0.95, 1.0])
def test_the_list_counts_what_the_open_article_shows(
    project: Project, article_id: ArticleId, least_score: float
) -> None:
    editor = sitting(project, article_id, least_score)
    assert editor.state is not None

    (row,) = project.store.article_rows("änne", least_score=least_score)
    assert row.open_suggestions == editor.state.open_suggestions
    assert row.open_relations == editor.state.open_relations
    assert editor.state.open_suggestions == sum(
        m.status is Status.SUGGESTED for m in editor.state.visible_mentions()
    )


def test_the_counts_agree_after_decisions_too(project: Project, article_id: ArticleId) -> None:
    everything = sitting(project, article_id, 0.0)
    assert everything.state is not None
    unsure = [m.id for m in everything.state.visible_mentions() if (m.provenance.score or 1) < 0.5]
    everything.perform(edits.accept(everything.state, unsure[:1]))

    editor = sitting(project, article_id, 0.5)
    assert editor.state is not None
    (row,) = project.store.article_rows("änne", least_score=0.5)
    assert (row.open_suggestions, row.open_relations) == (
        editor.state.open_suggestions,
        editor.state.open_relations,
    )
    assert editor.state.mentions[unsure[0]].status is Status.ACCEPTED
    assert unsure[1] not in editor.state.mentions


def test_another_bound_takes_effect_without_any_writing(project: Project, article_id: ArticleId) -> None:
    editor = sitting(project, article_id, 0.0)
    assert editor.state is not None
    before = set(editor.state.mentions)
    logged = [operation.id for operation in project.store.operations()]
    told: list[object] = []
    editor.subscribe(told.append)

    editor.least_score = 0.7
    editor.reload()
    assert set(editor.state.mentions) < before
    editor.least_score = 0.0
    editor.reload()
    assert set(editor.state.mentions) == before
    assert told == [None, None]
    assert [operation.id for operation in project.store.operations()] == logged


def test_what_is_out_of_sight_is_neither_decided_nor_lost(project: Project, article_id: ArticleId) -> None:
    stored = project.store.layered(article_id, MACHINE)
    editor = sitting(project, article_id, 0.7)
    assert editor.state is not None
    shown = [m.id for m in editor.state.visible_mentions()]
    editor.perform(edits.accept(editor.state, shown))

    own = project.store.layered(article_id, "änne")
    assert set(own.mentions) == set(shown)
    assert project.store.layered(article_id, MACHINE) == stored
    assert project.store.check() == []


def test_undo_uncovers_what_was_decided_before_the_bound_rose(
    project: Project, article_id: ArticleId
) -> None:
    editor = sitting(project, article_id, 0.0)
    assert editor.state is not None
    unsure = next(m.id for m in editor.state.visible_mentions() if (m.provenance.score or 1) < 0.5)
    editor.perform(edits.reject(editor.state, [unsure]))
    editor.least_score = 0.7
    editor.reload()

    applied = editor.undo()
    assert applied is not None
    assert applied.focus == unsure
    assert editor.state.mentions[unsure].status is Status.SUGGESTED
