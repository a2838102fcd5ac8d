"""γ, an extra: agreement on units and their labels together, with an alignment of its own.

Mathet, Widlöcher, Métivier, "The Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement Measure
and Alignment", Computational Linguistics 41 (2015), 437–479. Computed by the library pygamma-agreement, which
brings solvers and a compiler of 800 MB and takes a second per article; it is the extra ``gamma`` of the
package and nothing else needs it.

The paper defines γ for one continuum, which is a text. Of several articles the mean is told here, each
counted once, with the percentile interval of samples of articles as for the other figures.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType

import numpy as np

from annotator.core.errors import AnnotatorError
from annotator.review.agreement import CONFIDENCE, SAMPLES
from annotator.review.figure import Figure, Measure
from annotator.review.version import Reviewed

PACKAGE = "pygamma-agreement"


class GammaUnavailable(AnnotatorError):
    """The library for γ is not installed; data: ``package``."""

    code = "gamma_unavailable"


def insist_on_library() -> None:
    """Raise :class:`GammaUnavailable` unless γ can be computed."""
    _library("pygamma_agreement"), _library("pyannote.core")


def mean_gamma(layer: str, values: Sequence[float], mentions: int, *, seed: int = 0) -> Figure | None:
    """Return the mean γ of a layer over articles, with its interval; ``None`` without any article.

    ``mentions``: how many of all annotators were compared in them.
    """
    if not values:
        return None
    drawn = np.random.default_rng(seed).choice(np.asarray(values), (SAMPLES, len(values))).mean(axis=1)
    ends = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    low, high = (float(ends[0]), float(ends[1])) if len(values) > 1 else (None, None)
    mean = float(np.mean(values))
    return Figure(Measure.GAMMA, layer, "", None, mean, low, high, mentions, len(values))


def gamma(one: Reviewed, layer: str, *, seed: int = 0, precision: float = 0.02) -> float | None:
    """Return γ of one article's mentions on a layer; ``None`` if fewer than two people have marked any.

    Positions are tokens, the envelope counts of a mention in pieces; position and label weigh the same.
    ``precision``: how far the estimate may be off (with 95 % confidence), relative to what chance gives. The
    same ``seed`` gives the same value; numpy's global generator is left as it was found. Raises
    :class:`GammaUnavailable`.
    """
    library, segments = _library("pygamma_agreement"), _library("pyannote.core")
    units = {
        name: [mention for mention in version.mentions if mention.layer == layer]
        for name, version in one.versions.items()
    }
    if sum(bool(mentions) for mentions in units.values()) < 2:
        return None
    continuum = library.Continuum()
    for name, mentions in sorted(units.items()):
        continuum.add_annotator(name)
        for mention in mentions:
            tokens = one.article.tokens.covered(mention.envelope)
            continuum.add(name, segments.Segment(tokens.start, tokens.stop), mention.label)
    before = np.random.get_state()
    np.random.seed(seed)
    try:
        distance = library.CombinedCategoricalDissimilarity(alpha=1, beta=1)
        return float(continuum.compute_gamma(distance, precision_level=precision).gamma)
    finally:
        np.random.set_state(before)


def _library(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise GammaUnavailable(package=PACKAGE) from error
