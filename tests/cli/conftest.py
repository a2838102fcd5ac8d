"""A home of its own for every test, a project, and a window that only notes what it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.app import application
from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.services.editing import Editor
from annotator.services.project import Project
from tests.support.build import make_article

SCHEME = """\
name: Probe
version: "1.0"
layers:
  - name: entity
    de: Entitäten
    en: Entities
    kind: span
    labels:
      - name: PER
        de: Person
        en: Person
        colour: {light: "#a5600c", dark: "#f09731"}
"""


@dataclass
class NotedWindows:
    """Stands where the window would be."""

    opened: list[Path | None] = field(default_factory=list)
    rendered: list[tuple[Path, Path, str]] = field(default_factory=list)

    def open(self, project: Path | None) -> int:
        self.opened.append(project)
        return 0

    def render(self, project: Path, png: Path, *, annotator: str) -> None:
        self.rendered.append((project, png, annotator))
        png.write_bytes(b"\x89PNG")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep the user's own settings and projects out of it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ANNOTATOR_HOME", str(folder))
    yield folder


@pytest.fixture
def windows() -> NotedWindows:
    return NotedWindows()


@pytest.fixture
def annotator(windows: NotedWindows) -> Callable[..., Result]:
    """Return a function that runs the command line."""

    def run(*arguments: Any) -> Result:
        return CliRunner().invoke(application, [str(a) for a in arguments], obj=windows)

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two articles; Änne has accepted one span of the first and is done with it."""
    path = tmp_path / "probe.annot"
    scheme = tmp_path / "schema.yaml"
    scheme.write_text(SCHEME, encoding="utf-8")
    with Project.create(path, scheme_path=scheme) as made:
        article = make_article()
        made.store.add_article(article, source="test")
        made.store.add_article(make_article("Größl schwieg.\u2028🚒"), source="test")
        editor = Editor(made, "änne")
        editor.open(article.id)
        assert editor.state is not None
        spans = [next(iter(article.tokens))]
        editor.perform(
            edits.create(
                editor.state, article, made.scheme, spans, layer="entity", label="PER", author="änne"
            )
        )
        editor.perform(edits.set_state(editor.state, SetState.DONE))
    return path
