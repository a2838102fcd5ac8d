from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from annotator.core import edits, validation
from annotator.core.annotation import Origin, SetState, Status
from annotator.core.article import Zone, ZoneKind
from annotator.core.change import Plan, RelationChange, inverse
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState, Layered, overlay
from annotator.core.text import Span
from tests.support.build import make_article, make_scheme, make_state, place

ARTICLE = make_article()
SCHEME = make_scheme()


def run(state: AnnotationState, plan: Plan) -> AnnotationState:
    after = state.apply(plan.changes, revision=state.revision + 1)
    validation.check(plan.changes, before=state, after=after, article=ARTICLE, scheme=SCHEME)
    back = after.apply([inverse(c) for c in reversed(plan.changes)], revision=state.revision)
    for part in ("mentions", "relations", "clusters", "own", "order", "set_state", "zones", "open_relations"):
        assert getattr(back, part) == getattr(state, part), f"undoing {plan.name} leaves {part} changed"
    return after


def find(state: AnnotationState, words: str) -> MentionId:
    return next(m.id for m in state.visible_mentions() if m.text_of(ARTICLE.text) == words)


def relation(state: AnnotationState, label: str) -> RelationId:
    return next(r.id for r in state.relations.values() if r.label == label)


def test_accepting_a_suggestion_keeps_its_id_and_says_where_it_came_from() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    after = run(state, edits.accept(state, [karla]))
    mention = after.mentions[karla]
    assert mention.status is Status.ACCEPTED
    assert mention.provenance.origin is Origin.RULE
    assert mention.provenance.derived_from == karla
    assert karla in after.own
    assert after.open_suggestions == state.open_suggestions - 1


def test_accepting_an_argument_accepts_both_ends() -> None:
    state = make_state(ARTICLE)
    after = run(state, edits.accept(state, [relation(state, "Teilnehmer")]))
    accepted = {m.text_of(ARTICLE.text) for m in after.mentions.values() if m.status is Status.ACCEPTED}
    assert accepted == {"Karla Weiß", "traf"}


def test_a_rejected_suggestion_is_hidden_with_its_arguments_and_kept_as_a_decision() -> None:
    state = make_state(ARTICLE)
    meeting = find(state, "traf")
    after = run(state, edits.reject(state, [meeting]))
    assert after.mentions[meeting].status is Status.REJECTED
    assert meeting not in {m.id for m in after.visible_mentions()}
    assert list(after.visible_relations()) == []


def test_deleting_an_own_mention_removes_it_with_its_own_relations() -> None:
    state = make_state(ARTICLE)
    state = run(
        state,
        edits.create(
            state, ARTICLE, SCHEME, [place(ARTICLE, "Nördlingen")], layer="entity", label="LOC", author="anna"
        ),
    )
    town, karla = find(state, "Nördlingen"), find(state, "Karla Weiß")
    state = run(state, edits.relate(state, head=karla, tail=town, label="lebt_in", author="anna"))
    assert state.mentions[karla].status is Status.ACCEPTED
    after = run(state, edits.delete(state, town))
    assert town not in after.mentions
    assert {r.label for r in after.visible_relations()} == {"Teilnehmer", "Ort"}


def test_relabelling_drops_what_the_new_label_does_not_allow() -> None:
    state = make_state(ARTICLE)
    karla, argument = find(state, "Karla Weiß"), relation(state, "Teilnehmer")
    after = run(state, edits.relabel(state, SCHEME, karla, layer="entity", label="LOC"))
    assert after.mentions[karla].label == "LOC"
    assert after.relations[argument].status is Status.REJECTED
    same = run(state, edits.relabel(state, SCHEME, karla, layer="entity", label="ORG"))
    assert same.relations[argument].status is Status.SUGGESTED


def test_creating_on_an_existing_place_of_the_layer_relabels_it() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    plan = edits.create(
        state, ARTICLE, SCHEME, [place(ARTICLE, "Karla Weiß")], layer="entity", label="ORG", author="anna"
    )
    after = run(state, plan)
    assert after.mentions[karla].label == "ORG"
    assert len(after.mentions) == len(state.mentions)


def test_a_new_event_begins_with_the_default_attributes() -> None:
    state = make_state(ARTICLE)
    span = place(ARTICLE, "reden")
    plan = edits.create(state, ARTICLE, SCHEME, [span], layer="event", label="Treffen", author="anna")
    after = run(state, plan)
    assert after.mentions[find(after, "reden")].attribute("factuality") == "happened"


