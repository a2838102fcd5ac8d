"""Who takes part in an event, where and when: from the phrases at the trigger and from its clause.

What may fill a role is the scheme's to say; where to look for it stands in ``events.yaml``, and for roles
that are not named there it follows from the fillers.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from annotator.core.scheme import Role
from annotator.pretag.clauses import clause_at
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.event_lexicon import event_lexicon
from annotator.pretag.gazetteer import listed
from annotator.pretag.model import Category, Finding
from annotator.pretag.priors import prior
from annotator.pretag.scene import PLACE_BINDINGS, Found, Scene
from annotator.pretag.speech import SPEAKERS, speaker_of
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import without_genitive

_REASONS = word_set("wegen nach durch aufgrund infolge trotz angesichts seit bei beim während")
_BEFORE = 3
_PARTICIPANTS = ("zwischen", "mit", "von", "gen", "compound", "subject", "object")
_OF_STATEMENTS = frozenset((*PLACE_BINDINGS, "subject", "gen", "von", "time", "content", "event"))


class ArgumentComponent:
    """Relates triggers to their fillers. ``spoken`` are the event types whose agent is a speaker."""

    def __init__(self, spoken: Sequence[str] = ("Aussage", "Ankündigung")) -> None:
        self.spoken = frozenset(spoken)

    def __call__(self, doc: Doc) -> Doc:
        """Add event arguments."""
        draft = draft_of(doc)
        scene = Scene(draft)
        cover = draft.cover(*SPEAKERS)
        speakers = {act.fragments: act.speaker for act in draft.speech.values()}
        contents = {
            act.fragments: [Found(quote, "content") for quote in act.content] for act in draft.speech.values()
        }
        for event in draft.in_layer(draft.names.event_layer):
            label = draft.names.event(event.label)
            if label is None:
                continue
            found = list(scene.around(event))
            if _agentive(draft, event):
                found = [_as_agent(f, infinitive=_is_infinitive(draft, event)) for f in found]
            found += contents.get(event.fragments, ())
            speaker = speakers.get(event.fragments)
            if event.label in self.spoken and not draft.info[_token(draft, event)].capital:
                speaker = speaker or speaker_of(draft, _token(draft, event), cover)
                found = [f for f in found if f.binding not in ("subject", "object", "gen", "von")]
            if speaker is not None:
                others = (f for f in found if f.binding != "subject" and f.finding.key != speaker.key)
                found = [Found(speaker, "subject"), *others]
            if event.label in self.spoken:
                found = [f for f in found if f.binding in _OF_STATEMENTS]
            for role in label.roles:
                _fill(draft, event, role, found)
        return doc


def _agentive(draft: Draft, event: Finding) -> bool:
    """Tell whether the trigger is a verb whose subject does it to somebody."""
    index = _token(draft, event)
    if draft.info[index].capital:
        return False
    lexicon = event_lexicon()
    return any(lemma in lexicon.agentive for lemma in lexicon.verbs.lemmas(draft.words[index]))


def _token(draft: Draft, event: Finding) -> int:
    return draft.article.tokens.covered(event.fragments[0])[0]


def _is_infinitive(draft: Draft, event: Finding) -> bool:
    """Tell whether ``zu`` makes an infinitive of the verb, which has no subject: ``befahl, ihn zu töten``."""
    return draft.word(_token(draft, event) - 1) == "zu"


def _as_agent(found: Found, *, infinitive: bool) -> Found:
    """Return the subject of a verb that does something to somebody as the agent."""
    if found.binding != "subject":
        return found
    return Found(found.finding, "object" if infinitive else "agent")


def _fill(draft: Draft, event: Finding, role: Role, found: list[Found]) -> None:
    named = event_lexicon().arguments.get(event.label, {}).get(role.name)
    wanted = named if named is not None else _by_fillers(draft, role)
    fitting = [
        candidate
        for binding in wanted
        for candidate in found
        if candidate.binding == binding and _fits(draft, candidate, role)
    ]
    if not fitting and role.minimum and "event" in wanted and _elliptic(draft, event):
        fitting = [found for found in _events_before(draft, event) if _allowed(role, found)][:1]
    for candidate in fitting[: role.maximum]:
        known = candidate.binding in _PARTICIPANTS or candidate.binding in (
            "time",
            "event",
            "content",
            "agent",
        )
        rule = f"role_{candidate.binding}" if known else "role_preposition"
        draft.relate(role.name, event, candidate.finding, score=prior(rule), rule=rule)


def _allowed(role: Role, found: Found) -> bool:
    return role.fillers.allows(found.finding.layer, found.finding.label)


def _fits(draft: Draft, candidate: Found, role: Role) -> bool:
    if not _allowed(role, candidate) or _is_site(draft, candidate, role):
        return False
    return not (role.minimum and _is_reason(draft, candidate))


def _is_reason(draft: Draft, candidate: Found) -> bool:
    """Tell whether an event only says why or when: ``wegen des Streiks``."""
    index = _token(draft, candidate.finding)
    return candidate.binding == "event" and any(
        draft.words[i].lower() in _REASONS for i in range(max(0, index - _BEFORE), index)
    )


def _elliptic(draft: Draft, event: Finding) -> bool:
    """Tell whether the clause has no noun of its own: ``…, wurde aber verschoben``."""
    first, after = clause_at(draft, _token(draft, event))
    return not any(word.capital for word in draft.info[first:after])


def _events_before(draft: Draft, event: Finding) -> list[Found]:
    """Return the nouns of the sentence that name an event before this one, the nearest first."""
    index = _token(draft, event)
    sentence = draft.sentence_of(index)
    others = (f for f in draft.in_layer(draft.names.event_layer) if _token(draft, f) in sentence)
    before = [f for f in others if _token(draft, f) < index and draft.info[_token(draft, f)].capital]
    return [Found(f, "event") for f in reversed(before)]


def _is_site(draft: Draft, candidate: Found, role: Role) -> bool:
    """Tell whether a place that is bound like a participant (``Massaker von Srebrenica``) is none.

    Countries act, towns are where it happens.
    """
    finding = candidate.finding
    place = draft.names.of(Category.PLACE)
    if (finding.layer, finding.label) != place or role.fillers.allowed == {place}:
        return False
    if candidate.binding not in ("gen", "von"):
        return False
    text = draft.text[finding.start : finding.end]
    entries = [listed(form) for form in without_genitive(text)]
    return not any(entry is not None and entry.kind == "country" for entry in entries)


def _by_fillers(draft: Draft, role: Role) -> tuple[str, ...]:
    """Return where the fillers of a role stand, judging by what they are."""
    layers = {layer for layer, _ in role.fillers.allowed}
    time, entity = draft.names.of(Category.DATE), draft.names.of(Category.PERSON)
    if layers == {draft.names.event_layer}:
        return ("event",)
    quote = draft.names.of(Category.QUOTE)
    if quote is not None and quote[0] in layers:
        return ("content",)
    if time is not None and layers == {time[0]}:
        return ("time",)
    if role.fillers.allowed == {draft.names.of(Category.PLACE)}:
        return PLACE_BINDINGS[:4]
    return _PARTICIPANTS if entity is not None and entity[0] in layers else ()
