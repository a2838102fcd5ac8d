"""Joining and splitting mentions, moving borders by characters, and marking hard cases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import edits
from annotator.core.annotation import DIFFICULT, Mention, Status
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.state import AnnotationState
from tests.core.test_edits import ARTICLE, SCHEME, find, relation, run
from tests.support.build import make_state, place


def labelled(state: AnnotationState, words: str, layer: str, label: str) -> AnnotationState:
    spans = [place(ARTICLE, words)]
    return run(state, edits.create(state, ARTICLE, SCHEME, spans, layer=layer, label=label, author="Jonte"))


def texts(state: AnnotationState) -> list[str]:
    return sorted(m.text_of(ARTICLE.text) for m in state.mentions.values() if m.status is Status.ACCEPTED)


def test_words_further_on_become_a_second_piece() -> None:
    state = make_state(ARTICLE)
    meeting = find(state, "traf")
    after = run(state, edits.join_spans(state, ARTICLE, meeting, [place(ARTICLE, "ging")]))
    assert after.mentions[meeting].text_of(ARTICLE.text) == "traf ging"
    assert len(after.mentions[meeting].fragments) == 2
    assert after.mentions[meeting].status is Status.ACCEPTED


def test_words_right_beside_make_one_piece() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    after = run(state, edits.join_spans(state, ARTICLE, karla, [place(ARTICLE, "Ministerpräsidentin")]))
    assert len(after.mentions[karla].fragments) == 1
    assert after.mentions[karla].text_of(ARTICLE.text) == "Ministerpräsidentin Karla Weiß"


def test_a_line_separator_between_words_is_white_space_too() -> None:
    pieces = edits.joined(ARTICLE, [place(ARTICLE, "und ging"), place(ARTICLE, "sagte Weiß")])
    assert [ARTICLE.text[p.start : p.end] for p in pieces] == ["sagte Weiß\u2028und ging"]


def test_joining_a_suggestion_rejects_it_and_joining_an_own_mention_deletes_it() -> None:
    state = make_state(ARTICLE)
    karla, joerg = find(state, "Karla Weiß"), find(state, "Jörg Größl")
    after = run(state, edits.join_mentions(state, ARTICLE, SCHEME, karla, joerg))
    assert after.mentions[karla].text_of(ARTICLE.text) == "Karla Weiß Jörg Größl"
    assert after.mentions[joerg].status is Status.REJECTED

    state = labelled(make_state(ARTICLE), "Weiß\u2028und", "entity", "PER")
    own = find(state, "Weiß\u2028und")
    after = run(state, edits.join_mentions(state, ARTICLE, SCHEME, karla, own))
    assert own not in after.mentions


def test_the_relations_of_the_second_go_over_to_the_first_where_the_scheme_allows() -> None:
    state = make_state(ARTICLE)
    state = run(state, edits.accept(state, [relation(state, "Teilnehmer")]))
    karla = find(state, "Karla Weiß")
    state = labelled(state, "Ministerpräsidentin", "entity", "PER")
    title = find(state, "Ministerpräsidentin")
    after = run(state, edits.join_mentions(state, ARTICLE, SCHEME, title, karla))
    moved = after.relations[relation(state, "Teilnehmer")]
    assert (moved.tail, moved.status) == (title, Status.ACCEPTED)

    state = labelled(state, "Schiff\u00adfahrt", "time", "DATE")
    date = find(state, "Schiff\u00adfahrt")
    other = run(state, edits.join_mentions(state, ARTICLE, SCHEME, date, karla))
    assert all(date not in (r.head, r.tail) for r in other.relations.values())


def test_a_mention_is_not_joined_with_itself() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    with pytest.raises(InvalidEdit) as raised:
        edits.join_mentions(state, ARTICLE, SCHEME, karla, karla)
    assert raised.value.data["reason"] == "nothing_to_join"


def test_splitting_makes_a_mention_of_each_piece_and_joins_back_to_the_same() -> None:
    state = make_state(ARTICLE)
    meeting = find(state, "traf")
    joined = run(state, edits.join_spans(state, ARTICLE, meeting, [place(ARTICLE, "ging")]))
    after = run(joined, edits.split_mention(joined, meeting, author="Jonte"))
    assert texts(after) == ["ging", "traf"]
    second = find(after, "ging")
    assert after.mentions[second].label == "Treffen"
    assert after.mentions[second].provenance.author == "Jonte"
    again = run(after, edits.join_mentions(after, ARTICLE, SCHEME, meeting, second))
    assert again.mentions[meeting] == joined.mentions[meeting]


def test_what_has_one_piece_is_not_split() -> None:
    state = make_state(ARTICLE)
    with pytest.raises(InvalidEdit) as raised:
        edits.split_mention(state, find(state, "traf"), author="Jonte")
    assert raised.value.data["reason"] == "one_piece"


@given(st.sets(st.integers(0, len(ARTICLE.tokens) - 1), min_size=1, max_size=8))
def test_joined_pieces_cover_the_same_words_in_order_and_never_touch(tokens: set[int]) -> None:
    pieces = edits.joined(ARTICLE, [ARTICLE.tokens[t] for t in tokens])
    assert {t for p in pieces for t in ARTICLE.tokens.covered(p)} == tokens
    assert all(a.end < b.start for a, b in pairwise(pieces))


def test_a_whole_mention_moves_by_a_word() -> None:
    state = make_state(ARTICLE)
    monday = find(state, "Montag")
    after = run(state, edits.shift(state, ARTICLE, monday, tokens=1))
    assert after.mentions[monday].text_of(ARTICLE.text) == "Jörg"
    back = run(after, edits.shift(after, ARTICLE, monday, tokens=-2))
    assert back.mentions[monday].text_of(ARTICLE.text) == "am"


def trimmed(state: AnnotationState, words: str, edge: edits.Edge, characters: int) -> Mention:
    item = find(state, words)
    plan = edits.trim(state, ARTICLE, item, edge=edge, characters=characters)
    return run(state, plan).mentions[item]


def test_borders_move_by_characters_where_the_label_allows_parts_of_words() -> None:
    state = make_state(ARTICLE)
    assert trimmed(state, "Füssen", "end", -2).text_of(ARTICLE.text) == "Füss"
    assert trimmed(state, "Füssen", "start", -1).text_of(ARTICLE.text) == "üssen"


def test_white_space_is_passed_over() -> None:
    state = labelled(make_state(ARTICLE), "in", "entity", "LOC")
    assert trimmed(state, "in", "end", 1).text_of(ARTICLE.text) == "in N"


def test_a_label_of_whole_words_refuses_a_part() -> None:
    with pytest.raises(SchemeViolation) as raised:
        trimmed(make_state(ARTICLE), "Karla Weiß", "end", -1)
    assert raised.value.data["reason"] == "not_on_tokens"


def test_nothing_is_left_of_a_mention_of_one_letter() -> None:
    state = make_state(ARTICLE)
    with pytest.raises(InvalidEdit) as raised:
        trimmed(state, "Füssen", "end", -6)
    assert raised.value.data["reason"] == "edge_stuck"


@pytest.mark.parametrize(
    ("text", "at", "characters", "place_"),
    [
        ("Cafe\u0301s", 6, -1, 5),
        ("Cafe\u0301s", 5, -1, 3),
        ("Schiff\u00adfahrt", 5, 1, 7),
        ("👩\u200d🚒!", 0, 1, 3),
        ("👍🏽!", 0, 1, 2),
        ("ab", 2, 1, 2),
    ],
)
def test_what_is_seen_as_one_character_is_one_step(text: str, at: int, characters: int, place_: int) -> None:
    assert edits.stepped(text, at, characters, edge="end") == place_


@given(st.text(alphabet="aß 🚒e\u0301\u00ad\u2028\u200d", max_size=12), st.data())
def test_a_step_stays_in_the_text_and_ends_behind_something_seen(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    to = edits.stepped(text, at, data.draw(st.sampled_from([-2, -1, 1, 2])), edge="end")
    assert to == at or (0 < to <= len(text) and not text[to - 1].isspace())


def test_a_hard_case_is_marked_without_being_decided_and_the_mark_goes_again() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    after = run(state, edits.flag(state, karla))
    assert after.mentions[karla].difficult
    assert after.mentions[karla].status is Status.SUGGESTED
    back = run(after, edits.flag(after, karla))
    assert not back.mentions[karla].difficult
    assert back.mentions[karla].attributes == state.mentions[karla].attributes


def test_the_mark_stays_when_the_label_changes_or_the_mention_is_accepted() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    state = run(state, edits.flag(state, karla))
    after = run(state, edits.relabel(state, SCHEME, karla, layer="event", label="Treffen"))
    assert after.mentions[karla].difficult
    assert run(state, edits.accept(state, [karla])).mentions[karla].difficult


def test_the_mark_has_one_value() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    with pytest.raises(SchemeViolation):
        run(state, edits.set_attribute(state, SCHEME, karla, DIFFICULT, "perhaps"))


def test_joined_at_the_other_end_of_a_relation_drops_it() -> None:
    state = make_state(ARTICLE)
    state = run(state, edits.accept(state, [relation(state, "Teilnehmer")]))
    meeting, karla = find(state, "traf"), find(state, "Karla Weiß")
    after = run(state, edits.join_mentions(state, ARTICLE, SCHEME, meeting, karla))
    assert not [r for r in after.relations.values() if r.label == "Teilnehmer" and after.shows(r)]
