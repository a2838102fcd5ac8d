"""The gold set under the same hands as an annotator's own: to add what nobody marked, and to mend."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.ids import ArticleId, MentionId, RelationId
from annotator.core.text import Span
from annotator.gui.desk import Desk
from annotator.gui.i18n import Language, tr
from annotator.gui.look import Look
from annotator.gui.review.gold_session import GoldSession
from annotator.gui.widgets.fields import link
from annotator.gui.widgets.keycap import KeyCap
from annotator.gui.widgets.labels import ElidedLabel
from annotator.review.item import ClusterItem, RelationItem, SpanItem
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_queue import ArticleReview
from annotator.services.reviewing_values import Entry


class GoldPage(QWidget):
    """An annotate page on the gold set, below a line that says so. ``left`` says that one wants back."""

    left = Signal()

    def __init__(self, service: Reviewing, look: Look, language: Language) -> None:
        super().__init__()
        self.session = GoldSession(service, self)
        self.desk = Desk(self.session, look, language, import_articles=lambda: None, pretag=lambda: None)
        self.desk.timing.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line(look))
        column.addWidget(self.desk, 1)
        self.desk.canvas.installEventFilter(self)

    def begin(self, article_id: ArticleId, at: tuple[str, ...], words: Span | None) -> None:
        """Show an article with the focus on the first of ``at`` that stands, or else ``words`` selected."""
        self.session.begin(article_id)
        state, annotating = self.session.state, self.desk.annotating
        if state is None:
            return
        self.desk.canvas.set_state(state)
        there = next((key for key in at if key in state.mentions or key in state.relations), None)
        if there is not None:
            annotating.focus(MentionId(there) if there in state.mentions else RelationId(there))
        elif words is not None:
            annotating.select(words)
        self.desk.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Let the review go on."""
        self.desk.inspector.note.commit()
        self.session.end()

    def _line(self, look: Look) -> QWidget:
        made = QWidget()
        made.setObjectName("articleHeader")
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = ElidedLabel(look, weight=QFont.Weight.DemiBold)
        title.set_text(tr("Gold set: every change here is a decision of the review"))
        back = link(tr("Back to the review"))
        back.clicked.connect(self.left)
        row = QHBoxLayout(made)
        row.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        row.setSpacing(look.px(8))
        row.addWidget(title, 1)
        row.addWidget(back)
        row.addWidget(KeyCap("Esc", look))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._is_at_rest()
        ):
            self.left.emit()
            return True
        return False

    def _is_at_rest(self) -> bool:
        """Tell whether Escape has nothing else to leave."""
        desk = self.desk
        busy = desk.relating.active or bool(desk.label_keys.begun)
        return not busy and desk.annotating.item is None and desk.canvas.selection() is None


def place_of_entry(review: ArticleReview, entry: Entry) -> tuple[tuple[str, ...], Span | None]:
    """Return what stands because of an item, and the words that it is about."""
    item, verdict = entry.item, entry.verdict
    result = verdict.result if verdict is not None else ()
    match item:
        case SpanItem():
            found = next((v for side in item.sides if (v := item.versions[side[0]]) is not None), None)
            return result, found.envelope if found is not None else None
        case RelationItem() | ClusterItem():
            ends = [review.entry(end) for end in item.depends_on]
            stand = [k for e in ends if e is not None and e.verdict is not None for k in e.verdict.result]
            return (*result, *stand), None
