"""How good the pre-tagger is on a published corpus: tagged anew in worker processes, then compared."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from annotator.core.ids import ArticleId
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.formats.corpus import Corpus, CorpusForm
from annotator.formats.corpus_values import Comparable, Gold
from annotator.formats.scheme_yaml import read_scheme
from annotator.pretag.cutting import cut
from annotator.pretag.model import Failure, PretagResult
from annotator.pretag.pool import Pool
from annotator.pretag.tokenizer import Tokenizer
from annotator.review.evaluation import Comparison, only
from annotator.services.evaluating import (
    MISTAKES,
    Evaluation,
    Progress,
    chosen_labels,
    event_layers,
    never,
    nothing,
)
from annotator.services.exporting import DEFAULT_STATUSES
from annotator.services.project import DEFAULT_SCHEME, Project
from annotator.store import MACHINE, AnnotatorKind

_WORDS_WORTH_A_WORKER = 20_000


@dataclass(frozen=True, slots=True)
class CorpusChoice:
    """A corpus file and how to read it; what is not said is found out. ``labels`` is a table of labels."""

    path: Path
    form: CorpusForm | None = None
    labels: Path | None = None
    annotator: str | None = None


def evaluate_corpus(
    choice: CorpusChoice,
    *,
    project: Path | None = None,
    labels: Collection[str] = (),
    jobs: int | None = None,
    progress: Progress = nothing,
    cancelled: Callable[[], bool] = never,
) -> Evaluation:
    """Tag the texts of a corpus with the shipped pre-tagger and compare with the corpus.

    The scheme is that of ``project``, by default the one that comes with the program. Raises
    :class:`CorpusInvalid`, :class:`EvaluationImpossible` or :class:`WorkersLost`.
    """
    scheme = _scheme(project)
    wanted = chosen_labels(scheme, labels)
    corpus = Corpus(choice.path, scheme, form=choice.form, labels=choice.labels, annotator=choice.annotator)
    tokenizer = Tokenizer()
    golds = [replace(gold, article=cut(gold.article, tokenizer)) for gold in corpus]
    comparison = Comparison(event_layers(scheme), wanted)
    run = _Run(golds, corpus.comparable(golds), comparison)
    words = sum(len(gold.article.tokens) for gold in golds)
    with Pool(scheme, jobs=jobs or _workers_for(words)) as pool:
        run.go(pool, progress, cancelled)
        problems = pool.problems
    return Evaluation(
        MACHINE,
        str(choice.path),
        comparison.articles,
        tuple(comparison.lines()),
        comparison.kinds(),
        comparison.mistakes(MISTAKES),
        beyond=run.beyond,
        failures=tuple(run.failures),
        problems=problems,
        trained_on=_is_training_data(choice.path),
        cancelled=run.stopped,
    )


@dataclass(slots=True)
class _Run:
    """One comparison under way. The same text twice in a corpus is tagged once."""

    golds: list[Gold]
    comparable: Comparable
    comparison: Comparison
    beyond: int = 0
    stopped: bool = False
    failures: list[Failure] = field(default_factory=list)

    def go(self, pool: Pool, progress: Progress, cancelled: Callable[[], bool]) -> None:
        by_id: dict[ArticleId, list[Gold]] = {}
        for gold in self.golds:
            by_id.setdefault(gold.article.id, []).append(gold)
        results: dict[ArticleId, PretagResult] = {}
        progress(0, len(by_id))
        texts = (same[0].article for same in by_id.values())
        for done, answer in enumerate(pool.run(texts, cancelled=cancelled), start=1):
            self.failures += (answer,) if isinstance(answer, Failure) else answer.failures
            if isinstance(answer, PretagResult):
                results[answer.article_id] = answer
            progress(done, len(by_id))
            self.stopped = done < len(by_id)
        # Workers answer in any order; the corpus' own makes the same report each time.
        for gold in self.golds:
            if gold.article.id in results:
                self._compare(gold, results[gold.article.id])

    def _compare(self, gold: Gold, result: PretagResult) -> None:
        found = self.comparable.of(gold.article, result.layered)
        self.beyond += len(result.layered.mentions) - len(found.mentions)
        right = only(gold.layered, DEFAULT_STATUSES[AnnotatorKind.HUMAN])
        self.comparison.add(gold.article.id, gold.article.text, right, found)


def _is_training_data(path: Path) -> bool:
    """Tell whether the shipped model has learnt from a file, by the hashes that it keeps."""
    try:
        manifest = json.loads(resource("models", "manifest.json").read_text(encoding="utf-8"))
        hashes = manifest["training_data"].values()
    except (OSError, ValueError, KeyError, AttributeError):
        return False
    return sha256(path.read_bytes()).hexdigest() in hashes


def _scheme(project: Path | None) -> Scheme:
    if project is None:
        path = resource(*DEFAULT_SCHEME)
        return read_scheme(path.read_text(encoding="utf-8"), name=str(path))
    with Project.open(project, read_only=True) as opened:
        return opened.scheme


def _workers_for(words: int) -> int:
    return max(1, min(os.cpu_count() or 1, words // _WORDS_WORTH_A_WORKER))
