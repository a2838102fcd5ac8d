"""The formulas of agreement, over arrays: all axes but those named are kept, so one call does every sample.

What cannot be told (nothing was compared, or nothing could differ) is NaN.
"""

from __future__ import annotations

import numpy as np

from annotator.review.columns import Floats


def quotient(above: Floats, below: Floats) -> Floats:
    """Return ``above / below``, NaN where ``below`` is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below == 0, np.nan, above / below)


def f1(twice_shared: Floats, all_of_both: Floats) -> Floats:
    """F1 = 2 · shared / (mentions of one + mentions of the other).

    van Rijsbergen, "Information Retrieval" (1979); as a measure of agreement Hripcsak, Rothschild,
    "Agreement, the F-Measure, and Reliability in Information Retrieval" (2005).
    """
    return quotient(twice_shared, all_of_both)


def f1_of(recall: Floats, wanted: Floats, precision: Floats, found: Floats) -> Floats:
    """F1 of recall = ``recall / wanted`` and precision = ``precision / found``.

    A quotient of nothing is 0 as long as the other is none of nothing, too; then F1 is NaN.
    """
    r, p = (np.nan_to_num(quotient(*pair)) for pair in ((recall, wanted), (precision, found)))
    value = np.nan_to_num(quotient(2 * r * p, r + p))
    return np.where((wanted == 0) & (found == 0), np.nan, value)


def against_rest(table: Floats) -> Floats:
    """Collapse (…, K, K) to (…, K, 2, 2): each category against all others together."""
    same = np.diagonal(table, axis1=-2, axis2=-1)
    row, column = table.sum(-1), table.sum(-2)
    rest = table.sum((-2, -1))[..., None] - row - column + same
    return np.stack([np.stack([same, row - same], -1), np.stack([column - same, rest], -1)], -2)


def cohen(table: Floats) -> Floats:
    """Cohen's κ of a table of what two annotators gave, (…, K, K) → (…).

    Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20
    (1960), 37–46.
    """
    total = table.sum((-2, -1))
    observed = quotient(np.trace(table, axis1=-2, axis2=-1), total)
    expected = quotient((table.sum(-1) * table.sum(-2)).sum(-1), total**2)
    return quotient(observed - expected, _no_dust(1 - expected))


def fleiss(coincidences: Floats, by_rater: Floats) -> Floats:
    """Fleiss' κ, (…, K, K) twice → (…).

    Fleiss, "Measuring Nominal Scale Agreement Among Many Raters", Psychological Bulletin 76 (1971), 378–382.
    ``coincidences``: pairs of values weighted by 1/(m − 1); ``by_rater``: these divided by m, so that their
    diagonal adds up to the items' agreement P_i. With as many raters everywhere it is the paper's formula;
    otherwise each item keeps its own m, as in Fleiss, Levin, Paik, "Statistical Methods for Rates and
    Proportions" (2003), 18.3.
    """
    observed = quotient(np.trace(by_rater, axis1=-2, axis2=-1), by_rater.sum((-2, -1)))
    share = quotient(coincidences.sum(-1), coincidences.sum((-2, -1))[..., None])
    expected = (share**2).sum(-1)
    return quotient(observed - expected, _no_dust(1 - expected))


def alpha(coincidences: Floats) -> Floats:
    """Krippendorff's α for nominal data, (…, K, K) → (…).

    Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), C: α = 1 − (n − 1) Σ o_ck / Σ n_c n_k
    over c ≠ k. ``coincidences``: each pair of values of a unit in both orders, weighted by 1/(m − 1).
    """
    count = coincidences.sum(-1)
    total = count.sum(-1)
    observed = total - np.trace(coincidences, axis1=-2, axis2=-1)
    expected = total**2 - (count**2).sum(-1)
    return 1 - quotient((total - 1) * observed, _no_dust(expected))


def alpha_unitised(coincidences: Floats, own: Floats) -> Floats:
    """Krippendorff's α for units of a continuum, (…, K, K) and (…, K) → (…).

    Krippendorff, Mathet, Bouvry, Widlöcher, "On the reliability of unitizing textual continua: Further
    developments", Quality & Quantity 50 (2016), 2347–2364, equations 1, 4 and 5. ``coincidences``: the
    lengths of the intersections of two annotators' segments by their values, in both orders, weighted by
    1/(m − 1). ``own``: for each value the sum of what cannot meet by chance: L² over its units, L over its
    gaps. With all values this is uα; with units and gaps |uα; with the coincidences among units and the
    squares of what is covered of each (equation 10) cuα.
    """
    length = coincidences.sum(-1)
    total = length.sum(-1)
    observed = total - np.trace(coincidences, axis1=-2, axis2=-1)
    together = quotient(total[..., None] * (length**2 - own), (total**2 - own.sum(-1))[..., None])
    expected = total - together.sum(-1)
    return 1 - quotient(observed, _no_dust(expected))


def _no_dust(values: Floats) -> Floats:
    """Return 0 for what differs from 0 by rounding alone."""
    return np.where(np.abs(values) < 1e-12, 0.0, values)
