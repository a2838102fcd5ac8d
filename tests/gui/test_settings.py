from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.services.paths import HOME_VARIABLE, user_paths
from annotator.services.settings import RECENT_LIMIT, Settings, SettingsFile, with_recent, without_recent


def test_what_was_set_is_found_again(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "tief" / "settings.json")
    file.update(annotator="Jörg Größl", theme="dark", panels={"desk": (280, 700, 300)}, zoom=1.21)
    again = SettingsFile(file.path).current
    assert (again.annotator, again.theme, again.panels, again.zoom) == (
        "Jörg Größl",
        "dark",
        {"desk": (280, 700, 300)},
        1.21,
    )


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"theme": "bunt"}', b"\xff\xfe\x00"])
def test_a_file_that_makes_no_sense_counts_as_absent(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert SettingsFile(path).current == Settings()


def test_fields_of_a_newer_version_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"annotator": "Jonte", "hologram": true}', encoding="utf-8")
    assert SettingsFile(path).current.annotator == "Jonte"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert SettingsFile(tmp_path / "settings.json").update(annotator="Jonte").annotator == "Jonte"


def test_a_path_that_is_a_folder_is_no_obstacle(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).update(annotator="Jonte").annotator == "Jonte"


def test_recent_projects_are_few_and_the_last_one_comes_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_LIMIT + 3):
        settings = with_recent(settings, tmp_path / f"{number}.annot")
    settings = with_recent(settings, tmp_path / "5.annot")
    assert len(settings.recent) == RECENT_LIMIT
    assert settings.recent[0].endswith("5.annot")
    assert len(set(settings.recent)) == RECENT_LIMIT
    assert without_recent(settings, settings.recent[0]).recent == settings.recent[1:]


def test_one_folder_can_hold_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    paths = user_paths()
    for path in (paths.settings_file, paths.log_file, paths.sample_project):
        assert path.is_relative_to(tmp_path)


def test_the_platform_says_where_things_lie_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    paths = user_paths()
    assert "annotator" in str(paths.config)
    assert paths.config.is_absolute()
