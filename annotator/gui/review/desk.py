"""The review page: the queue at the left, the text with everybody's brackets, the comparison at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import Mention, Relation
from annotator.core.errors import AnnotatorError
from annotator.core.ids import MentionId
from annotator.core.verdict import Choice
from annotator.gui.canvas.review_sheet import ReviewSheet
from annotator.gui.i18n import Language, long_date, tr
from annotator.gui.look import Look
from annotator.gui.review.decision_bar import Choices, DecisionBar
from annotator.gui.review.display import marks_of, shown_state
from annotator.gui.review.edit_dialog import EditMention, EditRelation
from annotator.gui.review.inspector import ReviewInspector
from annotator.gui.review.keys import asked_for
from annotator.gui.review.lessons_dialog import LessonsDialog
from annotator.gui.review.queue import QueuePanel
from annotator.gui.review.rules_menu import fill_rules_menu
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import refusal
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import MenuButton, link
from annotator.gui.widgets.labels import ElidedLabel
from annotator.review.item import ClusterItem, RelationItem, SpanItem
from annotator.services.project import Project
from annotator.services.reviewing_rules import Rules
from annotator.services.reviewing_values import Decision

_LEFT, _CENTRE, _RIGHT = 288, 560, 352
_STEPS = {"next": (1, False), "previous": (-1, False), "next_alike": (1, True), "previous_alike": (-1, True)}


class ReviewDesk(QWidget):
    """Composes the review of one project. ``told`` carries a message for the status bar, ``failed`` a fault.

    ``failed`` is for faults that are not about a decision, such as a full disk.
    """

    told = Signal(str, bool)
    failed = Signal(object)

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
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._title = ElidedLabel(look, size=15, weight=QFont.Weight.DemiBold)
        self._about = ElidedLabel(look, role="secondary")
        self._write = link(tr("Write gold set"))
        self._rules = MenuButton(look, tr("Options"))
        self._rules.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._paper = QStackedWidget()
        self._items: dict[MentionId, str] = {}
        self._compose()
        self._connect()
        self._on_look()

    def start(self) -> None:
        """Look at the finished sets as they are now."""
        try:
            self.session.start()
        except AnnotatorError as error:
            self.failed.emit(error)

    def take_focus(self) -> None:
        """Put the keyboard where the decisions are made."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop what goes on."""
        self.session.stop()

    # Decisions -------------------------------------------------------------------------------------------

    def do(self, asked: str) -> None:
        """Do what a key or button asks for: a letter, or the name of a decision or a step."""
        letters = {letter: name for name, letter in self.session.letters.items()}
        if asked in letters:
            self._take((letters[asked],))
        elif asked in _STEPS:
            distance, alike = _STEPS[asked]
            self.session.step(distance, same_kind=alike)
        else:
            known: dict[str, Callable[[], object]] = {
                "majority": self._take_majority,
                "all": lambda: self._decide(Decision(Choice.ALL)),
                "neither": lambda: self._decide(Decision(Choice.NEITHER)),
                "skip": lambda: self._decide(Decision(Choice.SKIPPED)),
                "edit": self._edit,
                "reason": self.inspector.focus_reason,
                "undo": self.session.undo,
                "redo": self.session.redo,
                "back": self.take_focus,
            }
            known[asked]()

    def _take(self, names: tuple[str, ...]) -> None:
        self._decide(Decision(Choice.TAKE, taken=names))

    def _take_majority(self) -> None:
        entry = self.session.entry
        if entry is not None and entry.item.majority:
            self._take(tuple(entry.item.annotators[i] for i in entry.item.majority))
        else:
            self.told.emit(tr("There is no majority here."), False)

    def _decide(self, decision: Decision) -> None:
        entry = self.session.entry
        if entry is None:
            return
        inspector, service = self.inspector, self.session.service
        told = Decision(
            decision.choice,
            decision.taken,
            decision.edited,
            inspector.reason,
            inspector.comment.text().strip(),
            inspector.clause.text().strip(),
        )
        also = inspector.also.isChecked() and decision.choice is not Choice.SKIPPED
        self.session.decide(told, service.same(entry.item.id, told) if also else ())
        self.take_focus()

    def _edit(self) -> None:
        entry, review = self.session.entry, self.session.review
        if entry is None or review is None:
            return
        item = entry.item
        if isinstance(item, SpanItem):
            base = next((v for side in item.sides if (v := item.versions[side[0]]) is not None), None)
            if base is not None:
                self._edit_mention(base)
        elif isinstance(item, RelationItem):
            self._edit_relation(item)
        elif isinstance(item, ClusterItem):
            self.told.emit(tr("Clusters are taken as they are, or all together."), False)

    def _edit_mention(self, base: Mention) -> None:
        review = self.session.review
        assert review is not None, "an item belongs to an article"
        dialog = EditMention(self.look, review.article, self.project.scheme, self.language, base, self)
        if dialog.exec():
            self._decide(Decision(Choice.EDITED, edited=(dialog.mention,)))
        dialog.deleteLater()

    def _edit_relation(self, item: RelationItem) -> None:
        gold = self.session.service.gold_ends(item.id)
        base = next((version for version in item.versions if version is not None), None)
        if gold is None or base is None:
            self.told.emit(tr("First settle the mentions that this hangs on."), False)
            return
        relation = Relation(
            base.id, base.label, gold[0].id, gold[1].id, base.attributes, base.status, base.provenance
        )
        dialog = EditRelation(self.look, self.project.scheme, self.language, relation, gold, self)
        if dialog.exec() and dialog.relation is not None:
            self._decide(Decision(Choice.EDITED, edited=(dialog.relation,)))
        dialog.deleteLater()

    def show_lessons(self) -> None:
        """Show what the guideline should learn."""
        dialog = LessonsDialog(
            self.look, self.session.all_rows, self.project.scheme, self.language, self.session.go_to, self
        )
        dialog.exec()
        dialog.deleteLater()
        self.take_focus()

    # What is shown ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the current item and its article."""
        session, review = self.session, self.session.review
        entry = session.entry
        self._paper.setCurrentIndex(0 if review is not None and entry is not None else 1)
        if review is None:
            self._offer()
            return
        article = review.article
        gold = session.service.gold_state
        if gold is not None:
            state, self._items = shown_state(review, gold)
            marks = marks_of(review, self._items, entry, session.letters, self.project.scheme, self.language)
            self.canvas.show_article(article, self.project.scheme, self.language, state, marks)
        rows = session.service.rows(article.id)
        date = long_date(article.published_on) if article.published_on else ""
        left = tr("{n} open, {m} settled").format(
            n=sum(row.open for row in rows), m=sum(not row.open for row in rows)
        )
        self._title.set_text(article.title)
        self._about.set_text(" · ".join(filter(None, (article.outlet, date, left))))
        self._offer()

    def _offer(self) -> None:
        session, entry = self.session, self.session.entry
        if entry is None:
            self.bar.offer(Choices(decidable=False))
            return
        letters = session.letters
        majority = {letters[entry.item.annotators[i]] for i in entry.item.majority}
        refused = []
        if not entry.waits_for:
            asked = (
                ("all", Decision(Choice.ALL)),
                *((letter, Decision(Choice.TAKE, taken=(name,))) for name, letter in letters.items()),
            )
            for name, decision in asked:
                reason = session.service.can(entry.item.id, decision)
                if reason:
                    refused.append((name, refusal(AnnotatorError(reason=reason))))
        if isinstance(entry.item, ClusterItem):
            refused.append(("edit", tr("Clusters are taken as they are, or all together.")))
        self.bar.offer(
            Choices(tuple(letters.values()), min(majority, default=""), tuple(refused), not entry.waits_for)
        )

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        px = self.look.px
        header = QWidget()
        header.setObjectName("articleHeader")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setFixedHeight(px(64))
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch(1)
        line = QHBoxLayout(header)
        line.setContentsMargins(px(24), 0, px(24), 0)
        line.setSpacing(px(12))
        line.addLayout(words, 1)
        line.addWidget(self._rules)
        line.addWidget(self._write)
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        centre.setMinimumWidth(px(_CENTRE * 3 // 4))
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        self._paper.addWidget(self.canvas)
        self._paper.addWidget(EmptyState(self.look, tr("No disagreements.")))
        column.addWidget(self._paper, 1)
        column.addWidget(self.bar)
        for widget in (self.queue, centre, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(_LEFT), px(_CENTRE), px(_RIGHT)])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.splitter)

    def _connect(self) -> None:
        session = self.session
        session.shown.connect(self.refresh)
        session.failed.connect(self._on_failed)
        session.told.connect(lambda text: self.told.emit(text, False))
        self.queue.chosen.connect(session.go)
        self.bar.asked.connect(self.do)
        self.inspector.explained.connect(self._on_explained)
        self._write.clicked.connect(session.write_gold)
        self._fill_rules()
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

    def _fill_rules(self) -> None:
        rules = self.session.service.rules
        fill_rules_menu(self._rules, self.project.scheme, self.language, rules, self._on_rules)
        menu = self._rules.menu()
        for action in menu.actions():
            action.setEnabled(not self.project.store.read_only)
        menu.addSeparator()
        hide = menu.addAction(tr("Hide names"))
        hide.setCheckable(True)
        hide.setChecked(self.session.hidden)
        hide.toggled.connect(self.session.hide_names)
        menu.addAction(tr("What the guideline should learn")).triggered.connect(self.show_lessons)
        self._write.setEnabled(not self.project.store.read_only)

    def _on_rules(self, rules: Rules) -> None:
        self.session.set_rules(rules)
        self._fill_rules()

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
