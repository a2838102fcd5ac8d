"""Every action of the window in one table: its text, its keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from annotator.core.annotation import SetState
from annotator.gui.i18n import mark

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow


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
    """

    id: str
    text: str
    run: Callable[[MainWindow], object]
    need: Need = Need.NOTHING
    keys: tuple[str, ...] = ()
    canvas_keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


def _desk(run: Callable[[Desk], object]) -> Callable[[MainWindow], object]:
    """Return an action on the annotate page; without a project it does nothing."""
    return lambda window: run(window.desk) if window.desk is not None else None


ACTIONS: tuple[ActionSpec, ...] = (
    # File
    ActionSpec("new", mark("&New project …"), lambda w: w.projects.ask_new(), keys=("Ctrl+N",)),
    ActionSpec("open", mark("&Open project …"), lambda w: w.projects.ask_open(), keys=("Ctrl+O",)),
    ActionSpec("sample", mark("Open &sample project"), lambda w: w.projects.open_sample()),
    ActionSpec(
        "import",
        mark("&Import articles …"),
        lambda w: w.imports.ask(),
        Need.PROJECT,
        keys=("Ctrl+I",),
        icon="import",
    ),
    ActionSpec(
        "import_folder", mark("Import &folder …"), lambda w: w.imports.ask_folder(), Need.PROJECT, keys=()
    ),
    ActionSpec("close", mark("&Close project"), lambda w: w.projects.close(), Need.PROJECT, keys=("Ctrl+W",)),
    ActionSpec("settings", mark("Se&ttings …"), lambda w: w.dialogs.ask_settings(), keys=("Ctrl+,",)),
    ActionSpec("quit", mark("&Quit"), lambda w: w.close(), keys=("Ctrl+Q",)),
    # Edit
    ActionSpec(
        "undo",
        mark("&Undo"),
        _desk(lambda d: d.undo()),
        Need.UNDO,
        keys=("Ctrl+Z",),
        canvas_keys=("Z",),
        icon="undo",
    ),
    ActionSpec(
        "redo",
        mark("&Redo"),
        _desk(lambda d: d.redo()),
        Need.REDO,
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        canvas_keys=("Shift+Z",),
        icon="redo",
    ),
    ActionSpec("find", mark("&Find in article"), lambda w: w.start_search(), Need.ARTICLE, keys=("Ctrl+F",)),
    ActionSpec(
        "find_next", mark("Find &next"), _desk(lambda d: d.finding.next()), Need.ARTICLE, keys=("F3",)
    ),
    ActionSpec(
        "find_previous",
        mark("Find &previous"),
        _desk(lambda d: d.finding.previous()),
        Need.ARTICLE,
        keys=("Shift+F3",),
    ),
    # View
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
    ActionSpec("zoom_in", mark("Zoom &in"), lambda w: w.zoom(1), Need.ARTICLE, keys=("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", mark("Zoom &out"), lambda w: w.zoom(-1), Need.ARTICLE, keys=("Ctrl+-",)),
    ActionSpec("zoom_reset", mark("Zoom to &100 %"), lambda w: w.zoom(0), Need.ARTICLE, keys=("Ctrl+0",)),
    ActionSpec(
        "arcs_all",
        mark("All relations"),
        _desk(lambda d: d.show_arcs("all")),
        Need.ARTICLE,
        checkable=True,
    ),
    ActionSpec(
        "arcs_focus",
        mark("Relations of the selection"),
        _desk(lambda d: d.show_arcs("focus")),
        Need.ARTICLE,
        checkable=True,
    ),
    ActionSpec(
        "arcs_none",
        mark("No relations"),
        _desk(lambda d: d.show_arcs("none")),
        Need.ARTICLE,
        checkable=True,
    ),
    ActionSpec(
        "list",
        mark("&List of annotations"),
        _desk(lambda d: d.show_list()),
        Need.ARTICLE,
        keys=("Ctrl+L",),
    ),
    # Annotation
    ActionSpec(
        "accept",
        mark("&Accept"),
        _desk(lambda d: d.annotating.accept()),
        Need.ARTICLE,
        canvas_keys=("Return", "Enter"),
        icon="check",
    ),
    ActionSpec(
        "reject",
        mark("&Reject"),
        _desk(lambda d: d.annotating.reject()),
        Need.ARTICLE,
        canvas_keys=("Backspace",),
        icon="close",
    ),
    ActionSpec(
        "delete",
        mark("&Delete"),
        _desk(lambda d: d.annotating.delete()),
        Need.ITEM,
        canvas_keys=("Del",),
        icon="trash",
    ),
    ActionSpec(
        "next",
        mark("&Next suggestion"),
        _desk(lambda d: d.annotating.focus_next()),
        Need.ARTICLE,
        canvas_keys=("Tab",),
    ),
    ActionSpec(
        "previous",
        mark("&Previous suggestion"),
        _desk(lambda d: d.annotating.focus_previous()),
        Need.ARTICLE,
        canvas_keys=("Shift+Tab",),
    ),
    ActionSpec(
        "relation",
        mark("R&elation from here …"),
        _desk(lambda d: d.relating.start()),
        Need.MENTION,
        canvas_keys=("R",),
    ),
    ActionSpec(
        "reverse",
        mark("&Swap ends of the relation"),
        _desk(lambda d: d.annotating.reverse()),
        Need.RELATION,
        canvas_keys=("U",),
        icon="swap",
    ),
    ActionSpec(
        "label",
        mark("&Label …"),
        _desk(lambda d: d.ask_label()),
        Need.ARTICLE,
        canvas_keys=("L",),
        icon="tag",
    ),
    ActionSpec(
        "attributes",
        mark("A&ttributes"),
        _desk(lambda d: d.edit_attributes()),
        Need.MENTION,
        canvas_keys=("E",),
    ),
    ActionSpec("note", mark("N&ote"), _desk(lambda d: d.edit_note()), Need.MENTION, canvas_keys=("N",)),
    ActionSpec(
        "end_grow",
        mark("End one word further"),
        _desk(lambda d: d.annotating.move_edge("end", 1)),
        Need.MENTION,
        canvas_keys=(".", "Alt+Right"),
    ),
    ActionSpec(
        "end_shrink",
        mark("End one word back"),
        _desk(lambda d: d.annotating.move_edge("end", -1)),
        Need.MENTION,
        canvas_keys=(",", "Alt+Left"),
    ),
    ActionSpec(
        "start_grow",
        mark("Start one word back"),
        _desk(lambda d: d.annotating.move_edge("start", 1)),
        Need.MENTION,
        canvas_keys=("Shift+,", "Alt+Shift+Left"),
    ),
    ActionSpec(
        "start_shrink",
        mark("Start one word further"),
        _desk(lambda d: d.annotating.move_edge("start", -1)),
        Need.MENTION,
        canvas_keys=("Shift+.", "Alt+Shift+Right"),
    ),
    ActionSpec(
        "pretag",
        mark("Pre-ta&g"),
        lambda w: w.pretagging.start(),
        Need.PROJECT,
        keys=("Ctrl+T",),
        icon="tag",
    ),
    ActionSpec(
        "next_article",
        mark("Next article"),
        _desk(lambda d: d.step(1)),
        Need.PROJECT,
        keys=("Ctrl+PgDown",),
        canvas_keys=("J",),
    ),
    ActionSpec(
        "previous_article",
        mark("Previous article"),
        _desk(lambda d: d.step(-1)),
        Need.PROJECT,
        keys=("Ctrl+PgUp",),
        canvas_keys=("K",),
    ),
    ActionSpec(
        "finish",
        mark("&Finish article"),
        _desk(lambda d: d.finish()),
        Need.ARTICLE,
        keys=("Ctrl+Return", "Ctrl+Enter"),
        icon="check",
    ),
    ActionSpec(
        "set_aside",
        mark("Set article as&ide"),
        _desk(lambda d: d.finish(SetState.SKIPPED)),
        Need.ARTICLE,
        keys=("Ctrl+Shift+Return",),
    ),
    ActionSpec("reopen", mark("Work on article again"), _desk(lambda d: d.reopen()), Need.ARTICLE),
    # Export and help
    ActionSpec(
        "export",
        mark("&Training set (JSONL) …"),
        lambda w: w.dialogs.ask_export(),
        Need.PROJECT,
        keys=("Ctrl+E",),
        icon="export",
    ),
    ActionSpec(
        "guidelines",
        mark("&Guidelines"),
        lambda w: w.dialogs.show_guidelines(),
        Need.PROJECT,
        canvas_keys=("G",),
    ),
    ActionSpec("help", mark("&Help"), lambda w: w.dialogs.show_help(), keys=("F1",)),
    ActionSpec("keys", mark("All &keys"), lambda w: w.dialogs.show_keys(), keys=("?",)),
    ActionSpec("about", mark("&About"), lambda w: w.dialogs.show_about()),
)

SEPARATOR = ""
RECENT = "recent"
ZONES = "zones"

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("&File"),
        (
            "new",
            "open",
            RECENT,
            "sample",
            SEPARATOR,
            "import",
            "import_folder",
            SEPARATOR,
            "settings",
            "close",
            SEPARATOR,
            "quit",
        ),
    ),
    (mark("&Edit"), ("undo", "redo", SEPARATOR, "find", "find_next", "find_previous")),
    (
        mark("&View"),
        (
            "mode_articles",
            "mode_annotate",
            SEPARATOR,
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            SEPARATOR,
            "arcs_all",
            "arcs_focus",
            "arcs_none",
            SEPARATOR,
            "list",
        ),
    ),
    (
        mark("&Annotation"),
        (
            "accept",
            "reject",
            "delete",
            SEPARATOR,
            "next",
            "previous",
            SEPARATOR,
            "label",
            "attributes",
            "note",
            "relation",
            "reverse",
            SEPARATOR,
            "end_grow",
            "end_shrink",
            "start_grow",
            "start_shrink",
            ZONES,
            SEPARATOR,
            "pretag",
            SEPARATOR,
            "next_article",
            "previous_article",
            "finish",
            "set_aside",
            "reopen",
        ),
    ),
    (mark("E&xport"), ("export",)),
    (mark("&Help"), ("help", "keys", "guidelines", SEPARATOR, "about")),
)
