"""The left side of a review: how far it is, filters as chips, and the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.gui.i18n import Language, number, tr
from annotator.gui.look import Look
from annotator.gui.review.queue_list import ROW, QueueDelegate, QueueModel
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import KIND_NAMES
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import row, tool_button
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.labels import label
from annotator.gui.widgets.rows import row_view
from annotator.review.item import Kind
from annotator.services.reviewing_queue import Filter
from annotator.services.reviewing_rows import Splice


class QueuePanel(QWidget):
    """``chosen`` carries the row that was clicked or reached by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, look: Look, session: ReviewSession, scheme: Scheme, language: Language) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(look.px(220))
        self._look = look
        self._session = session
        self._scheme = scheme
        self._done = label(look, weight=QFont.Weight.DemiBold)
        self._open = label(look, role="secondary")
        self._bar = thin_progress()
        self._open_chip = self._chip("", self._apply)
        self._open_chip.setChecked(True)
        self._chips: dict[Kind, QToolButton] = {}
        self._filled: dict[QComboBox, list[object]] = {}
        self._waiting: list[Splice] = []
        self._filters = QWidget()
        self._flow = FlowLayout(look.px(6), self._filters)
        self._article = self._combo(tr("Article"))
        self._label = self._combo(tr("Label"))
        self._pair = self._combo(tr("Pair"))
        self.model = QueueModel(scheme, language, self)
        self.view = row_view(look, tr("Disagreements"), QueueDelegate(look, session), self.model)
        self._stack = QStackedWidget()
        self._compose()
        session.rows_changed.connect(self.refresh)
        session.spliced.connect(self._waiting.append)
        session.counted.connect(self.count)
        session.shown.connect(self.follow)

    def refresh(self) -> None:
        """Show the queue and the counts."""
        self._waiting.clear()
        self.model.set_rows(self._session.queue.shown)
        self.count()

    def _take_in(self) -> None:
        """Show the changes of the list so far: each time it is laid out anew, so they come together."""
        # Where the list stands is for the session to say.
        with QSignalBlocker(self.view.selectionModel()):
            for change in self._waiting:
                self.model.splice(change)
        self._waiting.clear()

    def count(self) -> None:
        """Show the counts, what there is to filter by, and the current item."""
        queue = self._session.queue
        self._show_progress()
        self._show_chips()
        self._fill(self._label, sorted(queue.labels))
        self._fill(self._pair, [f"{a} – {b}" for a, b in sorted(queue.pairs)])
        self._pair.setVisible(not self._session.hidden and self._pair.count() > 2)
        titles = queue.titles()
        self._fill(self._article, list(titles.values()), list(titles))
        self._stack.setCurrentIndex(self._page())
        self.follow()

    def _page(self) -> int:
        session = self._session
        if session.queue.shown:
            return 0
        if not session.service.articles:
            return 1
        return 3 if session.scanning else 2

    def follow(self) -> None:
        """Mark the current item, and show it where it has become another one."""
        self._take_in()
        position = self._session.queue.index(self._session.item)
        index = QModelIndex() if position is None else self.model.index(position, 0)
        there = self.view.currentIndex() == index
        with QSignalBlocker(self.view.selectionModel()):
            self.view.setCurrentIndex(index)
        if position is not None and not there:
            self.view.scrollTo(index)
        self.view.viewport().update()

    def clear_filter(self) -> None:
        """Show all that is open."""
        for chip in self._chips.values():
            chip.setChecked(False)
        for combo in (self._article, self._label, self._pair):
            combo.setCurrentIndex(0)
        self._open_chip.setChecked(True)
        self._session.set_filter(Filter(open=True))

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        px = self._look.px
        head = QWidget()
        head.setObjectName("panelHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.setSpacing(px(8))
        inside.addLayout(row(self._done, None, self._open))
        inside.addWidget(self._bar)
        inside.addSpacing(px(4))
        self._flow.addWidget(self._open_chip)
        inside.addWidget(self._filters)
        filters = row(self._label, self._article, self._pair, spacing=px(6))
        filters.setStretch(1, 1)
        inside.addLayout(filters)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        few = EmptyState(self._look, tr("It takes two versions to compare."))
        none = EmptyState(
            self._look, tr("No disagreement fits the filter."), (tr("Clear filter"), self.clear_filter)
        )
        still = EmptyState(self._look, tr("Still searching …"))
        for page in (self.view, few, none, still):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _chip(self, text: str, run: object) -> QToolButton:
        made = tool_button(text, face="pill", checkable=True)
        made.clicked.connect(run)
        return made

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(5)
        made.addItem(name, None)
        made.activated.connect(self._apply)
        return made

    def _fill(self, combo: QComboBox, names: list[str], data: list[object] | None = None) -> None:
        values: list[object] = list(names) if data is None else list(data)
        there = self._filled.get(combo, [])
        if there == values:
            return
        self._filled[combo] = values
        kept = combo.currentData()
        before = _alike(there, values)
        after = _alike(there[before:][::-1], values[before:][::-1])
        for _ in range(len(there) - before - after):
            combo.removeItem(before + 1)
        for place in range(before, len(values) - after):
            combo.insertItem(place + 1, names[place], values[place])
        combo.setCurrentIndex(values.index(kept) + 1 if kept in values else 0)

    # What is shown ---------------------------------------------------------------------------------------

    def _show_progress(self) -> None:
        queue, session = self._session.queue, self._session
        done = queue.total - queue.open
        total = number(queue.total)
        said = tr("{done} of {total}") if session.scanning else tr("{done} of {total} settled")
        self._done.setText(said.format(done=number(done), total=total))
        left = tr("{n} open").format(n=number(queue.open))
        if session.scanning:
            left = tr("still searching")
        elif session.cut_short:
            left = tr("not everything was searched")
        self._open.setText(left)
        self._bar.setRange(0, max(1, queue.total))
        self._bar.setValue(done)
        name = tr("Open", "filter")
        self._open_chip.setText(f"{name}  {number(queue.open)}")

    def _show_chips(self) -> None:
        queue = self._session.queue
        counts = queue.open_kinds if self._open_chip.isChecked() else queue.kinds
        for kind in Kind:
            if kind in counts and kind not in self._chips:
                self._chips[kind] = self._chip("", self._apply)
                self._flow.addWidget(self._chips[kind])
        for kind, chip in self._chips.items():
            chip.setVisible(kind in counts or chip.isChecked())
            chip.setText(f"{tr(KIND_NAMES[kind])}  {number(counts[kind])}")
        self._fit_chips()

    def _fit_chips(self) -> None:
        """Give the chips the height that their lines take."""
        for chip in (self._open_chip, *self._chips.values()):
            chip.ensurePolished()
        width = max(self.width() - 2 * self._look.px(16), self._look.px(160))
        self._flow.invalidate()
        self._filters.setFixedHeight(self._flow.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit_chips()

    def _apply(self) -> None:
        kinds = frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())
        pair = self._pair.currentData()
        a_pair = tuple(str(pair).split(" – ")) if pair else None
        self._session.set_filter(
            Filter(
                kinds=kinds,
                layer=self._session.filter.layer,
                label=self._label.currentData(),
                pair=(a_pair[0], a_pair[1]) if a_pair and len(a_pair) == 2 else None,
                article=self._article.currentData(),
                open=True if self._open_chip.isChecked() else None,
            )
        )

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and current.data(ROW).item != self._session.item:
            self.chosen.emit(current.data(ROW))


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many values two lists have in common from the beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
