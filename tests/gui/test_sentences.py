from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import annotator
from annotator.core.errors import ImportFailed, InvalidEdit, SchemeInvalid, SchemeViolation, StoreUnavailable
from annotator.formats.scheme_reasons import Reason
from annotator.formats.scheme_yaml import read_scheme
from annotator.gui import scheme_sentences, sentences
from annotator.gui.i18n import install_language
from annotator.gui.sentences import sentence, step_name

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
