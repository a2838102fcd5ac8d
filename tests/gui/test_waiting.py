"""The busy pointer: there while a long article is opened, and gone again, whatever happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.core.errors import StoreUnavailable
from annotator.core.ids import ArticleId
from annotator.gui import session_bridge
from annotator.gui.desk import Desk


def pointer_while_opening(desk: Desk, monkeypatch: pytest.MonkeyPatch, *, fails: bool = False) -> list[bool]:
    """Open the second article; return whether the pointer was busy meanwhile."""
    seen: list[bool] = []
    really: Callable[[ArticleId], None] = desk.session.editor.open

    def watched(article_id: ArticleId) -> None:
        seen.append(QGuiApplication.overrideCursor() is not None)
        if fails:
            raise StoreUnavailable(path="größe.annot", reason="locked")
        really(article_id)

    monkeypatch.setattr(desk.session.editor, "open", watched)
    desk.session.open(desk.session.rows[1].id)
    return seen


@pytest.mark.parametrize(("letters", "busy"), [(10, True), (200_000, False)])
def test_only_a_long_article_shows_that_it_is_being_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, letters: int, busy: bool
) -> None:
    monkeypatch.setattr(session_bridge, "LONG", letters)
    assert pointer_while_opening(desk, monkeypatch) == [busy]
    assert QGuiApplication.overrideCursor() is None


def test_the_pointer_is_as_before_where_opening_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_bridge, "LONG", 10)
    assert pointer_while_opening(desk, monkeypatch, fails=True) == [True]
    assert QGuiApplication.overrideCursor() is None
