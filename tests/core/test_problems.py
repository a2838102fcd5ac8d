"""What is found wrong in an article; looking again after an edit finds the same as looking at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import edits, problems
from annotator.core.annotation import DIFFICULT, YES, Mention, Relation, Status, attributes
from annotator.core.article import Zone, ZoneKind
from annotator.core.change import Effect, Plan, effect_of, together
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId
from annotator.core.problem import NONE, ProblemKind, Severity
from annotator.core.scheme import Colours, Ends, Label, Layer, LayerKind, Localised, RelationType, Scheme
from annotator.core.state import AnnotationState, Layered, overlay
from tests.support.build import make_article, make_scheme, place, suggest, suggest_link

TEXT = (
    "Krise in Nördlingen 🚒\n"
    "Ministerpräsidentin Karla Weiß traf am Montag Jörg Größl in Füssen. "
    "„Wir reden“, sagte Weiß\u2028und ging.\n"
    "Danach fuhr Jörg Größl heim. Cafe\u0301 und Schiff\u00adfahrt bleiben zu."
)
ARTICLE = make_article(TEXT)


def scheme() -> Scheme:
    plain = make_scheme()
    quote = Label("Zitat", Localised("Zitat", "Quote"), Colours("#333333", "#cccccc"), key="6")
    layer = Layer("quote", Localised("Zitate", "Quotes"), LayerKind.SPAN, (quote,))
    people = Ends(frozenset({("entity", "PER")}))
    said = RelationType(
        "Sprecher", Localised("Sprecher", "Speaker"), Ends(frozenset({("quote", "Zitat")})), people
    )
    return replace(plain, layers=(*plain.layers, layer), relations=(*plain.relations, said))


SCHEME = scheme()


def accepted(words: str, layer: str, label: str, **more: str) -> Mention:
    made = suggest(ARTICLE, words, layer, label)
    return replace(made, status=Status.ACCEPTED, attributes=attributes(more))


def state_of(
    mentions: list[Mention], relations: list[Relation] | None = None, **more: object
) -> AnnotationState:
    own = Layered({m.id: m for m in mentions}, {r.id: r for r in relations or ()}, {})
    return overlay(own, Layered({}, {}, {}), zones=ARTICLE.zones, **more)  # type: ignore[arg-type]


def kinds(state: AnnotationState) -> list[ProblemKind]:
    return [p.kind for p in problems.find(state, ARTICLE, SCHEME).listed]


def test_what_nobody_has_decided_is_no_problem() -> None:
    assert kinds(state_of([suggest(ARTICLE, "traf", "event", "Treffen")])) == []


def test_an_event_without_its_required_role_is_an_error_until_the_role_is_accepted() -> None:
    event, person = accepted("traf", "event", "Treffen"), accepted("Karla Weiß", "entity", "PER")
    link = suggest_link(event, person, "Teilnehmer")
    assert kinds(state_of([event, person])) == [ProblemKind.ROLE_MISSING]
    assert kinds(state_of([event, person], [link])) == [ProblemKind.ROLE_MISSING]
    assert kinds(state_of([event, person], [replace(link, status=Status.ACCEPTED)])) == []
    found = problems.find(state_of([event, person]), ARTICLE, SCHEME)
    assert found.errors == 1
    assert found.listed[0].about == "Teilnehmer"
    assert found.listed[0].place == place(ARTICLE, "traf")


def test_a_label_that_the_scheme_has_no_more_is_an_error() -> None:
    assert kinds(state_of([accepted("Füssen", "entity", "GPE")])) == [ProblemKind.LABEL_UNKNOWN]


def test_times_want_a_value_and_a_good_one() -> None:
    assert kinds(state_of([accepted("Montag", "time", "DATE")])) == [ProblemKind.VALUE_MISSING]
    assert kinds(state_of([accepted("Montag", "time", "DATE", value="2024-02-30")])) == [
        ProblemKind.VALUE_BAD
    ]
    assert kinds(state_of([accepted("Montag", "time", "DATE", value="2024-03-11")])) == []


def test_attributes_and_values_that_the_scheme_does_not_know_are_errors_but_not_the_mark_of_a_hard_case() -> (
    None
):
    bad = accepted("Füssen", "entity", "LOC", factuality="planned")
    assert kinds(state_of([bad])) == [ProblemKind.ATTRIBUTE_NOT_ALLOWED]
    assert kinds(state_of([accepted("Füssen", "entity", "LOC", **{DIFFICULT: YES})])) == []
    event = accepted("traf", "event", "Treffen", factuality="geträumt")
    assert ProblemKind.VALUE_UNKNOWN in kinds(state_of([event]))


def test_a_quote_wants_a_speaker() -> None:
    quote, who = accepted("Wir reden", "quote", "Zitat"), accepted("Karla Weiß", "entity", "PER")
    said = replace(suggest_link(quote, who, "Sprecher"), status=Status.ACCEPTED)
    assert kinds(state_of([quote, who])) == [ProblemKind.SPEAKER_MISSING]
    assert kinds(state_of([quote, who], [said])) == []


def test_words_over_two_kinds_of_text_part_are_an_error_and_over_a_paragraphs_end_a_hint() -> None:
    over = accepted("Nördlingen 🚒\nMinisterpräsidentin", "entity", "ORG")
    found = problems.find(state_of([over]), ARTICLE, SCHEME).listed
    assert [(p.kind, p.kind.severity) for p in found] == [(ProblemKind.CROSSES_ZONE, Severity.ERROR)]
    line = accepted("ging.\nDanach", "entity", "ORG")
    found = problems.find(state_of([line]), ARTICLE, SCHEME).listed
    assert [(p.kind, p.kind.severity) for p in found] == [(ProblemKind.CROSSES_PARAGRAPH, Severity.HINT)]
    # A line separator within a paragraph ends none, and the pieces of a discontinuous mention are apart.
    assert kinds(state_of([accepted("Weiß\u2028und", "entity", "PER")])) == []
    pieces = replace(over, fragments=(place(ARTICLE, "Nördlingen"), place(ARTICLE, "Ministerpräsidentin")))
    assert kinds(state_of([pieces])) == []


def test_the_same_label_on_more_words_at_one_border_is_a_hint_at_the_shorter() -> None:
    long, short = accepted("Karla Weiß", "entity", "PER"), accepted("Karla", "entity", "PER")
    found = problems.find(state_of([long, short]), ARTICLE, SCHEME).listed
    assert [(p.kind, p.item, p.other) for p in found] == [(ProblemKind.TWICE, short.id, long.id)]
    assert kinds(state_of([long, replace(short, label="ORG")])) == []


def test_an_accepted_relation_with_an_open_end_or_one_that_the_scheme_lost_is_an_error() -> None:
    event, person = accepted("traf", "event", "Treffen"), suggest(ARTICLE, "Karla Weiß", "entity", "PER")
    link = replace(suggest_link(event, person, "Teilnehmer"), status=Status.ACCEPTED)
    assert kinds(state_of([event, person], [link])) == [ProblemKind.END_OPEN]
    lost = replace(link, label="Gastgeber")
    shut = replace(person, status=Status.ACCEPTED)
    assert ProblemKind.RELATION_NOT_ALLOWED in kinds(state_of([event, shut], [lost]))


def test_the_next_and_the_previous_problem_go_round() -> None:
    found = problems.find(
        state_of([accepted("Montag", "time", "DATE"), accepted("traf", "event", "Treffen")]), ARTICLE, SCHEME
    )
    first, last = found.listed
    assert found.beside(first.order, forward=True) == last
    assert found.beside(last.order, forward=True) == first
    assert found.beside(first.order, forward=False) == last
    assert NONE.beside((0,), forward=True) is None


def test_correcting_a_zone_looks_at_everything_again() -> None:
    over = accepted("Nördlingen 🚒\nMinisterpräsidentin", "entity", "ORG")
    state = state_of([over])
    known = problems.find(state, ARTICLE, SCHEME)
    one = (Zone(0, len(TEXT), ZoneKind.BODY),)
    after = overlay(Layered({over.id: over}, {}, {}), Layered({}, {}, {}), zones=one)
    found = problems.update(known, Effect(zones=True), after, ARTICLE, SCHEME)
    assert [p.kind for p in found.listed] == [ProblemKind.CROSSES_PARAGRAPH]


WORDS = [
    ("Karla Weiß", "entity", "PER"),
    ("Karla", "entity", "PER"),
    ("Jörg Größl", "entity", "PER"),
    ("Größl", "entity", "PER"),
    ("Füssen", "entity", "LOC"),
    ("Montag", "time", "DATE"),
    ("traf", "event", "Treffen"),
    ("Wir reden", "quote", "Zitat"),
]


def start() -> AnnotationState:
    below = [suggest(ARTICLE, *words) for words in WORDS]
    by_words = {m.text_of(TEXT): m for m in below}
    links = [
        suggest_link(by_words["traf"], by_words["Karla Weiß"], "Teilnehmer"),
        suggest_link(by_words["Wir reden"], by_words["Größl"], "Sprecher"),
    ]
    layered = Layered({m.id: m for m in below}, {r.id: r for r in links}, {})
    return overlay(Layered({}, {}, {}), layered, zones=ARTICLE.zones)


def plan_of(state: AnnotationState, act: str, which: int) -> Plan | None:
    items = [*sorted(state.mentions), *sorted(state.relations)]
    item = items[which % len(items)]
    mention = state.mentions.get(MentionId(item))
    match act:
        case "accept":
            return edits.accept(state, [item])
        case "reject":
            return edits.reject(state, [item])
        case "delete":
            return edits.delete(state, item)
        case "value" if mention is not None and mention.layer == "time":
            return edits.set_attribute(state, SCHEME, mention.id, "value", "2024-03-11")
        case "grow" | "shrink" if mention is not None:
            tokens = 1 if act == "grow" else -1
            return edits.grow(state, ARTICLE, mention.id, edge="end", tokens=tokens)
        case "relabel" if mention is not None and mention.layer == "entity":
            return edits.relabel(state, SCHEME, mention.id, layer="entity", label="ORG")
        case _:
            return None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["accept", "reject", "delete", "value", "relabel", "grow", "shrink"]),
            st.integers(0, 20),
        ),
        max_size=14,
    ),
    st.sampled_from([0, 500]),
)
def test_looking_again_after_each_edit_finds_what_looking_at_all_finds(
    steps: list[tuple[str, int]], few: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotator.core.problem._FEW", few)
        look_after_each(steps)


def look_after_each(steps: list[tuple[str, int]]) -> None:
    state = start()
    known = problems.find(state, ARTICLE, SCHEME)
    for act, which in steps:
        try:
            plan = plan_of(state, act, which)
        except InvalidEdit:
            continue
        if plan is None or not plan.changes:
            continue
        after = state.apply(plan.changes, revision=state.revision + 1)
        effect = together((effect_of(plan.changes), after.beside))
        state = after
        before, known = known, problems.update(known, effect, state, ARTICLE, SCHEME)
        wanted = problems.find(state, ARTICLE, SCHEME)
        assert (known.by_item, known.listed, known.errors) == (wanted.by_item, wanted.listed, wanted.errors)
        items = {*before.by_item, *known.by_item}
        changed = frozenset(one for one in items if before.by_item.get(one) != known.by_item.get(one))
        assert known.touched == changed
