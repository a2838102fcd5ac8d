"""Choosing articles by a query."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from annotator.core.annotation import SetState
from annotator.core.errors import QueryInvalid
from annotator.core.ids import ArticleId
from annotator.services.project import Project
from annotator.services.selecting import select
from annotator.store import ArticleRow, Store
from tests.services.test_undo_machine import ONE, TWO, pretag
from tests.support.build import make_scheme

ROWS = [
    ArticleRow(ArticleId("a"), "Streit um Brücke", "Küsten-Echo", date(2024, 2, 29), SetState.DONE),
    ArticleRow(ArticleId("b"), "Müll in Füssen", "Straßen-Kurier", date(2024, 3, 1), SetState.NEW, 3),
    ArticleRow(ArticleId("c"), "Ohne Tag 🚒", "", None, SetState.OPEN, 0, 2),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "abc"),
        ("STRASSEN müll", "b"),
        ("brücke", "a"),
        ("-brücke", "bc"),
        ("titel:müll,tag", "bc"),
        ("medium:echo", "a"),
        ("datum:2024", "ab"),
        ("datum:2024-02", "a"),
        ("datum:2024-03..", "b"),
        ("-datum:2024", "c"),
        ("stand:neu", "b"),
        ("stand:fertig,neu", "ab"),
        ("offen:ja", "bc"),
        ("open:no", "a"),
        ("-offen:nein titel:tag", "c"),
    ],
)
def test_rows_are_chosen_by_what_they_tell(query: str, expected: str) -> None:
    chosen = select(query, make_scheme())
    assert not chosen.asks_file
    assert "".join(row.id for row in chosen.admitted(ROWS)) == expected


@pytest.mark.parametrize(
    ("query", "reason"), [("offen:vielleicht", "bad_choice"), ("farbe:rot", "unknown_field")]
)
def test_a_query_that_cannot_be_read_is_refused(query: str, reason: str) -> None:
    with pytest.raises(QueryInvalid) as caught:
        select(query, make_scheme())
    assert caught.value.data["reason"] == reason


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("text:Bündnis", [TWO.id]),
        ("text:karla", [ONE.id, TWO.id]),
        ("label:LOC", [ONE.id, TWO.id]),
        ("label:LOC text:größl", []),
        ("label:PER text:größl", [ONE.id, TWO.id]),
        ("status:accepted", []),
        ("flag:ja", []),
    ],
)
def test_the_file_is_asked_for_texts_and_annotations(
    tmp_path: Path, query: str, expected: list[ArticleId]
) -> None:
    with Store.create(tmp_path / "ä.annot", scheme_source="", name="Ä") as store:
        for article in (ONE, TWO):
            store.add_article(article, source="probe")
        pretag(store)
        project = Project(store, make_scheme())
        found = select(query, make_scheme()).found(project, annotator="anna")
        assert [one for step in found for one in step] == expected
