from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.ids import ArticleId
from annotator.core.verdict import Choice
from annotator.review.align import align, align_all
from annotator.review.item import Kind
from annotator.review.version import reviewed
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_found import Looked
from annotator.services.reviewing_looking import Looking
from annotator.services.reviewing_queue import Filter, QueueRow
from annotator.services.reviewing_rows import Rows
from annotator.services.reviewing_scan import look_through
from annotator.services.reviewing_values import GOLD, Decision
from tests.review.golds import make_gold, seeds
from tests.review.perturb import perturb_team
from tests.services.teams import TEAM, finish, project_of
from tests.services.test_reviewing import allowed
from tests.support.build import make_scheme

COUNT = 20


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("prüfung") / "viele.annot"
    articles = []
    for number in range(COUNT):
        article, gold = make_gold(number)
        sets, _ = perturb_team(gold, article, make_scheme(), names=TEAM, seed=number)
        articles.append((article, {name: allowed(found) for name, found in sets.items()}))
    # The worker reads the scheme from the file.
    with Project.create(path) as project, project.store.transaction():
        for article, sets in articles:
            project.store.add_article(article, source=article.name)
            for name, layered in sets.items():
                finish(project.store, article, name, layered)
    return path


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[Project]:
    copy = tmp_path / "kopie.annot"
    copy.write_bytes(made.read_bytes())
    with Project.open(copy) as opened:
        yield opened


def told(rows: tuple[QueueRow, ...]) -> list[object]:
    """Return all of some rows but the moment at which a rule was applied to them."""
    return [replace(row, entry=replace(row.entry, verdict=None)) for row in rows] + [
        row.entry.verdict is None for row in rows
    ]


@given(st.lists(seeds, min_size=1, max_size=4, unique=True))
def test_articles_aligned_together_are_aligned_as_each_alone(numbers: list[int]) -> None:
    some = []
    for number in numbers:
        article, gold = make_gold(number, words=30, mentions=12)
        sets, _ = perturb_team(gold, article, make_scheme(), names=TEAM, seed=number)
        some.append(reviewed(article, sets))
    assert align_all(some) == [align(one.article, one.versions) for one in some]


def test_a_worker_finds_in_each_article_what_is_found_here(project: Project) -> None:
    review = Reviewing(project, "lea")
    found = list(look_through(project.path, "lea", review.articles))
    assert [one.article_id for one in found] == list(review.articles)
    for one in found:
        assert told(one.rows) == told(review.rows(one.article_id))
        assert one.rows
    assert sum(len(rows) for one in found for rows in one.alike.values()) > 0


def test_what_a_worker_found_is_taken_over_and_not_worked_out_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = Reviewing(project, "lea")
    (found,) = look_through(project.path, "lea", review.articles[3:4])
    assert review.adopt(found)
    monkeypatch.setattr(Looking, "look", lambda *_: pytest.fail("worked out again"))
    assert review.rows(found.article_id) is found.rows
    assert found.article_id not in review.to_look_at()


def test_what_a_worker_found_before_a_decision_is_not_taken_over(project: Project) -> None:
    review = Reviewing(project, "lea")
    (found,) = look_through(project.path, "lea", review.articles[:1])
    review.open(found.article_id)
    row = next(row for row in review.rows(found.article_id) if not row.entry.waits_for)
    review.decide(row.item, Decision(Choice.NEITHER))
    assert not review.adopt(found)
    (now,) = [r for r in review.rows(found.article_id) if r.item == row.item]
    assert not now.open


def test_what_a_worker_found_before_a_set_changed_is_not_taken_over(project: Project) -> None:
    review = Reviewing(project, "lea")
    key = review.articles[0]
    (found,) = look_through(project.path, "lea", [key])
    article = project.store.article(key)
    layered = project.store.layered(key, TEAM[0])
    finish(project.store, article, TEAM[0], replace(layered, relations={}, clusters={}))
    review.refresh()
    assert not review.adopt(found)
    assert key in review.to_look_at()


def test_items_alike_are_found_in_articles_that_a_worker_looked_at(project: Project) -> None:
    review, other = Reviewing(project, "lea"), Reviewing(project, "lea")
    for found in look_through(project.path, "lea", review.articles):
        assert review.adopt(found)
    for key in other.articles:
        other.rows(key)
    numbers = []
    for one in (review, other):
        one.open(one.articles[0])
        items = [entry.item for entry in one.look(one.articles[0]).entries if entry.asks]
        numbers.append([[row.item for row in one.like(one.articles[0], item)] for item in items])
    assert numbers[0] == numbers[1]


