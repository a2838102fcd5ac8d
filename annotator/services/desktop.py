"""The program in the menu of a Linux desktop: entry, kind of file and icon below the user's data folder.

The places are those of the freedesktop.org specifications: Desktop Entry, Shared MIME-info Database and Icon
Theme, below ``XDG_DATA_HOME``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.core.resources import resource

_PLACES: Mapping[str, str] = {
    "annotator.desktop": "applications/annotator.desktop",
    "annotator-mime.xml": "mime/packages/annotator-mime.xml",
    "annotator.svg": "icons/hicolor/scalable/apps/annotator.svg",
}
_REFRESH: tuple[tuple[str, str], ...] = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
)
_SECONDS = 30


def data_home(environment: Mapping[str, str]) -> Path:
    """Return the user's data folder: ``XDG_DATA_HOME`` if it is set and absolute, else the usual one."""
    chosen = Path(environment.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".local" / "share"


def install(base: Path, command: Sequence[str]) -> list[Path]:
    """Put the files below ``base``; ``command`` starts the program. Raises :class:`OSError`."""
    made = []
    for name, place in _PLACES.items():
        content = resource("linux", name).read_text(encoding="utf-8")
        if name.endswith(".desktop"):
            content = content.replace("Exec=annotator %f", f"Exec={exec_line(command)} %f")
        target = base / place
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.tmp")
        temporary.write_text(content, encoding="utf-8")
        os.replace(temporary, target)  # noqa: PTH105
        made.append(target)
    _refresh(base)
    return made


def remove(base: Path) -> list[Path]:
    """Take away what :func:`install` has put there; return what was there. Raises :class:`OSError`."""
    gone = [base / place for place in _PLACES.values() if (base / place).exists()]
    for path in gone:
        path.unlink()
    if gone:
        _refresh(base)
    return gone


def exec_line(command: Sequence[str]) -> str:
    """Return a command as the ``Exec`` key wants it: arguments in quotation marks, ``%`` doubled."""
    return " ".join(map(_quoted, command))


def _quoted(argument: str) -> str:
    # Within quotation marks, these four have a backslash before them; the file's own escape doubles it.
    for sign in ("\\", '"', "`", "$"):
        argument = argument.replace(sign, "\\" + sign)
    return f'"{argument}"'.replace("\\", "\\\\").replace("%", "%%")


def _refresh(base: Path) -> None:
    """Tell the desktop; without its tools it finds out by itself, later."""
    for tool, place in _REFRESH:
        program = shutil.which(tool)
        if program is not None and (base / place).is_dir():
            subprocess.run([program, str(base / place)], check=False, capture_output=True, timeout=_SECONDS)
