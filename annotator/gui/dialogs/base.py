"""The dialogs of the program: sheets that know their place in the help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.sheet import Sheet
from annotator.gui.look import Look


class Dialog(Sheet):
    """A sheet; ``help_section`` is what F1 opens the help at."""

    help_section = ""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(look, title, parent, width=width)
        asked = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        asked.activated.connect(self.show_help)

    def show_help(self) -> None:
        """Open the help at what this dialog is about."""
        from annotator.gui.dialogs.help import HelpDialog

        dialog = HelpDialog(self.look, at=self.help_section, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
