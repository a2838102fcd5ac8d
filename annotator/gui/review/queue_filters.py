"""What the queue shows: kinds of disagreement as chips, label, article and pair as fields, and its order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from annotator.core.collation import collated
from annotator.core.scheme import Scheme
from annotator.gui.i18n import Language, number, tr
from annotator.gui.look import Look
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import KIND_NAMES, label_name
from annotator.gui.widgets.fields import Combo, tool_button
from annotator.gui.widgets.flow import FlowLayout
from annotator.review.item import Kind
from annotator.services.reviewing_queue import Filter
from annotator.services.reviewing_rows import Grouping

_LEAST = 80


class QueueFilters(QWidget):
    """``applied`` carries the :class:`Filter` that is wanted, ``grouped`` the :class:`Grouping`.

    ``fitted`` says that it wants to be as high as ``wanted``, in pixels.
    """

    fitted = Signal()
    applied = Signal(object)
    grouped = Signal(object)

    def __init__(self, look: Look, session: ReviewSession, scheme: Scheme, language: Language) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._scheme = scheme
        self._language = language
        self._filled: dict[Combo, list[object]] = {}
        self.open = self._chip()
        self.open.setChecked(True)
        self.chips: dict[Kind, QToolButton] = {}
        self.label = self._combo(tr("Label"))
        self.article = self._combo(tr("Article"))
        self.pair = self._combo(tr("Pair"))
        self.order = self._order()
        self._kinds, self._fields = QWidget(), QWidget()
        self._lines = [FlowLayout(look.px(6), place) for place in (self._kinds, self._fields)]
        self._lines[0].addWidget(self.open)
        for field in (self.label, self.article, self.pair, self.order):
            self._lines[1].addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._kinds)
        column.addWidget(self._fields)
        # What is in them is as wide as they are, which must not keep them from becoming narrower.
        for place in (self, self._kinds, self._fields):
            place.setMinimumWidth(1)
        look.changed.connect(self._fit)

    def refresh(self) -> None:
        """Show the counts, and offer what there is to filter by, names as in a dictionary."""
        queue = self._session.queue
        self._show_chips()
        labels = sorted(queue.labels, key=lambda name: collated(self._name(name)))
        self._fill(self.label, [self._name(name) for name in labels], labels)
        pairs = sorted(queue.pairs, key=lambda pair: tuple(map(collated, pair)))
        self._fill(self.pair, [f"{a} – {b}" for a, b in pairs], pairs)
        titles = queue.titles()
        self._fill(self.article, titles.values(), titles)
        shown = not self._session.hidden and self.pair.count() > 2
        if self.pair.isHidden() is shown:
            self.pair.setVisible(shown)
        self.order.setCurrentIndex(self.order.findData(queue.grouping))
        self._fit()

    @property
    def wanted(self) -> int:
        """The height that all lines of chips and fields take, in pixels."""
        return self._kinds.height() + self._look.px(8) + self._fields.height()

    def clear(self) -> None:
        """Ask for all that is open."""
        for chip in self.chips.values():
            chip.setChecked(False)
        for combo in (self.article, self.label, self.pair):
            combo.setCurrentIndex(0)
        self.open.setChecked(True)
        self.applied.emit(Filter(open=True))

    def _name(self, label: str) -> str:
        return label_name(self._scheme, label, self._language)

    def _chip(self) -> QToolButton:
        made = tool_button(face="pill", checkable=True)
        made.clicked.connect(self._apply)
        return made

    def _combo(self, name: str) -> Combo:
        made = Combo(self._look)
        made.setAccessibleName(name)
        made.addItem(name, None)
        made.activated.connect(self._apply)
        return made

    def _order(self) -> Combo:
        made = Combo(self._look)
        made.setAccessibleName(tr("Order of the queue"))
        made.addItem(tr("By article"), Grouping.ARTICLE)
        made.addItem(tr("By type"), Grouping.KIND)
        made.activated.connect(lambda _: self.grouped.emit(Grouping(made.currentData())))
        return made

    def _fill(self, combo: Combo, shown: Iterable[str], data: Iterable[object]) -> None:
        names, values = list(shown), list(data)
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

    def _show_chips(self) -> None:
        queue = self._session.queue
        name = tr("Open", "filter")
        self.open.setText(f"{name}  {number(queue.open)}")
        counts = queue.open_kinds if self.open.isChecked() else queue.kinds
        for kind in Kind:
            if kind in counts and kind not in self.chips:
                self.chips[kind] = self._chip()
                self._lines[0].addWidget(self.chips[kind])
        for kind, chip in self.chips.items():
            chip.setVisible(kind in counts or chip.isChecked())
            chip.setText(f"{tr(KIND_NAMES[kind])}  {number(counts[kind])}")

    def _fit(self) -> None:
        """Give chips and fields the height that their lines take."""
        for chip in (self.open, *self.chips.values()):
            chip.ensurePolished()
        width = max(self.width(), self._look.px(_LEAST))
        fields = (self.label, self.article, self.pair, self.order)
        half = (width - self._look.px(6)) // 2
        words = self.order.fontMetrics().horizontalAdvance(self.order.itemText(0)) + self._look.px(40)
        two = all(least <= half for least in (words, *(f.minimumSizeHint().width() for f in fields)))
        for field in fields:
            field.setFixedWidth(half if two else width)
        for line, place in zip(self._lines, (self._kinds, self._fields), strict=True):
            line.invalidate()
            place.setFixedHeight(line.heightForWidth(width))
        self.fitted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def _apply(self) -> None:
        pair = self.pair.currentData()
        self.applied.emit(
            Filter(
                kinds=frozenset(kind for kind, chip in self.chips.items() if chip.isChecked()),
                layer=self._session.filter.layer,
                label=self.label.currentData(),
                pair=tuple(pair) if pair else None,
                article=self.article.currentData(),
                open=True if self.open.isChecked() else None,
            )
        )


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many values two lists have in common from the beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
