"""A fault of the program: said plainly, with all work safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.labels import label


class CrashDialog(Dialog):
    """Shows what happened. ``accept`` goes on working, ``reject`` quits."""

    def __init__(self, look: Look, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Something went wrong"), parent, width=600)
        self.add_text(tr("This is a fault of the program. All your decisions are saved."), role="")
        self.add_field(tr("Log"), self.selectable(label(look, str(log), wrap=True)))
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(tr("Details"))
        self._details.setMinimumHeight(look.px(160))
        self.body.addWidget(self._details)
        copy = button(tr("Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        leave = button(tr("Quit"))
        leave.clicked.connect(self.reject)
        stay = button(tr("Go on working"), primary=True)
        stay.clicked.connect(self.accept)
        self.column.addLayout(row(copy, None, leave, stay, spacing=look.px(8)))
        stay.setFocus()
