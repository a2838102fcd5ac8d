"""The right dock: what has the focus, and beside it the lists of what is in the article and what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui.annotating import Annotating
from annotator.gui.chaining import Chaining
from annotator.gui.checking import Checking
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.panels.annotation_list import AnnotationList
from annotator.gui.panels.attributes import AttributesSection
from annotator.gui.panels.chains import ChainsPanel
from annotator.gui.panels.history import HistoryPanel
from annotator.gui.panels.inspector_guideline import GuidelineSection
from annotator.gui.panels.inspector_head import HeadSection
from annotator.gui.panels.inspector_links import LinksSection, RolesSection
from annotator.gui.panels.inspector_note import NoteSection
from annotator.gui.panels.problems import ProblemsPanel
from annotator.gui.panels.section import DockTitle
from annotator.gui.panels.shown import Shown, shown
from annotator.gui.pause import after_pause
from annotator.gui.relating import Relating
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import tool_button
from annotator.gui.widgets.labels import label, plain_tooltip

ITEM, LIST, CHAINS, PROBLEMS, HISTORY = "item", "list", "chains", "problems", "history"
"""The pages, in the order of their tabs."""

_NARROWEST = 276
"""Pixels of the design; below it the words of a slot would have no room beside its role."""


class Inspector(QWidget):
    """A tab for each page in the title row. What is shown follows the focus when the event loop is free."""

    def __init__(
        self,
        look: Look,
        annotating: Annotating,
        relating: Relating,
        chaining: Chaining,
        checking: Checking,
        language: str,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._annotating = annotating
        self._checking = checking
        self._language = language
        self.head = HeadSection(look, annotating)
        self.roles = RolesSection(look, annotating, relating)
        self.links = LinksSection(look, annotating)
        self.attributes = AttributesSection(look, annotating)
        self.note = NoteSection(look, annotating)
        self.guideline = GuidelineSection(look)
        self.list = AnnotationList(look, annotating, language)
        self.chains = ChainsPanel(look, annotating, chaining, language)
        self._stack = QStackedWidget()
        nothing = tr("Nothing selected. {key} goes to the next suggestion.")
        self._nothing = EmptyState(look, nothing, key="next")
        self._details = self._scrolled()
        self.problems = ProblemsPanel(look, checking)
        self.history = HistoryPanel(look, annotating.session)
        pages: tuple[tuple[str, str, QWidget | None], ...] = (
            (ITEM, tr("Selection"), None),
            (LIST, tr("List"), self.list),
            (CHAINS, tr("Chains"), self.chains),
            (PROBLEMS, tr("Problems"), self.problems),
            (HISTORY, tr("History"), self.history),
        )
        self._pages = {identifier: page for identifier, _, page in pages if page is not None}
        for page in (self._nothing, self._details, *self._pages.values()):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.setMinimumWidth(look.px(_NARROWEST))
        column.addWidget(self._title(look, [(identifier, text) for identifier, text, _ in pages]))
        column.addWidget(self._stack, 1)
        self._timer = after_pause(self, self.refresh, milliseconds=0)
        annotating.focused.connect(lambda _: self._timer.start())
        annotating.session.changed.connect(lambda _: self._timer.start())
        annotating.session.opened.connect(self._timer.start)
        checking.changed.connect(self._count_problems)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: annotating.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def show_page(self, identifier: str) -> None:
        """Show one of the pages by its id."""
        self._tabs[identifier].setChecked(True)
        self._choose_page()

    @property
    def page(self) -> str:
        """The id of the page that is shown."""
        return next(identifier for identifier, tab in self._tabs.items() if tab.isChecked())

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed here, and say why."""
        self.chains.set_read_only(reason)
        self.note.field.setReadOnly(True)
        for section in (self.attributes, self.note):
            section.setToolTip(plain_tooltip(reason))
        self.attributes.setEnabled(False)
        self.head.set_read_only(reason)
        self.refresh()

    def refresh(self) -> None:
        """Show what has the focus now."""
        self._timer.stop()
        now = self._shown()
        if now is not None and (now.mention or now.relation):
            for section in (self.head, self.roles, self.links, self.attributes, self.note, self.guideline):
                section.show_item(now)
        self._describe(now)
        self._choose_page(now)

    def _shown(self) -> Shown | None:
        session = self._annotating.session
        if session.article is None or session.state is None:
            return None
        return shown(session.article, session.state, session.scheme, self._language, self._annotating.item)

    def _title(self, look: Look, tabs: list[tuple[str, str]]) -> DockTitle:
        title = self._title_bar = DockTitle(look)
        self._tabs = {identifier: tool_button(text, face="tab", checkable=True) for identifier, text in tabs}
        group = QButtonGroup(self)
        for tab in self._tabs.values():
            group.addButton(tab)
        self._tabs[ITEM].setChecked(True)
        group.buttonClicked.connect(lambda _: self._choose_page())
        self._rank = label(look, role="secondary")
        title.show_tabs(list(self._tabs.values()), self._rank)
        return title

    def _count_problems(self) -> None:
        total = len(self._checking.problems)
        text = tr("Problems")
        self._tabs[PROBLEMS].setText(f"{text} {number(total)}" if total else text)
        self._make_room()

    def _make_room(self) -> None:
        """Keep all tabs readable; the rank stands beside them where there is room for it."""
        self._title_bar.make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._make_room()

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setObjectName("inspectorBody")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self.head, self.roles, self.links, self.attributes, self.note, self.guideline):
            column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Selection"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _describe(self, now: Shown | None) -> None:
        session = self._annotating.session
        rank = 0
        if now is not None and self._annotating.item is not None:
            rank = session.suggestions.position(now.state, self._annotating.item)
        total = number(session.suggestions.total)
        long = tr("Suggestion {rank} of {total}").format(rank=number(rank), total=total)
        self._rank.setText(f"{number(rank)}/{total}" if rank else "")
        self._rank.setAccessibleName(long if rank else "")
        self._rank.setToolTip(plain_tooltip(long if rank else ""))
        self._make_room()

    def _choose_page(self, now: Shown | None = None) -> None:
        page = self._pages.get(self.page)
        if page is None:
            now = now or self._shown()
            there = now is not None and (now.mention or now.relation)
            page = self._details if there else self._nothing
        self._stack.setCurrentWidget(page)
