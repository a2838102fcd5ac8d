"""A team of three on fifty real articles: packages out, work, merged, measured, settled, exported."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path

import pytest

from annotator.core.annotation import Origin, SetState
from annotator.core.verdict import Basis, Choice
from annotator.review.figure import Measure
from annotator.review.item import Kind, SpanItem, annotation_ids
from annotator.review.version import version_of
from annotator.services.agreement import Agreement, measure_agreement
from annotator.services.exporting import export_jsonl
from annotator.services.merging import merge_files
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD, Decision
from tests.review.perturb import PLANTED
from tests.services import scripted_team as team
from tests.services.known_agreement import Work, known
from tests.services.packages import held
from tests.services.teams import TEAM
from tests.support.schema import valid_lines

COUNT = 50
EVERYTHING = ""
SPLIT_OR_MERGED = Kind.CLUSTER_PARTITION
pytestmark = pytest.mark.skipif(
    not team.ARTICLES.is_file(), reason="the articles do not lie beside the project"
)


class Way:
    """The project as the team left it: merged, before the review."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "nachrichten.annot"
        with team.ARTICLES.open(encoding="utf-8") as lines:
            some = [next(lines) for _ in range(COUNT)]
        source = folder / "fünfzig.jsonl"
        source.write_text("".join(some), encoding="utf-8")
        team.begin(self.path, [source])
        with Project.open(self.path) as project:
            self.scheme = project.scheme
            self.plans = team.plans(project)
        self.fresh = Path(shutil.copy(self.path, folder / "frisch.annot"))
        self.packages = team.work_in_packages(self.path, folder / "pakete", self.plans)
        with Project.open(self.path) as project:
            report = merge_files(project, self.packages, author=team.LEAD)
            assert dict(report.merged) == dict.fromkeys(TEAM, COUNT)
            assert report.told == ()


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    return Way(tmp_path_factory.mktemp("team"))


@pytest.fixture(scope="module")
def agreement(way: Way) -> Agreement:
    return measure_agreement(way.path, samples=0)


@pytest.fixture
def project(way: Way, tmp_path: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copy(way.path, tmp_path / "prüfung.annot"))) as opened:
        yield opened


def test_every_kind_of_error_is_planted_somewhere(way: Way) -> None:
    kinds = Counter(error.kind for plan in way.plans.values() for error in plan.errors)
    assert set(kinds) == set(PLANTED)
    # A split is about the one cluster that there should be, a merger about the two.
    parts = {len(e.about) for plan in way.plans.values() for e in plan.errors if e.kind is SPLIT_OR_MERGED}
    assert parts == {1, 2}
    assert sum(kinds.values()) > 15 * COUNT


def test_packages_merged_in_any_order_give_the_same_project(way: Way, tmp_path: Path) -> None:
    found = []
    for number, files in enumerate(permutations(way.packages)):
        copy = Path(shutil.copy(way.fresh, tmp_path / f"{number}.annot"))
        with Project.open(copy) as opened:
            for file in files:
                merge_files(opened, [file], author=team.LEAD)
            again = merge_files(opened, files, author=team.LEAD)
            assert (dict(again.merged), again.operations) == ({}, 0)
            found.append(held(opened.store))
    assert all(one == found[0] for one in found[1:])


def test_agreement_is_what_the_planted_errors_make_it(way: Way, agreement: Agreement) -> None:
    pairs = []
    for one, other in combinations(TEAM, 2):
        matched = sum(
            len(plan.gold.mentions) - team.broken(plan, one) - team.broken(plan, other)
            for plan in way.plans.values()
        )
        items = sum(team.mentions_of(plan, name) for plan in way.plans.values() for name in (one, other))
        (exact,) = [
            figure
            for figure in agreement.of((one, other), scope=EVERYTHING)
            if figure.measure is Measure.SPAN_EXACT and not figure.label
        ]
        assert exact.items == items
        assert exact.value == pytest.approx(2 * matched / items)
        pairs.append(2 * matched / items)
    assert (agreement.articles, agreement.alone) == (COUNT, 0)
    assert 0.5 < min(pairs) < max(pairs) < 1


