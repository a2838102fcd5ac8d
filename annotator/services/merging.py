"""Bringing sets back from other project files: the entries of their log are copied, by id, and replayed.

A set has one writer, so its log here and in the file are mostly one the beginning of the other, and the
longer one holds. Where they part, the set was changed in both: then it stays as it is here. That makes
merging idempotent, and its order does not matter. Zones belong to the article: the latest correction holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from annotator.core.annotation import Cluster, Status
from annotator.core.change import ClusterChange, Operation
from annotator.core.collation import collated
from annotator.core.errors import AnnotatorError, InvalidEdit, SchemeViolation
from annotator.core.ids import ArticleId, ClusterId, OperationId
from annotator.core.scheme import Scheme
from annotator.core.valid_links import check_relation
from annotator.core.valid_mentions import check_mention
from annotator.formats.scheme_yaml import read_scheme
from annotator.services import roles
from annotator.services.merge_report import MergeReport, Reason, Told
from annotator.services.merge_zones import with_zones
from annotator.services.project import Project
from annotator.store import Annotator, AnnotatorKind, Store, Team


def merge_files(
    project: Project | Path,
    files: Sequence[Path],
    *,
    author: str,
    other_scheme: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MergeReport:
    """Bring the sets of people in ``files`` into a project; all in one transaction, or, cancelled, nothing.

    A file that follows another scheme is passed over and told, unless ``other_scheme`` has it taken as far
    as it fits. Raises :class:`StoreUnavailable` where the project cannot be written; files that cannot be
    read are told.
    """
    if isinstance(project, Path):
        with Project.open(project) as opened:
            return merge_files(
                opened,
                files,
                author=author,
                other_scheme=other_scheme,
                progress=progress,
                cancelled=cancelled,
            )
    try:
        with project.store.transaction():
            merge = _Merge(project, author, other_scheme=other_scheme)
            before = merge.team.last_number()
            for done, file in enumerate(files):
                progress(done, len(files))
                if cancelled():
                    raise _Cancelled
                merge.file(file)
            progress(len(files), len(files))
            if merge.operations or merge.seconds:
                merge.team.record(
                    author=author,
                    sources=[file.name for file in files],
                    first=before + 1,
                    seconds=[(*at, value) for at, value in merge.seconds.items()],
                )
    except _Cancelled:
        return MergeReport({}, cancelled=True)
    return merge.report()


class _Cancelled(Exception):
    pass


class _Merge:
    """One merge under way; the caller holds the transaction."""

    def __init__(self, project: Project, author: str, *, other_scheme: bool) -> None:
        self.project = project
        self.author = author
        self.store = project.store
        self.team = Team(project.store)
        self.other_scheme = other_scheme
        self.known = {one.name: one for one in self.store.annotators()}
        self.names = {self.store.article_name(one): one for one in self.store.article_ids()}
        self.undone = self.team.undone()
        self.told: list[Told] = []
        self.merged: dict[str, set[ArticleId]] = {}
        self.unchanged: set[tuple[str, ArticleId]] = set()
        self.operations = 0
        self.seconds: dict[tuple[ArticleId, str], float] = {}

    def report(self) -> MergeReport:
        names = sorted(self.merged, key=collated)
        grown = {name: len(self.merged[name]) for name in names}
        same = {(n, a) for n, a in self.unchanged if a not in self.merged.get(n, ())}
        return MergeReport(grown, len(same), self.operations, tuple(self.told))

    def file(self, path: Path) -> None:
        """Bring in one file; what is wrong with it is told and stops nothing else."""
        if path.resolve() == self.project.path.resolve():
            self.told.append(Told(path, "same_file"))
            return
        try:
            with Project.open(path, read_only=True) as other, other.store.snapshot():
                self._project(path, other)
        except AnnotatorError as error:
            self.told.append(Told(path, "unreadable", facts=_facts(error), error=error))

    def _project(self, path: Path, other: Project) -> None:
        scheme, theirs = self.project.scheme, other.scheme
        if not _same_scheme(self.store, other.store) and not self.other_scheme:
            facts = {"here": f"{scheme.name} {scheme.version}", "there": f"{theirs.name} {theirs.version}"}
            self.told.append(Told(path, "scheme_differs", facts=facts))
            return
        mine = roles.package_for(other.store)
        people = [
            one
            for one in other.store.annotators()
            if one.kind in (AnnotatorKind.HUMAN, AnnotatorKind.REPEAT) and (not mine or one.name == mine)
        ]
        work = {
            one: {at: chain for at, chain in Team(other.store).chains(one.name).items() if chain}
            for one in people
        }
        articles = frozenset[ArticleId]().union(*work.values())
        if len(articles) > 1 and all(self._is_missing(other, one) for one in articles):
            self.told.append(Told(path, "articles_missing", facts={"number": str(len(articles))}))
            return
        for one, chains in work.items():
            if chains and self.known.get(one.name, one) != one:
                self.told.append(Told(path, "kind_differs", one.name))
            elif chains:
                self._annotator(path, other, one, chains)
        if not articles:
            self.told.append(Told(path, "nothing_in_it", mine or ", ".join(one.name for one in people)))

    def _is_missing(self, other: Project, article_id: ArticleId) -> bool:
        """Tell whether there is no article here with this text, nor one with another under its name."""
        return (
            not self.store.has_article(article_id) and other.store.article_name(article_id) not in self.names
        )

    def _annotator(
        self, path: Path, other: Project, one: Annotator, chains: Mapping[ArticleId, Sequence[OperationId]]
    ) -> None:
        name = one.name
        here = self.team.chains(name)
        new: dict[ArticleId, frozenset[OperationId]] = {}
        for article_id, chain in chains.items():
            known = here.get(article_id, [])
            if reason := self._refusal(other, article_id, known, chain):
                self._tell(path, reason, name, other, article_id)
            elif len(chain) > len(known):
                new[article_id] = frozenset(chain[len(known) :])
            else:
                self.unchanged.add((name, article_id))
        self._take(path, other, one, new)
        for article_id in chains:
            self._seconds(other, article_id, name)

    def _refusal(
        self,
        other: Project,
        article_id: ArticleId,
        known: Sequence[OperationId],
        chain: Sequence[OperationId],
    ) -> Reason | None:
        if not self.store.has_article(article_id):
            return "article_missing" if self._is_missing(other, article_id) else "text_differs"
        shorter = min(len(known), len(chain))
        if list(known[:shorter]) != list(chain[:shorter]):
            return "changed_in_both"
        if list(self.store.article(article_id).tokens) != list(other.store.article(article_id).tokens):
            return "tokens_differ"
        return None

    def _take(
        self, path: Path, other: Project, one: Annotator, new: dict[ArticleId, frozenset[OperationId]]
    ) -> None:
        name = one.name
        wanted = frozenset().union(*new.values())
        operations = [entry for entry in other.store.operations(annotator=name) if entry.id in wanted]
        for article_id in list(new):
            if fault := self._misfit(other, article_id, name):
                self._tell(path, "does_not_fit", name, other, article_id, fault)
                del new[article_id]
        while new and (torn := self._torn(name, [e for e in operations if e.article_id in new])):
            self._tell(path, "cluster_changed_in_both", name, other, torn)
            del new[torn]
        if not new:
            return
        self.store.ensure_annotator(name, one.kind, repeats=one.repeats)
        self.known[name] = one
        for operation in operations:
            if operation.article_id in new:
                fitted = with_zones(self.store, operation)
                if fitted is not operation:
                    self._tell(path, "zones_differ", name, other, operation.article_id)
                self.team.take(fitted, undone=self.undone.get(operation.id), author=self.author)
                self.operations += 1
        self.merged.setdefault(name, set()).update(new)

    def _misfit(self, other: Project, article_id: ArticleId, name: str) -> AnnotatorError | None:
        """Return why a set does not fit text and scheme here."""
        state = other.store.state(article_id, name)
        article = self.store.article(article_id)
        try:
            for mention in state.mentions.values():
                if mention.id in state.own:
                    check_mention(mention, article=article, scheme=self.project.scheme)
            for relation in state.relations.values():
                if relation.id in state.own and relation.status is Status.ACCEPTED:
                    check_relation(relation, state, scheme=self.project.scheme)
        except (InvalidEdit, SchemeViolation) as error:
            return error
        return None

    def _torn(self, name: str, operations: Sequence[Operation]) -> ArticleId | None:
        """Return an article whose new entries change a cluster that is not as they found it."""
        now: dict[ClusterId, Cluster | None] = {}
        for operation in operations:
            for change in clusters_of(operation):
                one = change.after or change.before
                if one is None:
                    continue
                if one.id not in now:
                    now[one.id] = self.team.cluster(name, one.id)
                if now[one.id] != change.before:
                    return operation.article_id
                now[one.id] = change.after
        return None

    def _seconds(self, other: Project, article_id: ArticleId, name: str) -> None:
        """Take the longer working time, where the set is here."""
        grown = article_id in self.merged.get(name, ())
        if not grown and (name, article_id) not in self.unchanged:
            return
        before = self.store.set_info(article_id, name).active_seconds
        there = other.store.set_info(article_id, name).active_seconds
        if there > before:
            self.seconds.setdefault((article_id, name), before)
            self.team.raise_seconds(article_id, name, there)

    def _tell(
        self,
        path: Path,
        reason: Reason,
        annotator: str,
        other: Project,
        article_id: ArticleId,
        error: AnnotatorError | None = None,
    ) -> None:
        name = other.store.article_name(article_id)
        made = Told(path, reason, annotator, name, _facts(error) if error else {}, error)
        if made not in self.told:
            self.told.append(made)


def clusters_of(operation: Operation) -> list[ClusterChange]:
    """Return what an entry of the log does to clusters."""
    return [change for change in operation.changes if isinstance(change, ClusterChange)]


def _facts(error: AnnotatorError) -> dict[str, str]:
    return {name: str(value) for name, value in error.data.items()}


def _same_scheme(here: Store, there: Store) -> bool:
    one, other = here.scheme_source(), there.scheme_source()
    return one == other or _read(one) == _read(other)


def _read(source: str) -> Scheme:
    return read_scheme(source, name="")
