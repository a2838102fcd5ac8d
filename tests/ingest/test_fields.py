from __future__ import annotations

from datetime import date

import pytest

from annotator.ingest.fields import fields_of, has_text_column, parse_day


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-21",
        "2025-10-21T08:15:00+02:00",
        "2025-10-21 08:15",
        "21.10.2025",
        "21. 10. 2025, 8.15 Uhr",
        "Dienstag, 21. Oktober 2025",
        "21. Okt. 2025",
        "Tue, 21 Oct 2025 08:15:00 +0200",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_day(text) == date(2025, 10, 21)


def test_march_is_read_in_all_its_spellings() -> None:
    assert {parse_day(f"3. {month} 2024") for month in ("März", "Maerz", "Mrz.", "Mär.")} == {
        date(2024, 3, 3)
    }


@pytest.mark.parametrize("text", ["", "gestern", "2025-13-01", "31.2.2025", "10/21/2025", "1234567"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize(
    "names",
    [
        ("text", "title", "date", "outlet", "url", "id"),
        ("Text", "Headline", "Published On", "Source", "Link", "ID"),
        ("Volltext", "Überschrift", "Veröffentlicht am", "Quelle", "Webadresse", "Artikel-ID"),
        ("Artikeltext", "Titel", "Datum", "Zeitung", "Permalink", "Nummer"),
    ],
)
def test_columns_are_known_by_german_and_english_names(names: tuple[str, ...]) -> None:
    row = dict(
        zip(
            names,
            ("Ein Text.", "Ein\nTitel", "21.10.2025", "Tagblatt", "https://example.org", "7"),
            strict=True,
        )
    )
    fields = fields_of(row)
    assert has_text_column(list(names))
    assert (fields.text, fields.title, fields.outlet, fields.url, fields.name) == (
        "Ein Text.", "Ein Titel", "Tagblatt", "https://example.org", "7",
    )  # fmt: skip
    assert fields.published_on == date(2025, 10, 21)


def test_columns_without_a_field_go_into_the_metadata_as_text() -> None:
    row = {
        "text": "A",
        "Ressort": "Politik",
        "tags": ["Öl", "Gas"],
        "words": 12,
        "x": {"y": [1]},
        "none": None,
    }
    assert fields_of(row).metadata == {
        "Ressort": "Politik",
        "tags": "Öl, Gas",
        "words": "12",
        "x": '{"y":[1]}',
    }


def test_of_two_columns_of_one_meaning_the_second_stays_in_the_metadata() -> None:
    fields = fields_of({"text": "A", "source": "Archiv", "outlet": "Tagblatt"})
    assert (fields.outlet, fields.metadata) == ("Tagblatt", {"source": "Archiv"})


def test_an_empty_column_gives_way_to_a_full_one() -> None:
    assert fields_of({"text": "", "body": "Hier steht es."}).text == "Hier steht es."
    assert fields_of({"text": {"länge": 14}, "body": "Hier steht es."}).text == "Hier steht es."
    assert fields_of({"meta": {"text": "Hier steht es."}}).text == "Hier steht es."


def test_a_date_that_says_more_than_the_day_or_is_none_is_kept_in_the_metadata() -> None:
    assert fields_of({"text": "A", "date": "2025-10-21T08:00"}).metadata == {"date": "2025-10-21T08:00"}
    assert fields_of({"text": "A", "date": "vor Ostern"}).metadata == {"date": "vor Ostern"}
    for day in ("2025-10-21", "21.10.2025", "21. Oktober 2025"):
        assert fields_of({"text": "A", "date": day}).metadata == {}


def test_an_object_of_metadata_is_laid_open() -> None:
    fields = fields_of({"text": "A", "meta": {"title": "Oben", "Seite": 3}})
    assert (fields.title, fields.metadata) == ("Oben", {"Seite": "3"})


def test_without_a_text_column_there_is_no_text() -> None:
    assert fields_of({"title": "Nur ein Titel"}).text is None
