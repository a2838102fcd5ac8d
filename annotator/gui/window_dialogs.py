"""The dialogs of the window, each imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.gui.i18n import tr
from annotator.gui.ordering import follow_order

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


_SECTIONS = {
    "CanvasView": "deciding",
    "ArticleList": "articles",
    "ArticlesPage": "articles",
    "AnnotationList": "list",
    "ProblemsPanel": "problems",
    "HistoryPanel": "history",
    "ChainsPanel": "chains",
    "RolesSection": "roles",
    "LinksSection": "relations",
    "AttributesSection": "details",
    "NoteSection": "details",
    "Inspector": "deciding",
    "KeyStrip": "keys",
    "SearchPage": "search_all",
    "ReviewDesk": "review",
    "Toolbar": "search_all",
    "Welcome": "projects",
}
"""What of the help is about which panel; panels within others first."""


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
        dialog = SettingsDialog(
            self._look,
            context.settings.current,
            self._window,
            change_keys=lambda: self._keys_page(dialog).open(),
        )
        while dialog.exec() == QDialog.DialogCode.Accepted:
            if self._window.people.agrees(dialog.settings.annotator):
                self._window.remember()
                context.change_settings(dialog.settings_over(context.settings.current))
                follow_order(self._window)
                break
        self._window.regain_focus()

    def agrees_to_lose_note(self) -> bool:
        """Ask whether to leave, though a note that was typed cannot be written."""
        from annotator.gui.dialogs.base import Dialog

        dialog = Dialog(self._look, tr("The note cannot be saved"), self._window)
        dialog.add_text(tr("The project cannot be written at the moment. Leave without the note?"), role="")
        dialog.add_buttons(tr("Leave without the note"), cancel=tr("Stay"))
        return dialog.exec() == QDialog.DialogCode.Accepted

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

    def show_palette(self) -> None:
        """Show what can be done, to be found by a few letters."""
        from annotator.gui.palette import Palette

        palette = Palette(self._window)
        self.show(palette)

    def show_progress(self) -> None:
        """Show how far the work is, in numbers and pictures."""
        from annotator.gui.dialogs.progress_page import ProgressPage

        desk = self._window.desk
        if desk is None:
            return
        desk.timing.leave()
        self.show(ProgressPage(self._look, desk.session, self._window))

    def change_keys(self) -> None:
        """Show the keys of all actions, to be changed."""
        self.show(self._keys_page(self._window))

    def show_keys(self) -> None:
        """Show all keys."""
        from annotator.gui.dialogs.keys import KeysDialog
        from annotator.gui.dialogs.keys_now import now_group

        desk = self._window.desk
        scheme = desk.session.scheme if desk is not None else None
        reviewing = self._window.reviewing
        now = reviewing.keys_now()
        if now is None and desk is not None:
            now = now_group(reviewing.gold or desk)
        self.show(KeysDialog(self._look, scheme, self._window.context.language, self._window, now=now))

    def show_help(self) -> None:
        """Show the help, at what has the keyboard."""
        from annotator.gui.dialogs.help import HelpDialog

        language = self._window.context.language
        self.show(HelpDialog(self._look, language, self._window, at=self._help_section()))

    def _keys_page(self, parent: QWidget) -> QDialog:
        from annotator.gui.dialogs.settings_keys import KeysPage

        desk, settings = self._window.desk, self._window.context.settings
        scheme = desk.session.scheme if desk is not None else None
        dialog = KeysPage(self._look, scheme, lambda own: settings.update(keys=dict(own)), parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _help_section(self) -> str:
        """Return what the focused panel is about."""
        desk = self._window.desk
        if desk is not None and desk.relating.active:
            return "relations"
        if desk is not None and desk.canvas.hasFocus() and desk.canvas.selection() is not None:
            return "new"
        widget = QApplication.focusWidget()
        while widget is not None and type(widget).__name__ not in _SECTIONS:
            widget = widget.parentWidget()
        return _SECTIONS.get(type(widget).__name__, "")

    def show_about(self) -> None:
        """Show versions and places."""
        from annotator.gui.dialogs.about import AboutDialog

        paths = self._window.context.paths
        self.show(AboutDialog(self._look, paths.log_file, paths.settings_file, self._window))
