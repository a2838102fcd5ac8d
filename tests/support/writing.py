"""Changes written straight to the log, as an edit by the one whose set it is."""

from __future__ import annotations

from datetime import UTC, datetime

from annotator.core.change import Change, Operation
from annotator.core.ids import ArticleId, OperationId, new_id
from annotator.store import Store


def write(article_id: ArticleId, store: Store, annotator: str, *changes: Change) -> None:
    """Append ``changes`` as one operation on the set of ``annotator``."""
    operation = Operation(
        OperationId(new_id()), article_id, annotator, annotator, datetime.now(UTC), "probe", changes
    )
    store.append(operation, expected_revision=store.set_info(article_id, annotator).revision)
