"""Mentions and relations as the canvas draws them: names, colours and shapes from the scheme. No Qt."""

from __future__ import annotations

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.gui.canvas.geometry import ArcItem, SpanItem

_HARD = " ?"
"""Behind the name of a label where somebody has marked a hard case."""
_NOTE = " *"
"""Behind it where somebody has written a note."""


def span_item(
    mention: Mention, scheme: Scheme, language: str, *, numeral: int = 0, numeral_open: bool = False
) -> SpanItem:
    """Return what is drawn of a mention, with the number of its chain and whether that is open."""
    label = scheme.label(mention.layer, mention.label)
    return SpanItem(
        id=mention.id,
        fragments=mention.fragments,
        chip=(label.chip(language) if label else mention.label) + _signs(mention),
        colours=label.colours if label else None,
        event=scheme.is_event(mention.layer),
        suggested=mention.status is Status.SUGGESTED,
        numeral=numeral,
        numeral_open=numeral_open,
    )


def _signs(mention: Mention) -> str:
    return (_HARD if mention.difficult else "") + (_NOTE if mention.note else "")


def arc_item(relation: Relation, state: AnnotationState, scheme: Scheme, language: str) -> ArcItem:
    """Return what is drawn of a relation whose two ends are visible."""
    head, tail = state.mentions[relation.head], state.mentions[relation.tail]
    return ArcItem(
        id=relation.id,
        head=head.id,
        tail=tail.id,
        head_at=head.start,
        tail_at=tail.start,
        label=scheme.relation_text(head, relation.label).get(language),
        suggested=relation.status is Status.SUGGESTED,
    )
