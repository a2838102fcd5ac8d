"""The review page: the queue at the left, the text with everybody's brackets, the comparison at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.ids import MentionId
from annotator.gui.canvas.review_sheet import ReviewSheet
from annotator.gui.desk import Desk
from annotator.gui.i18n import Language, tr
from annotator.gui.look import Look
from annotator.gui.review.deciding import Deciding
from annotator.gui.review.decision_bar import DecisionBar
from annotator.gui.review.display import marks_of, shown_state
from annotator.gui.review.gold_page import GoldPage, place_of_entry
from annotator.gui.review.header import ReviewHeader
from annotator.gui.review.inspector import ReviewInspector
from annotator.gui.review.keys import asked_for
from annotator.gui.review.lessons_dialog import LessonsDialog
from annotator.gui.review.offering import choices_for
from annotator.gui.review.queue import QueuePanel
from annotator.gui.review.rules_menu import fill_options
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.strip import AgreementStrip
from annotator.gui.review.words import refusal
from annotator.gui.widgets.empty import EmptyState
from annotator.services.project import Project

_LEFT, _CENTRE, _RIGHT = 288, 560, 352
_LOW = 460
"""A page lower than this has no room for the figures of agreement above the text."""


class ReviewDesk(QWidget):
    """Composes the review of one project. ``told`` carries a message for the status bar, ``failed`` a fault.

    ``failed`` is for faults that are not about a decision, such as a full disk. ``gold_made`` brings the page
    of the gold set when it is first asked for.
    """

    told = Signal(str, bool)
    failed = Signal(object)
    gold_made = Signal(object)

    def __init__(self, project: Project, reviewer: str, look: Look, language: Language) -> None:
        super().__init__()
        self.look = look
        self.language = language
        self.project = project
        self.session = ReviewSession(project, reviewer, self)
        self.canvas = ReviewSheet()
        self.canvas.setAccessibleName(tr("Article with the versions of all annotators"))
        self.queue = QueuePanel(look, self.session, project.scheme, language)
        self.inspector = ReviewInspector(look, self.session, project.scheme, language)
        self.bar = DecisionBar(look)
        self.header = ReviewHeader(look, self.session)
        self.strip = AgreementStrip(look, self.session, project.scheme, language)
        self.deciding = Deciding(self.session, self.inspector, look, project.scheme, language, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.gold: GoldPage | None = None
        self._pages = QStackedWidget()
        self._review = QWidget()
        self._paper = QStackedWidget()
        self._items: dict[MentionId, str] = {}
        self._compose()
        self._connect()
        self._on_look()

    def start(self) -> None:
        """Look at the finished sets as they are now."""
        self.leave_gold()
        try:
            self.session.start()
        except AnnotatorError as error:
            self.failed.emit(error)
        articles = self.session.service.articles
        if self.session.review is None and articles:
            # With nothing open there still is what was decided, to be looked at, mended and taken back.
            self.session.go_to(articles[0], "")

    def take_focus(self) -> None:
        """Put the keyboard where the decisions are made."""
        place = self.gold_desk.canvas if self.gold_desk is not None else self.canvas
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop what goes on."""
        self.leave_gold()
        self.strip.stop()
        self.session.stop()

    def do(self, asked: str) -> None:
        """Do what a key or button asks for."""
        if self.gold_desk is not None and asked in ("undo", "redo"):
            {"undo": self.gold_desk.undo, "redo": self.gold_desk.redo}[asked]()
        elif asked == "add":
            self.work_on_gold()
        elif asked == "back":
            self.take_focus()
        else:
            self.deciding.do(asked)

    def show_lessons(self) -> None:
        """Show what the guideline should learn."""
        dialog = LessonsDialog(
            self.look, self.session.all_rows, self.project.scheme, self.language, self.session.go_to, self
        )
        dialog.exec()
        dialog.deleteLater()
        self.take_focus()

    # The gold set ----------------------------------------------------------------------------------------

    @property
    def gold_desk(self) -> Desk | None:
        """The page of the gold set while it is shown."""
        return self.gold.desk if self.gold is not None and self._pages.currentWidget() is self.gold else None

    def work_on_gold(self) -> None:
        """Show the gold set to be worked on with an annotator's keys, at the current item."""
        review, hindrance = self.session.review, self.session.service.hindrance
        if hindrance is not None:
            self.told.emit(refusal(hindrance), True)
            return
        if review is None or self.project.store.read_only:
            return
        if self.gold is None:
            self.gold = GoldPage(self.session.service, self.look, self.language)
            self.gold.left.connect(self.leave_gold)
            self.gold.session.failed.connect(self._on_failed)
            self._pages.addWidget(self.gold)
            self.gold_made.emit(self.gold.desk)
        entry = self.session.entry
        at, words = place_of_entry(review, entry) if entry is not None else ((), None)
        self._pages.setCurrentWidget(self.gold)
        self.gold.begin(review.article.id, at, words)
        self.session.shown.emit()

    def leave_gold(self) -> None:
        """Go back to the review, at what was changed last."""
        if self.gold is None or self.gold_desk is None:
            return
        session, article = self.gold.session, self.gold.session.article
        self.gold.end()
        self._pages.setCurrentWidget(self._review)
        if article is not None and article.id in self.session.service.articles:
            entries = self.session.service.look(article.id).entries
            there = {entry.item.id for entry in entries}
            written = [item for item in session.written if item in there]
            self.session.go_to(article.id, written[-1] if written else self.session.item)
        self.take_focus()

    # What is shown ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the current item and its article."""
        session, review = self.session, self.session.review
        entry = session.entry
        self._paper.setCurrentIndex(0 if review is not None else 1)
        self.bar.setVisible(review is not None)
        self.header.setVisible(review is not None)
        self.header.refresh()
        self.inspector.setVisible(review is not None)
        self._give_way()
        gold = session.service.gold_state
        if review is not None and gold is not None:
            state, self._items = shown_state(review, gold)
            marks = marks_of(review, self._items, entry, session.letters, self.project.scheme, self.language)
            self.canvas.show_article(review.article, self.project.scheme, self.language, state, marks)
        self.bar.offer(choices_for(session, tuple(self.bar.buttons)))

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        px = self.look.px
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._paper.addWidget(self.canvas)
        self._paper.addWidget(EmptyState(self.look, tr("It takes two versions to compare.")))
        column.addWidget(self._paper, 1)
        column.addWidget(self.bar)
        for widget in (self.queue, centre, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(_LEFT), px(_CENTRE), px(_RIGHT)])
        column = QVBoxLayout(self._review)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)
        self._pages.addWidget(self._review)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._pages)

    def _connect(self) -> None:
        session = self.session
        session.shown.connect(self.refresh)
        session.failed.connect(self._on_failed)
        session.told.connect(lambda text: self.told.emit(text, False))
        self.queue.chosen.connect(session.go)
        self.bar.asked.connect(self.do)
        self.deciding.told.connect(self.told)
        self.deciding.decided.connect(self.take_focus)
        self.inspector.explained.connect(self._on_explained)
        self.inspector.identical.went.connect(lambda row: session.go_to(row.article_id, row.item))
        self.header.write.clicked.connect(session.write_gold)
        fill_options(self.header, session, self.project.scheme, self.language, self.show_lessons)
        self.canvas.mention_clicked.connect(self._on_clicked)
        for place in (self.canvas, self.queue.view, *self.inspector.reasons.buttons(), self.inspector.also):
            place.installEventFilter(self)
        self.look.changed.connect(self._on_look)

    # Events ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            in_list = watched is self.queue.view
            if in_list and self.queue.takes(event):
                return True
            asked = asked_for(event, tuple(self.session.letters.values()), in_list=in_list)
            if asked and watched in (*self.inspector.reasons.buttons(), self.inspector.also):
                asked = asked if asked not in ("next", "previous") else ""
            if asked and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if asked:
                self.do(asked)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Let the sides be narrower than they want to be, and figures go, where there is no room for all."""
        px = self.look.px
        self.strip.setVisible(self.session.review is not None and self.height() >= px(_LOW))
        wanted = (px(220), px(280))
        least = max(self.bar.minimumSizeHint().width(), px(_CENTRE) // 2)
        share = min(1.0, max(0.5, (self.width() - least - 2) / sum(wanted)))
        for panel, width in zip((self.queue, self.inspector), wanted, strict=True):
            panel.setMinimumWidth(int(width * share))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        if not event.spontaneous():
            self.session.pause()
            self.strip.stop()

    def _on_clicked(self, mention: object) -> None:
        item = self._items.get(mention, "")  # type: ignore[call-overload]
        review = self.session.review
        if item and review is not None:
            entry = review.entry(item)
            if entry is not None and entry.asks:
                self.session.go_to(review.article.id, item)

    def _on_explained(self) -> None:
        inspector = self.inspector
        self.session.explain(
            reason=inspector.reason,
            comment=inspector.comment.text().strip(),
            clause=inspector.clause.text().strip(),
        )

    def _on_failed(self, error: AnnotatorError) -> None:
        if error.code == "store_unavailable":
            self.failed.emit(error)
        else:
            self.told.emit(refusal(error), True)

    def _on_look(self) -> None:
        self.canvas.set_theme(self.look.theme)
        self.refresh()
        self.inspector.refresh()
