"""The menu of help."""

from __future__ import annotations

from annotator.gui.actions.spec import SEPARATOR, ActionSpec, Menu, Need
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("help", mark("&Help"), lambda w: w.dialogs.show_help(), keys=("F1",)),
    ActionSpec(
        "palette",
        mark("&Find a command …"),
        lambda w: w.dialogs.show_palette(),
        keys=("Ctrl+Shift+P", "Ctrl+K"),
    ),
    ActionSpec("keys", mark("All &keys"), lambda w: w.dialogs.show_keys(), keys=("?",)),
    ActionSpec(
        "guidelines",
        mark("&Guidelines"),
        lambda w: w.dialogs.show_guidelines(),
        Need.PROJECT,
        canvas_keys=("G",),
    ),
    ActionSpec("hints_again", mark("Show h&ints again"), lambda w: w.first_steps.show_again(), Need.PROJECT),
    ActionSpec("about", mark("&About"), lambda w: w.dialogs.show_about()),
)

MENU: Menu = (
    mark("&Help"),
    (
        "help",
        "palette",
        "keys",
        "guidelines",
        "hints_again",
        SEPARATOR,
        "about",
    ),
)
