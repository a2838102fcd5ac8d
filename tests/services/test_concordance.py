from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from annotator.core import edits
from annotator.core.annotation import SetState
from annotator.core.errors import QueryInvalid
from annotator.services.concordance import Hit, Order, in_order, search
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import Store
from tests.services.test_undo_machine import pretag
from tests.support.build import make_article, make_scheme, place

TEXT = (
    "Ärger um die Fähre\n"
    "Karla Weiß traf am Montag Jörg Größl in Füssen. ÄRGER gab es um 50% der Kosten_stelle.\n"
    "Die Schifffahrt 🚒 ruht, sagte Weiß."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "probe.annot"
    with Store.create(path, scheme_source="", name="Probe") as store:
        other = replace(make_article(TEXT), outlet="Alpen-Bote", published_on=date(2023, 1, 2))
        articles = (make_article(), other)
        for article in articles:
            store.add_article(article, source="probe")
        pretag(store, articles)
    return path


@pytest.fixture
def editor(path: Path) -> Iterator[Editor]:
    with Project(Store.open(path), make_scheme()) as project:
        yield Editor(project, "anna")


def found(editor: Editor, query: str) -> list[str]:
    return [hit.text for hit in hits(editor, query)]


def hits(editor: Editor, query: str) -> list[Hit]:
    return list(search(editor.project, query, annotator=editor.annotator))


def test_a_word_is_found_in_any_case_with_its_context_in_reading_order(editor: Editor) -> None:
    first, second = hits(editor, "ärger")
    assert (first.text, second.text) == ("Ärger", "ÄRGER")
    assert first.left == ""
    assert second.left.endswith("Größl in Füssen. ")
    assert second.right.startswith(" gab es um 50%")


def test_offsets_are_code_points_behind_an_emoji(editor: Editor) -> None:
    (hit,) = hits(editor, "ruht")
    assert TEXT[hit.span.start : hit.span.end] == "ruht"


def test_signs_that_mean_something_to_the_database_mean_themselves(editor: Editor) -> None:
    assert found(editor, "50%") == ["50%"]
    assert found(editor, "Kosten_stelle") == ["Kosten_stelle"]
    assert found(editor, "Kosten%stelle") == []


def test_all_words_must_be_in_the_article_and_none_that_is_excluded(editor: Editor) -> None:
    assert len(found(editor, "Weiß Schifffahrt")) == 3
    assert found(editor, "Fähre -Größl") == []


def test_articles_are_chosen_by_outlet_date_and_state(editor: Editor) -> None:
    assert {hit.number for hit in hits(editor, "Größl medium:alpen")} == {2}
    assert {hit.number for hit in hits(editor, "Größl date:2024")} == {1}
    assert len(hits(editor, "-outlet:Alpen")) == 1
    article = editor.project.store.article_ids()[0]
    editor.open(article)
    assert editor.state is not None
    editor.perform(edits.set_state(editor.state, SetState.DONE))
    assert {hit.article_id for hit in hits(editor, "Größl state:fertig")} == {article}


def test_mentions_are_found_by_label_layer_text_and_status(editor: Editor) -> None:
    assert found(editor, "label:PER text:größl") == ["Jörg Größl", "Jörg Größl"]
    assert found(editor, "Ebene:Ereignisse medium:küsten") == ["traf"]
    assert found(editor, "label:PER -text:Karla outlet:Küsten") == ["Jörg Größl"]
    assert found(editor, "label:PER status:accepted") == []


def test_a_decision_shows_at_once_and_a_rejected_mention_only_when_asked_for(editor: Editor) -> None:
    article = editor.project.store.article_ids()[0]
    editor.open(article)
    assert editor.state is not None
    karla, joerg = (m for m in editor.state.visible_mentions() if m.label == "PER")
    editor.perform(edits.accept(editor.state, [karla.id]))
    editor.perform(edits.reject(editor.state, [joerg.id]))
    here = "label:PER outlet:Küsten"
    assert found(editor, here) == ["Karla Weiß"]
    assert found(editor, f"{here} status:angenommen") == ["Karla Weiß"]
    assert found(editor, f"{here} status:rejected") == ["Jörg Größl"]
    (hit,) = hits(editor, f"{here} status:angenommen")
    assert hit.mention_id == karla.id


def test_an_own_mention_hides_the_suggestion_at_its_place(editor: Editor) -> None:
    article = editor.project.store.article_ids()[0]
    editor.open(article)
    assert editor.state is not None
    assert editor.article is not None
    span = place(editor.article, "Füssen")
    (old,) = (m for m in editor.state.visible_mentions() if m.envelope == span)
    plan = edits.relabel(editor.state, editor.project.scheme, old.id, layer="entity", label="ORG")
    editor.perform(plan)
    assert found(editor, "text:Füssen outlet:Küsten label:LOC") == []
    assert found(editor, "text:Füssen outlet:Küsten label:ORG") == ["Füssen"]


def test_attributes_notes_and_scores_are_fields(editor: Editor) -> None:
    article = editor.project.store.article_ids()[0]
    editor.open(article)
    assert editor.state is not None
    (meeting,) = (m for m in editor.state.visible_mentions() if m.label == "Treffen")
    editor.perform(
        edits.set_attribute(editor.state, editor.project.scheme, meeting.id, "factuality", "planned")
    )
    editor.perform(edits.set_note(editor.state, meeting.id, "Über den Ort nachfragen"))
    assert found(editor, "factuality:planned") == ["traf"]
    assert found(editor, "note:über") == ["traf"]
    assert found(editor, "notiz:unter") == []
    assert len(found(editor, "score:>0.5 label:LOC")) == 2
    assert found(editor, "score:<0.5") == []


def test_an_empty_query_finds_nothing_and_a_wrong_one_is_refused_before_the_first_hit(editor: Editor) -> None:
    assert hits(editor, "  ") == []
    with pytest.raises(QueryInvalid):
        search(editor.project, "labl:PER", annotator="anna")


def test_hits_are_sorted_by_what_follows_and_by_what_goes_before_outwards() -> None:
    def hit(number: int, left: str, right: str) -> Hit:
        return Hit(make_article().id, number, "", place(make_article(), "traf"), left, "traf", right)

    hits = [hit(1, "gestern Öl ", " Zahn"), hit(2, "am Abend ", " Ärzte"), hit(3, "heute Ol ", " aber")]
    assert [h.number for h in in_order(hits, Order.RIGHT)] == [3, 2, 1]
    assert [h.number for h in in_order(hits, Order.LEFT)] == [2, 1, 3]
    assert [h.number for h in in_order(hits, Order.PLACE)] == [1, 2, 3]
