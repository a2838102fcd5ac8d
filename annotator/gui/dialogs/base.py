"""What the program's dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.labels import label


class Dialog(QDialog):
    """A title, a form, a line for what is wrong, and buttons at the right."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setMinimumWidth(look.px(width))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        self.column.setSpacing(look.px(12))
        self.column.addWidget(label(look, title, size=15, weight=QFont.Weight.DemiBold))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(12))
        self.column.addLayout(self.body)
        self.fault = label(look, role="error", wrap=True)
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._form: QGridLayout | None = None

    def add_field(self, name: str, field: QWidget, *, remark: str = "") -> None:
        """Add a line to the form: name at the left, field at the right, a remark below it."""
        if self._form is None:
            self._form = QGridLayout()
            self._form.setHorizontalSpacing(self.look.px(16))
            self._form.setVerticalSpacing(self.look.px(8))
            self._form.setColumnStretch(1, 1)
            self.body.addLayout(self._form)
        place = self._form.rowCount()
        title = label(self.look, name)
        title.setBuddy(field)
        field.setAccessibleName(name)
        tall = field.sizeHint().height() > 2 * title.sizeHint().height() + self.look.px(8)
        top = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        self._form.addWidget(title, place, 0, top)
        self._form.addWidget(field, place, 1)
        if remark:
            self._form.addWidget(label(self.look, remark, role="secondary", wrap=True), place + 1, 1)

    def add_text(self, text: str, *, role: str = "secondary") -> QLabel:
        """Add a paragraph."""
        made = label(self.look, text, role=role, wrap=True)
        self.body.addWidget(made)
        return made

    def add_buttons(self, accept: str, *, cancel: str = "") -> tuple[QPushButton, QPushButton]:
        """Add the buttons: cancel, and the one that Enter presses."""
        yes = button(accept, primary=True)
        no = button(cancel or tr("Cancel"))
        yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self.column.addSpacing(self.look.px(4))
        self.column.addLayout(row(None, no, yes, spacing=self.look.px(8)))
        return yes, no

    def add_close(self) -> QPushButton:
        """Add the only button of a dialog that asks nothing."""
        made = button(tr("Close"), primary=True)
        made.clicked.connect(self.accept)
        self.column.addLayout(row(None, made))
        return made

    def show_fault(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    @staticmethod
    def selectable(made: QLabel) -> QLabel:
        """Let the user select and copy a label's text."""
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made
