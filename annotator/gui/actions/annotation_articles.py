"""What goes over a whole article: suggestions for it, and the way to the next one."""

from __future__ import annotations

from annotator.core.annotation import SetState
from annotator.gui.actions.spec import ActionSpec, Need, at_desk, on_desk
from annotator.gui.evaluating import show_evaluation
from annotator.gui.finishing import finish_article
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "pretag",
        mark("Pre-ta&g"),
        lambda w: w.pretagging.start(),
        Need.PROJECT,
        keys=("Ctrl+T",),
        icon="tag",
        writes=True,
    ),
    ActionSpec("evaluate", mark("Co&mpare suggestions with annotations …"), show_evaluation, Need.PROJECT),
    ActionSpec(
        "next_article",
        mark("Next article"),
        at_desk(lambda d: d.step(1)),
        Need.PROJECT,
        keys=("Ctrl+PgDown",),
        canvas_keys=("J",),
    ),
    ActionSpec(
        "previous_article",
        mark("Previous article"),
        at_desk(lambda d: d.step(-1)),
        Need.PROJECT,
        keys=("Ctrl+PgUp",),
        canvas_keys=("K",),
    ),
    ActionSpec(
        "finish",
        mark("&Finish article"),
        finish_article,
        Need.ARTICLE,
        keys=("Ctrl+Return", "Ctrl+Enter"),
        icon="check",
        writes=True,
    ),
    ActionSpec(
        "set_aside",
        mark("Set article as&ide"),
        on_desk(lambda d: d.finish(SetState.SKIPPED)),
        Need.ARTICLE,
        keys=("Ctrl+Shift+Return",),
        writes=True,
    ),
    ActionSpec(
        "reopen", mark("Work on article again"), on_desk(lambda d: d.reopen()), Need.ARTICLE, writes=True
    ),
)
