"""The gold set from the command line: rules, writing, and who may settle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.core.annotation import SetState
from annotator.core.verdict import Basis
from annotator.services import roles
from annotator.services.project import Project
from annotator.services.reviewing_looking import Looking
from annotator.services.reviewing_rules import Rule, read_rules
from annotator.services.reviewing_values import GOLD
from tests.gui.review_team import sample_articles, sample_sets
from tests.services.teams import finish

Run = Callable[..., Result]
FIRST, SECOND = sample_articles()


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    path = tmp_path / "prüfung.annot"
    with Project.create(path) as project:
        for article in (FIRST, SECOND):
            project.store.add_article(article, source=article.name)
            for name, layered in sample_sets(article).items():
                finish(project.store, article, name, layered)
    return path


def bases(path: Path) -> set[Basis]:
    with Project.open(path, read_only=True) as project:
        assert project.store.check() == []
        held = [project.store.layered(article.id, GOLD) for article in (FIRST, SECOND)]
        return {verdict.basis for each in held for verdict in each.verdicts.values()}


def test_the_gold_set_is_written_by_rule_in_all_articles(annotator: Run, reviewed: Path) -> None:
    result = annotator("review", reviewed, "--gold")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert bases(reviewed) == {Basis.UNANIMOUS}
    assert "gold set of 2 articles is written: 0 settled" in result.stderr
    assert "Taken over by itself: all." in result.stderr


def test_rules_for_all_layers_and_for_one_are_kept_and_told(annotator: Run, reviewed: Path) -> None:
    result = annotator("review", reviewed, "--rule", "majority", "--rule", "event=never", "--gold")
    assert "Taken over by itself: majority; event: never." in result.stderr
    with Project.open(reviewed, read_only=True) as project:
        rules = read_rules(project.store)
    assert (rules.of("entity"), rules.of("event")) == (Rule.MAJORITY, Rule.NEVER)
    assert Basis.MAJORITY in bases(reviewed)


def test_the_majority_everywhere_settles_an_article(annotator: Run, reviewed: Path) -> None:
    annotator("review", reviewed, "--rule", "majority", "--gold")
    with Project.open(reviewed, read_only=True) as project:
        assert project.store.set_info(SECOND.id, GOLD).state is SetState.DONE


def test_writing_again_changes_nothing(annotator: Run, reviewed: Path) -> None:
    annotator("review", reviewed, "--gold")
    with Project.open(reviewed, read_only=True) as project:
        before = project.store.set_info(FIRST.id, GOLD).revision
    annotator("review", reviewed, "--gold")
    with Project.open(reviewed, read_only=True) as project:
        assert project.store.set_info(FIRST.id, GOLD).revision == before


@pytest.mark.parametrize("rule", ["alle", "sport=all", "=", "entity="])
def test_a_rule_that_is_none_is_refused_and_nothing_is_written(
    annotator: Run, reviewed: Path, rule: str
) -> None:
    result = annotator("review", reviewed, "--rule", "never", "--rule", rule, "--gold")
    assert result.exit_code == ExitCode.USAGE
    assert "--rule" in result.stderr
    with Project.open(reviewed, read_only=True) as project:
        assert read_rules(project.store).default is Rule.ALL
    assert bases(reviewed) == set()


def test_reviewers_are_named(annotator: Run, reviewed: Path) -> None:
    annotator("review", reviewed, "--lead", "Lea Öz", "--reviewer", "Mia Weiß", "--open")
    with Project.open(reviewed, read_only=True) as project:
        roles.insist_on_reviewer(project.store, "Mia Weiß")
        with pytest.raises(roles.NotAllowed):
            roles.insist_on_reviewer(project.store, "anna")


def test_an_export_of_the_gold_set_says_what_is_left_to_decide(
    annotator: Run, reviewed: Path, tmp_path: Path
) -> None:
    said = annotator("review", reviewed, "--gold").stderr
    with Project.open(reviewed, read_only=True) as project:
        looking = Looking(project, "")
        left = {one: number for one in looking.articles if (number := looking.left(one))}
    assert len(left) == 2
    assert f"{sum(left.values())} items left to decide" in said
    result = annotator("export", reviewed, tmp_path / "gold.jsonl", "--annotator", GOLD)
    assert result.exit_code == ExitCode.OK
    assert f"not done: {sum(left.values())} items in 2 articles left to decide." in result.stderr
    others = annotator("export", reviewed, tmp_path / "alle.jsonl")
    assert "left to decide" not in others.stderr
    annotator("review", reviewed, "--rule", "majority", "--gold")
    result = annotator("export", reviewed, tmp_path / "gold.jsonl", "--annotator", GOLD)
    assert "left to decide" not in result.stderr
