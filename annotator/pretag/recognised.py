"""Takes the recogniser's names over, with their calibrated scores."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from annotator.core.annotation import Origin
from annotator.core.article import ZoneKind
from annotator.core.text import Span
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Category

_CATEGORIES = {
    "PER": Category.PERSON,
    "ORG": Category.ORGANISATION,
    "LOC": Category.PLACE,
    "OTH": Category.OTHER,
    "MISC": Category.OTHER,
}
RULE = "recogniser"


class RecognisedComponent:
    """Runs the recogniser and adds what it found to the draft. Raises ``ModelRefused`` on being made.

    ``model`` names a folder below the model folder, empty for the shipped one.
    """

    def __init__(self, model: str = "", *, evidence: bool = True, threshold: float = 0.0) -> None:
        from annotator.pretag.recogniser import SPANS, make_recogniser

        self._spans = SPANS
        self._recogniser = make_recogniser(Language(), RULE, model, evidence, threshold)

    def __call__(self, doc: Doc) -> Doc:
        """Add the names."""
        draft = draft_of(doc)
        self._recogniser(doc)
        group = doc.spans[self._spans]
        for span, score in zip(group, group.attrs["scores"], strict=True):
            _add(draft, span.label_, Span(span.start_char, span.end_char), score, part=False)
        for start, end, label, score in group.attrs["parts"]:
            _add(draft, label, Span(start, end), score, part=True)
        return doc


def _add(draft: Draft, label: str, span: Span, score: float, *, part: bool) -> None:
    category = _CATEGORIES.get(label)
    if category is None or (part and not draft.names.subtoken(category)):
        return
    tokens = draft.article.tokens.covered(span)
    if tokens and draft.zones[tokens[0]] is not ZoneKind.NOTICE:
        rule = f"{RULE}_part" if part else RULE
        draft.add(category, (span,), score=score, rule=rule, origin=Origin.MODEL)
