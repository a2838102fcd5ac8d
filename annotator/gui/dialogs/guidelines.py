"""All guidelines of the scheme, label by label."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.core.scheme import Label, RelationType, Scheme
from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.label_keys import key_caption
from annotator.gui.look import Look
from annotator.gui.panels.shown import example_parts
from annotator.gui.widgets.fields import SearchField, row
from annotator.gui.widgets.keycap import KeyCap
from annotator.gui.widgets.labels import label, line
from annotator.gui.widgets.prose import Prose


class GuidelinesDialog(Dialog):
    """Every label with its guideline and example; opens at the label that has the focus."""

    help_section = "scheme"

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
        self._texts: list[Prose] = []
        self._hits: list[tuple[Prose, int]] = []
        self._hit = -1
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
        self._area.setAccessibleName(self.windowTitle())
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search = SearchField(look, icon="search", placeholder=tr("Search in the guidelines"))
        self.search.text_changed.connect(self.look_for)
        self.search.submitted.connect(lambda: self.go(1))
        self.search.submitted_backwards.connect(lambda: self.go(-1))
        self.body.addWidget(self.search)
        self.body.addWidget(self._area)
        self.add_close()
        self._target = self._places.get(at)

    def show_target(self) -> None:
        """Scroll to the label that was asked for."""
        if self._target is not None:
            self._inside.adjustSize()
            self._area.verticalScrollBar().setValue(self._target.y())

    @property
    def hit(self) -> tuple[Prose, int] | None:
        """The text and the number of the place in it that Enter went to."""
        return self._hits[self._hit] if self._hits else None

    def look_for(self, words: str) -> None:
        """Mark every place of some words in names, guidelines and examples, and go to the first."""
        words = words.strip()
        self._hits = [(text, at) for text in self._texts for at in range(text.look_for(words))]
        self._hit = -1
        self.search.set_error(bool(words) and not self._hits)
        self.search.set_remark("")
        self.go(1)

    def go(self, step: int) -> None:
        """Go to the next place of the words, or the previous one, round the guidelines."""
        if not self._hits:
            return
        self._hits[self._hit][0].mark_hit(-1)
        self._hit = (self._hit + step) % len(self._hits)
        text, number = self._hits[self._hit]
        top = text.mapTo(self._inside, QPoint(0, text.mark_hit(number))).y()
        self._area.ensureVisible(0, top + self.look.px(10), 0, self.look.px(60))
        self.search.set_remark(f"{self._hit + 1}/{len(self._hits)}")

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
            self._texts.append(shown)
            shown.set_parts(example_parts(example), colour)
            inside.addWidget(shown)
            self._column.addWidget(frame)

    def _add_relation(self, kind: RelationType) -> None:
        self._add("", kind.text.get(self._language), kind.key, kind.guideline.get(self._language))

    def _add(self, place: str, name: str, key: str, guideline: str) -> None:
        heading = QWidget()
        cap = KeyCap(key_caption(key), self.look) if key else None
        title = Prose(self.look, bold=True)
        title.set_text(name)
        self._texts.append(title)
        line_ = row(title, *([cap] if cap else []))
        line_.setStretch(0, 1)
        heading.setLayout(line_)
        self._column.addWidget(heading)
        if place:
            self._places[place] = heading
        text = Prose(self.look)
        self._texts.append(text)
        text.set_text(guideline.strip())
        self._column.addWidget(text)
