"""Bring the translation catalogues up to date with the source, and compile them.

A tool for who changes texts: ``python -m annotator.gui.catalogue``. It keeps what is translated, adds what
is new as unfinished and drops what is gone.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from annotator.core.resources import resource

CATALOGUES = {"annotator_de.ts": (), "annotator_en.ts": ("-pluralonly",)}
KEYS = ("keys_de.ts", "keys_en.ts")
"""What stands on the keys, in place of Qt's own words for them; kept by hand."""


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found


def sources() -> list[Path]:
    """Return the modules that may hold texts, sorted."""
    return sorted(Path(__file__).parent.rglob("*.py"))


def update(folder: Path) -> None:
    """Update every catalogue in ``folder`` from the sources."""
    for name, options in CATALOGUES.items():
        command = [_tool("pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none", *options]
        command += ["-tr-function-alias", "QT_TR_NOOP+=mark", *map(str, sources())]
        subprocess.run([*command, "-ts", str(folder / name)], check=True)


def compile_to(folder: Path, target: Path) -> None:
    """Compile the catalogues of ``folder`` into ``target``."""
    for name in (*CATALOGUES, *KEYS):
        compiled = str(target / Path(name).with_suffix(".qm"))
        subprocess.run(
            [_tool("pyside6-lrelease"), "-silent", str(folder / name), "-qm", compiled], check=True
        )


if __name__ == "__main__":
    place = resource("i18n")
    update(place)
    compile_to(place, place)
