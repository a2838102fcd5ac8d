"""Did it happen? Simple rules over the words of the trigger's clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from spacy.tokens import Doc

from annotator.core.annotation import attributes
from annotator.core.scheme import AttributeKind
from annotator.pretag.clauses import clause_at, subjunctive
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.inflection import AUXILIARIES, Form
from annotator.pretag.model import Category, Finding
from annotator.pretag.wordlist import word_set


class Factuality(StrEnum):
    """The values of the attribute ``factuality``."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    DEMANDED = "demanded"
    REPORTED = "reported"


_NEGATIONS = word_set("nicht kein keine keinen keinem keiner keines nie niemals weder ohne")
_NOT_REALLY = frozenset(("nur", "mehr"))
_POSSIBLE = word_set(
    "könnte könnten dürfte dürften vielleicht womöglich eventuell wahrscheinlich kann können könne "
    "wackelt wackeln wackelte unklar offenbar voraussichtlich denkbar droht drohen"
)
_PLANNED = word_set(
    "soll sollen geplant plant planen plante planten vorbereitet will wollen angekündigt erwartet "
    "vorgesehen beabsichtigt vorbereiten Vorbereitung Vorbereitungen Pläne Plan Plänen"
)
_PLANNED_BESIDE = word_set(
    "geplante geplanten geplanter geplantes angekündigte angekündigten angekündigtes bevorstehende "
    "bevorstehenden kommende kommenden anstehende anstehenden erwartete erwarteten vereinbarte "
    "vereinbarten nächste nächsten"
)
_POSSIBLE_BESIDE = word_set(
    "möglicherweise mögliche möglichen möglicher mögliches etwaige etwaigen drohende drohenden"
)
_DENIED = word_set(
    "abgesagt abgesagte abgesagten dementiert dementierte bestreitet bestritt verneint verneinte "
    "abgelehnt geplatzt platzte verhindert verhinderte verhinderten vereitelt vereitelte"
)
_DEMANDED = word_set(
    "fordert fordern forderte forderten gefordert verlangt verlangen verlangte verlangten appelliert "
    "appellierte müsse müssten solle"
)
_BEFORE = 3


class FactualityComponent:
    """Sets the attributes ``factuality`` and ``polarity`` of events where the scheme has them.

    ``spoken`` are types that happen by being said: only a negation tells that they did not.
    """

    def __init__(self, spoken: Sequence[str] = ("Aussage", "Ankündigung")) -> None:
        self.spoken = frozenset(spoken)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes."""
        draft = draft_of(doc)
        reported = draft.cover(Category.REPORTED)
        for event in draft.in_layer(draft.names.event_layer):
            values = self._values(draft, event, reported)
            allowed = _allowed(draft, event)
            kept = {name: v for name, v in values.items() if (name, v) in allowed}
            if kept:
                draft.findings[event.key] = replace(event, attributes=attributes(kept))
        return doc

    def _values(self, draft: Draft, event: Finding, reported: dict[int, Finding]) -> dict[str, str]:
        index = draft.article.tokens.covered(event.fragments[0])[0]
        first, after = clause_at(draft, index)
        values: dict[str, str] = {}
        negated = _negated(draft, index, first, after)
        if negated:
            values["polarity"] = "negative"
        if event.label in self.spoken:
            return {**values, "factuality": Factuality.DENIED.value} if negated else values
        fact = _factuality(draft, index, (first, after), negated=negated, reported=index in reported)
        if fact is not Factuality.HAPPENED:
            values["factuality"] = fact.value
        return values


def _allowed(draft: Draft, event: Finding) -> set[tuple[str, str]]:
    return {
        (attribute.name, value.name)
        for attribute in draft.names.scheme.attributes_of(event.layer, event.label)
        if attribute.kind is AttributeKind.CHOICE
        for value in attribute.values
    }


def _negated(draft: Draft, index: int, first: int, after: int) -> bool:
    """Tell whether a negation bears on the trigger: right before a noun, or in the clause of a verb."""
    if draft.info[index].capital:
        near = range(max(first, index - _BEFORE), index)
        if any(draft.words[i].lower() in _NEGATIONS - {"nicht"} for i in near):
            return True
        return _denied_verb(draft, index, after)
    return any(
        draft.words[i].lower() in _NEGATIONS and draft.word(i + 1) not in _NOT_REALLY
        for i in range(first, after)
    )


def _denied_verb(draft: Draft, index: int, after: int) -> bool:
    """``das Treffen wird nicht stattfinden``: the noun is the subject of what is denied."""
    for place in range(index + 1, after):
        if draft.words[place] == "nicht" and draft.word(place + 1) not in _NOT_REALLY:
            rest = set(draft.words[place + 1 : after])
            return bool(
                rest & {"stattfinden", "stattgefunden", "statt", "zustande", "geben", "kommen", "vereinbart"}
            )
    return False


def _factuality(
    draft: Draft, index: int, clause: tuple[int, int], *, negated: bool, reported: bool
) -> Factuality:
    first, after = clause
    nominal = draft.info[index].capital
    words = set(draft.words[first:after])
    beside = set(draft.words[max(first, index - _BEFORE) : index])
    if negated or words & _DENIED:
        return Factuality.DENIED
    if words & _DEMANDED:
        return Factuality.DEMANDED
    if words & _POSSIBLE or beside & _POSSIBLE_BESIDE:
        return Factuality.POSSIBLE
    if words & _PLANNED or beside & _PLANNED_BESIDE or _future(draft, index, first, after, nominal=nominal):
        return Factuality.PLANNED
    if reported or subjunctive(draft, first, after) is Form.SUBJUNCTIVE_I:
        return Factuality.REPORTED
    return Factuality.HAPPENED


def _future(draft: Draft, index: int, first: int, after: int, *, nominal: bool) -> bool:
    """Tell whether the clause has ``wird`` with an infinitive, or ``sollte`` at a verb."""
    for place in range(first, after):
        word = draft.words[place]
        if word in ("wird", "werden", "werde"):
            last = draft.words[after - 1]
            passive = (last.startswith(("ge", "ver", "be")) and last.endswith("t")) or last.endswith("worden")
            return last.endswith("en") and not passive and last not in AUXILIARIES
        if word in ("sollte", "sollten") and (not nominal or place > index or place == first):
            return True
    return False
