"""The command that puts the program into the menu of a Linux desktop."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from annotator.cli.exits import ExitCode
from annotator.cli.messages import plain
from annotator.cli.output import note


@click.command()
@click.option("--install", "wanted", flag_value="install", help="Put entry, kind of file and icon there.")
@click.option("--remove", "wanted", flag_value="remove", help="Take them away again.")
def desktop(wanted: str | None) -> int:
    """Put the program into the menu of a Linux desktop, and open *.annot files with it.

    The files go below XDG_DATA_HOME, by default ~/.local/share: for this user alone.
    """
    from annotator.services.desktop import data_home, install, remove

    if wanted is None:
        raise click.UsageError("Say --install or --remove.")
    base = data_home(os.environ)
    try:
        paths = install(base, _command()) if wanted == "install" else remove(base)
    except OSError as error:
        note(plain(f"Error: {error.filename or base} cannot be written ({error.strerror or error})."))
        return ExitCode.OUTPUT
    for path in paths:
        note(plain(f"{'Made' if wanted == 'install' else 'Removed'} {path}."))
    if not paths:
        note("There was nothing to remove.")
    return ExitCode.OK


def _command() -> list[str]:
    """Return what starts this very program, whether or not it is on the path of the desktop."""
    beside = Path(sys.executable).with_name("annotator")
    found = str(beside) if beside.exists() else shutil.which("annotator")
    return [found] if found else [sys.executable, "-m", "annotator"]
