from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from annotator.core.resources import seeds

PATHS = sorted(seeds().glob("*.txt"))
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in PATHS}
STORIES = ("hafenstreik", "faehre")
REAL = Path(__file__).parents[2] / ".." / "shared" / "seeds"
REAL_PATHS = sorted(REAL.glob("*.txt")) if REAL.is_dir() else []

DATE_RUN = re.compile(r" date (\d{4}-\d\d-\d\d) (?=\S)")
STAMP = re.compile(r"Aktualisiert am (\d\d)\.(\d\d)\.(\d{4})")
CAPTION = re.compile(r"[^\n]+ (?:\(Archivbild\) )?\(Quelle: [^()\n]+/[^()\n]+\)")
SUBJUNCTIVE = re.compile(r"\b(?:sei|seien|habe|hätten|werde|würden|könne|könnten|wolle|müsse|dürfe|komme)\b")
QUOTED = re.compile(r'"[^"\n]{12,}"|„[^“\n]{12,}“|»[^«\n]{12,}«')
WEEKDAY = re.compile(r"\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)")
TOLD = {
    "a meeting": r"Treffen\b|treffen\b|Krisengespräch|Sitzung|verhandelt|Gespräch",
    "a phone call": r"telefonier|Telefonat|angerufen|Anruf",
    "a statement": r"\bsagte\b",
    "a function": r"Ministerpräsidentin|[Mm]inister\b|Vorsitzende|Geschäftsführer",
    "an organisation": r"Hafengesellschaft|Fährgesellschaft",
}


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def test_each_story_is_told_by_three_papers() -> None:
    for story in STORIES:
        papers = {name.partition("-")[2] for name in TEXTS if name.startswith(f"{story}-")}
        assert papers == {"kuestenecho", "morgenblatt", "anzeiger"}


@pytest.mark.parametrize("name", TEXTS)
class TestEverySeed:
    def test_has_the_length_of_a_news_article(self, name: str) -> None:
        assert 2000 <= len(TEXTS[name]) <= 3500

    def test_begins_with_its_date_run_together_with_what_follows(self, name: str) -> None:
        begin = DATE_RUN.match(TEXTS[name])
        assert begin is not None
        assert date.fromisoformat(begin.group(1)).year == 2024

    def test_has_plain_line_ends_single_blank_lines_and_no_newline_at_the_end(self, name: str) -> None:
        text = TEXTS[name]
        assert "\r" not in text
        assert "\n\n\n" not in text
        assert text == text.rstrip()
        assert all(part == part.strip() and "\n" not in part for part in paragraphs(text)[1:])

    @pytest.mark.parametrize("told", TOLD)
    def test_tells_of(self, name: str, told: str) -> None:
        assert re.search(TOLD[told], TEXTS[name]), told

    def test_quotes_directly_and_indirectly(self, name: str) -> None:
        assert len(QUOTED.findall(TEXTS[name])) >= 2
        assert len(SUBJUNCTIVE.findall(TEXTS[name])) >= 4

    def test_names_times_by_weekday_and_by_clock_or_calendar(self, name: str) -> None:
        assert len(WEEKDAY.findall(TEXTS[name])) >= 4
        assert re.search(r"\d+(?:\.\d\d)? Uhr|\d\. (?:April|März)", TEXTS[name])

    def test_has_names_that_come_back_by_surname(self, name: str) -> None:
        surnames = re.findall(r"\b[A-Z][a-zé]+ ([A-Z][a-zæöü]{3,})\b", TEXTS[name])
        assert sum(TEXTS[name].count(surname) >= 2 for surname in set(surnames)) >= 3


@pytest.mark.parametrize("name", [name for name in TEXTS if not name.endswith("morgenblatt")])
def test_titled_seeds_have_stamp_caption_teaser_and_a_crosshead_on_its_own_line(name: str) -> None:
    first, stamp, caption, teaser, *body = paragraphs(TEXTS[name])
    day = DATE_RUN.match(first)
    found = STAMP.fullmatch(stamp)
    assert day is not None
    assert found is not None
    assert day.group(1) == "-".join(reversed(found.groups()))
    assert CAPTION.fullmatch(caption)
    assert 60 < len(teaser) < 250
    crossheads = [part for part in body if len(part) < 60]
    assert crossheads
    assert not any(part.endswith((".", "!", "?", "“", '"')) for part in crossheads)


@pytest.mark.parametrize("name", [name for name in TEXTS if name.endswith("morgenblatt")])
def test_untitled_seeds_have_a_notice_and_crossheads_run_into_the_paragraph(name: str) -> None:
    first, *body = paragraphs(TEXTS[name])
    assert "künstliche Intelligenz" in first
    assert first.endswith(".")
    assert len(body) == 4
    assert all(re.match(r"[A-ZÄÖÜ][^.,:„]{10,50} [A-ZÄÖÜ]", part) for part in body[1:])


def test_every_kind_of_quotation_marks_is_used() -> None:
    echo = [text for name, text in TEXTS.items() if name.endswith("kuestenecho")]
    blatt = [text for name, text in TEXTS.items() if name.endswith("morgenblatt")]
    assert all('"' in text and "„" not in text for text in echo)
    assert all("„" in text and '"' not in text for text in blatt)
    assert "»" in TEXTS["hafenstreik-anzeiger"]
    assert "„" in TEXTS["faehre-anzeiger"]


def test_one_seed_has_code_points_beyond_the_basic_plane_within_a_quote() -> None:
    beyond = {name for name, text in TEXTS.items() if max(text) > "\uffff"}
    assert beyond == {"faehre-kuestenecho"}
    quote = next(q for q in QUOTED.findall(TEXTS["faehre-kuestenecho"]) if max(q) > "\uffff")
    assert quote.endswith('Grevesand!"')


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Hafen von Norderwiek", "Norderwiek"),
        ("FC Norderwiek", "Norderwiek"),
        ("Universität Altsiel", "Altsiel"),
        ("Amtsgericht Altsiel", "Altsiel"),
    ],
)
def test_names_are_nested_somewhere(whole: str, part: str) -> None:
    assert any(whole in text for text in TEXTS.values())
    assert any(re.search(rf"\b(?:in|nach) {part}\b", text) for text in TEXTS.values())


def test_every_seed_is_listed_in_the_readme() -> None:
    readme = (seeds() / "README").read_text(encoding="utf-8")
    assert all(path.name in readme for path in PATHS)


@pytest.mark.skipif(not REAL_PATHS, reason="the real articles are not beside the project")
def test_the_real_articles_have_the_form_that_ours_imitate() -> None:
    for path in REAL_PATHS:
        text = path.read_bytes().decode("utf-8")
        assert DATE_RUN.match(text)
        assert "\r" not in text
        assert text == text.rstrip()
    ours = {sentence for text in TEXTS.values() for sentence in re.findall(r"[^.!?\n]{30,}[.!?]", text)}
    theirs = "".join(path.read_text(encoding="utf-8") for path in REAL_PATHS)
    assert not [sentence for sentence in ours if sentence in theirs]
