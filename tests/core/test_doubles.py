"""What is seen of suggestions beside own annotations: an edit brings about what laying all over anew does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    RelationChange,
    effect_of,
    inverse,
    together,
)
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import AnnotationState, Layered, difference, overlay
from annotator.core.text import Span

_Id = TypeVar("_Id")
_Value = TypeVar("_Value")

PLACES = ((Span(0, 5),), (Span(0, 2), Span(4, 5)), (Span(3, 9),))
MENTIONS = [MentionId(f"m{number}") for number in range(5)]
RELATIONS = [RelationId(f"r{number}") for number in range(5)]
CLUSTERS = [ClusterId("c0"), ClusterId("c1")]
KINDS = {"mentions": MentionChange, "relations": RelationChange, "clusters": ClusterChange}
BY = Provenance(Origin.RULE, "pretagger")

statuses = st.sampled_from(Status)
ends = st.sampled_from(MENTIONS)


def mentions(identifier: MentionId) -> st.SearchStrategy[Mention]:
    layer, label = st.sampled_from(["entity", "event"]), st.sampled_from(["PER", "ORG"])
    values = st.tuples(layer, label, st.sampled_from(PLACES), statuses)
    return values.map(lambda v: Mention(identifier, v[0], v[1], v[2], (), v[3], BY))


def relations(identifier: RelationId) -> st.SearchStrategy[Relation]:
    values = st.tuples(st.sampled_from(["Ort", "Zeit"]), ends, ends, statuses)
    return values.map(lambda v: Relation(identifier, v[0], v[1], v[2], (), v[3], BY))


def clusters(identifier: ClusterId) -> st.SearchStrategy[Cluster]:
    members = st.sets(ends, max_size=3).map(lambda found: tuple(sorted(found)))
    values = st.tuples(members, statuses)
    return values.map(lambda v: Cluster(identifier, "coreference", "", "", v[0], v[1], BY))


def some(made: Mapping[_Id, st.SearchStrategy[_Value]]) -> st.SearchStrategy[dict[_Id, _Value]]:
    return st.fixed_dictionaries({}, optional=made)


layers = st.builds(
    Layered,
    some({one: mentions(one) for one in MENTIONS}),
    some({one: relations(one) for one in RELATIONS}),
    some({one: clusters(one) for one in CLUSTERS}),
)
values = st.one_of(
    *(st.tuples(st.just(one), st.none() | mentions(one)) for one in MENTIONS),
    *(st.tuples(st.just(one), st.none() | relations(one)) for one in RELATIONS),
    *(st.tuples(st.just(one), st.none() | clusters(one)) for one in CLUSTERS),
)
edits = st.lists(st.lists(values, min_size=1, max_size=4), max_size=6)


def laid(own: Layered, suggestions: Layered) -> AnnotationState:
    return overlay(own, suggestions, zones=())


def edited(own: Layered, value: tuple[str, object]) -> tuple[Layered, tuple[Change, ...]]:
    """Return an own set after one change, and that change; none if it changes nothing."""
    identifier, after = value
    for part, kind in KINDS.items():
        if part.startswith(identifier[0]):
            before = getattr(own, part)
            rest = {k: v for k, v in before.items() if k != identifier}
            now = {**rest, identifier: after} if after is not None else rest
            change = kind(before.get(identifier), after)
            return replace(own, **{part: now}), (change,) if now != before else ()
    raise AssertionError(identifier)


def parts(state: AnnotationState) -> dict[str, object]:
    return {
        "mentions": state.mentions,
        "relations": state.relations,
        "clusters": state.clusters,
        "own": state.own,
        "order": list(state.order),
        "links": state.links,
        "open": (state.open_suggestions, state.open_relations),
        "doubles": state.doubles,
    }


@settings(max_examples=400, deadline=None)
@given(own=layers, suggestions=layers, steps=edits)
def test_an_edit_brings_about_what_laying_all_over_anew_does(
    own: Layered, suggestions: Layered, steps: list[list[tuple[str, object]]]
) -> None:
    state = laid(own, suggestions)
    for step in steps:
        changes: tuple[Change, ...] = ()
        for value in step:
            own, more = edited(own, value)
            changes += more
        before, state = state, state.apply(changes, revision=0)
        assert parts(state) == parts(laid(own, suggestions))
        told, differs = together((effect_of(changes), state.beside)), difference(before, state)
        assert differs.mentions <= told.mentions
        assert differs.relations <= told.relations
        assert differs.clusters <= told.clusters
        undone = state.apply(tuple(map(inverse, reversed(changes))), revision=0)
        assert parts(undone) == parts(before)


def mention(identifier: str, *, start: int, status: Status = Status.ACCEPTED) -> Mention:
    return Mention(MentionId(identifier), "entity", "PER", (Span(start, start + 4),), (), status, BY)


def relation(identifier: str, head: str, tail: str, status: Status = Status.SUGGESTED) -> Relation:
    return Relation(RelationId(identifier), "kennt", MentionId(head), MentionId(tail), (), status, BY)


def test_a_drawn_relation_hides_the_same_one_suggested_until_it_goes() -> None:
    people = {one.id: one for one in (mention("karla", start=0), mention("jörg", start=10))}
    offered = relation("vorschlag", "karla", "jörg")
    drawn = relation("gezogen", "karla", "jörg", Status.ACCEPTED)
    state = overlay(Layered(people), Layered({}, {offered.id: offered}), zones=())
    with_it = state.apply([RelationChange(None, drawn)], revision=1)
    assert set(with_it.relations) == {drawn.id}
    assert with_it.beside.relations == {offered.id}
    assert set(with_it.apply([RelationChange(drawn, None)], revision=2).relations) == {offered.id}


def test_an_edit_away_from_doubles_changes_nothing_beside_itself() -> None:
    hiding, hidden = mention("eigen", start=0), mention("fremd", start=0, status=Status.SUGGESTED)
    far = mention("weit", start=40, status=Status.SUGGESTED)
    state = overlay(Layered({hiding.id: hiding}), Layered({m.id: m for m in (hidden, far)}), zones=())
    accepted = state.apply([MentionChange(None, replace(far, status=Status.ACCEPTED))], revision=1)
    assert (accepted.beside.mentions, accepted.beside.relations) == (frozenset(), frozenset())
    assert accepted.doubles == state.doubles
    assert hidden.id not in accepted.mentions
    freed = accepted.apply([MentionChange(hiding, None)], revision=2)
    assert freed.beside.mentions == {hidden.id}
    assert freed.mentions[hidden.id] == hidden


def test_a_state_is_the_same_whatever_way_led_to_it() -> None:
    hiding, hidden = mention("eigen", start=0), mention("fremd", start=0, status=Status.SUGGESTED)
    below = Layered({hidden.id: hidden})
    edited = overlay(Layered(), below, zones=()).apply([MentionChange(None, hiding)], revision=0)
    assert edited.beside.mentions == {hidden.id}
    assert edited == overlay(Layered({hiding.id: hiding}), below, zones=())
