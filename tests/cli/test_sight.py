"""Blind on the command line too: who sees whose work, and who may do what is the lead's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.services import roles
from annotator.services.project import Project
from annotator.services.reviewing_values import GOLD
from annotator.store import Team
from tests.gui.review_team import sample_articles, sample_sets
from tests.services.teams import TEAM, finish

Run = Callable[..., Result]
LEAD = "Lea Öz"
ANNA, BÖHM = TEAM[:2]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A file that all use, in which everybody is done and the review is not open."""
    path = tmp_path / "gemeinsam.annot"
    with Project.create(path) as project:
        roles.set_leads(project.store, [LEAD])
        for article in sample_articles():
            project.store.add_article(article, source=article.name)
            for name, layered in sample_sets(article).items():
                finish(project.store, article, name, layered)
    return path


@pytest.fixture
def by(monkeypatch: pytest.MonkeyPatch, annotator: Run) -> Callable[..., Result]:
    """Return a function that runs the command line as somebody."""

    def run(who: str, *arguments: object) -> Result:
        monkeypatch.setenv("ANNOTATOR_NAME", who)
        return annotator(*arguments)

    return run


def writers(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["annotator"] for line in lines}


def test_counting_shows_others_to_the_lead_alone(by: Run, shared: Path) -> None:
    blind, lead = by(ANNA, "info", shared), by(LEAD, "info", shared)
    assert ANNA in blind.stdout and BÖHM not in blind.output
    assert all(name in lead.stdout for name in TEAM)
    assert BÖHM not in by(ANNA, "info", shared, "--json").output


def test_the_state_of_others_is_the_leads(by: Run, shared: Path) -> None:
    assert BÖHM not in by(ANNA, "review", shared).output
    assert BÖHM in by(LEAD, "review", shared).output


def test_an_export_holds_what_is_in_sight_and_says_who_is_left_out(
    by: Run, shared: Path, tmp_path: Path
) -> None:
    out = tmp_path / "satz.jsonl"
    blind = by(ANNA, "export", shared, out)
    assert blind.exit_code == ExitCode.OK and writers(out) == {ANNA}
    assert f"Left out what you, “{ANNA}”, may not see" in blind.stderr and BÖHM in blind.stderr
    by(LEAD, "export", shared, out)
    assert writers(out) == set(TEAM)


@pytest.mark.parametrize(
    "wanted", [("--annotator", BÖHM), ("--annotator", ANNA, "--annotator", BÖHM), ("--annotator", GOLD)]
)
def test_others_and_the_gold_set_are_not_exported_to_the_blind(
    by: Run, shared: Path, tmp_path: Path, wanted: tuple[str, ...]
) -> None:
    by(LEAD, "review", shared, "--gold")
    out = tmp_path / "satz.jsonl"
    result = by(ANNA, "export", shared, out, *wanted)
    assert result.exit_code == ExitCode.PROBLEM and not out.exists()
    assert f"You, “{ANNA}”, see others’ work when {LEAD} has opened the review" in result.stderr
    assert by(LEAD, "export", shared, out, *wanted).exit_code == ExitCode.OK


def test_suggestions_are_not_measured_by_work_out_of_sight(by: Run, shared: Path) -> None:
    result = by(ANNA, "evaluate", shared, "--against", BÖHM)
    assert result.exit_code == ExitCode.PROBLEM and result.stdout == ""
    assert by(ANNA, "evaluate", shared, "--against", ANNA, "--tagger", BÖHM).stdout == ""


@pytest.mark.parametrize(
    "order",
    [
        ("review", "--open"),
        ("review", "--lead", ANNA),
        ("review", "--rule", "majority"),
        ("review", "--gold"),
        ("assign", "--annotators", ANNA),
        ("package", "--for", BÖHM),
        ("repeat", "--for", ANNA, "--articles", "1"),
        ("merge", "--undo"),
    ],
)
def test_what_is_the_leads_is_done_by_the_lead_alone(
    by: Run, shared: Path, order: tuple[str, ...], tmp_path: Path
) -> None:
    command, *options = order
    result = by(ANNA, command, shared, *options)
    assert result.exit_code == ExitCode.PROBLEM
    assert "Only who leads" in result.stderr and LEAD in result.stderr
    assert [path.name for path in tmp_path.glob("*.annot")] == [shared.name]
    with Project.open(shared, read_only=True) as project:
        assert not roles.review_open(project.store) and roles.leads(project.store) == (LEAD,)
        assert not Team(project.store).assignments()
        assert not any(name == GOLD for name, _ in project.store.sets(project.store.article_ids()[0]))


def test_everybody_may_make_a_package_of_their_own_articles(by: Run, shared: Path) -> None:
    assert by(ANNA, "package", shared, "--for", ANNA).exit_code == ExitCode.OK


def test_an_open_review_ends_the_blindness(by: Run, shared: Path, tmp_path: Path) -> None:
    assert by(LEAD, "review", shared, "--open").exit_code == ExitCode.OK
    by(ANNA, "export", shared, tmp_path / "satz.jsonl")
    assert writers(tmp_path / "satz.jsonl") == set(TEAM)
    assert BÖHM in by(ANNA, "info", shared).stdout


def test_a_refusal_says_who_asked_and_how_to_go_by_another_name(by: Run, shared: Path) -> None:
    told = by("root", "agreement", shared).stderr
    assert "You are “root” here" in told and "ANNOTATOR_NAME=" in told
