"""The lock beside a project: told apart who lives, who crashed, and who sits at another machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from annotator.services.writing_lock import STALE_SECONDS, Holder, WritingLock, lock_file, take


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "größe 🌊.annot"
    path.touch()
    return path


def taken(project: Path, who: str = "Jonte") -> WritingLock:
    found = take(project, who=who)
    assert isinstance(found, WritingLock)
    return found


def leave(project: Path, **changes: object) -> None:
    """Leave a lock behind as another process did."""
    made = taken(project)
    other = msgspec.structs.replace(made.holder, token="anders", **changes)
    made.file.write_bytes(msgspec.json.encode(other))


def test_the_second_is_told_who_writes(project: Path) -> None:
    first = taken(project, "Lea Öz")
    second = take(project, who="Jonte")
    assert isinstance(second, Holder)
    assert (second.who, second.pid, second.elsewhere) == ("Lea Öz", os.getpid(), False)
    assert second.begun is not None
    first.release()
    assert not lock_file(project).exists()
    assert list(project.parent.iterdir()) == [project]
    taken(project).release()


def test_the_lock_of_a_process_that_was_killed_blocks_nobody(project: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path\n"
        "from annotator.services.writing_lock import take\n"
        "take(Path(sys.argv[1]), who='Lea'); print('there', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", program, str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "there\n"
        assert isinstance(take(project, who="Jonte"), Holder)
        other.kill()
    assert taken(project).holder.who == "Jonte"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="tells apart by what /proc says")
def test_another_process_with_the_number_of_the_dead_one_does_not_hold_it(project: Path) -> None:
    leave(project, started="1")
    assert taken(project).holder.who == "Jonte"


def test_another_machine_holds_it_while_its_heart_beats(project: Path) -> None:
    leave(project, host="anderswo", pid=1)
    found = take(project, who="Jonte")
    assert isinstance(found, Holder) and found.elsewhere
    old = time.time() - STALE_SECONDS - 5
    os.utime(lock_file(project), (old, old))
    taken(project)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"pid": "eins"}'])
def test_a_damaged_lock_blocks_nobody(project: Path, content: bytes) -> None:
    lock_file(project).write_bytes(content)
    taken(project)


def test_who_lost_the_lock_learns_it_and_leaves_the_other_one_alone(project: Path) -> None:
    mine = taken(project)
    assert mine.beat()
    leave_to = msgspec.structs.replace(mine.holder, token="anders", who="Lea")
    mine.file.write_bytes(msgspec.json.encode(leave_to))
    assert not mine.beat()
    mine.release()
    assert mine.file.exists()


def test_a_heart_beat_brings_back_a_lock_that_was_removed(project: Path) -> None:
    mine = taken(project)
    mine.file.unlink()
    assert mine.beat()
    assert isinstance(take(project, who="Lea"), Holder)


def test_a_folder_that_is_away_is_no_reason_to_give_up(project: Path) -> None:
    mine = taken(project)
    moved = project.parent.rename(project.parent.with_name("weg"))
    assert mine.beat()
    moved.rename(project.parent)
    mine.release()
    assert not mine.file.exists()


def test_a_link_to_a_project_has_the_same_lock(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "verweis.annot"
    link.symlink_to(project)
    assert lock_file(link) == lock_file(project)


def test_a_name_that_is_known_later_is_told(project: Path) -> None:
    first = taken(project, "")
    first.name("Änne Weiß")
    second = take(project, who="Jonte")
    assert isinstance(second, Holder)
    assert (second.who, second.token) == ("Änne Weiß", first.holder.token)
    assert first.beat()
    first.release()
    assert list(project.parent.iterdir()) == [project]


def test_the_lock_of_somebody_else_is_never_named(project: Path) -> None:
    mine = taken(project, "")
    theirs = msgspec.structs.replace(mine.holder, token="anders", who="Lea")
    mine.file.write_bytes(msgspec.json.encode(theirs))
    mine.name("Jonte")
    found = take(project, who="Jonte")
    assert isinstance(found, Holder) and found.who == "Lea"