@pytest.mark.parametrize(
    ("edge", "tokens", "words"),
    [
        ("start", 1, "Ministerpräsidentin Karla Weiß"),
        ("end", 1, "Karla Weiß traf"),
        ("start", -1, "Weiß"),
        ("end", -1, "Karla"),
    ],
)
def test_growing_and_shrinking_moves_by_whole_tokens(edge: edits.Edge, tokens: int, words: str) -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    after = run(state, edits.grow(state, ARTICLE, karla, edge=edge, tokens=tokens))
    assert after.mentions[karla].text_of(ARTICLE.text) == words
    assert after.mentions[karla].status is Status.ACCEPTED


@pytest.mark.parametrize(
    ("edge", "tokens", "words"),
    [
        ("end", 1, "Füssen"),
        ("end", -1, ""),
        ("start", 1, "in Füss"),
    ],
)
def test_an_edge_inside_a_token_first_goes_to_its_border(edge: edits.Edge, tokens: int, words: str) -> None:
    state = make_state(ARTICLE)
    town = find(state, "Füssen")
    inside = place(ARTICLE, "Füss")
    state = run(state, edits.resize(state, town, [inside]))
    if not words:
        with pytest.raises(InvalidEdit, match="edge_stuck"):
            edits.grow(state, ARTICLE, town, edge=edge, tokens=tokens)
        return
    after = run(state, edits.grow(state, ARTICLE, town, edge=edge, tokens=tokens))
    assert after.mentions[town].text_of(ARTICLE.text) == words


def test_a_mention_cannot_shrink_to_nothing_nor_leave_the_text() -> None:
    state = make_state(ARTICLE)
    with pytest.raises(InvalidEdit, match="edge_stuck"):
        edits.grow(state, ARTICLE, find(state, "Füssen"), edge="end", tokens=-1)
    first = run(
        state,
        edits.create(
            state, ARTICLE, SCHEME, [place(ARTICLE, "Krise")], layer="entity", label="ORG", author="a"
        ),
    )
    with pytest.raises(InvalidEdit, match="edge_stuck"):
        edits.grow(first, ARTICLE, find(first, "Krise"), edge="start", tokens=1)


def test_two_own_mentions_never_share_a_place() -> None:
    state = make_state(ARTICLE)
    both, karla = place(ARTICLE, "Karla Weiß"), find(state, "Karla Weiß")
    short = run(state, edits.resize(state, karla, [place(ARTICLE, "Weiß")]))
    short = run(
        short, edits.create(short, ARTICLE, SCHEME, [both], layer="entity", label="PER", author="anna")
    )
    with pytest.raises(InvalidEdit, match="occupied"):
        run(short, edits.resize(short, karla, [both]))
    day = find(state, "Montag")
    dated = run(state, edits.accept(state, [day]))
    spans = [place(ARTICLE, "Montag")]
    dated = run(
        dated, edits.create(dated, ARTICLE, SCHEME, spans, layer="entity", label="ORG", author="anna")
    )
    with pytest.raises(InvalidEdit, match="occupied"):
        run(dated, edits.relabel(dated, SCHEME, day, layer="entity", label="PER"))


def test_a_suggestion_is_hidden_while_an_own_mention_stands_in_its_place_and_shown_again_after() -> None:
    state = make_state(ARTICLE)
    karla, joerg = find(state, "Karla Weiß"), find(state, "Jörg Größl")
    moved = run(state, edits.resize(state, joerg, [place(ARTICLE, "Karla Weiß")]))
    assert karla not in moved.mentions
    assert moved.open_suggestions == state.open_suggestions - 2
    assert next(r for r in moved.relations.values() if r.label == "Teilnehmer").tail == joerg
    back = run(moved, edits.reject(moved, [joerg]))
    assert back.mentions[karla].status is Status.SUGGESTED
    assert next(r for r in back.relations.values() if r.label == "Teilnehmer").tail == karla


def test_a_relation_needs_a_place_in_the_scheme() -> None:
    state = make_state(ARTICLE)
    head, tail = find(state, "Karla Weiß"), find(state, "Montag")
    plan = edits.relate(state, head=head, tail=tail, label="lebt_in", author="anna")
    with pytest.raises(SchemeViolation, match="relation_not_allowed"):
        run(state, plan)


def test_a_role_takes_no_more_fillers_than_its_maximum() -> None:
    state = make_state(ARTICLE)
    meeting = find(state, "traf")
    state = run(state, edits.accept(state, [relation(state, "Ort")]))
    town = place(ARTICLE, "Nördlingen")
    state = run(
        state, edits.create(state, ARTICLE, SCHEME, [town], layer="entity", label="LOC", author="anna")
    )
    with pytest.raises(SchemeViolation, match="role_full"):
        run(
            state,
            edits.relate(state, head=meeting, tail=find(state, "Nördlingen"), label="Ort", author="anna"),
        )


