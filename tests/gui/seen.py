"""What somebody sees of a window: texts that are cut off, and texts that are in no catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QAbstractItemModel, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTreeView,
    QWidget,
)

from annotator.core.scheme import Scheme
from annotator.gui.widgets.labels import ElidedLabel

_ARROW = 26
"""Pixels at the right of a combo box that its words do not get."""
_BEGIN, _END = "\u2068", "\u2069"
_QUOTE = 50
"""Longer entries quote an article and may end in dots; what the program says itself is shorter."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_PARTS = re.compile(r" · | \| |, |\. |: |; |\n|\t| – | \(|\)")


def cut_off(root: QWidget) -> list[str]:
    """Return the texts that have less room than they need, and what reaches out of what holds it."""
    every = (root, *root.findChildren(QWidget))
    return [f"{type(widget).__name__} {fault}" for widget in every for fault in _faults(widget)]


def _faults(widget: QWidget) -> Iterator[str]:
    if not widget.isVisible():
        return
    for kind, check in _CHECKS:
        if isinstance(widget, kind):
            yield from check(widget)
            break
    if isinstance(widget, QScrollArea):
        yield from _area(widget)
    if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit, ElidedLabel)):
        yield from _reaches_out(widget)


def _reaches_out(widget: QWidget) -> Iterator[str]:
    """Tell of a control that something around it, which does not scroll, cuts off."""
    inner = widget
    while (holder := inner.parentWidget()) is not None and not inner.isWindow():
        if isinstance(holder, QAbstractScrollArea) or isinstance(holder.parentWidget(), QAbstractScrollArea):
            return
        place = widget.rect().translated(widget.mapTo(holder, widget.rect().topLeft()))
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(place):
            where = f"{place.getRect()} of {holder.rect().getRect()}"
            yield f"{_text(widget)!r} reaches out of {type(holder).__name__}: {where}"
            return
        inner = holder


def _label(widget: QLabel) -> Iterator[str]:
    text = widget.text()
    if text and widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        longest = max(map(widget.fontMetrics().horizontalAdvance, text.split()), default=0)
        if need > widget.height() or (longest > widget.width() and "/" not in text):
            yield f"{text!r}: {widget.size().toTuple()} for {longest} x {need}"
    elif text:
        yield from _sized(widget, text, widget.sizeHint().width())


def _button(widget: QAbstractButton) -> Iterator[str]:
    if widget.text():
        hint = widget.minimumSizeHint() if isinstance(widget, QCheckBox) else widget.sizeHint()
        yield from _sized(widget, widget.text(), hint.width())


def _sized(widget: QWidget, text: str, wide: int) -> Iterator[str]:
    # A bar may make a button lower than its padding asks for, but not than its letters.
    if widget.width() < wide - 1 or widget.height() < widget.fontMetrics().height():
        yield f"{text!r}: {widget.size().toTuple()} for {wide}"


def _combo(widget: QComboBox) -> Iterator[str]:
    room = widget.width() - _ARROW
    for text in (widget.itemText(place) for place in range(widget.count())):
        if widget.fontMetrics().horizontalAdvance(text) > room and len(text) <= _QUOTE:
            yield f"{text!r} has {room} pixels"


def _line_edit(widget: QLineEdit) -> Iterator[str]:
    text = widget.placeholderText()
    cut = widget.fontMetrics().horizontalAdvance(text) > widget.width() and not widget.text()
    if cut and text not in _plain(widget.toolTip()):
        yield f"{text!r} has {widget.width()} pixels"


def _area(widget: QScrollArea) -> Iterator[str]:
    """Tell of what is wider than an area that scrolls up and down alone."""
    inside, sideways = widget.widget(), widget.horizontalScrollBarPolicy()
    off = sideways is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if off and inside is not None and inside.width() > widget.viewport().width():
        yield f"{widget.objectName()} has {widget.viewport().width()} of {inside.width()} pixels"


