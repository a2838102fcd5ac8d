"""Second passes: given, worked on without a sight of the first, brought back, and compared with it alone."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.review import agreement as core
from annotator.review.counting import count
from annotator.review.figure import Measure
from annotator.review.queues import DivisionImpossible, Rules, draw
from annotator.review.version import reviewed
from annotator.services import assigning, roles
from annotator.services.agreement import may_see, measure_agreement
from annotator.services.exporting import export_jsonl
from annotator.services.handing import hand
from annotator.services.merge_undo import undo_merge
from annotator.services.merging import merge_files
from annotator.services.packaging import PackageImpossible, make_package
from annotator.services.progress import progress_of, queue_progress
from annotator.services.project import Project
from annotator.services.repeating import (
    RepeatImpossible,
    known_second_pass,
    plan_repeat,
    repeat,
    repeatable,
)
from annotator.services.reporting import make_report
from annotator.services.reporting_page import render
from annotator.store import AnnotatorKind, Team
from tests.review.perturb import perturb
from tests.support.build import make_scheme
from tests.support.teams import BEGIN, finish, make_team

AGAIN = "anna (2)"
WHOLE = (Measure.SPAN_EXACT, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Six articles that anna and bela have finished."""
    made = tmp_path / "größe.annot"
    make_team(made, articles=6, names=("anna", "bela"))
    return made


def give(path: Path, *, number: int = 3, annotator: str = "anna") -> tuple[ArticleId, ...]:
    with Project.open(path) as project:
        made = plan_repeat(project.store, annotator, number=number)
        repeat(project.store, made, author="Lea Öz")
        return made.articles


def package_of(path: Path, name: str = AGAIN) -> Path:
    with Project.open(path, read_only=True) as project:
        return make_package(project, name, path.with_name(f"{name}.annot")).path


def do_again(path: Path, *, errors: tuple[str, ...] | None = None) -> None:
    """Finish the second pass in the project itself, a little otherwise than the first time."""
    with Project.open(path) as project:
        for number, row in enumerate(project.store.article_rows(AGAIN)):
            article, first = project.store.article(row.id), project.store.layered(row.id, "anna")
            made = perturb(first, article, make_scheme(), seed=number, errors=errors)[0]
            finish(project, article, AGAIN, made, at=BEGIN + timedelta(days=40))


def work_again(path: Path, package: Path) -> None:
    """Finish what is in a package with half of the mentions of the first time; the scheme knows them all."""
    with Project.open(path, read_only=True) as whole, Project.open(package) as part:
        for article_id in part.store.article_ids():
            first = whole.store.layered(article_id, "anna")
            mentions = dict(list(first.mentions.items())[::2])
            article = part.store.article(article_id)
            finish(part, article, AGAIN, Layered(mentions), at=BEGIN + timedelta(days=40))


def test_the_same_number_draws_the_same_finished_articles(path: Path) -> None:
    with Project.open(path) as project:
        one, other = (plan_repeat(project.store, "anna", number=3, seed=7) for _ in range(2))
        assert one == other
        assert (one.again, one.finished, len(one.articles)) == (AGAIN, 6, 3)
        assert len(plan_repeat(project.store, "anna", share=0.5).articles) == 3
        assert len(plan_repeat(project.store, "anna", share=0.01).articles) == 1
        assert len(plan_repeat(project.store, "anna", number=100).articles) == 6
    ids = list(one.articles)
    assert {tuple(draw(ids, 2, seed=seed, annotator="anna")) for seed in range(20)} > {tuple(ids[:2])}


def test_who_has_finished_nothing_or_is_nobody_cannot_repeat(path: Path) -> None:
    with Project.open(path) as project:
        for name, reason in (("zoë", "not_a_person"), ("pretagger", "not_a_person")):
            with pytest.raises(RepeatImpossible) as caught:
                plan_repeat(project.store, name, number=1)
            assert caught.value.data["reason"] == reason
        repeat(project.store, plan_repeat(project.store, "anna", number=6), author="Lea Öz")
        with pytest.raises(RepeatImpossible) as caught:
            plan_repeat(project.store, "anna", number=1)
        assert caught.value.data["reason"] == "nothing_finished"
        assert list(repeatable(project.store)) == ["anna", "bela"]


