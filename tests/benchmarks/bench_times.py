"""Finding times in a megabyte of news text, against cutting the same text into words.

``python -m tests.benchmarks.bench_times`` prints a Markdown table. The text is made of the sentences of the
tests, a third of them with a time; the baseline is one regular expression that finds words and marks. Every
figure is the best of three.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from annotator.pretag.times import find_times

EXAMPLES = Path(__file__).parents[1] / "pretag" / "test_times_examples.yaml"
FILLER = (
    "Der Gemeinderat hat die Pläne für die neue Brücke mit großer Mehrheit gebilligt.",
    "„Das ist ein guter Tag für die Menschen am Fluss“, erklärte die Bürgermeisterin nach der Abstimmung.",
    "Die Opposition hält das Vorhaben weiter für zu teuer und verweist auf fehlende Zuschüsse des Landes.",
)
CHARACTERS = 1_000_000
ROUNDS = 3
WORDS = re.compile(r"\w+|[^\w\s]")


def make_text(characters: int) -> str:
    """Return paragraphs of five sentences, the same ones on every run."""
    rng = random.Random(7)
    groups = yaml.safe_load(EXAMPLES.read_text("utf-8")).values()
    sentences = [re.sub(r"\[\[|\]\]", "", text) for group in groups for text in group["examples"]]
    paragraphs, length = list[str](), 0
    while length < characters:
        paragraph = " ".join(rng.choice(sentences if rng.random() < 1 / 3 else FILLER) for _ in range(5))
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def best_of(action: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several runs."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Measure and print."""
    text = make_text(CHARACTERS)
    articles = [text[at : at + 3000] for at in range(0, len(text), 3000)]
    published = date(2025, 10, 21)
    find_times(articles[0], published_on=published)
    baseline = best_of(lambda: WORDS.findall(text))
    whole = best_of(lambda: find_times(text, published_on=published))
    apart = best_of(lambda: [find_times(article, published_on=published) for article in articles])
    found = len(find_times(text, published_on=published))
    print("| what | characters per second | times the baseline |")
    print("|---|---:|---:|")
    for name, seconds in (
        ("cutting into words (baseline)", baseline),
        ("finding times, one text of 1 MB", whole),
        ("finding times, articles of 3 kB", apart),
    ):
        print(f"| {name} | {len(text) / seconds:,.0f} | {seconds / baseline:.1f} |")
    print(f"\n{found:,} expressions found.")


if __name__ == "__main__":
    main()
