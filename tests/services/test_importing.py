from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from annotator.core.annotation import Mention, Origin, Provenance, SetState, Status
from annotator.core.article import Article, Zone
from annotator.core.errors import StoreUnavailable
from annotator.core.ids import MentionId
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.formats.native_jsonl import write_line
from annotator.ingest.zones import find_zones
from annotator.services.importing import ImportReport, import_into, import_paths
from annotator.services.project import Project
from annotator.store import AnnotatorKind

ROOT = Path(__file__).parents[2]
KILLED = (sys.executable, "-m", "tests.services.import_until_killed")
SHARED = ROOT / ".." / "shared"

TEXT = (
    " date 2025-10-21 Brücken-Streit Stadt sperrt die Wümmebrücke\n\n"
    "Die Stadt Rotenburg hat am Dienstag die alte Brücke gesperrt, weil Risse gefunden wurden. Wann sie "
    "wieder offen ist, sei „völlig offen“, sagte Änne Weiß.\n\n"
    "Kritik an der Verwaltung Der Landrat äußerte sich am Abend enttäuscht. "
    "Man habe das seit 2014 gewusst. Süd\u00adost 👍🏽"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "probe.annot") as opened:
        yield opened


def bring(project: Project, *paths: Path) -> ImportReport:
    return import_paths(project, paths, author="anna")


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rows(*texts: str) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


def only_article(project: Project) -> Article:
    (identifier,) = project.store.article_ids()
    return project.store.article(identifier)


# What comes in ---------------------------------------------------------------------------------------------


def test_an_article_comes_in_with_its_text_zones_tokens_and_sentences(
    project: Project, tmp_path: Path
) -> None:
    report = bring(project, put(tmp_path, "seed.txt", TEXT))
    article = only_article(project)
    assert article.text == TEXT
    assert (article.name, article.title) == ("seed", "Stadt sperrt die Wümmebrücke")
    assert article.published_on == date(2025, 10, 21)
    kinds = [zone.kind.value for zone in article.zones]
    assert kinds == ["dateline", "kicker", "headline", "body", "crosshead", "body"]
    sentences = [TEXT[span.start : span.end] for span in article.sentence_spans()]
    assert sentences[:3] == ["date 2025-10-21", "Brücken-Streit", "Stadt sperrt die Wümmebrücke"]
    assert "Kritik an der Verwaltung" in sentences
    assert [one.id for one in report.imported] == [article.id]
    assert (report.duplicates, report.problems, report.skipped, report.cancelled) == ((), (), (), False)


def test_title_outlet_date_address_and_other_columns_come_from_the_source(
    project: Project, tmp_path: Path
) -> None:
    row = {
        "Titel": "Brücke zu", "Zeitung": "Tagblatt", "Datum": "1.2.2025", "URL": "https://example.org/ä",
        "Ressort": "Lokales", "Text": TEXT,
    }  # fmt: skip
    bring(project, put(tmp_path, "a.jsonl", json.dumps(row)))
    article = only_article(project)
    assert (article.title, article.outlet, article.url) == ("Brücke zu", "Tagblatt", "https://example.org/ä")
    assert article.published_on == date(2025, 2, 1)
    assert dict(article.metadata) == {"Ressort": "Lokales"}


def test_without_a_headline_the_first_sentence_is_the_title(project: Project, tmp_path: Path) -> None:
    bring(
        project, put(tmp_path, "a.txt", "Die Brücke ist zu. Das bleibt wohl noch lange so, hieß es am Abend.")
    )
    assert only_article(project).title == "Die Brücke ist zu"


# Duplicates ------------------------------------------------------------------------------------------------


def test_the_same_text_comes_in_once_and_is_told_with_the_name_of_the_first(
    project: Project, tmp_path: Path
) -> None:
    put(tmp_path, "in/a.txt", "Grüße aus Köln.\r\n")
    put(tmp_path, "in/b.txt", "Grüße aus Köln.\n".encode("utf-16"))
    report = bring(project, tmp_path / "in")
    assert [one.name for one in report.imported] == ["a"]
    assert [(one.name, one.first) for one in report.duplicates] == [("b", "a")]
    assert project.store.article_count() == 1


