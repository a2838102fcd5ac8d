"""Learning who fills which role: candidates at the triggers of a corpus, folds, and their models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import yaml

from annotator.core.article import Article
from annotator.core.scheme import Scheme
from annotator.core.text import Span
from annotator.pretag.draft import Draft
from annotator.pretag.model import Finding, Key
from annotator.pretag.pipeline import Pretagger, read_config
from annotator.pretag.role_features import Candidate, RoleScene
from annotator.pretag.role_model import RoleModel, choose
from annotator.train.event_corpus import MAPPING, EventText, mapped_types
from annotator.train.event_scores import EventTally, FoundEvent, matches
from annotator.train.logistic import LogisticSettings, fit_logistic

FOLDS = 5
THRESHOLD = 0.3
_LEAST_EXAMPLES = 5
_LONG_SENTENCE = 60
_LEFT_OUT = ("role_scores", "factuality", "coreference", "merge")
SETTINGS = LogisticSettings(l2=1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A filler that could have a role in an event; ``right`` tells that it has it in the corpus."""

    candidate: Candidate
    features: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True, eq=False)
class TaggedText:
    """A text with what the rules found, its triggers, and the examples at each of these."""

    text: EventText
    fold: int
    draft: Draft
    triggers: tuple[Finding, ...]
    examples: Mapping[Key, tuple[Example, ...]]

    def in_corpus(self, trigger: Finding) -> bool:
        """Tell whether the corpus has the trigger."""
        return any(matches(trigger.label, trigger.fragments, gold) for gold in self.text.events)


def known_roles() -> frozenset[tuple[str, str]]:
    """Return the pairs (event type, role) that the corpus and our scheme share."""
    mapping = yaml.safe_load(MAPPING.read_text(encoding="utf-8"))
    return frozenset((entry["type"], role) for entry in mapping.values() for role in entry["roles"].values())


def tag_texts(texts: Sequence[EventText], scheme: Scheme) -> list[TaggedText]:
    """Run the rules over the texts and collect the examples."""
    config = read_config()
    pipeline = [name for name in config.pipeline if name not in _LEFT_OUT]
    pretagger = Pretagger(scheme, config=replace(config, pipeline=pipeline))
    folds = folds_of([text.article for text in texts])
    known = known_roles()
    return [_tagged(text, fold, pretagger, known) for text, fold in zip(texts, folds, strict=True)]


def _tagged(
    text: EventText, fold: int, pretagger: Pretagger, known: frozenset[tuple[str, str]]
) -> TaggedText:
    draft = pretagger.draft(text.article)
    scene = RoleScene(draft)
    types = set(mapped_types())
    triggers = tuple(f for f in draft.in_layer(draft.names.event_layer) if f.label in types)
    examples: dict[Key, tuple[Example, ...]] = {}
    for trigger in triggers:
        label = draft.names.event(trigger.label)
        roles = [role for role in label.roles if (trigger.label, role.name) in known] if label else []
        gold = [e for e in text.events if matches(trigger.label, trigger.fragments, e)]
        wanted = {argument for event in gold for argument in event.arguments}
        examples[trigger.key] = tuple(
            Example(candidate, tuple(scene.features(candidate)), _is_right(candidate, wanted))
            for candidate in scene.candidates(trigger, roles)
        )
    return TaggedText(text, fold, draft, triggers, examples)


def _is_right(candidate: Candidate, wanted: set[tuple[str, Span]]) -> bool:
    place = whole(candidate.filler.fragments)
    return any(role == candidate.role.name and span.overlaps(place) for role, span in wanted)


def whole(fragments: Sequence[Span]) -> Span:
    """Return the stretch from the first to the last fragment."""
    return Span(fragments[0].start, fragments[-1].end)


