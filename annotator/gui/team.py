"""Working apart, from the window: assigning, packages out and back, and the review's door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog

from annotator.core.errors import AnnotatorError
from annotator.gui.dialogs.base import Dialog
from annotator.gui.files import ask_open_many
from annotator.gui.i18n import tr
from annotator.gui.jobs import Job
from annotator.gui.sentences import sentence

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow
    from annotator.services.merge_report import MergeReport
    from annotator.services.packaging import Package

_MERGE = "annotator.services.merging:merge_files"
_PACKAGES = "annotator.services.packaging:make_packages"


def ask_assign(window: MainWindow) -> None:
    """Show how far everybody is, ask how the articles are to be divided, and do it."""
    from annotator.gui.dialogs.assign import AssignDialog
    from annotator.services import assigning, roles

    desk = led(window)
    if desk is None:
        return
    store = desk.session.project.store
    dialog = AssignDialog(window.look, store, desk.session.annotator, window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        dialog.preview()
        if (division := dialog.division) is not None:
            with store.transaction():
                roles.set_leads(store, dialog.leads)
                assigning.assign(store, division.rows, author=desk.session.annotator)
            desk.session.reload()
            desk.open_first()
            window.status.tell(tr("The articles were assigned."))
    window.regain_focus()


def ask_packages(window: MainWindow) -> None:
    """Ask for whom packages are to be made, and make them."""
    from annotator.gui.dialogs.package import PackageDialog
    from annotator.services.progress import queue_progress

    desk = led(window)
    if desk is None:
        return
    project = desk.session.project
    found = queue_progress(project.store)
    people = [one.annotator for one in found if one.articles] or [o.annotator for o in found if o.begun]
    if not people:
        window.dialogs.say_fault(tr("Make work packages"), tr("Nobody has articles yet. Assign them first."))
        return
    dialog = PackageDialog(window.look, project.path, people, window)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        window.regain_focus()
        return
    desk.inspector.note.commit()

    def end(made: tuple[Package, ...] | None) -> None:
        if made is not None:
            window.status.tell(tr("%Ln work package(s) made", "", len(made)))
        window.regain_focus()

    job = Job(_PACKAGES, project.path, dialog.people, dialog.folder)
    _run(window, job, tr("Make work packages"), str(dialog.folder), end)


def ask_merge(window: MainWindow) -> None:
    """Ask for files, and bring in the work in them."""
    desk = led(window)
    if desk is None:
        return
    kinds = tr("Projects (*.annot)")
    merge(window, ask_open_many(window, tr("Merge work"), window.projects.folder, kinds))


def merge(window: MainWindow, files: Sequence[Path], *, other_scheme: bool = False) -> None:
    """Bring the work in files into the open project, and show what became of it."""
    from annotator.gui.dialogs.merge_result import MergeResultDialog

    desk = window.desk
    if desk is None or not files:
        return
    desk.inspector.note.commit()
    session = desk.session
    job = Job(_MERGE, session.project.path, list(files), author=session.annotator, other_scheme=other_scheme)

    def end(report: MergeReport | None) -> None:
        if window.desk is desk:
            session.reload()
        if report is None:
            return
        dialog = MergeResultDialog(window.look, report, window)
        dialog.undo_requested.connect(lambda: undo_merge(window))
        dialog.other_scheme_requested.connect(lambda: merge(window, files, other_scheme=True))
        window.dialogs.show(dialog)

    _run(window, job, tr("Merge work"), "\n".join(file.name for file in files[:5]), end)


def undo_merge(window: MainWindow) -> None:
    """Take the last merge back."""
    from annotator.services.merge_undo import undo_merge

    desk = led(window)
    if desk is None:
        return
    desk.inspector.note.commit()
    try:
        taken = undo_merge(desk.session.project, author=desk.session.annotator)
    except AnnotatorError as error:
        window.dialogs.say_fault(tr("This did not work"), sentence(error))
        return
    desk.session.reload()
    window.status.tell(tr("The merge of {files} was taken back.").format(files=", ".join(taken.sources)))


def ask_review(window: MainWindow) -> None:
    """Ask whether everybody may see everybody's work from now on, or no longer."""
    from annotator.services import roles

    desk = led(window)
    if desk is None:
        return
    store = desk.session.project.store
    is_open = roles.review_open(store)
    question = Dialog(window.look, tr("Close the review") if is_open else tr("Open the review"), window)
    question.help_section = "team"
    if is_open:
        text = tr("Nobody sees another's annotations and figures any more until it is opened again.")
    else:
        text = tr(
            "Everybody can then see everybody's annotations and figures. Who is still annotating is no "
            "longer independent of the others."
        )
    question.add_text(text, role="")
    question.add_buttons(tr("Close review") if is_open else tr("Open review"))
    if question.exec() == QDialog.DialogCode.Accepted:
        roles.set_review(store, is_open=not is_open)
        window.status.tell(tr("The review is closed.") if is_open else tr("The review is open."))
    window.regain_focus()


def led(window: MainWindow) -> Desk | None:
    """Return the desk if who sits at it leads the project; else say who does."""
    from annotator.services import roles

    desk = window.desk
    if desk is None:
        return None
    store = desk.session.project.store
    if roles.is_lead(store, desk.session.annotator):
        return desk
    title = tr("Only who leads the project may do this")
    if roles.package_for(store):
        said = tr("This file is a work package. Send it back; it is merged in the whole project.")
    else:
        said = tr("The project is led by {names}.").format(names=", ".join(roles.leads(store)))
    window.dialogs.say_fault(title, said)
    return None


def _run(window: MainWindow, job: Job, title: str, text: str, end: Callable[[Any], object]) -> None:
    from annotator.gui.foreground import run_in_front

    job.setParent(window)

    def ended(result: object) -> None:
        job.deleteLater()
        end(result)

    run_in_front(window, job, title, text, ended)
