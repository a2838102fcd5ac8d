"""What the guideline says, in the inspector."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QVBoxLayout

from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.panels.section import Section
from annotator.gui.panels.shown import Shown, example_parts
from annotator.gui.widgets.prose import Prose


class GuidelineSection(Section):
    """What the scheme says about the label, with its example."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Guideline"))
        self._text = Prose(look)
        self._example = Prose(look, italic=True)
        self._frame = QFrame()
        self._frame.setObjectName("example")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(look.px(8), 0, 0, look.px(4))
        inside.addWidget(self._example)
        self.body.addWidget(self._text)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self._frame)

    def show_item(self, shown: Shown) -> None:
        """Show the guideline of a mention's label, or of a relation's type."""
        name, guideline, example = "", "", ""
        label = shown.label
        if label is not None:
            name = label.text.get(shown.language)
            guideline, example = label.guideline.get(shown.language), label.example.get(shown.language)
        elif shown.relation is not None:
            wanted = shown.relation.label
            kind = next((kind for kind in shown.scheme.relations if kind.name == wanted), None)
            if kind is not None:
                name, guideline = kind.text.get(shown.language), kind.guideline.get(shown.language)
        self.setVisible(bool(guideline or example))
        self.remark.setText(name)
        self._text.set_text(guideline.strip())
        self._frame.setVisible(bool(example))
        colour = QColor(self.look.theme.label(label.colours)) if label is not None else QColor()
        self._example.set_parts(example_parts(example.strip()), colour)
