"""Where an annotation comes from, in a line of words."""

from __future__ import annotations

from typing import assert_never

from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
from annotator.gui.i18n import score, tr


def provenance_line(item: Mention | Relation) -> str:
    """Return status, maker and score, such as ``Suggestion · rules 1.0 · 0.87``."""
    made = item.provenance
    parts = [status_word(item), _maker(made)]
    if made.score is not None:
        parts.append(score(made.score))
    if isinstance(item, Mention) and item.difficult:
        parts.append(tr("difficult"))
    return " · ".join(part for part in parts if part)


def status_word(item: Mention | Relation) -> str:
    """Return the status as a noun or participle."""
    match item.status:
        case Status.SUGGESTED:
            return tr("Suggestion")
        case Status.ACCEPTED:
            return tr("By hand") if item.provenance.origin is Origin.HUMAN else tr("Accepted")
        case Status.REJECTED:
            return tr("Rejected")
        case _:
            assert_never(item.status)


def _maker(made: Provenance) -> str:
    match made.origin:
        case Origin.HUMAN:
            return made.author
        case Origin.RULE:
            return _versioned(tr("rules"), made.version)
        case Origin.MODEL:
            return _versioned(tr("model"), made.version)
        case Origin.ADJUDICATED:
            return tr("adjudicated")
        case _:
            assert_never(made.origin)


def _versioned(name: str, version: str) -> str:
    """Leave the rule out that a version may name behind a slash: it is for the tooltip."""
    return f"{name} {version.partition('/')[0]}".strip()


def provenance_details(item: Mention | Relation) -> str:
    """Return what the line leaves out: tool, version and rule as they were recorded."""
    made = item.provenance
    return " ".join(part for part in (made.tool, made.version) if part)
