"""Line icons of 16 design pixels, drawn in a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.core.resources import resource
from annotator.gui.look import Look

_SIDE = 16
_DENSITIES = (1.0, 2.0)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, look: Look, *, role: str = "text", density: float = 1.0) -> QPixmap:
    """Return the icon as a pixmap for a screen of ``density`` device pixels per pixel."""
    side = look.px(_SIDE)
    drawn = QPixmap(round(side * density), round(side * density))
    drawn.setDevicePixelRatio(density)
    drawn.fill(Qt.GlobalColor.transparent)
    coloured = _source(name).replace("currentColor", getattr(look.theme, role))
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn


def icon(name: str, look: Look, *, role: str = "text") -> QIcon:
    """Return the icon for buttons and menus, paler when disabled."""
    result = QIcon()
    for density in _DENSITIES:
        result.addPixmap(pixmap(name, look, role=role, density=density), QIcon.Mode.Normal)
        result.addPixmap(pixmap(name, look, role="disabled", density=density), QIcon.Mode.Disabled)
    return result
