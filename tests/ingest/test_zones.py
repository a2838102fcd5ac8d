from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.article import ZoneKind
from annotator.ingest.zones import day_of, find_zones, title_of

SHARED_SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"

PROSE = (
    "Die Stadt hat am Dienstag die alte Brücke über die Wümme gesperrt, weil Risse im Beton gefunden wurden. "
    "Das teilte eine Sprecherin mit. Sie bat um „etwas Geduld“."
)
MORE = (
    "Auch der Landkreis äußerte sich besorgt. Man prüfe nun, ob weitere Brücken betroffen seien, hieß es am "
    "Abend. Ein Gutachten soll am 8. November vorliegen, die Kosten trägt das Land."
)


def parts(text: str, *, title: str = "") -> list[tuple[str, str]]:
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in find_zones(text, title=title)]


def test_the_seed_form_falls_into_its_parts() -> None:
    text = (
        " date 2025-10-21 Brücken-Streit Stadt: Sperrung bis November nötig\n\n"
        "Aktualisiert am 21.10.2025\n\n"
        "Die Brücke ist seit Dienstag gesperrt. (Archivbild) (Quelle: Erna Klöß/Nordbild/nb-bilder)\n\n"
        "Risse im Beton, ein Gutachten und viel Ärger: Die Sperrung trifft Pendler hart.\n\n"
        f"{PROSE}\n\nWie lange dauert das?\n\n{MORE}\n\nKeine Umleitung in Sicht\n\n{PROSE}"
    )
    assert parts(text) == [
        ("dateline", "date 2025-10-21"),
        ("kicker", "Brücken-Streit"),
        ("headline", "Stadt: Sperrung bis November nötig"),
        ("notice", "Aktualisiert am 21.10.2025"),
        ("caption", "Die Brücke ist seit Dienstag gesperrt."),
        ("credit", "(Archivbild) (Quelle: Erna Klöß/Nordbild/nb-bilder)"),
        ("teaser", "Risse im Beton, ein Gutachten und viel Ärger: Die Sperrung trifft Pendler hart."),
        ("body", PROSE),
        ("crosshead", "Wie lange dauert das?"),
        ("body", MORE),
        ("crosshead", "Keine Umleitung in Sicht"),
        ("body", PROSE),
    ]
    zones = find_zones(text)
    assert title_of(text, zones) == "Stadt: Sperrung bis November nötig"
    assert day_of(text, zones) == date(2025, 10, 21)


def test_a_notice_in_place_of_the_headline_and_cross_headings_run_in_are_told_apart() -> None:
    notice = "Wir nutzen künstliche Intelligenz für die Kurzfassung unserer Texte. Jede wird geprüft."
    text = (
        f" date 2025-10-21 {notice}\n\n{PROSE}\n\nStreit zwischen Stadt und Landkreis {MORE}\n\n"
        f"Kritik an der Prüfung {PROSE}"
    )
    assert parts(text) == [
        ("dateline", "date 2025-10-21"),
        ("notice", notice),
        ("body", PROSE),
        ("crosshead", "Streit zwischen Stadt und Landkreis"),
        ("body", MORE),
        ("crosshead", "Kritik an der Prüfung"),
        ("body", PROSE),
    ]
    assert title_of(text, find_zones(text)) == (
        "Die Stadt hat am Dienstag die alte Brücke über die Wümme gesperrt, weil Risse im …"
    )


def test_a_notice_run_together_with_the_headline_is_cut_off_it() -> None:
    notice = "Dieser Artikel wurde automatisch übersetzt."
    text = f" date 2025-10-21 Stadt sperrt Brücke {notice}\n\n{PROSE}"
    assert parts(text)[:3] == [
        ("dateline", "date 2025-10-21"),
        ("headline", "Stadt sperrt Brücke"),
        ("notice", notice),
    ]


@pytest.mark.parametrize(
    "notice",
    [
        "Aktualisiert am 21.10.2025, 15:30 Uhr",
        "Zuletzt aktualisiert: 21. Oktober 2025 - 8.05 Uhr",
        "Stand: 21.10.2025",
        "Wir verwenden KI, um Texte zusammenzufassen.",
        "Dieser Artikel erschien zuerst im Wümmeblatt.",
        "Diese Meldung wurde maschinell aus dem Englischen übersetzt.",
        "Hinweis der Redaktion: In einer früheren Fassung stand ein falscher Name.",
        "Lesen Sie auch: So kommen Sie über den Fluss",
    ],
)
def test_notices_are_known_by_their_words(notice: str) -> None:
    assert parts(f"{PROSE}\n\n{notice}\n\n{MORE}") == [("body", PROSE), ("notice", notice), ("body", MORE)]


