"""What an action of the window is: its text, its keys, what it does and what it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow


SEPARATOR = ""
RECENT = "recent"
ZONES = "zones"
"""What a menu holds beside actions: a line, the projects opened last, the kinds of zone."""

Menu: TypeAlias = tuple[str, tuple[str, ...]]
"""The title of a menu, and the ids of what it holds, in its order."""


class Need(Enum):
    """What must be there for an action to make sense."""

    NOTHING = "nothing"
    PROJECT = "project"
    ARTICLE = "article"
    ITEM = "item"
    MENTION = "mention"
    RELATION = "relation"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``keys`` work in the whole window, ``canvas_keys`` while the canvas has the focus.

    The first of all keys is the one that is shown; canvas keys come first. ``text`` is a source string.
    What ``writes`` is not offered in a project that can only be read.
    """

    id: str
    text: str
    run: Callable[[MainWindow], object]
    need: Need = Need.NOTHING
    keys: tuple[str, ...] = ()
    canvas_keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    writes: bool = False


def on_desk(run: Callable[[Desk], object]) -> Callable[[MainWindow], object]:
    """Return an action on the page where one annotates; without a project it does nothing."""
    return lambda window: run(window.hand) if window.hand is not None else None


def at_desk(run: Callable[[Desk], object]) -> Callable[[MainWindow], object]:
    """Return an action that leads to a place of that page, which is shown first if another one is."""

    def go(window: MainWindow) -> None:
        if window.actions_.page_hindrance:
            window.show_mode("annotate")
        on_desk(run)(window)

    return go
