"""Pairs of annotators and confusions of labels as heat maps."""

from __future__ import annotations

from annotator.core.collation import collated
from annotator.core.scheme import Scheme
from annotator.gui.agreement.heat import Cell, HeatTable
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.review.agreement import confusions
from annotator.review.estimate import Pair
from annotator.review.figure import Measure
from annotator.services.agreement import Agreement
from annotator.services.agreement_text import NOT_MARKED, interval, label_name, scope_name, value


class PairsTable(HeatTable):
    """Exact F1 of every two annotators; the stronger the colour, the more they agree."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("Agreement of every two"))
        self._language = language

    def show_pairs(self, agreement: Agreement) -> None:
        """Show the pairs of other figures."""
        found = {
            figure.pair: figure
            for figure in agreement.figures
            if (figure.measure, figure.scope, figure.label) == (Measure.SPAN_EXACT, "", "")
        }
        names = sorted(agreement.annotators, key=collated)
        cells = {}
        for row, one in enumerate(names):
            for column, other in enumerate(names):
                figure = found.get((min(one, other), max(one, other)))
                if one == other:
                    cells[row, column] = Cell("–", 0.0, True, one)
                elif figure is not None:
                    text = value(figure.value, self._language)
                    spoken = f"{one}, {other}: {text} ({interval(figure, self._language)})"
                    cells[row, column] = Cell(text, figure.value or 0.0, False, spoken)
        self.show_cells(names, cells)


class ConfusionTable(HeatTable):
    """How often two labels stand for one mention. With a pair, rows are the first's labels."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__(look, tr("Confusions"))
        self._scheme, self._language = scheme, language
        self._labels: tuple[str, ...] = ()

    def layers(self, agreement: Agreement) -> list[tuple[str, str]]:
        """Return the layers with something to show, and their names."""
        statistics = agreement.counted.statistics
        names = [layer.name for layer in self._scheme.layers if confusions(statistics, layer.name)]
        return [(name, scope_name(self._scheme, name, self._language)) for name in names]

    def show_layer(self, agreement: Agreement, layer: str, pair: Pair | None) -> None:
        """Show a layer, for a pair or for all together."""
        counts = confusions(agreement.counted.statistics, layer, pair)
        self._labels = self._order(layer, {name for cell in counts for name in cell})
        most = max((n for (one, other), n in counts.items() if one != other), default=1)
        names = [self._name(layer, name) for name in self._labels]
        cells = {}
        for row, one in enumerate(self._labels):
            for column, other in enumerate(self._labels):
                found = counts.get((one, other), 0)
                if pair is None and one != other:
                    found += counts.get((other, one), 0)
                strength = found / most if one != other else 0.0
                spoken = f"{names[row]} / {names[column]}: {number(found)}"
                text = number(found) if found or one else ""
                cells[row, column] = Cell(text, strength, one == other, spoken)
        self.show_cells(names, cells)

    def labels_at(self, row: int, column: int) -> tuple[str, str]:
        """Return the labels of a cell; one that is empty stands for none."""
        return self._labels[row], self._labels[column]

    def _order(self, layer: str, met: set[str]) -> tuple[str, ...]:
        found = self._scheme.layer(layer)
        known = [one.name for one in found.labels if one.name in met] if found else []
        return (*known, *sorted(met - {*known, ""}), *([""] if "" in met else []))

    def _name(self, layer: str, name: str) -> str:
        if not name:
            return NOT_MARKED.get(self._language)
        return label_name(self._scheme, layer, name, self._language)
