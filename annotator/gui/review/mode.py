"""The review as a mode of the window: made when it is first asked for, gone with the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.gui.hindrance import unseen_sentence
from annotator.gui.i18n import tr

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow
    from annotator.gui.review.desk import ReviewDesk
    from annotator.services.editing import Editor


OWN_SET_ONLY = frozenset({"finish", "set_aside", "reopen", "apply_to_all", "accept_many"})
"""Actions on an article that make no sense on the gold set."""


class ReviewMode(QObject):
    """Holds the review page of the open project."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: ReviewDesk | None = None

    @property
    def shown(self) -> bool:
        """Whether the review is what the window shows."""
        return self.page is not None and self._window.pages.currentWidget() is self.page

    @property
    def editor(self) -> Editor | None:
        """The editor of the gold set while the review is shown."""
        return self.page.session.service.editor if self.page is not None and self.shown else None

    @property
    def gold(self) -> Desk | None:
        """The page of the gold set while it is what one works on."""
        return self.page.gold_desk if self.page is not None and self.shown else None

    def keys_now(self) -> tuple[str, list[tuple[tuple[str, ...], str]]] | None:
        """Return the keys of the review page; ``None`` while one works elsewhere."""
        if self.page is None or not self.shown or self.gold is not None:
            return None
        from annotator.gui.review.keys import keys_now

        return keys_now(tuple(self.page.session.letters.values()))

    def open(self) -> ReviewDesk | None:
        """Return the page, made now if need be, and looking at the sets as they are now.

        Nothing for who may not see others' sets yet, which is told.
        """
        from annotator.services.roles import sees_others

        desk = self._window.desk
        if desk is None:
            return None
        if not sees_others(desk.session.project.store, desk.session.annotator):
            told = tr("The annotations of others can be seen when the lead has opened the review.")
            store, who = desk.session.project.store, desk.session.annotator
            self._window.status.tell(unseen_sentence(store, who, closed=told), error=True)
            return None
        if self.page is None:
            # Comparing needs libraries that nothing on the way to the first window should load.
            from annotator.gui.review.desk import ReviewDesk

            session, window = desk.session, self._window
            self.page = page = ReviewDesk(
                session.project, session.annotator, window.look, window.context.language
            )
            page.told.connect(lambda text, wrong: window.status.tell(text, error=wrong))
            page.failed.connect(session.failed)
            page.session.shown.connect(window.refresh_soon)
            page.gold_made.connect(self._take_in_gold)
            window.pages.addWidget(page)
        self.page.start()
        return self.page

    def _take_in_gold(self, desk: Desk) -> None:
        """Let the window's keys work on the page of the gold set, which was made just now."""
        window = self._window
        window.actions_.bind_canvas(desk.canvas)
        desk.told.connect(window.status.tell)
        desk.strip.all_keys_requested.connect(window.dialogs.show_keys)
        desk.annotating.focused.connect(lambda _: window.refresh_soon())
        desk.session.changed.connect(lambda _: window.refresh_soon())
        if window.desk is not None:
            desk.canvas.set_arcs_mode(window.desk.canvas.arcs_mode)
        desk.canvas.set_spacing(window.context.settings.current.line_spacing)
        desk.canvas.set_zoom(window.context.settings.current.zoom)

    def revert(self, asked: str) -> bool:
        """Undo or redo in the review; ``False`` while it is not shown."""
        if not self.shown or self.page is None:
            return False
        self.page.do(asked)
        return True

    def leave(self) -> None:
        """Take the page away, before the project is closed."""
        if self.page is not None:
            self.page.leave()
            self._window.pages.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
