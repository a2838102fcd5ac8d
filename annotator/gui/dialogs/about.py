"""What this is, in which versions, where it writes its log, and under which licences its parts are."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.core.resources import resource
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.labels import label

_PACKAGES = {"Annotator": "annotator", "PySide6": "PySide6-Essentials", "spaCy": "spacy"}


class AboutDialog(Dialog):
    """Versions and places, to be copied into a report."""

    def __init__(self, look: Look, log: Path, settings: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, "Annotator", parent, width=600)
        self.add_text(tr("Annotates German news articles: entities, events, times, quotes, relations."))
        for name, value in versions().items():
            self.add_field(name, self.selectable(label(look, value)))
        for name, path in ((tr("Log"), log), (tr("Settings"), settings)):
            self.add_field(name, self._place(path))
        self.licences = QPlainTextEdit(licences())
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setMinimumHeight(look.px(160))
        self.add_field(tr("Licences"), self.licences)
        copy = button(tr("Copy versions"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self.column.addLayout(row(copy, None, close))
        close.setFocus()

    @staticmethod
    def report() -> str:
        """Return the versions as lines, for a message about a fault."""
        found = {**versions(), "System": platform.platform()}
        return "\n".join(f"{name} {value}" for name, value in found.items())

    def _place(self, path: Path) -> QWidget:
        holder = QWidget()
        copy = button(tr("Copy"))
        copy.setAccessibleName(tr("Copy the place {path}").format(path=path))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(path)))
        inside = row(self.selectable(label(self.look, str(path), wrap=True)), copy)
        inside.setStretch(0, 1)
        holder.setLayout(inside)
        return holder


def versions() -> dict[str, str]:
    """Return the versions that matter, by name."""
    found = {}
    for name, package in _PACKAGES.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            continue
    return {**found, "Python": platform.python_version(), "Qt": qVersion()}


def licences() -> str:
    """Return what the program and its parts are licensed under."""
    own = "Annotator: MIT\nInter, Noto Serif: SIL Open Font License 1.1\nPySide6, Qt: LGPL 3\n\n"
    return own + resource("NOTICE").read_text(encoding="utf-8")
