"""The command line as a whole: help, exit codes, faults, Ctrl+C, and the window without a command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from click.testing import Result

from annotator.cli import messages
from annotator.cli.app import COMMANDS, application
from annotator.cli.exits import MEANINGS, ExitCode, exit_code
from annotator.cli.interrupt import stoppable
from annotator.cli.messages import plain, sentence
from annotator.core import errors
from annotator.core.errors import AnnotatorError, ExportFailed, ImportFailed, StoreUnavailable
from annotator.formats import native_check
from annotator.ingest import items
from annotator.store import connection
from tests.cli.conftest import NotedWindows

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]


def python(*arguments: Any, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these environment variables; an empty value unsets one."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
    environment = {name: value for name, value in environment.items() if value}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


# Help ---------------------------------------------------------------------------------------------------


def test_help_names_every_command_and_exit_code(annotator: Run) -> None:
    result = annotator("--help")
    assert result.exit_code == ExitCode.OK
    for command in COMMANDS:
        assert f"\n  {command.name} " in result.stdout
    for code, meaning in MEANINGS:
        assert f"{code.value:>5}  {meaning}" in result.stdout
    assert {code for code, _ in MEANINGS} == set(ExitCode)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_that_says_what_its_options_do(annotator: Run, command: str) -> None:
    result = annotator(command, "--help")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("Usage: ")
    for parameter in application.commands[command].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize(
    "arguments", [("gibtsnicht",), ("info",), ("export", "a.annot"), ("info", "--falsch", "a.annot")]
)
def test_a_wrong_command_line_is_told_so(annotator: Run, arguments: tuple[str, ...]) -> None:
    result = annotator(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert "Error: " in result.stderr


def test_the_version_is_said(annotator: Run) -> None:
    result = annotator("--version")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("annotator ")


# The window ---------------------------------------------------------------------------------------------


def test_without_a_command_the_window_opens(annotator: Run, windows: NotedWindows) -> None:
    assert annotator().exit_code == ExitCode.OK
    assert windows.opened == [None]


def test_a_project_alone_opens_in_the_window(annotator: Run, windows: NotedWindows) -> None:
    assert annotator("arbeit/Größl.annot").exit_code == ExitCode.OK
    assert windows.opened == [Path("arbeit/Größl.annot")]


# Errors -------------------------------------------------------------------------------------------------


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_ctx: click.Context) -> None:
        raise error

    monkeypatch.setattr(application.commands["info"], "invoke", fail)


def test_a_fault_of_the_program_is_logged_and_not_thrown_at_the_user(
    annotator: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    failing(monkeypatch, ZeroDivisionError("krumm"))
    result = annotator("info", "a.annot")
    assert result.exit_code == ExitCode.BUG
    assert "Traceback" not in result.output
    (log,) = home.rglob("*.log")
    assert str(log) in result.stderr
    assert "ZeroDivisionError: krumm" in log.read_text(encoding="utf-8")


def test_ctrl_c_ends_with_its_own_code(annotator: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, KeyboardInterrupt())
    result = annotator("info", "a.annot")
    assert (result.exit_code, result.stderr) == (ExitCode.INTERRUPTED, "Interrupted.\n")


def _reasons_of_the_store() -> set[str]:
    return {code for _, code in connection._REASONS} | set(connection._REASONS_OF_THE_SYSTEM.values())


def _errors() -> list[type[AnnotatorError]]:
    found = [value for value in vars(errors).values() if isinstance(value, type)]
    return [kind for kind in found if issubclass(kind, AnnotatorError) and kind is not AnnotatorError]


@pytest.mark.parametrize("kind", _errors())
def test_every_kind_of_error_becomes_a_sentence_and_an_exit_code(kind: type[AnnotatorError]) -> None:
    known = sentence(kind(path="p.annot", source="s", target="t", reason="ganz neu", line=3))
    assert known.endswith(".") and "\n" not in known
    assert exit_code(kind()) in set(ExitCode) - {ExitCode.OK, ExitCode.USAGE, ExitCode.BUG}


@pytest.mark.parametrize("reason", [*get_args(items.Code), *get_args(native_check.Reason)])
def test_every_reason_for_a_failed_import_has_its_own_sentence(reason: str) -> None:
    assert reason in messages._SENTENCES["import_failed"]
    told = sentence(ImportFailed(source="satz.jsonl", place=7, reason=reason))
    assert "satz.jsonl" in told


@pytest.mark.parametrize("reason", sorted({"missing", "exists", "newer", "older", *_reasons_of_the_store()}))
def test_every_reason_for_an_unavailable_project_has_its_own_sentence(reason: str) -> None:
    assert reason in messages._SENTENCES["store_unavailable"]
    assert "probe.annot" in sentence(StoreUnavailable(path="probe.annot", reason=reason))


def test_a_place_within_a_line_is_named() -> None:
    error = ImportFailed(
        source="satz.jsonl", place=7, at="relations[0].head", reason="end_missing", found="m9"
    )
    told = sentence(error)
    assert told == "satz.jsonl, line 7, relations[0].head: there is no span m9. Export the file again."


def test_what_is_missing_in_the_data_does_not_break_the_sentence() -> None:
    assert sentence(ExportFailed(reason="disk_full")).startswith("The disk of ? is full")
    assert sentence(StoreUnavailable(path="{braces}", reason="missing")).startswith(
        "There is no project {braces}"
    )


def test_names_cannot_steer_the_terminal() -> None:
    told = sentence(StoreUnavailable(path="a\x1b[31m\nb\x9b.annot", reason="missing"))
    assert "a\\x1b[31m\\x0ab\\x9b.annot" in told
    assert plain("schön 🚒\u2028") == "schön 🚒\u2028"


def press_ctrl_c(*, until: Callable[[], bool]) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    deadline = time.monotonic() + 10
    while not until() and time.monotonic() < deadline:
        time.sleep(0.001)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process")
def test_the_first_ctrl_c_is_noted_and_the_second_ends() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stoppable() as stopped:
        assert not stopped()
        press_ctrl_c(until=stopped)
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            press_ctrl_c(until=lambda: False)
    assert signal.getsignal(signal.SIGINT) is before


# As a process -------------------------------------------------------------------------------------------


def test_the_program_runs_as_a_module(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "satz.jsonl"
    for arguments, words in (
        (("--help",), "Exit codes"),
        (("new", tmp_path / "neu.annot"), ""),
        (("info", project), "änne"),
        (("info", project, "--json"), '"articles": 2'),
        (("check", project), ""),
        (("export", project, target), ""),
    ):
        done = python("-m", "annotator", *arguments)
        assert done.returncode == ExitCode.OK, done.stderr
        assert words in done.stdout
        assert "Traceback" not in done.stderr
    assert len(target.read_bytes().splitlines()) == 1


def test_exit_codes_reach_the_shell(tmp_path: Path) -> None:
    done = python("-m", "annotator", "info", tmp_path / "nichts.annot")
    assert (done.returncode, done.stdout) == (ExitCode.PROJECT, "")
    assert done.stderr.startswith("Error: There is no project")


@pytest.mark.parametrize("command", ["--help", "info", "check", "export"])
def test_spacy_and_qt_are_not_waited_for(project: Path, tmp_path: Path, command: str) -> None:
    arguments = {"--help": [], "export": [project, tmp_path / "satz.jsonl"]}.get(command, [project])
    program = (
        "import sys\n"
        "from annotator.cli.app import application\n"
        "application(sys.argv[1:], standalone_mode=False, obj=None)\n"
        "loaded = {'spacy', 'PySide6'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    done = python("-c", program, command, *arguments)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes")
def test_a_reader_that_has_seen_enough_is_no_fault(project: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", "info", str(project)],
            cwd=ROOT,
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
    finally:
        os.close(writer)
    assert done.stderr == ""
    assert done.returncode == ExitCode.PROBLEM


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("arguments", [(), ("arbeit.annot",), ("open", "arbeit.annot")])
def test_without_a_screen_the_window_is_refused_in_a_sentence(arguments: tuple[str, ...]) -> None:
    done = python("-m", "annotator", *arguments, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == ExitCode.PROBLEM
    assert done.stderr == "There is no screen here to open a window on. For commands: annotator --help\n"


def test_a_terminal_without_the_letters_is_no_fault(project: Path) -> None:
    done = python("-m", "annotator", "info", project, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == ExitCode.OK, done.stderr
    assert "human" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not text")
def test_a_file_name_that_is_not_text_is_told_all_the_same(project: Path, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/gr\xf6\xdfl.txt")
    done = python("-m", "annotator", "import", project, name)
    assert done.returncode == ExitCode.PROBLEM
    assert "There is no" in done.stderr and r"gr\xf6\xdfl.txt" in done.stderr
