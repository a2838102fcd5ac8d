from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import active_children, resource_tracker, spawn
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import Status
from annotator.core.article import Article
from annotator.core.ids import ArticleId
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.pretag import pool as pools
from annotator.pretag.model import Failure, PretagResult, Raised, WorkerEnded
from annotator.pretag.pool import Pool, WorkersLost
from annotator.pretag.worker import Ready, work
from annotator.services.editing import Editor
from annotator.services.pretagging import differences, pretag_project, write_suggestions
from annotator.services.project import Project
from annotator.store import MACHINE
from tests.pretag.conftest import article_of

TEXTS = (
    "Ministerin Änne Größl traf am Montag Jörg Weiß in Füssen. „Wir bauen die Straße“, sagte sie 🚒.",
    "Die Deutsche Bahn teilte am Abend mit, dass keine Züge fahren.\u2028Der Streik in Köln dauere an.",
    "Nichts.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "probe.annot"
    with Project.create(target) as project:
        for text in TEXTS:
            project.store.add_article(article_of(text), source="probe")
    return target


def machine_set(project: Project, article_id: ArticleId) -> Layered:
    return project.store.layered(article_id, MACHINE)


def test_suggestions_are_the_set_of_the_machine_annotator(path: Path) -> None:
    progress: list[tuple[int, int]] = []
    report = pretag_project(path, jobs=1, progress=lambda done, total: progress.append((done, total)))

    assert (report.articles, report.changed, report.failures, report.cancelled) == (3, 2, (), False)
    assert progress == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with Project.open(path) as project:
        sets = [machine_set(project, article_id) for article_id in project.store.article_ids()]
        assert sum(len(found.mentions) for found in sets) == report.suggestions
        assert all(m.status is Status.SUGGESTED for found in sets for m in found.mentions.values())
        assert {name for i in project.store.article_ids() for name, _ in project.store.sets(i)} == {MACHINE}
        assert project.store.check() == []


def test_running_again_writes_nothing(path: Path) -> None:
    pretag_project(path, jobs=1)
    with Project.open(path) as project:
        before = [operation.id for operation in project.store.operations()]
    report = pretag_project(path, jobs=2)

    assert (report.articles, report.changed) == (3, 0)
    with Project.open(path) as project:
        assert [operation.id for operation in project.store.operations()] == before


def test_only_chosen_articles_are_tagged(path: Path) -> None:
    with Project.open(path) as project:
        first, second, _ = project.store.article_ids()
    report = pretag_project(path, [second], jobs=1)

    assert report.articles == 1
    with Project.open(path) as project:
        assert machine_set(project, first) == Layered()
        assert machine_set(project, second).mentions


def test_a_rerun_changes_only_what_differs_and_no_decision(path: Path) -> None:
    pretag_project(path, jobs=1)
    with Project.open(path) as project:
        editor = Editor(project, "änne")
        article_id = project.store.article_ids()[0]
        editor.open(article_id)
        assert editor.state is not None
        decided = next(m.id for m in editor.state.visible_mentions() if m.label == "LOC")
        editor.perform(edits.reject(editor.state, [decided]))
        whole = machine_set(project, article_id)
        gone = next(i for i in whole.mentions if i != decided)
        fewer = replace(
            whole,
            mentions={i: m for i, m in whole.mentions.items() if i != gone},
            relations={i: r for i, r in whole.relations.items() if gone not in (r.head, r.tail)},
            clusters={i: c for i, c in whole.clusters.items() if gone not in c.members},
        )
        assert write_suggestions(project, article_id, fewer)
        last = list(project.store.operations(annotator=MACHINE))[-1]
        assert set(last.changes) == set(differences(whole, fewer))
        editor.reload()
        assert editor.state.mentions[decided].status is Status.REJECTED
        assert project.store.check() == []


def test_a_suggestion_that_does_not_fit_the_article_is_not_written(path: Path) -> None:
    pretag_project(path, jobs=1)
    with Project.open(path) as project:
        first, _, third = project.store.article_ids()
        foreign = machine_set(project, first)

        with pytest.raises(Exception, match=r"outside_text|not_on_tokens"):
            write_suggestions(project, third, foreign)
        assert machine_set(project, third) == Layered()


def test_cancelling_keeps_what_was_done(path: Path) -> None:
    done = 0

    def progress(articles: int, total: int) -> None:
        nonlocal done
        done = articles

    report = pretag_project(path, jobs=1, progress=progress, cancelled=lambda: done >= 1)

    assert report.cancelled
    assert 1 <= report.articles < 3
    with Project.open(path) as project:
        tagged = sum(bool(project.store.sets(i)) for i in project.store.article_ids())
    assert tagged == report.articles


def test_no_worker_is_left_behind(path: Path) -> None:
    pretag_project(path, jobs=2)

    assert active_children() == []


def many(number: int) -> Iterator[Article]:
    for n in range(number):
        yield article_of(f"Änne Größl kam am {n + 1}. Mai nach Füssen.")


def test_a_worker_that_dies_takes_one_article_with_it(path: Path) -> None:
    with Project.open(path) as project:
        scheme = project.scheme
    answers: list[PretagResult | Failure] = []
    with Pool(scheme, jobs=1) as pool:
        for answer in pool.run(many(12), cancelled=lambda: False):
            answers.append(answer)
            if len(answers) == 3:
                (worker,) = active_children()
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)

    lost = [answer for answer in answers if isinstance(answer, Failure)]
    assert len(answers) == 12
    assert len({answer.article_id for answer in answers}) == 12
    assert len(lost) <= 1


