"""The menu of several people in one project."""

from __future__ import annotations

from annotator.gui import handing, team
from annotator.gui.actions.spec import SEPARATOR, ActionSpec, Menu, Need
from annotator.gui.agreement.opening import ask_report, show_agreement
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("assign", mark("&Assign articles …"), team.ask_assign, Need.PROJECT, writes=True),
    ActionSpec("hand", mark("Assign &chosen articles …"), handing.ask_hand, Need.PROJECT, writes=True),
    ActionSpec("repeat", mark("&Second pass …"), handing.ask_repeat, Need.PROJECT, writes=True),
    ActionSpec(
        "all_articles",
        mark("A&ll articles, not one's own alone"),
        handing.toggle_all,
        Need.PROJECT,
        keys=("Ctrl+Shift+A",),
        checkable=True,
    ),
    ActionSpec("packages", mark("Make &work packages …"), team.ask_packages, Need.PROJECT),
    ActionSpec("merge", mark("&Merge work …"), team.ask_merge, Need.PROJECT, writes=True),
    ActionSpec("undo_merge", mark("&Take last merge back"), team.undo_merge, Need.PROJECT, writes=True),
    ActionSpec(
        "review_door", mark("&Open or close the review …"), team.ask_review, Need.PROJECT, writes=True
    ),
    ActionSpec(
        "agreement",
        mark("How &far annotators agree …"),
        show_agreement,
        Need.PROJECT,
        keys=("Ctrl+Shift+G",),
    ),
    ActionSpec("report", mark("Write &report …"), ask_report, Need.PROJECT),
)

MENU: Menu = (
    mark("&Team"),
    (
        "assign",
        "hand",
        "repeat",
        "all_articles",
        SEPARATOR,
        "packages",
        "merge",
        "undo_merge",
        SEPARATOR,
        "review_door",
        SEPARATOR,
        "agreement",
        "report",
    ),
)
