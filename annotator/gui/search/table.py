"""The table of hits, with its keys: space checks, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from annotator.core.scheme import Scheme
from annotator.gui.i18n import tr
from annotator.gui.keymap import keymap, sequence
from annotator.gui.look import Look
from annotator.gui.search.hits_delegate import HitDelegate
from annotator.gui.search.hits_model import CHECKED, HIT, Column, HitsModel

FOR_ALL = ("accept_many", "reject", "label")
_WIDTHS = {Column.CHECK: 36, Column.HIT: 190, Column.LABEL: 110, Column.ARTICLE: 200}


class HitsTable(QTreeView):
    """``chosen`` carries the hit that is to be opened.

    ``pressed_for_all`` carries the id of an action for all checked hits; its keys are those of the text.
    """

    chosen = Signal(object)
    pressed_for_all = Signal(str)

    def __init__(self, look: Look, model: HitsModel, scheme: Scheme, language: str) -> None:
        super().__init__()
        self._hits = model
        self._look = look
        self._delegate = HitDelegate(look, scheme, language)
        self.setAccessibleName(tr("Hits"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setObjectName("hitsHeader")  # its words stand above those of the cells
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(look.px(30))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (Column.LEFT, Column.RIGHT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._make_room()
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(HIT)))
        look.changed.connect(self.doItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave half of the room to the words around a hit, where large letters would take more of it."""
        wanted = {column: self._look.px(width) for column, width in _WIDTHS.items()}
        check = wanted.pop(Column.CHECK, 0)
        share = min(1.0, self.viewport().width() / 2 / max(1, sum(wanted.values())))
        for column, width in wanted.items():
            self.header().resizeSection(column, round(width * share))
        self.header().resizeSection(Column.CHECK, check)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, or the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.currentIndex()
        return rows or ([current.row()] if current.isValid() else [])

    def go_to(self, row: int) -> None:
        """Make a row the current one and show it."""
        if self._hits.rowCount():
            index = self._hits.index(max(0, min(row, self._hits.rowCount() - 1)), Column.HIT)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.chosen.emit(current.data(HIT))
        elif event.key() == Qt.Key.Key_Space and current.isValid():
            self._toggle(current)
        elif (wanted := self._meant(event)) is not None:
            self.pressed_for_all.emit(wanted)
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> str | None:
        """Return the action for all checked hits that a key asks for."""
        pressed = QKeySequence(event.keyCombination())
        for action in FOR_ALL:
            if any(sequence(key) == pressed for key in keymap().of_canvas(action)):
                return action
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.CHECK:
            self._hits.check([index.row()], not index.data(CHECKED))
            event.accept()
            return
        super().mousePressEvent(event)

    def _toggle(self, current: QModelIndex) -> None:
        on = not current.siblingAtColumn(Column.CHECK).data(CHECKED)
        rows = self.selected_rows()
        self._hits.check(rows, on)
        if len(rows) == 1:
            self.go_to(rows[0] + 1)
