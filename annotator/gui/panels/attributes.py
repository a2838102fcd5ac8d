"""The attributes of a mention: a choice as a combo box, anything else as a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.annotation import Mention, Status
from annotator.core.scheme import Attribute, AttributeKind
from annotator.core.timex import check_label
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark, tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section, clear
from annotator.gui.panels.shown import Shown
from annotator.gui.panels.slot_row import NAME_WIDTH
from annotator.gui.widgets.fields import Combo
from annotator.gui.widgets.labels import ElidedLabel, label, set_role

NOTHING = "–"

_FAULTS = {
    "value_malformed": mark("Not a TIMEX3 value, such as 2024-03-14 or P3D."),
    "value_of_other_kind": mark("A TIMEX3 value, but of another type than this label."),
    "value_out_of_range": mark("There is no such month, week, hour or minute."),
    "no_such_day": mark("This month has no such day."),
}


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
        made_for = mention and (mention.id, mention.layer, mention.label, mention.attributes)
        if mention is None or made_for == self._made_for:
            return
        self._made_for = made_for
        clear(self._rows)
        self._fields = [self._add(attribute, mention, shown.language) for attribute in attributes]

    def _add(self, attribute: Attribute, mention: Mention, language: str) -> QWidget:
        name = attribute.text.get(language)
        value = mention.attribute(attribute.name)

        def store(new: str) -> None:
            self._annotating.set_attribute(mention.id, attribute.name, new)

        made = (
            _combo(self.look, attribute, value, language, store)
            if attribute.kind is AttributeKind.CHOICE
            else _line(attribute, value, store)
        )
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
        if isinstance(made, QLineEdit) and attribute.kind is AttributeKind.TIMEX:
            self._rows.addWidget(self._remark_for(made, mention.label))
        return made

    def _back_to_text(self) -> None:
        """Give the keyboard back: the field is made anew with what was typed, and would take it along."""
        self._annotating.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remark_for(self, field: QLineEdit, kind: str) -> QWidget:
        remark = label(self.look, role="error", wrap=True)

        def check(text: str) -> None:
            fault = check_label(kind, text.strip())
            set_role(field, "state", "error" if fault else "")
            remark.setText(tr(_FAULTS.get(fault, _FAULTS["value_malformed"])) if fault else "")
            remark.setVisible(fault is not None)

        field.textChanged.connect(check)
        check(field.text())
        return remark


def _combo(
    look: Look, attribute: Attribute, value: str, language: str, store: Callable[[str], None]
) -> QWidget:
    combo = Combo(look)
    if not attribute.default:
        combo.addItem(NOTHING, "")
    for one in attribute.values:
        combo.addItem(one.text.get(language), one.name)
    known = combo.findData(value)
    if known < 0:
        combo.insertItem(0, value or NOTHING, value)
        known = 0
    combo.setCurrentIndex(known)
    combo.activated.connect(lambda index: store(str(combo.itemData(index))))
    return combo


def _line(attribute: Attribute, value: str, store: Callable[[str], None]) -> QWidget:
    field = QLineEdit(value)
    if attribute.kind is AttributeKind.TIMEX:
        field.setPlaceholderText("2024-03-14")

    def leave() -> None:
        if field.isModified():
            field.setModified(False)
            store(field.text().strip())

    field.editingFinished.connect(leave)
    return field
