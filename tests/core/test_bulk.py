"""Deciding many things at once in one article."""

from __future__ import annotations

from dataclasses import replace

from annotator.core import edits
from annotator.core.annotation import Status
from annotator.core.article import Article
from annotator.core.change import Plan
from annotator.core.edits import Act, Sure, Wanted
from annotator.core.state import AnnotationState, Layered
from tests.support.build import make_article, make_scheme, make_state, place, suggest, suggest_link

TEXT = "Weiß kam. Weiß’ Haus brennt 🚒. Karla Weiß sah Weiß\u2028und Weiß-Gegner."
ARTICLE = make_article(TEXT)
SCHEME = make_scheme()
WEISS = Wanted("Weiß", "entity", "PER")


def perform(state: AnnotationState, plan: Plan) -> AnnotationState:
    return state.apply(plan.changes, revision=state.revision + 1)


def state_with(*suggested: tuple[str, str, int]) -> AnnotationState:
    mentions = [suggest(ARTICLE, words, "entity", label, occurrence=n) for words, label, n in suggested]
    return make_state(ARTICLE, Layered({m.id: m for m in mentions}))


def found(
    state: AnnotationState, wanted: Wanted = WEISS, article: Article = ARTICLE
) -> list[tuple[int, Act]]:
    return [(o.span.start, o.act) for o in edits.occurrences(state, article, SCHEME, wanted)]


def test_where_nothing_stands_a_mention_is_made_and_a_suggestion_is_accepted_or_relabelled() -> None:
    state = state_with(("Weiß", "PER", 1), ("Weiß", "ORG", 3))
    assert found(state, replace(WEISS, inflected=False)) == [
        (place(ARTICLE, "Weiß", n).start, act)
        for n, act in ((0, Act.CREATE), (1, Act.ACCEPT), (2, Act.CREATE), (3, Act.RELABEL))
    ]


def test_a_longer_suggestion_keeps_its_place() -> None:
    state = state_with(("Karla Weiß", "PER", 0))
    assert place(ARTICLE, "Weiß", 2).start not in [start for start, _ in found(state)]


def test_an_own_mention_and_a_rejection_are_left_alone() -> None:
    state = state_with(("Weiß", "PER", 0), ("Weiß", "PER", 3))
    first, last = list(state.visible_mentions())
    state = perform(state, edits.reject(state, [first.id]))
    state = perform(state, edits.relabel(state, SCHEME, last.id, layer="entity", label="LOC"))
    starts = [start for start, _ in found(state)]
    assert first.start not in starts
    assert last.start not in starts
    assert len(starts) == 2


def test_part_of_a_token_is_labelled_only_where_the_label_may_stand_there() -> None:
    article = make_article("Der Weiß-Gegner")  # hyphens are tokens of their own here
    joined = replace(article, tokens=type(article.tokens)([0, 4], [3, 15]))
    state = make_state(joined, Layered())
    asked = replace(WEISS, compounds=True)
    assert found(state, asked, joined) == []
    assert found(state, replace(asked, label="LOC"), joined) == [(4, Act.CREATE)]


def test_only_the_chosen_places_are_labelled_in_one_plan() -> None:
    state = state_with(("Weiß", "PER", 1))
    chosen = [o.span for o in edits.occurrences(state, ARTICLE, SCHEME, WEISS)][:2]
    plan = edits.apply_to_all(state, ARTICLE, SCHEME, WEISS, places=chosen, author="änne")
    after = perform(state, plan)
    assert [m.fragments[0] for m in after.visible_mentions()] == chosen
    assert all(m.status is Status.ACCEPTED and m.label == "PER" for m in after.visible_mentions())


def test_what_is_sure_goes_by_score_label_and_stretch() -> None:
    state = state_with(("Weiß", "PER", 0), ("Haus", "LOC", 0), ("Karla Weiß", "PER", 0))
    weiss, haus, karla = list(state.visible_mentions())
    assert edits.sure(state, SCHEME, Sure(0.9)) == ()
    assert edits.sure(state, SCHEME, Sure(0.5)) == (weiss.id, haus.id, karla.id)
    assert edits.sure(state, SCHEME, Sure(label=("entity", "PER"))) == (weiss.id, karla.id)
    assert edits.sure(state, SCHEME, Sure(within=karla.envelope)) == (karla.id,)


def test_a_suggestion_without_a_score_counts_as_sure() -> None:
    one = suggest(ARTICLE, "Haus", "entity", "LOC")
    one = replace(one, provenance=replace(one.provenance, score=None))
    assert edits.sure(make_state(ARTICLE, Layered({one.id: one})), SCHEME, Sure(0.99)) == (one.id,)


def test_no_more_relations_are_accepted_than_a_role_has_room_for() -> None:
    mentions = [
        suggest(ARTICLE, words, layer, label)
        for words, layer, label in (
            ("kam", "event", "Treffen"),
            ("Haus", "entity", "LOC"),
            ("Weiß", "entity", "LOC"),
        )
    ]
    event, *fillers = mentions
    links = [suggest_link(event, filler, "Ort") for filler in fillers]
    surer = replace(links[1], provenance=replace(links[1].provenance, score=0.9))
    state = make_state(
        ARTICLE, Layered({m.id: m for m in mentions}, {links[0].id: links[0], surer.id: surer})
    )
    ids = edits.sure(state, SCHEME, Sure(0.1))
    assert [i for i in ids if i in state.relations] == [surer.id]
    after = perform(state, edits.accept_many(state, ids))
    assert after.open_suggestions == 0


def test_many_are_rejected_or_relabelled_and_what_is_gone_is_passed_over() -> None:
    state = state_with(("Weiß", "PER", 0), ("Haus", "LOC", 0))
    ids = [m.id for m in state.visible_mentions()]
    after = perform(state, edits.relabel_many(state, SCHEME, [*ids, "gone"], layer="entity", label="ORG"))
    assert {m.label for m in after.visible_mentions()} == {"ORG"}
    after = perform(after, edits.reject_many(after, [*ids, "gone"]))
    assert list(after.visible_mentions()) == []
    assert edits.accept_many(state, ["gone"]).changes == ()
