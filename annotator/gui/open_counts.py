"""How much of an article waits for a decision, in the same words everywhere."""

from __future__ import annotations

from annotator.gui.i18n import number, tr


def open_parts(mentions: int, relations: int) -> str:
    """Return what is open, such as ``12 annotations and 51 relations``; what there is none of is left out."""
    parts = []
    if mentions:
        parts.append(tr("%Ln annotation(s)", "", mentions))
    if relations:
        parts.append(tr("%Ln relation(s)", "", relations))
    return tr(" and ").join(parts)


def open_line(mentions: int, relations: int, total: int) -> str:
    """Return how many of all suggestions are open, and how many of these are relations."""
    left = tr("{open} of {total} suggestions open").format(
        open=number(mentions + relations), total=number(total)
    )
    return f"{left} ({open_parts(mentions, relations)})" if mentions and relations else left
