"""What the components find, and what a run returns. Frozen; offsets are code points into the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from annotator.core.annotation import Attributes, Origin
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.core.scheme import Label, Scheme
from annotator.core.state import Layered
from annotator.core.text import Fragmented, Span


class Key(NamedTuple):
    """What tells one finding from another: its place and its label."""

    layer: str
    label: str
    fragments: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """A program or model other than ours that found something."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Finding(Fragmented):
    """A mention in the making. ``rule`` names what found it; ``score`` is a probability in [0, 1].

    ``tool`` is whose finding it is if not our own.
    """

    layer: str
    label: str
    fragments: tuple[Span, ...]
    score: float
    rule: str
    origin: Origin = Origin.RULE
    attributes: Attributes = ()
    tool: Tool | None = None

    @property
    def key(self) -> Key:
        """Its identity."""
        return Key(self.layer, self.label, self.fragments)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation in the making, between two findings."""

    label: str
    head: Key
    tail: Key
    score: float
    rule: str
    origin: Origin = Origin.RULE


@dataclass(frozen=True, slots=True)
class Chain:
    """A cluster in the making: findings of one thing, in reading order."""

    kind: str
    name: str
    members: tuple[Key, ...]
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """Somebody says something: the words that show it, who, and what.

    ``cue`` is the token of the verb or noun, ``lemma`` its dictionary form (a preposition has none of its own
    act, such as ``laut``), ``negated`` tells that it was not said.
    """

    cue: int
    lemma: str
    fragments: tuple[Span, ...]
    speaker: Finding | None
    content: tuple[Finding, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Raised:
    """Something unforeseen: the name of the exception's class, and what it says."""

    kind: str
    detail: str

    @classmethod
    def by(cls, error: Exception) -> Raised:
        """Keep of an exception what can be sent to another process."""
        return cls(type(error).__name__, str(error))


@dataclass(frozen=True, slots=True)
class WorkerEnded:
    """The process that had the article ended; a signal's exit code is negative."""

    exit_code: int | None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What was suggested does not fit the article or the scheme; nothing of it was written."""

    error: AnnotatorError


FailureReason: TypeAlias = Raised | WorkerEnded | NotTaken


@dataclass(frozen=True, slots=True)
class Failure:
    """A component that failed on an article; what the others found stands.

    Without a component (empty) it is the article as a whole.
    """

    article_id: ArticleId
    component: str
    reason: FailureReason


@dataclass(frozen=True, slots=True)
class PretagResult:
    """What the pipeline suggests for one article."""

    article_id: ArticleId
    layered: Layered
    failures: tuple[Failure, ...] = ()


class Category(StrEnum):
    """What the components speak of; the configuration maps it to a layer and a label of the scheme."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"
    FUNCTION = "function"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    QUOTE = "quote"
    REPORTED = "reported"
    CUE = "cue"


class RelationKind(StrEnum):
    """Relations that are no event role; mapped likewise."""

    HAS_FUNCTION = "has_function"
    BELONGS_TO = "belongs_to"
    BASED_IN = "based_in"
    LOCATED_IN = "located_in"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    CUE = "cue"


class Names:
    """What the project's scheme has of what the components can find. A missing label is ``None``."""

    __slots__ = ("_categories", "_relations", "event_layer", "scheme")

    def __init__(
        self, scheme: Scheme, *, labels: Mapping[str, str], relations: Mapping[str, str], event_layer: str
    ) -> None:
        self.scheme = scheme
        self.event_layer = event_layer
        self._categories: dict[Category, tuple[str, str] | None] = {}
        for category in Category:
            layer, _, label = labels.get(category.value, "").partition("/")
            known = scheme.label(layer, label) is not None
            self._categories[category] = (layer, label) if known else None
        types = {kind.name for kind in scheme.relations}
        self._relations = {
            kind: name if (name := relations.get(kind.value, "")) in types else None for kind in RelationKind
        }

    def of(self, category: Category) -> tuple[str, str] | None:
        """Return layer and label of a category."""
        return self._categories[category]

    def relation(self, kind: RelationKind) -> str | None:
        """Return the name of a relation type."""
        return self._relations[kind]

    def event(self, name: str) -> Label | None:
        """Return the event type of that name."""
        return self.scheme.label(self.event_layer, name)

    def subtoken(self, category: Category) -> bool:
        """Tell whether mentions of the category may lie inside a token."""
        place = self.of(category)
        label = self.scheme.label(*place) if place else None
        return label is not None and label.subtoken