def test_nearly_the_same_text_comes_in_with_a_warning(project: Project, tmp_path: Path) -> None:
    bring(project, put(tmp_path, "a.txt", "Grüße aus dem Süden."))
    report = bring(project, put(tmp_path, "b.txt", "Grüße aus\ndem Süd\u00aden. "))
    assert [one.name for one in report.imported] == ["b"]
    assert [(one.name, one.first) for one in report.nearly_the_same] == [("b", "a")]


def test_an_import_done_again_adds_nothing(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", rows("Eins.", "Zwei.", "Drei."))
    bring(project, path)
    again = bring(project, path)
    assert (again.imported, len(again.duplicates), again.problems) == ((), 3, ())
    assert project.store.article_count() == 3


# Trouble ---------------------------------------------------------------------------------------------------


def test_bad_files_and_lines_are_listed_and_the_good_ones_come_in(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "1.txt", "Guter Text.")
    put(folder, "2.txt", b"\x89PNG\r\n\x1a\n\0\0")
    put(folder, "3.jsonl", rows("Gute Zeile.") + '{"text": "abgeschn')
    put(folder, "4.csv", "id;text\n1;Gute Zelle.\n2;Eine; zu viel\n")
    put(folder, "5.txt", "")
    put(folder, "6.html", "<html><body></body></html>")
    put(folder, "7.bin", b"\0")
    report = bring(project, folder)
    assert [project.store.article(one.id).text for one in report.imported] == [
        "Guter Text.", "Gute Zeile.", "Gute Zelle.",
    ]  # fmt: skip
    assert [(Path(p.source).name, p.place, p.code) for p in report.problems] == [
        ("2.txt", None, "binary"),
        ("3.jsonl", 2, "not_json"),
        ("4.csv", 3, "row_too_long"),
        ("5.txt", None, "empty"),
        ("6.html", None, "html_without_text"),
    ]
    assert [Path(one.source).name for one in report.skipped] == ["7.bin"]
    assert project.store.check() == []


def test_a_cancelled_import_keeps_what_came_in_and_goes_on_when_started_again(
    project: Project, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.jsonl", rows(*(f"Artikel {number}." for number in range(10))))
    stopped = import_paths(
        project, [path], author="anna", cancelled=lambda: project.store.article_count() >= 4
    )
    assert (len(stopped.imported), stopped.cancelled) == (4, True)
    resumed = bring(project, path)
    assert (len(resumed.imported), len(resumed.duplicates), resumed.cancelled) == (6, 4, False)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is there on POSIX alone")
def test_an_import_that_was_killed_has_kept_every_article_and_is_resumed(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", rows(*(f"Artikel {number} über Öl." for number in range(12))))
    target = tmp_path / "killed.annot"
    Project.create(target).close()
    for kept in (1, 7):
        done = subprocess.run([*KILLED, str(target), str(path), str(kept)], cwd=ROOT, check=False)
        assert done.returncode == -signal.SIGKILL
        with Project.open(target) as project:
            assert project.store.article_count() >= kept
            assert project.store.check() == []
    with Project.open(target) as project:
        bring(project, path)
        assert project.store.article_count() == 12


def test_progress_grows_to_its_end(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", rows(*(f"Artikel {number}." for number in range(20))))
    seen: list[tuple[int, int]] = []
    import_paths(project, [path], author="anna", progress=lambda done, total: seen.append((done, total)))
    size = path.stat().st_size
    assert seen == sorted(seen)
    assert seen[-1] == (size, size)
    assert len(set(seen)) > 10


def test_the_report_can_be_sent_from_a_worker(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "a.txt", TEXT)
    put(folder, "b.jsonl", "kein JSON\n")
    report = import_into(project.path, [folder], "anna")
    assert pickle.loads(pickle.dumps(report)) == report
    assert project.store.article_count() == 1


def test_a_file_of_twenty_megabytes_comes_in_whole(project: Project, tmp_path: Path) -> None:
    text = ((TEXT.partition("\n\n")[2] + "\n\n") * 90 * 520)[:20_000_000]
    bring(project, put(tmp_path, "groß.txt", text))
    article = only_article(project)
    assert len(article.text) == len(text)
    assert article.tokens[len(article.tokens) - 1].end == len(text.rstrip())


# The program's own JSONL -----------------------------------------------------------------------------------


def native_line(tmp_path: Path, *, annotator: str = "berta", label: str = "LOC", text: str = TEXT) -> bytes:
    with Project.create(tmp_path / f"{annotator}-{label}-{len(text)}.annot") as other:
        bring(other, put(tmp_path, "native.txt", text))
        article = only_article(other)
        start = text.index("Rotenburg")
        mention = Mention(
            MentionId("m1"),
            "entity",
            label,
            (Span(start, start + len("Rotenburg")),),
            (),
            Status.ACCEPTED,
            Provenance(Origin.HUMAN, annotator),
        )
        return write_line(
            article,
            annotator=annotator,
            kind="human",
            state=SetState.DONE,
            layered=Layered({mention.id: mention}),
            scheme=other.scheme,
        )


def test_annotations_come_in_as_their_annotators_set(project: Project, tmp_path: Path) -> None:
    report = bring(project, put(tmp_path, "a.jsonl", native_line(tmp_path)))
    article = only_article(project)
    (mention,) = project.store.layered(article.id, "berta").mentions.values()
    assert mention.text_of(article.text) == "Rotenburg"
    assert project.store.set_info(article.id, "berta").state is SetState.DONE
    assert (len(report.imported), report.sets, report.problems) == (1, 1, ())
    (operation,) = project.store.operations()
    assert (operation.name, operation.annotator, operation.author) == ("import", "berta", "anna")
    assert project.store.check() == []


def test_annotations_come_to_an_article_that_is_there_already(project: Project, tmp_path: Path) -> None:
    bring(project, put(tmp_path, "a.txt", TEXT))
    report = bring(project, put(tmp_path, "a.jsonl", native_line(tmp_path)))
    assert (report.imported, report.duplicates, report.sets) == ((), (), 1)


def test_two_annotators_sets_on_one_article_come_in_side_by_side(project: Project, tmp_path: Path) -> None:
    content = (
        native_line(tmp_path).rstrip() + b"\n" + native_line(tmp_path, annotator="carl").rstrip() + b"\n"
    )
    report = bring(project, put(tmp_path, "a.jsonl", content))
    assert (len(report.imported), report.sets) == (1, 2)
    assert [name for name, _ in project.store.sets(only_article(project).id)] == ["berta", "carl"]


def test_the_same_annotations_again_are_a_duplicate(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", native_line(tmp_path))
    bring(project, path)
    again = bring(project, path)
    assert (again.sets, len(again.duplicates), again.problems) == (0, 1, ())
    assert len(list(project.store.operations())) == 1


def test_other_annotations_by_the_same_annotator_do_not_replace_those_that_are_there(
    project: Project, tmp_path: Path
) -> None:
    bring(project, put(tmp_path, "a.jsonl", native_line(tmp_path)))
    report = bring(project, put(tmp_path, "b.jsonl", native_line(tmp_path, label="ORG")))
    assert [(p.code, p.remedy) for p in report.problems] == [("set_exists", "rename_annotator")]
    (mention,) = project.store.layered(only_article(project).id, "berta").mentions.values()
    assert mention.label == "LOC"


def test_annotations_that_the_scheme_does_not_know_are_refused_and_the_article_comes_in(
    project: Project, tmp_path: Path
) -> None:
    report = bring(project, put(tmp_path, "a.jsonl", native_line(tmp_path, label="PLANET")))
    (problem,) = report.problems
    assert (problem.code, problem.place, problem.data["label"]) == ("annotations_refused", 1, "PLANET")
    assert (len(report.imported), report.sets) == (1, 0)
    assert list(project.store.operations()) == []


def test_a_line_whose_text_was_changed_is_refused(project: Project, tmp_path: Path) -> None:
    line = native_line(tmp_path).replace(b"Rotenburg", b"Ratzeburg", 1)
    report = bring(project, put(tmp_path, "a.jsonl", line))
    assert [(p.code, p.place) for p in report.problems] == [("text_changed", 1)]
    assert project.store.article_count() == 0


# Real articles ---------------------------------------------------------------------------------------------


def test_the_shared_articles_come_in(project: Project) -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the shared seed articles are not here")
    report = bring(project, SHARED / "seeds")
    assert [(one.name, one.title) for one in report.imported] == [
        ("000_ed0d236bd028a7ef", "US-Medien: Trump-Putin-Treffen in Ferne gerückt"),
        (
            "002_679100aab88e780d",
            '"Wahrscheinlich in den nächsten zwei Wochen" werde er, Donald Trump, seinen …',
        ),
    ]
    assert {project.store.article(one.id).published_on for one in report.imported} == {date(2025, 10, 21)}


def test_seven_hundred_wikinews_articles_come_in_with_title_date_and_address(project: Project) -> None:
    path = SHARED / "corpora" / "wikinews" / "wikinews_699.jsonl"
    if not path.exists():
        pytest.skip("the Wikinews corpus is not here")
    report = bring(project, path)
    sources = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    assert (len(report.imported), report.problems) == (len(sources), ())
    for one, source in zip(report.imported, sources, strict=True):
        article = project.store.article(one.id)
        assert (article.text, article.url) == (source["text"], source["url"])
        assert article.title == " ".join(source["title"].split())
        assert article.published_on == date.fromisoformat(source["date"])
    assert project.store.check() == []


def test_a_text_that_cannot_be_cut_up_costs_one_article(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlucky(text: str, *, title: str = "") -> tuple[Zone, ...]:
        if text == "Zwei.":
            raise RecursionError("zu tief")
        return find_zones(text, title=title)

    monkeypatch.setattr("annotator.services.importing.find_zones", unlucky)
    report = bring(project, put(tmp_path, "a.jsonl", rows("Eins.", "Zwei.", "Drei.")))
    assert [one.place for one in report.imported] == [1, 3]
    assert [(p.code, p.place) for p in report.problems] == [("unreadable", 2)]


@pytest.mark.parametrize(
    ("name", "kind", "known"),
    [("pretagger", "human", "machine"), ("pretagger", "gold", "machine"), ("anna", "machine", "human")],
)
def test_a_line_cannot_make_an_annotator_into_another_kind(
    project: Project, tmp_path: Path, name: str, kind: str, known: str
) -> None:
    project.store.ensure_annotator("anna", AnnotatorKind.HUMAN)
    line = native_line(tmp_path, annotator=name).replace(
        b'"annotator_kind":"human"', f'"annotator_kind":"{kind}"'.encode()
    )
    report = bring(project, put(tmp_path, "a.jsonl", line))
    (problem,) = report.problems
    assert (problem.code, problem.place, problem.remedy) == ("kind_differs", 1, "rename_annotator")
    assert problem.data["known"] == known
    assert (len(report.imported), report.sets) == (1, 0)
    assert [(a.name, a.kind) for a in project.store.annotators()] == [("anna", AnnotatorKind.HUMAN)]


def test_two_lines_of_one_file_cannot_disagree_about_an_annotator(project: Project, tmp_path: Path) -> None:
    line = native_line(tmp_path)
    other = native_line(tmp_path, text="Die Stadt Rotenburg schweigt.")
    other = other.replace(b'"annotator_kind":"human"', b'"annotator_kind":"gold"')
    report = bring(project, put(tmp_path, "a.jsonl", line.rstrip() + b"\n" + other))
    assert report.sets == 1
    assert [(p.code, p.place) for p in report.problems] == [("kind_differs", 2)]


def test_a_number_too_long_to_read_costs_one_line_of_the_programs_own_form(
    project: Project, tmp_path: Path
) -> None:
    line = native_line(tmp_path)
    number = b'"format_version":' + b"1" * 5000
    path = put(tmp_path, "a.jsonl", line.replace(b'"format_version":1', number).rstrip() + b"\n" + line)
    report = bring(project, path)
    assert [one.place for one in report.imported] == [2]
    assert [p.place for p in report.problems] == [1]


def test_a_disk_that_fills_up_ends_the_import_with_what_came_in_before(tmp_path: Path) -> None:
    folder = tmp_path / "artikel"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(
            f"Nachricht {number} über „Größe“.\n" * 200, encoding="utf-8"
        )
    path = tmp_path / "voll.annot"
    with Project.create(path) as project:
        project.store._database.execute("PRAGMA max_page_count = 100")
        with pytest.raises(StoreUnavailable) as caught:
            import_paths(project, [folder], author="anna")
        assert caught.value.data["reason"] == "disk_full"
    with Project.open(path) as project:
        before = project.store.article_count()
        assert 0 < before < 40
        assert project.store.check() == []
        report = import_paths(project, [folder], author="anna")
        assert (len(report.imported), len(report.duplicates)) == (40 - before, before)
