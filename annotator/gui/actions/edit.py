"""The menu of undoing and finding."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.gui.actions.spec import SEPARATOR, ActionSpec, Menu, Need, at_desk, on_desk
from annotator.gui.i18n import mark

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow


def _found(run: Callable[[Desk], object]) -> Callable[[MainWindow], object]:
    """Return the way to a hit; where no words are looked for, they are asked for."""

    def go(window: MainWindow) -> None:
        if window.toolbar.search.edit.text().strip():
            at_desk(run)(window)
        else:
            window.start_search()

    return go


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "undo",
        mark("&Undo"),
        lambda w: w.reviewing.revert("undo") or on_desk(lambda d: d.undo())(w),
        Need.UNDO,
        keys=("Ctrl+Z",),
        canvas_keys=("Z",),
        icon="undo",
        writes=True,
    ),
    ActionSpec(
        "redo",
        mark("&Redo"),
        lambda w: w.reviewing.revert("redo") or on_desk(lambda d: d.redo())(w),
        Need.REDO,
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        canvas_keys=("Shift+Z",),
        icon="redo",
        writes=True,
    ),
    ActionSpec(
        "history",
        mark("&History"),
        at_desk(lambda d: d.show_history()),
        Need.PROJECT,
        keys=("Ctrl+H",),
    ),
    ActionSpec("find", mark("&Find in article"), lambda w: w.start_search(), Need.ARTICLE, keys=("Ctrl+F",)),
    ActionSpec(
        "find_next", mark("Find &next"), _found(lambda d: d.finding.next()), Need.ARTICLE, keys=("F3",)
    ),
    ActionSpec(
        "find_previous",
        mark("Find &previous"),
        _found(lambda d: d.finding.previous()),
        Need.ARTICLE,
        keys=("Shift+F3",),
    ),
)

MENU: Menu = (
    mark("&Edit"),
    (
        "undo",
        "redo",
        "history",
        SEPARATOR,
        "find",
        "find_next",
        "find_previous",
    ),
)
