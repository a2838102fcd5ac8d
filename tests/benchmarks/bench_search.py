"""Searching 10,000 articles of 3 kB with 60 mentions each, against reading all texts for a word.

The first page is what the window shows before anything else: 100 hits. All hits is the whole answer. The
baseline reads every text out of the same file and looks for the same letters with ``in``.
"""

from __future__ import annotations

import itertools
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.services.concordance import search
from annotator.services.project import Project
from tests.benchmarks.bench_jsonl import make_project, write_corpus

ARTICLES = 10_000
PAGE = 100
ROUNDS = 3
QUERIES = (
    ("a frequent word", "schließlich"),
    ("a word that is nowhere", "Schifffahrtsverband"),
    ("an umlaut", "österreich"),
    ("one label", "label:PER"),
    ("label and text", "label:PER text:an status:accepted"),
    ("label and a text that is nowhere", "label:PER text:Schifffahrtsverband"),
    ("by outlet, nothing found", "label:PER outlet:nirgends"),
)


def best(work: Callable[[], int]) -> tuple[float, int]:
    """Return the least seconds of some rounds, and what the work returned."""
    times = []
    found = 0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - begin)
    return min(times), found


def main(articles: int = ARTICLES) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "search.annot"
        write_corpus(Path(folder) / "corpus.jsonl", articles)
        make_project(Path(folder) / "corpus.jsonl", path)
        bare = sqlite3.connect(path)
        scan, _ = best(
            lambda: sum("Schifffahrtsverband" in row[0] for row in bare.execute("SELECT text FROM article"))
        )
        bare.close()
        print(f"Reading all {articles:,} texts and finding a word: {scan * 1000:.0f} ms, the baseline.\n")
        print(f"| query | first {PAGE} hits | to the baseline | all hits | to the baseline | hits |")
        print("|---|--:|--:|--:|--:|--:|")
        with Project.open(path, read_only=True) as project:
            for name, query in QUERIES:
                print(_row(project, name, query, scan))


def _row(project: Project, name: str, query: str, scan: float) -> str:
    def count(limit: int | None) -> int:
        hits = search(project, query, annotator="anna")
        return sum(1 for _ in itertools.islice(hits, limit))

    first, _ = best(lambda: count(PAGE))
    every, hits = best(lambda: count(None))
    return (
        f"| {name}: `{query}` | {first * 1000:.0f} ms | {first / scan:.2f} | {every * 1000:.0f} ms "
        f"| {every / scan:.1f} | {hits:,} |"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