def test_a_second_pass_has_a_queue_and_what_had_no_suggestions_has_none_again(path: Path) -> None:
    with Project.open(path) as project:
        store = project.store
        handed = hand(store, store.article_ids(), give=["anna"], control=True)
        assigning.assign(store, handed.rows, author="Lea Öz")
    articles = give(path)
    with Project.open(path) as project:
        rows = [one for one in Team(project.store).assignments() if one.annotator == AGAIN]
        assert [one.article_id for one in rows] == list(articles)
        assert all(one.control for one in rows)
        assert [row.id for row in project.store.article_rows(AGAIN)] == list(articles)
        assert [one.kind for one in project.store.annotators() if one.name == AGAIN] == [AnnotatorKind.REPEAT]
        assert roles.second_passes(project.store) == {AGAIN: "anna"}
        (told,) = [one for one in queue_progress(project.store) if one.annotator == AGAIN]
        assert (told.articles, told.begun, told.done) == (3, 0, 0)


def test_more_articles_join_the_same_second_pass(path: Path) -> None:
    first = give(path, number=2)
    second = give(path, number=2)
    assert not set(first) & set(second)
    with Project.open(path) as project:
        rows = [one for one in Team(project.store).assignments() if one.annotator == AGAIN]
        assert [(one.article_id, one.position) for one in rows] == [
            (article, place) for place, article in enumerate((*first, *second))
        ]


def test_a_name_that_is_taken_makes_way(path: Path) -> None:
    with Project.open(path) as project:
        project.store.ensure_annotator(AGAIN, AnnotatorKind.HUMAN)
        assert plan_repeat(project.store, "anna", number=1).again == "anna (3)"


def test_who_is_in_a_second_pass_sees_nothing_else_even_in_an_open_review(path: Path) -> None:
    give(path)
    with Project.open(path) as project:
        roles.set_review(project.store, is_open=True)
        assert roles.visible_to(project.store, AGAIN) == {AGAIN}
        assert not roles.is_lead(project.store, AGAIN)
        assert not may_see(project, AGAIN)
        assert AGAIN in roles.visible_to(project.store, "Lea Öz")


def test_the_package_of_a_second_pass_holds_nothing_of_the_first(path: Path) -> None:
    articles = give(path)
    package = package_of(path)
    with Project.open(package) as project:
        store = project.store
        assert sorted(store.article_ids()) == sorted(articles)
        assert [(one.name, one.kind, one.repeats) for one in store.annotators()] == [
            (AGAIN, AnnotatorKind.REPEAT, "anna")
        ]
        assert not list(store.operations())
        assert not any(store.layered(article, "anna").mentions for article in articles)
        assert roles.package_for(store) == AGAIN


def test_the_package_of_the_person_holds_nothing_of_her_second_pass(path: Path) -> None:
    with Project.open(path) as project:
        rows = hand(project.store, project.store.article_ids(), give=["anna"]).rows
        assigning.assign(project.store, rows, author="Lea Öz")
    give(path)
    do_again(path)
    with Project.open(package_of(path, "anna")) as project:
        assert {one.name for one in project.store.annotators()} == {"anna"}


def test_who_has_none_has_no_package_of_a_second_pass(path: Path) -> None:
    give(path)
    with Project.open(path) as project:
        assert known_second_pass(project.store, "anna") == known_second_pass(project.store, AGAIN) == AGAIN
        with pytest.raises(PackageImpossible) as caught:
            known_second_pass(project.store, "bela")
        assert caught.value.data["reason"] == "no_second_pass"


