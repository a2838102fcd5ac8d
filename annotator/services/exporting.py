"""Training sets out: one file, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from annotator.core.annotation import Cluster, SetState, Status
from annotator.core.article import Article
from annotator.core.errors import ExportFailed
from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.formats.table import NATIVE, LineFormat
from annotator.services.project import Project
from annotator.store import AnnotatorKind

DEFAULT_STATUSES = {
    AnnotatorKind.HUMAN: frozenset({Status.ACCEPTED}),
    AnnotatorKind.GOLD: frozenset({Status.ACCEPTED}),
    AnnotatorKind.MACHINE: frozenset({Status.ACCEPTED, Status.SUGGESTED}),
}
"""What is written of a set when nobody says otherwise: a machine decides nothing, it suggests."""

_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ELOOP: "no_plain_file",
}
_TEMPORARY = re.compile(r"\.annotator-[0-9a-f]{12}\.tmp")
_STALE_SECONDS = 24 * 60 * 60
_PROJECT_SUFFIXES = (".annot", ".annot-wal", ".annot-shm")


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. ``dangling`` counts relations left out because an end of theirs was not chosen.

    A cancelled export wrote nothing: the old file is still there.
    """

    target: Path
    lines: int = 0
    articles: int = 0
    spans: int = 0
    relations: int = 0
    dangling: int = 0
    cancelled: bool = False


def _nothing(done: int, total: int) -> None:
    pass


def _never() -> bool:
    return False


def export_jsonl(
    project: Project | Path,
    target: Path,
    *,
    annotators: Collection[str] | None = None,
    statuses: Collection[Status] | None = None,
    progress: Callable[[int, int], None] = _nothing,
    cancelled: Callable[[], bool] = _never,
) -> ExportReport:
    """Write the sets of ``annotators`` to ``target``, one line each; ``None`` means every person's.

    Of each set come the annotations with one of ``statuses`` (by default :data:`DEFAULT_STATUSES`), in the
    order of import, then by annotator; the same project gives the same bytes. ``progress`` is called with
    the articles done and their number. Raises :class:`ExportFailed` (``target``, ``reason``, and what the
    reason calls for) with the old file whole, or :class:`StoreUnavailable`.
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
    chosen = _chosen_annotators(project, target, annotators)
    run = _Run(project, NATIVE, chosen, frozenset(statuses) if statuses is not None else None)
    try:
        with _replacing(target) as file:
            return run.write(file, ExportReport(target), progress=progress, cancelled=cancelled)
    except _Cancelled:
        return ExportReport(target, cancelled=True)


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
        progress(0, len(ids))
        for done, article_id in enumerate(ids, start=1):
            if cancelled():
                raise _Cancelled
            with store.snapshot():  # state, zones and annotations of one moment
                lines = self._lines_of(article_id)
            for line in lines:
                file.write(line.text)
            report = replace(
                report,
                lines=report.lines + len(lines),
                articles=report.articles + bool(lines),
                spans=report.spans + sum(line.spans for line in lines),
                relations=report.relations + sum(line.relations for line in lines),
                dangling=report.dangling + sum(line.dangling for line in lines),
            )
            progress(done, len(ids))
        return report

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
            article, layered, annotator=name, kind=kind.value, state=state, scheme=self.project.scheme
        )
        return _Line(text, len(layered.mentions), len(layered.relations), dangling)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to be written, and what it holds."""

    text: bytes
    spans: int
    relations: int
    dangling: int


def make_folder(folder: Path) -> None:
    """Make a folder for exports unless it is there; raises :class:`ExportFailed`."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)


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


# Files --------------------------------------------------------------------------------------------------


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``target`` at the end, or is gone if anything goes wrong."""
    with told(target):
        place = _resolved(target)
        _refuse_what_is_no_target(place, target)
        _remove_stale(place.parent)
        temporary = place.with_name(f".annotator-{secrets.token_hex(6)}.tmp")
        with _removed_on_failure(temporary):
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                temporary.chmod(place.stat().st_mode & 0o777)
            temporary.replace(place)
        _sync_folder(place.parent)


def _resolved(target: Path) -> Path:
    try:
        return target.resolve()
    except RuntimeError as error:
        # What Python says of links in a circle, until 3.13.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _remove_stale(folder: Path) -> None:
    """Remove what exports of this user that were killed have left, a day ago or earlier."""
    before = time.time() - _STALE_SECONDS
    owner = getattr(os, "getuid", int)()
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _TEMPORARY.fullmatch(path.name):
                status = path.lstat()
                if stat.S_ISREG(status.st_mode) and status.st_uid == owner and status.st_mtime < before:
                    path.unlink(missing_ok=True)


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Raise :class:`ExportFailed` in place of the system's errors, for whatever writes ``target``."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "io")
        raise ExportFailed(target=str(target), reason=reason, detail=error.strerror or str(error)) from error


def _refuse_what_is_no_target(place: Path, target: Path) -> None:
    if place.suffix in _PROJECT_SUFFIXES:
        raise ExportFailed(target=str(target), reason="is_project")
    if place.is_dir():
        raise ExportFailed(target=str(target), reason="is_folder")
    if place.exists() and not place.is_file():
        raise ExportFailed(target=str(target), reason="no_plain_file")


@contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Have the new name survive a power cut; not every system lets a folder be opened for it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
