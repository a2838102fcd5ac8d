"""How far the annotators agree: figures, pairs, confusions with their places, and the course of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.collation import collated
from annotator.gui.agreement.confusion import ConfusionTable, PairsTable
from annotator.gui.agreement.drift import DriftPlot
from annotator.gui.agreement.figures import FiguresTable
from annotator.gui.agreement.own_work import OwnWorkPage
from annotator.gui.agreement.places import PlacesTable
from annotator.gui.agreement.suggestions import SuggestionsTable
from annotator.gui.dialogs.working import WorkingDialog
from annotator.gui.hindrance import unseen_sentence
from annotator.gui.i18n import Language, tr
from annotator.gui.jobs import Job
from annotator.gui.look import Look
from annotator.gui.session_bridge import Session
from annotator.gui.widgets.empty import EmptyState
from annotator.gui.widgets.fields import Combo, button, row, tool_button
from annotator.gui.widgets.labels import label, plain_tooltip
from annotator.review.figure import Measure
from annotator.services.agreement import Agreement, may_see
from annotator.services.agreement_gamma import Gamma
from annotator.services.agreement_places import places_of

_MEASURE = "annotator.services.agreement:measure_agreement"
_GAMMA = "annotator.services.agreement_gamma:measure_gamma"
_WIDTH, _HEIGHT = 1000, 680
_FIGURES, _PAIRS, _CONFUSIONS, _TIME, _SUGGESTIONS, _OWN_WORK = range(6)


class AgreementDialog(WorkingDialog):
    """Compares in a worker process as soon as it opens; it does not keep the window from work.

    ``place_chosen`` carries the :class:`Context` of a place to look at, and its layer. Closing only
    hides it: when it is asked for again, what was counted is at hand and only what has changed is read.
    """

    place_chosen = Signal(object, str)
    report_requested = Signal()
    help_section = "agreement"

    def __init__(
        self,
        look: Look,
        session: Session,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Agreement"), parent, width=_WIDTH)
        self.want_height(_HEIGHT)
        self._session = session
        self.agreement: Agreement | None = None
        self.pair = Combo(look)
        self.layer = Combo(look)
        self.figures = FiguresTable(look, session.scheme, language)
        self.statement = label(look, role="secondary", wrap=True)
        self.pairs = PairsTable(look, session.scheme, language)
        self.confusions = ConfusionTable(look, session.scheme, language)
        self.places = PlacesTable(look, session.scheme, language)
        self.drift = DriftPlot(look, session.scheme, language)
        self.suggestions = SuggestionsTable(look, session.scheme, language)
        self.own_work = OwnWorkPage(look, session.scheme, language)
        self.gamma = button(tr("Compute γ"))
        self.pages = QStackedWidget()
        self.tabs = QButtonGroup(self)
        self.closed = False  # and not only out of sight while a place is looked at
        self._compose()
        self._connect()
        self.compare()

    def compare(self) -> None:
        """Compare the finished sets, unless that is under way or not for this person to see."""
        if self.job is not None:
            return
        self.closed = False
        if not may_see(self._session.project, self._session.annotator):
            told = tr("Agreement can be seen when the lead has opened the review.")
            store, who = self._session.project.store, self._session.annotator
            self._show_empty(unseen_sentence(store, who, closed=told))
            return
        known = self.agreement.counted if self.agreement is not None else None
        self.work(Job(_MEASURE, self._session.project.path, known=known, parent=self), self._on_finished)

    def compute_gamma(self) -> None:
        """Add γ of each layer to the figures of all together; it takes a second an article."""
        if self.job is None and self.agreement is not None:
            self.work(Job(_GAMMA, self._session.project.path, parent=self), self._on_gamma)

    def done(self, result: int) -> None:  # noqa: D102
        self.places.stop()
        self.closed = True
        super().done(result)

    def set_usable(self, usable: bool) -> None:  # noqa: D102
        self.gamma.setEnabled(usable)

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        px = self.look.px
        self._add_tabs()
        self.column.addWidget(self.bar)
        self.column.addWidget(self.remark)
        self.pair.setMinimumWidth(px(200))
        self.pair.setAccessibleName(tr("Who"))
        self.layer.setMinimumWidth(px(160))
        self.layer.setAccessibleName(tr("Layer"))
        choices = QWidget()
        self._layer_name = label(self.look, tr("Layer"))
        names = (label(self.look, tr("Who")), self.pair, self._layer_name, self.layer)
        choices.setLayout(row(*names, None, spacing=px(8)))
        self.column.addWidget(choices)
        self._choices = choices
        self._add_page(self.figures, self.statement)
        says = tr("F1 of spans, exact, over all layers. A pair that is lower than the others needs a talk.")
        self._add_page(self.pairs, label(self.look, says, role="secondary", wrap=True))
        self._add_confusions()
        says = tr("F1 of spans, exact, in the order in which articles were finished; whiskers are intervals.")
        self._add_page(self.drift, label(self.look, says, role="secondary", wrap=True))
        says = tr(
            "F1 of spans, exact. Where people agree with suggestions far better than without, they may have "
            "taken over the same mistakes."
        )
        self._add_page(self.suggestions, label(self.look, says, role="secondary", wrap=True))
        self._add_page(self.own_work)
        self.column.addWidget(self.pages, 100)
        self._empty = EmptyState(self.look, "")
        self.pages.addWidget(self._empty)
        self.report = button(tr("Write report …"))
        self.gamma.setToolTip(plain_tooltip(tr("Takes a second an article, and needs a library of its own.")))
        close = button(tr("Close"))
        close.clicked.connect(self.accept)
        self.gamma.clicked.connect(self.compute_gamma)
        self.column.addLayout(row(self.report, self.gamma, None, close))

    def _add_tabs(self) -> None:
        names = (
            tr("Figures"),
            tr("Pairs"),
            tr("Confusions"),
            tr("Over time"),
            tr("Suggestions"),
            tr("Own earlier work"),
        )
        made = []
        for place, name in enumerate(names):
            tab = tool_button(name, checkable=True)
            self.tabs.addButton(tab, place)
            made.append(tab)
        made[0].setChecked(True)
        self.column.addLayout(row(*made, None, spacing=self.look.px(4)))

    def _add_page(self, *widgets: QWidget) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        for widget in widgets:
            column.addWidget(widget, 1 if widget is widgets[0] else 0)
        self.pages.addWidget(page)

    def _add_confusions(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.confusions)
        parts.addWidget(self.places)
        parts.setSizes([self.look.px(220), self.look.px(200)])
        self._add_page(parts)

    def _connect(self) -> None:
        self.tabs.idClicked.connect(self._show_page)
        self.pair.activated.connect(lambda _: self._show())
        self.layer.activated.connect(lambda _: self._show_confusions())
        self.figures.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.confusions.cell_chosen.connect(self._show_places)
        self.report.clicked.connect(self.report_requested)
        for signal in (self.places.clicked, self.places.activated):
            signal.connect(self._on_place)

    # Results ---------------------------------------------------------------------------------------------

    def _on_gamma(self, found: Gamma) -> None:
        if self.agreement is not None:
            figures = (f for f in self.agreement.figures if f.measure is not Measure.GAMMA)
            self.agreement = replace(self.agreement, figures=(*figures, *found.figures))
            self.remark.setText(_remark(self.agreement))
            self._show()

    def _on_finished(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.remark.setText(_remark(agreement))
        if not agreement.figures and not agreement.own_work:
            self._show_empty(tr("No article has been finished by two people yet."))
            return
        self._allow(True)
        self.pair.clear()
        self.pair.addItem(tr("All together"), None)
        pairs = sorted((sorted(pair, key=collated) for pair in agreement.pairs), key=_pair_key)
        for one, other in pairs:
            self.pair.addItem(f"{one} – {other}", (one, other))
        self.layer.clear()
        for name, text in self.confusions.layers(agreement):
            self.layer.addItem(text, name)
        self.pairs.show_pairs(agreement)
        self.drift.show_drift(agreement)
        self.suggestions.show_parts(agreement)
        self.own_work.show_people(agreement)
        for page in (_FIGURES, _PAIRS, _CONFUSIONS):
            self._allow_tab(page, bool(agreement.figures), tr("Articles finished by two people are needed."))
        self._allow_tab(_TIME, bool(agreement.drift), tr("Ten articles finished by several are needed."))
        known = agreement.suggestions is not None
        self._allow_tab(_SUGGESTIONS, known, tr("Control articles without suggestions are needed."))
        own = bool(agreement.own_work)
        self._allow_tab(_OWN_WORK, own, tr("Articles that somebody has annotated twice are needed."))
        if not agreement.figures:
            self.tabs.button(_OWN_WORK).setChecked(True)
        self._show_page(self.tabs.checkedId())
        self._show()

    # What is shown ---------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self.agreement is not None:
            self.figures.show_figures(self.agreement.of(self.pair.currentData()))
            self._tell()
            self._show_confusions()

    def _allow_tab(self, page: int, allowed: bool, needed: str) -> None:
        tab = self.tabs.button(page)
        tab.setEnabled(allowed)
        tab.setToolTip("" if allowed else needed)
        if not allowed and tab.isChecked():
            self.tabs.button(_FIGURES).setChecked(True)

    def _show_page(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self._choices.setVisible(page in (_FIGURES, _CONFUSIONS))
        self.gamma.setVisible(page == _FIGURES)
        for widget in (self._layer_name, self.layer):
            widget.setVisible(page == _CONFUSIONS)

    def _tell(self) -> None:
        self.statement.setText(self.figures.statement() or tr("Choose a measure to read what it says."))

    def _show_confusions(self) -> None:
        layer = self.layer.currentData()
        if self.agreement is not None and layer is not None:
            self.confusions.show_layer(self.agreement, layer, self.pair.currentData())
            self.places.show_places(iter(()))

    def _show_places(self, row_: int, column: int) -> None:
        layer = self.layer.currentData()
        if self.agreement is None or layer is None:
            return
        labels = self.confusions.labels_at(row_, column)
        statistics = self.agreement.counted.statistics
        pair = self.pair.currentData()
        self.places.show_places(places_of(self._session.project, statistics, layer, labels, pair))

    def _allow(self, allowed: bool) -> None:
        self._choices.setVisible(allowed)
        self.bar.setVisible(allowed)
        for widget in (self.report, self.gamma, *self.tabs.buttons()):
            widget.setEnabled(allowed)

    def _show_empty(self, text: str) -> None:
        self.pages.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = EmptyState(self.look, text)
        self.pages.setCurrentIndex(self.pages.addWidget(self._empty))
        self._allow(False)

    def _on_place(self, index: QModelIndex) -> None:
        found = self.places.place_at(index)
        if found is not None:
            self.place_chosen.emit(*found)


def _pair_key(pair: Sequence[str]) -> list[str]:
    return list(map(collated, pair))


def _remark(agreement: Agreement) -> str:
    parts = [tr("%Ln article(s) finished by several.", "", agreement.articles)]
    if agreement.alone:
        parts.append(tr("%Ln left out because only one person has finished them.", "", agreement.alone))
    return " ".join(parts)
