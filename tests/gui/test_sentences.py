from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

import annotator
from annotator.core.errors import (
    AnnotatorError,
    ExportFailed,
    ImportFailed,
    InvalidEdit,
    SchemeInvalid,
    SchemeViolation,
    StoreUnavailable,
)
from annotator.formats import native_check
from annotator.formats.scheme_reasons import Reason
from annotator.formats.scheme_yaml import read_scheme
from annotator.gui import scheme_sentences, sentences
from annotator.gui.i18n import install_language, tr
from annotator.gui.sentences import sentence, step_name
from annotator.ingest import items
from annotator.pretag import recogniser_model
from annotator.pretag.installed import PipelineRefused
from annotator.services import replacing
from annotator.store import connection

PACKAGE = Path(annotator.__file__).parent


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> Iterator[None]:
    translators = install_language(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def test_an_error_is_told_with_its_facts() -> None:
    assert sentence(StoreUnavailable(path="größe.annot", reason="locked")) == (
        "In größe.annot schreibt gerade ein anderes Programm. Bitte dieses schließen und erneut versuchen."
    )
    assert sentence(ImportFailed(source="b.jsonl", place=7, reason="not_json")).startswith(
        "b.jsonl, Zeile 7 "
    )
    assert sentence(SchemeViolation(reason="role_full", role="Ort")) == "Die Rolle Ort ist schon gefüllt."


def test_a_reason_nobody_has_heard_of_is_still_told() -> None:
    assert sentence(InvalidEdit(reason="moonshine")) == "Das geht hier nicht."
    assert sentence(StoreUnavailable(path="x", reason="moonshine")) == "Das Projekt x ist nicht verfügbar."


def calls() -> Iterator[ast.Call]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def reasons_given_to(kind: type[AnnotatorError]) -> set[str]:
    """Return the reasons with which the package raises such an error, as far as they are literals."""
    return {
        str(keyword.value.value)
        for call in calls()
        if getattr(call.func, "id", "") == kind.__name__
        for keyword in call.keywords
        if keyword.arg == "reason" and isinstance(keyword.value, ast.Constant)
    }


def reasons_for_no_import() -> set[str]:
    """Return the reasons of the readers, of the native format, and those that the import itself finds."""
    found = {
        str(call.args[1].value)
        for call in calls()
        if getattr(call.func, "id", "") == "ImportProblem"
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
    }
    assert {"annotations_refused", "set_exists"} <= found
    return {*found, *get_args(items.Code), *get_args(native_check.Reason)}


def codes_of_errors() -> set[str]:
    """Return the codes of all errors that the package defines."""
    return {
        str(statement.value.value)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and getattr(statement.targets[0], "id", "") == "code"
        and isinstance(statement.value, ast.Constant)
    }


def assert_told(error: AnnotatorError) -> None:
    table = sentences._SENTENCES[error.code]
    assert error.data["reason"] in table
    told = sentence(error)
    assert told.endswith(".") and "\n" not in told
    assert tr(table[error.data["reason"]]) != table[error.data["reason"]], "not translated"


@pytest.mark.parametrize("reason", sorted(reasons_for_no_import()))
def test_every_reason_for_a_failed_import_has_its_sentence(reason: str) -> None:
    assert_told(ImportFailed(source="sätze.jsonl", place=7, reason=reason))
    assert "sätze.jsonl" in sentence(ImportFailed(source="sätze.jsonl", place=7, reason=reason))


@pytest.mark.parametrize(
    "reason",
    sorted(
        reasons_given_to(StoreUnavailable)
        | {code for _, code in connection._REASONS}
        | {*connection._REASONS_OF_THE_SYSTEM.values(), "io"}
    ),
)
def test_every_reason_for_an_unavailable_project_has_its_sentence(reason: str) -> None:
    assert_told(StoreUnavailable(path="größe.annot", reason=reason))


@pytest.mark.parametrize(
    "reason", sorted(reasons_given_to(ExportFailed) | {*replacing._REASONS.values(), "io"})
)
def test_every_reason_for_a_failed_export_has_its_sentence(reason: str) -> None:
    assert_told(ExportFailed(target="größe.jsonl", reason=reason))


@pytest.mark.parametrize("reason", sorted(reasons_given_to(SchemeViolation)))
def test_every_way_to_violate_the_scheme_has_its_sentence(reason: str) -> None:
    assert_told(SchemeViolation(reason=reason))


@pytest.mark.parametrize("reason", sorted(recogniser_model._REMEDY))
def test_every_reason_to_refuse_a_model_has_its_sentence(reason: str) -> None:
    assert_told(recogniser_model.ModelRefused(path="größe/manifest.json", reason=reason))


@pytest.mark.parametrize("reason", ["not_installed", "missing", "damaged", "language", "version"])
def test_every_reason_to_refuse_a_pipeline_names_it_and_the_command(reason: str) -> None:
    command = "/größe/python -m spacy download de_core_news_lg"
    told = sentence(PipelineRefused(name="kurzschule", reason=reason, detail="", remedy=command))
    assert "kurzschule" in told
    assert command in told


def test_no_error_of_the_program_is_told_as_unknown() -> None:
    codes = codes_of_errors() - {AnnotatorError.code}
    assert {"pretag_config_invalid", "pretag_workers_lost", "model_refused", "stale_revision"} <= codes
    assert codes - {"scheme_invalid"} <= set(sentences._SENTENCES)


def test_the_place_within_a_line_is_named() -> None:
    error = ImportFailed(source="b.jsonl", place=7, at="spans[3].end", reason="double_id", found="m9")
    assert sentence(error) == (
        "b.jsonl, Zeile 7, spans[3].end: Die Kennung m9 kommt zweimal vor. Bitte die Datei neu exportieren."
    )


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_to_refuse_a_scheme_has_its_sentence(reason: Reason) -> None:
    told = sentence(SchemeInvalid(source="probe.yaml", line=3, reason=reason.value))
    assert told.startswith("probe.yaml, Zeile 3: ")
    assert "nicht gültig" not in told


def test_a_broken_scheme_is_told_with_line_words_and_remedy() -> None:
    with pytest.raises(SchemeInvalid) as caught:
        read_scheme('name: Probe\nversion: "1"\nlayerz: []\n', name="probe.yaml")
    told = sentence(caught.value)
    assert told == "probe.yaml, Zeile 3: „layerz“ gibt es nicht (Schema). Ist „layers“ gemeint?"


def test_every_step_that_an_edit_can_be_has_a_name() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (PACKAGE / "core").rglob("*.py")]
    names = {
        call.args[0].value
        for tree in trees
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "Plan"
        and isinstance(call.args[0], ast.Constant)
    }
    assert names
    assert {name for name in names if not step_name(str(name))} == set()
    assert step_name(None) == step_name("moonshine") == ""


def test_tables_of_sentences_are_format_strings_without_surprises() -> None:
    tables = [*sentences._SENTENCES.values(), scheme_sentences.SENTENCES]
    for table in tables:
        for text in table.values():
            for _, name, spec, conversion in string.Formatter().parse(text):
                assert name is None or name.isidentifier(), text
                assert not spec and not conversion, text
