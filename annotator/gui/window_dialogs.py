"""The dialogs of the window, each imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


class Dialogs(QObject):
    """Shows them in front of one window, and gives the keyboard back to the work afterwards."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look = window.look

    def show(self, dialog: QDialog) -> None:
        """Show a dialog in front of the window."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self._window.regain_focus())
        dialog.open()

    def say_fault(self, title: str, text: str) -> None:
        """Tell what did not work."""
        from annotator.gui.dialogs.base import Dialog

        dialog = Dialog(self._look, title, self._window)
        dialog.add_text(text, role="")
        dialog.add_close()
        self.show(dialog)

    def ask_export(self) -> None:
        """Ask what to export, and write it."""
        from annotator.gui.exporting import ask_export

        ask_export(self._window)

    def ask_settings(self) -> None:
        """Ask for settings and put them into effect."""
        from annotator.gui.dialogs.settings import SettingsDialog

        context = self._window.context
        dialog = SettingsDialog(self._look, context.settings.current, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._window.remember()
            context.change_settings(dialog.settings)
        self._window.regain_focus()

    def show_guidelines(self) -> None:
        """Show all guidelines, at the label that has the focus."""
        from annotator.gui.dialogs.guidelines import GuidelinesDialog

        desk = self._window.desk
        if desk is None:
            return
        mention = desk.annotating.mention
        at = f"{mention.layer}/{mention.label}" if mention else ""
        dialog = GuidelinesDialog(self._look, desk.session.scheme, desk.language, at, self._window)
        self.show(dialog)
        dialog.show_target()

    def show_keys(self) -> None:
        """Show all keys."""
        from annotator.gui.dialogs.keys import KeysDialog

        desk = self._window.desk
        scheme = desk.session.scheme if desk is not None else None
        self.show(KeysDialog(self._look, scheme, self._window.context.language, self._window))

    def show_help(self) -> None:
        """Show the help."""
        from annotator.gui.dialogs.help import HelpDialog

        self.show(HelpDialog(self._look, self._window.context.language, self._window))

    def show_about(self) -> None:
        """Show versions and places."""
        from annotator.gui.dialogs.about import AboutDialog

        paths = self._window.context.paths
        self.show(AboutDialog(self._look, paths.log_file, paths.settings_file, self._window))
