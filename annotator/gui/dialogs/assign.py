"""Who works on what: how far everybody is, and a division of the articles, shown before it is made."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QSpinBox, QTreeView, QWidget

from annotator.core.collation import collated
from annotator.core.errors import AnnotatorError
from annotator.gui import placing
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import mark, number, tr
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.fields import number_field, row
from annotator.gui.widgets.labels import label
from annotator.review.queues import Rules
from annotator.services import assigning, roles
from annotator.services.assigning import Division
from annotator.services.progress import queue_progress
from annotator.store import Store

_WIDTH, _TABLE = 640, 176
_DELAY_MILLISECONDS = 150
_MOST = 1_000_000
_LIMIT = re.compile(r"(?P<name>.+?)\s*[ =:]\s*(?P<number>[0-9]{1,7})")
_EXAMPLE = "Anna 40, Bert 20"
_COLUMNS = (
    mark("Name"),
    mark("Begun"),
    mark("Done"),
    mark("Until now"),
    mark("From now on"),
    mark("Calibration"),
    mark("Control"),
)


class AssignDialog(Dialog):
    """Divides the articles anew at each change of a field, and puts that into effect when it is accepted."""

    help_section = "team"

    def __init__(self, look: Look, store: Store, who: str, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Assign articles"), parent, width=_WIDTH)
        self._store = store
        self.division: Division | None = None
        self._in_queues = queue_progress(store)
        self._articles = store.article_count()
        self.add_text(
            tr("Everybody sees only the articles assigned to them. What somebody has begun stays with them.")
        )
        self._again = roles.second_passes(store)
        working = [one.annotator for one in self._in_queues if one.articles or one.begun]
        names = [name for name in working if name not in self._again]
        self.names_field = QLineEdit(", ".join(names))
        self.names_field.setPlaceholderText(tr("Names, with commas between them"))
        self.leads_field = QLineEdit(", ".join(roles.leads(store) or (who,)))
        self.limits_field = QLineEdit()
        self.limits_field.setPlaceholderText(
            tr("no limit; or for example: {example}").format(example=_EXAMPLE)
        )
        self.overlap_field = self._number(1, 1, 99)
        self.calibration_field = self._number(assigning.calibration_now(store), 0, max(0, self._articles))
        self.control_field = self._number(0, 0, 100)
        self.seed_field = self._number(1, 0, _MOST)
        self._add_fields()
        self.table = _Table(look)
        self.body.addWidget(self.table)
        self.remark = self.add_text("")
        self.taken = label(look, wrap=True)
        self.column.addWidget(self.taken)  # never scrolled out of sight
        self.assign_button, _ = self.add_buttons(tr("Assign"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.preview)
        self.preview()

    @property
    def names(self) -> list[str]:
        """Who annotates."""
        return _names(self.names_field.text())

    @property
    def leads(self) -> list[str]:
        """Who leads the project."""
        return _names(self.leads_field.text())

    def preview(self) -> None:
        """Divide the articles as the fields say, and show it."""
        self.division, fault = None, ""
        most, unread = limits(self.limits_field.text(), self.names)
        rules = Rules(
            most=most,
            overlap=self.overlap_field.value(),
            seed=self.seed_field.value(),
            calibration=self.calibration_field.value(),
            control=self.control_field.value() / 100,
        )
        try:
            self.division = assigning.plan(self._store, self.names, rules) if self.names else None
        except AnnotatorError as error:
            fault = sentence(error)
        if unread:
            self.division = None
            fault = tr("“{text}” is not the name of an annotator with a number behind it.").format(
                text=unread
            )
        self.show_fault(fault)
        self.assign_button.setEnabled(self.division is not None and bool(self.leads))
        self.table.show_rows(self._rows())
        rows = self.division.rows if self.division is not None else ()
        self.remark.setText(
            tr("%Ln article(s) in the project", "", self._articles)
            + ", "
            + tr("%Ln assignment(s)", "", len(rows))
            + "."
            + self._left_over()
        )
        self._tell_taken(self._taken_back())

    def _tell_taken(self, text: str) -> None:
        self.taken.setText(text)
        self.taken.setVisible(bool(text))
        if text and self.isVisible():
            self.column.activate()
            high = max(self.height(), self.column.totalHeightForWidth(self.width()))
            self.resize(self.width(), min(high, placing.room(self).height()))

    def _taken_back(self) -> str:
        if self.division is None:
            return ""
        told = []
        if self.division.taken:
            people = ", ".join(f"{name} {number(count)}" for name, count in self.division.taken.items())
            text = tr("Articles given before, also by hand, and not begun are taken back: {people}.")
            told.append(text.format(people=people))
        if self.division.released:
            told.append(tr("%Ln article(s) are no longer for everybody.", "", self.division.released))
        return " ".join(told)

    def _left_over(self) -> str:
        short = len(self.division.short) if self.division is not None else 0
        return " " + tr("%Ln article(s) left over: too few have room.", "", short) if short else ""

    def _rows(self) -> list[tuple[str, ...]]:
        by_name = {one.annotator: one for one in self._in_queues}
        loads = {one.annotator: one for one in self.division.loads} if self.division is not None else {}
        found = []
        working = {name for name, one in by_name.items() if one.articles or one.begun}
        for name in sorted({*loads, *working}, key=collated):
            now, new = by_name.get(name), loads.get(name)
            old = (now.begun, now.done, now.articles) if now is not None else (0, 0, 0)
            plan = (new.articles, new.calibration, new.control) if new is not None else (0, 0, 0)
            if name in self._again:
                plan = (old[2], 0, 0)  # what is annotated again is not divided
            found.append((name, *map(number, (*old, *plan))))
        return found

    def _number(self, value: int, least: int, most: int) -> QSpinBox:
        field = number_field(self.look, value, least, most)
        field.valueChanged.connect(lambda _: self._timer.start())
        return field

    def _add_fields(self) -> None:
        self.add_field(tr("Annotators"), self.names_field)
        self.add_field(tr("Leads"), self.leads_field, remark=tr("Who leads assigns, and opens the review."))
        for name, field, remark in (
            (tr("Annotators for each article"), self.overlap_field, ""),
            (tr("Articles for everybody"), self.calibration_field, tr("for calibration, before all others")),
            (tr("Without suggestions"), self.control_field, tr("percent, to see what suggestions change")),
            (tr("Draw"), self.seed_field, tr("The same number draws the same division.")),
        ):
            holder = QWidget()
            words = label(self.look, remark, role="secondary")
            holder.setLayout(row(field, words, None))
            self.add_field(name, holder)
            field.setAccessibleName(name)
        self.add_field(tr("At most"), self.limits_field, remark=tr("Articles that somebody takes, by name."))
        for line in (self.names_field, self.leads_field, self.limits_field):
            line.textChanged.connect(lambda _: self._timer.start())


class _Table(QTreeView):
    """A row for each annotator: how far she is, and what she would get."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._items = QStandardItemModel(self)
        self._items.setHorizontalHeaderLabels([tr(name) for name in _COLUMNS])
        self.setModel(self._items)
        self.setAccessibleName(tr("Loads"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setMinimumHeight(look.px(_TABLE))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column in range(len(_COLUMNS)):
            whole = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, whole if column else QHeaderView.ResizeMode.Stretch)
            if column:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                self._items.horizontalHeaderItem(column).setTextAlignment(right)
        self.setStyleSheet(
            f"QTreeView {{ border: 1px solid {look.theme.line}; }}"
            f"QTreeView::item {{ min-height: {look.px(26)}px; padding: 0 {look.px(6)}px; }}"
            f"QHeaderView::section {{ padding: {look.px(2)}px {look.px(6)}px; }}"
        )

    def show_rows(self, rows: list[tuple[str, ...]]) -> None:
        """Show these rows in place of the others."""
        self._items.setRowCount(0)
        for cells in rows:
            made = [QStandardItem(text) for text in cells]
            for item in made[1:]:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items.appendRow(made)


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := " ".join(part.split()))]


def limits(text: str, names: list[str]) -> tuple[dict[str, int], str]:
    """Return how many articles each of ``names`` takes at most, and the part that cannot be read, if any.

    The parts are names with a number behind, with commas between them; ``=`` and ``:`` may stand before it.
    """
    found: dict[str, int] = {}
    for part in _names(text):
        said = _LIMIT.fullmatch(part)
        if said is None or said["name"] not in names:
            return found, part
        found[said["name"]] = int(said["number"])
    return found, ""
