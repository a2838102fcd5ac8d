"""All figures of agreement of three annotators, against krippendorff, scikit-learn and nervaluate.

``python -m tests.benchmarks.bench_agreement [ARTICLES]`` prints a Markdown table. The data: articles of 3 kB
with 60 mentions each, with arguments and clusters, and three sets that differ from them in label, boundary
and what is left out. The values of the libraries on the same data must be ours, or the benchmark fails.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
from nervaluate import Evaluator
from sklearn.metrics import cohen_kappa_score

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Status
from annotator.core.article import Article
from annotator.core.ids import ClusterId, derived_id
from annotator.core.resources import resource
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.formats.scheme_yaml import read_scheme
from annotator.review.agreement import figures
from annotator.review.columns import freeze
from annotator.review.counting import count_columns
from annotator.review.disagreement import find
from annotator.review.figure import Measure
from annotator.review.matching import match
from annotator.review.version import Reviewed, reviewed
from tests.benchmarks.bench_jsonl import _article, _set, write_corpus

ARTICLES = 2000
TEAM = ("anna", "bela", "cleo")
LIMIT_SECONDS = 5.0
HUMAN = Provenance(Origin.HUMAN, "gold")
OTHER = {"PER": "ORG", "ORG": "LOC", "LOC": "PER", "MISC": "PER"}
Found = dict[tuple[Measure, str, tuple[str, str] | None], float | None]


# The data -----------------------------------------------------------------------------------------------


def team_sets(articles: int) -> Iterator[Reviewed]:
    """Yield each article with the three sets."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        write_corpus(corpus, articles)
        for line in corpus.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            article = _article(row)
            mentions, relations = _set(article.id, row["spans"])
            gold = Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, _clusters(mentions))
            yield reviewed(article, {name: _differing(gold, article, name) for name in TEAM})


def _clusters(mentions: list[Mention]) -> dict[ClusterId, Cluster]:
    names = [m.id for m in mentions if m.layer == "entity"]
    parts = [tuple(sorted(names[first : first + 3])) for first in range(0, len(names), 3)]
    made = (ClusterId(derived_id("cluster", *part)) for part in parts)
    return {
        name: Cluster(name, "entity", "", "", part, Status.ACCEPTED, HUMAN)
        for name, part in zip(made, parts, strict=True)
    }


def _differing(gold: Layered, article: Article, name: str) -> Layered:
    rng = random.Random(f"{article.id}-{name}")
    kept = {}
    for mention in gold.mentions.values():
        draw = rng.random()
        if draw < 0.05:
            continue
        if draw < 0.1:
            mention = replace(mention, label=OTHER.get(mention.label, mention.label))
        elif draw < 0.15:
            mention = replace(mention, fragments=(_shorter(mention.fragments[0], article),))
        kept[mention.id] = mention
    clusters = {k: replace(c, members=_some(c.members, rng)) for k, c in gold.clusters.items()}
    return Layered(kept, gold.relations, clusters)


def _shorter(span: Span, article: Article) -> Span:
    tokens = article.tokens.covered(span)
    return Span(article.tokens[tokens[len(tokens) > 1]].start, span.end)


def _some(members: tuple[Any, ...], rng: random.Random) -> tuple[Any, ...]:
    return tuple(member for member in members if rng.random() < 0.9)


# The libraries ------------------------------------------------------------------------------------------


def token_labels(data: list[Reviewed], layer: str) -> np.ndarray[Any, Any]:
    """Return the label of each token by annotator, 0 for none; (annotators, tokens)."""
    names: dict[str, int] = {}
    rows: list[list[int]] = [[] for _ in TEAM]
    for one in data:
        for row, name in zip(rows, TEAM, strict=True):
            labels = [0] * len(one.article.tokens)
            for mention in one.versions[name].mentions:
                if mention.layer == layer:
                    number = names.setdefault(mention.label, len(names) + 1)
                    for token in one.article.tokens.covered(mention.fragments[0]):
                        labels[token] = number
            row += labels
    return np.array(rows)


def documents(data: list[Reviewed], name: str) -> list[list[dict[str, Any]]]:
    """Return a set as nervaluate takes it: the last position is counted in."""
    return [
        [
            {"label": f"{m.layer}-{m.label}", "start": m.start, "end": m.end - 1}
            for m in one.versions[name].mentions
        ]
        for one in data
    ]


