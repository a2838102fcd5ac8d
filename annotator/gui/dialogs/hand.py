"""Who is to have some articles: a box for each person, and what that changes before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import number, tr
from annotator.gui.look import Look
from annotator.gui.sentences import sentence
from annotator.gui.widgets.fields import CheckBox
from annotator.gui.widgets.labels import label
from annotator.services import roles
from annotator.services.handing import Handed, hand, holders
from annotator.store import Store

_ALL, _SOME, _NONE = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class HandDialog(Dialog):
    """Works out at each change what the queues would be. ``handed`` is that, or ``None`` where it cannot be.

    A box is checked for who has all the articles, with a dash for who has some; left like that she keeps
    what she has.
    """

    help_section = "team"

    def __init__(
        self, look: Look, store: Store, articles: Sequence[ArticleId], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, tr("Assign chosen articles"), parent, width=560)
        self._store, self._articles = store, articles
        self.handed: Handed | None = None
        self._has = _counts(store, articles)
        self.add_text(tr("%Ln article(s) chosen", "", len(articles)) + ". " + _title(store, articles))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {name: self._box(name) for name in self._people()}
        self._first = {name: box.checkState() for name, box in self.boxes.items()}
        for box in self.boxes.values():
            column.addWidget(box)
        if not self.boxes:
            column.addWidget(label(look, tr("Nobody yet"), role="secondary"))
        self.add_field(tr("For"), holder)
        self.new_field = QLineEdit()
        self.new_field.setPlaceholderText(tr("Names, with commas between them"))
        self.new_field.textChanged.connect(lambda _: self.preview())
        self.add_field(tr("Others as well"), self.new_field)
        self.control_box = CheckBox(look, tr("Without suggestions, as control articles"))
        self.control_box.toggled.connect(lambda _: self.preview())
        self.body.addWidget(self.control_box)
        self.remark = self.add_text("", role="")
        self.yes_button, _ = self.add_buttons(tr("Assign"))
        self.preview()

    @property
    def summary(self) -> str:
        """What is changed, in a few sentences."""
        return " ".join(_told(self.handed)) if self.handed is not None else ""

    def preview(self) -> None:
        """Work out what the boxes say, and show it."""
        new = [name for part in self.new_field.text().split(",") if (name := " ".join(part.split()))]
        give = [*self._turned(_ALL), *new]
        take = self._turned(_NONE)
        self.handed, fault = None, ""
        try:
            self.handed = hand(
                self._store, self._articles, give=give, take=take, control=self.control_box.isChecked()
            )
        except AnnotatorError as error:
            fault = sentence(error)
        self.show_fault(fault)
        self.remark.setText(self.summary or ("" if fault else tr("Nothing changes.")))
        self.yes_button.setEnabled(self.handed is not None and self.handed.changes)
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)  # when the layout knows how long the text is

    def _turned(self, to: Qt.CheckState) -> list[str]:
        """Return whose box is in this state and was not at first: what was left alone changes nothing."""
        return [n for n, box in self.boxes.items() if box.checkState() is to and self._first[n] is not to]

    def _people(self) -> list[str]:
        """Return the persons, but second passes only where they have one of the articles."""
        again = roles.second_passes(self._store)
        return [name for name in roles.people(self._store) if name not in again or self._has.get(name)]

    def _box(self, name: str) -> QCheckBox:
        has, all_ = self._has.get(name, 0), len(self._articles)
        some = 0 < has < all_
        text = tr("{name} (has {number} of them)").format(name=name, number=number(has)) if some else name
        box = CheckBox(self.look, text)
        box.setTristate(some)
        box.setCheckState(_SOME if some else _ALL if has else _NONE)
        box.checkStateChanged.connect(lambda _: self.preview())
        return box


def _counts(store: Store, articles: Sequence[ArticleId]) -> Mapping[str, int]:
    known = holders(store)
    found: dict[str, int] = {}
    for article in articles:
        for name in known.get(article, ()):
            found[name] = found.get(name, 0) + 1
    return found


def _title(store: Store, articles: Sequence[ArticleId]) -> str:
    return store.article(articles[0]).title if len(articles) == 1 else ""


def _told(handed: Handed) -> list[str]:
    lines = [
        tr("{name} gets {articles}.").format(name=name, articles=tr("%Ln article(s)", "", count))
        for name, count in handed.given.items()
    ]
    lines += [
        tr("{articles} taken back from {name}.").format(name=name, articles=tr("%Ln article(s)", "", count))
        for name, count in handed.taken.items()
    ]
    lines += [
        tr("{name} has begun {articles}: that stays with {name}.").format(
            name=name, articles=tr("%Ln article(s)", "", count)
        )
        for name, count in handed.stays.items()
    ]
    lines += [
        tr("{name} then has no article assigned, and so sees all of them.").format(name=name)
        for name in handed.left
    ]
    return lines
