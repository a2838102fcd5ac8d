"""The formulas against the worked examples of the papers that they come from."""

from __future__ import annotations

from collections.abc import Sequence

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from annotator.review import coefficients
from annotator.review.columns import Floats
from annotator.review.count_clusters import MEASURES, Overlaps, channels

NAN = float("nan")


def coincidences(values: Sequence[Sequence[float]]) -> tuple[Floats, Floats]:
    """Return the coincidences of (annotators, units) values, and the same divided by the number of values."""
    data = np.array(values, float)
    names = np.unique(data[~np.isnan(data)])
    whole, by_rater = (np.zeros((len(names), len(names))) for _ in range(2))
    for unit in data.T:
        given_ = np.searchsorted(names, unit[~np.isnan(unit)])
        for i, one in enumerate(given_):
            for j, other in enumerate(given_):
                if i != j:
                    whole[one, other] += 1 / (len(given_) - 1)
                    by_rater[one, other] += 1 / (len(given_) - 1) / len(given_)
    return whole, by_rater


def test_cohen_1960_table_2() -> None:
    table = np.array([[88, 14, 18], [10, 40, 10], [2, 6, 12]], float)
    assert coefficients.cohen(table) == pytest.approx(58 / 118)
    assert round(float(coefficients.cohen(table)), 3) == 0.492


def test_krippendorff_2011_four_observers() -> None:
    values = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
        [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
    ]
    alpha = coefficients.alpha(coincidences(values)[0])
    assert round(float(alpha), 3) == 0.743
    assert alpha == pytest.approx(krippendorff.alpha(values, level_of_measurement="nominal"))


def test_fleiss_1971_psychiatric_diagnoses() -> None:
    rows = (
        "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 "
        "00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
    )
    subjects = [[category for category, n in enumerate(row) for _ in range(int(n))] for row in rows.split()]
    kappa = coefficients.fleiss(*coincidences(np.array(subjects).T.tolist()))
    assert round(float(kappa), 3) == 0.430


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=20))
def test_alpha_and_kappa_are_those_of_the_libraries(units: list[list[int]]) -> None:
    values = np.array(units).T
    alpha = coefficients.alpha(coincidences(values.tolist())[0])
    if len(np.unique(values)) > 1:
        theirs = krippendorff.alpha(values, level_of_measurement="nominal")
        assert alpha == pytest.approx(theirs, abs=1e-12)
    else:
        assert np.isnan(alpha)
    table = np.zeros((4, 4))
    np.add.at(table, (values[0], values[1]), 1)
    kappa = coefficients.cohen(table)
    if len(np.unique(values[:2])) > 1:
        assert kappa == pytest.approx(cohen_kappa_score(values[0], values[1]), abs=1e-12)
    else:
        assert np.isnan(kappa)


def test_a_label_against_the_rest_is_the_table_of_two_categories() -> None:
    table = np.arange(9.0).reshape(3, 3)
    rest = coefficients.against_rest(table)
    assert rest[1].tolist() == [[4, 8], [8, 16]]
    assert coefficients.against_rest(np.stack([table, table])).shape == (2, 3, 2, 2)


Segments = list[tuple[int, int, str]]
"""Begin, end, value (empty for a gap), over the whole continuum."""


def alpha_u_of_segments(team: list[Segments]) -> float:
    """Compute uα from its definition, segment by segment (Krippendorff and others 2016, eq. 1, 4 and 5)."""
    values = sorted({value for segments in team for _, _, value in segments})
    observed = dict.fromkeys([(c, k) for c in values for k in values], 0.0)
    for i, ours in enumerate(team):
        for j, theirs in enumerate(team):
            for a, b, c in ours:
                for x, y, k in theirs:
                    observed[c, k] += max(0, min(b, y) - max(a, x)) / (len(team) - 1) * (i != j)
    own = {
        c: sum((b - a) ** (2 if c else 1) for segments in team for a, b, v in segments if v == c)
        for c in values
    }
    total = sum(observed.values())
    length = {c: sum(observed[c, k] for k in values) for c in values}
    together = sum(total * (length[c] ** 2 - own[c]) / (total**2 - sum(own.values())) for c in values)
    return 1 - (total - sum(observed[c, c] for c in values)) / (total - together)


def test_alpha_of_units_is_its_definition_over_segments() -> None:
    team: list[Segments] = [
        [(0, 3, ""), (3, 7, "PER"), (7, 9, "ORG"), (9, 20, "")],
        [(0, 3, ""), (3, 6, "PER"), (6, 12, ""), (12, 14, "PER"), (14, 20, "")],
        [(0, 4, ""), (4, 7, "ORG"), (7, 9, "ORG"), (9, 20, "")],
    ]
    names = ["", "ORG", "PER"]
    values = [[names.index(v) for a, b, v in segments for _ in range(a, b)] for segments in team]
    own = np.zeros(3)
    for segments in team:
        for begin, end, value in segments:
            own[names.index(value)] += (end - begin) ** (2 if value else 1)
    alpha = coefficients.alpha_unitised(coincidences(values)[0], own)
    assert alpha == pytest.approx(alpha_u_of_segments(team))


