"""The demo: made once, kept afterwards, and of use without a screen."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.cli.screen import can_open, has_screen
from annotator.core import edits, resources
from annotator.core.annotation import Status
from annotator.services import demo
from annotator.services.demo import prepare_sample
from annotator.services.editing import Editor
from annotator.services.project import Project
from tests.cli.conftest import NotedWindows
from tests.cli.test_app import python
from tests.support.schema import schema

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_without_a_screen_the_demo_leaves_a_training_set_and_a_picture(
    annotator: Run, windows: NotedWindows, tmp_path: Path
) -> None:
    out = tmp_path / "ausgabe"
    result = annotator("demo", "--dir", tmp_path / "probe", "--exports", out)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "no screen" in result.stderr
    lines = [json.loads(line) for line in (out / "beispiel.jsonl").read_bytes().splitlines()]
    assert len(lines) == len([*resources.seeds().glob("*.txt")]) >= 4
    for line in lines:
        schema().validate(line)
        assert line["annotator"] == "pretagger"
        assert line["spans"]
    project = tmp_path / "probe" / "beispiel.annot"
    assert [(path, png) for path, png, _ in windows.rendered] == [(project, out / "beispiel.png")]
    assert windows.opened == []


def test_with_a_screen_the_window_opens_with_the_users_sample_project(
    annotator: Run, windows: NotedWindows, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    assert annotator("demo").exit_code == ExitCode.OK
    (project,) = windows.opened
    assert project is not None and home in project.parents
    assert windows.rendered == []
    with Project.open(project) as opened:
        assert opened.store.article_count() >= 4


def test_a_second_demo_keeps_what_was_decided_and_does_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "beispiel.annot"
    first = prepare_sample(path, author="anna", jobs=1)
    assert len(first.imported.imported) >= 4 and not first.imported.problems
    assert first.pretagged is not None and not first.pretagged.failures
    with Project.open(path) as project:
        editor = Editor(project, "anna")
        editor.open(project.store.article_ids()[0])
        assert editor.state is not None
        suggestion = next(m for m in editor.state.visible_mentions() if m.status is Status.SUGGESTED)
        editor.perform(edits.accept(editor.state, [suggestion.id]))
        before = list(project.store.operations())
    second = prepare_sample(path, author="anna", jobs=1)
    assert second.imported.imported == ()
    assert second.pretagged is None
    with Project.open(path) as project:
        assert list(project.store.operations()) == before
        assert project.store.check() == []


def test_a_demo_that_was_broken_off_is_finished_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "beispiel.annot"
    answers = iter([False, True])
    first = prepare_sample(path, author="anna", jobs=1, cancelled=lambda: next(answers))
    assert first.imported.cancelled and first.pretagged is None
    second = prepare_sample(path, author="anna", jobs=1)
    assert second.pretagged is not None
    with Project.open(path) as project:
        assert second.pretagged.articles == project.store.article_count() >= 4


def test_without_the_sample_articles_the_demo_says_so(
    annotator: Run, windows: NotedWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "seeds", lambda: tmp_path / "fehlt")
    result = annotator("demo", "--dir", tmp_path / "probe")
    assert result.exit_code == ExitCode.PROBLEM
    assert "sample articles are missing" in result.stderr
    assert (windows.opened, windows.rendered) == ([], [])


def test_a_place_that_cannot_be_written_is_told(annotator: Run, tmp_path: Path) -> None:
    (tmp_path / "datei").write_bytes(b"")
    result = annotator("demo", "--dir", tmp_path / "datei" / "unten")
    assert result.exit_code == ExitCode.PROJECT
    assert "cannot be opened" in result.stderr


def test_a_picture_that_cannot_be_written_is_told(
    annotator: Run, windows: NotedWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(project: Path, png: Path, *, annotator: str) -> None:
        raise OSError(f"{png} cannot be written")

    monkeypatch.setattr(windows, "render", refuse)
    result = annotator("demo", "--dir", tmp_path / "probe", "--exports", tmp_path / "aus")
    assert result.exit_code == ExitCode.OUTPUT
    assert "beispiel.png" in result.stderr


def test_the_demo_draws_the_real_window_in_a_process_of_its_own(tmp_path: Path) -> None:
    done = python("-m", "annotator", "demo", "--dir", tmp_path / "probe", "--exports", tmp_path / "aus")
    assert done.returncode == ExitCode.OK, done.stderr
    picture = (tmp_path / "aus" / "beispiel.png").read_bytes()
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG") and width >= 1000 and height >= 600
    again = python("-m", "annotator", "demo", "--dir", tmp_path / "probe", "--exports", tmp_path / "aus")
    assert again.returncode == ExitCode.OK, again.stderr


@pytest.mark.parametrize(
    ("environment", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:x=1"}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "win32", False),
    ],
)
def test_a_screen_is_recognised(environment: dict[str, str], platform: str, seen: bool) -> None:
    assert has_screen(environment, platform) is seen


def test_the_tests_run_without_a_screen() -> None:
    assert not has_screen(os.environ, sys.platform)
    assert can_open(os.environ, sys.platform)


def test_a_window_is_refused_only_where_none_can_be() -> None:
    assert not can_open({}, "linux")
    assert can_open({"DISPLAY": ":0"}, "linux")
    assert can_open({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_a_folder_whose_name_is_too_long_is_the_users_mistake(annotator: Run, tmp_path: Path) -> None:
    result = annotator("demo", "--dir", tmp_path / ("ö" * 200))
    assert result.exit_code == ExitCode.PROJECT
    assert "cannot be opened" in result.stderr
