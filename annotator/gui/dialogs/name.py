"""Who annotates: asked once, before the first decision."""

from __future__ import annotations

import getpass

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look

RESERVED = frozenset({"pretagger", "gold"})
"""Names of sets that no person writes."""


class NameDialog(Dialog):
    """Asks for the annotator's name."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Who annotates?"), parent)
        self.add_text(tr("Every decision is kept with the name of who made it. It can be changed later."))
        self.field = QLineEdit(name or _login())
        self.field.selectAll()
        self.add_field(tr("Name"), self.field)
        self.yes_button, _ = self.add_buttons(tr("Begin"))
        self.field.textChanged.connect(self._check)
        self._check(self.field.text())
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The name, without blanks around it."""
        return " ".join(self.field.text().split())

    def _check(self, text: str) -> None:
        reserved = self.name.casefold() in RESERVED
        self.show_fault(tr("This name is kept for the program itself.") if reserved else "")
        self.yes_button.setEnabled(bool(self.name) and not reserved)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
