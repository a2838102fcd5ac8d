"""Reading in a second process: the same in, whatever becomes of the process."""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.annotation import Mention, Origin, Provenance, Relation, SetState, Status
from annotator.core.ids import ArticleId, MentionId, RelationId
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.formats.native_jsonl import write_line
from annotator.services import importing_ahead
from annotator.services.importing import ImportReport, import_paths
from annotator.services.project import Project

TEXT = (
    "Grüße 👍🏽 aus Köln, sagt Änne Weiß zum {}. Mal.\nSie traf Jörg\u2028Groß am Montag in Süd\u00adhessen."
)
ROOT = Path(__file__).parents[2]
KILLED = (sys.executable, "-m", "tests.services.import_until_killed")
HUMAN = Provenance(Origin.HUMAN, "berta")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "probe.annot") as opened:
        yield opened


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing_ahead, "WORTH_A_PROCESS", 0)


def mention(identifier: str, label: str, words: str, text: str, *, layer: str = "entity") -> Mention:
    start = text.index(words)
    place = (Span(start, start + len(words)),)
    return Mention(MentionId(identifier), layer, label, place, (), Status.ACCEPTED, HUMAN)


def lines(folder: Path, texts: list[str], *, label: str = "PER") -> list[bytes]:
    """Return native lines of a project with a person, a place, a meeting and its role in each text."""
    source = folder / "texte.jsonl"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    with Project.create(folder / f"quelle-{label}.annot") as project:
        import_paths(project, [source], author="berta")
        return [native(project, identifier, label) for identifier in project.store.article_ids()]


def native(project: Project, identifier: ArticleId, label: str) -> bytes:
    article = project.store.article(identifier)
    found = [
        mention("m1", label, "Änne Weiß", article.text),
        mention("m2", "LOC", "Köln", article.text),
        mention("m3", "Treffen", "traf", article.text, layer="event"),
    ]
    role = Relation(
        RelationId("r1"), "Teilnehmer", MentionId("m3"), MentionId("m1"), (), Status.ACCEPTED, HUMAN
    )
    layered = Layered({one.id: one for one in found}, {role.id: role})
    return write_line(
        article,
        layered,
        annotator="berta",
        kind="human",
        state=SetState.DONE,
        scheme=project.scheme,
    )


def mixture(tmp_path: Path) -> Path:
    """Return a folder of good and bad, of the program's own lines and of plain texts."""
    good = lines(tmp_path, [TEXT.format(number) for number in range(30)])
    misplaced = lines(tmp_path, [TEXT.format(99)], label="Erfunden")
    folder = tmp_path / "eingang"
    folder.mkdir()
    (folder / "1.jsonl").write_bytes(b"".join([*good[:20], b'{"format":"annotator-jsonl"}\n', *misplaced]))
    (folder / "2.txt").write_text("Nur Text über Öl.", encoding="utf-8")
    (folder / "3.jsonl").write_bytes(b"".join(good[15:]))
    (folder / "4.txt").write_bytes(b"")
    (folder / "5.txt").write_text(TEXT.format(3), encoding="utf-8")
    return folder


def everything(project: Project) -> list[Any]:
    store = project.store
    return [(store.article(one), store.sets(one), store.layered(one, "berta")) for one in store.article_ids()]


