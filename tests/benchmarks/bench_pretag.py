"""Speed of the pre-tagger on one core, whole and by component, against spaCy's blank tokenizer, same texts.

``python -m tests.benchmarks.bench_pretag`` prints a Markdown table. The texts are the Wikinews articles
beside the project where they are, else the sample articles. Each article is tagged once, after a few of them
to warm up; a component's share is its own time in that run.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import spacy
from spacy.tokens import Doc

from annotator.core.article import Article, article_id
from annotator.core.ids import text_sha256
from annotator.core.resources import resource, seeds
from annotator.formats.scheme_yaml import read_scheme
from annotator.ingest.zones import find_zones
from annotator.pretag.draft import Draft
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.result import to_result
from annotator.pretag.tokenizer import Tokenizer

NEWS = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "wikinews" / "wikinews_699.jsonl"
WARM_UP = 20
BASELINE_ROUNDS = 3
Component = Callable[[Doc], Doc]


def texts() -> Iterator[tuple[str, date]]:
    """Yield articles with their dates."""
    if NEWS.is_file():
        with NEWS.open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield f"{record['title']}\n\n{record['text']}", date.fromisoformat(record["date"])
        return
    for path in sorted(seeds().glob("*.txt")):
        yield path.read_text(encoding="utf-8"), date(2025, 10, 21)


def article_of(text: str, day: date, tokenizer: Tokenizer) -> Article:
    """Return the article that an import makes of a text."""
    zones = find_zones(text)
    tokens, sentences = tokenizer.tokenize(text, breaks=[zone.start for zone in zones])
    return Article(article_id(text), "", text, text_sha256(text), "", "", day, "", tokens, sentences, zones)


class Watched:
    """A component that keeps its time."""

    def __init__(self, name: str, component: Component, seconds: dict[str, float]) -> None:
        self.name, self.component, self.seconds = name, component, seconds

    def __call__(self, doc: Doc) -> Doc:
        """Run it."""
        begun = time.perf_counter()
        self.component(doc)
        self.seconds[self.name] += time.perf_counter() - begun
        return doc


def watch(pretagger: Pretagger) -> dict[str, float]:
    """Put a watch around each component; return the seconds that they will have taken."""
    seconds: dict[str, float] = defaultdict(float)
    for name in pretagger.nlp.pipe_names:
        watched = Watched(name, pretagger.nlp.get_pipe(name), seconds)
        place = pretagger.nlp.pipe_names.index(name)
        pretagger.nlp._components[place] = (name, watched)
    return seconds


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    tokenizer = Tokenizer()
    articles = [article_of(text, day, tokenizer) for text, day in texts()]
    path = resource("schemes", "nachrichten.yaml")
    pretagger = Pretagger(read_scheme(path.read_text(encoding="utf-8"), name=path.name))
    for problem in pretagger.problems:
        sys.stderr.write(f"{problem}\n")
    seconds = watch(pretagger)
    for article in articles[:WARM_UP]:
        pretagger.tag(article)
    seconds.clear()
    tokens = sum(len(article.tokens) for article in articles)

    blank = spacy.blank("de")

    def cut() -> None:
        for article in articles:
            with blank.memory_zone():
                blank.make_doc(article.text)

    baseline = min(seconds_of(cut) for _ in range(BASELINE_ROUNDS))
    drafts: list[Draft] = []
    whole = seconds_of(lambda: drafts.extend(map(pretagger.draft, articles)))
    results = seconds_of(lambda: [to_result(draft) for draft in drafts])
    around = whole - sum(seconds.values())
    rows = [
        ("spaCy's blank tokenizer (baseline)", baseline),
        ("pre-tagging, whole", whole + results),
        ("making the Doc and the words", around),
        *((f"component `{name}`", taken) for name, taken in seconds.items()),
        ("making the suggestions", results),
    ]
    print("| what | tokens per second | times the baseline |")
    print("|---|---:|---:|")
    for name, taken in rows:
        print(f"| {name} | {tokens / taken:,.0f} | {taken / baseline:.2f} |")
    print(f"\n{len(articles):,} articles, {tokens:,} tokens.")


if __name__ == "__main__":
    main()
