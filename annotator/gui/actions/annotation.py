"""The menu of an annotator's work. What it holds is in the modules beside, by what it is about."""

from __future__ import annotations

from annotator.gui.actions import (
    annotation_articles,
    annotation_deciding,
    annotation_describing,
    annotation_extent,
)
from annotator.gui.actions.spec import SEPARATOR, ZONES, ActionSpec, Menu
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    *annotation_deciding.ACTIONS,
    *annotation_describing.ACTIONS,
    *annotation_extent.ACTIONS,
    *annotation_articles.ACTIONS,
)

MENU: Menu = (
    mark("&Annotation"),
    (
        "accept",
        "reject",
        "delete",
        SEPARATOR,
        "next",
        "previous",
        "here",
        "uncertain_first",
        "next_problem",
        "previous_problem",
        SEPARATOR,
        "label",
        "attributes",
        "note",
        "difficult",
        "relation",
        "roles",
        "reverse",
        SEPARATOR,
        "chain",
        "chain_next",
        "chain_previous",
        SEPARATOR,
        "end_grow",
        "end_shrink",
        "start_grow",
        "start_shrink",
        "join",
        "split_mention",
        ZONES,
        SEPARATOR,
        "apply_to_all",
        "accept_many",
        SEPARATOR,
        "pretag",
        "evaluate",
        SEPARATOR,
        "next_article",
        "previous_article",
        "finish",
        "set_aside",
        "reopen",
    ),
)
