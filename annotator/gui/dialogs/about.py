"""What this is, in which versions, and where it writes its log."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.labels import label

_PACKAGES = ("annotator", "PySide6-Essentials", "spacy", "sqlite-utils")


class AboutDialog(Dialog):
    """Versions and places, to be copied into a report."""

    def __init__(self, look: Look, log: Path, settings: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, "Annotator", parent)
        self.add_text(tr("Annotates German news articles: entities, events, times, quotes, relations."))
        for name, value in versions().items():
            self.add_field(name, self.selectable(label(look, value)))
        for name, path in ((tr("Log"), log), (tr("Settings"), settings)):
            self.add_field(name, self.selectable(label(look, str(path), wrap=True)))
        self.add_text(tr("Fonts: Inter and Noto Serif, under the SIL Open Font License 1.1."))
        self.add_close()


def versions() -> dict[str, str]:
    """Return the versions that matter, by name."""
    found = {"Python": platform.python_version(), "Qt": qVersion()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