def test_an_article_that_speaks_of_articles_is_no_notice() -> None:
    text = "Dieser Artikel des Grundgesetzes schützt die Würde des Menschen, sagte die Richterin am Montag."
    assert parts(text) == [("body", text)]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Die gesperrte Brücke am Morgen.", "(Foto: Jörg Höß/dpa)"),
        ("Die gesperrte Brücke am Morgen.", "Foto: Jörg Höß / picture alliance"),
        ("Risse im Beton.", "(Symbolbild)"),
        ("„Das wird teuer“, sagt die Bürgermeisterin.", "© Nordbild"),
        ("Der Landrat (rechts) vor Ort.", "(Bild: Nordbild (Archiv))"),
    ],
)
def test_a_caption_is_told_from_its_credit(caption: str, credit: str) -> None:
    assert parts(f"{PROSE}\n\n{caption} {credit}\n\n{MORE}")[1:3] == [
        ("caption", caption),
        ("credit", credit),
    ]


def test_text_that_runs_on_behind_a_credit_is_body() -> None:
    text = f"Die Brücke am Morgen. (Archivbild) {PROSE}"
    assert parts(text) == [
        ("caption", "Die Brücke am Morgen."),
        ("credit", "(Archivbild)"),
        ("body", PROSE),
    ]


def test_brackets_within_a_sentence_are_no_credit() -> None:
    text = "Die Ministerin (Foto: rechts) kam am Dienstag nach Köln und sprach lange mit der Presse."
    assert parts(text) == [("body", text)]


def test_an_agency_signs_at_the_end_and_dates_at_the_beginning() -> None:
    text = f"Rotenburg (dpa) - {PROSE}\n\n{MORE} (dpa/AFP)"
    assert parts(text) == [
        ("dateline", "Rotenburg (dpa) -"),
        ("body", PROSE),
        ("body", MORE),
        ("credit", "(dpa/AFP)"),
    ]


def test_a_line_with_the_authors_name_is_a_credit() -> None:
    assert parts(f"Brücke gesperrt\n\nVon Änne Müller-Weiß\n\n{PROSE}")[1] == (
        "credit",
        "Von Änne Müller-Weiß",
    )


def test_the_title_of_the_source_is_found_in_the_text() -> None:
    text = f"Zu.\n\n{PROSE}"
    assert parts(text)[0] == ("body", "Zu.")
    assert parts(text, title="Zu.")[0] == ("headline", "Zu.")


def test_a_first_line_that_is_half_a_sentence_is_no_headline() -> None:
    text = "Ab sofort kann das Amt für Brücken und Straßen\n(ABS) im Land vor Schäden warnen, teilte es mit."
    assert {kind for kind, _ in parts(text)} == {"body"}


def test_lines_of_a_list_are_no_cross_headings() -> None:
    text = f"{PROSE}\n\nVfL Wümme - SV Aller 2:1\nTSV Oste - FC Hamme 0:0\nSG Weser - BSV Lune 3:3\n\n{MORE}"
    assert {kind for kind, _ in parts(text)} == {"body"}


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    text = (
        "Der Gemeinderat hat am Dienstagabend nach langer Debatte beschlossen, die\n"
        "Brücke über den Fluss zu sperren. Der Bürgermeister sprach von einem\n"
        "Schritt, der seit Jahren überfällig sei."
    )
    assert parts(text) == [("body", text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Partei Die Linke hat am Dienstag gegen die Sperrung der Brücke gestimmt und laut protestiert.",
        "Der Film Das Boot wird am Dienstag gezeigt, obwohl die Brücke noch immer gesperrt ist.",
        "Er fragte: Wann wird die Brücke wieder offen sein, und wer bezahlt das alles am Ende, bitte sehr?",
        "„Ja“, sagte Petra Weiß. Die Brücke bleibe zu, und das werde sich vor dem Winter kaum mehr ändern.",
        "Gestern Abend wurde im Rathaus lange über die Brücke gesprochen. Das Ergebnis steht nicht fest.",
    ],
)
def test_sentences_with_capital_letters_inside_hold_no_cross_heading(sentence: str) -> None:
    assert parts(f"{PROSE}\n\n{sentence}") == [("body", PROSE), ("body", sentence)]


@pytest.mark.parametrize(
    ("heading", "beginning"),
    [
        ("Kapitän wieder auf freiem Fuß", "Unterdessen"),
        ("Engagement der Nachbarn", "Bereits"),
        ("Hintergrund", "Im"),
        ("Nicht bereit für Gespräche", "Nach"),
    ],
)
def test_a_cross_heading_runs_into_its_paragraph_before_a_word_that_begins_sentences(
    heading: str, beginning: str
) -> None:
    sentence = f"{beginning} Angaben des Gerichts hat sich an der Lage nichts geändert, wie es am Abend hieß."
    assert parts(f"{PROSE}\n\n{heading} {sentence}")[1:] == [("crosshead", heading), ("body", sentence)]


