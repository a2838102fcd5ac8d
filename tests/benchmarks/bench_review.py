"""A review of 2,000 articles by three: from its opening to the first item, against reading one article.

The baseline reads the article and the three sets of the article that the review begins with, and nothing
else. The aim is the first item within a second. In the window means: until the page is painted, from the
service's start; workers fill the queue while the first item is shown, and the longest block is the longest
time meanwhile in which the window looks at no event. The whole queue article by article is the same work in
one process without a window, each article looked at alone.
"""

from __future__ import annotations

import itertools
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.core.verdict import Choice
from annotator.review.version import version_of
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import Decision
from tests.benchmarks.review_window import opening, page_seconds
from tests.review.golds import make_gold
from tests.review.perturb import perturb_team
from tests.services.teams import TEAM, finish
from tests.services.test_reviewing import allowed

ARTICLES, MENTIONS, RUNS, AIM = 2000, 60, 5, 1.0


def fill(path: Path) -> None:
    """Make the project: everybody has finished all articles, with errors of her own in each."""
    with Project.create(path) as project, project.store.transaction():
        scheme = project.scheme
        for number in range(ARTICLES):
            article, gold = make_gold(number, words=200, mentions=MENTIONS)
            small = Layered(gold.mentions, {}, {})
            sets, _ = perturb_team(
                small, article, scheme, names=TEAM, seed=number, errors=("boundary", "missing", "spurious")
            )
            project.store.add_article(article, source=f"{number}.txt")
            for name in TEAM:
                finish(project.store, article, name, allowed(sets[name]))


def timed(run: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def bare(path: Path, article: ArticleId) -> float:
    """Open the project and read one article with its three sets."""

    def read() -> None:
        with Project.open(path) as project:
            project.store.article(article)
            for name in TEAM:
                version_of(project.store.layered(article, name))

    return timed(read)


def first_item(path: Path) -> float:
    """Open the project and its review, up to the first item that can be decided."""

    def read() -> None:
        with Project.open(path) as project:
            review = Reviewing(project, "lea")
            rows = next(rows for rows in review.scan() if any(row.open for row in rows))
            review.open(rows[0].article_id)

    return timed(read)


def whole(path: Path) -> tuple[float, float, float, int]:
    """Return the seconds for the whole queue, for a decision, for applying one to its like; and the rows."""
    with Project.open(path) as project:
        review = Reviewing(project, "lea")
        queue = timed(lambda: list(review.scan()))
        rows = list(itertools.chain.from_iterable(review.scan()))
        first = review.articles[0]
        review.open(first)
        decisions = []
        like = 0.0
        for row in review.rows(first):
            made = Decision(Choice.TAKE, taken=(TEAM[0],))
            like = max(like, timed(partial(review.same, row.item, made)))
            decisions.append(timed(partial(review.decide, row.item, made)))
        return queue, statistics.median(decisions), like, len(rows)


def main() -> None:
    """Measure and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prüfung.annot"
        fill(path)
        with Project.open(path, read_only=True) as project:
            first = project.store.article_ids()[0]
        base = statistics.median(bare(path, first) for _ in range(RUNS))
        service = statistics.median(first_item(path) for _ in range(RUNS))
        window = statistics.median(page_seconds(path) for _ in range(RUNS))
        opened = opening(path)
        queue, decision, like, count = whole(path)
    print(f"{ARTICLES:,} articles, {len(TEAM)} annotators, {count:,} disagreements.\n")
    print("| what | time | to the baseline |\n|---|--:|--:|")
    print(f"| opening the file and reading the first article's three sets | {base * 1000:.0f} ms | 1.0 |")
    for what, seconds in (
        ("opening the file and the review, to the first item", service),
        ("the review page in the window, to its first painting (file open)", window),
        ("the whole queue in the window, from workers", opened.queue),
        ("the longest block of the window meanwhile", opened.block),
        ("a decision by key in the whole queue, until the next item is shown", opened.decision),
        ("the whole queue article by article, in one process", queue),
        ("a decision, on disk", decision),
        ("finding the identical cases of one in all articles", like),
    ):
        print(f"| {what} | {seconds * 1000:.0f} ms | {seconds / base:.1f} |")
    assert opened.rows == count, "workers find what is found one by one"
    said = "within" if window < AIM and service < AIM else "not within"
    print(f"\nThe first item is there {said} {AIM:.0f} s.")


if __name__ == "__main__":
    main()
