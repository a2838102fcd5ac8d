"""Which words an annotation covers."""

from __future__ import annotations

from annotator.gui.actions.spec import ActionSpec, Need, on_desk
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "end_grow",
        mark("End one word further"),
        on_desk(lambda d: d.shaping.grow("end", 1)),
        Need.ARTICLE,
        canvas_keys=(".",),
        writes=True,
    ),
    ActionSpec(
        "end_shrink",
        mark("End one word back"),
        on_desk(lambda d: d.shaping.grow("end", -1)),
        Need.ARTICLE,
        canvas_keys=(",",),
        writes=True,
    ),
    ActionSpec(
        "start_grow",
        mark("Start one word back"),
        on_desk(lambda d: d.shaping.grow("start", 1)),
        Need.ARTICLE,
        canvas_keys=(";",),
        writes=True,
    ),
    ActionSpec(
        "start_shrink",
        mark("Start one word further"),
        on_desk(lambda d: d.shaping.grow("start", -1)),
        Need.ARTICLE,
        canvas_keys=(":",),
        writes=True,
    ),
    ActionSpec(
        "end_letter_on",
        mark("End one letter further"),
        on_desk(lambda d: d.shaping.trim("end", 1)),
        Need.ARTICLE,
        canvas_keys=("Alt+Right",),
        writes=True,
    ),
    ActionSpec(
        "end_letter_back",
        mark("End one letter back"),
        on_desk(lambda d: d.shaping.trim("end", -1)),
        Need.ARTICLE,
        canvas_keys=("Alt+Left",),
        writes=True,
    ),
    ActionSpec(
        "start_letter_back",
        mark("Start one letter back"),
        on_desk(lambda d: d.shaping.trim("start", 1)),
        Need.ARTICLE,
        canvas_keys=("Alt+Shift+Left",),
        writes=True,
    ),
    ActionSpec(
        "start_letter_on",
        mark("Start one letter further"),
        on_desk(lambda d: d.shaping.trim("start", -1)),
        Need.ARTICLE,
        canvas_keys=("Alt+Shift+Right",),
        writes=True,
    ),
    ActionSpec(
        "shift_back",
        mark("Move one word back"),
        on_desk(lambda d: d.shaping.shift(-1)),
        Need.MENTION,
        canvas_keys=("<",),
        writes=True,
    ),
    ActionSpec(
        "shift_on",
        mark("Move one word further"),
        on_desk(lambda d: d.shaping.shift(1)),
        Need.MENTION,
        canvas_keys=(">",),
        writes=True,
    ),
    ActionSpec(
        "join",
        mark("&Join with other words"),
        on_desk(lambda d: d.shaping.join()),
        Need.ARTICLE,
        canvas_keys=("+",),
        writes=True,
    ),
    ActionSpec(
        "split_mention",
        mark("Split into pieces"),
        on_desk(lambda d: d.shaping.split()),
        Need.MENTION,
        canvas_keys=("-",),
        writes=True,
    ),
)
