"""Above the review: how far the annotators agree in the chosen layer, who they are, and the layer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.core.scheme import Scheme
from annotator.gui.i18n import Language, mark, score, tr
from annotator.gui.jobs import Job
from annotator.gui.look import Look
from annotator.gui.review.letters import letter_label
from annotator.gui.review.session import ReviewSession
from annotator.gui.widgets.fields import Combo
from annotator.gui.widgets.labels import label, line, plain_tooltip
from annotator.review.figure import Figure, Measure
from annotator.services.agreement_text import STATEMENTS
from annotator.services.reviewing_figures import SHOWN

_NAMES = {
    Measure.TOKEN_FLEISS: mark("Fleiss κ"),
    Measure.TOKEN_ALPHA: mark("Krippendorff α"),
    Measure.SPAN_EXACT: mark("F1 exact"),
    Measure.SPAN_OVERLAP: mark("F1 overlapping"),
}
_COUNT = "annotator.services.reviewing_figures:figures_shown"


class AgreementStrip(QWidget):
    """The figures come from a worker, when the articles have been looked at, and again when sets change."""

    def __init__(self, look: Look, session: ReviewSession, scheme: Scheme, language: Language) -> None:
        super().__init__()
        self.setObjectName("articleHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._session = session
        self._language = language
        self.figures: tuple[Figure, ...] = ()
        self._counted: object = None
        self._job: Job | None = None
        self._title = label(look, tr("Agreement"), weight=QFont.Weight.DemiBold)
        self._names = [label(look, role="secondary") for _ in SHOWN]
        self._values = [label(look, size=15, weight=QFont.Weight.DemiBold) for _ in SHOWN]
        self._lines = [line(vertical=True) for _ in SHOWN]
        self._people = QWidget()
        self._shown: tuple[tuple[str, str], ...] = ()
        self.layer = Combo(look)
        self.layer.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.layer.setAccessibleName(tr("Layer"))
        self.layer.addItem(tr("All layers"), None)
        for layer in scheme.layers:
            self.layer.addItem(layer.text.get(language), layer.name)
        self.layer.activated.connect(self._on_layer)
        self._compose()
        session.shown.connect(self.refresh)
        session.rows_changed.connect(self._follow)
        session.scan.ended.connect(self.count)
        look.changed.connect(self._on_look)
        self._on_look()

    def count(self) -> None:
        """Count, unless the finished sets are those of the last time."""
        service = self._session.service
        sets = service.finished
        if self._job is not None or sets == self._counted or not sets:
            return
        self._counted = sets
        self._job = job = Job(_COUNT, service.project.path, parent=self)
        job.finished.connect(self._on_counted)
        job.failed.connect(self._on_failed)
        job.start()

    def stop(self) -> None:
        """Count no further."""
        if self._job is not None:
            self._job.stop(patience=0.0)
            self._end()
            self._counted = None

    def refresh(self) -> None:
        """Show the figures of the layer, and the letters of the open article."""
        scope = self.layer.currentData() or ""
        for measure, name, value in zip(SHOWN, self._names, self._values, strict=True):
            found = next((f for f in self.figures if (f.measure, f.scope) == (measure, scope)), None)
            name.setText(tr(_NAMES[measure]))
            value.setText(score(found.value) if found is not None and found.value is not None else "")
            for each in (name, value):
                each.setToolTip(plain_tooltip(STATEMENTS[f"agreement.{measure}"].get(self._language)))
        self._show_people()
        self._give_way()

    # Set up ----------------------------------------------------------------------------------------------

    def _compose(self) -> None:
        px = self._look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(8))
        row.addWidget(self._title)
        for divider, name, value in zip(self._lines, self._names, self._values, strict=True):
            row.addWidget(divider)
            row.addWidget(name)
            row.addWidget(value)
        row.addStretch(1)
        row.addWidget(self._people)
        row.addSpacing(px(8))
        row.addWidget(self.layer)
        people = QHBoxLayout(self._people)
        people.setContentsMargins(0, 0, 0, 0)
        people.setSpacing(px(6))

    def _show_people(self) -> None:
        """Show who has which letter here; names that are hidden in the article are shown nowhere."""
        hidden = self._session.hidden
        wanted = tuple((letter, "" if hidden else name) for name, letter in self._session.letters.items())
        if wanted == self._shown:
            return
        self._shown = wanted
        layout = self._people.layout()
        assert layout is not None, "it was given one"
        while (taken := layout.takeAt(0)) is not None:
            old = taken.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for tone, (letter, name) in enumerate(wanted):
            layout.addWidget(letter_label(self._look, letter, tone, name))
            if name:
                made = QLabel(name)
                made.setTextFormat(Qt.TextFormat.PlainText)
                layout.addWidget(made)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave the figures out from the last one on, and then the people, where there is no room."""
        room = self.width() - self.layer.sizeHint().width() - self._look.px(64)
        room -= self._title.sizeHint().width()
        for divider, name, value in zip(self._lines, self._names, self._values, strict=True):
            known = bool(value.text())
            room -= (name.sizeHint().width() + value.sizeHint().width() + self._look.px(26)) if known else 0
            for each in (divider, name, value):
                each.setVisible(known and room >= 0)
        self._people.setVisible(room >= self._people.sizeHint().width())

    # Events ----------------------------------------------------------------------------------------------

    def _on_layer(self) -> None:
        self._session.set_filter(replace(self._session.filter, layer=self.layer.currentData()))
        self.refresh()

    def _follow(self) -> None:
        """Show the layer that the queue is filtered by: clearing the filter shows all."""
        at = self.layer.findData(self._session.filter.layer)
        if at != self.layer.currentIndex():
            self.layer.setCurrentIndex(max(0, at))
            self.refresh()
        if not self._session.scanning:
            self.count()

    def _on_counted(self, found: tuple[Figure, ...]) -> None:
        self.figures = found
        self._end()
        self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.refresh()

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _on_look(self) -> None:
        for divider in self._lines:
            divider.setFixedHeight(self._look.px(20))
        self._shown = ()
        self.refresh()
