"""The two tables of a comparison: scores by layer and label, and mistakes with their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from annotator.core.scheme import Scheme
from annotator.gui.dialogs.evaluate_names import group_name, label_name
from annotator.gui.i18n import mark, number, tr
from annotator.gui.look import Look
from annotator.gui.widgets.labels import plain_tooltip
from annotator.review.evaluation import Frequent, Line
from annotator.review.mistakes import Context, Mistake, MistakeKind
from annotator.review.scoring import Measure

PLACE = int(Qt.ItemDataRole.UserRole)
_GROUP = PLACE + 1
_MEASURES = {
    Measure.STRICT: mark("Strict"),
    Measure.EXACT: mark("Exact"),
    Measure.PARTIAL: mark("Partial"),
    Measure.TYPE: mark("Type"),
}
_MEANINGS = {
    Measure.STRICT: mark("Border and label are right."),
    Measure.EXACT: mark("The border is right, whatever the label."),
    Measure.PARTIAL: mark("The border is right; an overlap counts by half."),
    Measure.TYPE: mark("The label is right, and there is some overlap."),
}
_KINDS = {
    MistakeKind.MISSED: mark("Missed"),
    MistakeKind.SPURIOUS: mark("Spurious"),
    MistakeKind.LABEL: mark("Other label"),
    MistakeKind.BORDER: mark("Other border"),
    MistakeKind.LABEL_AND_BORDER: mark("Other label and border"),
}
_FIGURES = 3
_TEXT = 4
_NAME, _FIGURE, _COUNT = 136, 52, 76
_MISTAKE_WIDTHS = (60, 110, 150, 150)


class PlainTable(QTreeView):
    """A tree of plain cells, narrower than the lists of the window."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(look.px(16))
        header = self.header()
        header.setMinimumSectionSize(look.px(36))
        header.setStretchLastSection(False)
        self.setStyleSheet(
            f"QTreeView {{ border: 1px solid {look.theme.line}; }}"
            f"QTreeView::item {{ min-height: {look.px(26)}px; padding: 0 {look.px(3)}px; }}"
            f"QHeaderView::section {{ padding: {look.px(2)}px {look.px(6)}px; }}"
        )

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self.look.px(400), self.look.px(110))


class FiguresBeside(PlainTable):
    """Names with figures beside them; the names get the room that the figures leave, but enough to read."""

    def __init__(self, look: Look, name: str, *, least: int) -> None:
        super().__init__(look, name)
        self._least = least

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.give_room()

    def give_room(self) -> None:
        """Lay the columns out anew, once their widths are other ones."""
        figures = sum(self.columnWidth(column) for column in range(1, self.items.columnCount()))
        self.setColumnWidth(0, max(self.look.px(self._least), self.viewport().width() - figures))


