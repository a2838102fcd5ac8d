"""The right dock: what has the focus, and beside it the list of everything in the article."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui.annotating import Annotating
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.panels.annotation_list import AnnotationList
from annotator.gui.panels.attributes import AttributesSection
from annotator.gui.panels.inspector_sections import (
    GuidelineSection,
    HeadSection,
    LinksSection,
    NoteSection,
    RolesSection,
)
from annotator.gui.panels.section import DockTitle
from annotator.gui.panels.shown import Shown, shown
from annotator.gui.relating import Relating
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import tool_button
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import label, plain_tooltip


class Inspector(QWidget):
    """Two tabs in the title row. What it shows follows the focus as soon as the event loop is free."""

    def __init__(self, look: Look, annotating: Annotating, relating: Relating, language: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(look.px(280))
        self._annotating = annotating
        self._language = language
        self.head = HeadSection(look, annotating)
        self.roles = RolesSection(look, annotating, relating)
        self.links = LinksSection(look, annotating)
        self.attributes = AttributesSection(look, annotating)
        self.note = NoteSection(look, annotating)
        self.guideline = GuidelineSection(look)
        self.list = AnnotationList(look, annotating, language)
        self._stack = QStackedWidget()
        nothing = tr("Nothing selected. {key} goes to the next suggestion.").format(key=key_text("Tab"))
        self._nothing = EmptyState(look, nothing)
        self._details = self._scrolled()
        for page in (self._nothing, self._details, self.list):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title(look))
        column.addWidget(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        annotating.focused.connect(lambda _: self._timer.start())
        annotating.session.changed.connect(lambda _: self._timer.start())
        annotating.session.opened.connect(self._timer.start)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: annotating.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def show_list(self, on: bool) -> None:
        """Show the list of all annotations, or what has the focus."""
        (self._list_tab if on else self._item_tab).setChecked(True)
        self._choose_page()

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed here, and say why."""
        self.note.field.setReadOnly(True)
        for section in (self.attributes, self.note):
            section.setToolTip(plain_tooltip(reason))
        self.attributes.setEnabled(False)

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

    def _title(self, look: Look) -> DockTitle:
        title = DockTitle(look)
        self._item_tab = tool_button(tr("Selection"), face="tab", checkable=True)
        self._list_tab = tool_button(tr("List"), face="tab", checkable=True)
        self._tabs = QButtonGroup(self)
        for tab in (self._item_tab, self._list_tab):
            self._tabs.addButton(tab)
            title.row.addWidget(tab)
        self._item_tab.setChecked(True)
        self._tabs.buttonClicked.connect(lambda _: self._choose_page())
        self._rank = label(look, role="secondary")
        title.row.addStretch(1)
        title.row.addWidget(self._rank)
        return title

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
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _describe(self, now: Shown | None) -> None:
        session = self._annotating.session
        layer = now.layer if now is not None else None
        if layer is not None:
            self._item_tab.setText(layer.text.get(self._language))
        else:
            self._item_tab.setText(tr("Relation") if now and now.relation else tr("Selection"))
        rank = 0
        if now is not None and self._annotating.item is not None:
            rank = session.suggestions.position(now.state, self._annotating.item)
        total = session.suggestions.total
        text = tr("Suggestion {rank} of {total}").format(rank=number(rank), total=number(total))
        self._rank.setText(text if rank else "")

    def _choose_page(self, now: Shown | None = None) -> None:
        if self._list_tab.isChecked():
            self._stack.setCurrentWidget(self.list)
            return
        now = now or self._shown()
        there = now is not None and (now.mention or now.relation)
        self._stack.setCurrentWidget(self._details if there else self._nothing)
