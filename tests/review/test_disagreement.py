from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Mention, Relation, Status, attributes
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.review.disagreement import find
from annotator.review.item import Item, Kind, SpanItem, annotation_ids
from annotator.review.version import Version, reviewed, version_of
from tests.review.golds import HUMAN, make_gold, seeds
from tests.review.perturb import ERRORS, PLANTED, Planted, perturb, perturb_team
from tests.support.build import make_article, make_scheme, place

SCHEME = make_scheme()
ARTICLE = make_article()


def mention(words: str, label: str = "PER", layer: str = "entity", name: str = "", **more: object) -> Mention:
    span = place(ARTICLE, words)
    identifier = MentionId(name or f"{layer}-{words}")
    return Mention(identifier, layer, label, (span,), (), Status.ACCEPTED, HUMAN, **more)  # type: ignore[arg-type]


def layered(*mentions: Mention, relations: tuple[Relation, ...] = ()) -> Layered:
    return Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, {})


def link(head: Mention, tail: Mention, label: str, name: str = "") -> Relation:
    identifier = RelationId(name or f"{label}-{head.id}-{tail.id}")
    return Relation(identifier, label, head.id, tail.id, (), Status.ACCEPTED, HUMAN)


def items(**sets: Layered) -> tuple[Item, ...]:
    return find(ARTICLE, reviewed(ARTICLE, sets).versions, SCHEME)


def test_equal_sets_agree_on_everything() -> None:
    article, gold = make_gold(7)
    found = find(article, reviewed(article, {"a": gold, "b": gold, "c": gold}).versions, SCHEME)
    assert {len(item.sides) for item in found} == {1}
    assert all(item.agreed and not item.consequent for item in found)
    spans = [item for item in found if isinstance(item, SpanItem)]
    assert len(spans) == len(gold.mentions)


@settings(max_examples=150, deadline=None)
@given(seeds, st.lists(st.sampled_from(sorted(ERRORS)), min_size=1, max_size=12))
def test_each_planted_error_is_found_with_its_kind_and_no_other_is(seed: int, errors: list[str]) -> None:
    article, gold = make_gold(seed)
    changed, planted = perturb(gold, article, SCHEME, seed=seed, errors=errors)
    found = find(article, reviewed(article, {"gold": gold, "anna": changed}).versions, SCHEME)
    disputed = [item for item in found if item.types and not item.consequent]
    assert sorted(i.types for i in disputed) == sorted((p.kind,) for p in planted)
    for one in planted:
        assert any(one.kind in item.types and set(one.about) & annotation_ids(item) for item in disputed)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_what_follows_from_a_missing_mention_hangs_on_its_item(seed: int) -> None:
    article, gold = make_gold(seed)
    changed, _ = perturb(gold, article, SCHEME, seed=seed, errors=["missing", "rejected"])
    found = find(article, reviewed(article, {"gold": gold, "anna": changed}).versions, SCHEME)
    disputed = {item.id for item in found if isinstance(item, SpanItem) and item.types}
    for item in found:
        if item.consequent:
            assert disputed & set(item.depends_on)


@settings(max_examples=80, deadline=None)
@given(seeds, st.integers(2, 4))
def test_a_team_disagrees_where_one_of_it_erred_and_nowhere_else(seed: int, people: int) -> None:
    article, gold = make_gold(seed, words=200, mentions=60)
    names = tuple("abcd"[:people])
    sets, planted = perturb_team(gold, article, SCHEME, names=names, seed=seed)
    errors = [error for name in names for error in planted[name]]
    assert len(errors) >= 10
    found = find(article, reviewed(article, {**sets, "gold": gold}).versions, SCHEME)
    disputed = [item for item in found if item.types and not item.consequent]
    assert sorted(item.types for item in disputed) == sorted((error.kind,) for error in errors)
    for name in names:
        for error in planted[name]:
            (item,) = (i for i in disputed if error.kind in i.types and set(error.about) & annotation_ids(i))
            assert item.sides[-1] == (item.annotators.index(name),)
            assert item.majority


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_order_and_names_of_the_annotators_change_nothing(seed: int) -> None:
    article, gold = make_gold(seed)
    rows = [perturb(gold, article, SCHEME, seed=seed + i)[0] for i in range(3)]
    seen = set()
    for order in permutations(range(3)):
        sets = {name: rows[i] for name, i in zip("abc", order, strict=True)}
        found = find(article, reviewed(article, sets).versions, SCHEME)
        seen.add(
            frozenset(
                (item.id, item.types, item.consequent, item.depends_on, tuple(map(len, item.sides)))
                for item in found
            )
        )
    assert len(seen) == 1


def test_every_item_has_an_id_of_its_own_and_keeps_it_after_an_edit() -> None:
    article, gold = make_gold(11)
    other, _ = perturb(gold, article, SCHEME, seed=1)
    before = find(article, reviewed(article, {"a": gold, "b": other}).versions, SCHEME)
    assert len({item.id for item in before}) == len(before)
    again, planted = perturb(other, article, SCHEME, seed=2, errors=["attribute", "boundary", "label"])
    after = find(article, reviewed(article, {"a": gold, "b": again}).versions, SCHEME)
    about = {name for p in planted for name in p.about}
    marks = {item.id: item.fingerprint for item in before}
    for item in after:
        assert (marks[item.id] != item.fingerprint) == bool(about & annotation_ids(item))


