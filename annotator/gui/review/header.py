"""Above the text of a review: what it is, how it stands, and what the lead can set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.gui.i18n import long_date, tr
from annotator.gui.look import Look
from annotator.gui.review.session import ReviewSession
from annotator.gui.widgets.fields import MenuButton, halfway, link
from annotator.gui.widgets.labels import ElidedLabel

_WORDS = 200
"""Pixels of the design that the title has at least; the menu of the options can write the gold set too."""


class ReviewHeader(QWidget):
    """The open article's title, outlet, date and counts; the buttons are connected by the page."""

    def __init__(self, look: Look, session: ReviewSession) -> None:
        super().__init__()
        self.setObjectName("articleHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._session = session
        self.title = ElidedLabel(look, size=15, weight=QFont.Weight.DemiBold)
        self.about = ElidedLabel(look, role="secondary")
        self.write = link(tr("Write gold set"))
        self.options = MenuButton(look, tr("Options"))
        self.options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        px = look.px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(24), 0, px(24), 0)
        line.setSpacing(px(12))
        line.addLayout(halfway(look, self.title, self.about), 1)
        line.addWidget(self.options)
        line.addWidget(self.write)
        look.changed.connect(self._on_look)
        self._on_look()

    def refresh(self) -> None:
        """Show the open article."""
        review = self._session.review
        if review is None:
            self.title.set_text("")
            self.about.set_text("")
            return
        article = review.article
        rows = self._session.service.rows(article.id)
        date = long_date(article.published_on) if article.published_on else ""
        left = tr("{n} open, {m} settled").format(
            n=sum(row.open for row in rows), m=sum(not row.open for row in rows)
        )
        self.title.set_text(article.title)
        self.about.set_text(" · ".join(filter(None, (article.outlet, date, left))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        buttons = self.write.sizeHint().width() + self.options.sizeHint().width()
        self.write.setVisible(self.width() > buttons + self._look.px(_WORDS))

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(64))
