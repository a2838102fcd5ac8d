"""The menu of what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions.spec import SEPARATOR, ActionSpec, Menu, Need, at_desk, on_desk
from annotator.gui.i18n import mark
from annotator.gui.search.opening import toggle_search

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def _turn_arcs(window: MainWindow) -> None:
    """Go on to the next way to draw relations, and say which it is."""
    if window.hand is not None:
        now = window.hand.canvas.arcs_mode
        ways = [mode.value for mode in type(now)]
        following = ways[(ways.index(now.value) + 1) % len(ways)]
        action = window.actions_[f"arcs_{following}"]
        action.trigger()
        window.status.tell(action.text())


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "mode_articles",
        mark("Articles"),
        lambda w: w.show_mode("articles"),
        Need.PROJECT,
        keys=("Ctrl+1",),
        checkable=True,
    ),
    ActionSpec(
        "mode_annotate",
        mark("Annotate"),
        lambda w: w.show_mode("annotate"),
        Need.PROJECT,
        keys=("Ctrl+2",),
        checkable=True,
    ),
    ActionSpec(
        "mode_review",
        mark("Review"),
        lambda w: w.show_mode("review"),
        Need.PROJECT,
        keys=("Ctrl+3",),
        checkable=True,
    ),
    ActionSpec(
        "mode_search",
        mark("Search"),
        toggle_search,
        Need.PROJECT,
        keys=("Ctrl+4", "Ctrl+Shift+F"),
        checkable=True,
    ),
    ActionSpec("zoom_in", mark("Zoom &in"), lambda w: w.zoom(1), Need.ARTICLE, keys=("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", mark("Zoom &out"), lambda w: w.zoom(-1), Need.ARTICLE, keys=("Ctrl+-",)),
    ActionSpec("zoom_reset", mark("Zoom to &100 %"), lambda w: w.zoom(0), Need.ARTICLE, keys=("Ctrl+0",)),
    ActionSpec(
        "lines_apart",
        mark("Lines farther &apart"),
        on_desk(lambda d: d.canvas.space_lines(1)),
        Need.ARTICLE,
        keys=("Ctrl+Alt++", "Ctrl+Alt+="),
    ),
    ActionSpec(
        "lines_closer",
        mark("Lines clo&ser"),
        on_desk(lambda d: d.canvas.space_lines(-1)),
        Need.ARTICLE,
        keys=("Ctrl+Alt+-",),
    ),
    ActionSpec(
        "arcs_all",
        mark("All relations"),
        on_desk(lambda d: d.show_arcs("all")),
        Need.ARTICLE,
        checkable=True,
    ),
    ActionSpec(
        "arcs_focus",
        mark("Relations of the selection"),
        on_desk(lambda d: d.show_arcs("focus")),
        Need.ARTICLE,
        checkable=True,
    ),
    ActionSpec(
        "arcs_none",
        mark("No relations"),
        on_desk(lambda d: d.show_arcs("none")),
        Need.ARTICLE,
        checkable=True,
    ),
    ActionSpec(
        "arcs_turn",
        mark("Show relations &differently"),
        _turn_arcs,
        Need.ARTICLE,
        keys=("F9",),
    ),
    ActionSpec(
        "list",
        mark("&List of annotations"),
        at_desk(lambda d: d.show_list()),
        Need.ARTICLE,
        keys=("Ctrl+L",),
    ),
    ActionSpec(
        "chains",
        mark("&Chains of the article"),
        at_desk(lambda d: d.show_chains()),
        Need.ARTICLE,
        keys=("Ctrl+Shift+K",),
    ),
    ActionSpec(
        "problems",
        mark("&Problems"),
        at_desk(lambda d: d.show_problems()),
        Need.ARTICLE,
        keys=("Ctrl+F8",),
    ),
    ActionSpec("progress", mark("Pro&gress …"), lambda w: w.dialogs.show_progress(), Need.PROJECT),
)

MENU: Menu = (
    mark("&View"),
    (
        "mode_articles",
        "mode_annotate",
        "mode_review",
        "mode_search",
        SEPARATOR,
        "zoom_in",
        "zoom_out",
        "zoom_reset",
        "lines_apart",
        "lines_closer",
        SEPARATOR,
        "arcs_all",
        "arcs_focus",
        "arcs_none",
        "arcs_turn",
        SEPARATOR,
        "list",
        "chains",
        "problems",
        SEPARATOR,
        "progress",
    ),
)
