"""Count how often each rule for names is right, against annotated corpora.

Run ``python -m annotator.pretag.measure CORPORA``; ``CORPORA`` is a folder with ``germeval2014`` and
``smartdata``. A finding is right if its extent and its label are those of the corpus. The counts go into
``resources/lexicons/priors.yaml`` by hand, and from there become scores.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.core.article import Article, article_id
from annotator.core.ids import text_sha256
from annotator.core.scheme import Colours, Label, Layer, LayerKind, Localised, Scheme
from annotator.core.text import Span, Tokens
from annotator.pretag.model import Category
from annotator.pretag.pipeline import Pretagger
from annotator.pretag.tokenizer import Tokenizer

Gold: TypeAlias = set[tuple[int, int, Category]]
_GERMEVAL = {"PER": Category.PERSON, "LOC": Category.PLACE, "ORG": Category.ORGANISATION}
_SMARTDATA = {
    "person": Category.PERSON,
    "location": Category.PLACE,
    "location-city": Category.PLACE,
    "location-street": Category.PLACE,
    "location-stop": Category.PLACE,
    "location-route": Category.PLACE,
    "organization": Category.ORGANISATION,
    "organization-company": Category.ORGANISATION,
}


def names_only() -> Scheme:
    """Return a scheme that has the names and the functions alone."""
    colours = Colours("#000000", "#ffffff")
    labels = ("PER", "ORG", "LOC", "MISC", "Funktion")
    layer = Layer(
        "entity",
        Localised(),
        LayerKind.SPAN,
        tuple(Label(name, Localised(name, name), colours) for name in labels),
    )
    return Scheme("names", "1", (layer,))


@dataclass
class Tally:
    """Right and found by rule; found, right and wanted by label."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    label_right: Counter[str] = field(default_factory=Counter)
    label_found: Counter[str] = field(default_factory=Counter)
    label_wanted: Counter[str] = field(default_factory=Counter)
    tokens: int = 0
    seconds: float = 0.0


def germeval(path: Path) -> Iterator[tuple[Article, Gold]]:
    """Yield each sentence as an article of its own, with its outer names."""
    rows: list[list[str]] = []
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        cells = line.split("\t")
        if len(cells) >= 4 and cells[0].isdigit():
            rows.append(cells)
        elif rows:
            yield _germeval_sentence(rows)
            rows = []


def _germeval_sentence(rows: list[list[str]]) -> tuple[Article, Gold]:
    spans: list[Span] = []
    position = 0
    for row in rows:
        spans.append(Span(position, position + len(row[1])))
        position += len(row[1]) + 1
    article = _article(" ".join(row[1] for row in rows), Tokens.of(spans), array("I", [0]))
    gold: Gold = set()
    for index, row in enumerate(rows):
        category = _GERMEVAL.get(row[2][2:]) if row[2].startswith("B-") else None
        if category is not None:
            after = index + 1
            while after < len(rows) and rows[after][2] == "I-" + row[2][2:]:
                after += 1
            gold.add((spans[index].start, spans[after - 1].end, category))
    return article, gold


def smartdata(path: Path) -> Iterator[tuple[Article, Gold]]:
    """Yield the texts of a SmartData file with their people, places and organisations."""
    tokenizer = Tokenizer()
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            tokens, sentences = tokenizer.tokenize(record["text"])
            gold = {
                (entity["start"], entity["end"], _SMARTDATA[entity["label"]])
                for entity in record["entities"]
                if entity["label"] in _SMARTDATA
            }
            yield _article(record["text"], tokens, sentences), gold


def _article(text: str, tokens: Tokens, sentences: array[int]) -> Article:
    return Article(article_id(text), "", text, text_sha256(text), "", "", None, "", tokens, sentences, ())


def count(pretagger: Pretagger, texts: Iterator[tuple[Article, Gold]]) -> Tally:
    """Tag the texts and compare."""
    tally = Tally()
    names = {pretagger.names.of(category): category for category in _GERMEVAL.values()}
    for article, gold in texts:
        begun = time.perf_counter()
        draft = pretagger.draft(article)
        tally.seconds += time.perf_counter() - begun
        tally.tokens += len(article.tokens)
        tally.label_wanted.update(category.value for _, _, category in gold)
        for finding in draft.findings.values():
            category = names.get((finding.layer, finding.label))
            if category is None:
                continue
            right = (finding.start, finding.end, category) in gold
            tally.found[finding.rule] += 1
            tally.right[finding.rule] += right
            tally.label_found[category.value] += 1
            tally.label_right[category.value] += right
    return tally


def report(tally: Tally) -> Iterator[str]:
    """Yield the lines of a table: labels with precision, recall and F1, then rules with their precision."""
    for label, wanted in sorted(tally.label_wanted.items()):
        right, found = tally.label_right[label], max(1, tally.label_found[label])
        precision, recall = right / found, right / wanted
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        yield f"{label}\tP {precision:.3f}\tR {recall:.3f}\tF1 {f1:.3f}\tof {wanted}"
    for rule, found in tally.found.most_common():
        yield f"{rule}\t{tally.right[rule]} of {found}\t{tally.right[rule] / found:.3f}"
    yield f"{tally.tokens / max(tally.seconds, 1e-9):,.0f} tokens a second"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    corpora: Path = parser.parse_args().corpora
    pretagger = Pretagger(names_only())
    tables = {
        "GermEval": germeval(corpora / "germeval2014" / "NER-de-test.tsv"),
        "SmartData news": smartdata(corpora / "smartdata" / "news.train.jsonl"),
        "SmartData rss": smartdata(corpora / "smartdata" / "rss.train.jsonl"),
    }
    for name, texts in tables.items():
        lines = "\n".join(report(count(pretagger, texts)))
        sys.stdout.write(f"{name}\n{lines}\n\n")


if __name__ == "__main__":
    main()