def test_a_relation_is_there_once() -> None:
    state = make_state(ARTICLE)
    state = run(state, edits.accept(state, [relation(state, "Teilnehmer")]))
    twin = replace(state.relations[relation(state, "Teilnehmer")], id=RelationId("zwilling"))
    with pytest.raises(InvalidEdit, match="duplicate_relation"):
        run(state, Plan("relate", (RelationChange(None, twin),)))


def test_rejecting_what_is_rejected_is_no_step() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    state = run(state, edits.reject(state, [karla]))
    assert edits.reject(state, [karla]).changes == ()


def test_relating_what_is_suggested_accepts_the_suggestion() -> None:
    state = make_state(ARTICLE)
    argument = relation(state, "Teilnehmer")
    old = state.relations[argument]
    plan = edits.relate(state, head=old.head, tail=old.tail, label=old.label, author="anna")
    after = run(state, plan)
    assert after.relations[argument].status is Status.ACCEPTED
    with pytest.raises(InvalidEdit, match="duplicate_relation"):
        edits.relate(after, head=old.head, tail=old.tail, label=old.label, author="anna")


def test_a_relation_is_reversed_only_where_the_scheme_allows_it() -> None:
    state = make_state(ARTICLE)
    with pytest.raises(SchemeViolation, match="relation_not_allowed"):
        edits.reverse(state, SCHEME, relation(state, "Ort"))


def test_an_attribute_takes_only_values_of_the_scheme() -> None:
    state = make_state(ARTICLE)
    meeting = find(state, "traf")
    after = run(state, edits.set_attribute(state, SCHEME, meeting, "factuality", "planned"))
    assert after.mentions[meeting].attribute("factuality") == "planned"
    with pytest.raises(SchemeViolation, match="unknown_value"):
        run(state, edits.set_attribute(state, SCHEME, meeting, "factuality", "vielleicht"))
    with pytest.raises(SchemeViolation, match="attribute_not_allowed"):
        run(state, edits.set_attribute(state, SCHEME, find(state, "Füssen"), "factuality", "planned"))


def test_several_attributes_are_set_in_one_change_and_nothing_else_goes() -> None:
    state = run(state := make_state(ARTICLE), edits.flag(state, find(state, "traf")))
    meeting = find(state, "traf")
    plan = edits.set_attributes(state, meeting, {"factuality": "planned", "value": ""})
    after = run(state, plan).mentions[meeting]
    assert len(plan.changes) == 1
    assert (after.attribute("factuality"), after.difficult, after.status) == (
        "planned",
        True,
        Status.ACCEPTED,
    )
    assert edits.set_attributes(run(state, plan), meeting, {"factuality": "planned"}).changes == ()


def test_a_stretch_grows_by_words_as_a_mention_does() -> None:
    words = place(ARTICLE, "Karla Weiß")
    grown = edits.grown(ARTICLE, words, edge="start", tokens=1)
    assert ARTICLE.text[grown.start : grown.end] == "Ministerpräsidentin Karla Weiß"
    with pytest.raises(InvalidEdit, match="edge_stuck"):
        edits.grown(ARTICLE, Span(0, 5), edge="start", tokens=1)


def test_a_note_leaves_a_suggestion_open() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    after = run(state, edits.set_note(state, karla, "Schreibweise prüfen 🙂"))
    assert after.mentions[karla].note == "Schreibweise prüfen 🙂"
    assert after.open_suggestions == state.open_suggestions


def test_mentions_off_the_tokens_need_a_label_that_allows_them() -> None:
    state = make_state(ARTICLE)
    part = place(ARTICLE, "präsidentin")
    plan = edits.create(state, ARTICLE, SCHEME, [part], layer="entity", label="ORG", author="anna")
    with pytest.raises(SchemeViolation, match="not_on_tokens"):
        run(state, plan)
    allowed = edits.create(state, ARTICLE, SCHEME, [part], layer="entity", label="LOC", author="anna")
    assert run(state, allowed).open_suggestions == state.open_suggestions


@pytest.mark.parametrize("spans", [[Span(5, 5)], [Span(-1, 4)], [Span(0, 10_000)], []])
def test_spans_outside_the_text_are_refused(spans: list[Span]) -> None:
    state = make_state(ARTICLE)
    with pytest.raises(InvalidEdit):
        run(state, edits.create(state, ARTICLE, SCHEME, spans, layer="entity", label="LOC", author="anna"))


def test_fragments_must_be_ordered_and_apart() -> None:
    state = make_state(ARTICLE)
    one, other = place(ARTICLE, "Karla"), place(ARTICLE, "traf")
    apart = edits.create(state, ARTICLE, SCHEME, [one, other], layer="entity", label="ORG", author="anna")
    assert find(run(state, apart), "Karla traf")
    crossed = edits.create(state, ARTICLE, SCHEME, [other, one], layer="entity", label="ORG", author="anna")
    with pytest.raises(InvalidEdit, match="fragments_touch"):
        run(state, crossed)


