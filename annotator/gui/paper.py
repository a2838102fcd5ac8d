"""The middle of the annotate page: the open article on the canvas, or what to do where there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from annotator.core.change import Effect
from annotator.core.ids import ArticleId
from annotator.core.state import AnnotationState
from annotator.gui.annotating import Annotating
from annotator.gui.finding import Finding
from annotator.gui.i18n import Language, tr
from annotator.gui.look import Look
from annotator.gui.widgets.empty import EmptyState


class Paper(QStackedWidget):
    """Keeps the canvas showing what the session holds. ``turned`` tells whether an article is there."""

    turned = Signal(bool)

    def __init__(
        self,
        look: Look,
        annotating: Annotating,
        finding: Finding,
        language: Language,
        *,
        import_articles: Callable[[], object],
    ) -> None:
        super().__init__()
        self._annotating = annotating
        self._session = annotating.session
        self._canvas = annotating.canvas
        self._finding = finding
        self._language = language
        self._shown: ArticleId | None = None
        self.addWidget(EmptyState(look, tr("No articles yet."), (tr("Import articles"), import_articles)))
        self.addWidget(self._canvas)

    def show_article(self) -> None:
        """Show the open article; one that is shown already stays as it stands, with what is known now."""
        article, state = self._session.article, self._session.state
        if article is None or state is None:
            return
        if article.id == self._shown:
            self._show_again(state)
            return
        self._shown = article.id
        self._canvas.set_document(article, self._session.scheme, self._language)
        self._canvas.set_state(state)
        self._finding.mark()
        self.turn()
        self._annotating.start()

    def show_effect(self, effect: Effect) -> None:
        """Show what an edit changed."""
        if self._session.state is not None:
            self._canvas.set_state(self._session.state, effect)
        if QApplication.focusWidget() is None:
            # The field that was edited is gone with the values it showed.
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> None:
        """Show the canvas if an article is open, else what to do instead."""
        there = self._session.article is not None
        appears = there and self.currentIndex() == 0
        self.setCurrentIndex(1 if there else 0)
        self.turned.emit(there)
        if appears:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self, state: AnnotationState) -> None:
        """Show what else is known of the open article now; view, selection and focus stay where they are."""
        item = self._annotating.item
        at_begin = item is None and self._at_begin()
        self._canvas.set_state(state)
        if at_begin:
            self._annotating.start()
        elif item is not None and item not in state.mentions and item not in state.relations:
            self._annotating.focus(None)
        else:
            self._annotating.focused.emit(item)

    def _at_begin(self) -> bool:
        """Tell whether nobody has begun to read: neither cursor nor view was moved."""
        canvas = self._canvas
        moved = canvas.cursor_token or canvas.selection() or canvas.verticalScrollBar().value()
        return not moved
