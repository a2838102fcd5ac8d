"""Agreement of each person with her own earlier work."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.gui.agreement.figures import FiguresTable
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import Combo, row
from annotator.gui.widgets.labels import label
from annotator.services.agreement import Agreement, OwnWork


class OwnWorkPage(QWidget):
    """The figures of one person at a time: her second pass beside the first."""

    def __init__(self, look: Look, scheme: Scheme, language: str) -> None:
        super().__init__()
        self._people: tuple[OwnWork, ...] = ()
        self.people = Combo(look)
        self.people.setAccessibleName(tr("Who"))
        self.people.setMinimumWidth(look.px(240))
        self.people.activated.connect(lambda _: self._show())
        self.table = FiguresTable(look, scheme, language)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.statement = label(look, role="secondary", wrap=True)
        says = tr(
            "What one person says about the same articles at two times. Nobody can agree with others better "
            "than with herself: where this is low, the guideline or the scheme leaves too much open."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(row(label(look, tr("Who")), self.people, None, spacing=look.px(8)))
        column.addWidget(self.table, 1)
        column.addWidget(self.statement)
        column.addWidget(label(look, says, role="secondary", wrap=True))

    def show_people(self, agreement: Agreement) -> None:
        """Show other figures, beginning with the first person."""
        self._people = agreement.own_work
        self.people.clear()
        for own in self._people:
            count = tr("%Ln article(s)", "", own.articles)
            self.people.addItem(f"{own.annotator} – {own.again}, {count}")
        self._show()

    def _show(self) -> None:
        place = self.people.currentIndex()
        self.table.show_figures(self._people[place].figures if 0 <= place < len(self._people) else ())
        self._tell()

    def _tell(self) -> None:
        self.statement.setText(self.table.statement())