def test_it_brings_in_and_reports_the_same_as_without_a_process(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = mixture(tmp_path)
    here = import_paths(project, [folder], author="anna")
    monkeypatch.setattr(importing_ahead, "WORTH_A_PROCESS", 0)
    with Project.create(tmp_path / "daneben.annot") as other:
        there = import_paths(other, [folder], author="anna")
        assert there == here
        assert everything(other) == everything(project)
        assert other.store.check() == []
    assert (len(here.imported), here.sets, len(here.duplicates)) == (32, 30, 6)
    assert [(Path(p.source).name, p.place, p.code) for p in here.problems] == [
        ("1.jsonl", 21, "not_valid"),
        ("1.jsonl", 22, "annotations_refused"),
        ("4.txt", None, "empty"),
    ]


@pytest.mark.usefixtures("ahead")
def test_progress_ends_with_all_bytes_and_no_process_is_left(tmp_path: Path, project: Project) -> None:
    folder = mixture(tmp_path)
    seen: list[tuple[int, int]] = []
    import_paths(project, [folder], author="anna", progress=lambda done, total: seen.append((done, total)))
    total = sum(path.stat().st_size for path in folder.iterdir())
    assert seen == sorted(seen)
    assert seen[-1] == (total, total)
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("ahead")
def test_a_cancelled_import_ends_the_process_and_goes_on_when_started_again(
    tmp_path: Path, project: Project
) -> None:
    folder = mixture(tmp_path)
    stopped = import_paths(
        project, [folder], author="anna", cancelled=lambda: project.store.article_count() >= 4
    )
    assert (len(stopped.imported), stopped.cancelled) == (4, True)
    assert multiprocessing.active_children() == []
    resumed = import_paths(project, [folder], author="anna")
    assert (len(resumed.imported), resumed.cancelled) == (28, False)


@pytest.mark.usefixtures("ahead")
def test_when_the_process_is_killed_the_rest_comes_in_all_the_same(
    tmp_path: Path, project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    folder = mixture(tmp_path)
    padding = tmp_path / "viel.jsonl"
    texts = (f"{number}. " + "Viel Text über Öl. " * 2000 for number in range(60))
    padding.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")

    def kill(done: int, total: int) -> None:
        for process in multiprocessing.active_children():
            assert process.pid is not None
            os.kill(process.pid, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)

    with caplog.at_level(logging.WARNING):
        report = import_paths(project, [padding, folder], author="anna", progress=kill)
    assert "ended after" in caplog.text
    assert (len(report.imported), report.sets, report.cancelled) == (92, 30, False)
    assert project.store.check() == []


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is there on POSIX alone")
def test_an_import_that_was_killed_has_kept_every_article_and_is_resumed(tmp_path: Path) -> None:
    folder = mixture(tmp_path)
    target = tmp_path / "killed.annot"
    Project.create(target).close()
    for kept in (5, 20):
        done = subprocess.run([*KILLED, str(target), str(folder), str(kept), "0"], cwd=ROOT, check=False)
        assert done.returncode == -signal.SIGKILL
        with Project.open(target) as project:
            assert project.store.article_count() >= min(kept, 20)
            assert project.store.check() == []
    with Project.open(target) as project:
        report: ImportReport = import_paths(project, [folder], author="anna")
        assert project.store.article_count() == 32
        assert not report.cancelled


@pytest.mark.usefixtures("ahead")
def test_a_set_on_an_article_that_is_there_is_held_against_the_tokens_there(
    tmp_path: Path, project: Project
) -> None:
    text = TEXT.format(1)
    (line,) = lines(tmp_path, [text])
    words = json.loads(line)
    # The line's own tokens cut „Köln“ in two, which a place may then begin with.
    cut = next(i for i, (start, end) in enumerate(words["tokens"]) if text[start:end] == "Köln")
    start, end = words["tokens"][cut]
    words["tokens"][cut : cut + 1] = [[start, start + 2], [start + 2, end]]
    words["sentences"] = [[0, len(words["tokens"])]]
    place = words["spans"][[one["label"] for one in words["spans"]].index("LOC")]
    place.update(end=start + 2, text="Kö", fragments=[[start, start + 2]])
    for span in words["spans"]:
        starts, ends = zip(*words["tokens"], strict=True)
        span["token_start"] = sum(end <= span["start"] for end in ends)
        span["token_end"] = sum(start < span["end"] for start in starts)
    plain, own = tmp_path / "a.txt", tmp_path / "b.jsonl"
    plain.write_text(text, encoding="utf-8")
    own.write_text(json.dumps(words), encoding="utf-8")
    report = import_paths(project, [plain, own], author="anna")
    assert [(p.code, p.data["because"]) for p in report.problems] == [
        ("annotations_refused", "not_on_tokens")
    ]
    assert project.store.layered(project.store.article_ids()[0], "berta") == Layered()
