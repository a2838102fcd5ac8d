"""The keys that apply now: by what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import ACTIONS
from annotator.gui.actions.annotation_describing import VALUE_KEYS
from annotator.gui.dialogs.keys import Group
from annotator.gui.i18n import mark, plain, tr
from annotator.gui.keymap import keymap
from annotator.gui.label_keys import key_caption

if TYPE_CHECKING:
    from annotator.gui.desk import Desk

_DECIDING = ("accept", "reject", "delete", "next", "previous")
_BORDERS = ("end_grow", "end_shrink", "start_grow", "start_shrink", "shift_on", "join", "split_mention")
_DETAILS = ("label", "attributes", "note", "difficult")
_KINDS = {
    "mention": (mark("Now: an annotation"), (*_DECIDING, *_DETAILS, "relation", *_BORDERS)),
    "event": (mark("Now: an event"), (*_DECIDING, "relation", *_DETAILS, *_BORDERS)),
    "relation": (mark("Now: a relation"), (*_DECIDING, "reverse", "relation")),
    "selection": (
        mark("Now: selected words"),
        ("label", *_BORDERS[:4], "end_letter_back", "start_letter_on", "join"),
    ),
    "list": (mark("Now: the list"), ("accept", "reject", "delete", "undo", "label")),
    "cursor": (mark("Now: the cursor"), ("next", "label", "undo", "next_article", "previous_article")),
}
_MOVING = {
    "selection": ((("Shift+Left", "Shift+Right"), mark("Select words")), (("Esc",), mark("Select nothing"))),
    "list": ((("Up", "Down"), mark("Previous or next annotation")), (("Esc",), mark("Back to the text"))),
    "cursor": (
        (("Left", "Right"), mark("Previous or next word")),
        (("Shift+Left", "Shift+Right"), mark("Select words")),
    ),
}


def focus_kind(desk: Desk) -> str:
    """Return what has the focus: an entry of the table above."""
    annotating = desk.annotating
    if desk.inspector.list.view.hasFocus():
        return "list"
    if desk.canvas.selection() is not None:
        return "selection"
    if annotating.relation is not None:
        return "relation"
    if annotating.mention is None:
        return "cursor"
    return "event" if desk.session.scheme.is_event(annotating.mention.layer) else "mention"


def now_group(desk: Desk) -> Group:
    """Return the keys that apply to what has the focus, with the values and labels of its own."""
    kind = focus_kind(desk)
    title, ids = _KINDS[kind]
    texts = {spec.id: plain(tr(spec.text)) for spec in ACTIONS}
    entries = [(keys, tr(text)) for keys, text in _MOVING.get(kind, ())]
    entries += [(keymap().keys(one)[:1], texts[one]) for one in ids if keymap().keys(one)]
    return tr(title), [*entries, *_values(desk), *_relation_labels(desk)]


def _values(desk: Desk) -> list[tuple[tuple[str, ...], str]]:
    choices = zip(range(1, len(VALUE_KEYS) + 1), desk.annotating.choices(), strict=False)
    return [
        (keymap().keys(f"value_{number}")[:1], f"{a.text.get(desk.language)}: {v.text.get(desk.language)}")
        for number, (a, v) in choices
        if keymap().keys(f"value_{number}")
    ]


def _relation_labels(desk: Desk) -> list[tuple[tuple[str, ...], str]]:
    relation, state = desk.annotating.relation, desk.session.state
    if relation is None or state is None:
        return []
    choices = desk.session.scheme.relation_choices(
        state.mentions[relation.head], state.mentions[relation.tail]
    )
    return [((key_caption(one.key),), one.text.get(desk.language)) for one in choices if one.key]
