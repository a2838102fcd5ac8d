"""How far the work is: done and open, decisions an hour, time for each article, suggestions by label."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.annotation import SetState
from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.evaluate_tables import PlainTable
from annotator.gui.dialogs.progress_page_plot import BarPlot, Bars, Legend
from annotator.gui.i18n import mark, number, percent, short_date, tr
from annotator.gui.look import Look
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.bars import thin_progress
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import Combo, row, tool_button
from annotator.gui.widgets.labels import label, plain_tooltip
from annotator.services.progress import Progress, progress_of, shown_to

_STATES = {
    SetState.DONE: mark("done"),
    SetState.OPEN: mark("in progress"),
    SetState.NEW: mark("new"),
    SetState.SKIPPED: mark("set aside"),
}
_MOST_BARS, _MOST_LABELS = 40, 12


class ProgressPage(Dialog):
    """Plots with their numbers beside them; a lead may look at the others' too."""

    help_section = "progress"

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Progress"), parent, width=940)
        self._session = session
        self.want_height(600)
        self._counts = label(look)
        self._pace = label(look, role="secondary")
        self._bar = thin_progress()
        self.people = Combo(look)
        self.people.setAccessibleName(tr("Annotator"))
        for name in shown_to(session.project.store, session.annotator):
            self.people.addItem(name)
        self.people.setVisible(self.people.count() > 1)
        self.people.currentTextChanged.connect(self.show_annotator)
        self.body.addLayout(row(self._counts, None, self.people))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._pace)
        self._pages = QStackedWidget()
        self._hours = _Page(look, tr("Decisions an hour"), tr("decisions an hour"))
        self._articles = _Page(look, tr("Active time by article"), tr("minutes"))
        self._labels = _Page(
            look, tr("Suggestions by label"), tr("suggestions"), series=_judged_bars((), (), ())
        )
        self.body.addWidget(self._tabs())
        self.body.addWidget(self._pages, 1)
        self.add_close()
        self.show_annotator(session.annotator)

    def show_annotator(self, name: str) -> None:
        """Show somebody's figures."""
        store = self._session.project.store
        found = progress_of(store, name, asked_by=self._session.annotator)
        self._show_counts(found)
        self._show_hours(found)
        self._show_articles(found)
        self._show_labels(found)

    def _show_counts(self, found: Progress) -> None:
        states = ", ".join(f"{number(found.states[state])} {tr(name)}" for state, name in _STATES.items())
        of = tr("%Ln article(s)", "", found.total)
        self._counts.setText(f"{of}: {states}")
        self._bar.setRange(0, max(1, found.total))
        self._bar.setValue(found.states[SetState.DONE])
        parts = [tr("%Ln decision(s)", "", found.decisions)]
        if found.an_hour is not None:
            parts.append(tr("{number} an hour").format(number=number(round(found.an_hour))))
        parts.append(tr("{time} of active time").format(time=_time(found.active_seconds)))
        self._pace.setText(" · ".join(parts))

    def _show_hours(self, found: Progress) -> None:
        days = found.days[-_MOST_BARS:]
        paces = [day.an_hour or 0.0 for day in days]
        self._hours.show_bars([_tick(day.day) for day in days], [Bars("", paces)])
        self._hours.show_rows(
            (tr("Day"), tr("Decisions"), tr("Active time"), tr("an hour")),
            [
                (
                    short_date(day.day),
                    number(day.decisions),
                    _time(day.seconds),
                    "–" if day.an_hour is None else number(round(day.an_hour)),
                )
                for day in reversed(found.days)
            ],
        )

    def _show_articles(self, found: Progress) -> None:
        shown = found.articles[-_MOST_BARS:]
        first = len(found.articles) - len(shown) + 1
        minutes = [article.active_seconds / 60 for article in shown]
        names = [number(place) for place in range(first, first + len(shown))]
        self._articles.show_bars(names, [Bars("", minutes)])
        self._articles.show_rows(
            (tr("Article"), tr("State"), tr("Active time"), tr("Decisions")),
            [
                (
                    f"{number(place)}  {article.title}",
                    tr(_STATES[article.state]),
                    _time(article.active_seconds),
                    number(article.decisions),
                )
                for place, article in enumerate(found.articles, start=1)
            ],
        )

    def _show_labels(self, found: Progress) -> None:
        scheme, language = self._session.scheme, QLocale().languageToCode(QLocale().language())
        names, rows = [], []
        for one in found.judged:
            known = scheme.label(one.layer, one.label)
            name = known.text.get(language) if known is not None else one.label
            names.append(known.chip(language) if known is not None else one.label)
            rows.append(
                (
                    name,
                    number(one.accepted),
                    number(one.corrected),
                    number(one.rejected),
                    percent(one.accepted / one.total),
                )
            )
        some = found.judged[:_MOST_LABELS]
        bars = _judged_bars(
            [one.accepted for one in some], [one.corrected for one in some], [one.rejected for one in some]
        )
        self._labels.show_bars(names[:_MOST_LABELS], bars)
        head = (tr("Label"), tr("accepted"), tr("corrected"), tr("rejected"), tr("Share"))
        self._labels.show_rows(head, rows)

    def _tabs(self) -> QWidget:
        group = QButtonGroup(self)
        buttons: list[QWidget | None] = []
        for page in (self._hours, self._articles, self._labels):
            tab = tool_button(page.name, face="tab", checkable=True)
            group.addButton(tab, self._pages.addWidget(page))
            buttons.append(tab)
        group.button(0).setChecked(True)
        group.idClicked.connect(self._pages.setCurrentIndex)
        tabs = QWidget()
        tabs.setLayout(row(*buttons, None, spacing=self.look.px(16)))
        return tabs


