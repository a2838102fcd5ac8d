"""A team of three by script: packages of pre-tagged articles out, known errors worked in, and merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.core.ids import ArticleId, MentionId, RelationId, derived_id
from annotator.core.scheme import Scheme
from annotator.core.state import Layered
from annotator.core.validation import check_set
from annotator.review.item import Item, Kind, annotation_ids
from annotator.review.version import Version
from annotator.services import roles
from annotator.services.importing import import_paths
from annotator.services.packaging import make_packages
from annotator.services.pretagging import pretag_project
from annotator.services.project import Project
from annotator.store import MACHINE
from tests.review.golds import HUMAN
from tests.review.perturb import Planted, perturb_team
from tests.services.teams import TEAM, finish

LEAD = "lea"
ARTICLES = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "wikinews" / "wikinews_699.jsonl"
_PLACES = 3
BROKEN = frozenset({Kind.BOUNDARY, Kind.LABEL, Kind.MISSING, Kind.STATUS})
"""Errors after which a mention is no longer the gold's."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to come of one article: the truth, everybody's set, and everybody's errors."""

    article: Article
    gold: Layered
    sets: dict[str, Layered]
    planted: dict[str, tuple[Planted, ...]]

    @property
    def errors(self) -> list[Planted]:
        """All errors of the team."""
        return [one for name in TEAM for one in self.planted[name]]


Plans = dict[ArticleId, Plan]


def begin(path: Path, sources: Sequence[Path]) -> None:
    """Make the lead's project, bring articles in, and pre-tag them."""
    with Project.create(path) as project:
        roles.set_leads(project.store, [LEAD])
        assert not import_paths(project, sources, author=LEAD).problems
    report = pretag_project(path, jobs=1)
    assert (report.failures, report.problems, report.cancelled) == ((), (), False)


def plans(project: Project, *, errors: Sequence[str] | None = None) -> Plans:
    """Return what the team will do: accept the suggestions as the lead would, and err in places."""
    found = {}
    for number, key in enumerate(project.store.article_ids()):
        article = project.store.article(key)
        gold = accepted(article, project.store.layered(key, MACHINE), project.scheme)
        fits = partial(holds, article=article, scheme=project.scheme)
        assert fits(gold), "a gold that the scheme allows"
        sets, planted = perturb_team(
            gold, article, project.scheme, names=TEAM, seed=number, errors=errors, fits=fits
        )
        found[key] = Plan(article, gold, sets, planted)
    return found


def holds(layered: Layered, *, article: Article, scheme: Scheme) -> bool:
    """Tell whether a set is one that a person could have made."""
    try:
        check_set(layered, article=article, scheme=scheme)
    except AnnotatorError:
        return False
    return True


def accepted(article: Article, suggested: Layered, scheme: Scheme) -> Layered:
    """Return suggestions as a person accepts them, with relations between places that no rule suggests."""
    mentions = {
        key: replace(m, status=Status.ACCEPTED, provenance=replace(m.provenance, derived_from=key))
        for key, m in suggested.mentions.items()
    }
    relations = {key: replace(r, status=Status.ACCEPTED) for key, r in suggested.relations.items()}
    clusters = {key: replace(c, status=Status.ACCEPTED) for key, c in suggested.clusters.items()}
    gold = Layered(mentions, relations, clusters)
    towns = sorted((m for m in mentions.values() if m.label == "LOC"), key=lambda m: m.order)
    for one, other in list(zip(towns[::2], towns[1::2], strict=False))[:_PLACES]:
        more = replace(gold, relations={**gold.relations, **_lies_in(one, other)})
        gold = more if holds(more, article=article, scheme=scheme) else gold
    return gold


def _lies_in(one: Mention, other: Mention) -> dict[RelationId, Relation]:
    key = RelationId(derived_id("liegt-in", one.id, other.id))
    return {key: Relation(key, "liegt-in", one.id, other.id, (), Status.ACCEPTED, HUMAN)}


def work_in_packages(path: Path, folder: Path, wanted: Plans) -> list[Path]:
    """Hand packages out and have everybody do her work in hers; returns the files."""
    folder.mkdir()
    packages = make_packages(path, TEAM, folder)
    for package in packages:
        with Project.open(package.path) as project:
            with project.store.transaction():
                for plan in wanted.values():
                    finish(project.store, plan.article, package.annotator, plan.sets[package.annotator])
            assert project.store.check() == []
    return [package.path for package in packages]


def broken(plan: Plan, name: str) -> int:
    """Count the gold mentions that an annotator does not have as they are."""
    return sum(error.kind in BROKEN and error.about[0] in plan.gold.mentions for error in plan.planted[name])


def overlap(plan: Plan, name: str, error: Planted) -> float:
    """Return the share of letters that an erring annotator's mention has in common with the gold's."""
    key = MentionId(error.about[0])
    mine, gold = plan.sets[name].mentions.get(key), plan.gold.mentions.get(key)
    if error.kind is not Kind.BOUNDARY or mine is None or gold is None:
        return 1.0
    ours, theirs = ({at for f in m.fragments for at in range(f.start, f.end)} for m in (mine, gold))
    return len(ours & theirs) / len(ours | theirs)


def mentions_of(plan: Plan, name: str) -> int:
    """Count the mentions that an annotator stands for, from her errors alone."""
    lost = sum(
        error.kind in (Kind.MISSING, Kind.STATUS) and error.about[0] in plan.gold.mentions
        for error in plan.planted[name]
    )
    invented = sum(
        error.kind is Kind.MISSING and error.about[0] not in plan.gold.mentions
        for error in plan.planted[name]
    )
    return len(plan.gold.mentions) - lost + invented


def said(version: Version) -> tuple[object, ...]:
    """Return what a version says, without ids."""
    at = {m.id: (m.layer, m.label, m.fragments, m.attributes) for m in version.mentions}
    return (
        sorted(at.values()),
        sorted((at[r.head], at[r.tail], r.label, r.attributes) for r in version.relations),
        sorted((c.kind, c.kb_id, sorted(at[m] for m in c.members)) for c in version.clusters),
    )


def missed(plan: Plan, items: Sequence[Item]) -> list[str]:
    """Return what was planted and is not among the items with its kind, and what is and was not planted."""
    found, wrong = disputed(items), []
    for name in TEAM:
        for error in plan.planted[name]:
            at = [i for i in found if i.types == (error.kind,) and set(error.about) & annotation_ids(i)]
            if len(at) != 1 or at[0].sides[-1] != (at[0].annotators.index(name),):
                wrong.append(f"{name}: {error}")
            found = [item for item in found if item not in at]
    return wrong + [f"not planted: {item.types} {item.id}" for item in found]


def disputed(items: Sequence[Item]) -> list[Item]:
    """Return the items that are disagreements of their own."""
    return [item for item in items if item.types and not item.consequent]
