"""The report on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.services import roles
from annotator.services.project import Project
from tests.support.teams import make_team

Run = Callable[..., Result]


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "team.annot"
    make_team(path, articles=2)
    return path


def test_it_is_written_beside_the_project_in_german(annotator: Run, team: Path) -> None:
    result = annotator("report", team)
    assert result.exit_code == ExitCode.OK, result.stderr
    page = team.with_suffix(".html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "Nur für die Leitung" not in page


def test_place_language_and_the_part_for_the_lead_are_chosen(
    annotator: Run, team: Path, tmp_path: Path
) -> None:
    target = tmp_path / "für Inés.html"
    result = annotator("report", team, "-o", target, "--language", "en", "--for-lead")
    assert result.exit_code == ExitCode.OK, result.stderr
    page = target.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "For the lead only." in page


def test_a_project_is_never_replaced(annotator: Run, team: Path) -> None:
    before = team.read_bytes()
    assert annotator("report", team, "-o", team).exit_code == ExitCode.OUTPUT
    assert team.read_bytes() == before


def test_only_a_lead_gets_the_part_for_the_lead(annotator: Run, team: Path) -> None:
    with Project.open(team) as opened:
        roles.set_leads(opened.store, ["Ines Öz"])
        roles.set_review(opened.store, is_open=True)
    assert annotator("report", team).exit_code == ExitCode.OK
    refused = annotator("report", team, "--for-lead")
    assert refused.exit_code != ExitCode.OK
    assert "Ines Öz" in refused.stderr
