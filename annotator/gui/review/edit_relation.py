"""Editing a relation before it is taken: where it begins, where it leads, and its label or role."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Mention, Relation
from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import Language, tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import Combo, link
from annotator.gui.widgets.keycap import key_text

_AROUND = 25
"""Code points of context beside a mention that others share their words with."""


class EditRelation(Dialog):
    """``relation`` is the edited version; ``mentions`` are all that its ends may be."""

    def __init__(
        self,
        look: Look,
        article: Article,
        scheme: Scheme,
        language: Language,
        relation: Relation,
        mentions: tuple[Mention, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Edit, then take"), parent)
        self._article = article
        self._scheme = scheme
        self._language = language
        self._before = relation
        self._mentions = {mention.id: mention for mention in mentions}
        self.head = self._ends(tr("From"), relation.head)
        self.tail = self._ends(tr("To"), relation.tail)
        self.labels = Combo(self.look)
        self.labels.setAccessibleName(tr("Relation"))
        self.add_field(tr("From"), self.head)
        self.add_field(tr("Relation"), self.labels)
        self.add_field(tr("To"), self.tail)
        swap = link(tr("Swap ends"))
        swap.setShortcut(QKeySequence("Alt+U"))
        swap.setToolTip(key_text("Alt+U"))
        swap.clicked.connect(self.turn)
        self.yes_button, _ = self.add_buttons(tr("Take"), beside=swap)
        for field in (self.head, self.tail):
            field.currentIndexChanged.connect(lambda _: self._offer())
        self._offer(relation.label)
        self.labels.setFocus()

    @property
    def relation(self) -> Relation | None:
        """What was chosen; ``None`` where the scheme allows nothing between these mentions."""
        label = self.labels.currentData()
        if label is None:
            return None
        return replace(self._before, label=label, head=self.head.currentData(), tail=self.tail.currentData())

    def turn(self) -> None:
        """Swap the ends."""
        head, tail = self.head.currentIndex(), self.tail.currentIndex()
        self.head.setCurrentIndex(tail)
        self.tail.setCurrentIndex(head)

    def _ends(self, name: str, now: str) -> Combo:
        field = Combo(self.look)
        field.setAccessibleName(name)
        field.setMinimumContentsLength(30)
        for mention in self._mentions.values():
            field.addItem(self._words(mention), mention.id)
        field.setCurrentIndex(max(0, field.findData(now)))
        return field

    def _words(self, mention: Mention) -> str:
        """Return a mention's words with what stands around them, so that equal ones can be told apart."""
        text, label = self._article.text, self._scheme.label(mention.layer, mention.label)
        chip = label.chip(self._language) if label else mention.label
        before = " ".join(text[max(0, mention.start - _AROUND) : mention.start].split())
        after = " ".join(text[mention.end : mention.end + _AROUND].split())
        return f"{' '.join(mention.text_of(text).split())}  ({chip})  … {before} | {after} …"

    def _offer(self, wanted: str | None = None) -> None:
        wanted = wanted or self.labels.currentData()
        self.labels.clear()
        head, tail = (self._mentions[field.currentData()] for field in (self.head, self.tail))
        choices = self._scheme.relation_choices(head, tail) if head.id != tail.id else ()
        for choice in choices:
            self.labels.addItem(choice.text.get(self._language), choice.name)
        self.labels.setCurrentIndex(max(0, self.labels.findData(wanted)))
        there = self.labels.count() > 0
        self.labels.setEnabled(there)
        self.yes_button.setEnabled(there)
        self.show_fault("" if there else tr("The scheme has no relation between these two."))
