"""Doing one thing at many places: asked for in a dialog, done as one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from annotator.core.annotation import SetState
from annotator.core.text import Span
from annotator.gui.i18n import tr

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow
    from annotator.gui.session_bridge import Session
    from annotator.store import ArticleRow


_ENDS = ("\n", "\u2029")


def ask_apply_to_all(window: MainWindow) -> None:
    """Label the text of the focused mention like it, wherever the user agrees."""
    from annotator.gui.dialogs.apply_to_all import ApplyToAllDialog
    from annotator.services import bulk

    desk = window.desk
    mention = desk.annotating.mention if desk is not None else None
    if desk is None or mention is None:
        return
    if len(mention.fragments) > 1:
        window.status.tell(tr("An annotation of several parts cannot be applied to other places."))
        return
    session = desk.session
    dialog = ApplyToAllDialog(
        window.look,
        session,
        mention,
        desk.language,
        window,
        open_articles=frozenset(row.id for row in _unfinished(session)),
    )
    if dialog.exec() == QDialog.DialogCode.Accepted:
        wanted, places = dialog.wanted, dialog.places
        touched = session.perform_everywhere(lambda editor: bulk.apply_to_all(editor, wanted, places))
        if touched:
            window.status.tell(tr("%Ln annotation(s) decided. Ctrl+Z takes all of it back.", "", len(places)))
    dialog.deleteLater()
    window.regain_focus()


def ask_accept_many(window: MainWindow) -> None:
    """Accept the suggestions that the user means."""
    from annotator.gui.dialogs.accept_many import AcceptManyDialog
    from annotator.services import accepting

    desk = window.desk
    if desk is None or desk.session.state is None:
        return
    session = desk.session
    dialog = AcceptManyDialog(
        window.look,
        session,
        desk.language,
        window,
        paragraph=_paragraph(desk),
        open_articles=[row.id for row in _unfinished(session) if row.open_total or not row.counted],
    )
    if dialog.exec() == QDialog.DialogCode.Accepted:
        ids = dialog.ids
        if session.perform_everywhere(lambda editor: accepting.accept(editor, ids)):
            count = sum(map(len, ids.values()))
            window.status.tell(tr("%Ln annotation(s) decided. Ctrl+Z takes all of it back.", "", count))
    dialog.deleteLater()
    window.regain_focus()


def _unfinished(session: Session) -> Iterator[ArticleRow]:
    return (row for row in session.rows if row.state in (SetState.NEW, SetState.OPEN))


def _paragraph(desk: Desk) -> Span | None:
    """Return the line of text that the focus or the cursor is in."""
    article, mention = desk.session.article, desk.annotating.mention
    if article is None:
        return None
    token = desk.canvas.cursor_token
    if mention is not None:
        at = mention.start
    elif 0 <= token < len(article.tokens):
        at = article.tokens[token].start
    else:
        return None
    return paragraph_at(article.text, at)


def paragraph_at(text: str, at: int) -> Span:
    """Return the paragraph around a place, as the canvas cuts them: a line separator does not end one."""
    ends = [end for end in (text.find(sign, at) for sign in _ENDS) if end >= 0]
    return Span(max(text.rfind(sign, 0, at) for sign in _ENDS) + 1, min(ends, default=len(text)))
