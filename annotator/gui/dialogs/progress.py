"""Work under way: what it is, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import percent, tr
from annotator.gui.look import Look
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.fields import button, row


class ProgressDialog(Dialog):
    """Stays until the job ends; closing it asks the job to stop."""

    cancel_requested = Signal()

    def __init__(self, look: Look, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent)
        self.setModal(True)
        self._text = self.add_text(text)
        self.bar = thin_progress()
        self.bar.setRange(0, 0)
        self.body.addWidget(self.bar)
        self._share = self.add_text("")
        self.cancel_button = button(tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.column.addLayout(row(None, self.cancel_button))
        self._ended = False

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is."""
        if total > 0:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * done / total))
            self._share.setText(percent(done / total))

    def end(self) -> None:
        """Close, for the job has ended."""
        self._ended = True
        self.done(0)

    def reject(self) -> None:
        """Ask the job to stop."""
        if self._ended:
            super().reject()
            return
        self.cancel_button.setEnabled(False)
        self._text.setText(tr("Stopping …"))
        self.cancel_requested.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        if not self._ended:
            event.ignore()
            self.reject()
