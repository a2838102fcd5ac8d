"""What the guideline should learn: reasons by label with examples, as a list to work through."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from annotator.core.ids import ArticleId
from annotator.core.scheme import Scheme
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import Language, number, tr
from annotator.gui.look import Look
from annotator.gui.review.words import reason_name, relation_name
from annotator.gui.widgets.fields import button, row
from annotator.review.item import ClusterItem, RelationItem
from annotator.services.reviewing_lessons import Lesson, lessons
from annotator.services.reviewing_queue import QueueRow

_ROW = int(Qt.ItemDataRole.UserRole)


class LessonsDialog(Dialog):
    """A tree: label and reason with their number, below them the decisions; activating one goes to it."""

    def __init__(
        self,
        look: Look,
        rows: Iterable[QueueRow],
        scheme: Scheme,
        language: Language,
        go_to: Callable[[ArticleId, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("What the guideline should learn"), parent, width=720)
        self._go_to = go_to
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("What the guideline should learn"))
        self.tree.setHeaderLabels([tr("Label and reason"), tr("Decisions"), tr("Comment"), tr("Clause")])
        self.tree.setMinimumHeight(look.px(320))
        self.tree.ensurePolished()  # rows are laid out below already, and as high as the style has them
        self._lay_out(look)
        found = lessons(rows)
        for lesson in found:
            self._add(lesson, scheme, language)
        self.tree.itemActivated.connect(self._on_activated)
        if found:
            self.body.addWidget(self.tree)
            self.copy = button(tr("Copy as table"))
            self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.table()))
        else:
            self.add_text(tr("No decision has a reason, a comment or a clause yet."))
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self.column.addLayout(row(*((self.copy,) if found else ()), None, close))

    def table(self) -> str:
        """Return the list with tabs between the columns, for a document that the guideline is written in."""
        lines = [self.tree.headerItem()]
        every = QTreeWidgetItemIterator(self.tree)
        while item := every.value():
            lines.append(item)
            every += 1
        columns = range(self.tree.columnCount())
        return "".join("\t".join(" ".join(one.text(c).split()) for c in columns) + "\n" for one in lines)

    def _lay_out(self, look: Look) -> None:
        """Give the examples the room that comments and clauses leave."""
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(look.px(80))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(2, look.px(160))

    def _add(self, lesson: Lesson, scheme: Scheme, language: Language) -> None:
        name = _name(lesson, scheme, language)
        reason = reason_name(scheme, lesson.reason, language) if lesson.reason else tr("no reason")
        clauses = ", ".join(lesson.clauses)
        top = QTreeWidgetItem(self.tree, [f"{name} · {reason}", number(lesson.count), "", clauses])
        top.setFlags(top.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        for example in lesson.examples:
            verdict = example.entry.verdict
            comment, clause = (verdict.comment, verdict.clause) if verdict is not None else ("", "")
            each = QTreeWidgetItem(top, [f"{example.text} – {example.title}", "", comment, clause])
            each.setData(0, _ROW, example)
        top.setExpanded(True)

    def _on_activated(self, item: QTreeWidgetItem, column: int) -> None:
        example = item.data(0, _ROW)
        if example is not None:
            self.accept()
            self._go_to(example.article_id, example.item)


def _name(lesson: Lesson, scheme: Scheme, language: Language) -> str:
    item = lesson.examples[0].entry.item
    if isinstance(item, ClusterItem):
        return tr("Cluster")
    if isinstance(item, RelationItem):
        return relation_name(scheme, item, lesson.label, language)
    known = scheme.label(lesson.layer, lesson.label)
    return known.text.get(language) if known else lesson.label
