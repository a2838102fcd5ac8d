"""Importing and pre-tagging on the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.core.annotation import SetState, Status
from annotator.services.importing_ahead import WORTH_A_PROCESS
from annotator.services.project import Project
from annotator.store import AnnotatorKind, Store
from tests.cli.test_app import ROOT

Run = Callable[..., Result]

GOOD = "Bürgermeisterin Änne Größl traf in Füssen den Minister. 🚒\u2028„Es reicht“, sagte sie."


@pytest.fixture
def empty(annotator: Run, tmp_path: Path) -> Path:
    path = tmp_path / "arbeit.annot"
    assert annotator("new", path).exit_code == ExitCode.OK
    return path


def test_import_takes_a_folder_and_tells_what_came_in(annotator: Run, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "artikel"
    folder.mkdir()
    (folder / "eins.txt").write_text(GOOD, encoding="utf-8")
    (folder / "zwei.txt").write_text("Lübeck schweigt. " * 5, encoding="cp1252")
    (folder / "bild.png").write_bytes(b"\x89PNG")
    result = annotator("import", empty, folder)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "Imported 2 articles." in result.stderr
    assert "Passed over 1 file of an unknown kind." in result.stderr
    with Project.open(empty) as opened:
        texts = {opened.store.article(i).text for i in opened.store.article_ids()}
        assert GOOD in texts


def test_import_of_the_same_text_says_under_which_name_it_is_there(
    annotator: Run, empty: Path, tmp_path: Path
) -> None:
    one, other = tmp_path / "eins.txt", tmp_path / "anders.txt"
    one.write_text(GOOD, encoding="utf-8")
    other.write_text(GOOD, encoding="utf-8")
    result = annotator("import", empty, one, other)
    assert result.exit_code == ExitCode.OK
    assert "is there already as eins" in result.stderr
    assert "Imported 1 article." in result.stderr


def test_a_bad_file_is_told_and_the_good_ones_come_in(annotator: Run, empty: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "gut.txt", tmp_path / "schlecht.jsonl"
    good.write_text(GOOD, encoding="utf-8")
    bad.write_text('{"text": "Ein guter Satz aus Lübeck."}\n{"text": "abgeschn', encoding="utf-8")
    result = annotator("import", empty, bad, good, tmp_path / "fehlt.txt")
    assert result.exit_code == ExitCode.PROBLEM
    assert "schlecht.jsonl, line 2" in result.stderr
    assert "There is no" in result.stderr and "fehlt.txt" in result.stderr
    assert "Imported 2 articles." in result.stderr
    assert "Traceback" not in result.output


def test_what_was_exported_comes_back_as_that_annotators_set(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    target, copy = tmp_path / "satz.jsonl", tmp_path / "kopie.annot"
    assert annotator("export", project, target).exit_code == ExitCode.OK
    assert annotator("new", copy, "--scheme", tmp_path / "schema.yaml").exit_code == ExitCode.OK
    result = annotator("import", copy, target)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "Imported 1 article, 1 set of annotations." in result.stderr
    again = tmp_path / "wieder.jsonl"
    assert annotator("export", copy, again).exit_code == ExitCode.OK
    assert again.read_bytes() == target.read_bytes()
    assert "is there already" in annotator("import", copy, target).stderr


def test_annotations_that_do_not_fit_the_scheme_are_refused_with_a_reason(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    target, copy = tmp_path / "satz.jsonl", tmp_path / "kopie.annot"
    annotator("export", project, target)
    scheme = tmp_path / "anderes.yaml"
    scheme.write_text(
        (tmp_path / "schema.yaml").read_text(encoding="utf-8").replace("PER", "LOC"), encoding="utf-8"
    )
    annotator("new", copy, "--scheme", scheme)
    result = annotator("import", copy, target)
    assert result.exit_code == ExitCode.PROBLEM
    assert "satz.jsonl, line 1" in result.stderr and "do not fit" in result.stderr


def test_a_line_with_shifted_offsets_is_refused_with_its_place(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    target, copy = tmp_path / "satz.jsonl", tmp_path / "kopie.annot"
    annotator("export", project, target)
    line = json.loads(target.read_bytes())
    line["spans"][0]["text"] = "Krisen"
    target.write_text(json.dumps(line), encoding="utf-8")
    annotator("new", copy, "--scheme", tmp_path / "schema.yaml")
    result = annotator("import", copy, target)
    assert result.exit_code == ExitCode.PROBLEM
    assert "satz.jsonl, line 1, spans[0].text: the text there is “Krise”, not “Krisen”" in result.stderr


def test_import_into_what_is_not_there_says_how_to_make_it(annotator: Run, tmp_path: Path) -> None:
    result = annotator("import", tmp_path / "fehlt.annot", tmp_path)
    assert result.exit_code == ExitCode.PROJECT
    assert "annotator new" in result.stderr


def test_pretag_makes_suggestions_and_a_second_run_the_same(
    annotator: Run, empty: Path, tmp_path: Path
) -> None:
    text = tmp_path / "eins.txt"
    text.write_text("Angela Merkel traf am Montag in Berlin den französischen Präsidenten.", encoding="utf-8")
    annotator("import", empty, text)
    first = annotator("pretag", empty, "--jobs", "1")
    assert first.exit_code == ExitCode.OK, first.stderr
    with Project.open(empty) as opened:
        (article_id,) = opened.store.article_ids()
        kinds = {annotator.name: annotator.kind for annotator in opened.store.annotators()}
        (name,) = [name for name, kind in kinds.items() if kind is AnnotatorKind.MACHINE]
        found = opened.store.layered(article_id, name)
    assert name == "pretagger"
    assert "Berlin" in {m.text_of(text.read_text(encoding="utf-8")) for m in found.mentions.values()}
    assert {m.status for m in found.mentions.values()} == {Status.SUGGESTED}
    assert annotator("pretag", empty, "--jobs", "1").exit_code == ExitCode.OK
    with Project.open(empty) as opened:
        assert opened.store.layered(article_id, "pretagger") == found
        assert opened.store.set_info(article_id, "anna").state is SetState.NEW
    exported = tmp_path / "vorschläge.jsonl"
    assert annotator("export", empty, exported, "--annotator", "pretagger").exit_code == ExitCode.OK
    line = json.loads(exported.read_bytes())
    assert len(line["spans"]) == len(found.mentions) > 0


def test_pretag_with_an_absent_pipeline_names_the_command_and_goes_on(
    annotator: Run, empty: Path, tmp_path: Path
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Änne Größl kam am Montag nach Füssen.", encoding="utf-8")
    annotator("import", empty, article)
    result = annotator("pretag", empty, "--jobs", "1", "--pipeline", "de_core_news_lg")

    assert result.exit_code == ExitCode.PROBLEM
    told = " ".join(result.stderr.split())
    assert f"{sys.executable} -m spacy download de_core_news_lg" in told
    assert "Pre-tagged 1 article" in told


def test_pretag_of_no_articles_says_so(annotator: Run, empty: Path) -> None:
    result = annotator("pretag", empty)
    assert result.exit_code == ExitCode.OK
    assert "no article" in result.stderr


@pytest.mark.parametrize("jobs", ["0", "-1", "viele"])
def test_pretag_with_a_wrong_number_of_jobs_is_a_wrong_command_line(
    annotator: Run, empty: Path, jobs: str
) -> None:
    assert annotator("pretag", empty, "--jobs", jobs).exit_code == ExitCode.USAGE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process")
def test_ctrl_c_ends_an_import_clean_and_it_can_go_on(annotator: Run, empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "viele.jsonl"
    number = 3000
    with source.open("w", encoding="utf-8") as file:
        for index in range(number):
            file.write(json.dumps({"text": f"Nachricht {index} aus Füssen. " * 20}) + "\n")
    command = [sys.executable, "-m", "annotator", "import", str(empty), str(source)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        _wait_for(empty, lambda store: store.article_count() > 0)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Traceback" not in told
    assert "run the same command to go on" in told
    with Project.open(empty) as opened:
        came_in = opened.store.article_count()
        assert 0 < came_in < number
        assert opened.store.check() == []
    assert annotator("import", empty, source).exit_code == ExitCode.OK
    with Project.open(empty) as opened:
        assert opened.store.article_count() == number


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process")
def test_ctrl_c_ends_a_large_import_clean_with_the_process_that_prepares_it(
    empty: Path, tmp_path: Path
) -> None:
    source = tmp_path / "groß.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for index in range(4000):
            file.write(json.dumps({"text": f"{index}. " + "Nachricht aus Füssen. " * 120}) + "\n")
    assert source.stat().st_size > WORTH_A_PROCESS
    command = [sys.executable, "-m", "annotator", "import", str(empty), str(source)]
    # As from a terminal, the signal goes to all its processes alike.
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        _wait_for(empty, lambda store: store.article_count() > 0)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert told.splitlines()[-1] == "Interrupted. What came in stays; run the same command to go on."
    assert len(told.splitlines()) == 2, told
    with Project.open(empty) as opened:
        assert 0 < opened.store.article_count() < 4000
        assert opened.store.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGKILL to a process")
def test_that_the_process_which_prepares_an_import_was_killed_stands_in_the_log_alone(
    empty: Path, tmp_path: Path, home: Path
) -> None:
    source = tmp_path / "groß.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for index in range(4000):
            file.write(json.dumps({"text": f"{index}. " + "Nachricht aus Füssen. " * 120}) + "\n")
    command = [sys.executable, "-m", "annotator", "import", str(empty), str(source)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        _wait_for(empty, lambda store: store.article_count() > 0)
        for child in psutil.Process(process.pid).children():
            if not any("resource_tracker" in word for word in child.cmdline()):
                child.kill()
        _, told = process.communicate(timeout=120)
    assert (process.returncode, told) == (ExitCode.OK, "Imported 4000 articles.\n")
    (log,) = home.rglob("*.log")
    assert "the process that prepares an import ended after" in log.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process")
@pytest.mark.parametrize("moment", ["workers start", "articles are tagged"])
def test_ctrl_c_ends_pretagging_clean_for_the_workers_too(
    annotator: Run, empty: Path, tmp_path: Path, moment: str
) -> None:
    source = tmp_path / "viele.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for index in range(250):
            file.write(json.dumps({"text": f"Treffen {index} mit Angela Merkel in Berlin. " * 10}) + "\n")
    assert annotator("import", empty, source).exit_code == ExitCode.OK
    command = [sys.executable, "-m", "annotator", "pretag", str(empty), "--jobs", "2"]
    # As from a terminal, the signal goes to the program and its workers alike.
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        if moment == "workers start":
            _wait_for(empty, lambda store: bool(store.annotators()))
        else:
            _wait_for(empty, lambda store: next(store.operations(), None) is not None)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Traceback" not in told
    assert "Interrupted." in told
    assert annotator("check", empty).exit_code == ExitCode.OK


def _wait_for(path: Path, seen: Callable[[Store], bool]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with Project.open(path, read_only=True) as opened:
            if seen(opened.store):
                return
        time.sleep(0.02)
    raise AssertionError("nothing was written")
