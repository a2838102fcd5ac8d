"""Editing a mention before it is taken: label, borders, attributes and time value."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from annotator.core import edits
from annotator.core.annotation import Mention, attributes
from annotator.core.article import Article
from annotator.core.errors import InvalidEdit
from annotator.core.scheme import AttributeKind, Scheme
from annotator.core.state import Layered, overlay
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import Language, tr
from annotator.gui.keymap import sequence
from annotator.gui.look import Look
from annotator.gui.widgets.fields import Combo, row, tool_button
from annotator.gui.widgets.keycap import key_text
from annotator.gui.widgets.labels import label

_BORDERS: tuple[tuple[str, edits.Edge, int, str], ...] = (
    ("◂ |", "start", 1, "Alt+Shift+Left"),
    ("| ▸", "start", -1, "Alt+Shift+Right"),
    ("◂ |", "end", -1, "Alt+Left"),
    ("| ▸", "end", 1, "Alt+Right"),
)
"""Each border's buttons: their face, which way, and the key that does the same."""


class EditMention(Dialog):
    """``mention`` is the edited version."""

    def __init__(
        self,
        look: Look,
        article: Article,
        scheme: Scheme,
        language: Language,
        mention: Mention,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Edit, then take"), parent)
        self.mention = mention
        self._article = article
        self._scheme = scheme
        self._language = language
        self._words = label(look, wrap=True, size=13)
        self.labels = Combo(self.look)
        self.labels.setAccessibleName(tr("Label"))
        layer = scheme.layer(mention.layer)
        for each in layer.labels if layer else ():
            self.labels.addItem(each.text.get(language), each.name)
        self.labels.setCurrentIndex(self.labels.findData(mention.label))
        self.labels.activated.connect(self._relabel)
        self._fields: dict[str, QComboBox | QLineEdit] = {}
        self._attributes: list[QWidget | QLabel] = []
        self.body.addWidget(self._words)
        buttons = []
        for words, edge, tokens, key in _BORDERS:
            made = tool_button(words)
            side = tr("Beginning") if edge == "start" else tr("End")
            outwards = tr("outwards") if tokens > 0 else tr("inwards")
            made.setAccessibleName(f"{side} {outwards}")
            made.setToolTip(f"{side} {outwards} ({key_text(key)})")
            made.clicked.connect(lambda _=False, e=edge, t=tokens: self.grow(e, t))
            pressed = QShortcut(sequence(key), self)
            pressed.activated.connect(lambda e=edge, t=tokens: self.grow(e, t))
            buttons.append(made)
        begin, end = label(look, tr("Beginning")), label(look, tr("End"))
        self.body.addLayout(row(begin, *buttons[:2], None, end, *buttons[2:]))
        keys = " · ".join(key_text(key) for _, _, _, key in _BORDERS)
        self.body.addWidget(label(look, keys, role="secondary", wrap=True))
        self.body.addLayout(row(label(look, tr("Label")), self.labels, None))
        self._show_attributes()
        self.add_buttons(tr("Take"))
        self._show()
        self.labels.setFocus()

    def grow(self, edge: edits.Edge, tokens: int) -> None:
        """Move a border by words."""
        state = overlay(Layered({self.mention.id: self.mention}), Layered(), zones=())
        try:
            plan = edits.grow(state, self._article, self.mention.id, edge=edge, tokens=tokens)
        except InvalidEdit:
            return
        for change in plan.changes:
            if isinstance(change.after, Mention):
                self.mention = replace(self.mention, fragments=change.after.fragments)
        self._show()

    def accept(self) -> None:
        """Take over what the fields say."""
        values = {
            name: field.currentData() if isinstance(field, QComboBox) else field.text().strip()
            for name, field in self._fields.items()
        }
        self.mention = replace(self.mention, attributes=attributes(values))
        super().accept()

    def _relabel(self) -> None:
        self.mention = replace(self.mention, label=self.labels.currentData())
        self._show_attributes()

    def _show(self) -> None:
        self._words.setText(self.mention.text_of(self._article.text))

    def _show_attributes(self) -> None:
        for widget in self._attributes:
            widget.hide()
            widget.deleteLater()
        self._attributes, self._fields = [], {}
        for attribute in self._scheme.attributes_of(self.mention.layer, self.mention.label):
            value = self.mention.attribute(attribute.name) or attribute.default
            field: QComboBox | QLineEdit
            if attribute.kind is AttributeKind.CHOICE:
                field = Combo(self.look)
                field.addItem("–", "")
                for choice in attribute.values:
                    field.addItem(choice.text.get(self._language), choice.name)
                field.setCurrentIndex(max(0, field.findData(value)))
            else:
                field = QLineEdit(value)
            field.setAccessibleName(attribute.text.get(self._language))
            title = label(self.look, attribute.text.get(self._language))
            self.body.addWidget(title)
            self.body.addWidget(field)
            self._attributes += [title, field]
            self._fields[attribute.name] = field
