"""The menu of exports."""

from __future__ import annotations

from annotator.gui.actions.spec import ActionSpec, Menu, Need
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "export",
        mark("&Training set (JSONL) …"),
        lambda w: w.dialogs.ask_export(),
        Need.PROJECT,
        keys=("Ctrl+E",),
        icon="export",
    ),
)

MENU: Menu = (mark("E&xport"), ("export",))
