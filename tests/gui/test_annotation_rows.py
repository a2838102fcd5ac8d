"""The list of annotations after edits: as if read anew, and with what was chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.modeltest import ModelTester

from annotator.core import edits
from annotator.core.annotation import Status
from annotator.core.change import Change, Effect, effect_of, inverse, together
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.state import AnnotationState
from annotator.core.text import Span
from annotator.gui.desk import Desk
from annotator.gui.models.annotations import RELATIONS, AnnotationFilter, AnnotationsModel
from annotator.gui.panels.shown import Shown, shown
from tests.gui.hands import focused, press
from tests.support.build import make_article, make_scheme, make_state

ARTICLE, SCHEME = make_article(), make_scheme()
FILTERS = [
    AnnotationFilter(layer, status)
    for layer in ("", "entity", RELATIONS)
    for status in (None, Status.SUGGESTED, Status.ACCEPTED, Status.REJECTED)
]
LABELS = [("entity", "LOC"), ("entity", "PER"), ("event", "Treffen"), ("time", "DATE")]


def shown_now(state: AnnotationState) -> Shown:
    return shown(ARTICLE, state, SCHEME, "de", None)


def rows(model: AnnotationsModel) -> list[tuple[str, str]]:
    entries = [model.entry(row) for row in range(model.rowCount())]
    return [(entry.item.id, entry.item.status.value) for entry in entries]


def pick(state: AnnotationState, number: int) -> str:
    items = sorted([*state.mentions, *state.relations])
    return items[number % len(items)]


def changes_of(state: AnnotationState, deed: str, number: int, other: int) -> tuple[Change, ...]:
    item, second = pick(state, number), pick(state, other)
    layer, label = LABELS[other % len(LABELS)]
    token = ARTICLE.tokens[number % len(ARTICLE.tokens)]
    deeds: dict[str, Callable[[], tuple[Change, ...]]] = {
        "accept": lambda: edits.accept(state, [item]).changes,
        "reject": lambda: edits.reject(state, [item, second]).changes,
        "take back": lambda: edits.take_back(state, item).changes,
        "relabel": lambda: edits.relabel(state, SCHEME, item, layer=layer, label=label).changes,
        "grow": lambda: edits.grow(state, ARTICLE, item, edge="end", tokens=1 + other % 3).changes,
        "create": lambda: (
            edits.create(
                state, ARTICLE, SCHEME, [Span(token.start, token.end)], layer=layer, label=label, author="Öz"
            ).changes
        ),
        "relate": lambda: edits.relate(state, head=item, tail=second, label="Ort", author="Öz").changes,
    }
    try:
        return deeds[deed]()
    except (InvalidEdit, SchemeViolation, KeyError):
        return ()


DEEDS = st.sampled_from(["accept", "reject", "take back", "relabel", "grow", "create", "relate", "undo"])


@given(
    chosen=st.sampled_from(FILTERS),
    few=st.sampled_from([0, 100]),
    deeds=st.lists(st.tuples(DEEDS, st.integers(0, 60), st.integers(0, 60)), max_size=12),
)
@settings(deadline=None)
def test_rows_that_follow_the_edits_are_those_read_anew(
    qapp: QApplication, chosen: AnnotationFilter, few: int, deeds: list[tuple[str, int, int]]
) -> None:
    state = make_state(ARTICLE)
    following, anew = AnnotationsModel(), AnnotationsModel()
    following.show(shown_now(state), chosen)
    done: list[tuple[Change, ...]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotator.gui.models.annotations.FEW", few)
        for deed, number, other in deeds:
            if deed == "undo":
                changes = tuple(map(inverse, reversed(done.pop()))) if done else ()
            else:
                changes = changes_of(state, deed, number, other)
                done.append(changes)
            state = state.apply(changes, revision=0)
            following.update(shown_now(state), effect_between(state, changes))
            anew.show(shown_now(state), chosen)
            assert rows(following) == rows(anew)
            positions = [following.position_of(anew.entry(row).item.id) for row in range(anew.rowCount())]
            assert positions == list(range(anew.rowCount()))


def effect_between(after: AnnotationState, changes: tuple[Change, ...]) -> Effect:
    return together((effect_of(changes), after.beside))


def test_a_model_that_follows_edits_keeps_qts_rules(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    state = make_state(ARTICLE)
    model = AnnotationsModel()
    model.show(shown_now(state), AnnotationFilter())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    for item in [m.id for m in state.visible_mentions()][:3]:
        changes = edits.reject(state, [item]).changes
        state = state.apply(changes, revision=0)
        model.update(shown_now(state), effect_of(changes))
    assert model.rowCount() == len(state.order) + sum(1 for _ in state.visible_relations())


def test_a_decision_leaves_the_other_rows_and_the_selection_alone(qapp: QApplication) -> None:
    state = make_state(ARTICLE)
    model, view = AnnotationsModel(), QListView()
    model.show(shown_now(state), AnnotationFilter())
    view.setModel(model)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    chosen = [model.entry(row).item.id for row in (4, 5)]
    for row in (4, 5):
        view.selectionModel().select(model.index(row), QItemSelectionModel.SelectionFlag.Select)
    first = next(state.visible_mentions()).id
    changes = edits.reject(state, [first]).changes
    model.update(shown_now(state.apply(changes, revision=0)), effect_of(changes))
    selected = sorted(index.row() for index in view.selectedIndexes())
    assert [model.entry(row).item.id for row in selected] == chosen
    assert resets == []


def test_deciding_in_the_list_goes_on_to_the_next_row_though_the_row_is_gone(desk: Desk) -> None:
    found = desk.inspector.list
    press(desk.canvas, "Ctrl+L")
    found.status_combo.setCurrentIndex(1)
    found.refresh()
    words = ["Karla Weiß", "traf", "Montag", "Jörg Größl", "Füssen"]
    for before, after in pairwise(words):
        assert focused(desk) == before
        press(found.view, "Backspace")
        found.refresh()
        assert focused(desk) == after
        assert found.model.entry(found.view.currentIndex().row()).item.id == desk.annotating.item
    assert found.model.rowCount() == 1


def test_what_was_done_while_another_page_was_in_front_is_listed(desk: Desk) -> None:
    desk.show_list()
    listed = desk.inspector.list.model.rowCount()
    desk.show_item()
    desk.canvas.setFocus()
    press(desk.canvas, "Backspace")
    assert desk.inspector.list.model.rowCount() == listed
    desk.show_list()
    assert desk.inspector.list.model.rowCount() < listed
