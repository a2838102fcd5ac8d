"""Opening files, and what the system's errors mean to a user."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.ingest.decode import MAX_BYTES
from annotator.ingest.items import Code, Unreadable

_CODES: dict[int, Code] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ELOOP: "missing",
    errno.ENAMETOOLONG: "missing",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EISDIR: "no_plain_file",
}


def unreadable(error: OSError) -> Unreadable:
    """Return what an error of the file system means here."""
    return Unreadable(_CODES.get(error.errno or 0, "io"), detail=error.strerror or str(error))


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file; a pipe or a device is refused, for it might never end. Raises ``Unreadable``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable("no_plain_file")
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise unreadable(error) from error


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; raises ``Unreadable``, also for more than :data:`MAX_BYTES`."""
    with opened(path) as stream:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable("too_large", bytes=size, limit=MAX_BYTES)
        return stream.read()