def folds_of(articles: Sequence[Article]) -> list[int]:
    """Return the fold of each article; articles that share a long sentence (one agency's text) share it."""
    group = list(range(len(articles)))
    first_with: dict[str, int] = {}
    for number, article in enumerate(articles):
        for sentence in _long_sentences(article):
            other = first_with.setdefault(sentence, number)
            old, new = group[number], group[other]
            group = [new if each == old else each for each in group]
    return [int(sha256(articles[each].id.encode()).hexdigest()[:8], 16) % FOLDS for each in group]


def _long_sentences(article: Article) -> Iterator[str]:
    for line in article.text.split("\n"):
        for part in line.split(". "):
            if len(part) >= _LONG_SENTENCE:
                yield part.strip(". ")


def fit_roles(texts: Sequence[TaggedText]) -> RoleModel:
    """Learn from the triggers that the corpus has: at others it does not say who fills what."""
    examples = [
        example
        for text in texts
        for trigger in text.triggers
        if text.in_corpus(trigger)
        for example in text.examples[trigger.key]
    ]
    weights = fit_logistic([e.features for e in examples], [e.right for e in examples], SETTINGS)
    counts: dict[tuple[str, str], int] = {}
    for example in examples:
        pair = example.candidate.event.label, example.candidate.role.name
        counts[pair] = counts.get(pair, 0) + example.right
    return RoleModel(weights, frozenset(pair for pair, n in counts.items() if n >= _LEAST_EXAMPLES))


@dataclass(frozen=True, slots=True)
class RoleFigures:
    """What cross-validation measured: by the rules and with the model, over all triggers and the corpus's."""

    rules: EventTally
    learnt: EventTally
    rules_at_gold: EventTally
    learnt_at_gold: EventTally


def cross_validate_roles(texts: Sequence[TaggedText]) -> RoleFigures:
    """Judge each fold by a model of the others."""
    figures = RoleFigures(*(EventTally(mapped_types()) for _ in range(4)))
    for fold in range(FOLDS):
        model = fit_roles([text for text in texts if text.fold != fold])
        for text in (each for each in texts if each.fold == fold):
            gold, at_gold = text.text.events, [t for t in text.triggers if text.in_corpus(t)]
            rules = {t.key: by_rules(text, t) for t in text.triggers}
            learnt = {t.key: by_model(text, t, model) for t in text.triggers}
            figures.rules.add(gold, rules.values())
            figures.learnt.add(gold, learnt.values())
            figures.rules_at_gold.add(gold, [rules[t.key] for t in at_gold])
            figures.learnt_at_gold.add(gold, [learnt[t.key] for t in at_gold])
    return figures


def by_rules(text: TaggedText, trigger: Finding) -> FoundEvent:
    """Return an event with the arguments that the rules give it, of the roles that the corpus has."""
    known = known_roles_of(trigger.label)
    arguments = {
        (link.label, whole(link.tail.fragments))
        for link in text.draft.links.values()
        if link.head == trigger.key and link.label in known
    }
    return FoundEvent(trigger.label, trigger.fragments, frozenset(arguments))


def by_model(text: TaggedText, trigger: Finding, model: RoleModel) -> FoundEvent:
    """Return an event with the arguments of a model; roles that it does not know go by the rules."""
    examples = text.examples[trigger.key]
    judged = [e for e in examples if (trigger.label, e.candidate.role.name) in model.roles]
    chosen = choose(((e.candidate, model.score(e.features)) for e in judged), threshold=THRESHOLD)
    learnt = {(candidate.role.name, whole(candidate.filler.fragments)) for candidate, _ in chosen}
    rest = {
        (role, place)
        for role, place in by_rules(text, trigger).arguments
        if (trigger.label, role) not in model.roles
    }
    return FoundEvent(trigger.label, trigger.fragments, frozenset(learnt | rest))


def known_roles_of(event_type: str) -> frozenset[str]:
    """Return the roles of a type that corpus and scheme share."""
    return frozenset(role for each, role in _KNOWN if each == event_type)


_KNOWN = known_roles()
