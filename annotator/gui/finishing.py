"""The end of work on an article: asked about first where suggestions are open or something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def finish_article(window: MainWindow) -> None:
    """Finish the open article, unless the user would rather decide what is open."""
    desk = window.desk
    state = desk.session.state if desk is not None else None
    if desk is None or state is None:
        return
    errors = desk.checking.problems.errors
    # Not to be asked about open suggestions is a way of working; an error is one every time.
    asks = window.context.settings.current.ask_before_finishing
    mentions, relations = (state.open_suggestions, state.open_relations) if asks else (0, 0)
    if not (mentions or relations or errors) or _agrees(window, mentions, relations, errors):
        desk.finish()


def _agrees(window: MainWindow, mentions: int, relations: int, errors: int) -> bool:
    from annotator.gui.dialogs.finish import GO_ON, SHOW_PROBLEMS, FinishDialog

    dialog = FinishDialog(window.look, mentions, relations, window, errors=errors)
    result = dialog.exec()
    window.regain_focus()
    if result == QDialog.DialogCode.Rejected:
        return False
    if dialog.no_more.isChecked():
        window.context.settings.update(ask_before_finishing=False)
    if result == GO_ON and window.desk is not None:
        window.desk.annotating.start()
    if result == SHOW_PROBLEMS and window.desk is not None:
        window.desk.show_problems()
    return dialog.finishes
