"""Did it happen? Simple rules over the words of the trigger's clause, and of the one that it depends on."""

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
    "wackelt wackeln wackelte unklar offenbar voraussichtlich denkbar droht drohen drohte drohten "
    "unwahrscheinlich fraglich ungewiss zweifelhaft möglich erwägt erwägen erwog erwogen prüft prüfen"
)
_PLANNED = word_set(
    "soll sollen wollte wollten geplant plant planen plante planten vorbereitet will wollen angekündigt "
    "erwartet vorgesehen beabsichtigt vorbereiten Vorbereitung Vorbereitungen Pläne Plan Plänen "
    "anberaumt angesetzt"
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
    "abgelehnt geplatzt platzte platzt verhindert verhinderte verhinderten vereitelt vereitelte abgewendet "
    "gescheitert scheiterte scheitert scheiterten vermieden abgewehrt abgeblasen dementieren dementierten "
    "bestreiten bestritten ausgeschlossen"
)
_DEMANDED = word_set(
    "fordert fordern forderte forderten gefordert verlangt verlangen verlangte verlangten appelliert "
    "appellierte müsse müssten solle drängt drängen drängte drängten pocht pochen pochte plädiert plädieren "
    "plädierte dringt dringen"
)
_PHRASES = (
    ("vom tisch", Factuality.DENIED),
    ("ins wasser", Factuality.DENIED),
    ("auf eis", Factuality.PLANNED),
    ("in planung", Factuality.PLANNED),
    ("auf der kippe", Factuality.POSSIBLE),
    ("in der schwebe", Factuality.POSSIBLE),
    ("in frage", Factuality.POSSIBLE),
    ("im raum", Factuality.POSSIBLE),
)
_CONDITIONS = word_set("ob wenn falls sofern Ob Wenn Falls Sofern Sollte Sollten")
_ENDINGS_OF_IT = word_set(
    "Ende Stopp Abbruch Aussetzung Aufhebung Beendigung Folgen Opfer Verurteilung Aufklärung Ausweitung"
)
_GENITIVE = frozenset(("des", "der"))
_AFTERWARDS = word_set(
    "nach seit während infolge wegen angesichts Nach Seit Während Infolge Wegen Angesichts"
)
_HARM = word_set("Opfer Tote Todesopfer Menschenleben Verletzte Leben")
_EXCLUDES = word_set("schließt schließen schloss schlossen schließe")
_MARKS = frozenset(".!?,;:–—")
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
        behind = draft.words[index + 1 : min(after, index + _BEFORE + 1)]
        if "es" in behind and any(word in ("keine", "keinen", "nicht") for word in behind):
            return True  # Verletzte gab es keine
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
    words = set(draft.words[first:after])
    if negated:
        return Factuality.DENIED
    if not _background(draft, index, first):
        said = _said_of_it(draft, index, (first, after), words)
        if said is not None:
            return said
    told = reported or subjunctive(draft, first, after) is Form.SUBJUNCTIVE_I or _hearsay(draft, first, after)
    return Factuality.REPORTED if told else Factuality.HAPPENED


def _said_of_it(draft: Draft, index: int, clause: tuple[int, int], words: set[str]) -> Factuality | None:
    """Return what the words of the clause say of the event, the strongest first."""
    first, after = clause
    nominal = draft.info[index].capital
    beside = set(draft.words[max(first, index - _BEFORE) : index])
    if _ruled_in(draft, first, after, words):
        return Factuality.POSSIBLE
    if words & _DENIED or _ruled_out(draft, first, after, words) or _no_plan(draft, first, after):
        return Factuality.DENIED
    phrase = _phrase(draft, first, after) if nominal else None
    if phrase is not None:
        return phrase
    if words & _DEMANDED and not words & _HARM:
        return Factuality.DEMANDED
    if words & _POSSIBLE or beside & _POSSIBLE_BESIDE or draft.words[first] in _CONDITIONS:
        return Factuality.POSSIBLE
    if _hearsay(draft, first, after):
        return None
    if words & _PLANNED or beside & _PLANNED_BESIDE or _future(draft, index, first, after, nominal=nominal):
        return Factuality.PLANNED
    return None


def _background(draft: Draft, index: int, first: int) -> bool:
    """Tell whether the event is taken for granted: ``nach dem Treffen``, ``fordert ein Ende des Streiks``."""
    if not draft.info[index].capital:
        return False
    before = draft.words[max(first, index - _BEFORE) : index]
    if any(word in _PLANNED_BESIDE or word in _POSSIBLE_BESIDE for word in before):
        return False
    if any(word in _AFTERWARDS for word in before):
        return True
    return draft.word(index - 1) in _GENITIVE and draft.word(index - 2) in _ENDINGS_OF_IT


def _phrase(draft: Draft, first: int, after: int) -> Factuality | None:
    text = " ".join(draft.words[first:after]).lower() + " "
    return next((value for phrase, value in _PHRASES if f" {phrase} " in text), None)


def _ruled_in(draft: Draft, first: int, after: int, words: set[str]) -> bool:
    """``schließt ein Treffen nicht aus``, ``ist nicht ausgeschlossen``."""
    excluded = "ausgeschlossen" in words or _ruled_out(draft, first, after, words)
    return excluded and "nicht" in words


def _ruled_out(draft: Draft, first: int, after: int, words: set[str]) -> bool:
    return bool(words & _EXCLUDES) and draft.word(_last(draft, first, after)) == "aus"


def _no_plan(draft: Draft, first: int, after: int) -> bool:
    """``es gibt keine Pläne für ein Treffen``."""
    return any(
        draft.words[i].lower() in ("keine", "keinen", "kein")
        and draft.word(i + 1) in ("Pläne", "Plan", "Planungen")
        for i in range(first, after)
    )


def _hearsay(draft: Draft, first: int, after: int) -> bool:
    """``soll zwei Menschen getötet haben``: told by others, not planned."""
    last = _last(draft, first, after)
    modal = any(draft.words[i] in ("soll", "sollen", "will", "wollen") for i in range(first, after))
    return (
        modal
        and draft.word(last) in ("haben", "sein", "soll", "sollen")
        and (draft.word(last - 1).endswith(("t", "en")) and last - 1 > first and "ge" in draft.word(last - 1))
    )


def _last(draft: Draft, first: int, after: int) -> int:
    """Return the last word of a clause, its marks left out."""
    last = after - 1
    while last > first and draft.words[last] in _MARKS:
        last -= 1
    return last


def _future(draft: Draft, index: int, first: int, after: int, *, nominal: bool) -> bool:
    """Tell whether the clause has ``wird`` with an infinitive, or ``sollte`` at a verb."""
    for place in range(first, after):
        word = draft.words[place]
        if word in ("wird", "werden", "werde"):
            last = draft.words[_last(draft, first, after)]
            passive = (last.startswith(("ge", "ver", "be")) and last.endswith("t")) or last.endswith("worden")
            return last.endswith("en") and not passive and last not in AUXILIARIES
        if word in ("sollte", "sollten") and (not nominal or place > index or place == first):
            return True
    return False
