"""How far somebody's work is, from what the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.services import roles
from annotator.services.editing import Editor
from annotator.services.progress import Day, days_of, progress_of, shown_to
from annotator.services.project import Project
from annotator.store import Store
from tests.services.test_undo_machine import ONE, TWO, pretag
from tests.support.build import make_scheme

START = datetime(2024, 3, 14, 8, tzinfo=UTC)


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    path = tmp_path / "größe.annot"
    with Store.create(path, scheme_source="", name="Größe") as store:
        for article in (ONE, TWO):
            store.add_article(article, source="probe")
        pretag(store)
    with Project(Store.open(path), make_scheme()) as project:
        made = Editor(project, "Jörg")
        made.open(ONE.id)
        yield made


def after(*seconds: float) -> list[datetime]:
    return [START + timedelta(seconds=second) for second in seconds]


def test_breaks_between_decisions_do_not_count() -> None:
    assert days_of(after(0, 60, 120, 10_000, 10_060), UTC) == [Day(date(2024, 3, 14), 5, 180.0)]


def test_each_day_has_its_own_pace_and_too_little_has_none() -> None:
    days = days_of(after(0, 60, 120, 86_400), UTC)
    assert [day.decisions for day in days] == [3, 1]
    assert days[0].an_hour == pytest.approx(90.0)
    assert days[1].an_hour is None


def test_what_became_of_suggestions_is_counted_by_the_label_suggested(editor: Editor) -> None:
    state = editor.state
    assert state is not None
    people = [m for m in state.visible_mentions() if m.label == "PER"]
    editor.perform(edits.accept(state, [people[0].id]))
    assert editor.state is not None
    editor.perform(edits.relabel(editor.state, make_scheme(), people[1].id, layer="entity", label="ORG"))
    assert editor.state is not None
    place = next(m for m in editor.state.visible_mentions() if m.label == "LOC")
    editor.perform(edits.reject(editor.state, [place.id]))
    found = progress_of(editor.project.store, "Jörg", asked_by="Jörg")
    counted = {one.label: (one.accepted, one.corrected, one.rejected) for one in found.judged}
    assert counted == {"PER": (1, 1, 0), "LOC": (0, 0, 1)}
    assert found.decisions == 3


def test_undo_is_no_decision_and_neither_is_finishing(editor: Editor) -> None:
    state = editor.state
    assert state is not None
    editor.perform(edits.accept(state, [next(state.visible_mentions()).id]))
    editor.undo()
    assert editor.state is not None
    editor.perform(edits.set_state(editor.state, SetState.DONE))
    editor.project.store.add_active_seconds(ONE.id, "Jörg", 90.5)
    found = progress_of(editor.project.store, "Jörg", asked_by="Jörg")
    assert found.decisions == 1
    assert (found.states[SetState.DONE], found.states[SetState.NEW], found.total) == (1, 1, 2)
    assert [(a.id, a.active_seconds, a.decisions) for a in found.articles] == [(ONE.id, 90.5, 1)]


def test_only_a_lead_sees_the_figures_of_others(editor: Editor) -> None:
    store = editor.project.store
    Editor(editor.project, "Anna")
    roles.set_leads(store, ["Anna"])
    assert shown_to(store, "Jörg") == ("Jörg",)
    assert shown_to(store, "Anna") == ("Anna", "Jörg")
    assert progress_of(store, "Jörg", asked_by="Anna").annotator == "Jörg"
    with pytest.raises(roles.NotAllowed):
        progress_of(store, "Anna", asked_by="Jörg")
