"""The desktop entry: what is put where, that it is well formed, and that it goes without a trace."""

from __future__ import annotations

import configparser
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.app import application
from annotator.cli.exits import ExitCode
from annotator.services.desktop import data_home, exec_line, install, remove
from annotator.store.connection import APPLICATION_ID

FILES = {
    "applications/annotator.desktop",
    "mime/packages/annotator-mime.xml",
    "icons/hicolor/scalable/apps/annotator.svg",
}
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    base = tmp_path / "Größe data"
    monkeypatch.setenv("XDG_DATA_HOME", str(base))
    return base


def made(base: Path) -> set[str]:
    return {str(path.relative_to(base)) for path in base.rglob("*") if path.is_file()}


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, ["desktop", *arguments])
    return result.exit_code, result.stderr


def test_it_is_put_below_the_data_folder_and_taken_away_again(home: Path) -> None:
    code, told = run("--install")
    assert code == ExitCode.OK
    assert made(home) >= FILES
    assert str(home / "applications/annotator.desktop") in told
    code, told = run("--install")
    assert code == ExitCode.OK
    code, told = run("--remove")
    assert code == ExitCode.OK
    assert not made(home) & FILES
    assert "nothing to remove" in run("--remove")[1]


def test_the_entry_opens_a_file_with_this_program(home: Path) -> None:
    install(home, ["/opt/Größe \\ x/annotator", "50%"])
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(home / "applications/annotator.desktop", encoding="utf-8")
    values = entry["Desktop Entry"]
    line = values["Exec"].replace("\\\\", "\\").replace("%%", "%")
    assert shlex.split(line) == ["/opt/Größe \\ x/annotator", "50%", "%f"]
    assert values["MimeType"] == "application/x-annotator-project;"
    assert values["Icon"] == "annotator"


def test_the_kind_of_file_is_told_by_name_and_by_content(home: Path) -> None:
    install(home, ["annotator"])
    root = ET.parse(home / "mime/packages/annotator-mime.xml").getroot()
    assert [glob.get("pattern") for glob in root.iter(f"{NAMESPACE}glob")] == ["*.annot"]
    values = [match.get("value") for match in root.iter(f"{NAMESPACE}match")]
    assert int(values[1] or "", 16) == APPLICATION_ID
    assert ET.parse(home / "icons/hicolor/scalable/apps/annotator.svg").getroot().tag.endswith("svg")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "datei"
    blocked.touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    code, told = run("--install")
    assert code == ExitCode.OUTPUT
    assert "cannot be written" in told


def test_without_a_choice_it_says_what_there_is(home: Path) -> None:
    code, told = run()
    assert code == ExitCode.USAGE
    assert "--install or --remove" in told
    assert not home.exists()


def test_only_an_absolute_data_folder_counts(tmp_path: Path) -> None:
    assert data_home({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path
    assert data_home({"XDG_DATA_HOME": "daten"}) == Path.home() / ".local" / "share"
    assert data_home({}) == Path.home() / ".local" / "share"


def test_removing_leaves_what_others_have_put_there(home: Path) -> None:
    install(home, ["annotator"])
    other = home / "applications" / "anderes.desktop"
    other.write_text("[Desktop Entry]\n", encoding="utf-8")
    assert len(remove(home)) == 3
    assert other.exists()


def test_an_ordinary_command_stays_readable() -> None:
    assert exec_line(["/usr/bin/annotator"]) == '"/usr/bin/annotator"'
