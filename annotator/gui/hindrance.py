"""Why a project can only be read, and others' work not be seen, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.i18n import mark, tr

if TYPE_CHECKING:
    from annotator.services.opening import Opened
    from annotator.store import Store

_SENTENCES = {
    "in_use": mark("Read only: {who} has the project open on {host} since {since}."),
    "file": mark("Read only: the file may not be written. Copy it, or change its permissions."),
    "folder": mark(
        "Read only: the folder of the project may not be written. Copy the project to another one."
    ),
    "disk_full": mark("Read only: the disk is full. Make room, then try again."),
}
_HERE = mark("Read only: another window of this computer has the project open, as {who}, since {since}.")


def hindrance_sentence(opened: Opened) -> str:
    """Return why nothing can be written; empty if it can."""
    if opened.hindrance is None:
        return ""
    holder = opened.holder
    if holder is None:
        return tr(_SENTENCES[opened.hindrance])
    begun = holder.begun
    since = begun.strftime("%H:%M") if begun is not None else "?"
    text = _SENTENCES["in_use"] if holder.elsewhere else _HERE
    return tr(text).format(who=holder.who or "?", host=holder.host, since=since)


def unseen_sentence(store: Store, who: str, *, closed: str) -> str:
    """Return why somebody does not see the others' work: ``closed``, or that nobody does who begins again."""
    from annotator.services.roles import second_passes

    if who in second_passes(store):
        return tr("In a second pass nobody sees the work of others, nor her own from the first time.")
    return closed
