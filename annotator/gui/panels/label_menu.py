"""The menu of all labels: layer by layer, with the keys that give them; typing narrows it down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.scheme import Colours, RelationChoice, Scheme
from annotator.gui.i18n import tr
from annotator.gui.label_keys import key_caption
from annotator.gui.look import Look

_WIDTH, _ROW, _INSET, _MOST_ROWS = 320, 26, 12, 18
_ENTRY = int(Qt.ItemDataRole.UserRole)
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """One label: what it is called, its ``keys``, other ``names`` to find it by, and what chooses it."""

    group: str
    text: str
    keys: str
    names: tuple[str, ...]
    colours: Colours | None
    choose: Callable[[], object]

    def fits(self, typed: str) -> bool:
        """Tell whether ``typed`` begins a word of its name, its code, or its keys."""
        wanted = typed.casefold().split()
        words = [w for name in (self.text, *self.names) for w in (name.casefold(), *name.casefold().split())]
        found = all(any(word.startswith(part) for word in words) for part in wanted)
        return found or self.keys.casefold().startswith(typed.casefold())


def label_choices(scheme: Scheme, language: str, give: Callable[[str, str], object]) -> list[Choice]:
    """Return every label of a scheme; ``give`` gets layer and label."""
    return [
        Choice(
            layer.text.get(language),
            label.text.get(language),
            label.key,
            (label.text.de, label.text.en, label.name, label.code),
            label.colours,
            lambda a=layer.name, b=label.name: give(a, b),  # type: ignore[misc]
        )
        for layer in scheme.layers
        for label in layer.labels
    ]


def relation_choices(
    choices: Iterable[RelationChoice], language: str, give: Callable[[str], object]
) -> list[Choice]:
    """Return the labels that a relation may have."""
    return [
        Choice(
            tr("Relation"),
            choice.text.get(language),
            choice.key,
            (choice.text.de, choice.text.en, choice.name),
            None,
            lambda name=choice.name: give(name),  # type: ignore[misc]
        )
        for choice in choices
    ]


def narrowed(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Return the choices that fit what was typed, in their order."""
    return [choice for choice in choices if choice.fits(typed)] if typed.strip() else list(choices)


def first_meant(choices: Sequence[Choice], typed: str) -> int:
    """Return which of the choices Enter takes: the one with just these keys, else the first."""
    keys = "".join(typed.split())
    return next((place for place, choice in enumerate(choices) if keys and choice.keys == keys), 0)


class LabelMenu(QFrame):
    """Opens over everything; Enter or a click chooses, Esc or a click elsewhere closes."""

    def __init__(self, look: Look, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent.window(), Qt.WindowType.Popup)
        self.setObjectName("labelMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._choices = choices
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a name or a key …"))
        self.field.setAccessibleName(tr("Find a label"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Labels"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_Rows(look, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8))
        column.setSpacing(look.px(8))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._fill("")

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper left corner at a global point, or as near as the screen allows."""
        rows = min(_MOST_ROWS, self.list.count())
        self.resize(self._look.px(_WIDTH), self._look.px(_ROW) * rows + self._look.px(62))
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.resize(min(self.width(), room.width()), min(self.height(), room.height()))
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no key typed here is a key of the page below
            return True
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _WALKING:
            self.list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
            return True
        return False

    def _fill(self, typed: str) -> None:
        self.list.clear()
        found = narrowed(self._choices, typed)
        meant, group = first_meant(found, typed), ""
        for place, choice in enumerate(found):
            if choice.group != group:
                group = choice.group
                heading = QListWidgetItem(group, self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(choice.text, self.list)
            item.setData(_ENTRY, choice)
            if choice.keys:
                said = f"{choice.text}, {key_caption(choice.keys)}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if place == meant:
                self.list.setCurrentItem(item)
        if not found:
            nothing = QListWidgetItem(tr("No label is called that."), self.list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)

    def _choose(self, item: QListWidgetItem | None) -> None:
        choice = item.data(_ENTRY) if item is not None else None
        if isinstance(choice, Choice):
            self.close()
            choice.choose()


class _Rows(QStyledItemDelegate):
    """Paints headings, and labels with their colour and, at the right, their keys."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._look.px(120), self._look.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, inset = index.data(_ENTRY), self._look.px(_INSET)
        place = option.rect.adjusted(inset, 0, -inset, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(choice, Choice):
            self._label(painter, option, choice, place)
        else:
            painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
            painter.setPen(self._look.colour("secondary"))
            painter.drawText(
                place.adjusted(0, 0, 0, -self._look.px(3)), _flags(Qt.AlignmentFlag.AlignBottom), index.data()
            )
        painter.restore()

    def _label(self, painter: QPainter, option: QStyleOptionViewItem, choice: Choice, place: QRect) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(option.rect, self._look.colour("selected" if selected else "hover"))
        left = place.left()
        if choice.colours is not None:
            side = self._look.px(10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.theme.label(choice.colours)))
            painter.drawRoundedRect(QRectF(left, place.center().y() - side / 2 + 1, side, side), 3, 3)
            left += side + self._look.px(8)
        keys = key_caption(choice.keys) if choice.keys else ""
        painter.setFont(self._look.font(11, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("secondary"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), keys)
        room = place.right() - left - painter.fontMetrics().horizontalAdvance(keys) - self._look.px(8)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text"))
        metrics = QFontMetrics(self._look.font(12))
        text = metrics.elidedText(choice.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, place.top(), room, place.height()), _flags(), text)


def _flags(vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter) -> int:
    return int(Qt.AlignmentFlag.AlignLeft | vertical | Qt.TextFlag.TextSingleLine)
