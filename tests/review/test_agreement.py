from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from random import Random

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from nervaluate import Evaluator
from sklearn.metrics import cohen_kappa_score

from annotator.core.annotation import Cluster, Mention, Status
from annotator.core.article import Article
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import Layered
from annotator.review.agreement import confusions, figures
from annotator.review.counting import count
from annotator.review.figure import Caution, Figure, Measure
from annotator.review.statistics import Statistics
from annotator.review.version import Reviewed, reviewed
from tests.review.golds import HUMAN, make_gold, seeds
from tests.review.perturb import perturb
from tests.review.test_coefficients import KEY, alpha_u_of_segments
from tests.support.build import make_article, make_scheme

SCHEME = make_scheme()
NAMES = ("anna", "bela", "cleo")


def team(seed: int, *, names: tuple[str, ...] = NAMES, errors: tuple[str, ...] | None = None) -> Reviewed:
    """Return an article with a set for each name, each with errors of its own."""
    article, gold = make_gold(seed, words=80, mentions=40)
    rows = [perturb(gold, article, SCHEME, seed=seed + i, errors=errors)[0] for i in range(len(names))]
    return reviewed(article, dict(zip(names, rows, strict=True)))


def told(
    statistics: Statistics, **more: int
) -> dict[tuple[Measure, str, str, tuple[str, str] | None], Figure]:
    found = figures(statistics, samples=0, **more)
    return {(f.measure, f.scope, f.label, f.pair): f for f in found}


def values(statistics: Statistics) -> dict[tuple[Measure, str, str, tuple[str, str] | None], object]:
    """Return all figures by what they are of, rounded; what cannot be told is left out."""
    return {
        key: (round(figure.value, 9), figure.items)
        for key, figure in told(statistics).items()
        if figure.value is not None
    }


def token_labels(one: Reviewed, name: str, layer: str) -> list[str]:
    """Return what the annotator gives each token: the label of the longest mention on it, or nothing."""
    found = []
    for token in one.article.tokens:
        on_it = [
            m
            for m in one.versions[name].mentions
            if m.layer == layer and any(f.overlaps(token) for f in m.fragments)
        ]
        longest = max(on_it, key=_weight, default=None)
        found.append(longest.label if longest else "")
    return found


def _weight(mention: Mention) -> tuple[object, ...]:
    broken = mention.fragments if len(mention.fragments) > 1 else ()
    return (sum(map(len, mention.fragments)), mention.start, mention.end, broken, mention.label)


