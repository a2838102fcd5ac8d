"""Comparing suggestions with somebody's annotations, from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from annotator.core.text import Span
from annotator.gui.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from annotator.gui.main_window import MainWindow
    from annotator.review.mistakes import Context


def show_evaluation(window: MainWindow) -> None:
    """Show the comparison beside the window, so that the article of a mistake can be looked at."""
    from annotator.gui.dialogs.evaluate import EvaluateDialog

    desk = window.desk
    if desk is None:
        return
    dialog = window.findChild(EvaluateDialog)
    if dialog is None:
        dialog = EvaluateDialog(window.look, desk.session, desk.language, window)
        dialog.place_chosen.connect(lambda place, group: go_to(window, place, group))
        dialog.place_chosen.connect(lambda *_: step_aside(window, dialog, "evaluate"))
        dialog.pretag_requested.connect(window.pretagging.start)
        desk.destroyed.connect(dialog.close)
        dialog.finished.connect(lambda _: window.regain_focus() if window.desk is desk else None)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def go_to(window: MainWindow, place: Context, layer: str) -> None:
    """Open an article at a place: at what is annotated there in a layer, or with its words selected."""
    desk = window.desk
    if desk is None:
        return
    desk.open_article(place.article_id)
    window.show_mode("annotate")
    state = desk.session.state
    if state is None or desk.session.article is None or desk.session.article.id != place.article_id:
        return
    span = Span(place.start, place.end)
    mention = next((one for one in state.mentions_at(span) if one.layer == layer), None)
    if mention is not None:
        desk.annotating.focus(mention.id)
    else:
        desk.annotating.select(span)


def step_aside(window: MainWindow, dialog: QDialog, action: str) -> None:
    """Take a dialog out of sight if it lies over the text, and say which action brings it back as it was.

    The keys go to the text from here on: nobody should decide on what the dialog hides.
    """
    if window.desk is None or window.pages.currentWidget() is not window.desk:
        return
    canvas = window.desk.canvas
    text = QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())
    if dialog.frameGeometry().intersects(text):
        dialog.hide()
        name = window.actions_[action].text().replace("&", "")
        window.status.tell(tr("“{name}” leads back to the list.").format(name=name))
