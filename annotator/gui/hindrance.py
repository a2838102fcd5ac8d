"""Why a project can only be read, as sentences for banner and tooltips."""

from __future__ import annotations

from annotator.gui.i18n import mark, tr
from annotator.services.opening import Opened

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
