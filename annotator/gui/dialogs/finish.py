"""Asked before an article is finished that still has open suggestions."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.open_counts import open_parts
from annotator.gui.widgets.fields import CheckBox, button, row

GO_ON = 2
"""The result beside Qt's own two: go to the first open suggestion instead."""


class FinishDialog(Dialog):
    """Enter finishes, Esc stays; the third way leads to what is open."""

    def __init__(self, look: Look, mentions: int, relations: int, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Finish with open suggestions?"), parent, width=520)
        said = tr("Still undecided in this article: {parts}.").format(parts=open_parts(mentions, relations))
        self.add_text(said, role="")
        self.add_text(tr("What is open stays a suggestion and does not come into the training set."))
        self.no_more = CheckBox(look, tr("Do not ask again"))
        self.body.addWidget(self.no_more)
        self.finish_button = button(tr("Finish anyway"), primary=True)
        self.first_button = button(tr("Go to the first open one"))
        cancel = button(tr("Cancel"))
        self.finish_button.clicked.connect(self.accept)
        self.first_button.clicked.connect(lambda: self.done(GO_ON))
        cancel.clicked.connect(self.reject)
        self.column.addLayout(row(None, cancel, self.first_button, self.finish_button, spacing=look.px(8)))
        self.finish_button.setFocus()

    @property
    def finishes(self) -> bool:
        """Whether the article is to be finished."""
        return self.result() == QDialog.DialogCode.Accepted
