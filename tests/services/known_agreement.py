"""What agreement must be, told from sets in which an annotation keeps its id whoever changes it.

Two annotators' mentions are one where their ids are: nothing is matched, and none of the program's own
measures is used. Formulas are those of the papers; κ and α come from scikit-learn and krippendorff.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import mean

import krippendorff
import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import cohen_kappa_score

from annotator.core.annotation import Mention, Status
from annotator.core.article import Article
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import Layered
from annotator.review.figure import Measure

Pair = tuple[str, str]
Key = tuple[Measure, str, str, Pair | None]
"""Measure, scope (a layer or the kind of clusters, or all), label or attribute, and who."""


@dataclass(frozen=True, slots=True)
class Work:
    """An article and everybody's set of it."""

    article: Article
    sets: Mapping[str, Layered]

    def mentions(self, name: str) -> dict[str, Mention]:
        """Return what somebody stands for, by id."""
        return {str(k): m for k, m in self.sets[name].mentions.items() if m.status is Status.ACCEPTED}

    def relations(self, name: str, scheme: Scheme, *, events: bool) -> set[tuple[str, ...]]:
        """Return somebody's relations as label and the ids of their ends."""
        there = self.mentions(name)
        return {
            (r.label, str(r.head), str(r.tail))
            for r in self.sets[name].relations.values()
            if r.status is Status.ACCEPTED
            and r.head in there
            and r.tail in there
            and scheme.is_event(there[r.head].layer) is events
        }

    def clusters(self, name: str, kind: str) -> list[frozenset[str]]:
        """Return somebody's clusters of a kind, cut to what she stands for."""
        there = self.mentions(name)
        cut = [
            frozenset(str(m) for m in c.members if m in there)
            for c in self.sets[name].clusters.values()
            if c.status is Status.ACCEPTED and c.kind == kind
        ]
        return [members for members in cut if members]


def known(work: Sequence[Work], names: Sequence[str], scheme: Scheme) -> dict[Key, float]:
    """Return the figures of all pairs, and of all together, that the sets make."""
    found: dict[Key, float] = {}
    pairs = list(combinations(sorted(names), 2))
    for pair in (*pairs, None):
        among = pairs if pair is None else [pair]
        found |= {(*key, pair): value for key, value in _spans(work, among)}
        found |= {(*key, pair): value for key, value in _relations(work, among, scheme)}
        found |= {(*key, pair): value for key, value in _attributes(work, among, scheme)}
    for pair in pairs:
        found |= {(*key, pair): value for key, value in _clusters(work, pair)}
        found |= {(*key, pair): value for key, value in _choices(work, pair, scheme)}
    for layer in sorted({m.layer for one in work for name in names for m in one.mentions(name).values()}):
        found |= dict(_tokens(work, names, pairs, layer))
    averaged = (*_CLUSTER, Measure.ATTRIBUTE_KAPPA)
    by_pair: dict[tuple[Measure, str, str], list[float]] = defaultdict(list)
    for (measure, scope, label, _), value in found.items():
        if measure in averaged:
            by_pair[measure, scope, label].append(value)
    return found | {(*key, None): mean(values) for key, values in by_pair.items()}


# Mentions, relations, attributes --------------------------------------------------------------------------

Told = Iterator[tuple[tuple[Measure, str, str], float]]


def _spans(work: Sequence[Work], pairs: Sequence[Pair]) -> Told:
    """F1: twice what two have in common by what both have. All pairs together: of the sums."""
    exact, overlap, of_both = Counter[str](), Counter[str](), Counter[str]()
    for one in work:
        for a, b in pairs:
            ours, theirs = one.mentions(a), one.mentions(b)
            for mention in (*ours.values(), *theirs.values()):
                of_both.update({mention.layer: 1, "": 1})
            for key in ours.keys() & theirs.keys():
                if ours[key].label == theirs[key].label:
                    overlap.update({ours[key].layer: 2, "": 2})
                    if ours[key].fragments == theirs[key].fragments:
                        exact.update({ours[key].layer: 2, "": 2})
    for layer, number in of_both.items():
        yield (Measure.SPAN_EXACT, layer, ""), exact[layer] / number
        yield (Measure.SPAN_OVERLAP, layer, ""), overlap[layer] / number