def test_it_comes_back_like_any_set_in_any_order_and_goes_in_one_step(path: Path) -> None:
    give(path)
    package = package_of(path)
    work_again(path, package)
    partial = package.with_name("halb.annot")
    partial.write_bytes(package.read_bytes())
    before = path.read_bytes()
    found = []
    for files in permutations([package, partial]):
        path.write_bytes(before)
        report = merge_files(path, files, author="Lea Öz")
        assert (dict(report.merged), report.told) == ({AGAIN: 3}, ())
        with Project.open(path) as project:
            assert roles.second_passes(project.store) == {AGAIN: "anna"}
            ids = project.store.article_ids()
            found.append([project.store.layered(article, AGAIN) for article in ids])
            assert merge_files(project, files, author="Lea Öz").merged == {}
            undo_merge(project, author="Lea Öz")
            assert {project.store.set_info(article, AGAIN).state for article in ids} == {SetState.NEW}
            assert project.store.check() == []
    assert found[0] == found[1]


def test_a_name_that_is_a_person_here_is_told_and_nothing_is_mixed(path: Path, tmp_path: Path) -> None:
    give(path)
    package = package_of(path)
    work_again(path, package)
    other = tmp_path / "anders.annot"
    make_team(other, articles=6, names=(AGAIN,))
    report = merge_files(other, [package], author="Lea Öz")
    assert [(told.reason, told.annotator) for told in report.told] == [("kind_differs", AGAIN)]
    assert not report.merged


def test_a_name_that_is_a_person_in_another_file_of_the_merge_is_told(path: Path, tmp_path: Path) -> None:
    give(path)
    package = package_of(path)
    work_again(path, package)
    person, target = tmp_path / "mensch.annot", tmp_path / "ziel.annot"
    make_team(target, articles=6, names=("zoë",))
    make_team(person, articles=6, names=("zoë",))
    with Project.open(package, read_only=True) as part, Project.open(person) as project:
        there = set(part.store.article_ids())
        for article_id in project.store.article_ids():
            if article_id not in there:
                finish(project, project.store.article(article_id), AGAIN, Layered(), at=BEGIN)
    report = merge_files(target, [person, package], author="Lea Öz")
    assert [told.reason for told in report.told if told.annotator == AGAIN] == ["kind_differs"]
    with Project.open(target) as project:
        assert all(not project.store.set_info(article, AGAIN).revision for article in there)


def test_it_is_compared_with_the_first_pass_and_changes_no_other_figure(path: Path) -> None:
    before = measure_agreement(path, samples=50)
    assert before.own_work == ()
    give(path)
    do_again(path)
    after = measure_agreement(path, samples=50)
    assert (after.figures, after.articles, after.annotators) == (before.figures, 6, ("anna", "bela"))
    (own,) = after.own_work
    assert (own.annotator, own.again, own.articles) == ("anna", AGAIN, 3)
    with Project.open(path) as project:
        store = project.store
        both = [
            reviewed(store.article(article), {name: store.layered(article, name) for name in ("anna", AGAIN)})
            for article in store.repeated_sets()[AGAIN]
        ]
        expected = core.figures(count(both, project.scheme), samples=50)
    assert own.figures == tuple(f for f in expected if f.pair is None and f.value is not None)
    assert {Measure.SPAN_EXACT, Measure.TOKEN_ALPHA, Measure.UNIT_ALPHA, Measure.RELATION_F1} <= {
        figure.measure for figure in own.figures
    }
    assert all(figure.items > 0 and figure.articles == 3 for figure in own.figures)
    whole = [f for f in own.figures if (f.measure, f.scope, f.label) == (Measure.SPAN_EXACT, "", "")]
    assert whole[0].low is not None and whole[0].value is not None and whole[0].value < 1


def test_the_same_work_again_agrees_wholly(path: Path) -> None:
    give(path)
    do_again(path, errors=())
    (own,) = measure_agreement(path, samples=0).own_work
    assert {f.value for f in own.figures if f.measure is Measure.SPAN_EXACT} == {1.0}


def test_unfinished_second_passes_do_not_count(path: Path) -> None:
    give(path)
    assert measure_agreement(path, samples=0).own_work == ()


