"""How far annotators agree, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.review.figure import Measure
from annotator.services import roles
from annotator.services.agreement import measure_agreement
from annotator.services.agreement_gamma import measure_gamma
from annotator.services.project import Project
from tests.support.gamma import absent, stand_in
from tests.support.teams import BEGIN, finish, make_team

Run = Callable[..., Result]


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "team.annot"
    make_team(path, articles=3)
    return path


def test_the_table_has_the_figures_of_the_service(annotator: Run, team: Path) -> None:
    result = annotator("agreement", team, "--layer", "entity", "--no-labels")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "3 articles finished by several: anna, bela, cleo." in result.stderr
    for figure in measure_agreement(team).of(scope="entity"):
        if figure.measure is Measure.SPAN_EXACT and not figure.label:
            assert figure.value is not None
            (line,) = [one for one in result.stdout.splitlines() if "F1, exact  " in one]
            assert f"{figure.value:.3f}" in line
            assert str(figure.items) in line
            assert "fewer than 10 articles" in line
    assert "F1, exact: How often two mark the same words with the same label." in result.stdout
    assert "Zeiten" not in result.stdout


def test_a_pair_is_chosen_in_either_order(annotator: Run, team: Path, tmp_path: Path) -> None:
    printed = annotator("agreement", team, "--pair", "bela,anna", "--json", "-")
    assert printed.exit_code == ExitCode.OK
    found = json.loads(printed.stdout)
    assert {tuple(figure["pair"]) for figure in found["figures"]} == {("anna", "bela")}
    expected = measure_agreement(team).of(("anna", "bela"))
    assert sorted(f["value"] or 0 for f in found["figures"]) == sorted(f.value or 0 for f in expected)
    target = tmp_path / "maße.json"
    assert annotator("agreement", team, "--json", target).exit_code == ExitCode.OK
    assert all(figure["pair"] is None for figure in json.loads(target.read_bytes())["figures"])


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--pair", "anna", "anna,bela"),
        ("--pair", "anna,zoë", "bela,cleo"),
        ("--layer", "wetter", "entity"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(
    annotator: Run, team: Path, option: str, value: str, told: str
) -> None:
    result = annotator("agreement", team, option, value)
    assert result.exit_code == ExitCode.USAGE
    assert told in result.stderr


def test_where_nothing_is_shared_it_says_so(annotator: Run, project: Path) -> None:
    result = annotator("agreement", project)
    assert result.exit_code == ExitCode.PROBLEM
    assert "1 article that only one has finished" in result.stderr
    assert "nothing to compare" in result.stderr


def test_who_does_not_lead_is_told_who_does(annotator: Run, team: Path) -> None:
    with Project.open(team) as opened:
        roles.set_leads(opened.store, ["Ines Öz"])
    result = annotator("agreement", team)
    assert result.exit_code != ExitCode.OK
    assert "Ines Öz" in result.stderr
    assert "F1" not in result.stdout


def test_gamma_is_a_line_of_each_layer(
    annotator: Run, team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    result = annotator("agreement", team, "--gamma", "--no-labels")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert sum("γ (mean of articles) " in line for line in result.stdout.splitlines()) == 3
    assert "γ (mean of articles): Places and labels of spans at once" in result.stdout
    printed = json.loads(annotator("agreement", team, "--gamma", "--layer", "time", "--json", "-").stdout)
    expected = {f.scope: f.value for f in measure_gamma(team).figures}
    assert [f["value"] for f in printed["figures"] if f["measure"] == "gamma"] == [expected["time"]]


def test_where_the_library_for_gamma_is_missing_it_says_how_to_get_it(
    annotator: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent(monkeypatch)
    result = annotator("agreement", team, "--gamma")
    assert result.exit_code == ExitCode.PROBLEM
    assert 'pip install "annotator[gamma]"' in result.stderr
    assert not result.stdout


def test_ones_own_earlier_work_has_a_table_of_its_own(annotator: Run, team: Path) -> None:
    assert annotator("repeat", team, "--for", "anna", "--articles", 2).exit_code == ExitCode.OK
    with Project.open(team) as opened:
        for article_id in [row.id for row in opened.store.article_rows("anna (2)")]:
            first = opened.store.layered(article_id, "anna")
            finish(opened, opened.store.article(article_id), "anna (2)", first, at=BEGIN)
    result = annotator("agreement", team, "--no-labels")
    assert "Against one's own earlier work: anna, anna (2), 2 articles." in result.stdout
    assert "3 articles finished by several: anna, bela, cleo." in result.stderr
    both, own = result.stdout.split("Against one's own earlier work")
    (line,) = [one for one in own.splitlines() if "F1, exact  " in one and "Everything" in one]
    assert "1.000" in line and "2" in line.split()
    assert "anna (2)" not in both
    told = json.loads(annotator("agreement", team, "--json", "-").stdout)["own_work"]
    assert [(one["annotator"], one["again"], one["articles"]) for one in told] == [("anna", "anna (2)", 2)]
    assert {f["value"] for f in told[0]["figures"] if f["measure"] == "span_exact"} == {1.0}
    assert "Against one's" not in annotator("agreement", team, "--pair", "anna,bela").stdout