def _relations(work: Sequence[Work], pairs: Sequence[Pair], scheme: Scheme) -> Told:
    for measure, events in ((Measure.ARGUMENT_F1, True), (Measure.RELATION_F1, False)):
        sides = [[one.relations(n, scheme, events=events) for n in pair] for one in work for pair in pairs]
        number = sum(len(a) + len(b) for a, b in sides)
        if number:
            yield (measure, "", ""), 2 * sum(len(a & b) for a, b in sides) / number


def _valued(
    work: Sequence[Work], pairs: Sequence[Pair], scheme: Scheme
) -> dict[tuple[AttributeKind, str, str], list[tuple[str, str]]]:
    """Return what two say of an attribute of the same mention, wherever both labels have it."""
    found: dict[tuple[AttributeKind, str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in work:
        for a, b in pairs:
            ours, theirs = one.mentions(a), one.mentions(b)
            for key in sorted(ours.keys() & theirs.keys()):
                both = ours[key], theirs[key]
                common = set.intersection(*(set(scheme.attributes_of(m.layer, m.label)) for m in both))
                for attribute in common:
                    first, second = (m.attribute(attribute.name) or attribute.default for m in both)
                    found[attribute.kind, both[0].layer, attribute.name].append((first, second))
    return found


def _attributes(work: Sequence[Work], pairs: Sequence[Pair], scheme: Scheme) -> Told:
    for (kind, layer, name), rows in _valued(work, pairs, scheme).items():
        is_time = kind is AttributeKind.TIMEX
        measure = Measure.TIME_VALUE_AGREEMENT if is_time else Measure.ATTRIBUTE_AGREEMENT
        yield (measure, layer, name), mean(one == other for one, other in rows)


def _choices(work: Sequence[Work], pair: Pair, scheme: Scheme) -> Told:
    for (kind, layer, name), rows in _valued(work, [pair], scheme).items():
        if kind is AttributeKind.CHOICE and len({value for row in rows for value in row}) > 1:
            yield (
                (Measure.ATTRIBUTE_KAPPA, layer, name),
                cohen_kappa_score(*map(list, zip(*rows, strict=True))),
            )


# Clusters -------------------------------------------------------------------------------------------------

Partition = Collection[frozenset[str]]


def _muc(key: Partition, response: Partition) -> tuple[float, float]:
    """Vilain et al. 1995: Σ (|k| − the parts that the response cuts k into) by Σ (|k| − 1)."""
    found = 0
    for cluster in key:
        met = [cluster & other for other in response if cluster & other]
        alone = len(cluster) - sum(map(len, met))
        found += len(cluster) - len(met) - alone
    return found, sum(len(cluster) - 1 for cluster in key)


def _b_cubed(key: Partition, response: Partition) -> tuple[float, float]:
    """Bagga and Baldwin 1998: for each mention the share of its cluster that is with it in the response."""
    shares = (
        len(cluster & other) / len(cluster)
        for cluster in key
        for mention in cluster
        for other in response
        if mention in other
    )
    return sum(shares), sum(map(len, key))


def _links(cluster: frozenset[str]) -> set[tuple[str, str]]:
    if len(cluster) == 1:
        return {(mention, mention) for mention in cluster}
    return set(combinations(sorted(cluster), 2))


def _lea(key: Partition, response: Partition) -> tuple[float, float]:
    """Moosavi and Strube 2016: how much of each cluster's links the response has, by the cluster's size."""
    there = set().union(*map(_links, response))
    shares = (len(c) * len(_links(c) & there) / len(_links(c)) for c in key)
    return sum(shares), sum(map(len, key))


def _ceaf(key: Partition, response: Partition, *, entities: bool) -> tuple[float, float]:
    """Luo 2005: the best one-to-one alignment; φ3 counts mentions, φ4 is 2 |k ∩ r| / (|k| + |r|)."""
    whole = float(len(key)) if entities else float(sum(map(len, key)))
    if not key or not response:
        return 0.0, whole
    table = np.array(
        [
            [2 * len(k & r) / (len(k) + len(r)) if entities else float(len(k & r)) for r in response]
            for k in key
        ]
    )
    return float(table[linear_sum_assignment(table, maximize=True)].sum()), whole


_CLUSTER = {
    Measure.CLUSTER_MUC: _muc,
    Measure.CLUSTER_B_CUBED: _b_cubed,
    Measure.CLUSTER_CEAF_M: lambda key, response: _ceaf(key, response, entities=False),
    Measure.CLUSTER_CEAF_E: lambda key, response: _ceaf(key, response, entities=True),
    Measure.CLUSTER_LEA: _lea,
}


def _clusters(work: Sequence[Work], pair: Pair) -> Told:
    """Counts are added up over the articles, as the scorers do over documents."""
    kinds = {c.kind for one in work for name in pair for c in one.sets[name].clusters.values()}
    for kind in sorted(kinds):
        sides = [[one.clusters(name, kind) for name in pair] for one in work]
        for measure, counted in _CLUSTER.items():
            recall, precision = (
                np.sum([counted(key, response) for key, response in rows], axis=0)
                for rows in (sides, [side[::-1] for side in sides])
            )
            r, p = recall[0] / recall[1], precision[0] / precision[1]
            yield (measure, kind, ""), 2 * r * p / (r + p)


# Tokens ---------------------------------------------------------------------------------------------------


def _tokens(
    work: Sequence[Work], names: Sequence[str], pairs: Sequence[Pair], layer: str
) -> Iterator[tuple[Key, float]]:
    rows = {name: [label for one in work for label in _labels(one, name, layer)] for name in names}
    number = {label: place for place, label in enumerate(sorted({v for row in rows.values() for v in row}))}
    if len(number) < 2:
        return

    def alpha(who: Iterable[str]) -> float:
        data = [[number[label] for label in rows[name]] for name in who]
        return float(
            krippendorff.alpha(
                reliability_data=data,
                value_domain=list(range(len(number))),
                level_of_measurement="nominal",
            )
        )

    kappas = {pair: float(cohen_kappa_score(*(rows[name] for name in pair))) for pair in pairs}
    for pair, kappa in kappas.items():
        yield (Measure.TOKEN_COHEN, layer, "", pair), kappa
        yield (Measure.TOKEN_ALPHA, layer, "", pair), alpha(pair)
    yield (Measure.TOKEN_COHEN, layer, "", None), mean(kappas.values())
    yield (Measure.TOKEN_ALPHA, layer, "", None), alpha(names)
    yield (Measure.TOKEN_FLEISS, layer, "", None), _fleiss(list(zip(*rows.values(), strict=True)))


def _fleiss(units: Sequence[Sequence[str]]) -> float:
    """Fleiss 1971: the share of agreeing pairs, beyond what the shares of the labels would give."""
    raters = len(units[0])
    agreed = mean(
        sum(n * (n - 1) for n in Counter(unit).values()) / (raters * (raters - 1)) for unit in units
    )
    share = Counter(label for unit in units for label in unit)
    chance = sum((n / share.total()) ** 2 for n in share.values())
    return (agreed - chance) / (1 - chance)


def _labels(one: Work, name: str, layer: str) -> list[str]:
    """Return what somebody gives each token: the label of her longest mention on it, or nothing."""
    there = [m for m in one.mentions(name).values() if m.layer == layer]
    by_token: dict[int, list[Mention]] = defaultdict(list)
    for mention in there:
        for fragment in mention.fragments:
            for token in one.article.tokens.covered(fragment):
                by_token[token].append(mention)
    return [
        max(by_token[token], key=_weight).label if token in by_token else ""
        for token in range(len(one.article.tokens))
    ]


def _weight(mention: Mention) -> tuple[object, ...]:
    broken = mention.fragments if len(mention.fragments) > 1 else ()
    return (sum(map(len, mention.fragments)), mention.start, mention.end, broken, mention.label)
