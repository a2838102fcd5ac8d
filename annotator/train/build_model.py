"""``python -m annotator.train.build_model``: train the shipped recogniser from the corpora, with its card.

Cross-validates on the GermEval file, trains on everything, writes weights, manifest and card. The same inputs
give the same bytes. Takes the lexicon that is there (``python -m annotator.train.build_lexicon`` makes it).
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotator.core.resources import resource
from annotator.pretag.recogniser_features import FEATURE_VERSION
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_model import (
    FORMAT,
    FORMAT_VERSION,
    LEXICON,
    MANIFEST,
    WEIGHTS,
    load_model,
)
from annotator.pretag.recogniser_pack import pack, unpack
from annotator.pretag.recogniser_tagger import Calibration, Model
from annotator.pretag.recogniser_weights import to_sections
from annotator.train.calibrate import Bin, calibration_error, isotonic, reliability
from annotator.train.card import CARD, Figures, card
from annotator.train.corpora import file_hash, read_germeval, read_smartdata
from annotator.train.crf import TrainingSettings
from annotator.train.crossval import LABELS, Tagged, cross_validate, tag
from annotator.train.recipe import QUICK, SHIPPED, Examples, fit, fit_completed, with_features
from annotator.train.scores import Score

_GERMEVAL = Path("germeval2014") / "NER-de-test.tsv"
_SMARTDATA = Path("smartdata") / "news.train.jsonl"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """The training texts with their features, and the hashes of their files."""

    germeval: Examples
    smartdata: Examples
    hashes: Mapping[str, str]


def read_sources(corpora: Path, lexicon: Lexicon) -> Sources:
    """Read the corpora below a folder."""
    paths = [corpora / _GERMEVAL, corpora / _SMARTDATA]
    return Sources(
        with_features(read_germeval(paths[0]), lexicon),
        with_features(read_smartdata(paths[1]), lexicon),
        {path.name: file_hash(path) for path in paths},
    )


def calibrations(tagged: Tagged) -> dict[str, Calibration]:
    """Fit a calibration for each label to the names that cross-validation found."""
    return {label: isotonic(tagged.outcomes(label)) for label in LABELS}


def reliability_tables(tagged: Tagged, fitted: Mapping[str, Calibration]) -> dict[str, list[Bin]]:
    """Return the reliability of the calibrated scores, per label and over all of them."""
    outcomes = {
        label: [(fitted[label].share(x), right) for x, right in tagged.outcomes(label)] for label in LABELS
    }
    tables = {label: reliability(outcomes[label]) for label in LABELS}
    tables["all"] = reliability([pair for label in LABELS for pair in outcomes[label]])
    return tables


def write_model(
    folder: Path, weights: bytes, calibration: Mapping[str, Calibration], facts: Mapping[str, Any]
) -> None:
    """Write weights and manifest beside the lexicon that lies in the folder."""
    (folder / WEIGHTS).write_bytes(weights)
    manifest = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "feature_version": FEATURE_VERSION,
        "files": {name: sha256((folder / name).read_bytes()).hexdigest() for name in (LEXICON, WEIGHTS)},
        "calibration": {label: fitted.points for label, fitted in calibration.items()},
        **facts,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def build(folder: Path, corpora: Path, settings: TrainingSettings) -> Figures:
    """Make the model in a folder that has the lexicon; return the figures of its card."""
    lexicon = Lexicon(unpack((folder / LEXICON).read_bytes()))
    sources = read_sources(corpora, lexicon)
    tagged = cross_validate(sources.germeval, lexicon, settings, also=sources.smartdata, on_fold=_say_fold)
    fitted = calibrations(tagged)
    tables = reliability_tables(tagged, fitted)
    across = _across(sources, lexicon)
    weights = fit_completed(
        sources.germeval, range(len(sources.germeval.sentences)), sources.smartdata, lexicon, settings
    )
    scores = tagged.scores()
    facts = {"training_data": sources.hashes, "cross_validation": _rounded(scores)}
    write_model(folder, pack(to_sections(weights)), fitted, facts)
    load_model(folder=folder)
    return Figures(scores, tables, calibration_error(tables["all"]), across, len(weights.codes))


def _across(sources: Sources, lexicon: Lexicon) -> dict[str, dict[str, Score]]:
    """Train on one corpus alone and test on the other, each as its own labels go."""
    pairs = {
        "GermEval → SmartData": (sources.germeval, sources.smartdata),
        "SmartData → GermEval": (sources.smartdata, sources.germeval),
    }
    found: dict[str, dict[str, Score]] = {}
    for name, (source, target) in pairs.items():
        weights = fit([(source, range(len(source.sentences)))], QUICK)
        found[name] = tag(Model(lexicon, weights, {}), target.sentences).scores()
    return found


def _rounded(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    return {
        label: {"precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4)}
        for label, s in scores.items()
    }


def _say_fold(fold: int, scores: Mapping[str, Score]) -> None:
    _LOG.info("fold %d: F1 %.2f", fold + 1, 100 * scores["all"].f1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the shipped model."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=default, help="the folder of the corpora")
    parser.add_argument(
        "--out", type=Path, default=resource("models"), help="the model folder, with the lexicon"
    )
    parser.add_argument("--quick", action="store_true", help="one CRF, fewer passes")
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    figures = build(chosen.out, chosen.corpora, QUICK if chosen.quick else SHIPPED)
    (chosen.out / CARD).write_text(card(figures), encoding="utf-8")
    _LOG.info("F1 %.2f", 100 * figures.scores["all"].f1)


if __name__ == "__main__":
    main()
