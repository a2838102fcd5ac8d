"""Cross-validation of the recogniser: every sentence is tagged by a model that has not seen its document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_tagger import Model
from annotator.train.corpora import Sentence, fold_of
from annotator.train.crf import TrainingSettings
from annotator.train.labels import spans_of
from annotator.train.recipe import Examples, fit, fit_completed
from annotator.train.scores import SCORED, Score, score


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """Sentences with the names that a model found in them."""

    sentences: Sequence[Sentence]
    names: Sequence[Sequence[Named]]

    def scores(self) -> dict[str, Score]:
        """Return exact-span scores over PER, LOC, ORG and each of them."""
        gold = [spans_of(sentence.labels) for sentence in self.sentences]
        return score(gold, [[(n.first, n.after, n.label) for n in names] for names in self.names])

    def outcomes(self, label: str) -> list[tuple[float, bool]]:
        """Return (probability, was it right) of the names found under a label."""
        return [
            (named.probability, (named.first, named.after, named.label) in gold)
            for sentence, names in zip(self.sentences, self.names, strict=True)
            for gold in [set(spans_of(sentence.labels))]
            for named in names
            if named.label == label
        ]


def tag(model: Model, sentences: Sequence[Sentence]) -> Tagged:
    """Tag sentences with the bare model: no second pass, probabilities not calibrated."""
    return Tagged(sentences, model.names([sentence.words for sentence in sentences]))


def cross_validate(
    data: Examples,
    lexicon: Lexicon,
    settings: TrainingSettings,
    *,
    folds: int = 5,
    also: Examples | None = None,
    on_fold: Callable[[int, dict[str, Score]], None] | None = None,
) -> Tagged:
    """Tag each fold by a model trained on the others, and on ``also``, if given.

    Folds go by document.
    """
    place = [fold_of(sentence.document, folds=folds) for sentence in data.sentences]
    sentences: list[Sentence] = []
    names: list[Sequence[Named]] = []
    for fold in range(folds):
        chosen = [index for index, own in enumerate(place) if own != fold]
        if also is None:
            weights = fit([(data, chosen)], settings)
        else:
            weights = fit_completed(data, chosen, also, lexicon, settings)
        held_back = [s for s, own in zip(data.sentences, place, strict=True) if own == fold]
        tagged = tag(Model(lexicon, weights, {}), held_back)
        if on_fold is not None:
            on_fold(fold, tagged.scores())
        sentences += tagged.sentences
        names += tagged.names
    return Tagged(sentences, names)


LABELS = (*SCORED, "MISC")
"""The labels that are suggested; the first three are scored."""
