"""Parts of words as annotations, by keys, where a label of the scheme allows them; hard cases in the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.annotation import Status
from annotator.core.resources import resource
from annotator.gui.desk import Desk
from annotator.gui.dialogs.apply_to_all import ApplyToAllDialog
from annotator.gui.main_window import MainWindow
from annotator.services.importing import import_paths
from annotator.services.project import Project
from tests.gui.hands import answer, focused, on_disk, press, stored, words

TEXT = (
    "Ein Größl-Vertrauter spricht\n\nDer Größl-Vertraute Jörg Öz nannte den Füssen-Besuch „töricht“. "
    "Größl selbst schwieg.\n"
)


@pytest.fixture
def parts(window: MainWindow, tmp_path: Path) -> Desk:
    """The window with an article in a project whose persons and places may be parts of words."""
    scheme = resource("schemes", "nachrichten.yaml").read_text(encoding="utf-8")
    for key in ('        key: "1"\n', '        key: "3"\n'):
        assert scheme.count(key) == 1
        scheme = scheme.replace(key, key + "        subtoken: true\n")
    (tmp_path / "teile.yaml").write_text(scheme, encoding="utf-8")
    (tmp_path / "größl.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "teile.annot"
    with Project.create(path, scheme_path=tmp_path / "teile.yaml") as project:
        import_paths(project, [tmp_path / "größl.txt"], author="Jonte")
    assert window.projects.open(path)
    assert window.desk is not None
    window.desk.canvas.setFocus()
    return window.desk


def to_word(desk: Desk, word: str, occurrence: int = 0) -> None:
    """Go to a word by the arrow key."""
    article = desk.session.article
    assert article is not None
    texts = [article.text[t.start : t.end] for t in article.tokens]
    at = [index for index, text in enumerate(texts) if text == word][occurrence]
    press(desk.canvas, "Esc", "Ctrl+Home", *["Right"] * at)


def test_the_first_part_of_a_compound_is_a_person_by_letters_and_one_key(parts: Desk) -> None:
    to_word(parts, "Größl-Vertraute")
    press(parts.canvas, *["Alt+Left"] * len("-Vertraute"), "1")
    made = stored(parts, "Größl")
    assert (made.layer, made.label, made.status) == ("entity", "PER", Status.ACCEPTED)
    assert focused(parts) == "Größl"


def test_a_part_in_the_middle_needs_both_ends(parts: Desk) -> None:
    to_word(parts, "Größl-Vertraute")
    press(parts.canvas, *["Alt+Shift+Right"] * len("Größl-"), *["Alt+Left"] * len("ute"), "3")
    assert stored(parts, "Vertra").label == "LOC"


def test_a_whole_word_shrinks_to_a_part_by_letters_and_grows_again(parts: Desk) -> None:
    to_word(parts, "Füssen-Besuch")
    press(parts.canvas, "3", *["Alt+Left"] * len("-Besuch"))
    assert stored(parts, "Füssen").label == "LOC"
    press(parts.canvas, "Alt+Right", "Alt+Shift+Right")
    assert stored(parts, "üssen-").label == "LOC"
    press(parts.canvas, "Z", "Z")
    assert [words(parts, m) for m in on_disk(parts).mentions.values()] == ["Füssen"]


def test_a_label_of_whole_words_does_not_take_a_part_over(parts: Desk, window: MainWindow) -> None:
    to_word(parts, "Füssen-Besuch")
    press(parts.canvas, *["Alt+Left"] * len("-Besuch"), "3", "2")
    assert stored(parts, "Füssen").label == "LOC"
    assert window.status.message == "Dieses Label umfasst nur ganze Wörter."


def test_the_name_is_labelled_in_all_compounds_at_once(parts: Desk) -> None:
    to_word(parts, "Größl")
    press(parts.canvas, "1")

    def in_compounds(dialog: ApplyToAllDialog) -> None:
        dialog.compounds.setChecked(True)
        press(dialog.table, "Return")

    answer(ApplyToAllDialog, in_compounds)
    press(parts.canvas, "Shift+W")
    made = [m for m in on_disk(parts).mentions.values() if words(parts, m) == "Größl"]
    assert len(made) == 3
    assert {m.label for m in made} == {"PER"}


def test_a_hard_case_is_found_by_the_filter_of_the_article_list(desk: Desk, window: MainWindow) -> None:
    articles = desk.articles
    first = desk.session.rows[0].id
    for query, before, after in (("schwierig:ja", [], [first]), ("flag:yes", [first], [])):
        articles.search.edit.setText(query)
        assert [row.id for row in articles.model.shown] == before
        articles.search.edit.clear()
        press(desk.canvas, "F")
        articles.search.edit.setText(query)
        assert [row.id for row in articles.model.shown] == after
        articles.search.edit.clear()
