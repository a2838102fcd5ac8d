"""What a merge did: whose work came in, and what did not, with the remedy."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import mark, quoted, tr
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.fields import button, row
from annotator.gui.widgets.reasons import reasons_list
from annotator.services.merge_report import MergeReport, Reason, Told

_TOLD: Mapping[Reason, str] = {
    "scheme_differs": mark(
        "{file} follows the scheme {there}, this project {here}. Nothing was merged from it."
    ),
    "nothing_in_it": mark("{file} holds no work of anybody who could be merged."),
    "same_file": mark("{file} is the open project itself."),
    "text_differs": mark(
        "{file}: the text of {article} is another one here. {annotator}'s work on it stayed out; give "
        "{annotator} a new package."
    ),
    "article_missing": mark(
        "{file}: there is no article {article} here. {annotator}'s work on it stayed out; import the "
        "article, then merge again."
    ),
    "articles_missing": mark(
        "{file}: none of its {number} articles with work on them is in this project. Nothing was merged from "
        "it; if it is the right file, import its articles, then merge again."
    ),
    "tokens_differ": mark(
        "{file}: the words of {article} are cut otherwise here. {annotator}'s work on it stayed out; give "
        "{annotator} a new package."
    ),
    "changed_in_both": mark(
        "{file}: {annotator} has worked on {article} here and in the file. What is here stays; to take the "
        "file's, undo what was done here and merge again."
    ),
    "cluster_changed_in_both": mark(
        "{file}: {annotator}'s clusters in {article} were changed here and in the file. What is here stays; "
        "to take the file's, undo what was done here and merge again."
    ),
    "does_not_fit": mark(
        "{file}: {annotator}'s work on {article} stayed out: {because} Have it changed in the file, then "
        "merge again."
    ),
    "kind_differs": mark(
        "{file}: {annotator} is something else here: a person, a program or a second pass. Another name must "
        "be taken."
    ),
    "zones_differ": mark(
        "{file}: several have corrected the text parts of {article}. The latest correction holds."
    ),
    "unreadable": mark("{because}"),
}


class MergeResultDialog(Dialog):
    """Offers to take the merge back, and to merge once more what follows another scheme."""

    help_section = "team"
    undo_requested = Signal()
    other_scheme_requested = Signal()

    def __init__(self, look: Look, report: MergeReport, parent: QWidget | None = None) -> None:
        super().__init__(look, _title(report), parent, width=640)
        for text in summary(report):
            self.add_text(text, role="")
        self.list = reasons_list(look, list(map(told_sentence, report.told)), name=tr("What did not come in"))
        self.body.addWidget(self.list)
        self.list.setVisible(self.list.count() > 0)
        self.undo_button = button(tr("Take back"))
        self.undo_button.setVisible(bool(report.merged))
        self.other_button = button(tr("Merge in spite of the scheme"))
        self.other_button.setVisible(any(told.reason == "scheme_differs" for told in report.told))
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self.undo_button.clicked.connect(lambda: self._leave(self.undo_requested))
        self.other_button.clicked.connect(lambda: self._leave(self.other_scheme_requested))
        self.column.addLayout(row(self.undo_button, self.other_button, None, close))

    def _leave(self, signal: object) -> None:
        self.accept()
        signal.emit()  # type: ignore[attr-defined]


def _title(report: MergeReport) -> str:
    return tr("Merge cancelled") if report.cancelled else tr("Merge finished")


def summary(report: MergeReport) -> list[str]:
    """Return what happened in a few sentences."""
    if report.cancelled:
        return [tr("Nothing was merged.")]
    lines = [
        tr("{name}: {articles}.").format(
            name=quoted(name), articles=tr("%Ln article(s) came in or grew", "", count)
        )
        for name, count in report.merged.items()
    ]
    if report.unchanged:
        lines.append(tr("%Ln set(s) were here already.", "", report.unchanged))
    return lines or [tr("Nothing new came in.")]


def told_sentence(told: Told) -> str:
    """Return what was not merged, why, and the remedy."""
    facts = {
        **told.facts,
        "file": told.source.name,
        "annotator": told.annotator,
        "article": told.article,
        "because": sentence(told.error) if told.error is not None else "",
    }
    return tr(_TOLD[told.reason]).format_map(facts)