def test_articles_where_nothing_is_left_to_settle_are_looked_at_last(project: Project) -> None:
    review = Reviewing(project, "lea")
    first = review.articles[0]
    review.open(first)
    while ready := [r for r in review.rows(first) if r.open and not r.entry.waits_for]:
        review.decide(ready[0].item, Decision(Choice.NEITHER))
    assert project.store.set_info(first, GOLD).state.value == "done"
    assert Reviewing(project, "lea").to_look_at() == [*review.articles[1:], first]


def test_a_cancelled_worker_comes_to_its_end(project: Project) -> None:
    articles = Reviewing(project, "lea").articles
    found: list[Looked] = []
    for one in look_through(project.path, "lea", articles, cancelled=lambda: len(found) >= 3):
        found.append(one)
    assert len(found) == 3


def test_articles_that_are_in_no_review_any_more_are_passed_over(project: Project) -> None:
    key = Reviewing(project, "lea").articles[0]
    (found,) = look_through(project.path, "lea", [ArticleId("0" * 20), key])
    assert found.article_id == key


# The rows ------------------------------------------------------------------------------------------------


def rows_by_article(tmp_path: Path) -> dict[ArticleId, tuple[QueueRow, ...]]:
    articles = []
    for number in range(6):
        article, gold = make_gold(number, words=30, mentions=10)
        sets, _ = perturb_team(gold, article, make_scheme(), names=TEAM, seed=number)
        articles.append((article, {name: allowed(found) for name, found in sets.items()}))
    with project_of(tmp_path / "klein.annot", articles) as project:
        review = Reviewing(project, "lea")
        for key in review.articles[:2]:
            review.open(key)
            row = next(r for r in review.rows(key) if not r.entry.waits_for)
            review.decide(row.item, Decision(Choice.NEITHER))
        return {key: review.rows(key) for key in review.articles}


def test_rows_that_come_in_any_order_stand_in_that_of_the_articles_and_are_counted(tmp_path: Path) -> None:
    known = rows_by_article(tmp_path)
    everything = [row for rows in known.values() for row in rows]
    filters = [Filter(), Filter(open=True), Filter(kinds=frozenset({Kind.MISSING})), Filter(open=False)]
    for seed in range(60):
        rng = Random(seed)
        rows, shown = Rows(), list[QueueRow]()
        rows.set_articles(known)
        rows.set_filter(rng.choice(filters))
        there: dict[ArticleId, tuple[QueueRow, ...]] = {}
        kept = ""
        for _ in range(15):
            key = rng.choice(list(known))
            if rng.random() < 0.7:
                there[key] = known[key][: rng.randrange(len(known[key]) + 1)]
                splices = rows.put(key, there[key])
            else:
                kept = rng.choice(everything).item
                splices = rows.keep(kept)
            for splice in splices:
                shown[splice.at : splice.at + splice.removed] = splice.rows
            wanted = [row for article in known for row in there.get(article, ())]
            assert rows.shown == shown
            assert shown == [row for row in wanted if rows.filter.shows(row) or row.item == kept]
            assert list(rows) == wanted
            assert (rows.total, rows.open) == (len(wanted), sum(row.open for row in wanted))
            assert rows.kinds == Counter(kind for row in wanted for kind in row.kinds[:1])
            assert rows.open_kinds == Counter(k for row in wanted if row.open for k in row.kinds[:1])
            assert rows.labels == Counter(name for row in wanted for name in row.labels)
            assert rows.pairs == Counter(pair for row in wanted for pair in row.pairs)
            assert list(rows.titles()) == [article for article in known if there.get(article)]
            for at, row in enumerate(shown):
                assert (rows.index(row.item), rows.row(row.item)) == (at, row)


def test_articles_that_take_part_no_more_take_their_rows_along(tmp_path: Path) -> None:
    known = rows_by_article(tmp_path)
    rows = Rows()
    rows.set_articles(known)
    for key, found in known.items():
        rows.put(key, found)
    first, *others = known
    rows.set_articles(others)
    assert {row.article_id for row in rows} == set(others)
    assert rows.total == sum(len(known[key]) for key in others)
    assert rows.put(first, known[first]) == []
    rows.clear()
    assert (list(rows), rows.shown, rows.total, rows.labels) == ([], [], 0, Counter())
