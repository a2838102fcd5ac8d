"""Writing a file whole or not at all, in place of the one that was there."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.core.errors import ExportFailed

_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ELOOP: "no_plain_file",
}
_TEMPORARY = re.compile(r"\.annotator-[0-9a-f]{12}\.tmp")
_STALE_SECONDS = 24 * 60 * 60
_PROJECT_SUFFIXES = (".annot", ".annot-wal", ".annot-shm")


def make_folder(folder: Path) -> None:
    """Make a folder for exports unless it is there; raises :class:`ExportFailed`."""
    with export_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``target`` at the end, or is gone if anything goes wrong."""
    with export_errors(target):
        place = _resolved(target)
        _refuse_what_is_no_target(place, target)
        _remove_stale(place.parent)
        temporary = place.with_name(f".annotator-{secrets.token_hex(6)}.tmp")
        with _removed_on_failure(temporary):
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                temporary.chmod(place.stat().st_mode & 0o777)
            temporary.replace(place)
        _sync_folder(place.parent)


def _resolved(target: Path) -> Path:
    try:
        return target.resolve()
    except RuntimeError as error:
        # What Python says of links in a circle, until 3.13.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _remove_stale(folder: Path) -> None:
    """Remove what exports of this user that were killed have left, a day ago or earlier."""
    before = time.time() - _STALE_SECONDS
    owner = getattr(os, "getuid", int)()
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name):
                status = path.lstat()
                if stat.S_ISREG(status.st_mode) and status.st_uid == owner and status.st_mtime < before:
                    path.unlink(missing_ok=True)


@contextmanager
def export_errors(target: Path) -> Iterator[None]:
    """Raise :class:`ExportFailed` in place of the system's errors, for whatever writes ``target``."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "io")
        raise ExportFailed(target=str(target), reason=reason, detail=error.strerror or str(error)) from error


def _refuse_what_is_no_target(place: Path, target: Path) -> None:
    if place.suffix in _PROJECT_SUFFIXES:
        raise ExportFailed(target=str(target), reason="is_project")
    if place.is_dir():
        raise ExportFailed(target=str(target), reason="is_folder")
    # A pipe behind /dev/fd has no name that it could be found by when links are resolved.
    if target.exists() and not target.is_file():
        raise ExportFailed(target=str(target), reason="no_plain_file")


@contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Have the new name survive a power cut; not every system lets a folder be opened for it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
