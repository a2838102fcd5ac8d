from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core import edits
from annotator.core.annotation import Status
from annotator.core.state import AnnotationState, Layered
from annotator.gui.walk import Item, next_item, place_of, previous_item
from tests.support.build import make_article, make_state, sample_suggestions

ARTICLE = make_article()


def way(state: AnnotationState) -> list[Item]:
    """Walk forwards from the start until an item comes again."""
    seen: list[Item] = []
    item = next_item(state, None)
    while item is not None and item not in seen:
        seen.append(item)
        item = next_item(state, place_of(state, item))
    return seen


def test_every_suggestion_is_met_once_and_arguments_follow_their_event() -> None:
    below = sample_suggestions(ARTICLE)
    state = make_state(ARTICLE)
    met = way(state)
    assert set(met) == {*below.mentions, *below.relations}
    event = next(m for m in below.mentions.values() if m.layer == "event")
    behind = met[met.index(event.id) + 1 : met.index(event.id) + 3]
    assert set(behind) == set(below.relations)


def test_where_nothing_is_annotated_no_way_leads_anywhere() -> None:
    state, there = make_state(ARTICLE, Layered({}, {}, {})), make_state(ARTICLE)
    place = place_of(there, way(there)[0])
    for behind in (None, place):
        assert next_item(state, behind) is None
        assert previous_item(state, behind) is None


def test_backwards_is_forwards_reversed() -> None:
    state = make_state(ARTICLE)
    forwards = way(state)
    item = previous_item(state, None)
    backwards = []
    while item is not None and item not in backwards:
        backwards.append(item)
        item = previous_item(state, place_of(state, item))
    assert backwards == list(reversed(forwards))


def test_without_suggestions_there_is_nowhere_to_go() -> None:
    state = make_state(ARTICLE, Layered({}, {}, {}))
    assert next_item(state, None) is None
    assert previous_item(state, None) is None


def test_the_only_suggestion_is_found_from_itself() -> None:
    below = sample_suggestions(ARTICLE)
    only = next(iter(below.mentions.values()))
    state = make_state(ARTICLE, Layered({only.id: only}, {}, {}))
    assert next_item(state, place_of(state, only.id)) == only.id
    assert previous_item(state, place_of(state, only.id)) == only.id


def test_the_place_of_a_rejected_suggestion_still_leads_on() -> None:
    state = make_state(ARTICLE)
    first, second = way(state)[:2]
    place = place_of(state, first)
    after = state.apply(edits.reject(state, [first]).changes, revision=1)
    assert next_item(after, place) == second


def test_arguments_of_a_rejected_event_are_not_met() -> None:
    state = make_state(ARTICLE)
    event = next(m for m in state.visible_mentions() if m.layer == "event")
    after = state.apply(edits.reject(state, [event.id]).changes, revision=1)
    assert not set(way(after)) & set(state.relations)


@given(st.sets(st.integers(0, 6)))
def test_deciding_any_of_them_leaves_the_others_on_the_way(decided: set[int]) -> None:
    state = make_state(ARTICLE)
    items = way(state)
    mentions = {
        key: replace(m, status=Status.ACCEPTED) if items.index(key) in decided else m
        for key, m in state.suggestions.mentions.items()
    }
    below = Layered(mentions, state.suggestions.relations, {})
    left = [i for n, i in enumerate(items) if n not in decided or i in below.relations]
    assert way(make_state(ARTICLE, below)) == left
