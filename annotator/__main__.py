"""Where the program starts: the window or the command line, which know nothing of each other."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_INTERRUPTED = 130
_NO_SCREEN = 1


class _Windows:
    """The window, imported when it is asked for."""

    def open(self, project: Path | None) -> int:
        from annotator.cli.screen import can_open

        if not can_open(os.environ, sys.platform):
            sys.stderr.write("There is no screen here to open a window on. For commands: annotator --help\n")
            return _NO_SCREEN
        from annotator.gui.app import run

        return run(project)

    def render(self, project: Path, png: Path, *, annotator: str) -> None:
        from annotator.gui.snapshot import render

        render(project, png, annotator=annotator)


def main() -> None:
    """Open the window at once if nothing else is asked for, else read the command line; ends the process."""
    arguments = sys.argv[1:]
    try:
        if not arguments or (len(arguments) == 1 and arguments[0].endswith(".annot")):
            sys.exit(_Windows().open(Path(arguments[0]) if arguments else None))
        from annotator.cli.app import application

        application(arguments, prog_name="annotator", obj=_Windows())
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