def test_a_text_without_words_has_no_zones() -> None:
    assert find_zones(" \n\n\u2028") == ()


def test_a_title_is_cut_at_a_word_and_passes_over_notices() -> None:
    text = "Stand: 21.10.2025\n\n" + "Wort " * 40
    title = title_of(text, find_zones(text))
    assert title == "Wort " * 16 + "…"
    assert title_of("ö" * 200, ()) == "ö" * 80 + " …"


PIECES = st.sampled_from(
    [
        *(
            " date 2025-10-21 ",
            "Aktualisiert am 21.10.2025",
            "Stand: 1.1.2025",
            "(Archivbild)",
            "(Quelle: dpa)",
        ),
        *("Foto: dpa", "(dpa)", "©", "Berlin (dpa) - ", "Nahost-Krieg ", "Kurz und gut", "Was nun?", "Das"),
        *("Wir nutzen künstliche Intelligenz, ja.", PROSE, MORE, "👍🏽", "Süd\u00adost", "e\u0301", "„"),
        *("\n", "\n\n", "\u2028", " ", "\x85"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
def test_zones_are_ordered_disjoint_stripped_and_cover_every_word(text: str) -> None:
    zones = find_zones(text)
    position = 0
    for zone in zones:
        assert not text[position : zone.start].strip()
        assert zone.start < zone.end
        assert text[zone.start : zone.end].strip() == text[zone.start : zone.end]
        position = zone.end
    assert not text[position:].strip()
    assert title_of(text, zones) or all(
        zone.kind in (ZoneKind.DATELINE, ZoneKind.NOTICE, ZoneKind.CREDIT) for zone in zones
    )


# The two shared articles, exactly ---------------------------------------------------------------------------


def zone_table(name: str) -> list[tuple[str, int, int]]:
    path = SHARED_SEEDS / name
    if not path.exists():
        pytest.skip("the shared seed articles are not here")
    return [(zone.kind.value, zone.start, zone.end) for zone in find_zones(path.read_text(encoding="utf-8"))]


def test_the_first_shared_article_falls_into_its_parts() -> None:
    assert zone_table("000_ed0d236bd028a7ef.txt") == [
        ("dateline", 1, 16),
        ("kicker", 17, 30),
        ("headline", 31, 78),
        ("notice", 80, 106),
        ("caption", 108, 173),
        ("credit", 174, 238),
        ("teaser", 240, 389),
        ("body", 391, 751),
        ("body", 753, 1270),
        ("crosshead", 1272, 1289),
        ("body", 1291, 1418),
        ("body", 1420, 1789),
        ("body", 1791, 2349),
        ("crosshead", 2351, 2385),
        ("body", 2387, 2646),
        ("body", 2648, 3002),
    ]


def test_the_second_shared_article_falls_into_its_parts() -> None:
    assert zone_table("002_679100aab88e780d.txt") == [
        ("dateline", 1, 16),
        ("notice", 17, 172),
        ("body", 174, 953),
        ("crosshead", 955, 1001),
        ("body", 1002, 1722),
        ("crosshead", 1724, 1763),
        ("body", 1764, 2630),
    ]


def test_a_cross_heading_run_in_before_a_name_known_from_above_is_found() -> None:
    first = f"Bürgermeisterin Änne Größl sperrte die Brücke. {PROSE}"
    rest = "Größl hatte schon im Mai vor den Rissen gewarnt. Der Rat hörte ihr damals aber nicht lange zu."
    text = f"Brücke gesperrt\n\n{first}\n\n{MORE}\n\nNicht bereit für Gespräche {rest}"
    assert parts(text)[-2:] == [("crosshead", "Nicht bereit für Gespräche"), ("body", rest)]


@pytest.mark.parametrize(
    "begin",
    [
        "Die neue Bürgermeisterin Größl hatte",
        "Parteilose und frühere Bürgermeisterin Größl hatte",
        "Auf dem Weg zur Arbeit Größl hatte",
        "Nicht bereit für Gespräche Müller hatte",
        "Unternehmerin und Rätin Änne Größl hatte",
    ],
)
def test_a_title_or_a_name_not_known_yet_opens_no_sentence_behind_a_heading(begin: str) -> None:
    first = f"Bürgermeisterin Änne Größl sperrte die Brücke. {PROSE}"
    last = f"{begin} schon im Mai vor den Rissen gewarnt. Der Rat hörte ihr damals aber nicht lange zu."
    text = f"Brücke gesperrt\n\n{first}\n\n{MORE}\n\n{last}"
    assert parts(text)[-1] == ("body", last)
