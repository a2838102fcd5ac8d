"""What a step of the history was about: the words concerned, and what was said of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import QLocale

from annotator.core.annotation import Mention
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Operation,
    RelationChange,
    SetStateChange,
)
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.gui.i18n import quoted, tr
from annotator.gui.models.articles import STATE_NAMES

_MOST = 60
"""Code points of an annotation's words that are told; a row of the list has no room for more."""

Known: TypeAlias = Callable[[MentionId], Mention | None]


def step_words(operation: Operation, text: str, scheme: Scheme, *, known: Known, suggested: Known) -> str:
    """Return in a few words what an operation changed, or nothing where there is no word for it.

    ``text`` is the article's; ``known`` gives mentions that the operation left as they were, ``suggested``
    what lies below a decision of the annotator.
    """
    language = QLocale.languageToCode(QLocale().language())
    words = _Words(operation.changes, text, scheme, language, known, suggested)
    return words.of_relation() or words.of_mentions() or words.of_the_rest()


class _Words:
    def __init__(
        self,
        changes: tuple[Change, ...],
        text: str,
        scheme: Scheme,
        language: str,
        known: Known,
        suggested: Known,
    ) -> None:
        self._suggested = suggested
        self._changes = changes
        self._text = text
        self._scheme = scheme
        self._language = language
        self._known = known
        self._of_mentions = [change for change in changes if isinstance(change, MentionChange)]
        self._mentions: Mapping[MentionId, Mention] = {
            held.id: held for held in map(_mention, self._of_mentions)
        }

    def of_relation(self) -> str:
        """Tell of the one relation that was drawn or decided, with its ends; of a deleted mention's not."""
        changes = [change for change in self._changes if isinstance(change, RelationChange)]
        relation = (changes[0].after or changes[0].before) if len(changes) == 1 else None
        if relation is None or not self._mentions.keys() <= {relation.head, relation.tail}:
            return ""
        if self._mentions and changes[0].after is None:
            return ""
        head, tail = self._end(relation.head), self._end(relation.tail)
        name = self._scheme.relation_text(head, relation.label).get(self._language)
        if head is None or tail is None:
            return name
        return f"{self._quote(head)} – {name} → {self._quote(tail)}"

    def of_mentions(self) -> str:
        """Tell of the first mention, and how many more there are."""
        first = min(self._of_mentions, key=_place, default=None)
        if first is None:
            return ""
        told = " · ".join(filter(None, (self._quote(_mention(first)), self._said(first))))
        more = len(self._of_mentions) - 1
        return ", ".join(filter(None, (told, tr("%Ln more", "", more) if more else "")))

    def of_the_rest(self) -> str:
        """Tell of relations alone, a chain or the state of the article."""
        for change in self._changes:
            if isinstance(change, RelationChange):
                return tr("%Ln relation(s)", "", len(self._changes))
            if isinstance(change, ClusterChange):
                return next((held.name for held in (change.after, change.before) if held and held.name), "")
            if isinstance(change, SetStateChange):
                return tr(STATE_NAMES[change.after])
        return ""

    def _said(self, change: MentionChange) -> str:
        """Return what is said of the words now, and what before where that was something else."""
        after = change.after
        before = change.before or (self._suggested(after.id) if after is not None else None)
        if before is None or after is None:
            return self._label(_mention(change))
        if before.label != after.label:
            return f"{self._label(before)} → {self._label(after)}"
        gained = set(after.attributes) - set(before.attributes)
        return ", ".join(self._attribute(*pair) for pair in sorted(gained)) or self._label(after)

    def _label(self, mention: Mention) -> str:
        label = self._scheme.label(mention.layer, mention.label)
        return label.chip(self._language) if label is not None else mention.label

    def _attribute(self, name: str, value: str) -> str:
        attribute = self._scheme.attribute(name)
        if attribute is None:
            return ""
        shown = next((one.text.get(self._language) for one in attribute.values if one.name == value), value)
        return f"{attribute.text.get(self._language)}: {shown}"

    def _end(self, identifier: MentionId) -> Mention | None:
        return self._mentions.get(identifier) or self._known(identifier)

    def _quote(self, mention: Mention) -> str:
        words = " ".join(mention.text_of(self._text).split())
        return quoted(words if len(words) <= _MOST else f"{words[:_MOST].rstrip()} …")


def _mention(change: MentionChange) -> Mention:
    """Return the mention as it is after the change, or as it was if it went."""
    held = change.after or change.before
    if held is None:
        raise ValueError(change)
    return held


def _place(change: MentionChange) -> tuple[int, int, str]:
    return _mention(change).order
