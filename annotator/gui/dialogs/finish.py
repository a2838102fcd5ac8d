"""Asked before an article is finished that still has open suggestions or errors."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.open_counts import open_parts
from annotator.gui.widgets.fields import CheckBox, button, row

GO_ON = 2
"""The result beside Qt's own two: go to the first open suggestion instead."""

SHOW_PROBLEMS = 3
"""Show the list of problems instead."""


class FinishDialog(Dialog):
    """Enter finishes, Esc stays; the third way leads to what is open, or to what is wrong."""

    def __init__(
        self, look: Look, mentions: int, relations: int, parent: QWidget | None = None, *, errors: int = 0
    ) -> None:
        is_open = bool(mentions or relations)
        title = tr("Finish with open suggestions?") if is_open else tr("Finish with errors?")
        super().__init__(look, title, parent, width=520)
        if is_open:
            said = tr("Still undecided in this article: {parts}.").format(
                parts=open_parts(mentions, relations)
            )
            self.add_text(said, role="")
            self.add_text(tr("What is open stays a suggestion and does not come into the training set."))
        if errors:
            self.add_text(tr("%Ln error(s) in this article, listed under “Problems”.", "", errors), role="")
        self.no_more = CheckBox(look, tr("Do not ask about open suggestions again"))
        self.no_more.setVisible(is_open)
        self.body.addWidget(self.no_more)
        self.finish_button = button(tr("Finish anyway"), primary=True)
        self.first_button = button(tr("Go to the first open one"))
        self.problems_button = button(tr("Show problems"))
        cancel = button(tr("Cancel"))
        self.finish_button.clicked.connect(self.accept)
        self.first_button.clicked.connect(lambda: self.done(GO_ON))
        self.problems_button.clicked.connect(lambda: self.done(SHOW_PROBLEMS))
        cancel.clicked.connect(self.reject)
        ways = [self.problems_button] if errors else []
        ways += [self.first_button] if is_open else []
        self.column.addLayout(row(None, cancel, *ways, self.finish_button, spacing=look.px(8)))
        self.finish_button.setFocus()

    @property
    def finishes(self) -> bool:
        """Whether the article is to be finished."""
        return self.result() == QDialog.DialogCode.Accepted
