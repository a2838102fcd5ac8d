"""Each form, read by way of :class:`Reading` as an import does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from annotator.ingest.items import REMEDIES, ImportProblem, RawArticle, Skipped
from annotator.ingest.sources import Reading

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def articles(*paths: Path) -> list[RawArticle]:
    return [item for item in Reading(paths) if isinstance(item, RawArticle)]


def problems(*paths: Path) -> list[ImportProblem]:
    return [item for item in Reading(paths) if isinstance(item, ImportProblem)]


def lines(rows: Sequence[object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


# Text and seeds --------------------------------------------------------------------------------------------


def test_a_text_file_is_one_article_named_after_the_file(tmp_path: Path) -> None:
    path = put(tmp_path, "Brücke.txt", "Die Brücke ist zu.\r\nDas bleibt so.\u2028Ende 👍🏽")
    (article,) = articles(path)
    assert article.name == "Brücke"
    assert article.text == "Die Brücke ist zu.\nDas bleibt so.\u2028Ende 👍🏽"
    assert (article.source, article.place, article.native) == (str(path), None, None)


def test_the_seed_form_gives_the_date_and_keeps_its_first_line(tmp_path: Path) -> None:
    text = " date 2025-10-21 Brücken-Streit Stadt sperrt Brücke\n\nDie Stadt hat entschieden."
    (article,) = articles(put(tmp_path, "seed.txt", text))
    assert (article.text, article.published_on) == (text, date(2025, 10, 21))


def test_several_seeds_in_one_file_are_several_articles(tmp_path: Path) -> None:
    text = " date 2025-10-21 Erster\n\nDer Text.\n\n date 2025-10-22 Zweiter\n\nNoch ein Text.\n"
    first, second = articles(put(tmp_path, "seeds.txt", text))
    assert (first.name, first.place, first.published_on) == ("seeds:1", 1, date(2025, 10, 21))
    assert first.text == " date 2025-10-21 Erster\n\nDer Text."
    assert (second.name, second.place, second.published_on) == ("seeds:2", 5, date(2025, 10, 22))


# JSON ------------------------------------------------------------------------------------------------------


def test_jsonl_gives_an_article_a_line_with_its_fields(tmp_path: Path) -> None:
    row = {
        "id": "a7",
        "title": "Brücke zu",
        "date": "2025-10-21",
        "url": "https://example.org/7",
        "text": "Zu.\r\nJa.",
        "Ressort": "Lokales",
    }
    (article,) = articles(put(tmp_path, "a.jsonl", lines([row])))
    assert (article.name, article.title, article.text) == ("a7", "Brücke zu", "Zu.\nJa.")
    assert (article.published_on, article.url) == (date(2025, 10, 21), "https://example.org/7")
    assert (article.metadata, article.place) == ({"Ressort": "Lokales"}, 1)


def test_a_truncated_line_is_reported_with_its_number_and_the_good_lines_come_in(tmp_path: Path) -> None:
    content = lines([{"text": "Größe eins."}, {"text": "Zwei."}]) + '\n{"text": "Drei, abgeschn'
    path = put(tmp_path, "a.jsonl", content)
    assert [article.text for article in articles(path)] == ["Größe eins.", "Zwei."]
    (problem,) = problems(path)
    assert (problem.code, problem.place, problem.source) == ("not_json", 4, str(path))


def test_jsonl_cut_off_within_a_character_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", (lines([{"text": "Größe"}]) + '{"text": "Ä').encode()[:-1])
    assert [article.text for article in articles(path)] == ["Größe"]
    assert [(problem.code, problem.place) for problem in problems(path)] == [("damaged_utf8", 2)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"title": "Ohne Text"}', "no_text_column"),
        ('{"text": "  "}', "no_text"),
        ('{"text": null}', "no_text"),
        ('{"text": 5}', "no_text"),
        ('{"text": {"de": "Öl"}}', "no_text"),
        ('{"text": ["Öl", "Gas"]}', "no_text"),
        ('["text"]', "not_an_object"),
        ('"text"', "not_an_object"),
        ('{"text": "a\\u0000b"}', "nul"),
        ('{"text": "a\\ud83d"}', "lone_surrogate"),
        ("{'text': 'a'}", "not_json"),
        ("[" * 100_000, "not_json"),
    ],
)
def test_a_bad_line_says_what_is_wrong_with_it(tmp_path: Path, line: str, code: str) -> None:
    path = put(tmp_path, "a.jsonl", '{"text": "Gut."}\n' + line + '\n{"text": "Auch gut."}\n')
    assert [article.text for article in articles(path)] == ["Gut.", "Auch gut."]
    assert [(problem.code, problem.place) for problem in problems(path)] == [(code, 2)]


def test_a_missing_text_column_is_told_with_the_columns_there_are(tmp_path: Path) -> None:
    (problem,) = problems(put(tmp_path, "a.jsonl", '{"Titel": "A", "Korpus": "B"}\n'))
    assert problem.data["columns"] == ["Titel", "Korpus"]
    assert problem.remedy == "name_text_column"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_jsonl_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    content = lines([{"text": "Größe und Straße, sagte er später."}, {"text": "Für Österreich."}])
    found = articles(put(tmp_path, "a.jsonl", content.encode(encoding)))
    assert [article.text for article in found] == ["Größe und Straße, sagte er später.", "Für Österreich."]


def test_a_line_of_the_programs_own_jsonl_is_handed_on_whole(tmp_path: Path) -> None:
    row = {"format": "annotator-jsonl", "text": "Grüße", "spans": []}
    plain = {"text": "Das Wort annotator-jsonl kommt vor."}
    native, other = articles(put(tmp_path, "a.jsonl", lines([row, plain])))
    assert native.native is not None
    assert json.loads(native.native) == row
    assert (native.place, other.native) == (1, None)


def test_a_file_that_is_no_jsonl_at_all_is_given_up_early(tmp_path: Path) -> None:
    found = problems(put(tmp_path, "a.jsonl", "Kein JSON.\n" * 1000))
    assert len(found) == 51
    assert (found[-1].code, found[-1].place) == ("gave_up", 50)


def test_a_json_file_may_hold_a_list_or_one_object(tmp_path: Path) -> None:
    many = put(tmp_path, "a.json", json.dumps([{"text": "Eins."}, {"text": ""}, {"text": "Drei."}], indent=1))
    one = put(tmp_path, "b.json", json.dumps({"text": "Allein."}, indent=1))
    assert [article.text for article in articles(many, one)] == ["Eins.", "Drei.", "Allein."]
    assert [(problem.code, problem.place) for problem in problems(many)] == [("no_text", 2)]


# CSV -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_quotes_and_line_breaks_in_cells_is_read(tmp_path: Path, delimiter: str) -> None:
    text = f'Er sagte ""Ja{delimiter} gern"".\r\n\r\nDann „ging“ er.'
    content = delimiter.join(["Titel", "Datum", "Text"]) + "\r\n"
    content += delimiter.join(["Brücke", "21.10.2025", f'"{text}"']) + "\r\n"
    content += delimiter.join(["Zwei", "22.10.2025", "Kurz."]) + "\r\n"
    first, second = articles(put(tmp_path, "a.csv", content))
    assert first.text == f'Er sagte "Ja{delimiter} gern".\n\nDann „ging“ er.'
    assert (first.title, first.published_on, first.place) == ("Brücke", date(2025, 10, 21), 2)
    assert (second.text, second.place) == ("Kurz.", 5)


def test_a_delimiter_announced_in_the_first_line_is_taken(tmp_path: Path) -> None:
    (article,) = articles(put(tmp_path, "a.csv", "sep=;\nid;text\n1;Komma, und noch eins\n"))
    assert (article.text, article.name, article.place) == ("Komma, und noch eins", "1", 3)


def test_a_row_with_too_many_cells_is_reported_and_the_others_come_in(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "id,text\n1,Gut.\n2,Ein Komma, zu viel\n3,Auch gut.\n4\n")
    assert [article.name for article in articles(path)] == ["1", "3"]
    assert [(p.code, p.place) for p in problems(path)] == [("row_too_long", 3), ("no_text_column", 5)]


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", 'id,text\n1,Gut.\n2,"Offen\n3,Verschluckt\n')
    assert [article.name for article in articles(path)] == ["1"]
    assert [(problem.code, problem.place) for problem in problems(path)] == [("quote_open", 3)]


def test_a_misplaced_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", 'id,text\n1,"Gut" nicht\n2,Gut.\n')
    assert [article.name for article in articles(path)] == ["2"]
    assert [(problem.code, problem.place) for problem in problems(path)] == [("quote_misplaced", 2)]


def test_a_table_without_a_text_column_names_its_columns(tmp_path: Path) -> None:
    (problem,) = problems(put(tmp_path, "a.csv", "Titel;Datum\nA;B\n"))
    assert (problem.code, problem.data["columns"]) == ("no_text_column", ["Titel", "Datum"])


def test_columns_of_the_same_name_are_all_kept(tmp_path: Path) -> None:
    (article,) = articles(put(tmp_path, "a.csv", "text,Ressort,Ressort,\nA,B,C,D\n"))
    assert article.metadata == {"Ressort": "B", "Ressort 3": "C", "column 4": "D"}


def test_a_cell_of_a_megabyte_is_read(tmp_path: Path) -> None:
    long_text = "Wörter " * 150_000
    (article,) = articles(put(tmp_path, "a.csv", f'id,text\n1,"{long_text}"\n'))
    assert article.text == long_text


# HTML ------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="{charset}">
<title>Brücke gesperrt | Tagblatt</title>
<meta property="og:title" content="Brücke gesperrt"><meta property="og:site_name" content="Das Tagblatt">
<meta property="article:published_time" content="2025-10-21T08:00:00+02:00">
<link rel="canonical" href="https://example.org/lokales/bruecke">
<script>var böse = "<p>Skript</p>";</script></head>
<body><nav><a href="/">Startseite</a></nav><article><h1>Brücke gesperrt</h1>
<p>Die Stadt hat am Dienstag die alte Brücke gesperrt, weil Risse im Beton gefunden wurden.</p>
<script>alert("Überfall")</script><h2>Was nun?</h2>
<p>Der Verkehr werde umgeleitet, sagte eine Sprecherin. Das könne „Wochen“ dauern.</p></article>
<footer>Impressum</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
def test_a_web_page_gives_its_article_without_scripts(tmp_path: Path, charset: str) -> None:
    page = PAGE.replace("{charset}", charset)
    path = put(tmp_path, "seite.html", page.encode(charset, "xmlcharrefreplace"))
    (article,) = articles(path)
    assert article.text.split("\n\n") == [
        "Brücke gesperrt",
        "Die Stadt hat am Dienstag die alte Brücke gesperrt, weil Risse im Beton gefunden wurden.",
        "Was nun?",
        "Der Verkehr werde umgeleitet, sagte eine Sprecherin. Das könne „Wochen“ dauern.",
    ]
    assert (article.title, article.outlet) == ("Brücke gesperrt", "Das Tagblatt")
    assert (article.published_on, article.url) == (date(2025, 10, 21), "https://example.org/lokales/bruecke")


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x()</script></body></html>"])
def test_a_page_without_an_article_is_reported(tmp_path: Path, page: str) -> None:
    (problem,) = problems(put(tmp_path, "leer.html", page))
    assert (problem.code, problem.remedy) == ("html_without_text", "save_as_text")


# Files and folders -----------------------------------------------------------------------------------------


def test_a_folder_is_read_to_its_depth_in_order_and_tells_what_it_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "B")
    put(tmp_path, "a.jsonl", lines([{"text": "A1"}, {"text": "A2"}]))
    put(tmp_path, "c/tief.txt/x.TXT", "C")
    put(tmp_path, "c/bild.png", PNG)
    put(tmp_path, ".versteckt/d.txt", "D")
    put(tmp_path, ".e.txt", "E")
    put(tmp_path, "README.md", "Woher die Texte kommen.")
    put(tmp_path, "c/liesmich.txt", "Woher die Texte kommen.")
    items = list(Reading([tmp_path]))
    assert [item.text for item in items if isinstance(item, RawArticle)] == ["A1", "A2", "B", "C"]
    skipped = {(Path(item.source).name, item.code) for item in items if isinstance(item, Skipped)}
    assert skipped == {
        ("bild.png", "unknown_form"),
        ("README.md", "about_the_folder"),
        ("liesmich.txt", "about_the_folder"),
        (".versteckt", "hidden"),
        (".e.txt", "hidden"),
    }


def test_a_file_asked_for_by_name_is_read_whatever_its_ending(tmp_path: Path) -> None:
    text = put(tmp_path, "artikel", "Ein Text ohne Endung.")
    rows = put(tmp_path, "artikel.dat", lines([{"text": "Eine Zeile."}]))
    page = put(tmp_path, "artikel.aspx", PAGE.replace("{charset}", "utf-8"))
    found = articles(text, rows, page)
    assert [article.text.split("\n")[0] for article in found] == [
        "Ein Text ohne Endung.",
        "Eine Zeile.",
        "Brücke gesperrt",
    ]


def test_a_picture_named_as_text_and_an_empty_file_do_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, "1.txt", PNG)
    put(tmp_path, "2.txt", "")
    put(tmp_path, "3.txt", "Gut.")
    assert [article.text for article in articles(tmp_path)] == ["Gut."]
    assert [(Path(p.source).name, p.code) for p in problems(tmp_path)] == [
        ("1.txt", "binary"),
        ("2.txt", "empty"),
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "Einmal.")
    assert len(articles(path, tmp_path, tmp_path / "." / "a.txt")) == 1


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    put(tmp_path, "a/gut.txt", "Gut.")
    (tmp_path / "a" / "kreis").symlink_to(tmp_path)
    (tmp_path / "selbst.txt").symlink_to(tmp_path / "selbst.txt")
    (tmp_path / "fort.txt").symlink_to(tmp_path / "gibt-es-nicht.txt")
    items = list(Reading([tmp_path]))
    assert [item.text for item in items if isinstance(item, RawArticle)] == ["Gut."]
    assert {Path(i.source).name: i.code for i in items if not isinstance(i, RawArticle)} == {
        "kreis": "link_to_folder",
        "selbst.txt": "missing",
        "fort.txt": "missing",
    }


def test_a_path_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "fehlt.txt")
    assert (problem.code, problem.remedy) == ("missing", "check_path")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    assert [problem.code for problem in problems(tmp_path)] == ["no_plain_file"]


def test_a_file_that_must_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked, free = put(tmp_path, "a.txt", "Geheim."), put(tmp_path, "b.txt", "Frei.")
    real = Path.open

    def guarded(path: Path, *arguments: object, **options: object) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    assert [article.text for article in articles(tmp_path)] == ["Frei."]
    assert [(p.source, p.code, p.remedy) for p in problems(tmp_path)] == [
        (str(locked), "not_permitted", "give_permission")
    ]
    assert free.exists()


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    put(tmp_path, "bild.png", PNG)
    assert [problem.code for problem in problems(tmp_path)] == ["nothing_found"]


def test_progress_counts_bytes_up_to_the_total(tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", lines([{"text": f"Artikel {number}"} for number in range(100)]))
    put(tmp_path, "b.txt", "Ende.")
    reading = Reading([tmp_path])
    seen = [reading.done for _ in reading]
    assert seen == sorted(seen)
    assert len(set(seen)) > 50
    assert reading.done == reading.total == sum(p.stat().st_size for p in tmp_path.iterdir())


def test_every_problem_becomes_an_error_with_file_place_and_remedy(tmp_path: Path) -> None:
    (problem,) = problems(put(tmp_path, "a.jsonl", "{\n"))
    error = problem.as_error()
    assert error.data["source"] == str(tmp_path / "a.jsonl")
    assert (error.data["place"], error.data["reason"], error.data["remedy"]) == (
        1,
        "not_json",
        "get_file_again",
    )


def test_there_is_a_remedy_for_every_problem() -> None:
    assert all(REMEDIES.values())
    assert (
        ImportProblem("x", "scheme_violation", None, {"remedy": "use_its_scheme"}).remedy == "use_its_scheme"
    )


# What nobody would write --------------------------------------------------------------------------------

MANY_DIGITS = "1" * 5000


@pytest.mark.parametrize("header", ["text," + "x" * 200_000, 'text,"' + "x" * 200_000 + '"'])
def test_a_cell_of_the_header_may_be_long(tmp_path: Path, header: str) -> None:
    code = """
