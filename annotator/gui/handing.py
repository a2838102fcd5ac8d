"""Articles given by hand and for a second time, and the lead's view of all of them, from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from annotator.gui.i18n import tr
from annotator.gui.team import led

if TYPE_CHECKING:
    from annotator.core.ids import ArticleId
    from annotator.gui.main_window import MainWindow


def ask_hand(window: MainWindow) -> None:
    """Ask who is to have the articles selected in the table, or the open one, and do it."""
    from annotator.gui.dialogs.hand import HandDialog
    from annotator.services import assigning

    desk = led(window)
    if desk is None:
        return
    articles = _chosen(window)
    if not articles:
        window.status.tell(tr("No article is selected."))
        return
    session = desk.session
    dialog = HandDialog(window.look, session.project.store, articles, window)
    if dialog.exec() == QDialog.DialogCode.Accepted and (handed := dialog.handed) is not None:
        assigning.assign(session.project.store, handed.rows, author=session.annotator)
        session.reload()
        window.status.tell(dialog.summary)
    window.regain_focus()
    if window.articles_page is not None and window.pages.currentWidget() is window.articles_page:
        window.articles_page.choose(articles)


def ask_repeat(window: MainWindow) -> None:
    """Ask who is to annotate some of her articles again, and give them to her."""
    from annotator.gui.dialogs.repeat import RepeatDialog
    from annotator.services.repeating import repeat

    desk = led(window)
    if desk is None:
        return
    session = desk.session
    dialog = RepeatDialog(window.look, session.project.store, window)
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.plans:
        with session.project.store.transaction():
            for plan in dialog.plans:
                repeat(session.project.store, plan, author=session.annotator)
        session.reload()
        window.status.tell(tr("Given to be annotated again: %Ln article(s)", "", dialog.total))
    window.regain_focus()


def toggle_all(window: MainWindow) -> None:
    """Show a lead all articles, or her own queue alone."""
    desk = led(window)
    if desk is not None:
        session = desk.session
        session.show_everything(not session.everything)
        told = tr("All articles are shown.") if session.everything else tr("Your own articles are shown.")
        window.status.tell(told)
    window.refresh_soon()


def _chosen(window: MainWindow) -> list[ArticleId]:
    page, desk = window.articles_page, window.desk
    if page is not None and window.pages.currentWidget() is page:
        return page.chosen
    return [desk.session.article.id] if desk is not None and desk.session.article is not None else []
