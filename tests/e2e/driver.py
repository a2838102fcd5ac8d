"""A person at the real window: presses keys, reads what the window shows, and notes what should have come."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from annotator.core.annotation import Mention, Relation
from annotator.core.ids import MentionId
from annotator.core.state import AnnotationState
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.gui.walk import Item
from annotator.services.paths import UserPaths

_PATIENCE_SECONDS = 30.0
_D = TypeVar("_D", bound=QDialog)


class Person:
    """One sitting at the program. ``home`` is where it keeps its settings."""

    def __init__(self, qt: QApplication, home: Path) -> None:
        paths = UserPaths(home / "config", home / "data", home / "logs")
        self.application = Application(qt, paths)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    @property
    def window(self) -> MainWindow:
        return self.application.window

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None, "no project is open"
        return self.window.desk

    @property
    def state(self) -> AnnotationState:
        state = self.desk.session.state
        assert state is not None
        return state

    @property
    def text(self) -> str:
        article = self.desk.session.article
        assert article is not None
        return article.text

    @property
    def item(self) -> Item | None:
        """The mention or relation that has the focus."""
        return self.desk.annotating.item

    @property
    def focused(self) -> Mention:
        mention = self.desk.annotating.mention
        assert mention is not None, "no mention has the focus"
        return mention

    def wait_until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not true():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(10)

    # Hands -----------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, named as in shortcuts, wherever the keyboard's focus is."""
        for key in keys:
            QTest.keySequence(self._listener(), key)
            QApplication.processEvents()

    def _listener(self) -> QWidget:
        """Return who gets the next key."""
        in_front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if in_front is self.window and not self._has_keyboard():
            # A closed dialog leaves no window active where no window manager sees to it.
            QTest.qWait(20)
            self.window.activateWindow()
            self.wait_until(self._has_keyboard)
        return QApplication.focusWidget() or in_front

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return self.window.isActiveWindow() and focused is not None and focused.window() is self.window

    def write(self, text: str) -> None:
        """Type a text wherever the keyboard's focus is."""
        for character in text:  # QTest knows keys for ASCII alone
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(self._listener(), event)
        QApplication.processEvents()

    def drop(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path.resolve())) for path in paths])
        action, left, no_keys = (
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        enter = QDragEnterEvent(QPoint(100, 100), action, data, left, no_keys)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(100, 100), action, data, left, no_keys))

    def answer(self, kind: type[_D], do: Callable[[_D], None]) -> None:
        """Do something in the next modal dialog of a kind, which must come while the keys are pressed."""
        answered: list[bool] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind):
                again()
            elif not dialog.isActiveWindow():
                # No window manager gives a new dialog the keyboard here.
                dialog.activateWindow()
                again()
            else:
                answered.append(True)
                do(dialog)

        def again() -> None:
            if not answered:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)

    def fill(self, dialog: QDialog, field: QLineEdit, text: str) -> None:
        """Write into a field of a dialog and press Enter."""
        while QApplication.focusWidget() is not field:
            QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        QTest.keySequence(field, "Ctrl+A")
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag with the left button over the canvas."""
        port: QWidget = self.desk.canvas.viewport()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(port, (start + end) / 2)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, left, Qt.KeyboardModifier.NoModifier, end)
        QApplication.processEvents()

    # Eyes ------------------------------------------------------------------------------------------------

    def relations_of(self, mention: MentionId) -> list[Relation]:
        return list(self.state.relations_at(mention))

    def is_event(self, mention: Mention) -> bool:
        return self.desk.session.scheme.is_event(mention.layer)

    def open_suggestions(self) -> list[Mention]:
        return [m for m in self.state.visible_mentions() if m.status.value == "suggested"]

    def leave(self) -> None:
        """Close the window, as at the end of a working day."""
        self.window.close()
        QApplication.processEvents()
        self.window.deleteLater()
        self.application.deleteLater()
        QApplication.processEvents()
