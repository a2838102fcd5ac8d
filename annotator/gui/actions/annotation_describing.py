"""What is said of one annotation: its label, its attributes, and what it hangs together with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.gui.actions.spec import ActionSpec, Need, at_desk, on_desk
from annotator.gui.i18n import mark

if TYPE_CHECKING:
    from annotator.gui.desk import Desk

VALUE_KEYS = tuple(f"{keys}+{digit}" for keys in ("Alt", "Alt+Shift") for digit in "1234567890")
"""The keys of the values of an annotation's attributes, in their order: a modifier of a time has twelve."""


def _set_value(number: int, desk: Desk) -> None:
    desk.annotating.set_value(number)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "label",
        mark("&Label …"),
        on_desk(lambda d: d.ask_label()),
        Need.ARTICLE,
        canvas_keys=("L",),
        icon="tag",
        writes=True,
    ),
    ActionSpec(
        "attributes",
        mark("A&ttributes"),
        on_desk(lambda d: d.edit_attributes()),
        Need.MENTION,
        canvas_keys=("E",),
        writes=True,
    ),
    *(
        ActionSpec(
            f"value_{number}",
            mark("Attribute value"),
            on_desk(partial(_set_value, number)),
            Need.MENTION,
            canvas_keys=(key,),
            writes=True,
        )
        for number, key in enumerate(VALUE_KEYS, start=1)
    ),
    ActionSpec(
        "difficult",
        mark("Diffic&ult"),
        on_desk(lambda d: d.annotating.flag()),
        Need.MENTION,
        canvas_keys=("F",),
        writes=True,
    ),
    ActionSpec(
        "note", mark("N&ote"), on_desk(lambda d: d.edit_note()), Need.MENTION, canvas_keys=("N",), writes=True
    ),
    ActionSpec(
        "relation",
        mark("R&elation from here …"),
        on_desk(lambda d: d.relating.start()),
        Need.ITEM,
        canvas_keys=("R",),
        writes=True,
    ),
    ActionSpec(
        "roles",
        mark("Roles of the event"),
        at_desk(lambda d: d.edit_roles()),
        Need.MENTION,
        canvas_keys=("Shift+R",),
    ),
    ActionSpec(
        "reverse",
        mark("&Swap ends of the relation"),
        on_desk(lambda d: d.annotating.reverse()),
        Need.RELATION,
        canvas_keys=("U",),
        icon="swap",
        writes=True,
    ),
    ActionSpec(
        "chain",
        mark("Same as (chain) …"),
        on_desk(lambda d: d.chaining.start()),
        Need.MENTION,
        canvas_keys=("Shift+C",),
        writes=True,
    ),
    ActionSpec(
        "chain_next",
        mark("Next mention of the chain"),
        at_desk(lambda d: d.chaining.walk(1)),
        Need.MENTION,
        canvas_keys=("Alt+Down", "]"),
    ),
    ActionSpec(
        "chain_previous",
        mark("Previous mention of the chain"),
        at_desk(lambda d: d.chaining.walk(-1)),
        Need.MENTION,
        canvas_keys=("Alt+Up", "["),
    ),
)
