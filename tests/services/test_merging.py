"""Sets come back from packages: in any order, twice, in parts, and nothing is lost or overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.cli.merge import told_sentence
from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.core.assigned import Assigned
from annotator.core.query import parse
from annotator.services import roles
from annotator.services.editing import Editor
from annotator.services.merge_report import MergeReport
from annotator.services.merge_undo import MergeUndone, undo_merge
from annotator.services.merging import merge_files
from annotator.services.packaging import PackageImpossible, make_package
from annotator.services.project import Project
from annotator.store import Team
from annotator.store.finder import Finder
from tests.services.packages import (
    ONE,
    SCHEME,
    TWO,
    VERBS,
    folder,
    held,
    make_project,
    package,
    work,
)
from tests.support.build import make_article

STEPS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 40)), min_size=1, max_size=6)
BRIEF = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def place() -> Iterator[Path]:
    with folder() as found:
        yield found


@pytest.fixture
def project(place: Path) -> Iterator[Project]:
    with make_project(place / "team.annot") as made:
        yield made


def merged(project: Project, *files: Path) -> MergeReport:
    return merge_files(project, files, author="lea")


def copied(path: Path, name: str) -> Project:
    return Project.open(Path(shutil.copy(path, path.with_name(name))))


@BRIEF
@given(early=STEPS, late=STEPS, other=STEPS, before=STEPS)
def test_merging_is_commutative_associative_and_idempotent(
    early: list[tuple[str, int]],
    late: list[tuple[str, int]],
    other: list[tuple[str, int]],
    before: list[tuple[str, int]],
) -> None:
    with folder() as place:
        with make_project(place / "team.annot") as made:
            work(made.path, "anna", before)
            anna, bert = package(made, "anna"), package(made, "bert")
        work(anna, "anna", early)
        part = Path(shutil.copy(anna, place / "teil.annot"))
        work(anna, "anna", late)
        work(bert, "bert", other)
        results = []
        for number, files in enumerate(permutations((part, anna, bert))):
            with copied(place / "team.annot", f"t{number}.annot") as target:
                for file in files:
                    assert all(
                        told.reason == "zones_differ" or told.reason == "nothing_in_it"
                        for told in merged(target, file).told
                    )
                once = held(target.store)
                again = merged(target, *files)
                assert (dict(again.merged), again.operations) == ({}, 0)
                assert held(target.store) == once
                assert target.store.check() == []
                results.append(once)
        with copied(place / "team.annot", "zusammen.annot") as target:
            merged(target, anna, bert)
            results.append(held(target.store))
        # (team + part + bert) is itself a project: merging it into one that has the whole gives the same.
        with copied(place / "team.annot", "mitte.annot") as middle:
            merged(middle, part, bert)
        with copied(place / "team.annot", "kette.annot") as target:
            merged(target, anna)
            merged(target, place / "mitte.annot")
            results.append(held(target.store))
            assert target.store.check() == []
        assert all(found == results[0] for found in results[1:])


@BRIEF
@given(STEPS, STEPS)
def test_a_merge_is_taken_back_in_one_step_and_can_be_done_again(
    first: list[tuple[str, int]], second: list[tuple[str, int]]
) -> None:
    with folder() as place, make_project(place / "team.annot") as made:
        work(made.path, "anna", [("create", 4)])
        anna, bert = package(made, "anna"), package(made, "bert")
        work(anna, "anna", first)
        work(bert, "bert", second)
        before, entries = held(made.store), len(list(made.store.operations()))
        report = merged(made, anna, bert)
        after = held(made.store)
        if not report.operations:
            return
        undo_merge(made, author="lea")
        assert {k: v for k, v in held(made.store).items() if k in before} == before
        assert not any(made.store.layered(article.id, "bert").mentions for article in (ONE, TWO))
        assert len(list(made.store.operations())) == entries + 2 * report.operations
        assert made.store.check() == []
        merged(made, bert, anna)
        assert held(made.store) == after
        assert made.store.check() == []


def test_a_package_holds_her_articles_and_nobody_elses_work(project: Project) -> None:
    work(project.path, "anna", [("accept", 0), ("cluster", 0), ("cluster", 1)])
    work(project.path, "bert", [("create", 0), ("note", 1)])
    path = package(project, "anna")
    with Project.open(path) as made:
        assert made.store.check() == []
        assert [one.name for one in made.store.annotators()] == ["anna", "pretagger"]
        assert made.store.scheme_source() == project.store.scheme_source()
        assert made.store.layered(ONE.id, "anna") == project.store.layered(ONE.id, "anna")
        assert made.store.layered(ONE.id, "pretagger") == project.store.layered(ONE.id, "pretagger")
        assert made.store.set_info(ONE.id, "anna") == project.store.set_info(ONE.id, "anna")
        assert roles.package_for(made.store) == "anna"
        assert not roles.is_lead(made.store, "anna")
    assert b"bert" not in path.read_bytes()


def test_control_articles_go_out_without_suggestions(project: Project) -> None:
    Team(project.store).assign([Assigned(ONE.id, "anna", 1, control=True), Assigned(TWO.id, "anna", 0)])
    assert project.store.state(ONE.id, "anna").open_total == 0
    assert project.store.state(ONE.id, "bert").open_total > 0
    rows = project.store.article_rows("anna")
    assert [(row.id, row.open_total > 0) for row in rows] == [(TWO.id, True), (ONE.id, False)]
    found = Finder(project.store, annotator="anna").mentions(parse("label:PER"))
    assert {article.id for article, _ in found} == {TWO.id}
    with Project.open(package(project, "anna")) as made:
        assert made.store.layered(ONE.id, "pretagger").mentions == {}
        assert made.store.layered(TWO.id, "pretagger").mentions
        assert [row.id for row in made.store.article_rows("anna")] == [TWO.id, ONE.id]


def test_a_package_is_never_written_over_another(project: Project) -> None:
    path = package(project, "anna")
    content = path.read_bytes()
    with pytest.raises(Exception, match="exists"):
        package(project, "anna")
    assert path.read_bytes() == content


def test_a_package_that_cannot_be_made_leaves_no_file(project: Project, place: Path) -> None:
    Team(project.store).assign([Assigned(ONE.id, "anna", 0)])
    with pytest.raises(PackageImpossible) as caught:
        make_package(project, "bert", place / "b.annot")
    assert (caught.value.data["reason"], caught.value.data["known"]) == ("nothing_assigned", ["anna"])
    assert not (place / "b.annot").exists()


def test_a_set_changed_here_and_in_the_package_stays_as_it_is_and_the_rest_comes_in(project: Project) -> None:
    path = package(project, "anna")
    work(path, "anna", [("accept", 0), ("accept", 1)])
    work(project.path, "anna", [("reject", 0)])
    kept = project.store.layered(ONE.id, "anna")
    report = merged(project, path)
    assert [(told.reason, told.annotator, told.article) for told in report.told] == [
        ("changed_in_both", "anna", "eins.txt")
    ]
    assert project.store.layered(ONE.id, "anna") == kept
    assert dict(report.merged) == {"anna": 1}
    assert project.store.layered(TWO.id, "anna").mentions
    assert merged(project, path).told == report.told


def test_a_cluster_changed_here_and_in_the_package_is_not_overwritten(project: Project) -> None:
    work(project.path, "anna", [("cluster", 0)])
    path = package(project, "anna")
    work(path, "anna", [("accept", 0), ("cluster", 3)])
    work(project.path, "anna", [("cluster", 5)])
    kept = project.store.layered(TWO.id, "anna").clusters
    report = merged(project, path)
    assert {told.reason for told in report.told} == {"changed_in_both"}
    assert project.store.layered(TWO.id, "anna").clusters == kept
    assert project.store.check() == []


def test_a_cluster_over_two_articles_is_not_taken_from_one_of_them_alone(project: Project) -> None:
    path = package(project, "anna")
    work(path, "anna", [("cluster", 0), ("cluster", 1)])
    work(project.path, "anna", [("reject", 4)])
    report = merged(project, path)
    assert [(told.reason, told.article) for told in report.told] == [
        ("changed_in_both", "eins.txt"),
        ("cluster_changed_in_both", "zwei.txt"),
    ]
    assert project.store.layered(TWO.id, "anna").clusters == {}


def test_another_scheme_is_told_and_taken_only_when_that_is_wanted(project: Project, place: Path) -> None:
    newer = SCHEME.replace('"1.0"', '"1.1"').replace("{name: ORG,", "{name: FIRMA,")
    with make_project(place / "neu.annot", scheme=newer) as other:
        work(other.path, "anna", [("accept", 1)])
        editor = Editor(other, "anna")
        editor.open(ONE.id)
        assert editor.state is not None
        spans = [next(iter(ONE.tokens))]
        editor.perform(
            edits.create(editor.state, ONE, other.scheme, spans, layer="entity", label="FIRMA", author="anna")
        )
    report = merged(project, other.path)
    assert [told.reason for told in report.told] == ["scheme_differs"]
    assert dict(report.told[0].facts) == {"here": "Probe 1.0", "there": "Probe 1.1"}
    assert not report.merged
    report = merge_files(project, [other.path], author="lea", other_scheme=True)
    assert [(told.reason, told.facts["label"]) for told in report.told] == [("does_not_fit", "FIRMA")]
    assert dict(report.merged) == {"anna": 1}


def test_an_article_with_another_text_or_none_here_is_told(project: Project, place: Path) -> None:
    changed, more = (
        make_article("Neu: Größl schwieg.", name="eins.txt"),
        make_article("Mehr. 🚒", name="drei.txt"),
    )
    with make_project(place / "anders.annot", (changed, more)) as other:
        for article in (changed, more):
            editor = Editor(other, "anna")
            editor.open(article.id)
            assert editor.state is not None
            editor.perform(edits.set_state(editor.state, SetState.DONE))
    told = merged(project, other.path).told
    assert [(one.reason, one.article) for one in told] == [
        ("text_differs", "eins.txt"),
        ("article_missing", "drei.txt"),
    ]


def test_a_file_of_other_articles_is_told_in_one_sentence(project: Project, place: Path) -> None:
    others = [make_article(f"Straße {n} 🚒.", name=f"fremd {n}.txt") for n in range(3)]
    with make_project(place / "fremd.annot", tuple(others)) as other:
        for article in others:
            for name in ("anna", "bert"):
                editor = Editor(other, name)
                editor.open(article.id)
                assert editor.state is not None
                editor.perform(edits.set_state(editor.state, SetState.DONE))
    told = merged(project, other.path).told
    assert [(one.reason, one.article, dict(one.facts)) for one in told] == [
        ("articles_missing", "", {"number": "3"})
    ]
    assert "none of its 3 articles" in told_sentence(told[0])


def test_of_a_package_only_its_annotator_comes_back(project: Project) -> None:
    path = package(project, "anna")
    work(path, "anna", [("accept", 0)])
    work(path, "mallory", [("accept", 0)])
    assert dict(merged(project, path).merged) == {"anna": 1}
    assert "mallory" not in [one.name for one in project.store.annotators()]


def test_files_that_are_none_stop_nothing(project: Project, place: Path) -> None:
    (place / "kaputt.annot").write_text("Straße")
    path = package(project, "anna")
    work(path, "anna", [("accept", 0)])
    report = merged(project, place / "kaputt.annot", place / "fort.annot", project.path, path)
    assert [(told.reason, told.facts.get("reason", "")) for told in report.told] == [
        ("unreadable", "not_a_project"),
        ("unreadable", "missing"),
        ("same_file", ""),
    ]
    assert dict(report.merged) == {"anna": 1}


def test_a_merge_that_was_worked_on_since_is_not_taken_back(project: Project) -> None:
    path = package(project, "anna")
    work(path, "anna", [("accept", 0)])
    merged(project, path)
    work(project.path, "anna", [("reject", 2)])
    with pytest.raises(MergeUndone) as caught:
        undo_merge(project, author="lea")
    assert (caught.value.data["reason"], caught.value.data["article"]) == ("changed_since", "eins.txt")
    assert project.store.check() == []


def test_without_a_merge_there_is_none_to_take_back(project: Project) -> None:
    with pytest.raises(MergeUndone) as caught:
        undo_merge(project, author="lea")
    assert caught.value.data["reason"] == "none"


def test_a_cancelled_merge_leaves_everything_as_it_was(project: Project) -> None:
    paths = [package(project, "anna"), package(project, "bert")]
    for path, name in zip(paths, ("anna", "bert"), strict=True):
        work(path, name, [("accept", 0)])
    before = held(project.store)
    answers = iter([False, True])
    report = merge_files(project, paths, author="lea", cancelled=lambda: next(answers))
    assert report.cancelled
    assert held(project.store) == before


def test_of_two_corrections_of_zones_the_later_one_holds_and_that_is_told(project: Project) -> None:
    anna, bert = package(project, "anna"), package(project, "bert")
    work(anna, "anna", [("zone", 2)])
    work(bert, "bert", [("zone", 6)])
    with Project.open(bert) as later:
        wanted = later.store.zones(ONE.id)
    merged(project, bert)
    report = merged(project, anna)
    assert project.store.zones(ONE.id) == wanted
    assert [told.reason for told in report.told] == ["zones_differ"]