def answers_of(scheme: Scheme, number: int) -> list[PretagResult | Failure]:
    with Pool(scheme, jobs=1) as pool:
        return list(pool.run(many(number), cancelled=lambda: False))


def test_a_worker_that_ends_before_it_reads_anything_is_no_hang(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(path) as project:
        large = replace(project.scheme, name="ä" * 500_000)
    resource_tracker.ensure_running()
    monkeypatch.setattr(spawn, "_python_exe", os.fsencode(shutil.which("false") or ""))
    executor = ThreadPoolExecutor(1)
    try:
        answer = executor.submit(answers_of, large, 3)
        with pytest.raises(WorkersLost) as caught:
            answer.result(timeout=30)
    finally:
        executor.shutdown(wait=False)
    assert caught.value.data["exit_code"] == 1


def echo_largely(pipe: Connection) -> None:
    """Answer each article with more than fits into a pipe."""
    pipe.recv()
    pipe.send(Ready(()))
    while True:
        try:
            article = pipe.recv()
        except EOFError:
            return
        pipe.send(Failure(article.id, "", Raised("ValueError", "ä" * 1_000_000)))


def test_large_articles_with_large_answers_do_not_block_each_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(path) as project:
        scheme = project.scheme
    monkeypatch.setattr(pools, "work", echo_largely)
    large = [article_of(f"Änne Größl {n} " + "kam nach Füssen. " * 20_000) for n in range(4)]
    executor = ThreadPoolExecutor(1)
    try:
        with Pool(scheme, jobs=1) as pool:
            answers = executor.submit(lambda: list(pool.run(large, cancelled=lambda: False)))
            assert len(answers.result(timeout=30)) == len(large)
    finally:
        executor.shutdown(wait=False)


def leave_once(pipe: Connection) -> None:
    """End at once if nobody has before; else work."""
    mark = Path(os.environ["LEFT"])
    if not mark.exists():
        mark.touch()
        os._exit(3)
    work(pipe)


def test_a_worker_that_ends_at_once_is_replaced(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(path) as project:
        scheme = project.scheme
    monkeypatch.setenv("LEFT", str(tmp_path / "left"))
    monkeypatch.setattr(pools, "work", leave_once)

    lost, *others = answers_of(scheme, 2)
    assert isinstance(lost, Failure)
    assert lost.reason == WorkerEnded(3)
    assert len(others) == 1
    assert isinstance(others[0], PretagResult)


def test_the_service_is_imported_without_spacy() -> None:
    code = "import sys, annotator.services.pretagging; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
