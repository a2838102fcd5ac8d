"""Training sets out: one file, whole or not at all, or a stream."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from annotator.core.annotation import Cluster, SetState, Status
from annotator.core.article import Article
from annotator.core.errors import ExportFailed
from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.formats.native_jsonl import AnnotatorKind as WrittenKind
from annotator.formats.table import NATIVE, LineFormat
from annotator.services.project import Project
from annotator.services.replacing import replacing
from annotator.store import AnnotatorKind

if TYPE_CHECKING:
    from annotator.services.reviewing_looking import Looking

DEFAULT_STATUSES = {
    AnnotatorKind.HUMAN: frozenset({Status.ACCEPTED}),
    AnnotatorKind.GOLD: frozenset({Status.ACCEPTED}),
    AnnotatorKind.REPEAT: frozenset({Status.ACCEPTED}),
    AnnotatorKind.MACHINE: frozenset({Status.ACCEPTED, Status.SUGGESTED}),
}
"""What is written of a set when nobody says otherwise: a machine decides nothing, it suggests."""

STREAM = Path("-")
"""What an export is called that goes into an open stream."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. ``dangling`` counts relations left out because an end of theirs was not chosen.

    ``open`` counts what is left to decide in the gold set, if that was written, and ``open_articles`` where.
    A cancelled export wrote nothing to a file: the old one is still there.
    """

    target: Path
    lines: int = 0
    articles: int = 0
    spans: int = 0
    relations: int = 0
    dangling: int = 0
    open: int = 0
    open_articles: int = 0
    cancelled: bool = False


def _nothing(done: int, total: int) -> None:
    pass


def _never() -> bool:
    return False


def export_jsonl(
    project: Project | Path,
    target: Path | BinaryIO,
    *,
    annotators: Collection[str] | None = None,
    statuses: Collection[Status] | None = None,
    progress: Callable[[int, int], None] = _nothing,
    cancelled: Callable[[], bool] = _never,
) -> ExportReport:
    """Write the sets of ``annotators`` to ``target``, one line each; ``None`` means every person's.

    Of each set come the annotations with one of ``statuses`` (by default :data:`DEFAULT_STATUSES`), in the
    order of import, then by annotator; the same project gives the same bytes. ``progress`` is called with
    the articles done and their number. Into an open ``target``, such as a pipe, lines go as they come, and a
    cancelled export leaves those that went; its :class:`OSError` is the caller's. Raises
    :class:`ExportFailed` (``target``, ``reason``, and what the reason calls for) with the old file whole, or
    :class:`StoreUnavailable`.
    """
    if isinstance(project, Path):
        with Project.open(project, read_only=True) as opened:
            return export_jsonl(
                opened,
                target,
                annotators=annotators,
                statuses=statuses,
                progress=progress,
                cancelled=cancelled,
            )
    named = target if isinstance(target, Path) else STREAM
    chosen = _chosen_annotators(project, named, annotators)
    run = _Run(project, NATIVE, chosen, frozenset(statuses) if statuses is not None else None)
    try:
        with replacing(target) if isinstance(target, Path) else nullcontext(target) as file:
            return run.write(file, ExportReport(named), progress=progress, cancelled=cancelled)
    except _Cancelled:
        return ExportReport(named, cancelled=True)


_WRITTEN: Mapping[AnnotatorKind, WrittenKind] = {
    AnnotatorKind.HUMAN: "human",
    AnnotatorKind.MACHINE: "machine",
    AnnotatorKind.GOLD: "gold",
    AnnotatorKind.REPEAT: "human",  # in another project nobody could tell whose second pass it is
}


class _Cancelled(Exception):
    """Leaves the writing of the file, so that it does not take its place."""


def _chosen_annotators(
    project: Project, target: Path, names: Collection[str] | None
) -> dict[str, AnnotatorKind]:
    known = {annotator.name: annotator.kind for annotator in project.store.annotators()}
    if names is None:
        return {name: kind for name, kind in known.items() if kind is AnnotatorKind.HUMAN}
    for name in names:
        if name not in known:
            raise ExportFailed(
                target=str(target), reason="unknown_annotator", annotator=name, known=sorted(known)
            )
    return {name: known[name] for name in names}


@dataclass(frozen=True, slots=True)
class _Run:
    """One export under way."""

    project: Project
    format: LineFormat
    annotators: dict[str, AnnotatorKind]
    statuses: frozenset[Status] | None

    def write(
        self,
        file: BinaryIO,
        report: ExportReport,
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> ExportReport:
        store = self.project.store
        ids = store.article_ids()
        looking = self._looking()
        progress(0, len(ids))
        for done, article_id in enumerate(ids, start=1):
            if cancelled():
                raise _Cancelled
            with store.snapshot():  # state, zones and annotations of one moment
                lines = self._lines_of(article_id)
                left = looking.left(article_id) if looking is not None else 0
            for line in lines:
                file.write(line.text)
            report = replace(
                report,
                lines=report.lines + len(lines),
                articles=report.articles + bool(lines),
                spans=report.spans + sum(line.spans for line in lines),
                relations=report.relations + sum(line.relations for line in lines),
                dangling=report.dangling + sum(line.dangling for line in lines),
                open=report.open + left,
                open_articles=report.open_articles + bool(left),
            )
            progress(done, len(ids))
        return report

    def _looking(self) -> Looking | None:
        if AnnotatorKind.GOLD not in self.annotators.values():
            return None
        from annotator.services.reviewing_looking import Looking  # comparing takes long to import

        return Looking(self.project, "")

    def _lines_of(self, article_id: ArticleId) -> list[_Line]:
        store = self.project.store
        wanted = [(n, info.state) for n, info in store.sets(article_id) if n in self.annotators]
        if not wanted:
            return []
        article = replace(store.article(article_id), zones=store.zones(article_id))
        return [self._line_of(article, name, state) for name, state in wanted]

    def _line_of(self, article: Article, name: str, state: SetState) -> _Line:
        kind = self.annotators[name]
        statuses = DEFAULT_STATUSES[kind] if self.statuses is None else self.statuses
        layered, dangling = choose(self.project.store.layered(article.id, name), statuses)
        text = self.format.write_line(
            article, layered, annotator=name, kind=_WRITTEN[kind], state=state, scheme=self.project.scheme
        )
        return _Line(text, len(layered.mentions), len(layered.relations), dangling)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to be written, and what it holds."""

    text: bytes
    spans: int
    relations: int
    dangling: int


def choose(layered: Layered, statuses: Collection[Status]) -> tuple[Layered, int]:
    """Return what of a set has one of ``statuses``, and the number of relations that lost an end by it.

    Clusters keep their members in other articles, which this set knows nothing about; one that keeps no
    member is left out.
    """
    mentions = {key: m for key, m in layered.mentions.items() if m.status in statuses}
    relations = {key: r for key, r in layered.relations.items() if r.status in statuses}
    whole = {key: r for key, r in relations.items() if r.head in mentions and r.tail in mentions}
    gone = layered.mentions.keys() - mentions.keys()
    clusters = {
        key: _without(cluster, gone)
        for key, cluster in layered.clusters.items()
        if cluster.status in statuses and not gone.issuperset(cluster.members)
    }
    return Layered(mentions, whole, clusters, layered.verdicts), len(relations) - len(whole)


def _without(cluster: Cluster, gone: Collection[str]) -> Cluster:
    return replace(cluster, members=tuple(m for m in cluster.members if m not in gone))
