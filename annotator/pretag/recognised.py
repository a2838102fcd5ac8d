"""Takes the recogniser's names over, with their calibrated scores."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.core.annotation import Origin
from annotator.core.article import ZoneKind
from annotator.core.text import Span
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Category
from annotator.pretag.recogniser import SPANS, Recogniser
from annotator.pretag.recogniser_model import load_model

_CATEGORIES = {
    "PER": Category.PERSON,
    "ORG": Category.ORGANISATION,
    "LOC": Category.PLACE,
    "OTH": Category.OTHER,
    "MISC": Category.OTHER,
}
RULE = "recogniser"


class RecognisedComponent:
    """Runs the recogniser and adds what it found to the draft. Raises ``ModelRefused`` on being made."""

    def __init__(self, model: str = "", *, evidence: bool = True, threshold: float = 0.0) -> None:
        self.recogniser = Recogniser(load_model(model), evidence=evidence, threshold=threshold)

    def __call__(self, doc: Doc) -> Doc:
        """Add the names."""
        draft = draft_of(doc)
        self.recogniser(doc)
        group = doc.spans[SPANS]
        for span, score in zip(group, group.attrs["scores"], strict=True):
            _add(draft, span.label_, span.start_char, span.end_char, score, part=False)
        for start, end, label, score in group.attrs["parts"]:
            _add(draft, label, start, end, score, part=True)
        return doc


def _add(draft: Draft, label: str, start: int, end: int, score: float, *, part: bool) -> None:
    category = _CATEGORIES.get(label)
    if category is None or (part and not draft.names.subtoken(category)):
        return
    tokens = draft.article.tokens.covered(Span(start, end))
    if tokens and draft.zones[tokens[0]] is not ZoneKind.NOTICE:
        rule = f"{RULE}_part" if part else RULE
        draft.add(category, (Span(start, end),), score=score, rule=rule, origin=Origin.MODEL)
