"""Time expressions, from the time tagger beside."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.core.annotation import attributes
from annotator.core.text import Span
from annotator.pretag.draft import draft_of
from annotator.pretag.model import Category
from annotator.pretag.times import TimeKind, find_times

_CATEGORIES = {
    TimeKind.DATE: Category.DATE,
    TimeKind.TIME: Category.TIME,
    TimeKind.DURATION: Category.DURATION,
    TimeKind.SET: Category.SET,
}


class TimeComponent:
    """Hands the article to the time tagger and takes its results."""

    def __call__(self, doc: Doc) -> Doc:
        """Add times with their values."""
        draft = draft_of(doc)
        article = draft.article
        found = find_times(
            article.text,
            tokens=article.tokens,
            published_on=article.published_on,
            sentences=tuple(article.sentence_spans()),
            zones=article.zones,
        )
        bodies = draft.cover(Category.ORGANISATION)
        for time in found:
            within = bodies.get(article.tokens.covered(Span(time.start, time.end))[0])
            if within is not None and within.start < time.start and time.end <= within.end:
                continue  # „Bild am Sonntag“
            category = _CATEGORIES[time.kind]
            place = draft.names.of(category)
            known = {a.name for a in draft.names.scheme.attributes_of(*place)} if place else set()
            values = {"value": time.value, "mod": time.mod, "quant": time.quant, "freq": time.freq}
            draft.add(
                category,
                (Span(time.start, time.end),),
                score=time.score,
                rule=f"time_{time.rule}" if time.rule else "time",
                attributes=attributes({name: value for name, value in values.items() if name in known}),
            )
        return doc
