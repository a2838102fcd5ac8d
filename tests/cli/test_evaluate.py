"""Measuring suggestions on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from annotator.cli.exits import ExitCode
from annotator.core import edits
from annotator.core.state import Layered
from annotator.services.editing import Editor
from annotator.services.evaluating import evaluate_project
from annotator.services.pretagging import write_suggestions
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind
from tests.support.build import suggest

Run = Callable[..., Result]
CORPUS = (
    "1\tAngela\tB-PER\tO\n2\tMerkel\tI-PER\tO\n3\tkam\tO\tO\n4\tam\tO\tO\n5\tMontag\tO\tO\n6\tnach\tO\tO\n"
    "7\tBerlin\tB-LOC\tO\n8\t.\tO\tO\n"
)


@pytest.fixture
def tagged(project: Path) -> Path:
    """The project of the fixture with suggestions on its first article: one right, one too many."""
    with Project.open(project) as opened:
        first = opened.store.article(opened.store.article_ids()[0])
        opened.store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
        found = [suggest(first, "Krise", "entity", "PER"), suggest(first, "Karla Weiß", "entity", "PER")]
        write_suggestions(opened, first.id, Layered({m.id: m for m in found}))
    return project


def test_suggestions_are_measured_by_what_a_person_accepted(annotator: Run, tagged: Path) -> None:
    result = annotator("evaluate", tagged, "--against", "änne")
    assert result.exit_code == ExitCode.OK, result.stderr
    row = next(line for line in result.stdout.splitlines() if line.strip().startswith("PER"))
    assert row.split() == ["PER", "50.0", "100.0", "66.7", "66.7", "66.7", "66.7", "1", "2"]
    assert "0 missed, 1 spurious" in result.stdout
    assert "[Karla Weiß] traf am Montag" in result.stdout
    assert "pretagger against änne, 1 article." in result.stderr
    assert "Left out: 1 article not finished" in result.stderr


def test_json_has_all_counts_and_places(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    printed = annotator("evaluate", tagged, "--against", "änne", "--json", "-")
    target = tmp_path / "güte.json"
    assert annotator("evaluate", tagged, "--against", "änne", "--json", target).exit_code == ExitCode.OK
    assert printed.stdout == target.read_text(encoding="utf-8")
    found = json.loads(printed.stdout)
    assert (found["tagger"], found["against"], found["articles"]) == ("pretagger", "änne", 1)
    assert found["scores"][0]["label"] is None
    assert found["scores"][1]["strict"] == {
        "correct": 1,
        "incorrect": 0,
        "partial": 0,
        "missed": 0,
        "spurious": 1,
        "precision": 0.5,
        "recall": 1.0,
        "f1": 0.6667,
    }
    (mistake,) = found["mistakes"]
    assert (mistake["kind"], mistake["gold"]) == ("spurious", None)
    assert mistake["found"] == {"label": "PER", "text": "Karla Weiß"}
    assert mistake["places"][0]["text"] == "Karla Weiß"


def test_an_article_without_suggestions_is_left_out_and_told(annotator: Run, tagged: Path) -> None:
    with Project.open(tagged) as opened:
        second = opened.store.article_ids()[1]
        editor = Editor(opened, "änne")
        editor.open(second)
        assert editor.state is not None and editor.article is not None
        span = [editor.article.tokens[0]]
        editor.perform(
            edits.create(
                editor.state, editor.article, opened.scheme, span, layer="entity", label="PER", author="änne"
            )
        )
    result = annotator("evaluate", tagged, "--against", "änne", "--all")
    assert "Left out: 1 article without a set of pretagger" in result.stderr
    report = evaluate_project(tagged, "änne", unfinished=True)
    assert (report.articles, report.unfinished, report.untagged) == (1, 0, 1)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--against", "fremd"], "Nobody called “fremd”"),
        (["--against", "pretagger"], "cannot be compared with itself"),
        (["--against", "änne", "--label", "QUATSCH"], "no label, relation, role or layer QUATSCH"),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_sentence(
    annotator: Run, tagged: Path, options: list[str], words: str
) -> None:
    result = annotator("evaluate", tagged, *options)
    assert result.exit_code == ExitCode.USAGE
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("options", [[], ["--against", "änne"], ["--corpus", "x", "--all"]])
def test_an_incomplete_command_line_says_what_is_missing(annotator: Run, options: list[str]) -> None:
    result = annotator("evaluate", *options)
    assert result.exit_code == ExitCode.USAGE
    assert "--corpus" in result.stderr


def test_nothing_finished_is_a_problem_with_a_remedy(annotator: Run, tagged: Path) -> None:
    with Project.open(tagged) as opened:
        opened.store.ensure_annotator("jörg", AnnotatorKind.HUMAN)
    result = annotator("evaluate", tagged, "--against", "jörg")
    assert result.exit_code == ExitCode.PROBLEM
    assert "2 articles not finished (--all takes them too)" in result.stderr
    assert "There is nothing to compare." in result.stderr


def test_a_corpus_is_tagged_anew_and_compared(annotator: Run, tmp_path: Path) -> None:
    path = tmp_path / "größe.tsv"
    path.write_text(CORPUS + "\n" + CORPUS, encoding="utf-8")
    result = annotator("evaluate", "--corpus", path, "--jobs", "1")
    assert result.exit_code == ExitCode.OK, result.stderr
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines() if line.strip()}
    assert rows["PER"] == ["100.0", "100.0", "100.0", "100.0", "100.0", "100.0", "2", "2"]
    assert "2 articles." in result.stderr
    assert "Not compared:" in result.stderr and "trained on" not in result.stderr


def test_a_bad_corpus_is_told_with_file_line_and_remedy(annotator: Run, tmp_path: Path) -> None:
    path = tmp_path / "größe.tsv"
    path.write_text("Änne B-PERSON\n", encoding="utf-8")
    result = annotator("evaluate", "--corpus", path)
    assert result.exit_code == ExitCode.INPUT
    assert f"{path}, line 1: nobody says what the label PERSON is" in result.stderr
    assert "--labels" in result.stderr
