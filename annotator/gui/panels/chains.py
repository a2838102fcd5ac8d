"""The chains of the article, and what can be done with them by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.chains import Chain
from annotator.core.ids import ClusterId, MentionId
from annotator.gui.annotating import Annotating
from annotator.gui.chaining import Chaining
from annotator.gui.i18n import mark, tr
from annotator.gui.look import Look
from annotator.gui.models.chain_delegate import ChainDelegate
from annotator.gui.models.chains import CHAIN_ROW, ChainRow, ChainsModel, chain_rows
from annotator.gui.panels.chain_menu import open_chain_menu
from annotator.gui.panels.shown import shown
from annotator.gui.pause import after_pause
from annotator.gui.walk import Item
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.rows import row_view


class ChainsPanel(QWidget):
    """Choosing a row focuses its mention on the canvas. The rows of a chain open and close as in a tree."""

    def __init__(self, look: Look, annotating: Annotating, chaining: Chaining, language: str) -> None:
        super().__init__()
        self._look = look
        self._annotating = annotating
        self._chaining = chaining
        self._language = language
        self._expanded: set[ClusterId] = set()
        self._following = False
        self._hindrance = ""
        self.model = ChainsModel(self)
        delegate = ChainDelegate(look, self.model)
        self.view = row_view(look, tr("Chains of the article"), delegate, self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.doubleClicked.connect(lambda _: self._turn())
        self.view.installEventFilter(self)
        nothing = tr("No chains yet. {key} joins the annotation in focus with another one.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(look, nothing, key="chain"))
        self._compose(look)
        self._lagging = False
        self._timer = after_pause(self, self._catch_up)
        for signal in (annotating.session.changed, annotating.session.opened):
            signal.connect(self._timer.start)
        annotating.focused.connect(self._follow)

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed here, and say why when it is tried."""
        self._hindrance = reason

    def take_keyboard(self) -> None:
        """Go to the chain of the focused mention, or to the first one."""
        self.refresh()
        self._go_along(self._annotating.item)
        if not self.view.currentIndex().isValid() and self.model.rows:
            self._go_to(0)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the chains anew, if they can be seen; the current row stays, or the one at its place."""
        if not self.isVisible():
            return  # before anything is gathered: it takes all clusters of the article
        session, chains = self._annotating.session, self._chaining.chains
        if session.article is None or session.state is None or chains is None:
            self.model.set_rows(None, [])
            return
        row, place = self.current, self.view.currentIndex().row()
        now = shown(session.article, session.state, session.scheme, self._language, None)
        self._following = True
        self.model.set_rows(now, chain_rows(now, chains, self._expanded))
        if row is not None:
            kept = self.model.position_of(row.key)
            self._select(min(place, len(self.model.rows) - 1) if kept is None else kept)
        self._following = False
        self._stack.setCurrentIndex(0 if self.model.rows else 1)

    @property
    def current(self) -> ChainRow | None:
        """The row that keys act on."""
        index = self.view.currentIndex()
        return index.data(CHAIN_ROW) if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if not isinstance(event, QKeyEvent):
            return False
        act = self._keys().get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if act is None:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            act()
            return True
        return False

    # What keys do ----------------------------------------------------------------------------------------

    def _keys(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]]:
        plain = Qt.KeyboardModifier.NoModifier
        key = Qt.Key
        return {
            (key.Key_Return, plain): self.confirm,
            (key.Key_Enter, plain): self.confirm,
            (key.Key_Backspace, plain): self.decline,
            (key.Key_Delete, plain): self.decline,
            (key.Key_Right, plain): lambda: self._turn(on=True),
            (key.Key_Left, plain): lambda: self._turn(on=False),
            (key.Key_Space, plain): self._turn,
            (key.Key_F2, plain): self.ask_name,
            (key.Key_M, plain): self.ask_other,
            (key.Key_S, plain): self.split,
        }

    def confirm(self) -> None:
        """Confirm what is open in the row and go on; where nothing is, go to the mention."""
        row = self.current
        if row is None:
            return
        if not row.open:
            self._annotating.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._may() and (
            self._chaining.confirm(row.chain, [row.mention.id])
            if row.is_member
            else self._chaining.accept(row.chain)
        ):
            self.refresh()
            self._go_on()

    def decline(self) -> None:
        """Take the selected members out of their chain, or reject the chain."""
        row = self.current
        if row is None or not self._may():
            return
        done = (
            self._chaining.decline(row.chain, self._chosen(row.chain))
            if row.is_member
            else self._chaining.reject(row.chain)
        )
        if done:
            self.refresh()
            now = self.current
            self._annotating.focus(now.mention.id if now is not None else None)

    def split(self) -> None:
        """Make a chain of its own of the selected members."""
        row = self.current
        if row is None or not self._may():
            return
        chosen = self._chosen(row.chain)
        if len(chosen) < 2:
            self._annotating.told.emit(mark("Select at least two members to split off."))
        elif self._chaining.split(row.chain, chosen):
            self.refresh()

    def ask_name(self) -> None:
        """Ask what the chain is called."""
        from annotator.gui.dialogs.chain import ChainDialog

        row = self.current
        if row is None or not self._may():
            return
        cluster = row.chain.cluster
        dialog = ChainDialog(self._look, cluster.name, cluster.kb_id, self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._chaining.name(row.chain, dialog.name_field.text(), dialog.kb_field.text())
            self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_other(self) -> None:
        """Offer the other chains: to merge with, or for the selected members to move to."""
        row, chains = self.current, self._chaining.chains
        now = self.model.shown
        if row is None or chains is None or now is None or not self._may():
            return
        kind = row.chain.cluster.kind
        others = [c for c in chains.all if c.cluster.kind == kind and c.number != row.chain.number]
        if not others:
            self._annotating.told.emit(mark("There is no other chain of this kind."))
            return
        corner = self.view.viewport().mapToGlobal(self.view.visualRect(self.view.currentIndex()).bottomLeft())
        open_chain_menu(self.view, now, others, corner, lambda other: self._give(row, other))

    def _give(self, row: ChainRow, other: Chain) -> None:
        if row.is_member:
            self._chaining.confirm(other, self._chosen(row.chain))
        else:
            self._chaining.merge(row.chain, other)
        self.refresh()

    def _may(self) -> bool:
        if self._hindrance:
            self._annotating.told.emit(self._hindrance)
        return not self._hindrance

    # Rows ------------------------------------------------------------------------------------------------

    def _chosen(self, chain: Chain) -> list[MentionId]:
        """Return the selected members of a chain."""
        rows: list[ChainRow] = [index.data(CHAIN_ROW) for index in self.view.selectedIndexes()]
        chosen = {row.mention.id for row in rows if row.is_member and row.chain.number == chain.number}
        return [member for member in chain.members if member in chosen]

    def _turn(self, *, on: bool | None = None) -> None:
        """Show or hide the members of the current chain; hiding from a member goes to its chain."""
        row = self.current
        if row is None:
            return
        cluster = row.chain.cluster.id
        wanted = on if on is not None else not (row.expanded or row.is_member)
        if wanted and (row.expanded or row.is_member):
            self._go_to(self.view.currentIndex().row() + 1)
            return
        (self._expanded.add if wanted else self._expanded.discard)(cluster)
        if row.is_member:
            self._go_to(self.model.position_of((cluster, "")) or 0)
        self.refresh()

    def _go_on(self) -> None:
        """Go to the next row below that is open; where none is, stay."""
        here = self.view.currentIndex().row()
        below = range(here + 1, len(self.model.rows))
        self._go_to(next((place for place in below if self.model.rows[place].open), here))

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.view.setCurrentIndex(self.model.index(place))

    def _select(self, place: int) -> None:
        """Make a row the current one without giving its mention the focus."""
        index = self.model.index(place) if place >= 0 else QModelIndex()
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.view.scrollTo(index)

    def _follow(self, item: Item | None) -> None:
        """Go to the row of the focused mention in the next pause, unless the focus came from here."""
        self._lagging = not self._following and self.isVisible() and not self.view.hasFocus()
        if self._lagging:
            self._timer.start()

    def _catch_up(self) -> None:
        self.refresh()
        if self._lagging:
            self._go_along(self._annotating.item)

    def _go_along(self, item: Item | None) -> None:
        """Go to the row of a mention: the chains are gathered for it, so nobody must wait for this."""
        self._lagging = False
        chains = self._chaining.chains
        if chains is None:
            return
        chain = chains.of.get(MentionId(item)) if item is not None else None
        self._following = True
        if chain is None:
            self._select(-1)
        else:
            self._expanded.add(chain.cluster.id)
            self.refresh()
            self._following = True
            self._select(self.model.position_of((chain.cluster.id, str(item))) or 0)
        self._following = False

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self._following or not current.isValid():
            return
        row: ChainRow = current.data(CHAIN_ROW)
        self._following = True
        self._annotating.focus(row.mention.id)
        self._following = False

    def _compose(self, look: Look) -> None:
        keys = (
            ("Return", tr("confirm")),
            ("Backspace", tr("remove")),
            ("F2", tr("name")),
            ("M", tr("merge, move")),
            ("S", tr("split")),
        )
        parts = (f"{key_text(key)} {what}".replace(" ", "\u00a0") for key, what in keys)
        legend = label(look, " · ".join(parts), role="secondary", wrap=True)
        head = QWidget()
        head.setObjectName("panelHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        inside.addWidget(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