def test_a_corrected_zone_cuts_the_ones_around_it() -> None:
    state = make_state(ARTICLE)
    span = place(ARTICLE, "„Wir reden“, sagte Weiß")
    after = run(state, edits.correct_zone(state, start=span.start, end=span.end, kind=ZoneKind.TEASER))
    kinds = [(z.kind, z.start, z.end) for z in after.zones]
    assert (ZoneKind.TEASER, span.start, span.end) in kinds
    assert [k for k, _, _ in kinds] == ["headline", "body", "teaser", "body"]
    assert all(a[2] <= b[1] for a, b in pairwise(kinds))


def test_marking_done_twice_changes_nothing_the_second_time() -> None:
    state = make_state(ARTICLE)
    done = run(state, edits.set_state(state, SetState.DONE))
    assert done.set_state is SetState.DONE
    assert edits.set_state(done, SetState.DONE).changes == ()


def test_a_change_that_does_not_start_from_what_is_there_is_refused() -> None:
    state = make_state(ARTICLE)
    plan = edits.accept(state, [find(state, "Karla Weiß")])
    after = run(state, plan)
    with pytest.raises(InvalidEdit, match="not_from_here"):
        run(after, plan)


def test_taking_a_rejection_back_uncovers_the_suggestion() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    relation = next(iter(state.relations))
    rejected = run(state, edits.reject(state, [relation, karla]))
    assert rejected.open_suggestions == state.open_suggestions - 1
    back = run(run(rejected, edits.delete(rejected, karla)), edits.delete(rejected, relation))
    assert (back.mentions, back.relations, back.own) == (state.mentions, state.relations, frozenset())
    assert (back.open_suggestions, back.open_relations) == (state.open_suggestions, state.open_relations)


def test_what_nobody_decided_cannot_be_taken_back() -> None:
    state = make_state(ARTICLE)
    assert edits.take_back(state, find(state, "Karla Weiß")).changes == ()


def test_open_relations_are_those_whose_ends_are_shown() -> None:
    state = make_state(ARTICLE)
    assert state.open_relations == 2
    without_town = run(state, edits.reject(state, [find(state, "Füssen")]))
    assert without_town.open_relations == 1
    assert run(without_town, edits.delete(without_town, find_rejected(without_town))).open_relations == 2
    relation = next(r.id for r in without_town.visible_relations())
    assert run(without_town, edits.accept(without_town, [relation])).open_relations == 0


def find_rejected(state: AnnotationState) -> str:
    return next(m.id for m in state.mentions.values() if m.status is Status.REJECTED)


def test_a_correction_is_about_the_zone_at_the_place_within_its_line() -> None:
    text = "12. März Fähre \u2028 Eis im Hafen\nÜber Nacht fror es. \n\nBild: Größl"
    article = make_article(text)
    zones = (Zone(0, 8, ZoneKind.DATELINE), Zone(8, 35, ZoneKind.HEADLINE), Zone(35, 40, ZoneKind.BODY))
    state = replace(make_state(article, Layered()), zones=zones)

    def words(offset: int) -> str | None:
        span = edits.stretch_at(state, article, offset)
        return None if span is None else text[span.start : span.end]

    assert words(0) == "12. März"
    assert words(text.index("Eis")) == "Fähre \u2028 Eis im Hafen"
    assert words(text.index("Über")) == "Über"
    assert words(text.index("Nacht")) == "Nacht"
    assert words(text.index("fror")) == "fror es."
    assert words(text.index("Größl")) == "Bild: Größl"
    assert words(text.index("\n\n") + 1) is None
    assert words(len(text)) is None


def test_the_overlay_shows_an_own_mention_in_place_of_a_new_suggestion_there() -> None:
    state = make_state(ARTICLE)
    karla = find(state, "Karla Weiß")
    decided = run(state, edits.relabel(state, SCHEME, karla, layer="entity", label="ORG"))
    other = MentionId("anders")
    own = Layered({karla: decided.mentions[karla]}, {}, {})
    again = replace(state.mentions[karla], id=other, label="LOC")
    links = {r.id: replace(r, tail=other) if r.tail == karla else r for r in state.relations.values()}
    mentions = {m.id: m for m in (again, state.mentions[find(state, "traf")])}
    result = overlay(own, Layered(mentions, links, {}), zones=())
    assert other not in result.mentions
    assert result.mentions[karla].label == "ORG"
    moved = next(r for r in result.relations.values() if r.label == "Teilnehmer")
    assert moved.tail == karla
