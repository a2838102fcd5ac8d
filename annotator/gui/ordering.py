"""The order of the way through the suggestions, as it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.i18n import tr
from annotator.gui.walk import CERTAINTY, READING

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def change_order(window: MainWindow) -> None:
    """Go by certainty in place of the text, or back, and keep that."""
    settings = window.context.settings
    first = not settings.current.least_certain_first
    settings.update(least_certain_first=first)
    follow_order(window)
    window.status.tell(
        tr("Least certain suggestions first.") if first else tr("Suggestions in reading order.")
    )


def follow_order(window: MainWindow) -> None:
    """Put the order that is set into effect."""
    first = window.context.settings.current.least_certain_first
    window.actions_["uncertain_first"].setChecked(first)
    if window.desk is not None:
        window.desk.annotating.way = CERTAINTY if first else READING