def test_one_person_alone_is_compared_with_herself(tmp_path: Path) -> None:
    path = tmp_path / "allein.annot"
    make_team(path, articles=3, names=("anna",))
    give(path)
    do_again(path)
    seen: list[tuple[int, int]] = []
    found = measure_agreement(path, samples=0, progress=lambda done, total: seen.append((done, total)))
    assert (found.articles, found.figures) == (0, ())
    assert [own.articles for own in found.own_work] == [3]
    assert seen[-1] == (3, 3)
    assert measure_agreement(path, samples=0, cancelled=lambda: True).cancelled


def test_it_is_in_no_export_unless_it_is_asked_for(path: Path, tmp_path: Path) -> None:
    give(path)
    do_again(path)
    target = tmp_path / "aus.jsonl"
    with Project.open(path) as project:
        assert export_jsonl(project, target).lines == 12
        assert export_jsonl(project, target, annotators=[AGAIN]).lines == 3
    assert b'"annotator_kind":"human"' in target.read_bytes()


def test_a_new_division_leaves_second_passes_alone(path: Path) -> None:
    articles = give(path)
    with Project.open(path) as project:
        division = assigning.plan(project.store, ["cleo", "dora"], Rules(overlap=2))
        fixed = [one.article_id for one in division.rows if one.annotator == AGAIN]
        assert fixed == list(articles)
        assert not division.short
        with pytest.raises(DivisionImpossible) as caught:
            assigning.plan(project.store, ["cleo", AGAIN], Rules())
        assert caught.value.data["reason"] == "second_pass"


def test_articles_of_a_second_pass_can_be_taken_back(path: Path) -> None:
    articles = give(path)
    with Project.open(path) as project:
        handed = hand(project.store, articles[:2], take=[AGAIN])
        assert handed.taken == {AGAIN: 2}
        assigning.assign(project.store, handed.rows, author="Lea Öz")
        assert [row.id for row in project.store.article_rows(AGAIN)] == [articles[2]]
        handed = hand(project.store, articles, take=[AGAIN])
        assert handed.left == (AGAIN,)
        assigning.assign(project.store, handed.rows, author="Lea Öz")
        with pytest.raises(PackageImpossible) as caught:
            make_package(project, AGAIN, path.with_name("leer.annot"))
        assert caught.value.data["reason"] == "nothing_assigned"


def test_the_report_has_a_part_on_it_and_names_it_nowhere_else(path: Path) -> None:
    give(path)
    assert "eigenen früheren Arbeit" not in render(make_report(path, "Lea Öz"), "de")
    do_again(path)
    report = make_report(path, "Lea Öz")
    page = render(report, "de")
    before, own = page.split("Mit der eigenen früheren Arbeit")
    assert AGAIN not in before
    own = own.split("<h2>")[0]
    assert AGAIN in own and "Artikel: 3" in own
    (exact,) = [f for f in report.agreement.own_work[0].figures if (f.measure, f.scope) == WHOLE]
    assert exact.value is not None
    assert f"{exact.value:.2f}".replace(".", ",") in own
    assert "Against one’s own earlier work" in render(report, "en")


def test_who_leads_without_a_queue_is_not_in_the_report_with_every_article_new(path: Path) -> None:
    with Project.open(path) as project:
        project.store.ensure_annotator("Lea Öz", AnnotatorKind.HUMAN)
        rows = hand(project.store, project.store.article_ids(), give=["anna", "bela"]).rows
        assigning.assign(project.store, rows, author="Lea Öz")
    assert [work.annotator for work in make_report(path, "Lea Öz").work] == ["anna", "bela"]


def test_where_nobody_else_has_a_queue_a_second_pass_changes_nobodys_work(path: Path) -> None:
    give(path)
    with Project.open(path) as project:
        assert progress_of(project.store, "bela", asked_by="bela").total == 6
        project.store.ensure_annotator("cleo", AnnotatorKind.HUMAN)
        assert progress_of(project.store, "cleo", asked_by="cleo").states[SetState.NEW] == 6
        assert make_package(project, "bela", path.with_name("bela.annot")).articles == 6
