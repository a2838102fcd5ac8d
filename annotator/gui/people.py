"""Who annotates in the open project: chosen when it is opened, changed only with open eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from annotator.services.roles import leads, package_for, people, second_passes

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.services.opening import Opened
    from annotator.services.project import Project


class People(QObject):
    """Asks for the name of who sits at one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.context.settings

    def who_in(self, opened: Opened, *, sure: bool = False) -> str:
        """Return who annotates in a project; asks where the name is not known there; nothing if refused.

        A project that can only be read shows what somebody else did, and leaves one's own name as it is.
        """
        name = self._settings.current.annotator
        if second := _own_second_pass(opened.project, name):
            return second
        known = humans(opened.project)
        if name and (sure or not known or name in (*known, *leads(opened.project.store))):
            return name
        chosen = self._choose(opened.project, name)
        if not chosen:
            return ""
        if (opened.hindrance is None or not name) and chosen not in second_passes(opened.project.store):
            self._settings.update(annotator=chosen)
        return chosen

    def ask_other(self) -> None:
        """Ask who goes on, and show her annotations."""
        desk = self._window.desk
        if desk is None:
            return
        project, current = desk.session.project, desk.session.annotator
        chosen = self._choose(project, current, current=current)
        if chosen and chosen != current:
            self._window.remember()
            if chosen in second_passes(project.store) or chosen == self._settings.current.annotator:
                self._window.projects.again(chosen)
                return
            changed = msgspec.structs.replace(self._settings.current, annotator=chosen)
            self._window.context.change_settings(changed)
        self._window.regain_focus()

    def _choose(self, project: Project, name: str, *, current: str = "") -> str:
        """Ask for a name; nothing if refused."""
        from annotator.gui.dialogs.name import NameDialog

        dialog = NameDialog(
            self._window.look,
            name,
            self._window,
            known=humans(project),
            leads=leads(project.store),
            current=current,
            again=second_passes(project.store),
        )
        return dialog.name if dialog.exec() == QDialog.DialogCode.Accepted else ""

    def agrees(self, name: str) -> bool:
        """Tell whether another name may be taken: asks, naming both, where a set of annotations is left."""
        desk = self._window.desk
        if desk is None:
            return True
        from annotator.gui.dialogs.base import Dialog
        from annotator.gui.dialogs.name import consequence
        from annotator.gui.i18n import tr

        said = consequence(desk.session.annotator, name, humans(desk.session.project))
        if not said:
            return True
        question = Dialog(self._window.look, tr("Annotate under another name?"), self._window)
        question.add_text(said, role="")
        question.add_buttons(tr("Go on as {name}").format(name=name.replace("&", "&&")))
        return question.exec() == QDialog.DialogCode.Accepted


def _own_second_pass(project: Project, name: str) -> str:
    """Return the second pass that a work package is for, if it is that of ``name``."""
    mine = package_for(project.store)
    return mine if name and second_passes(project.store).get(mine) == name else ""


def humans(project: Project) -> tuple[str, ...]:
    """Return the persons who have annotated in a project by name, their second passes too."""
    return people(project.store)