def _header(widget: QHeaderView) -> Iterator[str]:
    if widget.orientation() is Qt.Orientation.Vertical:
        return
    for section in range(widget.count()):
        need, room = widget.sectionSizeHint(section), widget.sectionSize(section)
        if not widget.isSectionHidden(section) and room < need - 1:
            yield f"{_heading(widget.model(), section)!r} has {room} of {need} pixels"


_CHECKS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _combo),
    (QLineEdit, _line_edit),
    (QHeaderView, _header),
)


def texts(root: QWidget) -> set[str]:
    """Return all that a window says: words, tooltips, what a screen reader is told, headings, entries."""
    found: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        found |= {widget.accessibleName(), widget.windowTitle(), _plain(widget.toolTip()), _text(widget)}
        if isinstance(widget, (QLineEdit, QPlainTextEdit)):
            found.add(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            found |= {widget.itemText(place) for place in range(widget.count())}
        elif isinstance(widget, (QTreeView, QTableView)) and widget.model() is not None:
            found |= {_heading(widget.model(), column) for column in range(widget.model().columnCount())}
        elif isinstance(widget, QMenu):
            found |= entries(widget)
    return found - {""}


def entries(menu: QMenu) -> set[str]:
    """Return the words of a menu and of those below it, without their keys."""
    found = {menu.title().replace("&", "")}
    for action in menu.actions():
        found |= {action.text().replace("&", "").split("\t")[0], _plain(action.toolTip())}
        below = action.menu()
        if isinstance(below, QMenu):
            found |= entries(below)
    return found - {""}


class Marking(QTranslator):
    """Says what others say, between two invisible marks, so that what nobody translated shows."""

    def __init__(self, translators: Iterable[QTranslator]) -> None:
        super().__init__()
        self._translators = tuple(reversed(tuple(translators)))

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        said = (one.translate(context, source, comment, n) for one in self._translators)
        return f"{_BEGIN}{next(filter(None, said), source)}{_END}"


def unmarked(shown: Iterable[str], data: Iterable[str]) -> list[str]:
    """Return of texts of a :class:`Marking` window what no translation said and what is not in the data."""
    blob = "\n".join(" ".join(text.split()) for text in data).casefold()
    left = set()
    for text in shown:
        for part in _outside(text.replace("\u200b", "")):
            words = " ".join(part.split()).strip(" .…:„“”\"'←→|")
            if _WORD.search(words) and words.casefold() not in blob:
                left.add(f"{words} [in: {_bare(text)}]")
    return sorted(left)


def _outside(text: str) -> list[str]:
    """Return the stretches of a text that stand between no marks, at the separators cut into parts."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == _BEGIN) - (sign == _END)
        if sign in (_BEGIN, _END):
            parts.append("")
        elif depth == 0:
            parts[-1] += sign
    return [piece for part in parts for piece in _PARTS.split(part)]


def _bare(text: str) -> str:
    return text.replace(_BEGIN, "").replace(_END, "").replace("\u200b", "")


def words_of(scheme: Scheme) -> set[str]:
    """Return what a scheme says: its texts are the user's, not the program's."""
    said = (text.replace("[[", "").replace("]]", "") for text in localised(scheme))
    found = {scheme.name, f"{scheme.name} {scheme.version}", *said}
    for layer, label in scheme.labels():
        found |= {layer.name, label.name, label.code, *(role.name for role in label.roles)}
    return {text for text in found if text}


def localised(value: object) -> Iterator[str]:
    """Yield all texts in a value that are there in German and English, wherever they stand in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from localised(tuple(value.values()))
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from localised(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from localised(getattr(value, name))


def _text(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return widget.text
    return widget.text().replace("&", "") if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _heading(model: QAbstractItemModel, column: int) -> str:
    return str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def _plain(tooltip: str) -> str:
    return re.sub(r"<[^>]*>", "", tooltip).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