class ScoresTable(FiguresBeside):
    """A row for each layer, its labels below it; precision, recall and F1 under each measure."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("Scores in per cent"), least=_NAME)
        self._scheme, self._language = scheme, language

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other scores."""
        self.items.clear()
        self._set_header()
        group: QStandardItem | None = None
        for line in lines:
            cells = self._cells(line)
            if line.label and group is not None:
                group.appendRow(cells)
            else:
                group = cells[0]
                self.items.appendRow(cells)
        self.expandAll()
        if self.items.rowCount():
            self.setCurrentIndex(self.items.index(0, 0))

    def _set_header(self) -> None:
        names = [tr("Label")]
        for name in _MEASURES.values():
            names += [f"{tr(name)}\nP", "\nR", "\nF1"]
        self.items.setHorizontalHeaderLabels([*names, tr("Expected"), tr("Found")])
        for place, measure in enumerate(Measure):
            for column in range(_FIGURES):
                item = self.items.horizontalHeaderItem(1 + _FIGURES * place + column)
                item.setToolTip(plain_tooltip(f"{tr(_MEASURES[measure])}: {tr(_MEANINGS[measure])}"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in range(1, self.items.columnCount()):
            self.items.horizontalHeaderItem(column).setTextAlignment(right)
            self.setColumnWidth(
                column, self.look.px(_FIGURE if column <= _FIGURES * len(Measure) else _COUNT)
            )
        self.give_room()

    def _cells(self, line: Line) -> list[QStandardItem]:
        counts = [line.scores.of(measure) for measure in Measure]
        shares = [x for c in counts for x in (c.precision, c.recall, c.f1)]
        strict = line.scores.strict
        name = label_name(self._scheme, line.group, line.label, self._language)
        name = name if line.label else group_name(self._scheme, line.group, self._language)
        texts = [name, *map(_per_cent, shares), number(strict.gold), number(strict.found)]
        cells = [QStandardItem(text) for text in texts]
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for cell in cells[1:]:
            cell.setTextAlignment(right)
        for cell in cells:
            weight = QFont.Weight.Normal if line.label else QFont.Weight.DemiBold
            cell.setFont(self.look.font(12, weight))
        f1 = (f"{tr(_MEASURES[m])} F1 {_per_cent(line.scores.of(m).f1)}" for m in Measure)
        cells[0].setAccessibleText(", ".join((name, *f1)))
        return cells


class MistakesTable(PlainTable):
    """A row for each mistake that was made, its places below it where there are several."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("Most frequent mistakes"))
        self._scheme, self._language = scheme, language
        self.setItemDelegateForColumn(_TEXT, InContext(look, self))

    def show_mistakes(self, mistakes: Sequence[Frequent]) -> None:
        """Show other mistakes."""
        self.items.clear()
        titles = (tr("Times"), tr("Mistake"), tr("Expected"), tr("Found"), tr("In the text"))
        self.items.setHorizontalHeaderLabels(list(titles))
        for column, width in enumerate(_MISTAKE_WIDTHS):
            self.setColumnWidth(column, self.look.px(width))
        self.header().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.setRootIsDecorated(any(found.count > 1 for found in mistakes))
        for found in mistakes:
            cells = self._cells(found)
            self.items.appendRow(cells)
            for place in found.places if len(found.places) > 1 else ():
                blanks = [QStandardItem() for _ in range(_TEXT)]
                cells[0].appendRow([*blanks, _place_item(place, found.mistake.group, "")])
        if mistakes:
            self.setCurrentIndex(self.items.index(0, 0))

    def place_at(self, index: QModelIndex) -> tuple[Context, str] | None:
        """Return the place of a row (of several, the first) and the group of the mistake."""
        cell = index.siblingAtColumn(_TEXT)
        found = cell.data(PLACE)
        return (found, cell.data(_GROUP)) if isinstance(found, Context) else None

    def _cells(self, found: Frequent) -> list[QStandardItem]:
        mistake = found.mistake
        kind = tr(_KINDS[mistake.kind])
        sides = [self._side(mistake, gold=True), self._side(mistake, gold=False)]
        cells = [QStandardItem(text) for text in (number(found.count), kind, *sides)]
        for cell in cells:
            cell.setToolTip(plain_tooltip(cell.text()))
        spoken = f"{found.count} × {kind}: {' / '.join(filter(None, sides))}"
        cells[0].setAccessibleText(spoken)
        return [*cells, _place_item(found.places[0], mistake.group, spoken)]

    def _side(self, mistake: Mistake, *, gold: bool) -> str:
        name = mistake.gold_label if gold else mistake.found_label
        words = mistake.gold_text if gold else mistake.found_text
        return f"{label_name(self._scheme, mistake.group, name, self._language)}: {words}" if name else ""


def kinds_text(kinds: Mapping[MistakeKind, int]) -> str:
    """Return how many mistakes there are of each kind."""
    return " · ".join(f"{tr(_KINDS[kind])}: {number(count)}" for kind, count in kinds.items())


def _place_item(place: Context, group: str, spoken: str) -> QStandardItem:
    text = f"{place.before}{place.text}{place.after}"
    item = QStandardItem(text)
    item.setData(place, PLACE)
    item.setData(group, _GROUP)
    item.setToolTip(plain_tooltip(text))
    item.setAccessibleText(f"{spoken} {text}".strip())
    return item


def _per_cent(share: float) -> str:
    return QLocale().toString(100 * share, "f", 1)


class InContext(QStyledItemDelegate):
    """Paints the words of a place in the middle of a cell and bold, those around them quietly."""

    def __init__(self, look: Look, parent: QTreeView) -> None:
        super().__init__(parent)
        self._look = look

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = index.data(PLACE)
        if not isinstance(place, Context):
            super().paint(painter, option, index)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, self._look.colour("selected" if selected else "base"))
        room = option.rect.adjusted(self._look.px(6), 0, -self._look.px(6), 0)
        plain, bold = self._look.font(12), self._look.font(12, QFont.Weight.DemiBold)
        words = QFontMetrics(bold).elidedText(place.text, Qt.TextElideMode.ElideMiddle, room.width())
        width = min(room.width(), QFontMetrics(bold).horizontalAdvance(words))
        beside = (room.width() - width) // 2
        before = QFontMetrics(plain).elidedText(place.before, Qt.TextElideMode.ElideLeft, beside)
        left = min(beside, QFontMetrics(plain).horizontalAdvance(before))
        after = room.width() - left - width
        parts = (
            (before, plain, left, "secondary"),
            (words, bold, width, "text"),
            (
                QFontMetrics(plain).elidedText(place.after, Qt.TextElideMode.ElideRight, after),
                plain,
                after,
                "secondary",
            ),
        )
        x = room.left()
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for text, font, wide, role in parts:
            painter.setFont(font)
            painter.setPen(QPen(self._look.colour(role)))
            painter.drawText(x, room.top(), wide, room.height(), int(flags), text)
            x += wide
        painter.restore()
