"""Completing the names of fields, and the values that the scheme or the program knows, in a query field."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from annotator.core.annotation import SetState, Status
from annotator.core.query import FIELD_NAMES, Field
from annotator.core.scheme import Scheme

_GERMAN = (
    "label",
    "text",
    "status",
    "score",
    "layer",
    "note",
    "titel",
    "medium",
    "datum",
    "stand",
    "offen",
    "flag",
)
_ENGLISH = (
    "label",
    "text",
    "status",
    "score",
    "layer",
    "note",
    "title",
    "outlet",
    "date",
    "state",
    "open",
    "flag",
)


def offers(word: str, scheme: Scheme) -> list[str]:
    """Return what ``word``, the last one typed, may become: ``la`` ``label:``, ``label:P`` ``label:PER``."""
    minus = "-" if word.startswith("-") else ""
    name, colon, begin = word.removeprefix("-").partition(":")
    if not colon:
        fields = _GERMAN if QLocale().language() is QLocale.Language.German else _ENGLISH
        names = (*fields, *(attribute.name for attribute in scheme.attributes))
        return [f"{minus}{one}:" for one in names if name and one.startswith(name.casefold()) and one != name]
    kept, comma, last = begin.rpartition(",")
    values = _values(FIELD_NAMES.get(name.casefold()), name, scheme)
    fitting = [one for one in values if one.casefold().startswith(last.casefold()) and one != last]
    return [f"{minus}{name}:{kept}{comma}{one}" for one in fitting]


def _values(field: Field | None, name: str, scheme: Scheme) -> list[str]:
    if field is Field.LABEL:
        return list(dict.fromkeys(label.name for _, label in scheme.labels()))
    if field is Field.LAYER:
        return [layer.name for layer in scheme.layers]
    if field is Field.STATUS:
        return [status.value for status in Status]
    if field is Field.STATE:
        return [state.value for state in SetState]
    attribute = scheme.attribute(name)
    return [value.name for value in attribute.values] if attribute is not None else []


def complete_queries(edit: QLineEdit, scheme: Scheme) -> QCompleter:
    """Offer completions below ``edit`` for the word before its cursor."""
    known = QStringListModel(edit)
    completer = QCompleter(known, edit)
    completer.setWidget(edit)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(8)
    popup = completer.popup()
    assert popup is not None, "a popup completion has one"

    def word() -> str:
        before = edit.text()[: edit.cursorPosition()]
        return before.split(" ")[-1]

    def on_edited(_: str) -> None:
        known.setStringList(offers(word(), scheme))
        if known.rowCount() and edit.hasFocus():
            completer.complete()
            popup.setCurrentIndex(QModelIndex())
        else:
            popup.hide()

    def on_chosen(text: str) -> None:
        at = edit.cursorPosition()
        begin = at - len(word())
        rest = edit.text()[at:]
        edit.setText(edit.text()[:begin] + text + rest)
        edit.setCursorPosition(begin + len(text))

    edit.textEdited.connect(on_edited)
    completer.activated.connect(on_chosen)
    return completer
