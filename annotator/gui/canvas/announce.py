"""What a screen reader is told: custom painting says nothing by itself."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.ids import MentionId, RelationId
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.gui.i18n import tr


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say ``message``."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def description(
    item: MentionId | RelationId, state: AnnotationState, scheme: Scheme, text: str, language: str
) -> str:
    """Return text, label and status of a mention, or label, ends and status of a relation."""
    mention = state.mentions.get(MentionId(item))
    if mention is not None:
        return _of_mention(mention, scheme, text, language)
    relation = state.relations.get(RelationId(item))
    return _of_relation(relation, state, scheme, text, language) if relation is not None else ""


def _of_mention(mention: Mention, scheme: Scheme, text: str, language: str) -> str:
    label = scheme.label(mention.layer, mention.label)
    name = label.text.get(language) if label else mention.label
    said = [mention.text_of(text), name, status_name(mention.status)]
    said += [tr("difficult")] if mention.difficult else []
    return ", ".join([*said, tr("with a note")] if mention.note else said)


def _of_relation(relation: Relation, state: AnnotationState, scheme: Scheme, text: str, language: str) -> str:
    head, tail = state.mentions.get(relation.head), state.mentions.get(relation.tail)
    name = scheme.relation_text(head, relation.label).get(language)
    ends = [mention.text_of(text) for mention in (head, tail) if mention is not None]
    return ", ".join([name, " → ".join(ends), status_name(relation.status)])


def status_name(status: Status) -> str:
    """Return the translated name of a status."""
    match status:
        case Status.SUGGESTED:
            return tr("suggestion")
        case Status.ACCEPTED:
            return tr("accepted")
        case Status.REJECTED:
            return tr("rejected")
        case _:
            assert_never(status)
