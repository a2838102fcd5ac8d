"""Agreement over time as a plot: the report's, in the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.scheme import Scheme
from annotator.formats.svg import Ink, Series, course
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.review.figure import Measure
from annotator.services import agreement_text
from annotator.services.agreement import Agreement
from annotator.services.reporting_agreement import drift_series, drift_ticks
from annotator.services.reporting_text import Words

_HEIGHT, _HIGHEST = 300, 460.0


class DriftPlot(QWidget):
    """Exact F1 of each layer over the blocks of articles, drawn anew whenever look or size change."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__()
        self._look, self._scheme, self._words = look, scheme, Words(language)
        self._series: tuple[Series, ...] = ()
        self._ticks: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_drift(self, agreement: Agreement) -> None:
        """Show the blocks of other figures."""
        language = self._words.language
        there = {f.scope for b in agreement.drift for f in b.figures if f.measure is Measure.SPAN_EXACT}
        names = [name for name in ("", *(layer.name for layer in self._scheme.layers)) if name in there]
        scopes = [(name, agreement_text.scope_name(self._scheme, name, language)) for name in names]
        self._series = drift_series(agreement, scopes, self._words)
        self._ticks = drift_ticks(agreement, self._words)
        told = (f"{one.name}: {', '.join(dot.told for dot in one.values)}" for one in self._series)
        self.setAccessibleName(tr("F1 of spans over time"))
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._look.px(720), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        theme, scale = self._look.theme, self._look.scale
        point = "," if self._words.language == "de" else "."
        series = (theme.focus, theme.warning, theme.success, theme.error, theme.secondary, theme.text)
        family = self._look.font().family()
        ink = Ink(theme.text, theme.secondary, theme.line, theme.base, series, family, 12.0, point)
        drawn = course(
            self._series,
            self._ticks,
            ink,
            width=max(480.0, self.width() / scale),
            height=min(_HIGHEST, max(180.0, self.height() / scale)),
            title=tr("Over time"),
        )
        renderer = QSvgRenderer(QByteArray(drawn.text.encode()))
        size = renderer.defaultSize()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size.width() * scale, size.height() * scale))
