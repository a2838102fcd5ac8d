"""All guidelines of the scheme, label by label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.core.scheme import Label, RelationType, Scheme
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.label_keys import key_caption
from annotator.gui.look import Look
from annotator.gui.panels.shown import example_parts
from annotator.gui.widgets.fields import row
from annotator.gui.widgets.keycap import KeyCap
from annotator.gui.widgets.labels import label, line
from annotator.gui.widgets.prose import Prose


class GuidelinesDialog(Dialog):
    """Every label with its guideline and example; opens at the label that has the focus."""

    def __init__(
        self, look: Look, scheme: Scheme, language: str, at: str = "", parent: QWidget | None = None
    ) -> None:
        title = tr("Guidelines: {scheme}").format(scheme=f"{scheme.name} {scheme.version}")
        super().__init__(look, title, parent, width=640)
        self.want_height(620)
        self._language = language
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, look.px(16), 0)
        self._column.setSpacing(look.px(8))
        self._places: dict[str, QWidget] = {}
        for layer in scheme.layers:
            self._heading(layer.text.get(language))
            for one in layer.labels:
                self._add_label(one, f"{layer.name}/{one.name}")
        if scheme.relations:
            self._heading(tr("Relations"))
            for kind in scheme.relations:
                self._add_relation(kind)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area)
        self.add_close()
        self._target = self._places.get(at)

    def show_target(self) -> None:
        """Scroll to the label that was asked for."""
        if self._target is not None:
            self._inside.adjustSize()
            self._area.verticalScrollBar().setValue(self._target.y())

    def _heading(self, text: str) -> None:
        self._column.addSpacing(self.look.px(8))
        self._column.addWidget(label(self.look, text, size=15, weight=QFont.Weight.DemiBold))
        self._column.addWidget(line())

    def _add_label(self, one: Label, place: str) -> None:
        colour = QColor(self.look.theme.label(one.colours))
        self._add(place, one.text.get(self._language), one.key, one.guideline.get(self._language))
        example = one.example.get(self._language).strip()
        if example:
            frame = QFrame()
            frame.setObjectName("example")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(self.look.px(8), 0, 0, 0)
            shown = Prose(self.look, italic=True)
            shown.set_parts(example_parts(example), colour)
            inside.addWidget(shown)
            self._column.addWidget(frame)

    def _add_relation(self, kind: RelationType) -> None:
        self._add("", kind.text.get(self._language), kind.key, kind.guideline.get(self._language))

    def _add(self, place: str, name: str, key: str, guideline: str) -> None:
        heading = QWidget()
        cap = KeyCap(key_caption(key), self.look) if key else None
        title = label(self.look, name, weight=QFont.Weight.DemiBold)
        heading.setLayout(row(title, *([cap] if cap else []), None))
        self._column.addWidget(heading)
        if place:
            self._places[place] = heading
        text = Prose(self.look)
        text.set_text(guideline.strip())
        self._column.addWidget(text)
