"""Lists of many rows: what a change of one row asks of the others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import SetState
from annotator.core.ids import ArticleId
from annotator.gui.look import Look
from annotator.gui.models.article_delegate import ArticleDelegate
from annotator.gui.models.articles import ArticlesModel
from annotator.gui.widgets.rows import row_view
from annotator.store import ArticleRow

MANY = 2_000


class Counting(ArticlesModel):
    """Counts what a view asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes = 0
        self.looked_at: set[int] = set()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        self.sizes += 1
        return super().rowCount(parent or QModelIndex())

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        self.looked_at.add(index.row())
        return super().data(index, role)


def test_a_row_that_changes_is_painted_anew_and_no_row_is_laid_out(
    qtbot: QtBot, qapp: QApplication, look: Look
) -> None:
    model = Counting()
    ids = [ArticleId(f"{number:020x}") for number in range(MANY)]
    rows = [ArticleRow(one, f"Größe {one}", "Küsten-Echo", None, SetState.NEW) for one in ids]
    model.set_rows(rows)
    view = row_view(look, "Artikel", ArticleDelegate(look), model)
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show()
    qtbot.waitUntil(lambda: 3 in model.looked_at)
    qapp.processEvents()
    model.sizes, model.looked_at = 0, set()
    model.update_row(replace(rows[3], state=SetState.DONE))
    qtbot.waitUntil(lambda: 3 in model.looked_at)
    qapp.processEvents()
    assert model.sizes < MANY / 10
