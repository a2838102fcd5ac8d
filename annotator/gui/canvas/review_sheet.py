"""The canvas of a review: to read and to click in, not to edit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.gui.canvas.area import PageArea
from annotator.gui.canvas.ink import ink
from annotator.gui.canvas.paint_rows import Look, paint_block
from annotator.gui.canvas.review_lanes import paint_row
from annotator.gui.canvas.review_page import Marks, ReviewPage
from annotator.gui.canvas.surface import Surface, column_for
from annotator.gui.canvas.text import faces

_BLEED = 4


class ReviewSheet(PageArea):
    """Shows an article with what its annotators differ about. ``mention_clicked`` carries a mention's id."""

    mention_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ReviewPage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_article(
        self, article: Article, scheme: Scheme, language: str, state: AnnotationState, marks: Marks
    ) -> None:
        """Show an article; the same one keeps its place."""
        width, height = self.viewport_size()
        same = self._page is not None and self._page.article.id == article.id
        place = self._surface.place() if same and self._surface is not None else None
        page = ReviewPage(
            article, scheme, language, state, faces(), column=column_for(width), spacing=self.spacing
        )
        page.set_marks(marks)
        self._page = page
        self._surface = Surface(page, width=width, height=height)
        if place is not None:
            self._surface.go_to(*place)
        if marks.at:
            self._surface.ensure_visible(marks.at[0])
        self.sync_scroll_bar()
        self.viewport().update()

    def paint_over(self, painter: QPainter) -> None:
        """Paint the marks over the text."""
        if self._surface is None or self._page is None:
            return
        shades, marks = ink(self._theme), self._page.marks
        for index, y in self._surface.scroller.visible:
            laid, layout = self._page.laid(index)
            for number, row in enumerate(layout.rows):
                painter.save()
                painter.translate(self._surface.left, y + row.text_top)
                paint_row(painter, laid, number, row, layout.line, marks, shades, faces())
                painter.restore()

    def _paint_band(self, painter: QPainter, look: Look, top: float, bottom: float) -> None:
        """Paint the text alone; marks are painted over it."""
        if self._surface is None or self._page is None:
            return
        for index, y in self._surface.scroller.visible:
            laid, layout = self._page.laid(index)
            bare = replace(layout, rows=tuple(replace(row, bars=(), chips=()) for row in layout.rows))
            painter.save()
            painter.translate(self._surface.left, y)
            paint_block(painter, laid, bare, look, top=top - y - _BLEED, bottom=bottom - y + _BLEED)
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mention that was clicked."""
        if self._surface is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self._surface.target(*self.point(QPointF(event.position()))).mention
        if found is not None:
            self.mention_clicked.emit(found)
