"""Projects that several annotators have finished, for tests of the review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from annotator.core.annotation import SetState
from annotator.core.article import Article
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    Operation,
    RelationChange,
    SetStateChange,
)
from annotator.core.ids import OperationId, new_id
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.services.project import Project
from annotator.store import AnnotatorKind, Store
from tests.support.build import make_scheme

TEAM = ("anna", "böhm", "çelik")


def finish(store: Store, article: Article, name: str, layered: Layered) -> None:
    """Make ``layered`` the whole of an annotator's finished set, whatever was in it before."""
    store.ensure_annotator(name, AnnotatorKind.HUMAN)
    before, info = store.layered(article.id, name), store.set_info(article.id, name)
    changes = [*_differences(before, layered)]
    if info.state is not SetState.DONE:
        changes.append(SetStateChange(info.state, SetState.DONE))
    operation = Operation(
        OperationId(new_id()), article.id, name, name, datetime.now(UTC), "work", tuple(changes)
    )
    store.append(operation, expected_revision=info.revision)


def _differences(before: Layered, after: Layered) -> Iterable[Change]:
    for key in dict.fromkeys([*before.mentions, *after.mentions]):
        if before.mentions.get(key) != after.mentions.get(key):
            yield MentionChange(before.mentions.get(key), after.mentions.get(key))
    for link in dict.fromkeys([*before.relations, *after.relations]):
        if before.relations.get(link) != after.relations.get(link):
            yield RelationChange(before.relations.get(link), after.relations.get(link))
    for chain in dict.fromkeys([*before.clusters, *after.clusters]):
        if before.clusters.get(chain) != after.clusters.get(chain):
            yield ClusterChange(before.clusters.get(chain), after.clusters.get(chain))


def project_of(
    path: Path,
    articles: Sequence[tuple[Article, Mapping[str, Layered]]],
    *,
    scheme: Scheme | None = None,
) -> Project:
    """Make a project in which everybody named has finished the articles."""
    store = Store.create(path, scheme_source="", name="Probe")
    with store.transaction():
        for article, sets in articles:
            store.add_article(article, source=article.name)
            for name, layered in sets.items():
                finish(store, article, name, layered)
    return Project(store, scheme or make_scheme())
