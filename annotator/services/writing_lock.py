"""Who writes a project: a small file beside it, so that a second window can say so and only read.

It is advice, not protection: what two writers must not do to each other, SQLite prevents. The file names
process, machine, person and time. It never blocks for ever: on the same machine the process is looked for;
from another one, over a network folder, the file must have been touched within :data:`STALE_SECONDS`,
measured by the clock of the folder itself, for clocks differ.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.ids import new_id

STALE_SECONDS = 120


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a project open for writing. ``started`` tells apart processes that got the same number."""

    token: str
    pid: int
    host: str
    started: str
    who: str
    since: str

    @property
    def begun(self) -> datetime | None:
        """When it was opened, in the time of this machine."""
        try:
            return datetime.fromisoformat(self.since).astimezone()
        except ValueError:
            return None

    @property
    def elsewhere(self) -> bool:
        """Whether it is another machine."""
        return self.host != socket.gethostname()


@dataclass(slots=True)
class WritingLock:
    """The right to write, until :meth:`release`."""

    file: Path
    holder: Holder

    def name(self, who: str) -> None:
        """Tell others who writes, which is often known only when the project has been looked at."""
        if who == self.holder.who:
            return
        self.holder = msgspec.structs.replace(self.holder, who=who)
        with contextlib.suppress(OSError):
            found = _read(self.file)
            if found is not None and found.token == self.holder.token:
                _write_over(self.file, self.holder)

    def beat(self) -> bool:
        """Show that this process lives; ``False`` if somebody else has taken the lock meanwhile.

        Over a folder that is away for the moment nothing can be said, and so nobody has taken it.
        """
        try:
            found = _read(self.file)
            if found is None and not self.file.exists():
                _write_new(self.file, self.holder)
                return True
            os.utime(self.file)
        except OSError:
            return True
        return found is not None and found.token == self.holder.token

    def release(self) -> None:
        """Give the right back; a second call does nothing."""
        with contextlib.suppress(OSError):
            found = _read(self.file)
            if found is not None and found.token == self.holder.token:
                self.file.unlink(missing_ok=True)


def lock_file(project: Path) -> Path:
    """Return where the lock of a project lies."""
    whole = project.resolve()
    return whole.with_name(f".{whole.name}.lock")


def take(project: Path, *, who: str) -> WritingLock | Holder:
    """Take the right to write; who has it already is returned instead. Raises :class:`OSError`."""
    file = lock_file(project)
    mine = _myself(who)
    for _ in range(3):
        try:
            _write_new(file, mine)
        except FileExistsError:
            found = _read(file)
            if found is not None and lives(found, file):
                return found
            _put_away(file, found)
        else:
            return WritingLock(file, mine)
    return _read(file) or mine


def lives(holder: Holder, file: Path) -> bool:
    """Tell whether the holder of a lock is still there."""
    if not holder.elsewhere and (known := _process_lives(holder)) is not None:
        return known
    return _age(file) < STALE_SECONDS


def _process_lives(holder: Holder) -> bool | None:
    """Tell whether a process of this machine lives; ``None`` where that cannot be known."""
    if sys.platform == "win32":
        return None  # a signal would end it there
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # another user's
    except (OSError, OverflowError):
        return None
    started = _started(holder.pid)
    return not (started and holder.started and started != holder.started)


def _started(pid: int) -> str:
    """Return when a process began, in ticks since the start of the machine; empty where it is not told."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        # The name of the program, in brackets, may hold blanks.
        return fields.rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _age(file: Path) -> float:
    """Return how many seconds ago a file was touched, by the clock of its folder."""
    try:
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".annotator-") as probe:
            now = os.fstat(probe.fileno()).st_mtime
    except OSError:
        now = datetime.now(UTC).timestamp()
    try:
        return now - file.stat().st_mtime
    except OSError:
        return STALE_SECONDS


def _myself(who: str) -> Holder:
    return Holder(
        token=new_id(),
        pid=os.getpid(),
        host=socket.gethostname(),
        started=_started(os.getpid()),
        who=who,
        since=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _write_new(file: Path, holder: Holder) -> None:
    """Make the file with its content at once, so that nobody reads it half written."""
    content = msgspec.json.encode(holder)
    with _beside(file, content) as temporary:
        _appear(temporary, file, content)


def _write_over(file: Path, holder: Holder) -> None:
    """Put another content into the place of the file's, at once as well."""
    with _beside(file, msgspec.json.encode(holder)) as temporary:
        temporary.replace(file)


@contextlib.contextmanager
def _beside(file: Path, content: bytes) -> Iterator[Path]:
    """Yield a file of another name in the same folder; it goes unless it has been moved."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".annotator-")
    temporary = Path(name)
    try:
        with open(handle, "wb") as made:  # noqa: PTH123
            made.write(content)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _appear(temporary: Path, file: Path, content: bytes) -> None:
    try:
        os.link(temporary, file)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, such as FAT or some shares.
        with file.open("xb") as made:
            made.write(content)


def _put_away(file: Path, dead: Holder | None) -> None:
    """Remove the lock of who is gone, unless somebody has replaced it in the meantime."""
    aside = file.with_name(f"{file.name}.{new_id()}")
    try:
        file.rename(aside)
    except FileNotFoundError:
        return
    found: Any = _read(aside)
    if found is not None and found != dead:
        with contextlib.suppress(OSError):
            os.link(aside, file)
    aside.unlink(missing_ok=True)


def _read(file: Path) -> Holder | None:
    """Return who holds a lock; ``None`` for one that is gone or damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Holder)
    except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
