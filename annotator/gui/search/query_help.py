"""What can be searched, in a window below the field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.gui.i18n import mark, tr
from annotator.gui.look import Look
from annotator.gui.widgets.labels import label

_ROWS = (
    (mark("bridge closed"), mark("articles with both words")),
    (mark('"bridge closed"'), mark("the words one behind the other")),
    (mark("label:PER"), mark("annotations with this label; label:PER,ORG: one of them")),
    (mark("text:Weber"), mark("annotations on this text")),
    (mark("status:suggested"), mark("or accepted, rejected")),
    (mark("score:<0.6"), mark("how certain a suggestion is")),
    (mark("note:unclear"), mark("what the note says")),
    (mark("flag:yes"), mark("marked as difficult")),
    (mark("title:bridge outlet:echo"), mark("of the article")),
    (mark("date:2024-03..2024-05"), mark("day of the article; also date:2024")),
    (mark("state:new open:yes"), mark("how far the article is, whether suggestions are open")),
    (mark("-status:rejected"), mark("a minus sign turns a condition round")),
)


class QueryHelp(QFrame):
    """Examples of queries, each with what it finds; Esc or a click elsewhere closes it."""

    def __init__(self, look: Look, scheme: Scheme, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("keysOverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        grid.setHorizontalSpacing(look.px(20))
        grid.setVerticalSpacing(look.px(6))
        rows = [(tr(example), tr(meaning)) for example, meaning in _ROWS]
        for attribute in scheme.attributes[:1]:
            value = attribute.values[0].name if attribute.values else "…"
            rows.append((f"{attribute.name}:{value}", attribute.text.get(language)))
        for place, (example, meaning) in enumerate(rows):
            grid.addWidget(label(look, example, weight=QFont.Weight.DemiBold), place, 0)
            grid.addWidget(label(look, meaning, role="secondary"), place, 1)

    def show_below(self, widget: QWidget) -> None:
        """Show it with its right edge at that of ``widget``."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width(), widget.height()))
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
