"""The table of actions as Qt's actions, menus and shortcuts of one window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui import icons
from annotator.gui.actions import ACTIONS, MENUS, RECENT, SEPARATOR, ZONES, ActionSpec, Need
from annotator.gui.actions.annotation_describing import VALUE_KEYS
from annotator.gui.i18n import mark, tr
from annotator.gui.keymap import keymap, sequence
from annotator.gui.ordering import follow_order
from annotator.gui.review.mode import OWN_SET_ONLY
from annotator.gui.sentences import step_name
from annotator.gui.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from annotator.gui.desk import Desk
    from annotator.gui.main_window import MainWindow

_GROUPS = (
    ("mode_articles", "mode_annotate", "mode_review", "mode_search"),
    ("arcs_all", "arcs_focus", "arcs_none"),
)

_OF_WORDS = mark("Only annotations of words have this. Space goes to the one that the relation begins at.")
_NOT_NOW = mark("Not possible at the moment.")
_ELSEWHERE = mark("That is done on the page “Annotate”.")
_MISSING = {
    Need.PROJECT: mark("Open a project first."),
    Need.ARTICLE: mark("Open an article first."),
    Need.ITEM: mark("No annotation has the focus."),
    Need.MENTION: mark("No annotation of words has the focus."),
    Need.RELATION: mark("No relation has the focus."),
    Need.UNDO: mark("There is no step to take back."),
    Need.REDO: mark("There is no step to repeat."),
}


class WindowActions(QObject):
    """Holds an action for each entry of the table, by id. Goes with its window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}
        self._shortcuts: list[QShortcut] = []
        keymap().learn(ACTIONS)
        self._bind()
        keymap().changed.connect(self._bind)
        for ids in _GROUPS:
            group = QActionGroup(window)
            for identifier in ids:
                group.addAction(self._actions[identifier])
        self["arcs_all"].setChecked(True)
        self["mode_annotate"].setChecked(True)
        self.recent_menu = QMenu(tr("Open &recent"), window)
        self.zones_menu = QMenu(tr("Text part is"), window)
        self.zones_menu.aboutToShow.connect(self._fill_zones_menu)
        self._menus: list[QMenu] = []
        self._fill_menu_bar()
        self.set_icons()

    def __getitem__(self, identifier: str) -> QAction:
        return self._actions[identifier]

    def bind_canvas(self, canvas: QWidget) -> None:
        """Let the canvas keys work while ``canvas`` has the focus."""
        canvas.addActions(list(self._actions.values()))
        follow_order(self._window)

    def set_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(icons.icon(spec.icon, self._window.look))

    def reason(self, action: QAction) -> str:
        """Return why an action cannot be done in this project; nothing where it can."""
        return self._window.projects.hindrance if self._specs[action.objectName()].writes else ""

    @property
    def page_hindrance(self) -> str:
        """Why the open article cannot be annotated now: another page is shown; empty if it is seen."""
        window = self._window
        seen = window.reviewing.gold is not None or window.pages.currentWidget() is window.desk
        return "" if seen else tr(_ELSEWHERE)

    def hindrance(self, identifier: str) -> str:
        """Return why an action cannot be done now; nothing where it can."""
        spec = self._specs[identifier]
        if spec.writes and self._window.projects.hindrance:
            return self._window.projects.hindrance
        if spec.need not in self._met():
            return tr(_MISSING.get(spec.need, _NOT_NOW))
        return tr(_ELSEWHERE) if self._is_elsewhere(spec) else ""

    def say_why(self, pressed: QKeyCombination) -> None:
        """Tell why a key of an action does nothing now."""
        wanted = QKeySequence(pressed)
        for identifier, action in self._actions.items():
            if not action.isEnabled() and wanted in action.shortcuts():
                about_words = self._specs[identifier].need is Need.MENTION and Need.RELATION in self._met()
                self._window.status.tell(tr(_OF_WORDS) if about_words else self.hindrance(identifier))
                return

    def set_recent(self, paths: Sequence[str]) -> None:
        """List the projects opened lately."""
        self.recent_menu.clear()
        self.recent_menu.setEnabled(bool(paths))
        for path in paths:
            action = self.recent_menu.addAction(path.replace("&", "&&"))
            action.triggered.connect(lambda _=False, p=path: self._window.projects.open(Path(p)))

    def refresh(self) -> None:
        """Enable what makes sense now; in a project that can only be read, nothing that writes."""
        met = self._met()
        hindrance = self._window.projects.hindrance
        for spec in ACTIONS:
            reason = hindrance if spec.writes else ""
            action = self._actions[spec.id]
            action.setEnabled(spec.need in met and not reason and not self._is_elsewhere(spec))
            # Without one, Qt shows the text of the action.
            action.setToolTip(plain_tooltip(reason))
        for menu in self._menus:
            menu.setToolTipsVisible(bool(hindrance))
        desk = self._window.hand
        editor = self._window.reviewing.editor or (desk.session.editor if desk is not None else None)
        for identifier, name in (
            ("undo", editor.undo_name if editor else None),
            ("redo", editor.redo_name if editor else None),
        ):
            word = step_name(name)
            plain = tr(self._specs[identifier].text)
            self._actions[identifier].setText(f"{plain}: {word}" if word else plain)

        self["all_articles"].setChecked(desk is not None and desk.session.everything)
        self._name_values(desk)

    def _name_values(self, desk: Desk | None) -> None:
        """Call the actions that set a value what they set; those without one are nothing to choose."""
        choices = desk.annotating.choices() if desk is not None else []
        for number in range(1, len(VALUE_KEYS) + 1):
            action = self[f"value_{number}"]
            there = desk is not None and number <= len(choices)
            # Where none has any, the key says so.
            action.setVisible(there or not choices)
            if there and desk is not None:
                attribute, value = choices[number - 1]
                name, of = value.text.get(desk.language), attribute.text.get(desk.language)
                action.setText(f"{of}: {name}".replace("&", "&&"))
            else:
                action.setText(tr(self._specs[action.objectName()].text))

    def _is_elsewhere(self, spec: ActionSpec) -> bool:
        """Tell whether an action would change the annotator's own set while another page is shown."""
        about_article = spec.need in (Need.ARTICLE, Need.ITEM, Need.MENTION, Need.RELATION)
        if self.page_hindrance:
            return spec.writes and about_article
        return self._window.reviewing.gold is not None and spec.id in OWN_SET_ONLY

    def _met(self) -> set[Need]:
        met = {Need.NOTHING}
        desk = self._window.hand
        if desk is None:
            return met
        met.add(Need.PROJECT)
        annotating = desk.annotating
        editor = self._window.reviewing.editor or desk.session.editor
        for need, there in (
            (Need.ARTICLE, desk.session.article),
            (Need.ITEM, annotating.item),
            (Need.MENTION, annotating.mention),
            (Need.RELATION, annotating.relation),
            (Need.UNDO, editor.can_undo),
            (Need.REDO, editor.can_redo),
        ):
            if there:
                met.add(need)
        return met

    def _fill_zones_menu(self) -> None:
        from annotator.gui.panels.canvas_menu import ZONE_NAMES

        menu, desk = self.zones_menu, self._window.hand
        menu.clear()
        for kind, name in ZONE_NAMES.items():
            action = menu.addAction(tr(name))
            if desk is None or self._window.projects.hindrance or self.page_hindrance:
                action.setEnabled(False)
            else:
                action.triggered.connect(lambda _=False, k=kind, d=desk: d.set_zone_here(k))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self._window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(False)
        action.triggered.connect(lambda: spec.run(self._window))
        return action

    def _bind(self) -> None:
        """Give every action its keys: those of the canvas to the action, where it has such."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        context = Qt.ShortcutContext
        for identifier, action in self._actions.items():
            canvas, everywhere = keymap().of_canvas(identifier), keymap().of_window(identifier)
            action.setShortcuts([sequence(key) for key in canvas or everywhere])
            action.setShortcutContext(
                context.WidgetWithChildrenShortcut if canvas else context.WindowShortcut
            )
            for key in everywhere if canvas else ():
                shortcut = QShortcut(sequence(key), self._window)
                shortcut.activated.connect(action.trigger)
                self._shortcuts.append(shortcut)

    def _fill_menu_bar(self) -> None:
        for title, ids in MENUS:
            menu = self._window.menuBar().addMenu(tr(title))
            self._menus.append(menu)
            for identifier in ids:
                if identifier == SEPARATOR:
                    menu.addSeparator()
                elif identifier == RECENT:
                    menu.addMenu(self.recent_menu)
                elif identifier == ZONES:
                    menu.addMenu(self.zones_menu)
                else:
                    menu.addAction(self._actions[identifier])
