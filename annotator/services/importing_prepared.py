"""What an import can do without the project file: reading, decoding, checking, laying out as rows."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TypeAlias

from annotator.core import validation
from annotator.core.article import Article
from annotator.core.change import ClusterChange, MentionChange, Operation, RelationChange, VerdictChange
from annotator.core.errors import ImportFailed, InvalidEdit, SchemeViolation
from annotator.core.ids import ArticleId, OperationId, new_id
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.formats.native_jsonl import AnnotatorKind, NativeArticle, operation_changes, read_line
from annotator.ingest.fingerprints import near_fingerprint
from annotator.ingest.items import ImportProblem, Item, RawArticle
from annotator.ingest.sources import Reading
from annotator.store import codec, entries
from annotator.store.codec import Row


@dataclass(frozen=True, slots=True)
class PreparedSet:
    """A line of the program's own JSONL: an article and one annotator's set on it, as rows of the file.

    ``article`` are the values of :data:`codec.ARTICLE_COLUMNS`, ``operation`` those of
    :data:`entries.OPERATION_COLUMNS` (nothing if the set is empty), ``near`` the digest of the text.
    ``refused`` is why scheme and text do not take the annotations, where they do not.
    """

    id: ArticleId
    name: str
    title: str
    near: bytes
    article: Row
    annotator: str
    kind: AnnotatorKind
    scheme: str
    operation: Row | None
    refused: InvalidEdit | SchemeViolation | None
    source: str
    place: int | None


Prepared: TypeAlias = Item | PreparedSet


@dataclass(frozen=True, slots=True)
class Preparing:
    """Prepares what is read for a project of this scheme; ``author`` is who imports."""

    scheme: Scheme
    author: str

    def all_of(self, reading: Reading, *, after: int = 0) -> Generator[tuple[Prepared, int], None, None]:
        """Yield what is read ``after`` so many items, prepared, and how many bytes of sources are done."""
        for item in islice(reading, after, None):
            native = isinstance(item, RawArticle) and item.native is not None
            yield self._set(item) if native else item, reading.done  # type: ignore[arg-type]

    def _set(self, raw: RawArticle) -> PreparedSet | ImportProblem:
        assert raw.native is not None
        try:
            native = read_line(raw.native, source=raw.source, line=raw.place)
        except ImportFailed as error:
            facts = {k: v for k, v in error.data.items() if k not in ("source", "place", "reason")}
            return ImportProblem(raw.source, error.data["reason"], raw.place, facts)
        article = native.article
        return PreparedSet(
            id=article.id,
            name=article.name,
            title=article.title,
            near=near_fingerprint(article.text),
            article=codec.article_row(article),
            annotator=native.annotator,
            kind=native.kind,
            scheme=native.scheme_name,
            operation=self._operation(native),
            refused=refusal(native.layered, article, self.scheme),
            source=raw.source,
            place=raw.place,
        )

    def _operation(self, native: NativeArticle) -> Row | None:
        changes = operation_changes(native)
        if not changes:
            return None
        operation = Operation(
            id=OperationId(new_id()),
            article_id=native.article.id,
            annotator=native.annotator,
            author=self.author,
            at=datetime.now(UTC),
            name="import",
            changes=changes,
        )
        return entries.operation_row(operation, entries.entries_of(changes))


def refusal(own: Layered, article: Article, scheme: Scheme) -> InvalidEdit | SchemeViolation | None:
    """Return why text and scheme do not take a set, if they do not."""
    try:
        validation.check_set(own, article=article, scheme=scheme)
    except (InvalidEdit, SchemeViolation) as error:
        return error
    return None


def layered_of(operation: Row) -> Layered:
    """Return the set that an operation makes of an empty one."""
    changes = entries.operation_of(operation).changes
    return Layered(
        {c.after.id: c.after for c in changes if isinstance(c, MentionChange) and c.after},
        {c.after.id: c.after for c in changes if isinstance(c, RelationChange) and c.after},
        {c.after.id: c.after for c in changes if isinstance(c, ClusterChange) and c.after},
        {c.after.id: c.after for c in changes if isinstance(c, VerdictChange) and c.after},
    )
