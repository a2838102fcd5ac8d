"""Exporting on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.services.project import Project
from annotator.store import AnnotatorKind
from tests.support.schema import schema

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]


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
    assert result.exit_code == ExitCode.USAGE
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


@pytest.mark.parametrize("out", ["-", "/dev/stdout"])
def test_export_to_standard_output_says_the_rest_elsewhere(
    annotator: Run, project: Path, tmp_path: Path, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    annotator("export", project, tmp_path / "satz.jsonl")
    result = annotator("export", project, out)
    assert result.exit_code == ExitCode.OK
    assert result.stdout_bytes == (tmp_path / "satz.jsonl").read_bytes()
    assert result.stderr == "Wrote 1 line from 1 article, 1 span, 0 relations.\n"
    assert not (tmp_path / "-").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
@pytest.mark.parametrize("out", ["-", "/dev/stdout"])
def test_a_reader_who_has_seen_enough_ends_an_export_without_a_word(project: Path, out: str) -> None:
    command = [sys.executable, "-m", "annotator", "export", str(project), out]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(command, cwd=ROOT, stdout=pipe, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (ExitCode.PROBLEM, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_standard_output_that_is_full_is_told(project: Path) -> None:
    command = [sys.executable, "-m", "annotator", "export", str(project), "-"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == ExitCode.OUTPUT
    assert "what came out is not whole" in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_another_pipe_is_refused_with_what_to_do(annotator: Run, project: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "rohr"
    os.mkfifo(pipe)
    result = annotator("export", project, pipe)
    assert result.exit_code == ExitCode.OUTPUT
    assert "no plain file" in result.stderr and "- for standard output" in result.stderr


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
def test_a_pipe_of_the_shell_is_refused_as_what_it_is(project: Path) -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "annotator", "export", str(project), f"/dev/fd/{writing}"]
    done = subprocess.run(
        command, cwd=ROOT, pass_fds=[writing], stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(reading)
    os.close(writing)
    assert done.returncode == ExitCode.OUTPUT
    assert "no plain file" in done.stderr
