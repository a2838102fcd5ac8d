"""Imports and kills itself after so many articles; tests run this: PROJECT SOURCE ARTICLES [BYTES].

``BYTES`` is from how much on a second process prepares the import.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from annotator.services import importing_ahead
from annotator.services.importing import import_into


def main(project: Path, source: Path, articles: int) -> None:
    """Import until ``articles`` have come in."""
    come_in = 0

    def progress(done: int, total: int) -> None:
        nonlocal come_in
        come_in += 1
        if come_in == articles:
            os.kill(os.getpid(), signal.SIGKILL)

    import_into(project, [source], "anna", progress=progress)


if __name__ == "__main__":
    if len(sys.argv) > 4:
        importing_ahead.WORTH_A_PROCESS = int(sys.argv[4])
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
