from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.core import edits
from annotator.gui.snapshot import render
from annotator.services.editing import Editor
from annotator.services.project import Project


def picture(project: Path, png: Path, *, annotator: str = "Jonte") -> QImage:
    render(project, png, annotator=annotator)
    return QImage(str(png))


def test_the_project_itself_is_read_and_nothing_else(
    qapp: QApplication, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Path, bool]] = []
    original = Project.open

    def watched(path: Path, *, read_only: bool = False) -> Project:
        seen.append((path, read_only))
        return original(path, read_only=read_only)

    monkeypatch.setattr(Project, "open", watched)
    render(project_path, tmp_path / "bild.png", annotator="Lea")
    assert set(seen) == {(project_path, True)}


def test_who_only_looks_is_not_added_to_the_project(
    qapp: QApplication, project_path: Path, tmp_path: Path
) -> None:
    before = project_path.read_bytes()
    render(project_path, tmp_path / "bild.png", annotator="Lea")
    assert project_path.read_bytes() == before
    with Project.open(project_path) as project:
        assert "Lea" not in {annotator.name for annotator in project.store.annotators()}


def test_a_picture_shows_what_was_written_a_moment_ago(
    qapp: QApplication, project_path: Path, tmp_path: Path
) -> None:
    with Project.open(project_path) as project:
        editor = Editor(project, "Jonte")
        editor.open(project.store.article_ids()[0])
        before = picture(project_path, tmp_path / "a.png")
        assert editor.state is not None
        suggested = next(iter(editor.state.suggestions.mentions))
        editor.perform(edits.accept(editor.state, [suggested]))
        after = picture(project_path, tmp_path / "b.png")
    assert not before.isNull() and before.size() == after.size()
    assert before != after
