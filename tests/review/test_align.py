from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Mention, Status
from annotator.core.ids import MentionId
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.review.align import align
from annotator.review.assignment import assign
from annotator.review.columns import freeze
from annotator.review.disagreement import jaccard
from annotator.review.matching import ONE, match, partners
from annotator.review.version import Reviewed, reviewed, version_of
from tests.review.golds import HUMAN, make_gold, seeds
from tests.support.build import make_article


def two_sets(seed: int, *, crowd: int = 12) -> Reviewed:
    """Return two unlike sets that overlap a lot, on one article."""
    article, one = make_gold(seed, words=12, mentions=crowd)
    rng = Random(seed)
    _, other = make_gold(seed, words=12, mentions=crowd + 1 + rng.randrange(4))
    kept = [m for m in other.mentions.values() if rng.random() < 0.8]
    rest = [m for m in one.mentions.values() if rng.random() < 0.8]
    return reviewed(article, {"a": Layered({m.id: m for m in rest}), "b": Layered({m.id: m for m in kept})})


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_every_mention_is_in_one_group_and_a_group_has_one_of_each_annotator(seed: int) -> None:
    article, gold = make_gold(seed)
    sets = {"a": gold, "b": make_gold(seed, mentions=30)[1], "c": make_gold(seed, mentions=10)[1]}
    versions = reviewed(article, sets).versions
    groups = align(article, versions)
    found = sorted((name, m.id) for group in groups for name, m in group.mentions.items())
    assert found == sorted((name, m.id) for name, version in versions.items() for m in version.mentions)
    assert [group.order for group in groups] == sorted(group.order for group in groups)


@settings(max_examples=80, deadline=None)
@given(seeds)
def test_groups_are_the_same_whatever_the_annotators_are_called(seed: int) -> None:
    article, gold = make_gold(seed, words=14)
    sets = [gold, make_gold(seed, words=14, mentions=30)[1], make_gold(seed, words=14, mentions=12)[1]]
    article = make_article(article.text)
    seen = set()
    for order in permutations(range(3)):
        versions = {name: version_of(sets[i]) for name, i in zip("abc", order, strict=True)}
        groups = align(article, versions)
        named = dict(zip("abc", order, strict=True))
        seen.add(frozenset(frozenset((named[n], m.id) for n, m in g.mentions.items()) for g in groups))
    assert len(seen) == 1


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_no_other_pairing_of_what_is_left_costs_less(seed: int) -> None:
    one = two_sets(seed)
    columns = freeze([one])
    found = match(columns)
    apart = columns.place[found.left] != columns.place[found.right]
    settled = {*found.left[~apart].tolist(), *found.right[~apart].tolist()}
    left = [i for i in range(len(columns)) if columns.annotator[i] == 0 and i not in settled]
    right = [i for i in range(len(columns)) if columns.annotator[i] == 1 and i not in settled]
    best = cheapest(columns, tuple(left), tuple(right))
    cost = float(found.cost[apart].sum()) / ONE - int(apart.sum())
    assert cost == pytest.approx(best, abs=1e-4)


def cheapest(columns, left, right) -> float:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Try every matching; a match counts its cost less 1."""
    table: dict[tuple[int, ...], float] = {(): 0.0}
    for i in left:
        grown = dict(table)
        for used, cost in table.items():
            for j in right:
                ours, theirs = columns.mentions[i], columns.mentions[j]
                if j in used or ours.layer != theirs.layer:
                    continue
                saved = -jaccard(ours, theirs) + 0.5 * (ours.label != theirs.label)
                if saved < 0 and jaccard(ours, theirs) > 0:
                    key = tuple(sorted((*used, j)))
                    grown[key] = min(grown.get(key, 0.0), cost + saved)
        table = grown
    return min(table.values())


def test_partners_are_mutual() -> None:
    columns = freeze([two_sets(5)])
    table = partners(columns, match(columns))
    matched = [(i, j) for i in range(len(columns)) for j in table[i] if j >= 0]
    assert matched
    assert all(table[j, columns.annotator[i]] == i for i, j in matched)


def test_articles_are_matched_each_for_itself() -> None:
    pairs = [two_sets(seed) for seed in range(6)]
    together = freeze(pairs)
    found = match(together)
    names = [
        (together.mentions[i].id, together.mentions[j].id)
        for i, j in zip(found.left, found.right, strict=True)
    ]
    alone = []
    for one in pairs:
        columns = freeze([one])
        single = match(columns)
        alone += [
            (columns.mentions[i].id, columns.mentions[j].id)
            for i, j in zip(single.left, single.right, strict=True)
        ]
    assert sorted(names) == sorted(alone)


def test_columns_know_the_tokens_of_every_piece() -> None:
    one = two_sets(3)
    columns = freeze([one, one])
    tokens = one.article.tokens
    for row, first, after in columns.pieces.tolist():
        local = first - int(columns.tokens[columns.article[row]])
        covered = Span(tokens[local].start, tokens[local + after - first - 1].end)
        assert covered in columns.mentions[row].fragments


@given(st.integers(1, 5), st.integers(0, 3), st.integers(0, 10**6))
def test_an_assignment_is_the_best_of_all(rows: int, more: int, seed: int) -> None:
    rng = Random(seed)
    costs = [[rng.randint(-9, 9) for _ in range(rows + more)] for _ in range(rows)]
    found = assign(costs)
    assert len(set(found)) == rows
    best = min(
        sum(costs[i][j] for i, j in enumerate(choice)) for choice in permutations(range(rows + more), rows)
    )
    assert sum(costs[i][j] for i, j in enumerate(found)) == best


def test_nothing_to_assign_is_no_error() -> None:
    assert assign([]) == []
    assert align(make_article(), {}) == ()


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_groups_do_not_depend_on_who_is_who_where_much_could_be_matched_in_several_ways(seed: int) -> None:
    rng = Random(seed)
    article = make_article("Titel\n" + " ".join("ABCDEFGHIJ"[: rng.randrange(4, 11)]))
    tokens = list(article.tokens)[1:]
    sets: dict[str, dict[MentionId, Mention]] = {}
    for name in ("anna", "bela", "cleo"):
        found = {}
        for number in range(rng.randrange(1, 7)):
            first = rng.randrange(len(tokens))
            last = min(len(tokens) - 1, first + rng.randrange(1, 4))
            key = MentionId(f"{name}-{number}")
            place = (Span(tokens[first].start, tokens[last].end),)
            label = rng.choice(("PER", "PER", "ORG"))
            found[key] = Mention(key, "entity", label, place, (), Status.ACCEPTED, HUMAN)
        by_place = {mention.fragments: mention for mention in found.values()}
        sets[name] = {mention.id: mention for mention in by_place.values()}
    ways = set()
    for names in permutations(sets):
        turned = dict(zip(sets, names, strict=True))
        one = reviewed(article, {turned[name]: Layered(mentions) for name, mentions in sets.items()})
        groups = align(article, one.versions)
        ways.add(frozenset(frozenset(m.id for m in group.mentions.values()) for group in groups))
    assert len(ways) == 1
