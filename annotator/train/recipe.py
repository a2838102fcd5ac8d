"""How the recogniser is trained: a CRF on the corpus that sets the guideline, another on a second one too.

The mean of their weights is a logarithmic opinion pool (Smith, Cohn, Osborne 2005) and costs at work no more
than one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_features import all_codes
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_tagger import Model
from annotator.pretag.recogniser_weights import Weights, mean
from annotator.pretag.recogniser_words import WordType
from annotator.train.corpora import OUTSIDE, Sentence
from annotator.train.crf import TrainingSettings, items, train
from annotator.train.labels import spans_of, to_iobes

_CERTAIN = 0.5


SHIPPED = TrainingSettings(l1=0.1, l2=0.15, passes=70)
QUICK = TrainingSettings(passes=40)
"""Fewer passes: for trying things and for tests."""


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Sentences with their features."""

    sentences: Sequence[Sentence]
    codes: Sequence[Sequence[Sequence[int]]]


def with_features(sentences: Sequence[Sentence], lexicon: Lexicon) -> Examples:
    """Work out the features of sentences."""
    types: dict[str, WordType] = {}
    return Examples(sentences, all_codes([sentence.words for sentence in sentences], lexicon, types))


def fit(parts: Sequence[tuple[Examples, Sequence[int]]], settings: TrainingSettings) -> Weights:
    """Train one CRF on the given sentences (by index) of each part."""
    examples = (
        (items(data.codes[index]), to_iobes(data.sentences[index].labels))
        for data, chosen in parts
        for index in chosen
    )
    return train(examples, settings=settings)


def fit_completed(
    data: Examples, chosen: Sequence[int], also: Examples, lexicon: Lexicon, settings: TrainingSettings
) -> Weights:
    """Return the mean of a CRF of the chosen sentences and one of these and a second corpus.

    The first CRF tags the second corpus before it is learnt from: where it is rather sure, it fills in what
    the corpus leaves out, and decides what kind of name a span is.
    """
    first = fit([(data, chosen)], settings)
    names = Model(lexicon, first, {}).names([sentence.words for sentence in also.sentences])
    completed = Examples(
        [_completed(sentence, found) for sentence, found in zip(also.sentences, names, strict=True)],
        also.codes,
    )
    both = fit([(data, chosen), (completed, range(len(completed.sentences)))], settings)
    return mean([first, both])


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
