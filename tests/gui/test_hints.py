from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core import edits
from annotator.core.annotation import Mention
from annotator.core.state import AnnotationState
from annotator.gui.hints import LETTERS, letters_for, link_between, links_from, narrowed
from tests.support.build import make_article, make_scheme, make_state

ARTICLE, SCHEME = make_article(), make_scheme()


@given(st.integers(0, 676))
def test_no_hint_begins_another_and_near_targets_are_never_longer(count: int) -> None:
    letters = list(letters_for(list(range(count))).values())
    assert len(letters) == count
    assert len(set(letters)) == count
    assert not any(a != b and b.startswith(a) for a in letters for b in letters if len(a) == 1)
    assert sorted(map(len, letters)) == list(map(len, letters))
    assert all(set(hint) <= set(LETTERS) for hint in letters)


def test_typing_narrows_to_the_hints_that_begin_so() -> None:
    hints = letters_for(list(range(60)))
    double = next(letters for letters in hints.values() if len(letters) == 2)
    left = narrowed(hints, double[0])
    assert left
    assert all(letters.startswith(double[0]) for letters in left.values())
    assert list(narrowed(hints, double).values()) == [double]


def mention(state: AnnotationState, text: str) -> Mention:
    return next(m for m in state.visible_mentions() if m.text_of(ARTICLE.text) == text)


def test_the_nearest_target_comes_first() -> None:
    state = make_state(ARTICLE)
    event = mention(state, "traf")
    links = links_from(state, SCHEME, event, candidates=state.visible_mentions())
    ends = [state.mentions[link.tail].text_of(ARTICLE.text) for link in links]
    assert ends == ["Karla Weiß", "Montag", "Jörg Größl", "Füssen"]


def test_where_the_scheme_wants_it_the_origin_is_the_tail() -> None:
    state = make_state(ARTICLE)
    event, day = mention(state, "traf"), mention(state, "Montag")
    link = link_between(state, SCHEME, day, event)
    assert link is not None
    assert (link.head, link.tail) == (event.id, day.id)


def test_a_full_role_is_not_offered() -> None:
    state = make_state(ARTICLE)
    event, day, place = (mention(state, text) for text in ("traf", "Montag", "Füssen"))
    plan = edits.relate(state, head=event.id, tail=day.id, label="Zeit", author="Jonte")
    after = state.apply(plan.changes, revision=1)
    assert link_between(after, SCHEME, after.mentions[event.id], after.mentions[day.id]) is None
    assert link_between(after, SCHEME, after.mentions[event.id], after.mentions[place.id]) is not None


def test_a_named_role_is_offered_alone() -> None:
    state = make_state(ARTICLE)
    links = links_from(
        state, SCHEME, mention(state, "traf"), candidates=state.visible_mentions(), role="Teilnehmer"
    )
    assert {choice.name for link in links for choice in link.choices} == {"Teilnehmer"}
    assert len(links) == 2
