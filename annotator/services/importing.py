"""Bringing articles in: read, cut into zones and tokens, stored one by one.

Each article is a transaction of its own, so an import can be cancelled or killed at any time and started
again: what is there already is told as a duplicate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, assert_never

from annotator.core.article import Article, article_id
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId, text_sha256
from annotator.ingest.fingerprints import near_fingerprint
from annotator.ingest.items import ImportProblem, RawArticle, Skipped
from annotator.ingest.sources import Reading, unforeseen
from annotator.ingest.zones import day_of, find_zones, title_of
from annotator.pretag.tokenizer import Tokenizer
from annotator.services.importing_ahead import prepared
from annotator.services.importing_prepared import Prepared, PreparedSet, Preparing, layered_of, refusal
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how much is done and how much there is, in bytes of the sources."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that came in."""

    id: ArticleId
    name: str
    title: str
    source: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article whose text is there already (or nearly so) under the name ``first``."""

    source: str
    place: int | None
    name: str
    first: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    ``nearly_the_same`` came in all the same, but differ from another article in white space alone.
    ``sets`` counts the annotation sets that came with articles; ``cancelled`` tells that not all was read.
    """

    imported: tuple[Imported, ...]
    duplicates: tuple[Duplicate, ...]
    nearly_the_same: tuple[Duplicate, ...]
    sets: int
    problems: tuple[ImportProblem, ...]
    skipped: tuple[Skipped, ...]
    cancelled: bool


