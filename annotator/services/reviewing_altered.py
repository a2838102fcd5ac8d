"""What happened beneath a decision so that it is open again: read from the log, latest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from annotator.core.annotation import Cluster, Mention, Relation, Status
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Operation,
    RelationChange,
    VerdictChange,
)
from annotator.core.verdict import Verdict
from annotator.review.item import Item, annotation_ids
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_added import is_added
from annotator.services.reviewing_values import GOLD, Entry


class What(StrEnum):
    """What somebody did."""

    MARKED = "marked"
    REMOVED = "removed"
    REJECTED = "rejected"
    BOUNDARY = "boundary"
    LABEL = "label"
    ATTRIBUTES = "attributes"
    ENDS = "ends"
    MEMBERS = "members"
    NAME = "name"
    DECIDED = "decided"
    """A reviewer decided anew about what this hangs on."""


@dataclass(frozen=True, slots=True)
class Altered:
    """``who`` did ``what`` to something with these ``words`` (the label of a relation, a cluster's name).

    ``at`` is in UTC.
    """

    who: str
    what: What
    words: str
    at: datetime


def altered(service: Reviewing, entry: Entry) -> tuple[Altered, ...]:
    """Return what reopened a decision of the open article: the last thing that each person did to it."""
    verdict, article = entry.verdict, service.article
    if verdict is None or article is None:
        return ()
    since = _after(service.project.store.operations(article_id=article.id), verdict)
    found: dict[str, Altered] = {}
    for operation in since:
        for one in _in(operation, entry.item, verdict, article.text):
            found[one.who] = one
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))


def _after(operations: Iterable[Operation], verdict: Verdict) -> Iterator[Operation]:
    """Yield what was logged after a decision; what a merge brought in late counts as late."""
    made = False
    for operation in operations:
        if made:
            yield operation
        elif operation.annotator == GOLD:
            verdicts = (c.after for c in operation.changes if isinstance(c, VerdictChange))
            made = any(v is not None and v.id == verdict.id and v.at == verdict.at for v in verdicts)


def _in(operation: Operation, item: Item, verdict: Verdict, text: str) -> Iterator[Altered]:
    ids = {*annotation_ids(item), *verdict.compared}
    for change in operation.changes:
        subject = change.after or change.before
        if operation.annotator == GOLD:
            if (
                isinstance(change, VerdictChange)
                and subject
                and getattr(subject, "id", "") in item.depends_on
            ):
                yield Altered(operation.author, What.DECIDED, "", operation.at)
        elif (is_added(item) or operation.annotator in item.annotators) and getattr(subject, "id", "") in ids:
            what = _what(change)
            if what is not None:
                yield Altered(operation.annotator, what, _words(subject, text), operation.at)


def _what(change: Change) -> What | None:
    match change:
        case MentionChange(before, after):
            return _gone_or_come(before, after) or _of_mention(before, after)
        case RelationChange(before, after):
            return _gone_or_come(before, after) or _of_relation(before, after)
        case ClusterChange(before, after):
            return _gone_or_come(before, after) or _of_cluster(before, after)
        case _:
            return None


def _gone_or_come(
    before: Mention | Relation | Cluster | None, after: Mention | Relation | Cluster | None
) -> What | None:
    if after is None:
        return What.REMOVED
    if after.status is Status.REJECTED:
        return What.REJECTED
    stood = before is not None and before.status is Status.ACCEPTED
    return None if stood else What.MARKED


def _of_mention(before: Mention | None, after: Mention | None) -> What | None:
    if before is None or after is None:
        return None
    if before.fragments != after.fragments:
        return What.BOUNDARY
    if before.label != after.label:
        return What.LABEL
    return What.ATTRIBUTES if before.attributes != after.attributes else None


def _of_relation(before: Relation | None, after: Relation | None) -> What | None:
    if before is None or after is None:
        return None
    if (before.head, before.tail) != (after.head, after.tail):
        return What.ENDS
    return What.LABEL if before.label != after.label else None


def _of_cluster(before: Cluster | None, after: Cluster | None) -> What | None:
    if before is None or after is None:
        return None
    return What.MEMBERS if before.members != after.members else What.NAME


def _words(subject: object, text: str) -> str:
    match subject:
        case Mention():
            return " ".join(subject.text_of(text).split())
        case Relation():
            return subject.label
        case Cluster():
            return subject.name
        case _:
            return ""