def test_every_figure_is_the_one_that_the_planted_errors_make(way: Way, agreement: Agreement) -> None:
    work = [Work(plan.article, plan.sets) for plan in way.plans.values()]
    expected = known(work, TEAM, way.scheme)
    ours = {(f.measure, f.scope, f.label, f.pair): f.value for f in agreement.figures}
    wanted = set(Measure) - {
        Measure.GAMMA,
        Measure.UNIT_ALPHA,
        Measure.UNIT_ALPHA_BINARY,
        Measure.UNIT_ALPHA_CODING,
    }
    assert {measure for measure, *_ in expected} == wanted
    for measure in wanted - {Measure.TOKEN_FLEISS}:
        there = {pair for found, _, _, pair in expected if found is measure}
        assert there == {None, *combinations(TEAM, 2)}, measure
    told = {key: ours[key] for key in expected}
    assert told == {key: pytest.approx(value, abs=1e-9) for key, value in expected.items()}
    below = {measure for (measure, *_), value in expected.items() if value < 1}
    assert below == wanted, "each measure has something to find"


def test_each_planted_disagreement_is_found_with_its_kind_and_no_other_is(way: Way, project: Project) -> None:
    review = Reviewing(project, team.LEAD)
    assert set(review.articles) == set(way.plans)
    for key, plan in way.plans.items():
        items = [entry.item for entry in review.look(key).entries]
        found = team.disputed(items)
        assert sorted(item.types for item in found) == sorted((error.kind,) for error in plan.errors)
        for name in TEAM:
            for error in plan.planted[name]:
                (item,) = (i for i in found if error.kind in i.types and set(error.about) & annotation_ids(i))
                assert item.sides[-1] == (item.annotators.index(name),), "who erred stands alone"
                if isinstance(item, SpanItem):
                    assert item.overlap == pytest.approx(team.overlap(plan, name, error))
        asked = [row.item for row in review.rows(key)]
        assert sorted(asked) == sorted(item.id for item in found)


def test_settled_by_the_majority_the_gold_is_the_truth_and_says_who_settled_what(
    way: Way, project: Project, tmp_path: Path
) -> None:
    review = Reviewing(project, team.LEAD)
    settled = 0
    for key, plan in way.plans.items():
        review.open(key)
        while ready := [r for r in review.rows(key) if r.open and not r.entry.waits_for]:
            assert project.store.set_info(key, GOLD).state is SetState.OPEN
            item = ready[0].entry.item
            taken = tuple(item.annotators[position] for position in item.majority)
            review.decide(item.id, Decision(Choice.TAKE, taken=taken, reason="slip", clause="2.3"))
            settled += 1
        assert project.store.set_info(key, GOLD).state is SetState.DONE
        made = version_of(project.store.layered(key, GOLD))
        assert team.said(made) == team.said(version_of(plan.gold))
    assert settled == sum(len(plan.errors) for plan in way.plans.values())
    assert project.store.check() == []

    target = tmp_path / "gold.jsonl"
    report = export_jsonl(project, target, annotators=[GOLD])
    assert report.lines == COUNT
    for line in valid_lines(target):
        plan = way.plans[line["id"]]
        assert (line["annotator"], line["state"]) == (GOLD, "done")
        bases = Counter(one["basis"] for one in line["verdicts"] if not one.get("follows"))
        assert bases[Basis.ADJUDICATED.value] == len(plan.errors)
        assert set(bases) <= {Basis.ADJUDICATED.value, Basis.UNANIMOUS.value}
        assert {one["by"] for one in line["verdicts"] if one["basis"] == "adjudicated"} <= {team.LEAD}
        assert {span["provenance"]["origin"] for span in line["spans"]} == {Origin.ADJUDICATED.value}
        results = {name for one in line["verdicts"] for name in one["result"]}
        assert {span["id"] for span in line["spans"]} <= results


def test_the_gold_after_taking_one_annotator_everywhere_is_hers(way: Way, project: Project) -> None:
    review = Reviewing(project, team.LEAD)
    for key in list(way.plans)[:10]:
        review.open(key)
        while ready := [r for r in review.rows(key) if r.open and not r.entry.waits_for]:
            review.decide(ready[0].item, Decision(Choice.TAKE, taken=(TEAM[0],)))
        made = version_of(project.store.layered(key, GOLD))
        assert team.said(made) == team.said(version_of(way.plans[key].sets[TEAM[0]]))
