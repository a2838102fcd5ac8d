"""Work packages out: for whom, and into which folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.files import ask_folder
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import CheckBox, button, row
from annotator.services.packaging import default_target


class PackageDialog(Dialog):
    """Asks who gets a package. Those whose file is in the folder already are left out."""

    help_section = "team"

    def __init__(
        self, look: Look, project: Path, people: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, tr("Make work packages"), parent, width=560)
        self._project = project
        self.add_text(
            tr(
                "A package is a project with the articles of one annotator, the scheme and the suggestions, "
                "and nobody else's work. Hand it out and merge it when it comes back, as often as you like."
            )
        )
        self.boxes = {name: CheckBox(look, name) for name in people}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for box in self.boxes.values():
            box.setChecked(True)
            box.toggled.connect(lambda _: self._check())
            column.addWidget(box)
        self.folder_field = QLineEdit(str(project.parent))
        choose = button(tr("Choose …"))
        choose.clicked.connect(self._choose)
        place = QWidget()
        layout = row(self.folder_field, choose)
        layout.setStretch(0, 1)
        place.setLayout(layout)
        self.add_field(tr("Folder"), place)
        self.folder_field.setAccessibleName(tr("Folder"))
        self.add_field(tr("For"), holder)
        self.make_button, _ = self.add_buttons(tr("Make packages"))
        self.folder_field.textChanged.connect(lambda _: self._check())
        self._check()

    @property
    def folder(self) -> Path:
        """Where the packages go."""
        return Path(self.folder_field.text().strip())

    @property
    def people(self) -> list[str]:
        """Who gets one."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def _check(self) -> None:
        there = [name for name in self.people if self._target(name).exists()]
        fault = ""
        if there:
            text = tr("{file} is there already and may hold work. Choose another folder, or leave it out.")
            fault = text.format(file=self._target(there[0]).name)
        elif not self.folder.is_dir():
            fault = tr("There is no such folder.")
        self.show_fault(fault)
        self.make_button.setEnabled(bool(self.people) and not fault)

    def _target(self, name: str) -> Path:
        return self.folder / default_target(self._project, name).name

    def _choose(self) -> None:
        chosen = ask_folder(self, tr("Make work packages"), self.folder)
        if chosen is not None:
            self.folder_field.setText(str(chosen))
