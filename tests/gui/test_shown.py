from __future__ import annotations

import pytest

from annotator.core import edits
from annotator.core.ids import MentionId
from annotator.core.state import AnnotationState
from annotator.gui.panels.shown import SlotState, example_parts, other_links, roles_filled, shown, slots
from tests.support.build import make_article, make_scheme, make_state

ARTICLE, SCHEME = make_article(), make_scheme()


def find(state: AnnotationState, text: str) -> MentionId:
    return next(m.id for m in state.visible_mentions() if m.text_of(ARTICLE.text) == text)


def test_an_event_shows_its_roles_filled_suggested_and_empty() -> None:
    state = make_state(ARTICLE)
    made = slots(shown(ARTICLE, state, SCHEME, "de", find(state, "traf")))
    assert [(slot.role.name, slot.state) for slot in made] == [
        ("Teilnehmer", SlotState.SUGGESTED),
        ("Teilnehmer", SlotState.REQUIRED),
        ("Ort", SlotState.SUGGESTED),
        ("Zeit", SlotState.OPEN),
    ]
    assert roles_filled(made) == (0, 3)


def test_an_accepted_argument_fills_its_role() -> None:
    state = make_state(ARTICLE)
    event, person = find(state, "traf"), find(state, "Karla Weiß")
    plan = edits.relate(state, head=event, tail=person, label="Teilnehmer", author="Jonte")
    after = state.apply(plan.changes, revision=1)
    made = slots(shown(ARTICLE, after, SCHEME, "de", event))
    assert made[0].state is SlotState.FILLED
    assert SlotState.REQUIRED not in {slot.state for slot in made}
    assert roles_filled(made) == (1, 3)


def test_a_filler_shows_the_event_it_takes_part_in_and_the_event_does_not_show_it_twice() -> None:
    state = make_state(ARTICLE)
    links = other_links(shown(ARTICLE, state, SCHEME, "de", find(state, "Karla Weiß")))
    assert [(link.name, link.outgoing) for link in links] == [("Teilnehmer", False)]
    assert other_links(shown(ARTICLE, state, SCHEME, "de", find(state, "traf"))) == []


@pytest.mark.parametrize(
    ("example", "parts"),
    [
        ("", []),
        ("ohne", [("ohne", False)]),
        ("[[ganz]]", [("ganz", True)]),
        ("vor [[mitte]] nach", [("vor ", False), ("mitte", True), (" nach", False)]),
        ("[[teilte]] es [[mit]].", [("teilte", True), (" es ", False), ("mit", True), (".", False)]),
        ("kein ]] Anfang", [("kein ]] Anfang", False)]),
        ("kein [[ Ende", [("kein [[ Ende", False)]),
        ("der [[FC [[Bayern]]]] siegt", [("der ", False), ("FC Bayern", True), (" siegt", False)]),
        ("[[[[Öl]]preis]] steigt", [("Ölpreis", True), (" steigt", False)]),
        ("[[Süd]][[ost]]", [("Süd", True), ("ost", True)]),
    ],
)
def test_examples_are_split_at_their_marks(example: str, parts: list[tuple[str, bool]]) -> None:
    assert example_parts(example) == parts
