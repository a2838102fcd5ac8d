"""The search page in its window: going to a place and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.text import Span

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.gui.search.page import SearchPage
    from annotator.gui.session_bridge import Session
    from annotator.services.concordance import Hit


def search_page(window: MainWindow, session: Session) -> SearchPage:
    """Return the search page of a project that is open in ``window``."""
    from annotator.gui.search.page import SearchPage

    page = SearchPage(
        session, window.look, window.context.language, may_write=lambda: not window.projects.hindrance
    )
    page.opened.connect(lambda hit: open_hit(window, hit))
    page.told.connect(window.status.tell)
    return page


def open_hit(window: MainWindow, hit: Hit) -> None:
    """Show a hit in its article; the key of the search leads back."""
    desk = window.desk
    if desk is None:
        return
    desk.open_article(hit.article_id)
    window.show_mode("annotate")
    state = desk.session.state
    if desk.session.article is None or desk.session.article.id != hit.article_id or state is None:
        return
    if hit.mention is not None and hit.mention.id in state.mentions:
        desk.annotating.focus(hit.mention.id)
    else:
        desk.annotating.select(Span(hit.span.start, hit.span.end))


def toggle_search(window: MainWindow) -> None:
    """Go to the search, or from there back to the article."""
    there = window.search_page is not None and window.pages.currentWidget() is window.search_page
    window.show_mode("annotate" if there else "search")
