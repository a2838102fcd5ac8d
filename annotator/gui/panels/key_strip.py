"""Below the canvas: what the keys do now. The last entries give way when it is narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.gui.annotating import Annotating
from annotator.gui.i18n import mark, tr
from annotator.gui.keymap import keymap
from annotator.gui.label_keys import LabelKeys, key_caption
from annotator.gui.look import Look
from annotator.gui.panels.time_field import spoken
from annotator.gui.relating import Relating
from annotator.gui.widgets.keycap import KeyCap, key_mark, key_text
from annotator.gui.widgets.labels import label

_HEIGHT, _INSET, _GAP = 40, 24, 14
_NEAREST = 4
_DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Entry:
    """Keys, or actions by id, and what they do.

    ``until`` ends a range; ``hint`` paints hint letters. ``labels`` gets the keys of the scheme's labels.
    ``ready`` says that the text is in the window's language already.
    """

    keys: tuple[str, ...]
    text: str
    until: str = ""
    hint: bool = False
    labels: bool = False
    ready: bool = False


DECIDING = (
    Entry(("accept",), mark("accept")),
    Entry(("reject",), mark("reject")),
    Entry(("next",), mark("next")),
    Entry(("relation",), mark("relation")),
    Entry((), mark("label"), labels=True),
    Entry(("undo",), mark("undo")),
    Entry(("end_shrink", "end_grow"), mark("border")),
)
RELATION = (
    Entry(("accept",), mark("accept")),
    Entry(("reject",), mark("reject")),
    Entry(("next",), mark("next")),
    Entry(("reverse",), mark("swap ends")),
    Entry(("label",), mark("label")),
    Entry(("undo",), mark("undo")),
)
SELECTING = (
    Entry((), mark("label selection"), labels=True),
    Entry(("end_shrink", "end_grow"), mark("border")),
    Entry(("Shift+Left", "Shift+Right"), mark("select")),
    Entry(("label",), mark("all labels")),
    Entry(("Esc",), mark("cancel")),
)
WALKING = (
    Entry(("next",), mark("next suggestion")),
    Entry(("Left", "Right"), mark("word")),
    Entry(("Shift+Left", "Shift+Right"), mark("select")),
    Entry(("undo",), mark("undo")),
    Entry(("next_article", "previous_article"), mark("articles")),
)

ELSEWHERE = (Entry(("Esc",), mark("back to the text")),)


def shown_key(name: str) -> str:
    """Return the key of an action, or the key itself where no action is named."""
    return keymap().first(name) if keymap().knows(name) else name


def label_entry(entry: Entry, scheme: Scheme) -> Entry:
    """Return an entry with the keys of the labels: digits from the first to the last one, or two letters."""
    keys = sorted({label.key for _, label in scheme.labels() if len(label.key) == 1})
    digits = [key for key in keys if key in _DIGITS]
    if len(digits) > 1 and "".join(digits) in _DIGITS:
        return replace(entry, keys=(digits[0],), until=digits[-1])
    return replace(entry, keys=tuple(map(key_caption, (digits or keys)[:2])) or ("label",))


def _usable(entry: Entry) -> bool:
    return entry.hint or all(map(shown_key, entry.keys))


class _EntryWidget(QWidget):
    def __init__(self, entry: Entry, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        for key in entry.keys:
            cap = KeyCap(key if entry.hint else key_mark(shown_key(key)), look, hint=entry.hint)
            cap.setAccessibleName(key if entry.hint else key_text(shown_key(key)))
            row.addWidget(cap)
        if entry.until:
            row.addWidget(label(look, "–", role="secondary"))
            row.addWidget(KeyCap(key_text(entry.until), look))
        row.addSpacing(look.px(4))
        words = label(look, entry.text if entry.hint or entry.ready else tr(entry.text))
        row.addWidget(words)


class KeyStrip(QWidget):
    """``all_keys_requested`` comes from the entry at the right end."""

    all_keys_requested = Signal()

    def __init__(
        self, look: Look, annotating: Annotating, relating: Relating, keys: LabelKeys, language: str
    ) -> None:
        super().__init__()
        self.setObjectName("keyStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._annotating = annotating
        self._relating = relating
        self._keys = keys
        self._language = language
        self._elsewhere = False
        self._shown: object = None
        self._entries: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(_INSET), 0, look.px(_INSET), 0)
        self._row.setSpacing(look.px(_GAP))
        self._end = _EntryWidget(Entry(("keys",), mark("all keys")), look)
        self._end.setCursor(Qt.CursorShape.PointingHandCursor)
        self._cancel = _EntryWidget(Entry(("Esc",), mark("cancel")), look)
        self._row.addStretch(1)
        self._row.addWidget(self._cancel)
        self._row.addWidget(self._end)
        relating.changed.connect(self.refresh)
        keys.changed.connect(self.refresh)
        annotating.focused.connect(lambda _: self.refresh())
        annotating.canvas.selection_changed.connect(lambda _: self.refresh())
        look.changed.connect(self._on_look)
        keymap().changed.connect(self._on_keymap)
        self._on_look()
        self.refresh()

    def set_elsewhere(self, on: bool) -> None:
        """Say the way back, while the keyboard is in a panel where the keys of the text do nothing."""
        if on != self._elsewhere:
            self._elsewhere = on
            self.refresh()

    def refresh(self) -> None:
        """Show what the keys do now."""
        waiting = self._relating.active or bool(self._keys.begun)
        heading = self._heading() if waiting else ()
        wanted = self._targets() if self._relating.active else () if waiting else self._plain()
        scheme = self._annotating.session.scheme
        known = (label_entry(entry, scheme) if entry.labels else entry for entry in wanted)
        wanted = tuple(filter(_usable, known))
        key = (heading, wanted)
        self._cancel.setVisible(waiting)
        self._end.setVisible(not waiting)
        if key == self._shown:
            return
        self._shown = key
        self._clear()
        for place, text in enumerate(heading):
            if place == 0:
                self._add(label(self._look, text, weight=QFont.Weight.DemiBold))
            else:
                self._add(label(self._look, text, role="secondary"))
        for entry in wanted:
            self._add(_EntryWidget(entry, self._look))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._end.isVisible() and self._end.geometry().contains(event.position().toPoint()):
            self.all_keys_requested.emit()

    def _heading(self) -> tuple[str, str]:
        """Return what is waited for, and what to do."""
        if self._relating.active:
            return self._title(), tr("Type the letters of the target")
        return tr("{key} and …").format(key=key_caption(self._keys.begun)), tr("Type the second key")

    def _title(self) -> str:
        if self._relating.title:
            return self._relating.title
        choice = self._relating.choice()
        if choice is None:
            return tr("Choose target")
        return tr("Choose {role}").format(role=choice.text.get(self._language))

    def _plain(self) -> tuple[Entry, ...]:
        if self._elsewhere:
            return ELSEWHERE
        if self._annotating.canvas.selection() is not None:
            return SELECTING
        if self._annotating.relation is not None:
            return RELATION
        if self._annotating.item is None:
            return WALKING
        return self._taking() or DECIDING

    def _taking(self) -> tuple[Entry, ...]:
        """Return what the keys do where a value is offered: Enter takes it, others go on from here."""
        mention = self._annotating.mention
        value = "" if mention is None else self._annotating.proposing.value_of(mention)
        if not value:
            return ()
        take = Entry(("accept",), tr("take {value}").format(value=spoken(value)), ready=True)
        return (take, *(entry for entry in DECIDING if entry.keys not in (("accept",), ("reject",))))

    def _targets(self) -> tuple[Entry, ...]:
        session = self._annotating.session
        if session.article is None or session.state is None:
            return ()
        text, mentions = session.article.text, session.state.mentions
        waiting = self._relating.waiting
        if waiting is not None:
            return (Entry(("Return",), _short(mentions[waiting].text_of(text)), ready=True),)
        nearest = list(self._relating.hints.items())[:_NEAREST]
        return tuple(
            Entry((letters,), _short(mentions[target].text_of(text)), hint=True)
            for target, letters in nearest
        )

    def _add(self, widget: QWidget) -> None:
        self._row.insertWidget(len(self._entries), widget)
        self._entries.append(widget)

    def _clear(self) -> None:
        for widget in self._entries:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._entries = []

    def _fit(self) -> None:
        """Hide the last entries until the rest has room; the one at the right end stays."""
        last = self._cancel if self._relating.active or self._keys.begun else self._end
        room = self.width() - 2 * self._look.px(_INSET) - last.sizeHint().width()
        for widget in self._entries:
            room -= widget.sizeHint().width() + self._look.px(_GAP)
            widget.setVisible(room >= 0)

    def _on_keymap(self) -> None:
        """Show the keys as they are set now."""
        old, self._end = self._end, _EntryWidget(Entry(("keys",), mark("all keys")), self._look)
        self._end.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row.replaceWidget(old, self._end)
        old.hide()
        old.deleteLater()
        self._shown = None
        self.refresh()

    def _on_look(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 24 else f"{plain[:11]}…{plain[-12:]}"
