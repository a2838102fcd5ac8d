"""The project file behind one object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from annotator.core.article import Article, Zone
from annotator.core.certainty import sure_enough
from annotator.core.change import Operation
from annotator.core.collation import collated
from annotator.core.errors import StoreUnavailable
from annotator.core.history import LogHead
from annotator.core.ids import ArticleId, OperationId
from annotator.core.state import AnnotationState, Layered, overlay
from annotator.store import articles, assignment, check, codec, connection, log, migrations, sets
from annotator.store.check import Finding
from annotator.store.codec import Row
from annotator.store.records import MACHINE, Annotator, AnnotatorKind, ArticleRow, SetInfo


class Store:
    """One connection to one project file. A connection belongs to the thread that opened it.

    Every method raises :class:`StoreUnavailable` when the file cannot be read or written; what was
    acknowledged before stays on disk.
    """

    def __init__(self, path: Path, database: Database, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._database = database

    # Life ------------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, scheme_source: str, name: str) -> Store:
        """Make a new project file; refuses to replace an existing one (``exists``)."""
        try:
            path.open("xb").close()
        except FileExistsError as error:
            raise StoreUnavailable(path=str(path), reason="exists") from error
        except OSError as error:
            raise connection.unavailable(path, error) from error
        store = cls(path, connection.connect(path, read_only=False), read_only=False)
        try:
            connection.prepare(store._database, read_only=False)
            migrations.migrate(store._database, path)
            with store.transaction():
                store.set_meta("name", name)
                store.set_meta("created_at", datetime.now(UTC).isoformat(timespec="seconds"))
                store._add_scheme(scheme_source)
        except BaseException:
            store.close()
            for left in (path, *connection.beside(path)):
                left.unlink(missing_ok=True)
            raise
        return store

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Store:
        """Open a project file and bring it up to date."""
        database = connection.connect(path, read_only=read_only)
        try:
            migrations.check_application(database, path)
            connection.prepare(database, read_only=read_only)
            if read_only:
                migrations.check_version(database, path)
            else:
                migrations.migrate(database, path)
        except BaseException:
            database.close()
            raise
        return cls(path, database, read_only=read_only)

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing; re-entrant."""
        with connection.translated(self.path), connection.transaction(self._database):
            yield

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Write many transactions without waiting for the disk after each.

        Each stays all or nothing, and a killed program loses none; only a power cut can take the last ones
        of the run, until the end of this block, when all are on disk.
        """
        with connection.translated(self.path), connection.unhurried(self._database):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read the file as it is at one moment, whatever others write meanwhile; re-entrant."""
        with connection.translated(self.path), connection.snapshot(self._database):
            yield

    # Project ---------------------------------------------------------------------------------------------

    def scheme_source(self) -> str:
        """Return the YAML of the scheme in force, word for word."""
        with connection.translated(self.path):
            row = self._database.execute("SELECT source FROM scheme ORDER BY number DESC LIMIT 1").fetchone()
        return str(row[0])

    def _add_scheme(self, source: str) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._database.table("scheme").insert({"source": source, "at": now})

    def meta(self) -> Mapping[str, str]:
        """Return the project's facts by name."""
        with connection.translated(self.path):
            return dict(self._database.execute("SELECT name, value FROM meta").fetchall())

    def set_meta(self, name: str, value: str) -> None:
        """Set one of the project's facts."""
        with self.transaction():
            self._database.table("meta").upsert({"name": name, "value": value}, pk="name")

    def annotators(self) -> list[Annotator]:
        """Return everybody with a set, sorted by name as in a German list."""
        with connection.translated(self.path):
            rows = self._database.execute("SELECT name, kind, repeats FROM annotator").fetchall()
        found = [Annotator(name, AnnotatorKind(kind), repeats) for name, kind, repeats in rows]
        return sorted(found, key=lambda one: collated(one.name))

    def ensure_annotator(self, name: str, kind: AnnotatorKind, *, repeats: str = "") -> None:
        """Add an annotator unless the name is known; ``repeats``: whose second pass it is."""
        with connection.translated(self.path):
            added = self._database.execute(
                "INSERT INTO annotator (name, kind) VALUES (?, ?) ON CONFLICT DO NOTHING", [name, kind.value]
            )
            if repeats and added.rowcount > 0:
                self._database.execute("UPDATE annotator SET repeats = ? WHERE name = ?", [repeats, name])

    # Articles --------------------------------------------------------------------------------------------

    def add_article(self, article: Article, *, source: str) -> bool:
        """Store an article; ``False`` if the same text is there already."""
        return self.add_article_row(codec.article_row(article), source=source)

    def add_article_row(self, row: Row, *, source: str) -> bool:
        """As :meth:`add_article`, with the article laid out already (:func:`codec.article_row`)."""
        with connection.translated(self.path):  # one statement, and so a transaction of its own
            return articles.add(self._database, row, source=source)

    def has_article(self, article_id: ArticleId) -> bool:
        """Tell whether the article is there."""
        with connection.translated(self.path):
            return articles.has(self._database, article_id)

    def article(self, article_id: ArticleId) -> Article:
        """Return an article as it was imported."""
        with connection.translated(self.path):
            return articles.get(self._database, article_id)

    def article_name(self, article_id: ArticleId) -> str:
        """Return the name that an article was imported under; empty if it is not there."""
        with connection.translated(self.path):
            return articles.name_of(self._database, article_id)

    def article_ids(self) -> list[ArticleId]:
        """Return all ids in the order of import."""
        with connection.translated(self.path):
            return articles.ids(self._database)

    def article_count(self) -> int:
        """Return the number of articles."""
        with connection.translated(self.path):
            return articles.count(self._database)

    def article_rows(
        self, annotator: str, *, least_score: float = 0.0, counts: bool = True, everything: bool = False
    ) -> list[ArticleRow]:
        """Return the article list as ``annotator`` sees it: her queue, or all in the order of import.

        With ``everything`` it is all of them, though she has a queue. Suggestions below ``least_score`` are
        not counted as open. Without ``counts`` nothing is counted, which is four times as fast;
        :meth:`open_counts` does it for some of them.
        """
        with connection.translated(self.path):
            rows = articles.rows(self._database, annotator, everything=everything)
            if not counts:
                return rows
            ids = [row.id for row in rows]
            known = articles.open_counts(self._database, annotator, ids, least_score=least_score)
        return [row.with_counts(known.get(row.id, (0, 0))) for row in rows]

    def open_counts(
        self, annotator: str, ids: Iterable[ArticleId], *, least_score: float = 0.0
    ) -> dict[ArticleId, tuple[int, int]]:
        """Return how many mentions and relations of each article wait for a decision of ``annotator``."""
        with connection.translated(self.path):
            return articles.open_counts(self._database, annotator, ids, least_score=least_score)

    def zones(self, article_id: ArticleId) -> tuple[Zone, ...]:
        """Return the corrected zones of an article, else those found at import."""
        with connection.translated(self.path):
            return articles.zones(self._database, article_id)

    def last_number(self) -> int:
        """Return the greatest number of an article, 0 without any."""
        with connection.translated(self.path):
            return articles.last_number(self._database)

    # Sets ------------------------------------------------------------------------------------------------

    def layered(self, article_id: ArticleId, annotator: str) -> Layered:
        """Return what one set holds."""
        with connection.translated(self.path):
            return sets.layered(self._database, article_id, annotator)

    def set_info(self, article_id: ArticleId, annotator: str) -> SetInfo:
        """Return how far a set has got."""
        with connection.translated(self.path):
            return sets.info(self._database, article_id, annotator)

    def sets(self, article_id: ArticleId) -> list[tuple[str, SetInfo]]:
        """Return the sets of an article by annotator."""
        with connection.translated(self.path):
            return sets.all_of(self._database, article_id)

    def finished_sets(self) -> Mapping[ArticleId, tuple[tuple[str, int], ...]]:
        """Return the finished sets of people, by article in the order of import: annotator and revision."""
        with connection.translated(self.path):
            return sets.finished(self._database)

    def repeated_sets(self) -> Mapping[str, tuple[ArticleId, ...]]:
        """Return the articles that a second pass and the first one have both finished, by second pass."""
        with connection.translated(self.path):
            return sets.repeated(self._database)

    def state(
        self,
        article_id: ArticleId,
        annotator: str,
        *,
        suggestions_from: tuple[str, ...] = (MACHINE,),
        least_score: float = 0.0,
    ) -> AnnotationState:
        """Return an annotator's work on an article, laid over the suggestions of ``suggestions_from``.

        Suggestions below ``least_score`` are left out of it, unless the annotator has decided them. On her
        control articles there are none.
        """
        below = Layered({}, {}, {})
        with connection.translated(self.path):
            control = assignment.is_control(self._database, article_id, annotator)
        for machine in () if control else suggestions_from:
            found = self.layered(article_id, machine)
            below = Layered(
                {**below.mentions, **found.mentions},
                {**below.relations, **found.relations},
                {**below.clusters, **found.clusters},
            )
        known = self.set_info(article_id, annotator)
        own = self.layered(article_id, annotator)
        return overlay(
            own,
            sure_enough(below, own, least=least_score),
            zones=self.zones(article_id),
            set_state=known.state,
            revision=known.revision,
        )

    def add_active_seconds(self, article_id: ArticleId, annotator: str, seconds: float) -> None:
        """Add working time; it is a measurement, not a decision, and so not in the log."""
        with self.transaction():
            self._database.execute(
                "UPDATE annotation_set SET active_seconds = active_seconds + ? "
                "WHERE article_id = ? AND annotator = ?",
                [seconds, article_id, annotator],
            )

    # The log ---------------------------------------------------------------------------------------------

    def append(self, operation: Operation, *, expected_revision: int | None) -> int:
        """Log an operation and apply it to the tables, in one transaction; returns the set's new revision.

        Raises :class:`StaleRevision` if somebody else wrote the set since ``expected_revision``.
        """
        with self.transaction():
            return log.append(self._database, operation, expected_revision=expected_revision)

    def append_row(self, row: Row, *, expected_revision: int | None) -> int:
        """As :meth:`append`, with the operation laid out already (:func:`entries.operation_row`)."""
        with self.transaction():
            return log.append_row(self._database, row, expected_revision=expected_revision)

    def operations(
        self, *, article_id: ArticleId | None = None, annotator: str | None = None
    ) -> Iterator[Operation]:
        """Yield the log, oldest first."""
        with connection.translated(self.path):
            yield from log.operations(self._database, article_id=article_id, annotator=annotator)

    def operation(self, identifier: OperationId) -> Operation:
        """Return one operation of the log."""
        with connection.translated(self.path):
            return log.operation(self._database, identifier)

    def log_heads(self, *, author: str, annotator: str) -> list[LogHead]:
        """Return what ``author`` did to the sets of ``annotator``, oldest first, without the changes."""
        with connection.translated(self.path):
            return log.heads(self._database, author=author, annotator=annotator)

    def check(self) -> list[Finding]:
        """Return the faults of the file: none means that it is sound."""
        with self.snapshot():
            return check.findings(self._database)
