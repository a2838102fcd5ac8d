"""Asking for files without looking into them.

Qt's own dialog opens files to guess their kind, and closing *any* handle of a file drops the locks that this
process holds on it (POSIX). SQLite would lose its locks on an open project that way: another process could
then take the write-ahead log from under it. So icons come from the kind of entry alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget


class _BlindIcons(QFileIconProvider):
    def icon(self, of: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        kind = QAbstractFileIconProvider.IconType
        if isinstance(of, QFileInfo):
            return super().icon(kind.Folder if of.isDir() else kind.File)
        return super().icon(of)

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix()


def ask_open(parent: QWidget, title: str, at: Path, filters: str) -> Path | None:
    """Ask for one file that is there."""
    chosen = _ask(_dialog(parent, title, at, filters), QFileDialog.FileMode.ExistingFile)
    return chosen[0] if chosen else None


def ask_open_many(parent: QWidget, title: str, at: Path, filters: str) -> list[Path]:
    """Ask for any number of files that are there."""
    return _ask(_dialog(parent, title, at, filters), QFileDialog.FileMode.ExistingFiles)


def ask_folder(parent: QWidget, title: str, at: Path) -> Path | None:
    """Ask for a folder."""
    chosen = _ask(_dialog(parent, title, at, ""), QFileDialog.FileMode.Directory)
    return chosen[0] if chosen else None


def ask_save(parent: QWidget, title: str, at: Path, filters: str) -> Path | None:
    """Ask for the name of a file to write."""
    dialog = _dialog(parent, title, at.parent, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(at.name)
    chosen = _ask(dialog, QFileDialog.FileMode.AnyFile)
    return chosen[0] if chosen else None


def _dialog(parent: QWidget, title: str, at: Path, filters: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(at), filters)
    if sys.platform.startswith("linux"):
        # The desktop's own dialog runs in this process, and looks into files as well.
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        provider = _BlindIcons()
        dialog.setIconProvider(provider)
        dialog.setProperty("icons", provider)  # Qt does not keep it alive
    return dialog


def _ask(dialog: QFileDialog, mode: QFileDialog.FileMode) -> list[Path]:
    dialog.setFileMode(mode)
    try:
        return [Path(path) for path in dialog.selectedFiles()] if dialog.exec() else []
    finally:
        dialog.deleteLater()
