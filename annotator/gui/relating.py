"""Drawing a relation by keyboard: letters appear at the allowed targets, typing one chooses it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from annotator.core.annotation import Mention
from annotator.core.ids import MentionId
from annotator.core.scheme import RelationChoice
from annotator.core.state import AnnotationState
from annotator.gui.annotating import Annotating
from annotator.gui.hints import (
    LETTERS,
    Link,
    letters_for,
    link_between,
    links_from,
    narrowed,
    relation_targets,
    single_choice,
)
from annotator.gui.i18n import mark
from annotator.gui.walk import Item

_AROUND = 200
"""Targets out of sight are offered as far as this many mentions away."""


class Relating(QObject):
    """The choice of a target and of a label. ``changed`` says that what :meth:`hints` returns is new."""

    changed = Signal()

    def __init__(self, annotating: Annotating, language: str) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._canvas = annotating.canvas
        self._language = language
        self._origin: MentionId | None = None
        self._drawn: tuple[Item, MentionId] | None = None
        self._links: dict[MentionId, Link] = {}
        self._letters: dict[MentionId, str] = {}
        self._numbers: dict[str, MentionId] = {}
        self._typed = ""
        self._other: Callable[[MentionId], object] | None = None
        self.title = ""
        self._menu: QMenu | None = None
        self._canvas.installEventFilter(self)
        self._canvas.relation_dragged.connect(self._on_dragged)
        annotating.focused.connect(self._on_focused)
        annotating.session.opened.connect(self.cancel)

    @property
    def active(self) -> bool:
        """Whether a target is being chosen."""
        return self._origin is not None

    @property
    def origin(self) -> Mention | None:
        """The mention that a relation would begin at now: the focused one, or the end it was drawn from."""
        relation, state = self._annotating.relation, self._annotating.session.state
        if relation is None or state is None:
            return self._annotating.mention
        drawn = self._drawn
        known = drawn is not None and drawn[0] == relation.id and drawn[1] in (relation.head, relation.tail)
        return state.mentions.get(drawn[1] if drawn is not None and known else relation.head)

    @property
    def hints(self) -> dict[MentionId, str]:
        """The targets that can still be meant, and the letters left to type, nearest first."""
        left = narrowed(self._letters, self._typed)
        return {target: letters[len(self._typed) :] for target, letters in left.items()}

    @property
    def waiting(self) -> MentionId | None:
        """The target that Enter takes, where what was typed could go on: 1, where there is a 12 too."""
        return self._numbers.get(self._typed)

    def choice(self) -> RelationChoice | None:
        """Return the label that will be given, if there is only one to choose from."""
        return single_choice(self._links.values())

    def start(self, role: str | None = None) -> None:
        """Offer the targets of the focused mention; of ``role`` alone if one is named.

        At a relation it goes on from where that was drawn from, else from where it begins.
        """
        session = self._annotating.session
        if session.hindrance:
            session.refused.emit(session.hindrance)
            return
        state, origin = session.state, self.origin
        if state is None or origin is None:
            self._annotating.told.emit(mark("Choose an annotation to start from."))
            return
        candidates = list(self._candidates(state, origin))
        links = links_from(state, session.scheme, origin, candidates=candidates, role=role)
        if not links:
            self._annotating.told.emit(mark("Nothing here may be linked with this annotation."))
            return
        self._links = relation_targets(links, origin.id)
        self._offer(origin.id, list(self._links), {})

    def offer(
        self,
        origin: MentionId,
        targets: Sequence[MentionId],
        *,
        numbers: Mapping[str, MentionId],
        title: str,
        choose: Callable[[MentionId], object],
    ) -> None:
        """Offer targets of another kind, nearest first; ``numbers`` are ways to name some beside letters."""
        self.title, self._other = title, choose
        self._offer(origin, targets, numbers)

    def _offer(
        self, origin: MentionId, targets: Sequence[MentionId], numbers: Mapping[str, MentionId]
    ) -> None:
        self._origin = origin
        self._letters = letters_for(self._in_sight_first(targets))
        self._numbers = dict(numbers)
        self._typed = ""
        self._show()
        self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def cancel(self) -> None:
        """Offer nothing any more."""
        if self._origin is not None:
            self._origin, self._links, self._letters, self._typed = None, {}, {}, ""
            self._other, self._numbers, self.title = None, {}, ""
            self._show()

    def type(self, text: str) -> None:
        """Take a letter: it narrows the targets down or chooses one."""
        typed = self._typed + text.upper()
        ways = [*((letters, target) for target, letters in self._letters.items()), *self._numbers.items()]
        left = [(letters, target) for letters, target in ways if letters.startswith(typed)]
        if not left:
            return
        self._typed = typed
        if len(left) == 1 and left[0][0] == typed:
            self._take(left[0][1])
        else:
            self._show()

    def enter(self) -> None:
        """Take what was typed for the whole of it."""
        target = self.waiting
        if target is not None:
            self._take(target)

    def erase(self) -> None:
        """Take the last letter back, or give up without one."""
        if self._typed:
            self._typed = self._typed[:-1]
            self._show()
        else:
            self.cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if not self.active or not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self._wants(event):
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._on_key(event)

    # Choosing --------------------------------------------------------------------------------------------

    def _take(self, target: MentionId) -> None:
        origin, other, link = self._origin, self._other, self._links.get(target)
        self.cancel()
        if other is not None:
            other(target)
        elif link is not None and origin is not None:
            self._choose(link, origin)

    def _choose(self, link: Link, origin: MentionId) -> None:
        self.cancel()
        if len(link.choices) == 1:
            self._draw(link, link.choices[0].name, origin)
        else:
            self._ask(link, origin)

    def _draw(self, link: Link, label: str, origin: MentionId) -> None:
        """Draw a relation; the cursor stays where it was drawn from, and the next one begins there."""
        self._annotating.relate(link.head, link.tail, label, at=origin)
        drawn = self._annotating.relation
        self._drawn = None if drawn is None else (drawn.id, origin)

    def _ask(self, link: Link, origin: MentionId) -> None:
        """Show the allowed labels with a key for each."""
        menu = QMenu(self._canvas)
        menu.setObjectName("relationMenu")
        for position, choice in enumerate(link.choices, start=1):
            key = choice.key or (str(position) if position < 10 else "")
            name = choice.text.get(self._language).replace("&", "&&")
            action = menu.addAction(f"&{key}   {name}" if key else name)
            action.triggered.connect(lambda _=False, label=choice.name: self._draw(link, label, origin))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        corner = QPoint(self._canvas.width() // 2, self._canvas.height() - menu.sizeHint().height() - 16)
        menu.popup(self._canvas.mapToGlobal(corner))
        self._menu = menu

    def _candidates(self, state: AnnotationState, origin: Mention) -> Iterator[Mention]:
        place = bisect_left(state.order, origin.order)
        near = [MentionId(key[2]) for key in state.order[max(0, place - _AROUND) : place + _AROUND]]
        for identifier in dict.fromkeys([*self._canvas.visible_mentions(), *near]):
            yield state.mentions[identifier]

    def _in_sight_first(self, targets: Sequence[MentionId]) -> list[MentionId]:
        wanted = set(targets)
        sight = [m for m in self._canvas.visible_mentions() if m in wanted]
        return [*sight, *(target for target in targets if target not in set(sight))]

    def _show(self) -> None:
        self._canvas.set_hints({t: letters for t, letters in self.hints.items() if letters})
        self.changed.emit()

    # Events ----------------------------------------------------------------------------------------------

    def _wants(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return event.key() in keys or self._sign(event) != ""

    def _sign(self, event: QKeyEvent) -> str:
        digit = event.text() if self._numbers and event.text().isdecimal() else ""
        return _letter(event) or digit

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif self._sign(event):
            self.type(self._sign(event))
        else:
            return False
        return True

    def _on_focused(self, item: Item | None) -> None:
        """Take a click on a target for the choice of it; any other change of focus ends the mode."""
        if not self.active or item == self._origin:
            return
        target = MentionId(item) if item is not None else None
        origin, other = self._origin, self._other
        link = self._links.get(target) if target is not None else None
        meant = target is not None and target in self._letters
        self.cancel()
        if not meant or target is None:
            return
        self._annotating.focus(origin)
        if other is not None:
            other(target)
        elif link is not None and origin is not None:
            self._choose(link, origin)

    def _on_dragged(self, head: MentionId, tail: MentionId) -> None:
        state, session = self._annotating.session.state, self._annotating.session
        if state is None or head not in state.mentions or tail not in state.mentions:
            return
        link = link_between(state, session.scheme, state.mentions[head], state.mentions[tail])
        if link is None:
            self._annotating.told.emit(mark("The scheme has no relation between these two."))
        else:
            self._choose(link, head)


def _letter(event: QKeyEvent) -> str:
    plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    text = event.text().upper()
    return text if event.modifiers() in plain and len(text) == 1 and text in LETTERS else ""
