"""The options of a review as a menu: the lead's rules, whose names are shown, what else there is to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from annotator.core.scheme import Scheme
from annotator.gui.i18n import Language, mark, tr
from annotator.gui.review.header import ReviewHeader
from annotator.gui.review.session import ReviewSession
from annotator.services.reviewing_rules import Rule, Rules

_NAMES = {
    Rule.ALL: mark("Take over what all say"),
    Rule.MAJORITY: mark("Take over what the majority says"),
    Rule.NEVER: mark("Decide everything by hand"),
}


def fill_options(
    header: ReviewHeader,
    session: ReviewSession,
    scheme: Scheme,
    language: Language,
    show_lessons: Callable[[], object],
) -> None:
    """Show the rules in force and the rest in the header's menu; it is made anew when a rule is chosen."""

    def change(rules: Rules) -> None:
        session.set_rules(rules)
        fill_options(header, session, scheme, language, show_lessons)

    may = not session.service.project.store.read_only and session.service.hindrance is None
    menu = _rules_menu(header.options, scheme, language, session.service.rules, change)
    for action in menu.actions():
        action.setEnabled(may)
    menu.addSeparator()
    hide = menu.addAction(tr("Hide names"))
    hide.setCheckable(True)
    hide.setChecked(session.hidden)
    hide.toggled.connect(session.hide_names)
    write = menu.addAction(tr("Write gold set"))
    write.setEnabled(may)
    write.triggered.connect(session.write_gold)
    menu.addAction(tr("What the guideline should learn")).triggered.connect(show_lessons)
    header.write.setEnabled(may)


def _rules_menu(
    button: QToolButton, scheme: Scheme, language: Language, rules: Rules, change: Callable[[Rules], object]
) -> QMenu:
    """Put a menu of rules in the place of a button's; choosing one gives the changed rules to ``change``."""
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
    return menu


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