def segments(one: Reviewed, name: str, layer: str) -> list[tuple[int, int, str]]:
    """Return the stretches of tokens that one mention, or none, covers."""
    owners = []
    for token in one.article.tokens:
        on_it = [
            m
            for m in one.versions[name].mentions
            if m.layer == layer and any(f.overlaps(token) for f in m.fragments)
        ]
        owners.append(max(on_it, key=_weight, default=None))
    cuts = [i for i in range(len(owners)) if i == 0 or owners[i] is not owners[i - 1]]
    ends = [*cuts[1:], len(owners)]
    return [(a, b, owner.label if (owner := owners[a]) else "") for a, b in zip(cuts, ends, strict=True)]


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_figures_on_tokens_are_those_of_the_libraries(seed: int) -> None:
    data = [team(seed), team(seed + 20_000)]
    ours = told(count(data, SCHEME))
    for layer in ("entity", "time", "event"):
        rows = [[label for one in data for label in token_labels(one, name, layer)] for name in NAMES]
        domain = sorted({label for row in rows for label in row})
        alpha = krippendorff.alpha(
            reliability_data=[[domain.index(label) for label in row] for row in rows],
            value_domain=list(range(len(domain))),
            level_of_measurement="nominal",
        )
        assert ours[Measure.TOKEN_ALPHA, layer, "", None].value == pytest.approx(alpha)
        kappas = [cohen_kappa_score(one, other) for one, other in combinations(rows, 2)]
        for kappa, pair in zip(kappas, combinations(NAMES, 2), strict=True):
            assert ours[Measure.TOKEN_COHEN, layer, "", pair].value == pytest.approx(kappa)
        assert ours[Measure.TOKEN_COHEN, layer, "", None].value == pytest.approx(np.mean(kappas))


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_alpha_of_units_is_that_of_the_segments(seed: int) -> None:
    one = team(seed)
    ours = told(count([one], SCHEME))
    for layer in ("entity", "event"):
        whole = [segments(one, name, layer) for name in NAMES]
        assert ours[Measure.UNIT_ALPHA, layer, "", None].value == pytest.approx(alpha_u_of_segments(whole))
        pair = alpha_u_of_segments(whole[:2])
        assert ours[Measure.UNIT_ALPHA, layer, "", NAMES[:2]].value == pytest.approx(pair)
        binary = [[(a, b, "unit" if v else "") for a, b, v in row] for row in whole]
        assert ours[Measure.UNIT_ALPHA_BINARY, layer, "", None].value == pytest.approx(
            alpha_u_of_segments(binary)
        )
        label = "PER" if layer == "entity" else "Treffen"
        alone = [_joined([(a, b, v if v == label else "") for a, b, v in row]) for row in whole]
        assert ours[Measure.UNIT_ALPHA, layer, label, None].value == pytest.approx(alpha_u_of_segments(alone))


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_alpha_of_coding_looks_at_what_two_have_marked_alone(seed: int) -> None:
    """The definition: intersections of units; by chance no unit meets itself (2016, eq. 10 and 11)."""
    one = team(seed)
    whole = [segments(one, name, "entity") for name in NAMES]
    observed: Counter[tuple[str, str]] = Counter()
    own: Counter[str] = Counter()
    for i, ours in enumerate(whole):
        for j, theirs in enumerate(whole):
            for a, b, c in ours:
                met = Counter({k: 0 for _, _, k in theirs})
                for x, y, k in theirs:
                    met[k] += max(0, min(b, y) - max(a, x)) if c and k and i != j else 0
                observed.update({(c, k): n for k, n in met.items()})
                own[c] += met.total() ** 2
    length: dict[str, float] = defaultdict(float)
    for (c, _), n in observed.items():
        length[c] += n / 2
    total = sum(length.values())
    squares = {c: own[c] / 2 for c in length}
    chance = sum((length[c] ** 2 - squares[c]) * total for c in length) / (total**2 - sum(squares.values()))
    expected = 1 - (total - sum(observed[c, c] / 2 for c in length)) / (total - chance)
    found = told(count([one], SCHEME))[Measure.UNIT_ALPHA_CODING, "entity", "", None].value
    assert found == pytest.approx(expected)


