"""Files that must not be read: each command says what is wrong with which, as with any other file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.core.errors import StoreUnavailable
from annotator.store import Store
from tests.cli.conftest import NotedWindows

Run = Callable[..., Result]


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that nobody may read; for an administrator, who may read everything, it is pretended."""
    path = tmp_path / "größe.tsv"
    path.write_text("annotator\tarticle\n", encoding="utf-8")
    keep_out(path, monkeypatch)
    return path


def keep_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    access, opened = os.access, Path.open

    def may(asked: Any, mode: int, **options: Any) -> bool:
        return Path(asked) != path and access(asked, mode, **options)

    def open_other(self: Path, *arguments: Any, **options: Any) -> Any:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(os, "access", may)
    monkeypatch.setattr(Path, "open", open_other)


@pytest.mark.parametrize(
    "arguments",
    [
        ("assign", "PROJECT", "--by-hand", "CLOSED"),
        ("evaluate", "--corpus", "CLOSED"),
        ("evaluate", "PROJECT", "--corpus", "CORPUS", "--labels", "CLOSED"),
    ],
)
def test_an_input_that_must_not_be_read_is_told_as_that(
    annotator: Run, project: Path, closed: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    corpus = tmp_path / "korpus.conll"
    corpus.write_text("Änne B-PER\n", encoding="utf-8")
    places = {"PROJECT": project, "CLOSED": closed, "CORPUS": corpus}
    result = annotator(*(places.get(word, word) for word in arguments))
    assert result.exit_code == ExitCode.INPUT
    assert result.stderr == f"Error: {closed} must not be read. Change its permissions.\n"


def test_of_files_to_merge_the_one_that_must_not_be_read_is_named(
    annotator: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "öd.annot"
    annotator("new", other)
    keep_out(other, monkeypatch)
    real = Store.open

    def open_other(path: Path, *, read_only: bool = False) -> Store:
        if path == other:
            raise StoreUnavailable(path=str(path), reason="cannot_open")
        return real(path, read_only=read_only)

    monkeypatch.setattr(Store, "open", open_other)
    result = annotator("merge", project, other)
    assert result.exit_code == ExitCode.PROBLEM
    assert result.stderr.startswith(f"{other} cannot be opened.")


def test_an_old_file_that_must_not_be_read_is_replaced_like_any_other(
    annotator: Run, project: Path, closed: Path
) -> None:
    result = annotator("report", project, "-o", closed)
    assert (result.exit_code, result.output) == (ExitCode.OK, f"Wrote {closed}.\n")


def test_a_project_to_be_opened_is_left_to_the_window_to_tell(
    annotator: Run, windows: NotedWindows, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_out(project, monkeypatch)
    assert annotator(project).exit_code == ExitCode.OK
    assert windows.opened == [project]
