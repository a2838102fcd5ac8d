"""Working apart from the command line: assign, package, merge, review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.services import roles
from annotator.services.project import Project
from annotator.store import Team
from tests.services.packages import ONE, TWO, folder, make_project, work
from tests.support.build import make_article

Run = Callable[..., Result]


@pytest.fixture
def team() -> Iterator[Path]:
    """A project of six articles that nobody has begun."""
    with folder() as place:
        more = [make_article(f"Größl schwieg am {day}. 🚒", name=f"{day}.txt") for day in range(4)]
        make_project(place / "team.annot", (ONE, TWO, *more)).close()
        yield place / "team.annot"


def queues(path: Path) -> dict[str, list[str]]:
    with Project.open(path, read_only=True) as project:
        found: dict[str, list[str]] = {}
        for one in Team(project.store).assignments():
            found.setdefault(one.annotator, []).append(one.article_id)
        return found


def test_articles_are_divided_and_the_loads_are_shown(annotator: Run, team: Path) -> None:
    result = annotator(
        "assign",
        team,
        "--annotators",
        "anna, bert,cära Weiß",
        "--overlap",
        2,
        "--calibration",
        2,
        "--control",
        0.5,
    )
    assert result.exit_code == ExitCode.OK, result.stderr
    assert [line.split()[0] for line in result.stdout.splitlines()[2:]] == ["anna", "bert", "cära"]
    sizes = [len(articles) for articles in queues(team).values()]
    assert sum(sizes) == 2 * 3 + 4 * 2 and max(sizes) - min(sizes) <= 1


def test_a_dry_run_prints_a_table_that_assigns_by_hand(annotator: Run, team: Path, tmp_path: Path) -> None:
    result = annotator("assign", team, "--annotators", "anna,bert", "--dry-run")
    assert result.exit_code == ExitCode.OK
    assert queues(team) == {}
    table = tmp_path / "tabelle.tsv"
    table.write_text(result.stdout.replace("bert\t", "böse Fee\t"), encoding="utf-8")
    assert annotator("assign", team, "--by-hand", table).exit_code == ExitCode.OK
    found = queues(team)
    assert sorted(found) == ["anna", "böse Fee"]
    assert sum(map(len, found.values())) == 6


def test_a_table_names_articles_by_their_files_and_tells_of_unknown_ones(
    annotator: Run, team: Path, tmp_path: Path
) -> None:
    table = tmp_path / "tabelle.csv"
    table.write_text("annotator;article;control\nanna;zwei.txt;ja\nanna;fehlt.txt;\n", encoding="utf-8")
    result = annotator("assign", team, "--by-hand", table)
    assert result.exit_code == ExitCode.INPUT
    assert "line 3: there is no article fehlt.txt" in result.stderr
    table.write_text("annotator;article;control\nanna;zwei.txt;ja\n", encoding="utf-8")
    assert annotator("assign", team, "--by-hand", table).exit_code == ExitCode.OK
    with Project.open(team, read_only=True) as project:
        assert project.store.state(TWO.id, "anna").open_total == 0


def test_only_what_nobody_has_begun_is_assigned_anew(annotator: Run, team: Path) -> None:
    annotator("assign", team, "--annotators", "anna")
    work(team, "anna", [("accept", 0), ("accept", 1)])
    assert annotator("assign", team, "--annotators", "bert").exit_code == ExitCode.OK
    assert sorted(queues(team)["anna"]) == sorted([ONE.id, TWO.id])
    assert len(queues(team)["bert"]) == 4


def test_what_is_taken_from_whom_is_told_and_a_dry_run_takes_nothing(annotator: Run, team: Path) -> None:
    first = annotator("assign", team, "--annotators", "anna,Bärbel Größl", "--calibration", 2)
    assert "taken back" not in first.stderr
    held = queues(team)
    for arguments in (["--dry-run"], []):
        assert queues(team) == held
        result = annotator("assign", team, "--annotators", "anna", *arguments)
        assert "Articles given before, also by hand, and not begun are taken back: Bärbel Größl 4." in (
            result.stderr
        )
        assert "2 articles are no longer for everybody" in result.stderr
        assert "taken back" not in result.stdout
    assert list(queues(team)) == ["anna"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--annotators", "anna", "--overlap", 2], ExitCode.PROBLEM, "2 annotators for each article"),
        (["--annotators", "anna,anna"], ExitCode.PROBLEM, "named twice"),
        (["--annotators", "pretagger"], ExitCode.PROBLEM, "program's own"),
        ([], ExitCode.USAGE, "--annotators"),
        (["--annotators", "anna", "--load", "viel"], ExitCode.USAGE, "anna=40"),
        (["--by-hand", "fehlt.tsv"], ExitCode.INPUT, "There is no fehlt.tsv"),
    ],
)
def test_what_cannot_be_assigned_is_told(
    annotator: Run, team: Path, arguments: list[object], code: ExitCode, words: str
) -> None:
    result = annotator("assign", team, *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert queues(team) == {}


def test_articles_that_nobody_has_room_for_are_told(annotator: Run, team: Path) -> None:
    result = annotator("assign", team, "--annotators", "anna", "--load", "anna=4")
    assert result.exit_code == ExitCode.PROBLEM
    assert "2 articles left over" in result.stderr


def test_work_goes_out_and_comes_back(annotator: Run, team: Path) -> None:
    annotator("assign", team, "--annotators", "anna,bert", "--overlap", 2)
    for name in ("anna", "bert"):
        assert annotator("package", team, "--for", name).exit_code == ExitCode.OK
    packages = [team.with_name(f"team-{name}.annot") for name in ("anna", "bert")]
    for path, name in zip(packages, ("anna", "bert"), strict=True):
        work(path, name, [("done", 0), ("done", 1)])
    result = annotator("merge", team, *packages)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "anna: " in result.stderr and "bert: " in result.stderr
    again = annotator("merge", team, *packages)
    assert again.exit_code == ExitCode.OK
    assert "Nothing new came in." in again.stderr
    assert annotator("check", team).exit_code == ExitCode.OK
    undone = annotator("merge", team, "--undo")
    assert undone.exit_code == ExitCode.OK
    assert "team-anna.annot, team-bert.annot" in undone.stderr
    assert annotator("check", team).exit_code == ExitCode.OK
    assert annotator("merge", team, "--undo").exit_code == ExitCode.PROBLEM


def test_a_package_is_not_replaced_and_a_stranger_gets_none(annotator: Run, team: Path) -> None:
    annotator("assign", team, "--annotators", "anna")
    annotator("package", team, "--for", "anna")
    assert annotator("package", team, "--for", "anna").exit_code == ExitCode.PROJECT
    result = annotator("package", team, "--for", "bert", "-o", team.with_name("b.annot"))
    assert result.exit_code == ExitCode.PROBLEM
    assert "Nothing is assigned to “bert”, but to anna." in result.stderr


def test_what_is_not_merged_is_told_with_a_remedy(annotator: Run, team: Path, project: Path) -> None:
    annotator("package", team, "--for", "anna", "-o", team.with_name("a.annot"))
    work(team.with_name("a.annot"), "anna", [("accept", 0)])
    work(team, "anna", [("reject", 0)])
    result = annotator("merge", team, team.with_name("a.annot"), project, team.with_name("fehlt.annot"))
    assert result.exit_code == ExitCode.PROBLEM
    assert "what is here stays" in result.stderr
    assert f"There is no file {team.with_name('fehlt.annot')}." in result.stderr
    assert "annotator new" not in result.stderr
    assert "--other-scheme" in result.stderr


def test_merging_nothing_is_a_mistake(annotator: Run, team: Path) -> None:
    assert annotator("merge", team).exit_code == ExitCode.USAGE


def test_the_review_is_opened_and_closed_and_the_lead_sees_how_far_everybody_is(
    annotator: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotator("assign", team, "--annotators", "anna,bert")
    work(team, "anna", [("done", 0)])
    result = annotator("review", team, "--lead", "Lea Öz")
    assert "closed" in result.stderr
    assert "Lea Öz" in result.stdout
    monkeypatch.setenv("ANNOTATOR_NAME", "Lea Öz")
    assert annotator("review", team, "--open").exit_code == ExitCode.OK
    with Project.open(team, read_only=True) as project:
        assert roles.leads(project.store) == ("Lea Öz",)
        assert roles.review_open(project.store)
    assert "open" in annotator("review", team).stderr
    annotator("review", team, "--close")
    with Project.open(team, read_only=True) as project:
        assert not roles.review_open(project.store)
        assert roles.visible_to(project.store, "anna") == {"anna", "pretagger"}


def test_a_hostile_name_cannot_leave_the_folder(annotator: Run, team: Path) -> None:
    result = annotator("package", team, "--for", "../../böse\x1b[2J")
    assert result.exit_code == ExitCode.OK
    assert "\x1b" not in result.stderr
    assert [path.name for path in team.parent.glob("team-*")] == ["team-______böse__2J.annot"]


def test_finished_articles_are_given_again_and_go_out_in_a_package_of_their_own(
    annotator: Run, team: Path
) -> None:
    assert annotator("repeat", team, "--for", "anna", "--articles", 1).exit_code == ExitCode.PROBLEM
    work(team, "anna", [("accept", 0), ("done", 0), ("done", 1)])
    refused = annotator("repeat", team, "--for", "anna")
    assert refused.exit_code == ExitCode.USAGE and "--articles or --share" in refused.stderr
    drawn = annotator("repeat", team, "--for", "anna", "--share", 0.5, "--dry-run")
    assert drawn.stdout.strip() in (ONE.id, TWO.id)
    assert queues(team) == {}
    result = annotator("repeat", team, "--for", "anna", "--share", 0.5)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "anna (2): 1 article of 2 finished ones." in result.stderr
    assert queues(team) == {"anna (2)": [drawn.stdout.strip()]}
    made = annotator("package", team, "--for", "anna", "--repeat")
    assert made.exit_code == ExitCode.OK, made.stderr
    which = (ONE.id, TWO.id).index(drawn.stdout.strip())
    file = team.with_name("team-anna (2).annot")
    work(file, "anna (2)", [("accept", which), ("done", which)])
    assert "anna (2): 1 article came in" in annotator("merge", team, file).stderr
    again = annotator("repeat", team, "--for", "anna", "--articles", 9)
    assert "1 article of 1 finished" in again.stderr
    nothing = annotator("package", team, "--for", "bert", "--repeat")
    assert "annotator repeat" in nothing.stderr


def test_the_table_of_queues_leaves_second_passes_out_and_keeps_them(
    annotator: Run, team: Path, tmp_path: Path
) -> None:
    work(team, "anna", [("done", 0)])
    annotator("repeat", team, "--for", "anna", "--articles", 1)
    table = annotator("assign", team, "--annotators", "bert", "--dry-run").stdout
    assert "anna (2)" not in table
    file = tmp_path / "tabelle.tsv"
    file.write_text(table, encoding="utf-8")
    assert annotator("assign", team, "--by-hand", file).exit_code == ExitCode.OK
    assert queues(team)["anna (2)"] == [ONE.id]
