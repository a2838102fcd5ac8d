"""What speaks for a filler having a role in an event: features of (trigger, filler, role), as short texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.scheme import Role
from annotator.pretag.clauses import clause_at
from annotator.pretag.draft import Draft
from annotator.pretag.gazetteer import listed
from annotator.pretag.model import Finding, Link
from annotator.pretag.wordlist import word_set
from annotator.pretag.words import without_genitive

FEATURE_VERSION = 1
_STEPS = (0, 1, 2, 3, 5, 8, 13, 21)
_NEIGHBOURS = 1
_ARTICLES = word_set("der die das dem den des ein eine einem einen einer eines seine seiner ihre ihrer")
_PATH = 4
_ENDINGS = ("en", "er", "e", "es")
_TAIL = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A filler that the scheme allows in a role of an event; ``link`` is what the rules say, if anything."""

    event: Finding
    filler: Finding
    role: Role
    link: Link | None


class RoleScene:
    """The events and possible fillers of one article, by sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        fillers = [f for f in draft.findings.values() if f.layer != draft.names.event_layer]
        self._by_sentence: dict[int, list[Finding]] = {}
        self._sentence = {s.first: number for number, s in enumerate(draft.sentences)}
        for finding in sorted(fillers, key=lambda f: (f.start, -f.end)):
            self._by_sentence.setdefault(self.sentence(finding), []).append(finding)
        self._often = Counter(self._text(f) for f in fillers)

    def sentence(self, finding: Finding) -> int:
        """Return the number of the sentence that a finding begins in."""
        return self._sentence[self.draft.sentence_of(self._tokens(finding)[0]).first]

    def candidates(self, event: Finding, roles: Sequence[Role]) -> Iterator[Candidate]:
        """Yield every filler near the event with every role that the scheme allows it."""
        here = self.sentence(event)
        for number in range(here - _NEIGHBOURS, here + _NEIGHBOURS + 1):
            for filler in self._by_sentence.get(number, ()):
                for role in roles:
                    if role.fillers.allows(filler.layer, filler.label):
                        link = self.draft.links.get((role.name, event.key, filler.key))
                        yield Candidate(event, filler, role, link)

    def features(self, candidate: Candidate) -> list[str]:
        """Return the features: of the pair with the role, and again with type and role."""
        pair = self._pair(candidate.event, candidate.filler)
        link = candidate.link
        pair = [*pair, f"rule={link.rule if link else ''}", f"label={candidate.filler.label}"]
        role, label = candidate.role.name, candidate.event.label
        return [f"{role}|{each}" for each in pair] + [f"{label}.{role}|{each}" for each in pair]

    def _pair(self, event: Finding, filler: Finding) -> list[str]:
        draft = self.draft
        trigger, tokens = self._tokens(event)[0], self._tokens(filler)
        first, after = tokens[0], tokens[-1] + 1
        before = after <= trigger
        inside = first <= trigger < after
        distance = trigger - after if before else first - trigger - 1
        noun = "N" if draft.info[trigger].capital else "V"
        order = "in" if inside else "before" if before else "behind"
        sentences = self.sentence(filler) - self.sentence(event)
        clause = clause_at(draft, trigger)
        preposition = self._governor(first)
        found = [
            "bias",
            f"order={order}{noun}{sentences:+d}",
            f"far={order}{_step(distance)}",
            f"governor={preposition}",
            f"governor={preposition} {order}{noun}{sentences:+d}",
            f"previous={draft.word(first - 1).lower()}",
            f"next={draft.word(after).lower()}",
            f"clause={clause[0] <= first < clause[1]}",
            f"word={draft.words[trigger].lower()[-_TAIL:]} {order}",
            f"behind trigger={draft.word(trigger + 1).lower()} {order}",
            f"nearer={min(3, self._nearer(event, filler, before=before))} {order}",
            f"often={min(3, self._often[self._text(filler)])}",
            f"opening={self.sentence(filler) == 0}",
            f"genitive={draft.words[after - 1].endswith(('s', 'ß', '’'))} {order}",
            f"kind={self._kind(filler)}",
        ]
        found += [f"{each} {filler.label}" for each in found[1:5]]
        if not inside and not sentences and distance <= _PATH:
            span = range(after, trigger) if before else range(trigger + 1, first)
            found.append(f"path={order} {' '.join(draft.words[i].lower() for i in span)}")
        return found

    def _governor(self, first: int) -> str:
        """Return the word before a noun phrase, its article and one adjective left out."""
        draft, place = self.draft, first - 1
        word = draft.word(place)
        adjective = word[:1].islower() and word.endswith(_ENDINGS) and word not in _ARTICLES
        if adjective and draft.word(place - 1).lower() in _ARTICLES:
            place -= 1
        if draft.word(place).lower() in _ARTICLES:
            return f"{draft.word(place - 1).lower()} {draft.word(place).lower()}"
        return draft.word(place).lower()

    def _nearer(self, event: Finding, filler: Finding, *, before: bool) -> int:
        """Return how many fillers of the same label stand between the filler and the trigger."""
        low, high = (filler.end, event.start) if before else (event.end, filler.start)
        near = self._by_sentence.get(self.sentence(filler), ())
        return sum(f.label == filler.label and low <= f.start and f.end <= high for f in near)

    def _kind(self, filler: Finding) -> str:
        kinds = (listed(form) for form in without_genitive(self._text(filler)))
        return next((entry.kind for entry in kinds if entry is not None), "")

    def _text(self, finding: Finding) -> str:
        return self.draft.text[finding.start : finding.end].removesuffix("s")

    def _tokens(self, finding: Finding) -> range:
        return self.draft.article.tokens.covered(finding.fragments[0])


def _step(distance: int) -> int:
    return sum(distance >= step for step in _STEPS)
