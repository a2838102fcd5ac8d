"""The list of 100,000 articles with 24 suggestions each, against reading the rows with bare SQLite.

The baseline reads the same columns of the same file into tuples. The rows are what opening a project
waits for; counts of open suggestions come later, 500 articles at a time. A filter is timed from the words
to the rows that are shown: all of them where memory answers, the first 100 where the file is asked.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.ids import ArticleId
from annotator.gui.models.articles import ArticlesModel, Column
from annotator.services.project import Project
from annotator.services.selecting import Selection, select
from annotator.store import ArticleRow

ARTICLES = 100_000
SUGGESTIONS = 24
PAGE = 100
ROUNDS = 3
OUTLETS = ("Küsten-Echo", "Der Bote", "Süd-Anzeiger", "Grüne Woche")
WORDS = ("Brücke", "Größe", "Haushalt", "Streit", "Müll", "Übergang", "Prüfung", "Straße", "Wahl", "Öl")
LABELS = (("entity", "PER"), ("entity", "ORG"), ("entity", "LOC"), ("time", "DATE"))
FILTERS = (
    "streit",
    "medium:bote datum:2024-03..2024-05",
    "stand:neu -titel:müll",
    "label:PER",
    "text:brücke",
    "label:PER text:streit",
    "offen:ja",
)


def make_project(path: Path, articles: int) -> None:
    """Fill a project by bare SQL: only what the list reads is true to life."""
    Project.create(path).close()
    rng = random.Random(7)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(
            "INSERT INTO annotator (name, kind) VALUES ('pretagger', 'machine'), ('anna', 'human')"
        )
        database.executemany(
            "INSERT INTO article (id, name, title, outlet, published_on, url, sha256, source, imported_at, "
            "metadata, zones, sentences, tokens, text) VALUES (?,?,?,?,?,'','','','','{}','[]',x'',x'',?)",
            (_article(rng, number) for number in range(articles)),
        )
        database.execute(
            "INSERT INTO annotation_set (article_id, annotator) SELECT id, 'pretagger' FROM article"
        )
        database.executemany(
            "INSERT INTO mention VALUES (?, 'pretagger', ?, ?, ?, ?, ?, NULL, '[]', 'suggested', 'model', "
            "'pretagger', 'annotator', '1', ?, NULL, '')",
            (row for number in range(articles) for row in _mentions(rng, number)),
        )
    database.close()


def _article(rng: random.Random, number: int) -> tuple[object, ...]:
    title = f"{' '.join(rng.choices(WORDS, k=5))} {number}"
    day = f"20{rng.randint(19, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    text = " ".join(rng.choices(WORDS, k=150))
    return (f"{number:020x}", f"a{number}.txt", title, rng.choice(OUTLETS), day, text)


def _mentions(rng: random.Random, number: int) -> list[tuple[object, ...]]:
    made: list[tuple[object, ...]] = []
    for rank in range(SUGGESTIONS):
        layer, label = rng.choice(LABELS)
        start = rank * 30
        made.append((f"{number:020x}", f"{number:x}-{rank}", layer, label, start, start + 12, rng.random()))
    return made


def best(work: Callable[[], object]) -> float:
    """Return the least seconds of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def bare(path: Path) -> float:
    """Return the seconds that reading the columns of the list takes without the program."""
    database = sqlite3.connect(path)
    seconds = best(
        lambda: database.execute(
            "SELECT id, title, outlet, published_on, state FROM article a LEFT JOIN annotation_set s "
            "ON s.article_id = a.id AND s.annotator = 'anna' ORDER BY a.number"
        ).fetchall()
    )
    database.close()
    return seconds


def main(articles: int = ARTICLES) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.annot"
        make_project(path, articles)
        base = bare(path)
        print(f"Reading {articles:,} rows with bare SQLite: {base * 1000:.0f} ms, the baseline.\n")
        print("| what | time | to the baseline |")
        print("|---|--:|--:|")
        with Project.open(path, read_only=True) as project:
            _print_rows(project, base)


def _print_rows(project: Project, base: float) -> None:
    store = project.store
    rows = store.article_rows("anna")
    model = ArticlesModel()
    model.set_rows(rows)
    ids = [row.id for row in rows]

    def line(what: str, seconds: float) -> None:
        print(f"| {what} | {seconds * 1000:.0f} ms | {seconds / base:.2f} |")

    line("rows without counts", best(lambda: store.article_rows("anna", counts=False)))
    line("counts of the 50 rows in sight", best(lambda: store.open_counts("anna", ids[:50])))
    line("counts of all rows, 500 at a time", best(lambda: _count_all(project, ids)))
    for source in FILTERS:
        chosen = select(source, project.scheme)
        whole = "all" if not chosen.asks_file else f"first {PAGE}"
        line(f"filter `{source}`, {whole}", best(lambda c=chosen: _filtered(project, rows, c)))  # type: ignore[misc]
    for column in (Column.TITLE, Column.OUTLET, Column.DATE, Column.STATE):
        line(f"sorted by {column.name.lower()}", best(lambda c=column: model.sort(c)))  # type: ignore[misc]


def _count_all(project: Project, ids: list[ArticleId]) -> int:
    return sum(len(project.store.open_counts("anna", ids[at : at + 500])) for at in range(0, len(ids), 500))


def _filtered(project: Project, rows: list[ArticleRow], chosen: Selection) -> int:
    """Return how many rows a filter admits; of those the file is asked for, the first page."""
    if not chosen.asks_file:
        return len(chosen.admitted(rows))
    admitted = {row.id for row in chosen.admitted(rows)}
    found = itertools.chain.from_iterable(chosen.found(project, annotator="anna"))
    return sum(1 for _ in itertools.islice((one for one in found if one in admitted), PAGE))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
