"""Every action of the window in one table: a module for each menu, and here all of them."""

from __future__ import annotations

from annotator.gui.actions import annotation, edit, export, file, help, team, view
from annotator.gui.actions.spec import RECENT, SEPARATOR, ZONES, ActionSpec, Menu, Need

__all__ = ["ACTIONS", "MENUS", "RECENT", "SEPARATOR", "ZONES", "ActionSpec", "Menu", "Need"]

_MODULES = (file, edit, view, annotation, team, export, help)

ACTIONS: tuple[ActionSpec, ...] = tuple(spec for module in _MODULES for spec in module.ACTIONS)
MENUS: tuple[Menu, ...] = tuple(module.MENU for module in _MODULES)
