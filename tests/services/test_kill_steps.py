"""Steps that touch several articles, the gold set or the queues stand whole, or not at all, after a kill."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from annotator.core.history import TOGETHER
from annotator.core.state import Layered
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD
from annotator.store import AnnotatorKind, Store, Team
from tests.services.steps_until_killed import ONE
from tests.services.teams import finish
from tests.services.test_kill import ROOT, kill_after_a_while
from tests.services.test_reviewing import BASE, SHORT
from tests.services.test_undo_machine import pretag
from tests.support.build import make_article, make_scheme

KILLS = 8
MORE = [
    make_article(f"Jörg Größl und Karla Weiß 🙂 traf in Füssen am Montag {n} Leute vom „Bündnis“.")
    for n in range(5)
]
ALL = (ONE, *MORE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "größe.annot"
    with Store.create(target, scheme_source="", name="Probe") as store:
        for article in ALL:
            store.add_article(article, source="probe")
    return target


def kill_often(path: Path, way: str) -> None:
    """Kill a process that takes steps, again and again; what it has said stands and the file is sound."""
    moments = random.Random(7)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.services.steps_until_killed", str(path), way],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        said = kill_after_a_while(process, moments.uniform(0, 0.1))
        assert said, "no step was taken before the kill"
        with Store.open(path) as store:
            assert store.check() == []
            CHECKS[way](store)


def all_or_none_accepted(store: Store) -> None:
    steps = Counter(
        (operation.merge_key, operation.reverts is not None)
        for operation in store.operations(annotator="anna")
    )
    assert {key: count % len(ALL) for key, count in steps.items()} == dict.fromkeys(steps, 0)
    assert all((key or "").startswith(TOGETHER) for key, _ in steps)
    decided = {bool(store.layered(article.id, "anna").mentions) for article in ALL}
    assert len(decided) == 1


def all_of_the_gold_is_decided(store: Store) -> None:
    gold: Layered = store.layered(ONE.id, GOLD)
    assert {*gold.mentions, *gold.relations} == {key for v in gold.verdicts.values() for key in v.result}
    assert all({r.head, r.tail} <= gold.mentions.keys() for r in gold.relations.values())


def queues_are_whole(store: Store) -> None:
    rows = Team(store).assignments()
    queues = Counter(one.annotator for one in rows)
    assert [one.position for one in rows] == [
        place for name in sorted(queues) for place in range(queues[name])
    ]
    whole = len(ALL)
    assert (queues["bela"], queues["çelik"]) in ((0, 0), (whole, whole))
    assert queues["anna (2)"] in (0, 2)
    again = {one.name: one.repeats for one in store.annotators() if one.kind is AnnotatorKind.REPEAT}
    assert again in ({}, {"anna (2)": "anna"})
    assert not queues["anna (2)"] or again


CHECKS = {"accept": all_or_none_accepted, "add": all_of_the_gold_is_decided, "queue": queues_are_whole}


def test_accepting_in_many_articles_is_done_in_all_or_in_none(path: Path) -> None:
    with Store.open(path) as store:
        pretag(store, ALL)
    kill_often(path, "accept")
    with Store.open(path) as store:
        editor = Editor(Project(store, make_scheme()), "anna")
        while editor.undo() is not None:
            pass
        assert [store.layered(article.id, "anna").mentions for article in ALL] == [{}] * len(ALL)
        assert store.check() == []


def test_what_is_added_to_the_gold_set_is_there_with_its_decision(path: Path) -> None:
    with Store.open(path) as store:
        for name, work in (("anna", BASE), ("böhm", BASE), ("çelik", SHORT)):
            finish(store, ONE, name, work)
    kill_often(path, "add")
    with Store.open(path) as store:
        review = Reviewing(Project(store, make_scheme()), "lea")
        review.open(ONE.id)
        while review.undo() is not None:
            pass
        assert store.check() == []
        assert all(v.by == "" for v in store.layered(ONE.id, GOLD).verdicts.values())


def test_queues_given_by_hand_and_second_passes_are_whole(path: Path) -> None:
    with Store.open(path) as store:
        for article in ALL:
            finish(store, article, "anna", Layered())
    kill_often(path, "queue")
