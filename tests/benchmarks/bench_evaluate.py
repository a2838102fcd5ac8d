"""How good the suggestions are, by layer and label, and which of the figures are those of unseen texts.

``python -m tests.benchmarks.bench_evaluate`` prints Markdown tables; the corpora lie beside the project. It
trains one recogniser by the recipe of the shipped one, which takes some minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.core.resources import resource
from annotator.core.text import Span
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_model import LEXICON
from annotator.pretag.recogniser_pack import unpack
from annotator.pretag.recogniser_tagger import Model
from annotator.review.evaluation import Line
from annotator.review.scoring import Measure, Scores, score
from annotator.services.evaluating_corpus import CorpusChoice, evaluate_corpus
from annotator.train.corpora import fold_of, read_germeval, read_smartdata
from annotator.train.crossval import LABELS, Tagged, tag
from annotator.train.labels import spans_of
from annotator.train.recipe import SHIPPED, fit_completed, with_features

CORPORA = Path(__file__).parents[2] / ".." / "shared" / "corpora"
GERMEVAL = CORPORA / "germeval2014" / "NER-de-test.tsv"
NEWS, RSS = (CORPORA / "smartdata" / f"{name}.train.jsonl" for name in ("news", "rss"))
FOLDS = 5
NOT_TRAINED = ("time", "event", "arguments")


@dataclass(frozen=True)
class Name:
    """A name in a sentence, its borders counted in tokens."""

    label: str
    fragments: tuple[Span, ...]


def held_back() -> Tagged:
    """Return a fifth of GermEval, tagged by a model made as the shipped one is, from all the rest."""
    lexicon = Lexicon(unpack((resource("models") / LEXICON).read_bytes()))
    data = with_features(read_germeval(GERMEVAL), lexicon)
    also = with_features(read_smartdata(NEWS), lexicon)
    fold = [fold_of(sentence.document, folds=FOLDS) for sentence in data.sentences]
    weights = fit_completed(data, [i for i, own in enumerate(fold) if own], also, lexicon, SHIPPED)
    unseen = [sentence for sentence, own in zip(data.sentences, fold, strict=True) if not own]
    return tag(Model(lexicon, weights, {}), unseen)


def lines_of(tagged: Tagged) -> Iterable[Line]:
    """Yield the scores of names, together and by label."""
    sides = [
        (
            [Name(label, (Span(a, b),)) for a, b, label in spans_of(sentence.labels) if label in LABELS],
            [Name(n.label, (Span(n.first, n.after),)) for n in names if n.label in LABELS],
        )
        for sentence, names in zip(tagged.sentences, tagged.names, strict=True)
    ]
    for label in ("", *LABELS):
        kept = ([[n for n in side if not label or n.label == label] for side in pair] for pair in sides)
        yield Line("entity", label, sum((score(*pair) for pair in kept), Scores()))


def table(title: str, lines: Iterable[Line]) -> None:
    """Print a table of scores."""
    heads = [f"{m.value} {figure}" for m in Measure for figure in ("P", "R", "F1")]
    print(f"{title}\n\n| label | {' | '.join(heads)} | gold | found |")
    print("|---|" + "---:|" * (len(heads) + 2))
    for line in lines:
        counts = [line.scores.of(measure) for measure in Measure]
        figures = [f"{100 * x:.1f}" for c in counts for x in (c.precision, c.recall, c.f1)]
        name = line.label or f"**{line.group}**"
        strict = line.scores.strict
        print(f"| {name} | {' | '.join(figures)} | {strict.gold:,} | {strict.found:,} |")
    print()


def main() -> None:
    """Measure and print."""
    tagged = held_back()
    table(
        f"**Unseen.** Names by the recogniser alone, on {len(tagged.sentences):,} sentences of GermEval 2014 "
        "(every fifth document), by a model made as the shipped one is, without these documents.",
        lines_of(tagged),
    )
    rss = evaluate_corpus(CorpusChoice(RSS), jobs=1)
    table(
        f"**Not trained on**, though its place names were counted for the lists: {rss.articles} RSS notices "
        "of SmartData, mostly about traffic, by the whole shipped pre-tagger. Its guideline is another: "
        "`Berlin Hbf` is one place there, and `A1` and `beiden Richtungen` are places. "
        f"`annotator evaluate --corpus {RSS.name}`",
        rss.lines,
    )
    news = evaluate_corpus(CorpusChoice(NEWS), jobs=1, labels=NOT_TRAINED)
    table(
        "**Rules written with these texts at hand**, so no figures for unseen texts: times, events and their "
        f"arguments in {news.articles} newswire texts of SmartData. The recogniser was trained on this file "
        "and on GermEval; names in them are not shown. "
        f"`annotator evaluate --corpus {NEWS.name} {' '.join(f'--label {name}' for name in NOT_TRAINED)}`",
        news.lines,
    )


if __name__ == "__main__":
    main()
