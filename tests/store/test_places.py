"""Where a project may lie, and who else may have it: read-only folders, full disks, other processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.core.change import Operation, Plan
from annotator.core.errors import StaleRevision, StoreUnavailable
from annotator.core.ids import OperationId, new_id
from annotator.store import AnnotatorKind, Store, connection, migrations
from tests.support.build import make_article

ARTICLE = make_article()
NOBODY = 65534


def operation(plan: Plan) -> Operation:
    now = datetime.now(UTC)
    return Operation(OperationId(new_id()), ARTICLE.id, "anna", "anna", now, plan.name, plan.changes)


def decide(store: Store, state: SetState, revision: int) -> int:
    plan = edits.set_state(store.state(ARTICLE.id, "anna"), state)
    return store.append(operation(plan), expected_revision=revision)


def make(path: Path) -> Store:
    store = Store.create(path, scheme_source="name: Probe", name="Probe")
    store.add_article(ARTICLE, source="probe.txt")
    store.ensure_annotator("anna", AnnotatorKind.HUMAN)
    return store


@contextmanager
def without_privileges() -> Iterator[None]:
    """Have permissions hold for root as well, where the system lets it give up its rights for a while."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that others can look into; pytest's own are the user's alone."""
    folder = Path(tempfile.mkdtemp(prefix="annotator-regal-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that forbid new files by mode")
def test_a_project_in_a_folder_that_takes_no_files_can_be_read(shelf: Path) -> None:
    path = shelf / "nur lesen.annot"
    with make(path) as store:
        decide(store, SetState.DONE, 0)
    path.chmod(0o444)
    shelf.chmod(0o555)
    with without_privileges():
        with pytest.raises(PermissionError):
            (shelf / "neu").touch()
        with Store.open(path, read_only=True) as reader:
            assert reader.set_info(ARTICLE.id, "anna").state is SetState.DONE
            assert reader.check() == []
            with pytest.raises(StoreUnavailable) as caught:
                decide(reader, SetState.OPEN, 1)
    assert caught.value.data["reason"] == "read_only"
    assert [found.name for found in shelf.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that forbid new files by mode")
def test_a_read_only_project_whose_last_decisions_lie_beside_it_is_not_shown_without_them(
    shelf: Path,
) -> None:
    with make(shelf / "offen.annot") as store:
        decide(store, SetState.DONE, 0)
        copy = Path(shutil.copy(store.path, shelf / "kopie.annot"))
        shutil.copy(shelf / "offen.annot-wal", shelf / "kopie.annot-wal")
    shelf.chmod(0o555)
    with without_privileges(), pytest.raises(StoreUnavailable) as caught:
        Store.open(copy, read_only=True)
    assert caught.value.data["reason"] == "cannot_open"


@pytest.mark.parametrize("read_only", [True, False])
def test_a_name_too_long_for_any_file_is_a_project_that_is_not_there(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Store.open(tmp_path / f"{'ä' * 300}.annot", read_only=read_only)
    assert caught.value.data["reason"] == "missing"


def test_a_full_disk_leaves_what_was_there_and_says_so(tmp_path: Path) -> None:
    with make(tmp_path / "voll.annot") as store:
        pages = store._database.execute("PRAGMA page_count").fetchone()[0]
        store._database.execute(f"PRAGMA max_page_count = {pages}")
        long = make_article("Straße, „Größe“ 🚲\n" * 5_000)
        with pytest.raises(StoreUnavailable) as caught, store.bulk():
            store.add_article(long, source="lang.txt")
        assert caught.value.data["reason"] == "disk_full"
        assert store.article_ids() == [ARTICLE.id]
        assert store.check() == []
    with Store.open(tmp_path / "voll.annot") as again:
        assert decide(again, SetState.DONE, 0) == 1


def test_a_project_that_finds_no_room_to_begin_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(database: Database, path: Path) -> None:
        for left in connection.beside(path):
            left.touch()
        raise StoreUnavailable(path=str(path), reason="disk_full")

    monkeypatch.setattr(migrations, "migrate", full)
    with pytest.raises(StoreUnavailable):
        make(tmp_path / "neu.annot")
    assert list(tmp_path.iterdir()) == []


_OTHER = """
import sys
from pathlib import Path
from tests.store.test_places import SetState, Store, decide

with Store.open(Path(sys.argv[1])) as store, store.transaction():
    decide(store, SetState.OPEN, 0)
    print("writing", flush=True)
    sys.stdin.readline()
"""


def test_of_two_processes_the_second_is_told_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "zu zweit.annot"
    make(path).close()
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_MS", 50)
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _OTHER, str(path)]
    with (
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
        ) as other,
        Store.open(path) as store,
    ):
        assert other.stdout is not None
        assert other.stdout.readline() == "writing\n"
        with pytest.raises(StoreUnavailable) as caught:
            decide(store, SetState.DONE, 0)
        assert caught.value.data["reason"] == "locked"
        assert store.set_info(ARTICLE.id, "anna").revision == 0
        other.communicate("\n")
        with pytest.raises(StaleRevision):
            decide(store, SetState.DONE, 0)
        assert decide(store, SetState.DONE, 1) == 2
        assert len(list(store.operations())) == 2
        assert store.check() == []
    assert other.returncode == 0


_MANY = """
import sys
from pathlib import Path
from annotator.core.errors import StaleRevision
from tests.store.test_places import ARTICLE, AnnotatorKind, SetState, Store, alternate

with Store.open(Path(sys.argv[1])) as store:
    store.ensure_annotator(sys.argv[2], AnnotatorKind.HUMAN)
    sys.stdin.readline()
    alternate(store, sys.argv[2], 40)
"""


def alternate(store: Store, name: str, times: int) -> None:
    """Finish the article and take it up again, so many times."""
    for number in range(times):
        state = store.state(ARTICLE.id, name)
        plan = edits.set_state(state, SetState.OPEN if number % 2 else SetState.DONE)
        now = datetime.now(UTC)
        made = Operation(OperationId(new_id()), ARTICLE.id, name, name, now, plan.name, plan.changes)
        store.append(made, expected_revision=state.revision)


def test_two_processes_at_one_file_lose_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "zu zweit.annot"
    make(path).close()
    root = Path(__file__).parents[2]
    others = [
        subprocess.Popen([sys.executable, "-c", _MANY, str(path), name], stdin=subprocess.PIPE, cwd=root)
        for name in ("bärbel", "cem")
    ]
    for other in others:
        assert other.stdin is not None
        other.stdin.write(b"\n")
        other.stdin.flush()
    for other in others:
        other.communicate()
    assert [other.returncode for other in others] == [0, 0]
    with Store.open(path) as store:
        assert [len(list(store.operations(annotator=name))) for name in ("bärbel", "cem")] == [40, 40]
        assert store.set_info(ARTICLE.id, "cem").revision == 40
        assert store.check() == []


def test_what_is_read_in_a_snapshot_is_of_one_moment(tmp_path: Path) -> None:
    with make(tmp_path / "schnapp.annot") as store, Store.open(store.path) as other:
        with store.snapshot():
            before = store.set_info(ARTICLE.id, "anna")
            decide(other, SetState.DONE, 0)
            with store.snapshot():
                assert store.set_info(ARTICLE.id, "anna") == before
            assert store.layered(ARTICLE.id, "anna").mentions == {}
            assert store.set_info(ARTICLE.id, "anna") == before
        assert store.set_info(ARTICLE.id, "anna").state is SetState.DONE
