"""The menu of all labels, layer by layer, with the keys that give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from annotator.core.scheme import Colours, Layer, RelationChoice, Scheme
from annotator.gui.label_keys import key_caption
from annotator.gui.look import Look


def swatch(colours: Colours, look: Look) -> QIcon:
    """Return a label's colour as an icon."""
    side = look.px(12)
    drawn = QPixmap(side, side)
    drawn.fill(look.colour("field"))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("field"))
    painter.setBrush(QColor(look.theme.label(colours)))
    painter.drawRoundedRect(0, 0, side, side, 3, 3)
    painter.end()
    return QIcon(drawn)


def fill_label_menu(
    menu: QMenu, scheme: Scheme, look: Look, language: str, choose: Callable[[str, str], object]
) -> None:
    """Put every label of the scheme into ``menu``; ``choose`` gets layer and label."""
    menu.clear()
    for layer in scheme.layers:
        _heading(menu, layer, language)
        for label in layer.labels:
            text = escaped(label.text.get(language))
            action = menu.addAction(f"{text}\t{key_caption(label.key)}" if label.key else text)
            action.setIcon(swatch(label.colours, look))
            action.triggered.connect(lambda _=False, a=layer.name, b=label.name: choose(a, b))


def fill_relation_menu(
    menu: QMenu, choices: Iterable[RelationChoice], language: str, choose: Callable[[str], object]
) -> None:
    """Put the labels that a relation may have into ``menu``."""
    menu.clear()
    for choice in choices:
        action = menu.addAction(escaped(choice.text.get(language)))
        action.triggered.connect(lambda _=False, name=choice.name: choose(name))


def escaped(text: str) -> str:
    """Return ``text`` for a menu, where "&" would mark a key."""
    return text.replace("&", "&&")


def _heading(menu: QMenu, layer: Layer, language: str) -> None:
    if not menu.isEmpty():
        menu.addSeparator()
    heading = menu.addAction(escaped(layer.text.get(language)))
    heading.setEnabled(False)