def _joined(row: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for begin, end, value in row:
        if found and not value and not found[-1][2]:
            found[-1] = (found[-1][0], end, "")
        else:
            found.append((begin, end, value))
    return found


def test_annotators_may_have_worked_on_different_articles() -> None:
    people = (NAMES, NAMES[:2], NAMES[1:], (NAMES[0], NAMES[2]))
    data = [team(30 + i, names=names, errors=("label", "missing") * 4) for i, names in enumerate(people)]
    ours = told(count(data, SCHEME))
    number = {"": 0.0, "LOC": 1.0, "ORG": 2.0, "PER": 3.0}
    rows: list[list[float]] = [[], [], []]
    for one in data:
        for row, name in zip(rows, NAMES, strict=True):
            there = name in one.versions
            row += (
                [number[label] for label in token_labels(one, name, "entity")]
                if there
                else [np.nan] * len(one.article.tokens)
            )
    alpha = krippendorff.alpha(reliability_data=rows, level_of_measurement="nominal")
    assert ours[Measure.TOKEN_ALPHA, "entity", "", None].value == pytest.approx(alpha)
    agreement, share = [], Counter[float]()
    for unit in np.array(rows).T:
        given_ = Counter(unit[~np.isnan(unit)].tolist())
        agreement.append(sum(n * (n - 1) for n in given_.values()) / (given_.total() * (given_.total() - 1)))
        share.update(given_)
    chance = sum((n / share.total()) ** 2 for n in share.values())
    fleiss = (np.mean(agreement) - chance) / (1 - chance)
    assert ours[Measure.TOKEN_FLEISS, "entity", "", None].value == pytest.approx(fleiss)
    assert ours[Measure.TOKEN_COHEN, "entity", "", NAMES[:2]].articles == 2


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_kappa_of_a_label_is_that_of_the_label_against_the_rest(seed: int) -> None:
    one = team(seed)
    ours = told(count([one], SCHEME))
    rows = [[label == "PER" for label in token_labels(one, name, "entity")] for name in NAMES[:2]]
    figure = ours[Measure.TOKEN_COHEN, "entity", "PER", NAMES[:2]]
    assert figure.value == pytest.approx(cohen_kappa_score(*rows))
    assert figure.items == sum(map(sum, rows))


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_f1_is_that_of_nervaluate_where_mentions_do_not_overlap(seed: int) -> None:
    article, _ = make_gold(seed)
    gold = _random_set(article, str(seed), every=3)
    errors = ("boundary", "label", "missing", "spurious", "boundary", "label")
    changed, planted = perturb(gold, article, SCHEME, seed=seed, errors=errors)
    assert planted
    both = [
        [{"label": m.label, "start": m.start, "end": m.end - 1} for m in layered.mentions.values()]
        for layered in (gold, changed)
    ]
    theirs = Evaluator([both[0]], [both[1]], tags=["PER", "ORG", "LOC"], loader="dict").evaluate()["overall"]
    ours = told(count([reviewed(article, {"anna": gold, "bela": changed})], SCHEME))
    assert ours[Measure.SPAN_EXACT, "", "", None].value == pytest.approx(theirs["strict"].f1)
    assert ours[Measure.SPAN_OVERLAP, "", "", None].value == pytest.approx(theirs["ent_type"].f1)


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_f1_counts_equal_mentions_twice_over_all(seed: int) -> None:
    one = team(seed)
    ours = told(count([one], SCHEME))
    for pair in combinations(NAMES, 2):
        sets = [Counter((m.layer, m.label, m.fragments) for m in one.versions[n].mentions) for n in pair]
        exact = 2 * sum((sets[0] & sets[1]).values()) / sum(map(len, sets))
        figure = ours[Measure.SPAN_EXACT, "", "", pair]
        assert figure.value == pytest.approx(exact)
        assert figure.items == sum(map(len, sets))
        assert (ours[Measure.SPAN_OVERLAP, "", "", pair].value or 0) >= exact


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_agreement_does_not_depend_on_who_is_who(seed: int) -> None:
    one = team(seed)
    turn = dict(zip(NAMES, ("cleo", "anna", "bela"), strict=True))
    other = Reviewed(one.article, {turn[name]: version for name, version in one.versions.items()})
    here, there = values(count([one], SCHEME)), values(count([other], SCHEME))
    moved = {
        (m, s, label, tuple(sorted(turn[n] for n in pair)) if pair else None): value
        for (m, s, label, pair), value in here.items()
    }
    assert moved == there


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_agreement_is_1_on_equal_sets(seed: int) -> None:
    article, gold = make_gold(seed)
    found = figures(count([reviewed(article, dict.fromkeys(NAMES, gold))], SCHEME), samples=0)
    assert {round(f.value, 9) for f in found if f.value is not None} == {1}
    assert {f.measure for f in found if f.value is not None} >= {
        Measure.SPAN_EXACT,
        Measure.TOKEN_ALPHA,
        Measure.UNIT_ALPHA,
        Measure.RELATION_F1,
        Measure.TIME_VALUE_AGREEMENT,
        Measure.CLUSTER_LEA,
    }


def test_agreement_beyond_chance_is_about_0_on_random_sets() -> None:
    data = []
    for seed in range(120):
        article, _ = make_gold(seed, words=80)
        sets = {name: _random_set(article, f"{seed}-{name}") for name in NAMES}
        data.append(reviewed(article, sets))
    ours = told(count(data, SCHEME))
    for measure in (
        Measure.TOKEN_ALPHA,
        Measure.TOKEN_COHEN,
        Measure.TOKEN_FLEISS,
        Measure.UNIT_ALPHA,
        Measure.UNIT_ALPHA_BINARY,
        Measure.UNIT_ALPHA_CODING,
    ):
        assert ours[measure, "entity", "", None].value == pytest.approx(0, abs=0.03)


def _random_set(article: Article, seed: str, *, every: int = 1) -> Layered:
    rng = Random(seed)
    found = {}
    for number, token in enumerate(article.tokens):
        if number % every == 0 and rng.random() < 0.4:
            name = MentionId(f"{seed}-{number}")
            label = rng.choice(("PER", "ORG", "LOC"))
            found[name] = Mention(name, "entity", label, (token,), (), Status.ACCEPTED, HUMAN)
    return Layered(found)


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_counts_of_articles_add_up_to_those_of_all(seed: int) -> None:
    data = [team(seed + i, names=names) for i, names in enumerate((NAMES, NAMES[:2], NAMES[1:]))]
    whole = count(data, SCHEME)
    parts = [count([one], SCHEME) for one in data]
    assert values(parts[0] + parts[1] + parts[2]) == values(whole)
    assert values(parts[2] + (parts[1] + parts[0])) == values(whole)
    some = [data[0].article.id, data[2].article.id]
    assert values(whole.select(some)) == values(parts[0] + parts[2])
    assert values(whole.without([data[1].article.id])) == values(parts[0] + parts[2])
    assert values(whole + Statistics()) == values(whole)


def test_an_article_is_not_counted_twice() -> None:
    one = count([team(1)], SCHEME)
    with pytest.raises(ValueError, match="counted twice"):
        _ = one + one


def test_an_article_of_one_annotator_changes_no_figure() -> None:
    pair = team(4, names=NAMES[:2])
    alone = team(5, names=NAMES[:1])
    assert values(count([pair, alone], SCHEME)) == values(count([pair], SCHEME))


def test_an_empty_project_has_no_figures() -> None:
    assert figures(Statistics()) == ()
    assert figures(count([], SCHEME)) == ()
    assert confusions(Statistics(), "entity") == {}


def test_one_seed_gives_one_interval_around_the_value() -> None:
    statistics = count([team(seed) for seed in range(12)], SCHEME)
    found = figures(statistics, samples=300, seed=5)
    assert found == figures(statistics, samples=300, seed=5)
    assert found != figures(statistics, samples=300, seed=6)
    for figure in found:
        if figure.value is not None and figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
    alpha = next(f for f in found if f.measure is Measure.TOKEN_ALPHA and f.scope == "entity" and not f.pair)
    assert alpha.low is not None and alpha.high is not None and alpha.value is not None
    assert alpha.low < alpha.value < alpha.high
    assert alpha.articles == 12


def test_a_sample_weighs_articles_by_how_often_they_are_drawn() -> None:
    """Two articles, drawn 400 times: the ends are figures of the one or of the other alone."""
    data = [team(3, errors=("label",) * 6), team(9, errors=())]
    statistics = count(data, SCHEME)
    alone = [told(count([one], SCHEME))[Measure.SPAN_EXACT, "", "", None].value for one in data]
    (figure,) = (
        f
        for f in figures(statistics, samples=400)
        if (f.measure, f.scope, f.pair) == (Measure.SPAN_EXACT, "", None)
    )
    assert [figure.low, figure.high] == pytest.approx(sorted(v for v in alone if v is not None))


def test_a_figure_says_how_little_is_behind_it() -> None:
    found = told(count([team(3)], SCHEME))
    alpha = found[Measure.TOKEN_ALPHA, "entity", "", None]
    assert alpha.cautions == (Caution.FEW_ARTICLES,)
    assert alpha.statement == "agreement.token_alpha"
    assert (alpha.low, alpha.high) == (None, None)
    coding = found[Measure.UNIT_ALPHA_CODING, "event", "", None]
    assert coding.value is None
    assert Caution.UNDEFINED in coding.cautions
    wide = replace(alpha, low=0.1, high=0.9, articles=50)
    assert wide.cautions == (Caution.WIDE,)


def test_confusions_name_both_labels_and_what_one_left_out() -> None:
    article, gold = make_gold(7, words=80, mentions=40)
    changed, planted = perturb(gold, article, SCHEME, seed=1, errors=["label", "missing", "label"])
    data = [reviewed(article, {"anna": gold, "bela": changed})]
    expected: Counter[tuple[str, str]] = Counter()
    for mention in gold.mentions.values():
        other = changed.mentions.get(mention.id)
        if mention.layer == "entity":
            expected[mention.label, other.label if other else ""] += 1
    statistics = count(data, SCHEME)
    assert confusions(statistics, "entity", ("anna", "bela")) == expected
    turned = {(other, one): n for (one, other), n in expected.items()}
    assert confusions(statistics, "entity", ("bela", "anna")) == turned
    summed: Counter[tuple[str, str]] = Counter()
    for labels, number in expected.items():
        summed[min(labels), max(labels)] += number
    assert confusions(statistics, "entity") == summed
    assert len(planted) == 3


def test_attributes_and_times_are_compared_on_matched_mentions() -> None:
    article, gold = make_gold(5, words=80, mentions=40)
    errors = ["attribute", "attribute", "time_value", "missing"]
    changed, planted = perturb(gold, article, SCHEME, seed=2, errors=errors)
    kinds = Counter(error.kind for error in planted)
    found = told(count([reviewed(article, {"anna": gold, "bela": changed})], SCHEME))
    for measure, layer, name, kind in (
        (Measure.ATTRIBUTE_AGREEMENT, "event", "factuality", "attribute"),
        (Measure.TIME_VALUE_AGREEMENT, "time", "value", "time_value"),
    ):
        both = [m for m in changed.mentions.values() if m.layer == layer]
        figure = found[measure, layer, name, None]
        assert figure.items == len(both)
        assert figure.value == pytest.approx(1 - sum(n for k, n in kinds.items() if k == kind) / len(both))
    values_ = [
        [m.attribute("factuality") for m in (gold.mentions[i], changed.mentions[i])]
        for i in changed.mentions
        if gold.mentions[i].layer == "event"
    ]
    kappa = cohen_kappa_score(*map(list, zip(*values_, strict=True)))
    assert found[Measure.ATTRIBUTE_KAPPA, "event", "factuality", None].value == pytest.approx(kappa)


def test_relations_and_arguments_count_on_matched_ends() -> None:
    article, gold = make_gold(6, words=80, mentions=40)
    errors = ["boundary", "relation_label", "role", "relation_missing", "relation_direction"]
    changed, planted = perturb(gold, article, SCHEME, seed=3, errors=errors)
    assert len(planted) == len(errors)

    def look(layered: Layered, name: RelationId) -> tuple[str, ...]:
        relation = layered.relations[name]
        return (relation.label, relation.head, relation.tail)

    found = told(count([reviewed(article, {"anna": gold, "bela": changed})], SCHEME))
    for measure, events in ((Measure.ARGUMENT_F1, True), (Measure.RELATION_F1, False)):
        sides = [
            {look(s, r.id) for r in s.relations.values() if (s.mentions[r.head].layer == "event") is events}
            for s in (gold, changed)
        ]
        expected = 2 * len(sides[0] & sides[1]) / (len(sides[0]) + len(sides[1]))
        assert found[measure, "", "", None].value == pytest.approx(expected)


def test_clusters_of_an_article_give_the_published_values() -> None:
    article = make_article("Liste\n" + " ".join("123456789ABC"))
    start = article.text.index("1")
    tokens = [token for token in article.tokens if token.start >= start]
    mentions = {
        MentionId(article.text[t.start]): Mention(
            MentionId(article.text[t.start]), "entity", "PER", (t,), (), Status.ACCEPTED, HUMAN
        )
        for t in tokens
    }

    def side(clusters: list[str]) -> Layered:
        made = {
            ClusterId(c): Cluster(
                ClusterId(c), "entity", "", "", tuple(map(MentionId, c)), Status.ACCEPTED, HUMAN
            )
            for c in clusters
        }
        return Layered(mentions, {}, made)

    sets = {"anna": side(KEY), "bela": side(["1234589ABC", "67"])}
    found = told(count([reviewed(article, sets)], SCHEME))
    expected = {
        Measure.CLUSTER_MUC: 0.947,
        Measure.CLUSTER_B_CUBED: 0.737,
        Measure.CLUSTER_CEAF_M: 0.583,
        Measure.CLUSTER_CEAF_E: 0.667,
    }
    for measure, value in expected.items():
        figure = found[measure, "entity", "", None]
        assert figure.value is not None
        assert round(figure.value, 3) == value
        assert figure.items == 24
