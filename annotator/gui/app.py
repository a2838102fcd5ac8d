"""The program with a window: settings, look and language first, then the window, then the project."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QStyleFactory

from annotator.core.ids import ArticleId
from annotator.gui import style
from annotator.gui.context import Context
from annotator.gui.fonts import load_fonts
from annotator.gui.i18n import Language, install_language, resolve_language
from annotator.gui.keymap import keymap
from annotator.gui.look import Look, scale_for, theme_for
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import Theme
from annotator.services.logs import log_to
from annotator.services.paths import UserPaths, user_paths
from annotator.services.settings import Settings, SettingsFile

_LOG = logging.getLogger("annotator")


class Application(QObject):
    """Holds the one window, and makes it anew where settings ask for that."""

    def __init__(self, qt: QApplication, paths: UserPaths) -> None:
        super().__init__(qt)
        self._qt = qt
        self._paths = paths
        log_to(lambda: paths.log_file)
        self._settings = SettingsFile(paths.settings_file)
        self._system_font = QFont(qt.font())
        self._translators: tuple[QTranslator, ...] = ()
        self._crashing = False
        qt.setApplicationName("Annotator")
        qt.setStyle(QStyleFactory.create("Fusion"))
        load_fonts()
        self.look = Look(*self._wanted_look(), parent=self)
        self._language = self._install_language()
        keymap().set_own(self._settings.current.keys)
        style.apply(qt, self.look)
        self.window = self._new_window()
        qt.styleHints().colorSchemeChanged.connect(lambda _: self._follow_system())

    def change_settings(self, settings: Settings) -> None:
        """Put settings into effect. Theme changes at once; language, size and name need a new window."""
        before = self._settings.current
        self._settings.replace(settings)
        needs_window = (before.language, before.text_percent, before.annotator) != (
            settings.language,
            settings.text_percent,
            settings.annotator,
        )
        keymap().set_own(settings.keys)
        self.look.set(*self._wanted_look())
        style.apply(self._qt, self.look)
        desk = self.window.desk
        if desk is not None:
            desk.inspector.note.commit()
            desk.session.show_from(settings.least_score)
        if needs_window:
            # Not within the signal of a widget that goes.
            same_name = before.annotator == settings.annotator
            QTimer.singleShot(0, self, lambda: self._replace_window(keep_who=same_name))

    def on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault and tell it. Every decision is on disk already."""
        details = "".join(traceback.format_exception(kind, error, trace))
        if issubclass(kind, KeyboardInterrupt):
            self._qt.quit()
            return
        _LOG.error("%s", details)
        if self._crashing:
            return
        from annotator.gui.dialogs.crash import CrashDialog

        self._crashing = True
        dialog = CrashDialog(self.look, details, self._paths.log_file, self.window)
        stay = dialog.exec() == QDialog.DialogCode.Accepted
        self._crashing = False
        if stay:
            self.window.regain_focus()
        else:
            self.window.close()

    def _new_window(self) -> MainWindow:
        context = Context(self._settings, self._paths, self.look, self._language, self.change_settings)
        return MainWindow(context)

    def _replace_window(self, *, keep_who: bool) -> None:
        """Show a new window with the same project, under the same name or the one in the settings."""
        old = self.window
        desk = old.desk
        path = desk.session.project.path if desk is not None else None
        who = desk.session.annotator if desk is not None and keep_who else ""
        article = desk.session.article if desk is not None else None
        everything = desk.session.everything if desk is not None and keep_who else False
        old.show_session(None)
        self._language = self._install_language()
        self.window = self._new_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.hide()
        old.deleteLater()
        if path is not None and self.window.projects.open(path, sure=True, who=who, everything=everything):
            self._reopen(article.id if article is not None else None)

    def _reopen(self, article_id: ArticleId | None) -> None:
        if self.window.desk is not None and article_id is not None:
            self.window.desk.open_article(article_id)

    def _follow_system(self) -> None:
        self.look.set(*self._wanted_look())
        style.apply(self._qt, self.look)

    def _wanted_look(self) -> tuple[Theme, float]:
        settings = self._settings.current
        return theme_for(settings.theme), scale_for(settings.text_percent, self._system_font)

    def _install_language(self) -> Language:
        for translator in self._translators:
            self._qt.removeTranslator(translator)
            translator.deleteLater()
        language = resolve_language(self._settings.current.language)
        self._translators = install_language(self._qt, language, self)
        return language


def run(path: Path | None = None) -> int:
    """Show the window, with the project ``path`` if one is given; return the exit code when it is closed."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application = Application(qt, user_paths())
    sys.excepthook = application.on_fault
    application.window.show()
    if path is not None:
        QTimer.singleShot(0, application, lambda: application.window.projects.open(path))
    return qt.exec()
