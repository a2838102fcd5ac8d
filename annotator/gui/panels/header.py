"""Above the canvas: the title once it has scrolled away, outlet and date, state, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.core.annotation import SetState
from annotator.core.article import Article, ZoneKind
from annotator.core.state import AnnotationState
from annotator.gui import icons
from annotator.gui.canvas.view import CanvasView
from annotator.gui.i18n import long_date, tr
from annotator.gui.look import Look
from annotator.gui.models.article_delegate import paint_state
from annotator.gui.models.articles import STATE_NAMES
from annotator.gui.open_counts import open_line, open_parts
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.fields import halfway, tool_button
from annotator.gui.widgets.labels import ElidedLabel

_HEIGHT, _NARROW = 64, 300


class StateChip(QWidget):
    """The state of the article as a pill with its dot."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = SetState.NEW
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_state(self, state: SetState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(tr(STATE_NAMES[state]))
        self.setToolTip(tr(STATE_NAMES[state]) if self._short else "")
        self.updateGeometry()
        self.update()

    def set_short(self, on: bool) -> None:
        """Show the dot alone, where the name has no room; it is in the tooltip then."""
        if on != self._short:
            self._short = on
            self.set_state(self._state)

    def sizeHint(self) -> QSize:  # noqa: D102
        if self._short:
            return QSize(self._look.px(28), self._look.px(24))
        advance = QFontMetrics(self._look.font()).horizontalAdvance(tr(STATE_NAMES[self._state]))
        return QSize(advance + self._look.px(34), self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._look.colour("strong_line"), 1))
        painter.setBrush(self._look.colour("field"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        dot = self._look.px(10)
        place = QRectF(self._look.px(9), (self.height() - dot) / 2, dot, dot)
        paint_state(painter, place, self._state, self._look)
        if self._short:
            return
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._look.font())
        words = rect.adjusted(self._look.px(24), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), tr(STATE_NAMES[self._state]))


class ArticleHeader(QWidget):
    """``previous_requested`` and ``next_requested`` ask for the article beside this one."""

    previous_requested = Signal()
    next_requested = Signal()

    def __init__(self, look: Look, session: Session, canvas: CanvasView) -> None:
        super().__init__()
        self.setObjectName("articleHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._session = session
        self._canvas = canvas
        self.title = ElidedLabel(look, size=15, weight=QFont.Weight.DemiBold)
        self._about = ElidedLabel(look, role="secondary")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._about.installEventFilter(self)
        self._variants: list[str] = []
        self._chip = StateChip(look)
        self._previous = tool_button(face="square")
        self._previous.setToolTip(tr("Previous article"))
        self._previous.setAccessibleName(tr("Previous article"))
        self._previous.clicked.connect(self.previous_requested)
        self._next = tool_button(face="square")
        self._next.setToolTip(tr("Next article"))
        self._next.setAccessibleName(tr("Next article"))
        self._next.clicked.connect(self.next_requested)
        self._compose()
        session.opened.connect(self.refresh)
        session.changed.connect(lambda _: self.refresh())
        canvas.verticalScrollBar().valueChanged.connect(lambda _: self._show_title())
        look.changed.connect(self._on_look)
        self._on_look()

    def refresh(self) -> None:
        """Show the open article."""
        article, state = self._session.article, self._session.state
        if article is None or state is None:
            return
        self.title.set_text(article.title)
        self._variants = self._about_lines(article, state)
        self._show_about()
        self._chip.set_state(state.set_state)
        self._show_title()

    def _about_lines(self, article: Article, state: AnnotationState) -> list[str]:
        """Return outlet, date and what is open, in words that get fewer."""
        total = self._session.suggestions.total
        date = long_date(article.published_on) if article.published_on else ""
        mentions, relations = state.open_suggestions, state.open_relations
        left = [open_line(mentions, relations, total), open_line(mentions + relations, 0, total)]
        if mentions and relations:
            left.insert(1, tr("{parts} open").format(parts=open_parts(mentions, relations)))
        return [" · ".join(filter(None, (article.outlet, date, one if total else ""))) for one in left]

    def _show_about(self) -> None:
        """Show the most that has room; all of it is in the tooltip."""
        if not self._variants:
            return
        advance, room = self._about.fontMetrics().horizontalAdvance, self._about.width()
        text = next((one for one in self._variants if advance(one) <= room), self._variants[-1])
        whole = self._variants[0]
        if text != self._about.text:
            self._about.set_text(text, details=whole if whole != text else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self._about and event.type() is QEvent.Type.Resize:
            self._show_about()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._chip.set_short(self.width() < self._look.px(_NARROW))

    def _show_title(self) -> None:
        self.title.setVisible(self._is_headline_gone())

    def _is_headline_gone(self) -> bool:
        article, state = self._session.article, self._session.state
        if article is None or state is None or self._canvas.verticalScrollBar().value() == 0:
            return False
        end = next((zone.end for zone in state.zones if zone.kind is ZoneKind.HEADLINE), 0)
        for y in (4.0, 20.0, 40.0, 60.0, 90.0):
            token = self._canvas.target(120.0, y).token
            if token is not None:
                return article.tokens[token].start >= end
        return True

    def _compose(self) -> None:
        px = self._look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(8))
        row.addLayout(halfway(self._look, self.title, self._about), 1)
        row.addWidget(self._chip)
        row.addSpacing(px(8))
        row.addWidget(self._previous)
        row.addWidget(self._next)

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))
        for made in (self._previous, self._next):
            made.setIconSize(QSize(self._look.px(16), self._look.px(16)))
        self._previous.setIcon(icons.icon("chevron-left", self._look))
        self._next.setIcon(icons.icon("chevron-right", self._look))