def import_into(
    project_path: Path,
    paths: Sequence[Path],
    author: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Do :func:`import_paths` on a project file, with a connection of its own: for a worker process."""
    with Project.open(project_path) as project:
        return import_paths(project, paths, author=author, progress=progress, cancelled=cancelled)


def import_paths(
    project: Project,
    paths: Sequence[Path],
    *,
    author: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Bring in what ``paths`` name, files and folders in any mix; returns what became of each part.

    A source that cannot be read is a problem in the report and stops nothing. Raises
    :class:`StoreUnavailable` if the project cannot be written; what came in before stays.
    """
    reading = Reading(paths)
    run = _Run(project, author)
    stopped = False
    items = prepared(reading, Preparing(project.scheme, author))
    with closing(items), project.store.bulk():
        for item, done in items:
            if cancelled is not None and cancelled():
                stopped = True
                break
            run.take(item)
            if progress is not None:
                progress(done, reading.total)
    if progress is not None and not stopped:
        progress(reading.total, reading.total)
    return run.report(cancelled=stopped)


@dataclass(slots=True)
class _Run:
    """One import under way."""

    project: Project
    author: str
    tokenizer: Tokenizer = field(default_factory=Tokenizer)
    names: dict[bytes, str] | None = None
    kinds: dict[str, AnnotatorKind] | None = None
    imported: list[Imported] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    near: list[Duplicate] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    sets: int = 0

    def take(self, item: Prepared) -> None:
        """Deal with one thing that was read."""
        match item:
            case PreparedSet():
                self._take_prepared(item)
            case RawArticle():
                self._take_article(item)
            case ImportProblem():
                self.problems.append(item)
            case Skipped():
                self.skipped.append(item)
            case _:
                assert_never(item)

    def report(self, *, cancelled: bool) -> ImportReport:
        """Return what was done so far."""
        return ImportReport(
            imported=tuple(self.imported),
            duplicates=tuple(self.duplicates),
            nearly_the_same=tuple(self.near),
            sets=self.sets,
            problems=tuple(self.problems),
            skipped=tuple(self.skipped),
            cancelled=cancelled,
        )

    def _take_article(self, raw: RawArticle) -> None:
        identifier = article_id(raw.text)
        store = self.project.store
        if store.has_article(identifier):
            self._duplicate(raw, identifier)
            return
        try:
            article = _article_of(raw, identifier, self.tokenizer)
        except Exception as error:  # as with what is read: one text may not end the import
            self.problems.append(unforeseen(error).problem(raw.source, place=raw.place))
            return
        names = self._fingerprints()
        if store.add_article(article, source=raw.source):
            one = Imported(article.id, article.name, article.title, raw.source, raw.place)
            self._came_in(one, near_fingerprint(article.text), names)
        else:
            self._duplicate(raw, identifier)

    def _take_prepared(self, item: PreparedSet) -> None:
        store, names = self.project.store, self._fingerprints()
        with store.transaction():
            added = store.add_article_row(item.article, source=item.source)
            brought = self._take_set(item, known=None if added else store.article(item.id))
        if added:
            self._came_in(Imported(item.id, item.name, item.title, item.source, item.place), item.near, names)
        elif not brought:
            self._duplicate(item, item.id)

    def _take_set(self, item: PreparedSet, known: Article | None) -> bool:
        """Store the annotations of a line as one operation; ``False`` if there is nothing new in them.

        ``known`` is the article as it was there already, if it was: its tokens may be others.
        """
        store, name, row = self.project.store, item.annotator, item.operation
        if row is None:
            return False
        if known and store.set_info(item.id, name).revision:
            if store.layered(item.id, name) != layered_of(row):
                facts = {"annotator": name, "article": known.name, "remedy": "rename_annotator"}
                self.problems.append(ImportProblem(item.source, "set_exists", item.place, facts))
            return False
        kind = self._kind_of(name, AnnotatorKind(item.kind))
        if kind != item.kind:
            facts = {"annotator": name, "known": kind.value, "found": item.kind}
            facts["remedy"] = "rename_annotator"
            self.problems.append(ImportProblem(item.source, "kind_differs", item.place, facts))
            return False
        refused = refusal(layered_of(row), known, self.project.scheme) if known else item.refused
        if refused is not None:
            self.problems.append(_refused(refused, item))
            return False
        store.ensure_annotator(name, kind)
        self.kinds = {**(self.kinds or {}), name: kind}
        store.append_row(row, expected_revision=0)
        self.sets += 1
        return True

    def _kind_of(self, name: str, said: AnnotatorKind) -> AnnotatorKind:
        """Return the kind of an annotator as the project has it; one who is new is what the line says."""
        if self.kinds is None:
            self.kinds = {annotator.name: annotator.kind for annotator in self.project.store.annotators()}
            self.kinds[MACHINE] = AnnotatorKind.MACHINE
        return self.kinds.get(name, said)

    def _came_in(self, one: Imported, near: bytes, names: dict[bytes, str]) -> None:
        self.imported.append(one)
        first = names.setdefault(near, one.name)
        if first is not one.name:
            self.near.append(Duplicate(one.source, one.place, one.name, first))

    def _duplicate(self, raw: RawArticle | PreparedSet, identifier: ArticleId) -> None:
        first = self.project.store.article_name(identifier)
        self.duplicates.append(Duplicate(raw.source, raw.place, raw.name, first))

    def _fingerprints(self) -> dict[bytes, str]:
        """Return the names of all articles by their near fingerprints; the project's are read once."""
        if self.names is None:
            store = self.project.store
            articles = map(store.article, store.article_ids())
            self.names = {near_fingerprint(article.text): article.name for article in articles}
        return self.names


def _article_of(raw: RawArticle, identifier: ArticleId, tokenizer: Tokenizer) -> Article:
    zones = find_zones(raw.text, title=raw.title)
    tokens, sentences = tokenizer.tokenize(raw.text, breaks=[zone.start for zone in zones])
    return Article(
        id=identifier,
        name=raw.name,
        text=raw.text,
        sha256=text_sha256(raw.text),
        title=raw.title or title_of(raw.text, zones),
        outlet=raw.outlet,
        published_on=raw.published_on or day_of(raw.text, zones),
        url=raw.url,
        tokens=tokens,
        sentences=sentences,
        zones=zones,
        metadata=raw.metadata,
    )


def _refused(error: AnnotatorError, item: PreparedSet) -> ImportProblem:
    facts = {
        **{k: v for k, v in error.data.items() if k != "reason"},
        "because": error.data.get("reason", error.code),
        "annotator": item.annotator,
        "scheme": item.scheme,
        "remedy": "use_its_scheme",
    }
    return ImportProblem(item.source, "annotations_refused", item.place, facts)
