"""The log: what the program logs stands in one file, and nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.services.logs import LogFile, log_to

PROGRAM = logging.getLogger("annotator")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = list(PROGRAM.handlers)
    yield
    PROGRAM.handlers[:] = before


def test_a_warning_of_any_module_is_appended_and_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "öfter" / "annotator.log"
    log_to(lambda: path)
    assert not path.parent.exists(), "nothing is made before there is something to write"
    logging.getLogger("annotator.services.anything").warning("größer als %d", 7)
    try:
        raise ZeroDivisionError("krumm")
    except ZeroDivisionError:
        logging.getLogger("annotator.cli").exception("version 1")
    first, *others = path.read_text(encoding="utf-8").splitlines()
    assert first.endswith("+00:00 größer als 7")
    assert others[0].endswith("version 1") and others[-1] == "ZeroDivisionError: krumm"
    assert capsys.readouterr() == ("", "")


def test_another_log_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    log_to(lambda: tmp_path / "a.log")
    log_to(lambda: tmp_path / "b.log")
    PROGRAM.warning("Fähre")
    assert [path.name for path in tmp_path.iterdir()] == ["b.log"]
    assert sum(isinstance(handler, LogFile) for handler in PROGRAM.handlers) == 1


def test_what_cannot_be_written_is_not_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "datei").touch()
    log_to(lambda: tmp_path / "datei" / "annotator.log")
    PROGRAM.warning("Überlauf")
    assert capsys.readouterr().err == "Überlauf\n"