def test_alpha_of_units_of_one_token_each_is_alpha() -> None:
    values = [[0, 1, 0, 2, 0, 1], [0, 1, 0, 2, 1, 0]]
    table = coincidences(values)[0]
    assert coefficients.alpha_unitised(table, table.sum(-1)) == pytest.approx(coefficients.alpha(table))


# Coreference --------------------------------------------------------------------------------------------

KEY = ["12345", "67", "89ABC"]


def scores(key: list[str], response: list[str]) -> dict[str, tuple[float, float, float]]:
    """Return recall, precision and F1 of each measure; a letter is a mention."""
    shared = [
        (k, r, len(set(one) & set(other)))
        for k, one in enumerate(key)
        for r, other in enumerate(response)
        if set(one) & set(other)
    ]
    sizes = [np.array([len(cluster) for cluster in side]) for side in (key, response)]
    counts = channels(Overlaps(sizes[0], sizes[1], np.array(shared, np.int64).reshape(-1, 3)))
    found = {}
    for number, name in enumerate(MEASURES):
        parts = [counts[4 * number + i] for i in range(4)]
        recall, precision = (
            coefficients.quotient(parts[0], parts[1]),
            coefficients.quotient(parts[2], parts[3]),
        )
        found[name] = (float(recall), float(precision), float(coefficients.f1_of(*parts)))
    return found


def test_vilain_1995_a_chain_cut_in_two() -> None:
    recall, precision, f1 = scores(["ABCD"], ["AB", "CD"])["muc"]
    assert (recall, precision) == pytest.approx((2 / 3, 1))
    assert f1 == pytest.approx(0.8)


def test_muc_takes_mentions_that_the_other_does_not_have_as_alone() -> None:
    assert scores(["ABC"], ["AC"])["muc"][:2] == pytest.approx((1 / 2, 1))
    assert scores(["ABCDE"], ["BC", "DEFGH"])["muc"][:2] == pytest.approx((2 / 4, 2 / 5))


def test_bagga_and_baldwin_1998_tell_a_bad_error_from_a_small_one() -> None:
    small, bad = scores(KEY, ["12345", "6789ABC"]), scores(KEY, ["1234589ABC", "67"])
    assert small["muc"][:2] == bad["muc"][:2] == pytest.approx((1, 9 / 10))
    assert small["b_cubed"][:2] == pytest.approx((1, 16 / 21))
    assert bad["b_cubed"][:2] == pytest.approx((1, 7 / 12))


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed", "mentions", "entities"),
    [
        (["12345", "6789ABC"], 0.947, 0.865, 0.833, 0.733),
        (["1234589ABC", "67"], 0.947, 0.737, 0.583, 0.667),
        (["123456789ABC"], 0.900, 0.545, 0.417, 0.294),
        (list("123456789ABC"), 0.0, 0.400, 0.250, 0.178),
    ],
)
def test_luo_2005_table_1(
    response: list[str], muc: float, b_cubed: float, mentions: float, entities: float
) -> None:
    found = scores(KEY, response)
    f1 = [round(found[name][2], 3) for name in ("muc", "b_cubed", "ceaf_m", "ceaf_e")]
    assert f1 == [muc, b_cubed, mentions, entities]


def test_moosavi_and_strube_2016_example() -> None:
    recall, precision, f1 = scores(["abc", "defg"], ["ab", "cd", "fghi"])["lea"]
    assert (recall, precision) == pytest.approx((5 / 21, 1 / 3))
    assert [round(value, 2) for value in (recall, precision, f1)] == [0.24, 0.33, 0.28]


def test_lea_finds_a_mention_alone_only_alone() -> None:
    assert scores(["a", "bc"], ["a", "bc"])["lea"] == (1, 1, 1)
    assert scores(["a", "bc"], ["abc"])["lea"][0] == pytest.approx(2 / 3)


@given(
    st.lists(st.integers(0, 3), min_size=8, max_size=8), st.lists(st.integers(0, 3), min_size=8, max_size=8)
)
def test_measures_of_coreference_are_symmetric_and_1_on_equal_partitions(
    one: list[int], other: list[int]
) -> None:
    def clusters(numbers: list[int]) -> list[str]:
        return ["".join(m for m, n in zip("abcdefgh", numbers, strict=True) if n == c) for c in set(numbers)]

    there, back = scores(clusters(one), clusters(other)), scores(clusters(other), clusters(one))
    for name in MEASURES:
        assert there[name][2] == pytest.approx(back[name][2], nan_ok=True)
        assert scores(clusters(one), clusters(one))[name][2] == pytest.approx(1)
