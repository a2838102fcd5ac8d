"""What is decided, and the way from one decision to the next."""

from __future__ import annotations

from annotator.gui.actions.spec import ActionSpec, Need, at_desk, on_desk
from annotator.gui.bulk_edits import ask_accept_many, ask_apply_to_all
from annotator.gui.i18n import mark
from annotator.gui.ordering import change_order

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "accept",
        mark("&Accept"),
        on_desk(lambda d: d.annotating.accept()),
        Need.ARTICLE,
        canvas_keys=("Return", "Enter"),
        icon="check",
        writes=True,
    ),
    ActionSpec(
        "reject",
        mark("&Reject"),
        on_desk(lambda d: d.annotating.reject()),
        Need.ARTICLE,
        canvas_keys=("Backspace",),
        icon="close",
        writes=True,
    ),
    ActionSpec(
        "delete",
        mark("&Delete"),
        on_desk(lambda d: d.annotating.delete()),
        Need.ITEM,
        canvas_keys=("Del",),
        icon="trash",
        writes=True,
    ),
    ActionSpec(
        "next",
        mark("&Next suggestion"),
        at_desk(lambda d: d.annotating.focus_next()),
        Need.ARTICLE,
        canvas_keys=("Tab",),
    ),
    ActionSpec(
        "previous",
        mark("&Previous suggestion"),
        at_desk(lambda d: d.annotating.focus_previous()),
        Need.ARTICLE,
        canvas_keys=("Shift+Tab",),
    ),
    ActionSpec(
        "here",
        mark("Annotation at the cursor"),
        at_desk(lambda d: d.annotating.focus_here()),
        Need.ARTICLE,
        canvas_keys=("Space",),
    ),
    ActionSpec(
        "uncertain_first",
        mark("Least &certain first"),
        change_order,
        checkable=True,
        keys=("Ctrl+Shift+U",),
    ),
    ActionSpec(
        "next_problem",
        mark("Next pro&blem"),
        at_desk(lambda d: d.checking.go(forward=True)),
        Need.ARTICLE,
        keys=("F8",),
    ),
    ActionSpec(
        "previous_problem",
        mark("Previous problem"),
        at_desk(lambda d: d.checking.go(forward=False)),
        Need.ARTICLE,
        keys=("Shift+F8",),
    ),
    ActionSpec(
        "apply_to_all",
        mark("Apply to all …"),
        ask_apply_to_all,
        Need.MENTION,
        canvas_keys=("Shift+W",),
        writes=True,
    ),
    ActionSpec(
        "accept_many",
        mark("Accept many …"),
        ask_accept_many,
        Need.ARTICLE,
        canvas_keys=("Shift+A",),
        writes=True,
    ),
)
