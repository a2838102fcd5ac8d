"""Hands the zones of the article to the tokens, so that components know where they are."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.core.article import ZoneKind
from annotator.pretag.draft import draft_of

SPOKEN = frozenset(
    (ZoneKind.BODY, ZoneKind.TEASER, ZoneKind.HEADLINE, ZoneKind.KICKER, ZoneKind.CROSSHEAD, ZoneKind.CAPTION)
)
"""Where events and quotes may stand: not in date lines, notices and credits."""


class ZoneComponent:
    """Writes each token's zone into the draft."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the zones."""
        draft = draft_of(doc)
        for zone in draft.article.zones:
            for index in draft.article.tokens.covered(zone.span):
                draft.zones[index] = zone.kind
        return doc
