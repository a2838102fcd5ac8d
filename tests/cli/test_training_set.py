"""Exporting on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.services.project import Project
from annotator.store import AnnotatorKind
from tests.support.schema import schema

Run = Callable[..., Result]


def test_export_writes_every_persons_accepted_spans(annotator: Run, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "satz.jsonl"
    result = annotator("export", project, target)
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "")
    assert "1 line from 1 article, 1 span, 0 relations" in result.stderr
    (line,) = map(json.loads, target.read_bytes().splitlines())
    schema().validate(line)
    assert (line["annotator"], line["state"]) == ("änne", "done")
    assert [span["text"] for span in line["spans"]] == ["Krise"]


def test_export_of_one_annotator_and_status(annotator: Run, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "satz.jsonl"
    result = annotator("export", project, target, "--annotator", "änne", "--status", "rejected, suggested")
    assert result.exit_code == ExitCode.OK
    (line,) = map(json.loads, target.read_bytes().splitlines())
    assert line["spans"] == []


def test_export_of_an_unknown_annotator_names_the_known_ones(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    result = annotator("export", project, tmp_path / "satz.jsonl", "--annotator", "anne")
    assert result.exit_code == ExitCode.OUTPUT
    assert "“anne”" in result.stderr and "änne" in result.stderr
    assert not (tmp_path / "satz.jsonl").exists()


@pytest.mark.parametrize("value", ["fertig", "", "accepted,,rejected"])
def test_an_unknown_status_is_a_wrong_command_line(
    annotator: Run, project: Path, tmp_path: Path, value: str
) -> None:
    result = annotator("export", project, tmp_path / "satz.jsonl", "--status", value)
    assert result.exit_code == ExitCode.USAGE
    assert "accepted" in result.stderr


def test_export_to_a_folder_that_is_not_there_says_what_to_do(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    result = annotator("export", project, tmp_path / "fehlt" / "satz.jsonl")
    assert result.exit_code == ExitCode.OUTPUT
    assert "does not exist. Make it first." in result.stderr


def test_export_never_replaces_a_project(annotator: Run, project: Path) -> None:
    before = project.read_bytes()
    result = annotator("export", project, project)
    assert result.exit_code == ExitCode.OUTPUT
    assert project.read_bytes() == before


def test_export_of_nobodys_work_points_to_the_suggestions(annotator: Run, tmp_path: Path) -> None:
    path = tmp_path / "leer.annot"
    with Project.create(path) as made:
        made.store.ensure_annotator("pretagger", AnnotatorKind.MACHINE)
    result = annotator("export", path, tmp_path / "satz.jsonl")
    assert result.exit_code == ExitCode.OK
    assert "--annotator pretagger" in result.stderr


def test_export_to_links_in_a_circle_is_the_users_mistake(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "satz.jsonl"
    out.symlink_to(out)
    result = annotator("export", project, out)
    assert result.exit_code == ExitCode.OUTPUT
    assert "is no plain file" in result.stderr
