"""Projects in which a team of three has finished the same articles, with known errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.core.annotation import SetState
from annotator.core.article import Article
from annotator.core.change import Operation, SetStateChange
from annotator.core.ids import ArticleId, OperationId, new_id
from annotator.core.state import Layered
from annotator.review.version import Reviewed, reviewed
from annotator.services.pretagging import differences
from annotator.services.project import Project
from annotator.store import AnnotatorKind
from tests.review.golds import make_gold
from tests.review.perturb import perturb
from tests.support.build import make_scheme

NAMES = ("anna", "bela", "cleo")
BEGIN = datetime(2024, 3, 11, 9, tzinfo=UTC)


def make_team(
    path: Path, *, articles: int = 12, names: Sequence[str] = NAMES, errors: tuple[str, ...] | None = None
) -> list[Reviewed]:
    """Make a project; one article a day is finished by everybody. Returns what it holds."""
    found = []
    scheme = make_scheme()
    with Project.create(path) as project:
        for number in range(articles):
            article, gold = make_gold(number, words=80, mentions=30)
            project.store.add_article(article, source=f"{number}.txt")
            sets = {}
            for index, name in enumerate(names):
                sets[name] = perturb(gold, article, scheme, seed=10 * number + index, errors=errors)[0]
                finish(project, article, name, sets[name], at=BEGIN + timedelta(days=number))
            found.append(reviewed(article, sets))
    return found


def finish(project: Project, article: Article, name: str, layered: Layered, *, at: datetime) -> None:
    """Put a set into the project and finish it."""
    project.store.ensure_annotator(name, AnnotatorKind.HUMAN)
    changes = differences(Layered(), layered)
    state = SetStateChange(SetState.NEW, SetState.DONE)
    for verb, made in (("create", changes), ("set_state", (state,))):
        operation = Operation(OperationId(new_id()), article.id, name, name, at, verb, made)
        project.store.append(operation, expected_revision=None)


def texts(found: Sequence[Reviewed]) -> Mapping[ArticleId, Article]:
    """Return the articles by id."""
    return {one.article.id: one.article for one in found}
