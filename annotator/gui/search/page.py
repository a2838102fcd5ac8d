"""The search mode: a query over the whole project, its hits in context, and what is done with many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from annotator.core import edits
from annotator.core.annotation import Status
from annotator.core.errors import QueryInvalid
from annotator.core.ids import ArticleId
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.panels.filtering import panel_head
from annotator.gui.search.completion import complete_queries
from annotator.gui.search.faults import show_fault
from annotator.gui.search.hits_model import MOST_SORTED, PAGE, HitsModel
from annotator.gui.search.query_help import QueryHelp
from annotator.gui.search.table import HitsTable
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import Combo, SearchField, button, row
from annotator.gui.widgets.labels import label, line
from annotator.services import bulk
from annotator.services.concordance import Hit, Order, paced

_TYPING_MILLISECONDS = 150
_AGAIN_MILLISECONDS = 100


class SearchPage(QWidget):
    """``opened`` carries the hit that somebody wants to see in its article; ``told`` a message."""

    opened = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, look: Look, language: str, *, may_write: Callable[[], bool]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._session = session
        self._look = look
        self._language = language
        self._may_write = may_write
        self._stale = False
        self._going = False
        self.search = SearchField(look, icon="search", placeholder=tr("Search all articles …"))
        complete_queries(self.search.edit, session.scheme)
        self.fault = label(look, role="error", wrap=True)
        self.fault.hide()
        self._count = label(look, role="secondary")
        self.order = Combo(look)
        self.help_button = button(tr("What can be searched"))
        self.help = QueryHelp(look, session.scheme, language, self)
        self.model = HitsModel(self)
        self.table = HitsTable(look, self.model, session.scheme, language)
        self.check_all = button(tr("Check all"))
        self.accept = button(tr("Accept"))
        self.reject = button(tr("Reject"))
        self.relabel = button(tr("Other label …"))
        self._checked = label(look, role="secondary")
        self._stack = QStackedWidget()
        self._typing = self._timer(_TYPING_MILLISECONDS, self.search_now)
        self._again = self._timer(_AGAIN_MILLISECONDS, self._search_again)
        self._compose()
        self._connect()
        self._show()

    # What the window asks for ----------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Take the keyboard: in the table if there are hits, else in the field."""
        if self.model.hits and self.table.currentIndex().isValid():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def search_now(self, *, at_least: int = PAGE) -> None:
        """Search what the field says."""
        self._typing.stop()
        source = self.search.edit.text()
        session = self._session
        try:
            found = paced(
                session.project,
                source,
                annotator=session.annotator,
                least_score=session.editor.least_score,
            )
        except QueryInvalid as error:
            show_fault(self.search, self.fault, error, source)
            return
        self.fault.hide()
        self._stale = False
        self.model.show(found if source.strip() else None, at_least=at_least)

    # Acting on many --------------------------------------------------------------------------------------

    def accept_checked(self) -> None:
        """Accept what is checked."""
        self._perform(lambda ids: lambda state, _: edits.accept_many(state, ids))

    def reject_checked(self) -> None:
        """Reject or delete what is checked."""
        self._perform(lambda ids: lambda state, _: edits.reject_many(state, ids))

    def relabel_checked(self, layer: str, name: str) -> None:
        """Give what is checked another label."""
        scheme = self._session.scheme
        self._perform(
            lambda ids: lambda state, _: edits.relabel_many(state, scheme, ids, layer=layer, label=name)
        )

    def _perform(self, make: Callable[[list[str]], bulk.PlanMaker]) -> None:
        ids: dict[ArticleId, list[str]] = {}
        for hit in self.model.checked:
            if hit.mention is not None:
                ids.setdefault(hit.article_id, []).append(hit.mention.id)
        makers = {article: make(held) for article, held in ids.items()}
        touched = self._session.perform_everywhere(lambda editor: bulk.perform_everywhere(editor, makers))
        if touched is not None:
            count = sum(map(len, ids.values()))
            self.told.emit(tr("%Ln annotation(s) decided. Ctrl+Z takes all of it back.", "", count))
            self._search_again()
            # Not into the field, where Ctrl+Z would take back what was typed.
            (self.table if self.model.hits else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_label(self) -> None:
        menu = QMenu(self)
        for layer in self._session.scheme.layers:
            below = menu.addMenu(layer.text.get(self._language).replace("&", "&&"))
            for one in layer.labels:
                action = below.addAction(one.text.get(self._language).replace("&", "&&"))
                names = (layer.name, one.name)
                action.triggered.connect(lambda _=False, names=names: self.relabel_checked(*names))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.relabel.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    # Set up ----------------------------------------------------------------------------------------------

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(lambda: run())
        return timer

    def _compose(self) -> None:
        px = self._look.px
        for text, order in (
            (tr("By place"), Order.PLACE),
            (tr("By what comes before"), Order.LEFT),
            (tr("By the hit"), Order.TEXT),
            (tr("By what follows"), Order.RIGHT),
        ):
            self.order.addItem(text, order.value)
        self.order.setAccessibleName(tr("Order of the hits"))
        self.order.setMinimumContentsLength(20)
        head, inside = panel_head(self._look)
        asked = row(self.search, self.help_button, spacing=px(8))
        asked.setStretch(0, 1)
        inside.addLayout(asked)
        inside.addWidget(self.fault)
        inside.addLayout(row(self.order, self._count, None, spacing=px(12)))
        for page in (
            self.table,
            EmptyState(self._look, tr("Search for words in all articles, or for annotations: label:PER")),
            EmptyState(self._look, tr("Nothing found.")),
            EmptyState(self._look, tr("Searching …")),
        ):
            self._stack.addWidget(page)
        foot, below = panel_head(self._look)
        below.addLayout(
            row(self.check_all, self._checked, None, self.relabel, self.reject, self.accept, spacing=px(8))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(line())
        column.addWidget(foot)
        self.setTabOrder(self.search.edit, self.table)

    def _connect(self) -> None:
        self.search.text_changed.connect(lambda _: self._on_typed())
        self.search.submitted.connect(self._on_submitted)
        self.help_button.clicked.connect(lambda: self.help.show_below(self.help_button))
        self.order.activated.connect(lambda _: self.model.sort_by(Order(str(self.order.currentData()))))
        self.model.changed.connect(self._show)
        self.model.failed.connect(self._session.failed)
        self.table.chosen.connect(self.opened)
        self.table.pressed_for_all.connect(self._on_key_for_all)
        self.check_all.clicked.connect(self._on_check_all)
        self.accept.clicked.connect(self.accept_checked)
        self.reject.clicked.connect(self.reject_checked)
        self.relabel.clicked.connect(self._ask_label)
        for signal in (self._session.changed, self._session.rows_changed):
            signal.connect(lambda *_: self._on_changed())

    # Events ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if self._stale:
            self._search_again()

    def _on_key_for_all(self, action: str) -> None:
        """Press the button of an action, or say why it cannot be pressed."""
        pressed = {"accept_many": self.accept, "reject": self.reject, "label": self.relabel}[action]
        if pressed.isEnabled():
            pressed.click()
        elif not self.model.checked:
            self.told.emit(tr("No hit is checked. Space checks one."))

    def _on_typed(self) -> None:
        self._going = False
        self._typing.start()

    def _on_submitted(self) -> None:
        self._going = True
        self.search_now()

    def _go_to_first(self) -> None:
        """Go into the table as soon as it has a row, however long the first one takes."""
        going = self._going and self.search.edit.hasFocus()
        self._going = going and not self.model.hits and not self.model.complete
        if going and self.model.hits:
            self.table.go_to(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        if not self.model.hits:
            return
        self._stale = True
        if self.isVisible():
            self._again.start()

    def _search_again(self) -> None:
        """Search anew, as far as was found before, and come back to the same row."""
        current, count = self.table.currentIndex().row(), len(self.model.hits)
        self.search_now(at_least=max(PAGE, count))
        if current >= 0:
            self.table.go_to(current)

    def _on_check_all(self) -> None:
        rows = range(len(self.model.hits))
        self.model.check(rows, len(self.model.checked) < len(rows))

    def _show(self) -> None:
        model, asked = self.model, bool(self.search.edit.text().strip())
        shown = len(model.hits)
        self._stack.setCurrentIndex(0 if shown else 1 if not asked else 3 if model.busy else 2)
        self.search.set_remark("…" if model.busy else "")
        self._count.setText(self._counted(shown) if asked else "")
        self._show_checked(model.checked)
        self._go_to_first()

    def _counted(self, shown: int) -> str:
        if self.model.complete:
            return tr("%Ln hit(s)", "", shown)
        if shown >= MOST_SORTED and self.order.currentIndex() > 0:
            return tr("The first {count} hits, sorted").format(count=number(shown))
        return tr("{count} hits so far").format(count=number(shown))

    def _show_checked(self, checked: list[Hit]) -> None:
        mentions = [hit.mention for hit in checked if hit.mention is not None]
        self._checked.setText(tr("%Ln checked", "", len(checked)) if checked else "")
        writes = self._may_write() and bool(mentions)
        self.accept.setEnabled(writes and any(m.status is Status.SUGGESTED for m in mentions))
        self.reject.setEnabled(writes)
        self.relabel.setEnabled(writes)
        self.check_all.setEnabled(bool(self.model.hits))
