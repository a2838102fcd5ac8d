"""The log: one file of the user's, for what must not stand on a terminal or in a window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

_PROGRAM = logging.getLogger("annotator")


class LogFile(logging.Handler):
    """Appends to a file and keeps it open no longer than that, for several processes write one log.

    ``find`` says where the file lies, and is asked when there is something to write. What cannot be written
    goes to where Python puts what nobody logs.
    """

    def __init__(self, find: Callable[[], Path]) -> None:
        super().__init__()
        self._find = find

    def emit(self, record: logging.LogRecord) -> None:
        """Append one record, with its traceback if it has one."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        try:
            path = self._find()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as log:
                log.write(f"{at} {self.format(record)}\n")
        except OSError:
            if logging.lastResort is not None:
                logging.lastResort.handle(record)


def log_to(find: Callable[[], Path]) -> None:
    """Have all that the program logs in this process go to one file, and to none that was named before."""
    for handler in list(_PROGRAM.handlers):
        if isinstance(handler, LogFile):
            _PROGRAM.removeHandler(handler)
    _PROGRAM.addHandler(LogFile(find))