def test_one_suggestion_moved_far_apart_gives_two_items_with_two_ids() -> None:
    karla = mention("Karla Weiß", name="s1")
    moved = replace(karla, fragments=(place(ARTICLE, "Füssen"),))
    found = items(a=layered(karla), b=layered(moved))
    assert len({item.id for item in found}) == 2
    assert [item.types for item in found] == [(Kind.MISSING,), (Kind.MISSING,)]


def test_a_boundary_tells_the_overlap() -> None:
    long, short = mention("Ministerpräsidentin Karla Weiß"), mention("Karla Weiß")
    (item,) = items(a=layered(long), b=layered(short), c=layered(long))
    assert isinstance(item, SpanItem)
    assert item.types == (Kind.BOUNDARY,)
    assert item.overlap == 10 / 30
    assert (item.sides, item.majority) == (((0, 2), (1,)), (0, 2))


def test_extent_and_label_can_differ_at_once() -> None:
    long, short = mention("am Montag Jörg Größl"), mention("Montag Jörg Größl", label="ORG")
    (item,) = items(a=layered(long), b=layered(short))
    assert item.types == (Kind.BOUNDARY, Kind.LABEL)


def test_a_nested_mention_that_one_left_out_is_missing_and_no_boundary() -> None:
    outer, inner = mention("Karla Weiß"), mention("Weiß", label="LOC")
    found = items(a=layered(outer, inner), b=layered(outer))
    assert [item.types for item in found] == [(), (Kind.MISSING,)]


def test_open_and_rejected_suggestions_count_as_absent_but_a_rejection_is_told_apart() -> None:
    karla = mention("Karla Weiß")
    suggested, rejected = (replace(karla, status=status) for status in (Status.SUGGESTED, Status.REJECTED))
    (item,) = items(a=layered(karla), b=layered(suggested), c=layered(rejected))
    assert isinstance(item, SpanItem)
    assert item.types == (Kind.MISSING, Kind.STATUS)
    assert item.versions == (karla, None, None)
    assert item.sides == ((1, 2), (0,))


def test_a_default_value_that_is_not_written_down_is_the_same_as_one_that_is() -> None:
    event = mention("traf", label="Treffen", layer="event")
    written = replace(event, attributes=attributes({"factuality": "happened"}))
    planned = replace(event, attributes=attributes({"factuality": "planned"}))
    assert items(a=layered(event), b=layered(written))[0].agreed
    assert items(a=layered(event), b=layered(planned))[0].types == (Kind.ATTRIBUTE,)


def test_a_mention_in_pieces_meets_one_of_its_pieces_and_not_what_lies_between() -> None:
    pieces = replace(
        mention("traf", label="Treffen", layer="event"),
        fragments=(place(ARTICLE, "traf"), place(ARTICLE, "in Füssen")),
    )
    between = mention("Montag", label="Treffen", layer="event")
    piece = mention("traf", label="Treffen", layer="event", name="x")
    assert [i.types for i in items(a=layered(pieces), b=layered(between))] == [(Kind.MISSING,)] * 2
    assert [i.types for i in items(a=layered(pieces), b=layered(piece))] == [(Kind.BOUNDARY,)]


def test_the_arguments_of_an_event_with_another_boundary_still_agree() -> None:
    karla, longer = mention("Karla Weiß"), mention("Ministerpräsidentin Karla Weiß")
    event = mention("traf", label="Treffen", layer="event")
    one, other = link(event, karla, "Teilnehmer"), link(event, longer, "Teilnehmer")
    found = items(a=layered(karla, event, relations=(one,)), b=layered(longer, event, relations=(other,)))
    assert [item.types for item in found] == [(Kind.BOUNDARY,), (), ()]
    assert set(found[2].depends_on) == {found[0].id, found[1].id}


def test_two_relations_between_the_same_mentions_are_compared_one_by_one() -> None:
    karla, town = mention("Karla Weiß"), mention("Füssen", label="LOC")
    lives, knows = link(karla, town, "lebt_in"), link(karla, town, "kennt")
    found = items(
        a=layered(karla, town, relations=(lives, knows)), b=layered(karla, town, relations=(lives,))
    )
    assert [item.types for item in found[2:]] == [(Kind.RELATION_MISSING,), ()]


def test_an_article_of_one_annotator_has_no_items() -> None:
    assert items(a=layered(mention("Karla Weiß"))) == ()


def test_a_cluster_over_several_articles_is_cut_to_this_one() -> None:
    _, gold = make_gold(3)
    cluster = next(c for c in gold.clusters.values() if len(c.members) > 1)
    wide = replace(cluster, members=(*cluster.members, MentionId("elsewhere")))
    version = version_of(replace(gold, clusters={ClusterId(wide.id): wide}))
    assert version.clusters == (cluster,)


def test_a_version_holds_no_relation_without_its_ends() -> None:
    karla, town = mention("Karla Weiß"), replace(mention("Füssen", label="LOC"), status=Status.REJECTED)
    version = version_of(layered(karla, town, relations=(link(karla, town, "lebt_in"),)))
    assert version == Version(
        (karla,), (), (), frozenset({town.id}), frozenset({("entity", (Span(town.start, town.end),))})
    )


def test_the_perturber_plants_every_kind_of_error_that_there_is_room_for() -> None:
    planted: set[Kind] = set()
    for seed in range(12):
        article, gold = make_gold(seed, words=150, mentions=60)
        _, errors = perturb(gold, article, SCHEME, seed=seed)
        planted |= {error.kind for error in errors}
        assert all(isinstance(error, Planted) for error in errors)
    assert planted == PLANTED