def of_nervaluate(documents_: dict[str, Any], one: str, other: str) -> tuple[float, float]:
    """Return F1 of exact matches and of overlapping ones of equal label."""
    tags = sorted({span["label"] for name in (one, other) for doc in documents_[name] for span in doc})
    result = Evaluator(documents_[one], documents_[other], tags=tags, loader="dict").evaluate()["overall"]
    return result["strict"].f1, result["ent_type"].f1


# The table ----------------------------------------------------------------------------------------------


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return how long some work takes and what it gives."""
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def main(articles: int = ARTICLES) -> None:
    """Print the table."""
    path = resource("schemes", "nachrichten.yaml")
    scheme = read_scheme(path.read_text(encoding="utf-8"), name=path.name)
    data = list(team_sets(articles))
    columns_time, columns = seconds(lambda: freeze(data, layers=[layer.name for layer in scheme.layers]))
    match_time, _ = seconds(lambda: match(columns))
    count_time, counts = seconds(lambda: count_columns(columns, scheme))
    plain_time, _ = seconds(lambda: figures(counts, samples=0))
    figures_time, found = seconds(lambda: figures(counts, samples=1000))
    one_time, _ = seconds(lambda: [find(one.article, one.versions, scheme) for one in data[:50]])
    ours: Found = {(f.measure, f.scope, f.pair): f.value for f in found if not f.label}
    whole = count_time + figures_time
    rows = [
        ("all figures, from columns, with 1,000 bootstrap samples", whole),
        ("— counts of every article (matching included)", count_time),
        ("— matching alone", match_time),
        ("— figures of the counts, without intervals", plain_time),
        ("— figures of the counts, with intervals", figures_time),
        ("columns from core types", columns_time),
        ("the disagreements of one article", one_time / min(50, len(data))),
        *libraries(data, ours),
    ]
    tokens = int(columns.tokens[-1])
    print(f"{articles:,} articles, {tokens:,} tokens, {len(columns):,} mentions of {len(TEAM)} annotators,")
    print(f"{len(columns.relations):,} arguments, {len(found):,} figures.\n")
    print("| what | seconds | times krippendorff's α on one layer |")
    print("|---|---:|---:|")
    base = dict(rows)["krippendorff: α on tokens, one layer"]
    for what, taken in rows:
        print(f"| {what} | {taken:.4f} | {taken / base:.2f} |")
    held = "below" if whole < LIMIT_SECONDS else "**over**"
    print(f"\nAll figures took {whole:.1f} s, {held} {LIMIT_SECONDS:.0f} s. The values are the libraries'.")


def libraries(data: list[Reviewed], ours: Found) -> Iterator[tuple[str, float]]:
    """Yield how long each library takes, and hold that its values are ours."""
    for layer in ("entity", "time", "event"):
        labels = token_labels(data, layer)
        domain = list(range(int(labels.max()) + 1))
        taken, alpha = seconds(
            lambda labels=labels, domain=domain: krippendorff.alpha(  # type: ignore[misc]
                reliability_data=labels, value_domain=domain, level_of_measurement="nominal"
            )
        )
        same(alpha, ours[Measure.TOKEN_ALPHA, layer, None])
        if layer == "entity":
            yield "krippendorff: α on tokens, one layer", taken
        for one, other in combinations(range(len(TEAM)), 2):
            taken, kappa = seconds(
                lambda one=one, other=other, labels=labels: cohen_kappa_score(labels[one], labels[other])  # type: ignore[misc]
            )
            same(kappa, ours[Measure.TOKEN_COHEN, layer, (TEAM[one], TEAM[other])])
            if layer == "entity" and (one, other) == (0, 1):
                yield "scikit-learn: κ on tokens, one layer, one pair", taken
    sets = {name: documents(data, name) for name in TEAM}
    for one_name, other_name in combinations(TEAM, 2):
        taken, (exact, overlap) = seconds(
            lambda one=one_name, other=other_name: of_nervaluate(sets, one, other)  # type: ignore[misc]
        )
        same(exact, ours[Measure.SPAN_EXACT, "", (one_name, other_name)])
        same(overlap, ours[Measure.SPAN_OVERLAP, "", (one_name, other_name)])
        if (one_name, other_name) == TEAM[:2]:
            yield "nervaluate: F1 of mentions, one pair", taken


def same(theirs: float, ours: float | None) -> None:
    """Hold that two values are equal but for rounding."""
    if ours is None or abs(theirs - ours) > 1e-9:
        raise SystemExit(f"the values differ: {theirs} and {ours}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
