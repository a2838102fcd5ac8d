"""The menu that asks for another chain, by its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from annotator.core.chains import Chain
from annotator.gui.models.chains import title_of
from annotator.gui.panels.shown import Shown


def open_chain_menu(
    parent: QWidget,
    shown: Shown,
    chains: Sequence[Chain],
    where: QPoint,
    choose: Callable[[Chain], object],
) -> QMenu:
    """Show chains with their numbers; those of one digit are chosen by typing it."""
    menu = QMenu(parent)
    menu.setObjectName("chainMenu")
    for chain in chains:
        typed = "&" if chain.number < 10 else ""
        name = title_of(shown, chain).replace("&", "&&")
        action = menu.addAction(f"{typed}{chain.number}   {name}")
        action.triggered.connect(lambda _=False, chain=chain: choose(chain))
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(where)
    return menu
