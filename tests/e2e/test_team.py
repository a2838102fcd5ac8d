"""A team of three on the sample articles: packages, work, merge in the window, and a review by keys alone."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import SetState
from annotator.core.resources import seeds
from annotator.core.scheme import Scheme
from annotator.core.verdict import Basis
from annotator.gui import team as window_team
from annotator.gui.dialogs.merge_result import MergeResultDialog
from annotator.gui.review.desk import ReviewDesk
from annotator.review.item import Kind
from annotator.review.version import version_of
from annotator.services.agreement import measure_agreement
from annotator.services.exporting import export_jsonl
from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.reviewing_values import GOLD
from annotator.services.settings import Settings, SettingsFile
from annotator.store import Store
from tests.e2e.driver import Person
from tests.review.perturb import PLANTED, Planted
from tests.services import scripted_team as team
from tests.services.known_agreement import Work, known
from tests.services.teams import TEAM
from tests.support.schema import valid_lines

COUNT = 2
ORDERS = (
    ((0, 1, 2),),
    ((2,), (1,), (0,)),
    ((1, 2), (0, 1)),
    ((0,), (0,), (2, 0), (1,)),
)
"""In what order, and how many at once, the packages of the three are brought in; some of them twice."""


@pytest.fixture
def lead(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    paths = UserPaths(tmp_path / "config", tmp_path / "data", tmp_path / "logs")
    SettingsFile(paths.settings_file).replace(Settings(annotator=team.LEAD, language="de"))
    person = Person(qapp, tmp_path)
    yield person
    person.leave()


def merge(person: Person, monkeypatch: pytest.MonkeyPatch, files: list[Path]) -> None:
    """Bring work in, and close what says how it went."""
    known = set(person.window.findChildren(MergeResultDialog))

    def told() -> set[MergeResultDialog]:
        return set(person.window.findChildren(MergeResultDialog)) - known

    monkeypatch.setattr(window_team, "ask_open_many", lambda *_: files)
    person.window.actions_["merge"].trigger()
    person.wait_until(lambda: bool(told()))
    QTest.keyClick(told().pop(), Qt.Key.Key_Escape)


def review_page(person: Person) -> ReviewDesk:
    person.press("Ctrl+3")
    page = person.window.reviewing.page
    assert page is not None and person.window.pages.currentWidget() is page
    person.wait_until(lambda: not page.session.scanning)
    return page


@dataclass(frozen=True, slots=True)
class Apart:
    """A lead's project before anything is merged, what the team has done, and where their packages are."""

    project: Path
    packages: list[Path]
    plans: team.Plans
    scheme: Scheme

    @property
    def errors(self) -> list[Planted]:
        return [error for plan in self.plans.values() for error in plan.errors]

    def copied(self, folder: Path) -> Path:
        return Path(shutil.copy(self.project, folder / "fähre.annot"))


def work_apart(folder: Path, sources: Sequence[Path]) -> Apart:
    path = folder / "fähre.annot"
    team.begin(path, sources)
    with Project.open(path) as project:
        plans, scheme = team.plans(project), project.scheme
    return Apart(path, team.work_in_packages(path, folder / "pakete", plans), plans, scheme)


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Apart:
    return work_apart(tmp_path_factory.mktemp("team"), sorted(seeds().glob("*.txt")))


@pytest.mark.parametrize("order", ORDERS)
def test_in_whatever_order_work_comes_in_each_planted_disagreement_is_found_and_no_other(
    lead: Person,
    apart: Apart,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    order: Sequence[Sequence[int]],
) -> None:
    path = apart.copied(tmp_path)
    assert lead.window.projects.open(path)
    for files in order:
        merge(lead, monkeypatch, [apart.packages[number] for number in files])
    page = review_page(lead)
    assert {error.kind for error in apart.errors} == PLANTED
    assert Counter(r.kind for r in page.session.all_rows) == Counter(e.kind for e in apart.errors)
    for key, plan in apart.plans.items():
        assert team.missed(plan, [e.item for e in page.session.service.look(key).entries]) == []
    expected = known([Work(p.article, p.sets) for p in apart.plans.values()], TEAM, apart.scheme)
    found = measure_agreement(path, samples=0).figures
    told = {(f.measure, f.scope, f.label, f.pair): f.value for f in found}
    assert {key: told[key] for key in expected} == pytest.approx(expected)


def test_a_team_works_apart_and_its_lead_settles_by_keys(
    lead: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = work_apart(tmp_path, sorted(seeds().glob("*.txt"))[:COUNT])
    path, plans, errors, packages = apart.project, apart.plans, apart.errors, apart.packages
    assert lead.window.projects.open(path)
    merge(lead, monkeypatch, packages[2:])
    merge(lead, monkeypatch, packages[:2])

    page = review_page(lead)
    assert {error.kind for error in errors} >= {Kind.BOUNDARY, Kind.RELATION_MISSING, Kind.CLUSTER_MEMBER}
    store = page.project.store
    first = page.session.row
    assert first is not None
    lead.press("Tab", "Shift+Tab", "S", "Shift+Tab")
    assert page.session.item == first.item, "skipping goes on, and a step back is a step back"
    lead.press("Return", "Z")
    assert page.session.item == first.item and first.open
    settled = 0
    while any(row.open for row in page.session.all_rows):
        assert settled <= len(errors), "each decision settles one"
        lead.press("Return")
        settled += 1
    assert settled == len(errors)
    for key, plan in plans.items():
        assert store.set_info(key, GOLD).state is SetState.DONE
        assert team.said(version_of(store.layered(key, GOLD))) == team.said(version_of(plan.gold))
    lead.press("Z")
    assert sum(row.open for row in page.session.all_rows) == 1
    states = [store.set_info(key, GOLD).state for key in plans]
    assert sorted(states) == sorted([SetState.OPEN, *[SetState.DONE] * (COUNT - 1)])
    lead.press("Shift+Z")
    lead.window.projects.close()

    with Store.open(path) as closed:
        assert closed.check() == []
    export_jsonl(path, tmp_path / "gold.jsonl", annotators=[GOLD])
    lines = valid_lines(tmp_path / "gold.jsonl")
    assert [line["state"] for line in lines] == ["done"] * COUNT
    decided = [one for line in lines for one in line["verdicts"] if one["basis"] == Basis.ADJUDICATED]
    assert sum(not one.get("follows") for one in decided) == len(errors)
    assert {one["by"] for one in decided} == {team.LEAD}
    assert all(set(one["taken"]) < set(TEAM) for one in decided if not one.get("follows"))
