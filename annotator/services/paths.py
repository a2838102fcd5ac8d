"""Where the program keeps a user's settings, logs and sample project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "ANNOTATOR_HOME"
"""Environment variable: one folder for everything, in place of the platform's own places."""

_APPLICATION = "annotator"


@dataclass(frozen=True, slots=True)
class UserPaths:
    """The user's folders. Nothing is created before it is written to."""

    config: Path
    data: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The settings, as JSON."""
        return self.config / "settings.json"

    @property
    def log_file(self) -> Path:
        """The log of the window and of commands."""
        return self.logs / "annotator.log"

    @property
    def sample_project(self) -> Path:
        """The project that is made of the sample articles."""
        return self.data / "beispiel.annot"


def user_paths() -> UserPaths:
    """Return this user's folders: below ``ANNOTATOR_HOME`` if set, else where the platform wants them."""
    home = os.environ.get(HOME_VARIABLE, "")
    if home:
        base = Path(home)
        return UserPaths(base / "config", base / "data", base / "logs")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_APPLICATION, appauthor=False)
    return UserPaths(dirs.user_config_path, dirs.user_data_path, dirs.user_log_path)
