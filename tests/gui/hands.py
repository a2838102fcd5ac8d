"""Keys for tests of the window, and what the project file holds after them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.core.annotation import Mention, Relation
from annotator.core.state import Layered
from annotator.gui.desk import Desk
from annotator.gui.keymap import sequence

_D = TypeVar("_D", bound=QDialog)


def press(target: QWidget, *keys: str) -> None:
    """Press keys, named as in shortcuts."""
    for key in keys:
        QTest.keySequence(target, sequence(key))
        QApplication.processEvents()


def answer(kind: type[_D], do: Callable[[_D], object]) -> None:
    """Do something in the next modal dialog of a kind, which must come while keys are pressed."""

    def look(tries: int = 200) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            do(dialog)
        elif tries:
            if dialog is not None:
                dialog.activateWindow()  # no window manager does it here
            QTimer.singleShot(10, lambda: look(tries - 1))
        elif dialog is not None:
            dialog.close()

    QTimer.singleShot(0, look)


def on_disk(desk: Desk) -> Layered:
    """Return what the annotator's set on the open article holds in the file."""
    article = desk.session.article
    assert article is not None
    return desk.session.project.store.layered(article.id, desk.session.annotator)


def words(desk: Desk, mention: Mention) -> str:
    article = desk.session.article
    assert article is not None
    return mention.text_of(article.text)


def stored(desk: Desk, text: str) -> Mention:
    """Return the annotator's mention of these words, from the file."""
    found = [m for m in on_disk(desk).mentions.values() if words(desk, m) == text]
    assert len(found) == 1, f"{text}: {len(found)} mentions"
    return found[0]


def links(desk: Desk) -> list[tuple[str, str, str]]:
    """Return the annotator's relations in the file as (label, head, tail), sorted."""
    held = on_disk(desk)
    mentions = held.mentions

    def named(relation: Relation) -> tuple[str, str, str]:
        return (relation.label, words(desk, mentions[relation.head]), words(desk, mentions[relation.tail]))

    return sorted(named(relation) for relation in held.relations.values())


def focused(desk: Desk) -> str:
    """Return the words of the mention that has the focus."""
    mention = desk.annotating.mention
    assert mention is not None
    return words(desk, mention)
