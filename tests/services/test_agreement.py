"""How far the annotators of a project agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from annotator.core.annotation import SetState
from annotator.core.assigned import Assigned
from annotator.core.state import Layered
from annotator.review import agreement as core
from annotator.review.counting import count
from annotator.review.figure import Caution, Figure, Measure
from annotator.services import agreement_text, roles
from annotator.services.agreement import (
    Agreement,
    insist_on_sight,
    may_see,
    measure_agreement,
)
from annotator.services.agreement_places import places_of
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import Team
from tests.support.build import make_article
from tests.support.teams import BEGIN, NAMES, finish, make_team


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "größe.annot"


def by_key(figures: tuple[Figure, ...]) -> dict[tuple[object, ...], Figure]:
    """Return figures by what they are of; the last digits depend on the order of a sum."""
    return {(f.measure, f.scope, f.label, f.pair): replace(f, value=rounded(f.value)) for f in figures}


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 12)


def test_the_figures_are_those_of_the_core(path: Path) -> None:
    team = make_team(path)
    found = measure_agreement(path, samples=50)
    with Project.open(path) as project:
        expected = core.figures(count(team, project.scheme), samples=50)
    assert by_key(found.figures) == by_key(expected)
    assert (found.articles, found.alone, found.annotators) == (12, 0, NAMES)
    assert found.pairs == (("anna", "bela"), ("anna", "cleo"), ("bela", "cleo"))


def test_a_planted_error_gives_the_value_that_it_must(path: Path) -> None:
    team = make_team(path, articles=3, names=("anna", "bela"), errors=())
    article = team[0].article
    everything = sum(len(one.versions["anna"].mentions) for one in team)
    with Project.open(path) as project:
        editor = Editor(project, "bela")
        editor.open(article.id)
        assert editor.state is not None
        from annotator.core import edits

        editor.perform(edits.reject(editor.state, [team[0].versions["bela"].mentions[0].id], name="delete"))
    found = measure_agreement(path, samples=0)
    (exact,) = [f for f in found.of() if (f.measure, f.scope, f.label) == (Measure.SPAN_EXACT, "", "")]
    assert exact.items == 2 * everything - 1
    assert exact.value == pytest.approx(2 * (everything - 1) / (2 * everything - 1))


def test_equal_sets_agree_and_other_peoples_articles_are_left_out(path: Path) -> None:
    make_team(path, articles=2, names=("anna", "bela"), errors=())
    with Project.open(path) as project:
        alone = make_article("Nur Änne war hier.\u2028🚒")
        project.store.add_article(alone, source="x")
        finish(project, alone, "änne", Layered(), at=BEGIN)
    found = measure_agreement(path, samples=0)
    assert {f.value for f in found.figures if f.measure is Measure.SPAN_EXACT} == {1.0}
    assert (found.articles, found.alone) == (2, 1)
    assert "änne" not in found.annotators


def test_unfinished_sets_do_not_count(path: Path) -> None:
    team = make_team(path, articles=2, names=("anna", "bela"))
    with Project.open(path) as project:
        editor = Editor(project, "bela")
        editor.open(team[0].article.id)
        from annotator.core import edits

        assert editor.state is not None
        editor.perform(edits.set_state(editor.state, SetState.OPEN))
    assert measure_agreement(path, samples=0).counted.statistics.articles == (team[1].article.id,)


def test_only_articles_with_other_revisions_are_read_again(path: Path) -> None:
    team = make_team(path, articles=4)
    first = measure_agreement(path, samples=0)
    read: list[int] = []
    again = measure_agreement(path, known=first.counted, samples=0, progress=lambda _, n: read.append(n))
    assert set(read) == {0}
    assert by_key(again.figures) == by_key(first.figures)

    with Project.open(path) as project:
        one = team[0].article
        other, gold = team[1].article, project.store.layered(team[1].article.id, "anna")
        finish(project, one, "anna", Layered(), at=BEGIN)
        finish(project, other, "dora", gold, at=BEGIN)
    read.clear()
    changed = measure_agreement(path, known=first.counted, samples=0, progress=lambda _, n: read.append(n))
    assert set(read) == {2}
    assert by_key(changed.figures) == by_key(measure_agreement(path, samples=0).figures)


def test_who_is_taken_out_leaves_nothing_behind(path: Path) -> None:
    team = make_team(path, articles=2)
    first = measure_agreement(path, samples=0)
    with Project.open(path) as project:
        from annotator.core import edits

        for one in team:
            editor = Editor(project, "cleo")
            editor.open(one.article.id)
            assert editor.state is not None
            editor.perform(edits.set_state(editor.state, SetState.OPEN))
    found = measure_agreement(path, known=first.counted, samples=0)
    assert found.annotators == ("anna", "bela")
    assert by_key(found.figures) == by_key(measure_agreement(path, samples=0).figures)


def test_drift_is_in_blocks_by_the_day_of_finishing(path: Path) -> None:
    make_team(path, articles=12)
    drift = measure_agreement(path, samples=0).drift
    assert [block.articles for block in drift] == [6, 6]
    start = BEGIN.date()
    assert [(b.first, b.last) for b in drift] == [
        (start, start + timedelta(days=5)),
        (start + timedelta(days=6), start + timedelta(days=11)),
    ]
    assert all(f.pair is None for block in drift for f in block.figures)
    assert isinstance(start, date)


def test_few_articles_have_no_drift(path: Path) -> None:
    make_team(path, articles=9)
    assert measure_agreement(path, samples=0).drift == ()


def test_control_articles_are_told_apart(path: Path) -> None:
    team = make_team(path, articles=6)
    chosen = [one.article.id for one in team[:2]]
    given = measure_agreement(path, control=chosen, samples=0).suggestions
    assert given is not None
    assert (given.without_articles, given.with_articles) == (2, 4)
    with Project.open(path) as project:
        rows = [
            Assigned(one.article.id, name, place, control=place < 2)
            for place, one in enumerate(team)
            for name in NAMES
        ]
        Team(project.store).assign(rows)
        expected = core.figures(count(team[:2], project.scheme), samples=0)
    found = measure_agreement(path, samples=0).suggestions
    assert found is not None
    told = {k: f.value for k, f in by_key(found.without).items() if f.value is not None}
    assert told == {k: f.value for k, f in by_key(expected).items() if f.pair is None and f.value is not None}


def test_without_control_articles_there_is_nothing_to_tell_apart(path: Path) -> None:
    make_team(path, articles=2)
    assert measure_agreement(path, samples=0).suggestions is None


def test_a_cancelled_run_has_what_was_read(path: Path) -> None:
    make_team(path, articles=3)
    found = measure_agreement(path, samples=0, cancelled=lambda: True)
    assert found.cancelled
    assert found.figures == ()


def test_an_empty_project_has_no_figures(path: Path) -> None:
    Project.create(path).close()
    found = measure_agreement(path)
    assert isinstance(found, Agreement)
    assert (found.figures, found.articles, found.alone) == ((), 0, 0)


@pytest.mark.parametrize("pair", [None, ("anna", "bela"), ("cleo", "anna")])
def test_each_cell_of_the_confusions_has_as_many_places(path: Path, pair: tuple[str, str] | None) -> None:
    make_team(path, articles=4)
    found = measure_agreement(path, samples=0)
    statistics = found.counted.statistics
    with Project.open(path) as project:
        cells = core.confusions(statistics, "entity", pair)
        assert any(one != other for one, other in cells)
        for labels, number in cells.items():
            places = list(places_of(project, statistics, "entity", labels, pair))
            assert len(places) == number, labels
            for place in places:
                seen = (place.one.label, place.other.label)
                assert seen == labels if pair else Counter(seen) == Counter(labels)
                assert place.context.text in (place.one.text, place.other.text) or " … " in (
                    place.one.text + place.other.text
                )
                if pair:
                    assert (place.one.annotator, place.other.annotator) == pair


def test_figures_are_blind_until_the_lead_opens_the_review(path: Path) -> None:
    make_team(path, articles=1)
    with Project.open(path) as project:
        assert may_see(project, "anna"), "nobody leads"
        roles.set_leads(project.store, ["ines"])
        assert may_see(project, "ines")
        assert not may_see(project, "anna")
        with pytest.raises(roles.NotAllowed):
            insist_on_sight(project, "anna")
        roles.set_review(project.store, is_open=True)
        insist_on_sight(project, "anna")


def test_every_measure_and_caution_has_words_in_both_languages() -> None:
    for measure in Measure:
        figure = Figure(measure, "", "", None, 1.0, 1.0, 1.0, 100, 100)
        for text in (agreement_text.NAMES[measure], agreement_text.STATEMENTS[figure.statement]):
            assert text.de
            assert text.en
    assert set(agreement_text.CAUTIONS) == set(Caution)
    assert len(agreement_text.STATEMENTS) == len(Measure)


@pytest.mark.parametrize(
    ("number", "told"), [(-0.001, "0,00"), (0.0, "0,00"), (-0.25, "\u22120,25"), (0.996, "1,00"), (None, "–")]
)
def test_a_figure_is_written_as_in_german_and_never_as_minus_zero(number: float | None, told: str) -> None:
    assert agreement_text.value(number, "de") == told
