"""Opening a project to write in it, or, where that cannot be, to read it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from annotator.core.errors import StoreUnavailable
from annotator.services.project import Project
from annotator.services.writing_lock import Holder, WritingLock, take

Hindrance: TypeAlias = Literal["in_use", "file", "folder", "disk_full"]
"""Why nothing can be written: somebody else does, the file or its folder refuses, the disk is full."""

_READABLE_ALL_THE_SAME: dict[str, Hindrance] = {
    "read_only": "file",
    "not_permitted": "file",
    "cannot_open": "folder",
    "disk_full": "disk_full",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An open project. ``hindrance`` is ``None`` if it can be written; ``holder`` is who writes it."""

    project: Project
    lock: WritingLock | None = None
    hindrance: Hindrance | None = None
    holder: Holder | None = None

    def close(self) -> None:
        """Close the file and give the right to write back."""
        self.project.close()
        if self.lock is not None:
            self.lock.release()


def open_project(path: Path, *, who: str, lock: WritingLock | None = None) -> Opened:
    """Open a project for ``who``; ``lock`` is the right to write it, if that is held already.

    Raises :class:`StoreUnavailable` if it cannot even be read.
    """
    if not path.exists():
        raise StoreUnavailable(path=str(path), reason="missing")
    if not os.access(path, os.W_OK):
        return _to_read(path, "file")
    held = lock if lock is not None and lock.beat() else _taken(path, who)
    if isinstance(held, Holder):
        return _to_read(path, "in_use", held)
    try:
        return Opened(_to_write(path), held)
    except StoreUnavailable as error:
        if held is not None and held is not lock:
            held.release()
        hindrance = _READABLE_ALL_THE_SAME.get(str(error.data.get("reason")))
        if hindrance is None:
            raise
        try:
            return _to_read(path, hindrance)
        except StoreUnavailable:
            raise error from None


def _taken(path: Path, who: str) -> WritingLock | Holder | None:
    """Take the right to write; where no lock can be laid, the project itself shows what is possible."""
    try:
        return take(path, who=who)
    except OSError:
        return None


def _to_write(path: Path) -> Project:
    project = Project.open(path)
    try:
        # SQLite opens a file that it may not write without a word, and refuses the first write.
        with project.store.transaction():
            pass
    except BaseException:
        project.close()
        raise
    return project


def _to_read(path: Path, hindrance: Hindrance, holder: Holder | None = None) -> Opened:
    return Opened(Project.open(path, read_only=True), hindrance=hindrance, holder=holder)
