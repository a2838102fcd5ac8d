"""What a user has set, and where the window was: one small JSON file, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any, Literal

import msgspec

RECENT_LIMIT = 8
LEAST_PERCENTS = (40, 50, 60, 70, 80, 90)
TEXT_PERCENTS = (85, 100, 115, 130, 150, 175)


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The settings. Unknown fields of a newer version are ignored, missing ones take their default.

    ``text_percent`` is the size of the interface's text, 0 for the system's own. ``geometry`` is Qt's
    window geometry in base 64. ``panels`` holds sizes in pixels by splitter name. ``pipeline`` is the package
    name or the folder of an installed spaCy pipeline that helps the pre-tagger. Suggestions with a score
    below ``least_percent`` are not shown; 0 shows all that were made. ``keys`` holds those that were
    changed, by action, ``used_actions`` what the command palette did last, newest first.
    ``least_certain_first`` is the order of the way through the suggestions, ``arcs`` says which relations
    are drawn.
    """

    annotator: str = ""
    language: Literal["system", "de", "en"] = "system"
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    text_percent: int = 0
    zoom: float = 1.0
    line_spacing: float = 1.0
    recent: tuple[str, ...] = ()
    geometry: str = ""
    panels: dict[str, tuple[int, ...]] = {}
    last_folder: str = ""
    ask_before_finishing: bool = True
    hints_seen: tuple[str, ...] = ()
    pipeline: str = ""
    least_percent: int = 0
    keys: dict[str, tuple[str, ...]] = {}
    used_actions: tuple[str, ...] = ()
    least_certain_first: bool = False
    arcs: Literal["all", "focus", "none"] = "all"

    @property
    def least_score(self) -> float:
        """The score from which on suggestions are shown, 0 to 1."""
        return self.least_percent / 100


def with_recent(settings: Settings, project: Path) -> Settings:
    """Return the settings with ``project`` as the most recently opened one."""
    entry = str(project.resolve())
    kept = (entry, *(path for path in settings.recent if path != entry))
    return msgspec.structs.replace(settings, recent=kept[:RECENT_LIMIT])


def without_recent(settings: Settings, project: str) -> Settings:
    """Return the settings without this entry in the list of recent projects."""
    return msgspec.structs.replace(
        settings, recent=tuple(path for path in settings.recent if path != project)
    )


class SettingsFile:
    """The settings in memory and on disk. A file that cannot be read counts as absent."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.current = _read(path)

    def update(self, **changes: Any) -> Settings:  # noqa: ANN401
        """Change fields by name and write the file; return the new settings."""
        return self.replace(msgspec.structs.replace(self.current, **changes))

    def replace(self, settings: Settings) -> Settings:
        """Take ``settings`` and write the file. A disk that refuses is no reason to stop working."""
        if settings != self.current:
            self.current = settings
            with contextlib.suppress(OSError):
                _write(self.path, settings)
        return settings


def _read(path: Path) -> Settings:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()


def _write(path: Path, settings: Settings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2))
    os.replace(temporary, path)  # noqa: PTH105
