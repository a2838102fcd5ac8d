"""Agreement and the report, from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from annotator.gui.dialogs.base import Dialog
from annotator.gui.evaluating import go_to, step_aside
from annotator.gui.files import ask_save
from annotator.gui.hindrance import unseen_sentence
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job
from annotator.gui.widgets.fields import CheckBox

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.main_window import MainWindow

_REPORT = "annotator.services.reporting:report_to"


def show_agreement(window: MainWindow) -> None:
    """Show how far the annotators agree, beside the window, so that a place can be looked at."""
    from annotator.gui.agreement.dialog import AgreementDialog

    desk = window.desk
    if desk is None:
        return
    dialog = window.findChild(AgreementDialog)
    if dialog is None:
        dialog = AgreementDialog(window.look, desk.session, desk.language, window)
        dialog.place_chosen.connect(lambda place, layer: go_to(window, place, layer))
        dialog.place_chosen.connect(lambda *_: step_aside(window, dialog, "agreement"))
        dialog.report_requested.connect(lambda: ask_report(window))
        desk.destroyed.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: window.regain_focus() if window.desk is desk else None)
    elif dialog.closed:
        dialog.compare()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def ask_report(window: MainWindow) -> None:
    """Ask where the report is to go, and write it in a worker process."""
    from annotator.services.agreement import may_see
    from annotator.services.roles import is_lead

    desk = window.desk
    if desk is None:
        return
    project, person = desk.session.project, desk.session.annotator
    if not may_see(project, person):
        told = tr("Agreement can be seen when the lead has opened the review.")
        window.status.tell(unseen_sentence(project.store, person, closed=told))
        return
    for_lead = False
    if is_lead(project.store, person):
        question = Dialog(window.look, tr("Write report"), window)
        question.add_text(tr("One HTML file that needs no network: progress, agreement, disagreements."))
        box = CheckBox(window.look, tr("With times and hasty runs of each person, for the lead only"))
        question.body.addWidget(box)
        question.add_buttons(tr("Write …"))
        if question.exec() != QDialog.DialogCode.Accepted:
            window.regain_focus()
            return
        for_lead = box.isChecked()
    target = ask_save(window, tr("Write report"), project.path.with_suffix(".html"), tr("Pages (*.html)"))
    if target is not None:
        write_report(window, target, for_lead=for_lead)


def write_report(window: MainWindow, target: Path, *, for_lead: bool) -> None:
    """Write the report in the language of the window, with progress, until it is there or given up."""
    desk = window.desk
    if desk is None:
        return
    session = desk.session
    job = Job(_REPORT, session.project.path, session.annotator, target, desk.language, for_lead=for_lead)

    def end(written: object) -> None:
        if written is not None:
            told = tr("{name} was written.").format(name=target.name)
            window.status.tell(told if written else tr("No report was written."))

    window.exports.run(job, tr("Write report"), str(target), end)
