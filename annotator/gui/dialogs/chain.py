"""What a chain is called, and which entry of a knowledge base it is."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look


class ChainDialog(Dialog):
    """Two lines, both may stay empty."""

    help_section = "chains"

    def __init__(self, look: Look, name: str, kb_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Name the chain"), parent)
        self.name_field = QLineEdit(name)
        self.name_field.selectAll()
        self.kb_field = QLineEdit(kb_id)
        self.kb_field.setPlaceholderText(tr("for example Q7747"))
        self.add_field(tr("Name"), self.name_field)
        self.add_field(tr("Knowledge base"), self.kb_field)
        self.add_buttons(tr("Name", "verb"))
        self.name_field.setFocus()