class _Page(QWidget):
    """A plot at the left, its numbers at the right."""

    def __init__(self, look: Look, name: str, unit: str, *, series: Sequence[Bars] = ()) -> None:
        super().__init__()
        self.name = name
        self.plot = BarPlot(look, name, unit)
        self.table = PlainTable(look, name)
        self.table.setRootIsDecorated(False)
        self.table.setMinimumWidth(look.px(380))
        drawn = QWidget()
        left = QVBoxLayout(drawn)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(look.px(8))
        left.addWidget(self.plot, 1)
        if series:
            left.addWidget(Legend(look, series))
        self._left = QStackedWidget()
        self._left.addWidget(drawn)
        self._left.addWidget(EmptyState(look, tr("There is nothing to draw yet.")))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(16))
        inside.addWidget(self._left, 5)
        inside.addWidget(self.table, 6)

    def show_bars(self, names: Sequence[str], series: Sequence[Bars]) -> None:
        """Draw other bars, or say that there are none where all of them would have no height."""
        some = any(value for bars in series for value in bars.values)
        self._left.setCurrentIndex(0 if some else 1)
        self.plot.show_bars(names, series)

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other numbers: words at the left, figures at the right."""
        items = self.table.items
        items.clear()
        items.setHorizontalHeaderLabels(list(head))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for cells in rows:
            made = [QStandardItem(text) for text in cells]
            for item in made:
                item.setToolTip(plain_tooltip(item.text()))
            for item in made[1:]:
                item.setTextAlignment(right)
            items.appendRow(made)
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(head)):
            items.horizontalHeaderItem(column).setTextAlignment(right)


def _judged_bars(
    accepted: Sequence[float], corrected: Sequence[float], rejected: Sequence[float]
) -> tuple[Bars, ...]:
    return (
        Bars(tr("accepted"), accepted),
        Bars(tr("corrected"), corrected, "warning", Qt.BrushStyle.BDiagPattern),
        Bars(tr("rejected"), rejected, "error", Qt.BrushStyle.Dense5Pattern),
    )


def _tick(day: date) -> str:
    """Return a day as short as the language has it."""
    return f"{day.day}.{day.month}." if QLocale().language() == QLocale.Language.German else f"{day:%d/%m}"


def _time(seconds: float) -> str:
    """Return hours and minutes, or minutes and seconds below an hour."""
    whole = round(seconds)
    if whole >= 3600:
        return tr("{hours} h {minutes} min").format(hours=number(whole // 3600), minutes=whole % 3600 // 60)
    return tr("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
