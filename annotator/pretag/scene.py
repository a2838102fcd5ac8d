"""The surroundings of an event trigger: names and times, and how they are bound to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.pretag.clauses import clause_at
from annotator.pretag.draft import Draft
from annotator.pretag.grammar import bond
from annotator.pretag.inflection import AUXILIARIES
from annotator.pretag.merge import NAMES
from annotator.pretag.model import Category, Finding
from annotator.pretag.subjects import PREPOSITIONS
from annotator.pretag.wordlist import word_set

TIMES = (Category.DATE, Category.TIME)
PLACE_BINDINGS = ("in", "an", "bei", "auf", "vor", "nach", "aus")
_CONTRACTED = {"im": "in", "ins": "in", "am": "an", "beim": "bei", "zum": "zu", "zur": "zu", "vom": "von"}
_REACH = 18
_ANTECEDENT = 20
_NOUN_PHRASE = 6
_JOINERS = ("und", "sowie", ",")
_ENDINGS = ("e", "en", "er", "es", "em")
_ARTICLES = word_set("der die das dem den des ein eine einem einen")
_SMALL = word_set("der die das dem den des ein eine und beim selbst auch noch nun erneut wieder")
_GENITIVE_ARTICLES = word_set("der des dieser dieses beider zweier dreier aller")
_POSSESSIVES = word_set("seinem seinen seiner seine sein ihrem ihren ihrer ihre ihr")
_CARRIERS = word_set(
    "führen führte führten geführt führt hielt hielten halten gehalten hatte hatten haben hat habe hätten "
    "absolvierte verübte verübten begann begannen plant planen plante planten verhängte verhängten verhängt "
    "verhängen erhob erhoben unterzeichnete unterzeichneten schloss schlossen"
)
_SUBJECT_ARTICLES = word_set("Das Der Die Dieses Diese das Ein Eine")
_PASSIVE = word_set("wurde wurden worden wird werden werde")


@dataclass(frozen=True, slots=True)
class Found:
    """A possible filler and its binding: a preposition, or ``gen``, ``subject``, ``object``, ``time`` …."""

    finding: Finding
    binding: str


class Scene:
    """Names, times and events of one article, and how they are bound to triggers."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.names = draft.cover(*NAMES, Category.FUNCTION)
        self.times = draft.cover(*TIMES)
        self._parts: dict[int, list[Finding]] = {}
        for finding in draft.of(*NAMES):
            index = draft.tokens_of(finding)[0]
            if finding.end - finding.start < draft.ends[index] - draft.starts[index]:
                self._parts.setdefault(index, []).append(finding)
        self._events = {draft.tokens_of(f)[0]: f for f in draft.in_layer(draft.names.event_layer)}

    def around(self, event: Finding) -> Iterator[Found]:
        """Yield what could fill a role of the event, each thing once, the closest binding first."""
        index = self.draft.article.tokens.covered(event.fragments[0])[0]
        seen: set[object] = {event.key}
        for found in self._all(event, index):
            if found.finding.key not in seen:
                seen.add(found.finding.key)
                yield found

    def _all(self, event: Finding, index: int) -> Iterator[Found]:
        yield from self._inside(index)
        if self.draft.info[index].capital:
            yield from self._attached(index)
            yield from self._before(index)
            yield from self._carried(index)
            yield from self._place_in_clause(index)
        else:
            yield from self._clause(index)
        yield from self._time(index)
        yield from self._other_events(event, index)

    def _holder(self, index: int) -> Finding:
        finding = self.names[index]
        return self.draft.holders.get(finding.key, finding)

    def _end(self, index: int) -> int:
        return self.draft.tokens_of(self.names[index])[-1] + 1

    def _inside(self, index: int) -> Iterator[Found]:
        """Yield the names inside the trigger's own token: ``Trump-Putin-Treffen``."""
        for finding in self._parts.get(index, ()):
            yield Found(finding, "compound")

    def _attached(self, index: int) -> Iterator[Found]:
        """Yield the names in the phrases behind a noun: ``Treffen mit Kremlchef Putin in Budapest``."""
        binding, place = "gen", index + 1
        after = min(self.draft.sentence_of(index).after, index + _REACH)
        while place < after:
            if place in self.names:
                if binding:
                    yield Found(self._holder(place), binding)
                place = self._end(place)
                joined = self.draft.word(place) in _JOINERS and self._leads_to_name(place + 1)
                binding = binding if joined or self.draft.info[place - 1].function else ""
            elif place in self.times:
                place = self.draft.tokens_of(self.times[place])[-1] + 1
            else:
                following = self._step(place, binding, beside=place == index + 1)
                if following is None:
                    return
                binding = following
                place += 1

    def _step(self, place: int, binding: str, *, beside: bool) -> str | None:
        """Return the binding behind a word of the phrases, or ``None`` where they end."""
        word, info = self.draft.words[place], self.draft.info[place]
        if word in PREPOSITIONS:
            return _CONTRACTED.get(word, word)
        if word in _JOINERS:
            return binding if word != "," or self._leads_to_name(place + 1) else None
        if info.capital or info.upper:
            return binding if info.function or info.occupation else ""
        if word in AUXILIARIES or not (word.endswith(_ENDINGS) or word in _SMALL):
            return None
        if beside and word not in _GENITIVE_ARTICLES:
            return ""
        return binding

    def _leads_to_name(self, place: int) -> bool:
        """Tell whether a name follows, past an article or possessive, adjectives and an office."""
        for index in range(place, place + _NOUN_PHRASE - 1):
            if index in self.names:
                return True
            word = self.draft.word(index)
            if index >= len(self.draft) or word in AUXILIARIES:
                return False
            small = word in _ARTICLES or word in _POSSESSIVES or word.endswith(_ENDINGS)
            if not small and not self.draft.info[index].function:
                return False
        return False

    def _before(self, index: int) -> Iterator[Found]:
        """Yield a genitive before a noun (``Trumps Treffen``), or whom a possessive means."""
        draft = self.draft
        place = index - 1
        while place >= 0 and draft.words[place][:1].islower() and place > index - 4:
            if draft.words[place] in _POSSESSIVES:
                yield from self._owner(place)
                return
            if draft.words[place] in PREPOSITIONS:
                return
            place -= 1
        finding = self.names.get(place)
        if finding is None or not draft.words[place].endswith(("s", "'", "’")):
            return
        tokens = draft.tokens_of(finding)
        before = draft.word(tokens[0] - 1)
        if (
            tokens[-1] == place
            and before.lower() not in _ARTICLES
            and before not in PREPOSITIONS - {"Nach", "nach"}
        ):
            yield Found(finding, "gen")

    def _owner(self, place: int) -> Iterator[Found]:
        for index in range(place - 1, max(-1, place - _ANTECEDENT), -1):
            if index in self.names:
                yield Found(self._holder(index), "gen")
                return

    def _carried(self, index: int) -> Iterator[Found]:
        """Yield the subject of a verb that only carries the noun: ``Rubio führte ein Telefonat``."""
        draft = self.draft
        first, after = clause_at(draft, index)
        if not any(draft.words[i] in _CARRIERS for i in range(first, after)):
            return
        if {draft.word(index - 1), draft.word(index - 2)} & PREPOSITIONS:
            return
        if draft.word(index - 1) in _SUBJECT_ARTICLES:
            return
        for place in range(first, index):
            if place in self.names and not self._preposition(place, first):
                yield Found(self._holder(place), "subject")

    def _place_in_clause(self, index: int) -> Iterator[Found]:
        first, after = clause_at(self.draft, index)
        for place in range(index + 1, after):
            if place in self.names:
                binding = self._preposition(place, first)
                if binding in PLACE_BINDINGS[:4]:
                    yield Found(self._holder(place), binding)

    def _clause(self, index: int) -> Iterator[Found]:
        """Yield everything in the clause of a verb: subject and object by order, the rest by preposition."""
        draft = self.draft
        first, after = clause_at(draft, index)
        passive = any(draft.words[i] in _PASSIVE for i in range(first, after))
        free, last = 0, -2
        for place in range(first, after):
            if place not in self.names or place < last:
                continue
            begin = draft.tokens_of(self.names[place])[0]
            binding = self._preposition(begin, first)
            joined = draft.word(begin - 1) in _JOINERS and begin - 1 == last
            free += not binding and not joined
            parsed = self._parsed(place, index, passive=passive)
            yield Found(self._holder(place), parsed or _role(binding, free, passive=passive))
            last = self._end(place)

    def _parsed(self, place: int, verb: int, *, passive: bool) -> str:
        """Return the binding of the name at ``place`` by the parse; empty if none says that it has one."""
        grammar = self.draft.grammar
        if not grammar.parsed:
            return ""
        tokens = self.draft.tokens_of(self.names[place])
        top = next((i for i in tokens if grammar.head(i) not in tokens or grammar.head(i) == i), tokens[-1])
        found = bond(grammar, top, verb, passive=passive)
        if found is None or found.kind != "preposition":
            return found.kind if found else ""
        word = self.draft.words[found.preposition].lower()
        return _CONTRACTED.get(word, word)

    def _preposition(self, place: int, first: int) -> str:
        """Return the preposition that governs the name at ``place``, or the empty string."""
        draft = self.draft
        for index in range(place - 1, max(first - 1, place - _NOUN_PHRASE), -1):
            word = draft.words[index]
            if word in PREPOSITIONS:
                return _CONTRACTED.get(word.lower(), word.lower())
            if index in self.names and not draft.info[index].function:
                if draft.word(index + 1) not in _JOINERS:
                    return ""
                continue
            if not self._modifies(index, place):
                return ""
        return ""

    def _modifies(self, index: int, place: int) -> bool:
        """Tell whether the word at ``index`` can stand in the noun phrase of the name at ``place``."""
        word, info = self.draft.words[index], self.draft.info[index]
        if word in AUXILIARIES:
            return False
        if info.function or word in _JOINERS or word in _SMALL:
            return True
        if info.capital:
            return index == place - 1
        return word[:1].islower() and word.endswith((*_ENDINGS, "n"))

    def _time(self, index: int) -> Iterator[Found]:
        """Yield the time of the clause that stands nearest to the trigger."""
        first, after = clause_at(self.draft, index)
        places = [i for i in range(first, after) if i in self.times]
        if places:
            yield Found(self.times[min(places, key=lambda i: abs(i - index))], "time")

    def _other_events(self, event: Finding, index: int) -> Iterator[Found]:
        """Yield the nouns of the clause that name another event, for roles that events fill."""
        first, after = clause_at(self.draft, index)
        for place in range(first, after):
            other = self._events.get(place)
            if other is not None and other.key != event.key and self.draft.info[place].capital:
                yield Found(other, "event")


def _role(binding: str, free: int, *, passive: bool) -> str:
    if binding == "durch" or (binding == "von" and passive):
        return "subject"
    return binding or ("object" if passive or free > 1 else "subject")
