"""A training set out: whose annotations, with which status, into which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.core.annotation import Status
from annotator.gui.dialogs.base import Dialog
from annotator.gui.files import ask_save
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import CheckBox, button, row
from annotator.store import Annotator, AnnotatorKind


class ExportDialog(Dialog):
    """Asks what is to be written. By default the accepted annotations of every person."""

    help_section = "export"

    def __init__(
        self, look: Look, target: Path, annotators: Sequence[Annotator], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, tr("Export training set"), parent, width=560)
        self.add_text(tr("JSON lines, one article by one annotator on each line."))
        self.path_field = QLineEdit(str(target))
        choose = button(tr("Choose …"))
        choose.clicked.connect(self._choose_file)
        place = QWidget()
        layout = row(self.path_field, choose)
        layout.setStretch(0, 1)
        place.setLayout(layout)
        self.add_field(tr("File"), place)
        self.path_field.setAccessibleName(tr("File"))
        self.annotator_boxes = {
            one.name: self._box(_shown_name(one), one.kind is AnnotatorKind.HUMAN) for one in annotators
        }
        self.status_boxes = {
            Status.ACCEPTED: self._box(tr("Accepted"), True),
            Status.SUGGESTED: self._box(tr("Suggestions"), False),
            Status.REJECTED: self._box(tr("Rejected"), False),
        }
        self.add_field(tr("Annotators"), self._column(list(self.annotator_boxes.values())))
        self.add_field(tr("Status"), self._column(list(self.status_boxes.values())))
        self.export_button, _ = self.add_buttons(tr("Export"))
        self.path_field.textChanged.connect(lambda _: self._check())
        self._check()

    @property
    def target(self) -> Path:
        """The file to write."""
        return Path(self.path_field.text().strip())

    @property
    def annotators(self) -> list[str]:
        """The names that were chosen."""
        return [name for name, box in self.annotator_boxes.items() if box.isChecked()]

    @property
    def statuses(self) -> list[Status]:
        """The statuses that were chosen."""
        return [status for status, box in self.status_boxes.items() if box.isChecked()]

    def _box(self, text: str, on: bool) -> CheckBox:
        box = CheckBox(self.look, text)
        box.setChecked(on)
        box.toggled.connect(lambda _: self._check())
        return box

    def _column(self, boxes: list[CheckBox]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for box in boxes:
            column.addWidget(box)
        return holder

    def _check(self) -> None:
        if hasattr(self, "export_button"):
            there = self.path_field.text().strip() and self.annotators and self.statuses
            self.export_button.setEnabled(bool(there))

    def _choose_file(self) -> None:
        kinds = tr("JSON lines (*.jsonl)")
        chosen = ask_save(self, tr("Export training set"), Path(self.path_field.text()), kinds)
        if chosen is not None:
            self.path_field.setText(str(chosen))


def _shown_name(annotator: Annotator) -> str:
    if annotator.kind is AnnotatorKind.MACHINE:
        return tr("{name} (program)").format(name=annotator.name)
    if annotator.kind is AnnotatorKind.GOLD:
        return tr("{name} (adjudicated)").format(name=annotator.name)
    return annotator.name
