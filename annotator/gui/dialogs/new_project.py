"""A new project: where its file lies and what may be annotated."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core.resources import resource
from annotator.gui.dialogs.base import Dialog
from annotator.gui.files import ask_open, ask_save
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import Combo, button, row

SUFFIX = ".annot"
_OWN = "own"


def with_suffix(path: str) -> Path:
    """Return the path of a project file, with the suffix that those have."""
    chosen = Path(path)
    return chosen if chosen.suffix == SUFFIX else chosen.with_name(chosen.name + SUFFIX)


class NewProjectDialog(Dialog):
    """Asks for file and scheme. The caller makes the project and says what was wrong by ``show_fault``."""

    help_section = "projects"

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("New project"), parent, width=560)
        self._folder = folder
        self.path_field = QLineEdit(str(_free_name(folder)))
        choose = button(tr("Choose …"))
        choose.clicked.connect(self._choose_file)
        self.add_field(tr("File"), self._beside(self.path_field, choose))
        self.path_field.setAccessibleName(tr("File"))
        self.scheme_combo = Combo(look)
        for path in sorted(resource("schemes").glob("*.yaml")):
            self.scheme_combo.addItem(path.stem.capitalize(), str(path))
        self.scheme_combo.addItem(tr("Own scheme …"), _OWN)
        self.scheme_combo.activated.connect(self._on_scheme)
        self.add_field(
            tr("Scheme"),
            self.scheme_combo,
            remark=tr("The scheme says what may be annotated. A copy of it is kept in the project."),
        )
        self.create_button, _ = self.add_buttons(tr("Create project"))
        self.path_field.textChanged.connect(self._on_path)
        self.scheme_combo.currentIndexChanged.connect(lambda _: self.show_fault(""))
        self.path_field.setFocus()
        self.select_name()

    def select_name(self) -> None:
        """Select the name of the file alone, ready to be typed over: not its folder, not its suffix."""
        chosen = self.path_field.text()
        stem = Path(chosen).stem
        self.path_field.setSelection(chosen.rindex(stem), len(stem))

    @property
    def path(self) -> Path:
        """The project file."""
        return with_suffix(self.path_field.text().strip())

    @property
    def scheme_path(self) -> Path:
        """The scheme file."""
        return Path(str(self.scheme_combo.currentData()))

    def set_scheme(self, path: Path) -> None:
        """Choose a scheme file of one's own."""
        position = self.scheme_combo.findData(str(path))
        if position < 0:
            position = self.scheme_combo.count() - 1
            self.scheme_combo.insertItem(position, path.name, str(path))
        self.scheme_combo.setCurrentIndex(position)

    def _on_path(self, text: str) -> None:
        self.create_button.setEnabled(bool(text.strip()))
        self.show_fault("")

    def _beside(self, field: QWidget, other: QWidget) -> QWidget:
        holder = QWidget()
        layout = row(field, other)
        layout.setStretch(0, 1)
        holder.setLayout(layout)
        return holder

    def _choose_file(self) -> None:
        chosen = ask_save(self, tr("New project"), Path(self.path_field.text()), tr("Projects (*.annot)"))
        if chosen is not None:
            self.path_field.setText(str(with_suffix(str(chosen))))

    def _on_scheme(self) -> None:
        if self.scheme_combo.currentData() != _OWN:
            return
        chosen = ask_open(self, tr("Own scheme"), self._folder, tr("Schemes (*.yaml *.yml)"))
        if chosen is not None:
            self.set_scheme(chosen)
        else:
            self.scheme_combo.setCurrentIndex(0)


def _free_name(folder: Path) -> Path:
    stem = tr("project", "file name")
    for number in range(1, 1000):
        path = folder / (f"{stem}{SUFFIX}" if number == 1 else f"{stem}-{number}{SUFFIX}")
        if not path.exists():
            return path
    return folder / f"{stem}{SUFFIX}"
