"""The catalogues: complete, current, and true to the source."""

from __future__ import annotations

import ast
import shutil
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from annotator.core.resources import resource
from annotator.gui import catalogue, i18n
from annotator.gui.actions import ACTIONS, MENUS, RECENT, ZONES
from annotator.gui.i18n import LANGUAGES, Language, install_language, locale_of, resolve_language, tr

GERMAN, ENGLISH = "annotator_de.ts", "annotator_en.ts"


def messages(path: Path) -> Iterator[ET.Element]:
    for context in ET.parse(path).getroot().iter("context"):
        assert context.findtext("name") == "", "texts go through annotator.gui.i18n.tr"
        yield from context.iter("message")


def key(message: ET.Element) -> tuple[str, str]:
    return (message.findtext("source") or "", message.findtext("comment") or "")


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    numerus = [form.text or "" for form in translation.iter("numerusform")]
    return numerus or [translation.text or ""]


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return named | ({"%Ln"} if "%Ln" in text else set())


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    for name in catalogue.CATALOGUES:
        shutil.copyfile(resource("i18n", name), folder / name)
    catalogue.update(folder)
    return folder


@pytest.mark.parametrize("name", [GERMAN, ENGLISH])
def test_no_text_is_missing_and_none_is_stale(fresh: Path, name: str) -> None:
    kept = {key(m) for m in messages(resource("i18n", name))}
    wanted = {key(m) for m in messages(fresh / name)}
    assert kept == wanted, "run python -m annotator.gui.catalogue and translate what is new"


@pytest.mark.parametrize("name", [GERMAN, ENGLISH])
def test_every_text_is_translated_with_its_placeholders(name: str) -> None:
    for message in messages(resource("i18n", name)):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, key(message)
        for form in forms(message):
            assert form.strip(), key(message)
            assert placeholders(form) == placeholders(key(message)[0]), key(message)


@pytest.mark.parametrize("name", [GERMAN, ENGLISH])
def test_the_compiled_catalogue_is_that_of_the_source(tmp_path: Path, name: str) -> None:
    catalogue.compile_to(resource("i18n"), tmp_path)
    compiled = Path(name).with_suffix(".qm").name
    assert (tmp_path / compiled).read_bytes() == resource("i18n", compiled).read_bytes()


def test_every_text_of_the_source_reaches_the_catalogue() -> None:
    known = {source for source, _ in map(key, messages(resource("i18n", GERMAN)))}
    for path in catalogue.sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "mark"):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    assert first.value in known, f"{path.name}:{node.lineno}"


def test_german_quotation_marks_and_dashes() -> None:
    for message in messages(resource("i18n", GERMAN)):
        for form in forms(message):
            assert not set('"”') & set(form), form
            assert form.count("„") == form.count("“"), form
            assert "..." not in form, form


@contextmanager
def speaking(qapp: QApplication, language: Language) -> Iterator[None]:
    translators = install_language(qapp, language)
    try:
        yield
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_of_a_menu_have_different_mnemonics(qapp: QApplication, language: Language) -> None:
    texts = {spec.id: spec.text for spec in ACTIONS} | {RECENT: "Open &recent", ZONES: "Text part is"}
    with speaking(qapp, language):
        for title, ids in (*MENUS, ("", tuple(title for title, _ in MENUS))):
            shown = [tr(texts.get(one, one)) for one in ids if one]
            letters = [s[s.index("&") + 1].casefold() for s in shown if "&" in s]
            assert len(letters) == len(set(letters)), f"{title}: {shown}"


def test_plurals_in_both_languages(qapp: QApplication) -> None:
    seen = {}
    for language in LANGUAGES:
        with speaking(qapp, language):
            seen[language] = [tr("%Ln suggestion(s) open", "", n) for n in (0, 1, 1400)]
    assert seen["de"] == ["0 Vorschläge offen", "1 Vorschlag offen", "1.400 Vorschläge offen"]
    assert seen["en"] == ["0 suggestions open", "1 suggestion open", "1,400 suggestions open"]


def test_a_window_keeps_its_words_while_the_catalogues_are_written_anew(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resource("i18n"), tmp_path / "i18n")
    monkeypatch.setattr(i18n, "resource", tmp_path.joinpath)
    monkeypatch.setattr(i18n, "_compiled", cache(i18n._compiled.__wrapped__))
    with speaking(qapp, "de"):
        for path in tmp_path.rglob("*.qm"):
            path.write_bytes(bytes(path.stat().st_size))
        assert (tr("&Accept"), tr("Undo", "toolbar")) == ("&Annehmen", "Rückgängig")


def test_qt_speaks_the_language_too(qapp: QApplication) -> None:
    with speaking(qapp, "de"):
        assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        ("system", "de_AT", "de"),
        ("system", "en_US", "en"),
        ("system", "fr_FR", "de"),
        ("system", "C", "de"),
        ("en", "de_DE", "en"),
        ("de", "en_GB", "de"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_systems_or_german(
    choice: str, system: str, expected: str
) -> None:
    assert resolve_language(choice, QLocale(system)) == expected


def test_numbers_are_written_as_in_the_country() -> None:
    assert locale_of("de").toString(1400) == "1.400"
    assert locale_of("en").toString(1400) == "1,400"
