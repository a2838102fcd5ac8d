from __future__ import annotations

import os

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.annotation import SetState
from annotator.core.errors import StoreUnavailable
from annotator.gui import jobs
from annotator.gui.jobs import Job, JobDied
from annotator.store import SetInfo
from tests.review.golds import make_gold

WAIT = 30_000


def test_a_result_comes_from_another_process_with_progress_on_the_way(qtbot: QtBot) -> None:
    job = Job("tests.gui.workers:count", 10, step=2)
    seen: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.finished, timeout=WAIT) as finished:
        job.start()
    *numbers, process = finished.args[0]
    assert numbers == [0, 2, 4, 6, 8]
    assert process != os.getpid()
    assert seen and all(total == 10 for _, total in seen)
    assert job.process is None


def test_cancelling_lets_the_work_end_itself(qtbot: QtBot) -> None:
    job = Job("tests.gui.workers:wait_for_cancel")
    with qtbot.waitSignal(job.progressed, timeout=WAIT):
        job.start()
    with qtbot.waitSignal(job.finished, timeout=WAIT) as finished:
        job.cancel()
    assert finished.args == ["stopped"]


def test_an_error_arrives_with_its_facts_and_where_it_was_raised(qtbot: QtBot) -> None:
    job = Job("tests.gui.workers:refuse")
    with qtbot.waitSignal(job.failed, timeout=WAIT) as failed:
        job.start()
    error = failed.args[0]
    assert isinstance(error, StoreUnavailable)
    assert error.data == {"path": "größe.annot", "reason": "locked"}
    assert "workers.py" in error.__notes__[0]


def test_a_worker_that_dies_is_told(qtbot: QtBot) -> None:
    job = Job("tests.gui.workers:die")
    with qtbot.waitSignal(job.failed, timeout=WAIT) as failed:
        job.start()
    assert isinstance(failed.args[0], JobDied)
    assert failed.args[0].data == {"exit_code": 7}


def test_stopping_ends_even_work_that_does_not_listen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_PATIENCE_SECONDS", 0.2)
    job = Job("tests.gui.workers:be_stubborn")
    with qtbot.waitSignal(job.progressed, timeout=WAIT):
        job.start()
    process = job.process
    assert process is not None
    job.stop()
    assert job.process is None
    process.join(10)
    assert process.exitcode not in (None, 0)


def test_what_the_work_yields_comes_one_by_one_before_the_result(qtbot: QtBot) -> None:
    _, gold = make_gold(3)
    values = (*gold.mentions.values(), *gold.clusters.values(), SetInfo(SetState.DONE, 3), "ß", None)
    job = Job("tests.gui.workers:hand_over", *values)
    came: list[object] = []
    job.arrived.connect(came.append)
    with qtbot.waitSignal(job.finished, timeout=WAIT) as finished:
        job.start()
    assert came == list(values)
    assert finished.args == ["alles"]


def test_stopping_does_not_wait_for_work_that_nobody_reads(qtbot: QtBot) -> None:
    job = Job("tests.gui.workers:hand_over_without_end")
    with qtbot.waitSignal(job.arrived, timeout=WAIT):
        job.start()
    process = job.process
    assert process is not None
    job.stop(patience=0.0)
    assert (job.process, process.is_alive()) == (None, False)
    with qtbot.assertNotEmitted(job.arrived, wait=100):
        pass