import csv, sys
from pathlib import Path
from annotator.ingest.sources import Reading
assert csv.field_size_limit() == 131072
print([item.text for item in Reading([Path(sys.argv[1])])])
"""
    path = put(tmp_path, "a.csv", header + "\nHallo Lübeck,b\n")
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, encoding="utf-8", env=environment
    )
    assert (done.stdout.strip(), done.stderr) == ("['Hallo Lübeck']", "")


@pytest.mark.parametrize("form", ['{{"text": "A", "n": {n}}}\n', '[{{"text": "A", "n": {n}}}]'])
def test_a_number_of_more_digits_than_can_be_read_is_a_problem_of_its_line(tmp_path: Path, form: str) -> None:
    (problem,) = problems(put(tmp_path, "a.json", form.format(n=MANY_DIGITS)))
    assert (problem.code, problem.place) == ("not_json", 1)
    assert "4300 digits" in problem.data["detail"]


def test_the_lines_around_a_number_that_cannot_be_read_come_in(tmp_path: Path) -> None:
    path = put(
        tmp_path, "a.jsonl", f'{{"text": "A"}}\n{{"text": "B", "n": {MANY_DIGITS}}}\n{{"text": "C"}}\n'
    )
    assert [article.text for article in articles(path)] == ["A", "C"]


def test_a_date_beyond_all_calendars_stays_as_it_was_written(tmp_path: Path) -> None:
    date_line = "1 Jan 99999999999999999999 00:00:00"
    (article,) = articles(put(tmp_path, "a.jsonl", lines([{"text": "A", "date": date_line}])))
    assert (article.published_on, dict(article.metadata)) == (None, {"date": date_line})


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "base64"])
def test_a_page_that_claims_an_encoding_for_no_text_is_read_by_its_bytes(
    tmp_path: Path, charset: str
) -> None:
    paragraph = "Die Wümmebrücke bleibt für den Verkehr gesperrt, teilte die Stadt am Dienstag mit. " * 5
    page = f'<html><head><meta charset="{charset}"></head><body><article><p>{paragraph}</p></article></body>'
    (article,) = articles(put(tmp_path, "a.html", page.encode("cp1252")))
    assert "den Verkehr gesperrt, teilte die Stadt am Dienstag mit" in article.text


def test_an_error_that_nobody_foresaw_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unlucky(data: bytes) -> str:
        if b"B" in data:
            raise ZeroDivisionError("durch null")
        return data.decode()

    monkeypatch.setattr("annotator.ingest.plain.decode", unlucky)
    for name in "ABC":
        put(tmp_path, f"{name}.txt", name)
    items = list(Reading([tmp_path]))
    assert [item.text for item in items if isinstance(item, RawArticle)] == ["A", "C"]
    (problem,) = (item for item in items if isinstance(item, ImportProblem))
    assert (Path(problem.source).name, problem.code) == ("B.txt", "unreadable")
    assert problem.data["detail"] == "ZeroDivisionError: durch null"


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names of files bytes of any kind")
def test_a_file_name_that_is_not_utf8_is_written_out(tmp_path: Path) -> None:
    for name in (b"Gr\xfc\xdfe.txt", b"leer\xfc.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"Hallo" if name.startswith(b"G") else b"")
    article, problem = Reading([tmp_path])
    assert isinstance(article, RawArticle)
    assert (article.name, article.source) == (r"Gr\xfc\xdfe", str(tmp_path / r"Gr\xfc\xdfe.txt"))
    assert problem.source == str(tmp_path / r"leer\xfc.txt")
