"""The attributes of a mention: a choice as a combo box, anything else as a field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.annotation import Mention, Origin, Provenance, Status
from annotator.core.scheme import Attribute, AttributeKind
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section, clear
from annotator.gui.panels.shown import Shown
from annotator.gui.panels.slot_row import NAME_WIDTH
from annotator.gui.panels.time_field import TimeField
from annotator.gui.widgets.fields import Combo
from annotator.gui.widgets.labels import ElidedLabel

NOTHING = "–"
_ANYBODY = Provenance(Origin.HUMAN, "")


class AttributesSection(Section):
    """One row for each attribute that the label has."""

    def __init__(self, look: Look, annotating: Annotating) -> None:
        super().__init__(look, tr("Attributes"))
        self._annotating = annotating
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(4))
        self.body.addLayout(self._rows)
        self._fields: list[QWidget] = []
        self._made_for: object = None

    @property
    def first_field(self) -> QWidget | None:
        """The field that the keyboard goes to."""
        return self._fields[0] if self._fields else None

    def show_item(self, shown: Shown) -> None:
        """Show the attributes of a mention. Fields stay as they are while nothing about them changes."""
        mention = shown.mention
        attributes = shown.scheme.attributes_of(mention.layer, mention.label) if mention else ()
        self.setVisible(bool(attributes) and mention is not None and mention.status is not Status.REJECTED)
        offered = self._annotating.proposing.of(mention)
        made_for = mention and (replace(mention, note="", provenance=_ANYBODY), offered)
        if mention is None or made_for == self._made_for:
            return
        self._made_for = made_for
        clear(self._rows)
        self._fields = [self._add(attribute, mention, shown.language) for attribute in attributes]

    def _add(self, attribute: Attribute, mention: Mention, language: str) -> QWidget:
        name = attribute.text.get(language)

        def store(new: str) -> None:
            self._annotating.set_attribute(mention.id, attribute.name, new)

        made = self._field(attribute, mention, language, store)
        if isinstance(made, QLineEdit):
            made.returnPressed.connect(self._back_to_text)
        made.setAccessibleName(name)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(8))
        title = ElidedLabel(self.look, name, role="secondary")
        title.setFixedWidth(self.look.px(NAME_WIDTH))
        row.addWidget(title)
        row.addWidget(made, 1)
        self._rows.addWidget(holder)
        if isinstance(made, TimeField):
            self._rows.addWidget(made.remark)
            made.check()
        return made

    def _field(
        self, attribute: Attribute, mention: Mention, language: str, store: Callable[[str], None]
    ) -> QWidget:
        proposing = self._annotating.proposing
        held, offered = mention.attribute(attribute.name), proposing.of(mention).get(attribute.name, "")
        if attribute.kind is AttributeKind.CHOICE:
            return _combo(self.look, attribute, held, offered, language, store)
        if attribute.kind is AttributeKind.TIMEX:
            return TimeField(
                self.look,
                mention.label,
                held=held,
                offered=offered,
                read=lambda text: proposing.typed(mention, text, now=held or offered),
                store=lambda value: self._take(mention, attribute.name, value),
            )
        return _line(held, offered, store)

    def _take(self, mention: Mention, name: str, value: str) -> None:
        """Store the value of a time, and with it what else is offered."""
        others = self._annotating.proposing.of(mention) if value else {}
        self._annotating.set_attributes(mention.id, {**others, name: value})

    def _back_to_text(self) -> None:
        """Give the keyboard back: the field is made anew with what was typed, and would take it along."""
        self._annotating.canvas.setFocus(Qt.FocusReason.OtherFocusReason)


def _combo(
    look: Look,
    attribute: Attribute,
    held: str,
    offered: str,
    language: str,
    store: Callable[[str], None],
) -> QWidget:
    combo = Combo(look)
    if not attribute.default:
        combo.addItem(NOTHING, "")
    for one in attribute.values:
        combo.addItem(one.text.get(language), one.name)
    known = combo.findData(held or offered)
    if known < 0:
        combo.insertItem(0, held or NOTHING, held)
        known = 0
    combo.setCurrentIndex(known)
    combo.setProperty("state", "proposed" if offered and not held else "")
    combo.activated.connect(lambda index: store(str(combo.itemData(index))))
    return combo


def _line(held: str, offered: str, store: Callable[[str], None]) -> QWidget:
    field = QLineEdit(held)
    field.setPlaceholderText(offered)

    def leave() -> None:
        if field.isModified():
            field.setModified(False)
            store(field.text().strip())

    field.editingFinished.connect(leave)
    return field
