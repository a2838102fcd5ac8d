"""What the guideline should learn: reasons by label with examples, as a list to work through."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from annotator.core.ids import ArticleId
from annotator.core.scheme import Scheme
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import Language, number, tr
from annotator.gui.look import Look
from annotator.gui.review.words import reason_name
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
        found = lessons(rows)
        for lesson in found:
            self._add(lesson, scheme, language)
        self.tree.itemActivated.connect(self._on_activated)
        if found:
            self.tree.setColumnWidth(0, look.px(320))
            self.body.addWidget(self.tree)
        else:
            self.add_text(tr("No decision has a reason, a comment or a clause yet."))
        self.add_close()

    def _add(self, lesson: Lesson, scheme: Scheme, language: Language) -> None:
        known = scheme.label(lesson.layer, lesson.label)
        name = known.text.get(language) if known else lesson.label
        reason = reason_name(scheme, lesson.reason, language) if lesson.reason else tr("no reason")
        clauses = ", ".join(lesson.clauses)
        top = QTreeWidgetItem(self.tree, [f"{name} · {reason}", number(lesson.count), "", clauses])
        top.setFlags(top.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        for row in lesson.examples:
            verdict = row.entry.verdict
            comment, clause = (verdict.comment, verdict.clause) if verdict is not None else ("", "")
            each = QTreeWidgetItem(top, [f"{row.text} – {row.title}", "", comment, clause])
            each.setData(0, _ROW, row)
        top.setExpanded(True)

    def _on_activated(self, item: QTreeWidgetItem, column: int) -> None:
        row = item.data(0, _ROW)
        if row is not None:
            self.accept()
            self._go_to(row.article_id, row.item)
