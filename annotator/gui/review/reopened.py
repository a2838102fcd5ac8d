"""Why a decision is open again, as sentences: who did what, and when."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.scheme import Scheme
from annotator.gui.i18n import mark, quoted, tr
from annotator.gui.review.words import relation_name
from annotator.review.item import Item, RelationItem
from annotator.services.reviewing_altered import Altered, What
from annotator.services.reviewing_values import RULE

_SHOWN, _WORDS = 3, 40
_SAID = {
    What.MARKED: mark("{who} marked {words}, {when}"),
    What.REMOVED: mark("{who} removed {words}, {when}"),
    What.REJECTED: mark("{who} rejected {words}, {when}"),
    What.BOUNDARY: mark("{who} changed the border of {words}, {when}"),
    What.LABEL: mark("{who} changed the label of {words}, {when}"),
    What.ATTRIBUTES: mark("{who} changed an attribute of {words}, {when}"),
    What.ENDS: mark("{who} changed an end of {words}, {when}"),
    What.MEMBERS: mark("{who} changed the members of the cluster {words}, {when}"),
    What.NAME: mark("{who} changed the cluster {words}, {when}"),
    What.DECIDED: mark("{who} decided anew about what this hangs on, {when}"),
}


def reopened_text(
    found: tuple[Altered, ...],
    letters: Mapping[str, str],
    item: Item,
    scheme: Scheme,
    language: str,
    *,
    hidden: bool,
) -> str:
    """Return what happened beneath a decision, a line for each; nothing where the log does not tell."""
    return "\n".join(_sentence(one, letters, item, scheme, language, hidden=hidden) for one in found[:_SHOWN])


def _sentence(
    one: Altered, letters: Mapping[str, str], item: Item, scheme: Scheme, language: str, *, hidden: bool
) -> str:
    # Who works on her set again is not compared now, and so has no letter; a reviewer may be named.
    unknown = one.who if one.what is What.DECIDED else "?"
    named = letters.get(one.who, unknown) if hidden else one.who
    who = tr("The rule") if one.who == RULE else named
    words = relation_name(scheme, item, one.words, language) if isinstance(item, RelationItem) else one.words
    short = words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
    when = f"{one.at.astimezone():%d.%m. %H:%M}"
    said = tr(_SAID[one.what]).format(who=who, words=quoted(short) if short else "", when=when)
    return " ".join(said.replace(" ,", ",").split())
