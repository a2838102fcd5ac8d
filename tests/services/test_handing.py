"""Giving articles by hand and taking them back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.review.queues import DivisionImpossible, Rules
from annotator.services import assigning, roles
from annotator.services.handing import hand, holders
from annotator.services.project import Project
from annotator.store import Team
from tests.services.packages import ONE, TWO, make_project, work


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path / "größe.annot") as made:
        yield made


def give(project: Project, *names: str, articles: tuple[str, ...] = (ONE.id, TWO.id)) -> None:
    handed = hand(project.store, articles, give=names)  # type: ignore[arg-type]
    assigning.assign(project.store, handed.rows, author="Lea Öz")


def test_articles_go_to_the_end_of_a_queue_and_who_gives_them_leads(project: Project) -> None:
    give(project, "anna", articles=(TWO.id,))
    give(project, "anna", "Ägidius", articles=(ONE.id,))
    rows = Team(project.store).assignments()
    assert [(one.annotator, one.article_id, one.position) for one in rows] == [
        ("anna", TWO.id, 0),
        ("anna", ONE.id, 1),
        ("Ägidius", ONE.id, 0),
    ]
    assert roles.leads(project.store) == ("Lea Öz",)
    assert holders(project.store) == {ONE.id: ("Ägidius", "anna"), TWO.id: ("anna",)}


def test_what_is_begun_stays_and_is_told(project: Project) -> None:
    give(project, "anna")
    work(project.path, "anna", [("accept", 0)])
    handed = hand(project.store, [ONE.id, TWO.id], take=["anna"])
    assert (handed.taken, handed.stays, handed.left) == ({"anna": 1}, {"anna": 1}, ())
    assert [one.article_id for one in handed.rows] == [ONE.id]


def test_who_loses_her_last_article_is_told_of(project: Project) -> None:
    give(project, "anna")
    handed = hand(project.store, [ONE.id, TWO.id], give=["bert"], take=["anna"])
    assert handed.left == ("anna",)
    assert {one.annotator for one in handed.rows} == {"bert"}


def test_giving_again_changes_nothing(project: Project) -> None:
    give(project, "anna")
    handed = hand(project.store, [ONE.id, TWO.id], give=["anna"])
    assert not handed.changes
    assert list(handed.rows) == Team(project.store).assignments()


def test_control_articles_come_without_suggestions(project: Project) -> None:
    handed = hand(project.store, [ONE.id], give=["anna"], control=True)
    assigning.assign(project.store, handed.rows, author="Lea Öz")
    assert not project.store.state(ONE.id, "anna").mentions
    assert project.store.state(ONE.id, "bert").mentions


def test_a_name_of_the_program_is_refused(project: Project) -> None:
    with pytest.raises(DivisionImpossible) as caught:
        hand(project.store, [ONE.id], give=["Gold"])
    assert caught.value.data["reason"] == "name"


def test_articles_given_by_hand_are_divided_anew_unless_they_are_begun(project: Project) -> None:
    give(project, "anna")
    work(project.path, "anna", [("accept", 0)])
    division = assigning.plan(project.store, ["bert"], Rules())
    assert {(one.annotator, one.article_id) for one in division.rows} == {("anna", ONE.id), ("bert", TWO.id)}


def test_a_division_says_what_it_takes_from_whom_before_it_is_made(project: Project) -> None:
    give(project, "anna", "Ägidius")
    work(project.path, "anna", [("accept", 0)])
    division = assigning.plan(project.store, ["bert"], Rules())
    assert list(division.taken.items()) == [("Ägidius", 2), ("anna", 1)]
    assert division.released == 0
    assigning.assign(project.store, division.rows, author="Lea Öz")
    assert assigning.plan(project.store, ["bert"], Rules()).taken == {}


def test_a_division_says_which_calibration_articles_it_gives_up(project: Project) -> None:
    made = assigning.plan(project.store, ["anna", "bert"], Rules(calibration=2))
    assigning.assign(project.store, made.rows, author="Lea Öz")
    assert assigning.calibration_now(project.store) == 2
    work(project.path, "anna", [("accept", 0)])
    again = assigning.plan(project.store, ["anna", "bert"], Rules(calibration=2))
    assert (again.taken, again.released) == ({}, 0)
    without = assigning.plan(project.store, ["anna", "bert"], Rules())
    assert without.released == 1
    assert sum(without.taken.values()) == 1
