"""How the recogniser is trained: several CRFs, each blind to part of the features, averaged into one.

The mean of the weights is a logarithmic opinion pool (Smith, Cohn, Osborne 2005) and costs at work no more
than one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_features import WordType, all_codes
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_model import Model
from annotator.pretag.recogniser_weights import Weights, mean
from annotator.train.corpora import OUTSIDE, Sentence
from annotator.train.crf import TrainingSettings, items, train
from annotator.train.labels import spans_of, to_iobes

_PER_MILLE = 1000
_CERTAIN = 0.5


@dataclass(frozen=True, slots=True)
class Expert:
    """One CRF of the mean: how it is trained, and which share of the features it does not see."""

    seed: int
    blind: float
    settings: TrainingSettings


@dataclass(frozen=True, slots=True)
class Recipe:
    """The experts of a model."""

    experts: tuple[Expert, ...]


SHIPPED = Recipe(tuple(Expert(seed, 0.4, TrainingSettings(l1=0.07)) for seed in (1, 2, 3)))
FIRST = Recipe((Expert(0, 0.0, TrainingSettings(passes=60)),))
"""The model that fills in the names a corpus leaves out."""
QUICK = Recipe((Expert(0, 0.0, TrainingSettings(passes=40)),))
"""One CRF and fewer passes: for trying things and for tests."""


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Sentences with their features."""

    sentences: Sequence[Sentence]
    codes: Sequence[Sequence[Sequence[int]]]


def with_features(sentences: Sequence[Sentence], lexicon: Lexicon) -> Examples:
    """Work out the features of sentences."""
    types: dict[str, WordType] = {}
    return Examples(sentences, all_codes([sentence.words for sentence in sentences], lexicon, types))


def fit(parts: Sequence[tuple[Examples, Sequence[int]]], recipe: Recipe) -> Weights:
    """Train on the given sentences (by index) of each part."""
    return mean([_fit_expert(parts, expert) for expert in recipe.experts])


def fit_completed(
    data: Examples, chosen: Sequence[int], also: Examples, lexicon: Lexicon, recipe: Recipe
) -> Weights:
    """Train on the chosen sentences and a second corpus whose missing names are filled in first.

    A model of the chosen sentences alone tags the second corpus: where it is rather sure, it fills in what
    the corpus leaves out, and decides what kind of name a span is.
    """
    first = fit([(data, chosen)], FIRST)
    names = Model(lexicon, first, {}).names([sentence.words for sentence in also.sentences])
    completed = [_completed(sentence, found) for sentence, found in zip(also.sentences, names, strict=True)]
    return fit([(data, chosen), (Examples(completed, also.codes), range(len(completed)))], recipe)


def _completed(sentence: Sentence, names: Sequence[Named]) -> Sentence:
    """Return the sentence with the model's names where it has none, or has the same span as another kind."""
    labels = list(sentence.labels)
    spans = {(first, after) for first, after, _ in spans_of(labels)}
    for named in names:
        place = slice(named.first, named.after)
        free = set(labels[place]) == {OUTSIDE} or (named.first, named.after) in spans
        if named.probability >= _CERTAIN and free:
            inside = ["I-" + named.label] * (named.after - named.first - 1)
            labels[place] = ["B-" + named.label, *inside]
    return replace(sentence, labels=tuple(labels))


def _fit_expert(parts: Sequence[tuple[Examples, Sequence[int]]], expert: Expert) -> Weights:
    def examples() -> Iterator[tuple[Any, list[str]]]:
        for data, chosen in parts:
            for index in chosen:
                seen = [_seen(codes, expert) for codes in data.codes[index]]
                yield items(seen), to_iobes(data.sentences[index].labels)

    return train(examples(), settings=expert.settings)


def _seen(codes: Sequence[int], expert: Expert) -> Sequence[int]:
    if not expert.blind:
        return codes
    limit, salt = expert.blind * _PER_MILLE, expert.seed * 0x9E3779B1
    return [code for code in codes if ((code * 0x85EBCA6B + salt & 0xFFFFFFFF) >> 8) % _PER_MILLE >= limit]
