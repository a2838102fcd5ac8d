"""How good suggestions are: a machine's set against a person's, article by article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from annotator.core.annotation import SetState
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.pretag.model import Failure
from annotator.review.evaluation import ARGUMENTS, RELATIONS, Comparison, Frequent, Line, only
from annotator.review.mistakes import MistakeKind
from annotator.services.exporting import DEFAULT_STATUSES
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the number of articles done and of all."""

MISTAKES = 200
"""So many of the most frequent mistakes are kept."""


class EvaluationImpossible(AnnotatorError):
    """There is nothing to compare; data: ``reason`` and what it calls for."""

    code = "evaluation_impossible"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a comparison found.

    ``articles`` were compared, ``unfinished`` left out because the annotator is not done with them,
    ``untagged`` because the tagger has no set there. ``beyond`` counts suggestions that the gold standard
    cannot hold and that are no mistakes, therefore. ``failures`` are articles that could not be tagged,
    ``problems`` parts of the pre-tagger that could not be used. ``trained_on`` tells that the shipped model
    has learnt from this very corpus, so that the figures say nothing about other texts.
    """

    tagger: str
    against: str
    articles: int
    lines: tuple[Line, ...]
    kinds: Mapping[MistakeKind, int]
    mistakes: tuple[Frequent, ...]
    unfinished: int = 0
    untagged: int = 0
    beyond: int = 0
    failures: tuple[Failure, ...] = ()
    problems: tuple[AnnotatorError, ...] = ()
    trained_on: bool = False
    cancelled: bool = False


def nothing(done: int, total: int) -> None:
    """Show no progress."""


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


def evaluate_project(
    path: Path,
    against: str,
    *,
    tagger: str = MACHINE,
    unfinished: bool = False,
    labels: Collection[str] = (),
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
) -> Evaluation:
    """Compare the set of ``tagger`` with the accepted annotations of ``against``.

    Only articles count that ``against`` has finished, unless ``unfinished`` is set, and of those only the
    ones that ``tagger`` has a set on. Of a person's set the accepted annotations are taken, of a machine's
    the suggested ones too. ``labels`` limits it (see :func:`chosen_labels`).

    Raises :class:`EvaluationImpossible` (``unknown_annotator``, ``same_annotator``, ``unknown_label``) or
    :class:`StoreUnavailable`.
    """
    with Project.open(path, read_only=True) as project:
        kinds = {annotator.name: annotator.kind for annotator in project.store.annotators()}
        for name in (against, tagger):
            if name not in kinds:
                raise EvaluationImpossible(reason="unknown_annotator", annotator=name, known=sorted(kinds))
        if against == tagger:
            raise EvaluationImpossible(reason="same_annotator", annotator=against)
        comparison = Comparison(event_layers(project.scheme), chosen_labels(project.scheme, labels))
        run = _Run(project, against, tagger, kinds, comparison, unfinished=unfinished)
        stopped = run.go(progress, cancelled)
        return Evaluation(
            tagger,
            against,
            comparison.articles,
            tuple(comparison.lines()),
            comparison.kinds(),
            comparison.mistakes(MISTAKES),
            unfinished=run.left_out,
            untagged=run.untagged,
            cancelled=stopped,
        )


@dataclass(slots=True)
class _Run:
    """One comparison under way."""

    project: Project
    against: str
    tagger: str
    kinds: Mapping[str, AnnotatorKind]
    comparison: Comparison
    unfinished: bool = field(kw_only=True)
    left_out: int = 0
    untagged: int = 0

    def go(self, progress: Progress, cancelled: Callable[[], bool]) -> bool:
        """Compare every article; ``True`` if that was cancelled."""
        ids = self.project.store.article_ids()
        progress(0, len(ids))
        for done, article_id in enumerate(ids, start=1):
            if cancelled():
                return True
            self._take(article_id)
            progress(done, len(ids))
        return False

    def _take(self, article_id: ArticleId) -> None:
        store = self.project.store
        sets = dict(store.sets(article_id))
        state = sets[self.against].state if self.against in sets else SetState.NEW
        if state is not SetState.DONE and not (self.unfinished and self.against in sets):
            self.left_out += 1
        elif self.tagger not in sets:
            self.untagged += 1
        else:
            gold, found = self._side(article_id, self.against), self._side(article_id, self.tagger)
            self.comparison.add(article_id, store.article(article_id).text, gold, found)

    def _side(self, article_id: ArticleId, name: str) -> Layered:
        return only(self.project.store.layered(article_id, name), DEFAULT_STATUSES[self.kinds[name]])


def event_layers(scheme: Scheme) -> frozenset[str]:
    """Return the layers whose relations are arguments."""
    return frozenset(layer.name for layer in scheme.layers if scheme.is_event(layer.name))


def chosen_labels(scheme: Scheme, labels: Collection[str]) -> Callable[[str, str], bool]:
    """Return what tells whether a label of a group is to be compared; without ``labels`` everything is.

    A name is that of a layer or group (``entity``, ``arguments``), of a label, relation or role (``PER``), or
    both (``entity/PER``). Raises :class:`EvaluationImpossible` for a name that the scheme does not have.
    """
    known = {*_names(scheme)}
    for name in labels:
        if name not in known:
            raise EvaluationImpossible(reason="unknown_label", label=name, known=sorted(known))
    chosen = frozenset(labels)
    return lambda group, label: not chosen or bool({group, label, f"{group}/{label}"} & chosen)


def _names(scheme: Scheme) -> Iterator[str]:
    yield from (ARGUMENTS, RELATIONS)
    for layer, label in scheme.labels():
        yield from (layer.name, label.name, f"{layer.name}/{label.name}")
        for role in label.roles:
            yield from (role.name, f"{ARGUMENTS}/{role.name}")
    for relation in scheme.relations:
        yield from (relation.name, f"{RELATIONS}/{relation.name}")
