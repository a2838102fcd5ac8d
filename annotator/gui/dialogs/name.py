"""Who annotates: asked before the first decision in a project, and where somebody else sits down."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import quoted, tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import link
from annotator.gui.widgets.flow import FlowLayout
from annotator.services.roles import RESERVED


class NameDialog(Dialog):
    """Asks for the name of who annotates.

    ``known`` are who has annotated in the project, ``leads`` who leads it; a click takes one. ``again`` tells
    which of them are second passes, and of whom. ``current`` is who annotated until now: a change says what
    becomes of whose annotations.
    """

    help_section = "name"

    def __init__(
        self,
        look: Look,
        name: str,
        parent: QWidget | None = None,
        *,
        known: Sequence[str] = (),
        leads: Sequence[str] = (),
        current: str = "",
        again: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(look, tr("Who annotates?"), parent)
        self._known = tuple(known)
        self._again = again or {}
        self._current = current
        self.add_text(tr("Every decision is kept with the name of who made it. It can be changed later."))
        self.field = QLineEdit(name or _login())
        self.field.selectAll()
        self.add_field(tr("Name"), self.field)
        self._leads = tuple(leads)
        if self._known or self._leads:
            self.add_field(tr("In this project"), self._choices())
        self.consequence = self.add_text("", role="")
        self.yes_button, _ = self.add_buttons(tr("Begin"))
        self.field.textChanged.connect(self._check)
        self._check(self.field.text())
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The name, without blanks around it."""
        return " ".join(self.field.text().split())

    def _choices(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(self.look.px(12), holder)
        for name in dict.fromkeys([*self._leads, *self._known]):
            shown = tr("{name} · lead").format(name=name) if name in self._leads else name
            choice = link(shown.replace("&", "&&"))
            choice.clicked.connect(lambda _=False, name=name: self.field.setText(name))
            flow.addWidget(choice)
        return holder

    def _check(self, text: str) -> None:
        reserved = self.name.casefold() in RESERVED
        self.show_fault(tr("This name is kept for the program itself.") if reserved else "")
        self.yes_button.setEnabled(bool(self.name) and not reserved)
        said = ""
        if self.name in self._again:
            said = tr("{name} annotates for the second time, without a sight of the first.").format(
                name=quoted(self._again[self.name])
            )
        elif self.name and not reserved:
            said = consequence(self._current, self.name, self._known)
        self.consequence.setText(said)
        self.consequence.setVisible(bool(said))


def consequence(before: str, after: str, known: Sequence[str]) -> str:
    """Return what it means that another person goes on in a project; empty if it is the same one."""
    if before == after:
        return ""
    if after in known:
        first = tr("{name} has annotated in this project before and goes on there.")
    elif known:
        first = tr("{name} has not annotated in this project yet and begins with an empty set.")
    else:
        return ""
    said = first.format(name=quoted(after))
    if before and before in known:
        stays = tr("The annotations of {name} stay in the project: they are there again under that name.")
        said += " " + stays.format(name=quoted(before))
    return said


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
