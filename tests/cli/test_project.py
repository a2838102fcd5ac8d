"""Making, describing and checking projects on the command line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.cli.findings import finding_sentence
from annotator.services import roles
from annotator.services.project import Project
from annotator.store import Finding, Store

Run = Callable[..., Result]


def test_new_makes_a_project_with_the_scheme_for_news(annotator: Run, tmp_path: Path) -> None:
    path = tmp_path / "Größl.annot"
    result = annotator("new", path)
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "")
    with Project.open(path) as made:
        assert made.scheme.name in result.stderr
        assert made.scheme.label("entity", "PER") is not None


def test_new_takes_a_scheme_of_ones_own(annotator: Run, tmp_path: Path, project: Path) -> None:
    path = tmp_path / "neu.annot"
    assert annotator("new", path, "--scheme", tmp_path / "schema.yaml").exit_code == ExitCode.OK
    with Project.open(path) as made:
        assert made.scheme.name == "Probe"


def test_new_replaces_nothing(annotator: Run, project: Path) -> None:
    before = project.read_bytes()
    result = annotator("new", project)
    assert result.exit_code == ExitCode.PROJECT
    assert "is there already" in result.stderr
    assert project.read_bytes() == before


def test_new_with_a_broken_scheme_names_its_line_and_leaves_no_file(annotator: Run, tmp_path: Path) -> None:
    scheme = tmp_path / "kaputt.yaml"
    scheme.write_text("name: X\nlayers: [\n", encoding="utf-8")
    path = tmp_path / "neu.annot"
    result = annotator("new", path, "--scheme", scheme)
    assert result.exit_code == ExitCode.INPUT
    assert "kaputt.yaml" in result.stderr and "line" in result.stderr
    assert not path.exists()


def test_new_with_a_scheme_that_is_not_there_says_so(annotator: Run, tmp_path: Path) -> None:
    result = annotator("new", tmp_path / "neu.annot", "--scheme", tmp_path / "fehlt.yaml")
    assert result.exit_code == ExitCode.INPUT
    assert "There is no" in result.stderr and "fehlt.yaml" in result.stderr
    assert not (tmp_path / "neu.annot").exists()


@pytest.mark.parametrize("command", ["new", "info", "check", "pretag"])
def test_a_project_must_end_in_annot(annotator: Run, tmp_path: Path, command: str) -> None:
    result = annotator(command, tmp_path / "projekt.db")
    assert result.exit_code == ExitCode.USAGE
    assert ".annot" in result.stderr


def test_info_counts_articles_and_each_annotators_work(annotator: Run, project: Path) -> None:
    result = annotator("info", project)
    assert result.exit_code == ExitCode.OK
    assert "2 articles" in result.stdout
    assert "Probe 1.0" in result.stdout
    row = next(line for line in result.stdout.splitlines() if "änne" in line)
    assert row.split() == ["änne", "human", "1", "1", "0", "1", "0", "0", "0"]


def test_info_as_json_has_every_count(annotator: Run, project: Path) -> None:
    result = annotator("info", project, "--json")
    assert result.exit_code == ExitCode.OK
    found = json.loads(result.stdout)
    assert found["path"] == str(project)
    assert found["name"] == "probe"
    assert found["scheme"] == {"name": "Probe", "version": "1.0"}
    assert found["articles"] == 2
    assert found["annotators"] == [
        {
            "name": "änne",
            "kind": "human",
            "sets": 1,
            "states": {"new": 0, "open": 0, "done": 1, "skipped": 0},
            "spans": {"suggested": 0, "accepted": 1, "rejected": 0},
            "relations": {"suggested": 0, "accepted": 0, "rejected": 0},
            "clusters": 0,
        }
    ]


def test_check_of_a_sound_project_finds_nothing(annotator: Run, project: Path) -> None:
    result = annotator("check", project)
    assert (result.exit_code, result.stdout) == (ExitCode.OK, "")
    assert "No problem" in result.stderr


def test_check_lists_what_differs_from_the_log(annotator: Run, project: Path) -> None:
    with Store.open(project) as store, store.transaction():
        store._database.execute("UPDATE mention SET label = 'LOC'")
    result = annotator("check", project)
    assert result.exit_code == ExitCode.PROBLEM
    assert "differs from the log" in result.stdout
    assert "1 problem" in result.stderr


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (Finding("end_missing", {"id": "r1", "annotator": "böhm", "name": "Größl.txt", "mention": "m1"}),
         "relation r1 of böhm in Größl.txt: its end m1 is gone."),
        (Finding("member_missing", {"id": "c1", "annotator": "böhm", "mention": "m1"}),
         "cluster c1 of böhm: its member m1 is gone."),
    ],
)  # fmt: skip
def test_what_names_a_mention_that_is_gone_is_told_in_words(finding: Finding, words: str) -> None:
    assert finding_sentence(finding) == words


@pytest.mark.parametrize("command", ["info", "check"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no project"),
        (b"Das ist kein Projekt.\n" * 100, "is not a project"),
        (b"", "is not a project"),
    ],
)
def test_what_is_no_project_is_told_in_a_sentence(
    annotator: Run, tmp_path: Path, command: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / "nichts.annot"
    if content is not None:
        path.write_bytes(content)
    result = annotator(command, path)
    assert result.exit_code == ExitCode.PROJECT
    assert words in result.stderr
    assert "nichts.annot" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_a_project_of_a_newer_version_is_refused(annotator: Run, project: Path) -> None:
    with Store.open(project) as store:
        store._database.execute("PRAGMA user_version = 999")
    result = annotator("import", project, project.with_name("schema.yaml"))
    assert result.exit_code == ExitCode.PROJECT
    assert "newer version" in result.stderr


@pytest.mark.parametrize("command", ["info", "check", "new", "pretag"])
def test_a_name_that_the_system_cannot_take_is_the_users_mistake(
    annotator: Run, tmp_path: Path, command: str
) -> None:
    result = annotator(command, tmp_path / f"{'ö' * 200}.annot")
    assert result.exit_code == ExitCode.PROJECT
    assert "cannot be opened. Is the name right" in result.stderr


def test_a_folder_in_the_place_of_a_project_or_a_scheme_is_told(annotator: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ordner.annot"
    folder.mkdir()
    opened = annotator("info", folder)
    assert (opened.exit_code, "is not a project" in opened.stderr) == (ExitCode.PROJECT, True)
    made = annotator("new", tmp_path / "neu.annot", "--scheme", folder)
    assert (made.exit_code, "is no plain file" in made.stderr) == (ExitCode.INPUT, True)


def test_new_in_a_folder_that_is_not_there_blames_the_name_and_not_the_disk(
    annotator: Run, tmp_path: Path
) -> None:
    result = annotator("new", tmp_path / "fehlt" / "neu.annot")
    assert result.exit_code == ExitCode.PROJECT
    assert "cannot be opened. Is the name right" in result.stderr


def test_whether_a_file_may_be_read_is_no_matter_of_the_command_line(
    annotator: Run, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Grüße aus Köln.", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    scheme = project.with_name("schema.yaml")
    assert annotator("import", project, article).exit_code == ExitCode.OK
    assert annotator("new", tmp_path / "neu.annot", "--scheme", scheme).exit_code == ExitCode.OK


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not text")
def test_a_project_may_have_a_name_that_is_not_text(annotator: Run, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/gr\xf6\xdfe.annot"))
    assert annotator("new", path).exit_code == ExitCode.OK
    assert annotator("info", path).exit_code == ExitCode.OK


def test_who_makes_a_project_leads_it(annotator: Run, tmp_path: Path) -> None:
    path = tmp_path / "Größl.annot"
    assert annotator("new", path, "--annotator", "Änne").exit_code == ExitCode.OK
    with Project.open(path) as made:
        assert roles.leads(made.store) == ("Änne",)


def test_info_tells_how_the_work_went(annotator: Run, project: Path) -> None:
    result = annotator("info", project)
    assert "Decisions an hour" in result.stdout
    row = [line for line in result.stdout.splitlines() if "änne" in line][-1]
    assert row.split() == ["änne", "1", "0.0"]
    found = json.loads(annotator("info", project, "--json").stdout)
    assert found["progress"] == [
        {"annotator": "änne", "decisions": 1, "active_seconds": 0.0, "decisions_per_hour": None}
    ]
