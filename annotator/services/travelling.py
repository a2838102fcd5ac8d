"""Going back or forward over many steps at once, to any step of the history."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.errors import AnnotatorError
from annotator.core.history import Step
from annotator.core.ids import ArticleId, OperationId
from annotator.services.editing import Applied, Editor


@dataclass(frozen=True, slots=True)
class Travelled:
    """How many steps were taken, in which articles, where the last one was, and what ended the way early."""

    steps: int
    articles: frozenset[ArticleId] = frozenset()
    last: Applied | None = None
    stopped: AnnotatorError | None = None


def travel(editor: Editor, target: OperationId) -> Travelled:
    """Undo or redo until ``target`` (an operation as the user made it) is the last step done.

    Each step is a whole: one that cannot be taken (somebody else has corrected the zones meanwhile, say) ends
    the way, and those before it stay taken. A target that is not in the history moves nothing.
    """
    backwards = _holds(editor.history.done, target)
    if not backwards and not _holds(editor.history.undone, target):
        return Travelled(0)
    steps, last, articles = 0, None, frozenset[ArticleId]()
    with editor.project.store.bulk(), editor.silently():
        while not (backwards and _holds(editor.history.next_undo(), target)):
            arrives = not backwards and _holds(editor.history.next_redo(), target)
            try:
                applied = editor.undo() if backwards else editor.redo()
            except AnnotatorError as error:
                return Travelled(steps, articles, last, error)
            if applied is None:
                break
            steps, last, articles = steps + 1, applied, articles | applied.articles
            if arrives:
                break
    return Travelled(steps, articles, last)


def _holds(steps: tuple[Step, ...], target: OperationId) -> bool:
    return any(step.origin.id == target for step in steps)
