"""A case marked as difficult stays so wherever it goes, and is found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import Mention, Status
from annotator.core.ids import ArticleId
from annotator.services.concordance import search
from annotator.services.editing import Editor
from annotator.services.exporting import export_jsonl
from annotator.services.importing import import_paths
from annotator.services.merging import merge_files
from annotator.services.project import Project
from annotator.services.selecting import select
from tests.services.packages import ONE, TWO, folder, make_project, package


@pytest.fixture
def place() -> Iterator[Path]:
    with folder() as found:
        yield found


def flag(project: Project, article_id: ArticleId, name: str, *, accept: bool) -> Mention:
    """Mark the first mention as difficult, and accept it if that is wanted."""
    editor = Editor(project, name)
    editor.open(article_id)
    assert editor.state is not None
    first = next(editor.state.visible_mentions())
    editor.perform(edits.flag(editor.state, first.id))
    if accept:
        editor.perform(edits.accept(editor.state, [first.id]))
    return editor.state.mentions[first.id]


def with_hard_cases(project: Project, query: str = "schwierig:ja") -> list[ArticleId]:
    """Return what the filter of the article list finds."""
    found = select(query, project.scheme).found(project, annotator="anna")
    return [one for step in found for one in step]


@pytest.mark.parametrize("accept", [True, False])
def test_it_goes_out_as_json_lines_and_comes_back(place: Path, accept: bool) -> None:
    with make_project(place / "hier.annot") as here, make_project(place / "dort.annot") as there:
        marked = flag(here, TWO.id, "anna", accept=accept)
        export_jsonl(here, place / "größe.jsonl", statuses=list(Status), annotators=["anna"])
        import_paths(there, [place / "größe.jsonl"], author="lea")
        back = there.store.layered(TWO.id, "anna").mentions[marked.id]
        assert (back.difficult, back.status) == (True, marked.status)
        assert with_hard_cases(there) == [TWO.id]


def test_it_goes_out_in_a_package_and_comes_back_by_a_merge(place: Path) -> None:
    with make_project(place / "team.annot") as project:
        before = flag(project, ONE.id, "anna", accept=False)
        path = package(project, "anna")
        with Project.open(path) as hers:
            assert hers.store.layered(ONE.id, "anna").mentions[before.id].difficult
            assert with_hard_cases(hers) == [ONE.id]
            marked = flag(hers, TWO.id, "anna", accept=True)
        merge_files(project, [path], author="lea")
        assert project.store.layered(TWO.id, "anna").mentions[marked.id].difficult
        assert with_hard_cases(project) == [ONE.id, TWO.id]
        assert project.store.check() == []


@pytest.mark.parametrize(
    ("query", "count"),
    [("flag:yes", 1), ("schwierig:ja status:angenommen", 0), ("difficult:yes status:suggested", 1)],
)
def test_the_search_finds_it_by_its_names_and_with_other_conditions(
    place: Path, query: str, count: int
) -> None:
    with make_project(place / "suche.annot") as project:
        marked = flag(project, ONE.id, "anna", accept=False)
        hits = list(search(project, query, annotator="anna"))
        assert [hit.mention_id for hit in hits] == [marked.id] * count
        assert list(search(project, query, annotator="bert")) == []


def test_taking_the_mark_back_is_found_too(place: Path) -> None:
    with make_project(place / "suche.annot") as project:
        flag(project, ONE.id, "anna", accept=True)
        editor = Editor(project, "anna")
        editor.undo()
        editor.undo()
        assert with_hard_cases(project) == []


def test_no_hard_case_finds_the_articles_without_any_and_beside_a_label_the_others(place: Path) -> None:
    with make_project(place / "ohne.annot") as project:
        every = {row.id for row in project.store.article_rows("anna")}
        flag(project, ONE.id, "anna", accept=True)
        for query in ("schwierig:nein", "flag:no", "-schwierig:ja"):
            assert set(with_hard_cases(project, query)) == every - {ONE.id}
        assert ONE.id in with_hard_cases(project, "schwierig:nein status:suggested")
