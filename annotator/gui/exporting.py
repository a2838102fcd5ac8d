"""Writing a training set from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from annotator.gui.dialogs.base import Dialog
from annotator.gui.dialogs.export import ExportDialog
from annotator.gui.i18n import number, tr
from annotator.gui.jobs import Job
from annotator.services.roles import visible_to

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.services.exporting import ExportReport

_EXPORT = "annotator.services.exporting:export_jsonl"


def ask_export(window: MainWindow) -> None:
    """Ask what to export and write it in a worker process, until it is written or given up."""
    if window.desk is None:
        return
    window.desk.inspector.note.commit()
    project = window.desk.session.project
    target = project.path.with_suffix(".jsonl")
    seen = visible_to(project.store, window.desk.session.annotator)
    people = [one for one in project.store.annotators() if one.name in seen]
    dialog = ExportDialog(window.look, target, people, window)
    while dialog.exec() == QDialog.DialogCode.Accepted:
        if _may_replace(window, dialog.target):
            _start(window, project.path, dialog)
            return
    window.regain_focus()


def _may_replace(window: MainWindow, target: Path) -> bool:
    if not target.exists():
        return True
    question = Dialog(window.look, tr("Export training set"), window)
    question.add_text(tr("{name} is there already. Replace it?").format(name=target.name), role="")
    question.add_buttons(tr("Replace"))
    return question.exec() == QDialog.DialogCode.Accepted


def _start(window: MainWindow, project: Path, dialog: ExportDialog) -> None:
    job = Job(
        _EXPORT,
        project,
        dialog.target,
        annotators=dialog.annotators,
        statuses=dialog.statuses,
    )

    def end(report: ExportReport | None) -> None:
        if report is not None:
            window.status.tell(tr("Export cancelled.") if report.cancelled else report_text(report))

    window.exports.run(job, tr("Export training set"), str(dialog.target), end)


def report_text(report: ExportReport) -> str:
    """Return what was written, in a sentence."""
    text = tr("{lines} lines with {spans} annotations and {relations} relations were written.").format(
        lines=number(report.lines), spans=number(report.spans), relations=number(report.relations)
    )
    if report.open:
        text += " " + tr(
            "The gold set is not done; left to decide: {items}, in articles: {articles}."
        ).format(items=number(report.open), articles=number(report.open_articles))
    return text
