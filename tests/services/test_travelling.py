"""Going to any step of the history in one go."""

from __future__ import annotations

from annotator.core import edits
from annotator.core.article import ZoneKind
from annotator.core.change import Effect
from annotator.core.errors import StaleRevision
from annotator.core.ids import OperationId
from annotator.services.editing import Editor
from annotator.services.travelling import travel
from tests.services.test_editing import anna, bert, path, rezone  # noqa: F401
from tests.services.test_undo_machine import ONE, TWO


def accept_all(editor: Editor) -> list[OperationId]:
    """Accept all in both articles, one by one; return the steps as made."""
    made = []
    for article in (ONE, TWO):
        editor.open(article.id)
        assert editor.state is not None
        for mention in list(editor.state.visible_mentions()):
            editor.perform(edits.accept(editor.state, [mention.id]))
            made.append(editor.history.done[-1].origin.id)
    return made


def done(editor: Editor) -> list[OperationId]:
    return [step.origin.id for step in editor.history.done]


def test_back_over_articles_and_forward_again(anna: Editor) -> None:  # noqa: F811
    made = accept_all(anna)
    heard: list[Effect | None] = []
    anna.subscribe(heard.append)
    travelled = travel(anna, made[1])
    assert travelled.steps == len(made) - 2
    assert done(anna) == made[:2]
    assert anna.article is not None
    assert anna.article.id == ONE.id
    assert heard == [None], "told once, at the end"
    assert travelled.articles == {ONE.id, TWO.id}
    travelled = travel(anna, made[-1])
    assert travelled.steps == len(made) - 2
    assert done(anna) == made
    assert anna.project.store.check() == []


def test_after_a_restart_the_way_is_the_same(anna: Editor) -> None:  # noqa: F811
    made = accept_all(anna)
    again = Editor(anna.project, "anna")
    again.open(TWO.id)
    travel(again, made[0])
    assert done(again) == made[:1]
    assert [g.done for g in again.history.groups()] == [False] * (len(made) - 1) + [True]
    assert [g.newest.id for g in again.history.groups()] == made[::-1]


def test_a_step_that_is_not_there_moves_nothing(anna: Editor) -> None:  # noqa: F811
    made = accept_all(anna)
    assert travel(anna, OperationId("nirgends")).steps == 0
    assert travel(anna, made[-1]).steps == 0
    assert done(anna) == made


def test_a_step_that_cannot_be_undone_ends_the_way_and_is_whole(anna: Editor, bert: Editor) -> None:  # noqa: F811
    state = anna.state
    assert state is not None
    first, second, *_ = state.visible_mentions()
    anna.perform(edits.accept(state, [first.id]))
    rezone(anna, 0, 5, ZoneKind.KICKER)
    assert anna.state is not None
    anna.perform(edits.accept(anna.state, [second.id]))
    bert.reload()
    rezone(bert, 0, 3, ZoneKind.CREDIT)
    before = done(anna)
    travelled = travel(anna, before[0])
    assert isinstance(travelled.stopped, StaleRevision)
    assert travelled.steps == 1
    assert done(anna) == before[:2]
    assert anna.state is not None
    assert anna.state.mentions[first.id].id in anna.state.own
    assert second.id not in anna.state.own
    assert anna.project.store.check() == []
