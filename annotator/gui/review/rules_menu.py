"""The lead's rules as a menu: which agreement is taken over by itself, for all layers and for each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from annotator.core.scheme import Scheme
from annotator.gui.i18n import Language, mark, tr
from annotator.services.reviewing_rules import Rule, Rules

_NAMES = {
    Rule.ALL: mark("Take over what all say"),
    Rule.MAJORITY: mark("Take over what the majority says"),
    Rule.NEVER: mark("Decide everything by hand"),
}


def fill_rules_menu(
    button: QToolButton, scheme: Scheme, language: Language, rules: Rules, change: Callable[[Rules], object]
) -> None:
    """Show the rules in force in a button's menu; choosing one gives the changed rules to ``change``."""
    menu = QMenu(button)
    _choices(menu, rules.default, lambda rule: change(Rules(rule, rules.layers)))
    menu.addSeparator()
    for layer in scheme.layers:
        below = menu.addMenu(layer.text.get(language).replace("&", "&&"))
        _choices(below, rules.of(layer.name), _changer(rules, layer.name, change))
    old = button.menu()
    button.setMenu(menu)
    if old is not None:
        old.deleteLater()


def _changer(rules: Rules, layer: str, change: Callable[[Rules], object]) -> Callable[[Rule], object]:
    return lambda rule: change(Rules(rules.default, {**rules.layers, layer: rule}))


def _choices(menu: QMenu, now: Rule, choose: Callable[[Rule], object]) -> None:
    group = QActionGroup(menu)
    for rule, name in _NAMES.items():
        action = menu.addAction(tr(name))
        action.setCheckable(True)
        action.setChecked(rule is now)
        group.addAction(action)
        action.triggered.connect(lambda _=False, r=rule: choose(r))
