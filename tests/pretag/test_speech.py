from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import chains, labelled, linked


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bauen die Straße jetzt“, sagte Änne Größl.",
        '"Wir bauen die Straße jetzt", sagte Änne Größl.',
        "»Wir bauen die Straße jetzt«, sagte Änne Größl.",
        "Änne Größl sagte: „Wir bauen die Straße jetzt“",
        "Am Montag sagte Änne Größl in Füssen: „Wir bauen die Straße jetzt“",
        "Die Bürgermeisterin, Änne Größl (SPD), sagte: „Wir bauen die Straße jetzt“",
    ],
)
def test_a_direct_quote_has_its_words_cue_and_speaker(text: str, tag: Tagging) -> None:
    draft = tag(text)

    assert labelled(draft, "Zitat") == ["Wir bauen die Straße jetzt"]
    assert labelled(draft, "Cue") == ["sagte"]
    assert linked(draft, "Sprecher") >= {("Wir bauen die Straße jetzt", "Änne Größl")}
    assert linked(draft, "Cue") == {("Wir bauen die Straße jetzt", "sagte")}


def test_a_cue_with_its_prefix_far_behind_is_one_mention(tag: Tagging) -> None:
    draft = tag("Das Verkehrsministerium teilte am Abend mit, dass die Brücke gesperrt bleibe.")

    assert labelled(draft, "Cue") == ["teilte … mit"]
    assert labelled(draft, "Aussage") == ["teilte … mit"]
    assert labelled(draft, "Zitat-indirekt") == ["dass die Brücke gesperrt bleibe"]


@pytest.mark.parametrize(
    ("text", "reported", "cue"),
    [
        ("Größl erklärte, die Brücke sei sicher.", "die Brücke sei sicher", "erklärte"),
        ("Die Brücke sei sicher, erklärte Änne Größl.", "Die Brücke sei sicher", "erklärte"),
        ("Laut CNN bleibt die Brücke lange gesperrt.", "bleibt die Brücke lange gesperrt", "Laut"),
        (
            "Nach Angaben der Deutschen Bahn fahren keine Züge.",
            "fahren keine Züge",
            "Angaben",
        ),
        (
            "Äußerungen Größls, dass die Brücke sicher sei, überraschen.",
            "dass die Brücke sicher sei",
            "Äußerungen",
        ),
    ],
)
def test_reported_speech_is_found_in_its_forms(text: str, reported: str, cue: str, tag: Tagging) -> None:
    draft = tag(text)

    assert labelled(draft, "Zitat-indirekt") == [reported]
    assert labelled(draft, "Cue") == [cue]


def test_a_sentence_in_the_subjunctive_goes_on_with_the_same_speaker(tag: Tagging) -> None:
    draft = tag("Die Pläne seien alt, sagte Änne Größl. Ein Ende sei nicht abzusehen. Es regnete.")

    assert labelled(draft, "Zitat-indirekt") == ["Die Pläne seien alt", "Ein Ende sei nicht abzusehen"]
    assert ("Ein Ende sei nicht abzusehen", "Änne Größl") in linked(draft, "Sprecher")


def test_who_passes_words_on_is_not_the_speaker(tag: Tagging) -> None:
    draft = tag(
        "„Es sind viele Aufgaben zu erledigen“, "
        "hatte Kremlsprecher Dmitri Größl der Agentur Tass zufolge gesagt."
    )

    assert linked(draft, "Sprecher") >= {("Es sind viele Aufgaben zu erledigen", "Dmitri Größl")}
    assert not any(speaker == "Tass" for _, speaker in linked(draft, "Sprecher"))


def test_where_something_was_said_can_be_the_speaker(tag: Tagging) -> None:
    draft = tag("Die Reise werde verschoben, hieß es aus dem Außenministerium.")

    assert ("Die Reise werde verschoben", "Außenministerium") in linked(draft, "Sprecher")


def test_a_pronoun_speaks_where_the_sentence_has_no_name(tag: Tagging) -> None:
    draft = tag("Änne Größl kam nach Füssen. „Wir bauen die Straße jetzt“, sagte sie.")

    assert ("Wir bauen die Straße jetzt", "sie") in linked(draft, "Sprecher")
    assert chains(draft) == {("Änne Größl", "sie")}


def test_names_and_titles_between_quotation_marks_are_no_quotes(tag: Tagging) -> None:
    draft = tag(
        "Die Fähre „Wellenreiterin“ fährt wieder, sagte Änne Größl. Das Lied „Man of the Match“ lief."
    )

    assert labelled(draft, "Zitat") == []


def test_a_verb_of_speech_in_another_sense_is_no_statement(tag: Tagging) -> None:
    draft = tag("Das Gericht hatte die Wahl für nichtig erklärt. Der Verein hat sich gemeldet.")

    assert labelled(draft, "Aussage") == []


def test_an_unpaired_quotation_mark_swallows_nothing(tag: Tagging) -> None:
    draft = tag("Er sagte: „Das ist alles.\n\nAm Abend sprach Änne Größl. Sie ging um 8“.")

    assert labelled(draft, "Zitat") == []


def test_the_statement_has_its_speaker_and_what_was_said(tag: Tagging) -> None:
    draft = tag("„Wir bauen die Straße jetzt“, sagte Änne Größl am Montag.")

    assert linked(draft, "Inhalt") == {("sagte", "Wir bauen die Straße jetzt")}
    assert ("sagte", "Änne Größl") in linked(draft, "Sprecher")
    assert linked(draft, "Zeit") == {("sagte", "Montag")}


def test_the_subjunctive_runs_on_over_several_sentences_and_ends_with_it(tag: Tagging) -> None:
    draft = tag(
        "Die Brücke sei sicher, erklärte Änne Größl. Man habe sie geprüft. Nun müssten alle warten. "
        "Danach regnete es. Am Abend kam die Feuerwehr."
    )

    assert labelled(draft, "Zitat-indirekt") == [
        "Die Brücke sei sicher",
        "Man habe sie geprüft",
        "Nun müssten alle warten",
    ]
    assert linked(draft, "Sprecher") >= {
        ("Man habe sie geprüft", "Änne Größl"),
        ("Nun müssten alle warten", "Änne Größl"),
    }


def test_whoever_warned_before_speaks_in_the_subjunctive_behind_it(tag: Tagging) -> None:
    draft = tag("Änne Größl warnte vor einem Sturm. Da ein Tief über Füssen liege, werde es stürmisch.")

    assert linked(draft, "Sprecher") >= {("Da ein Tief über Füssen liege, werde es stürmisch", "Änne Größl")}


@pytest.mark.parametrize(
    "text",
    [
        "Änne Größl sprach viel. Ich hätte gern geschwiegen.",
        "Änne Größl lachte. Es sei denn, es regnet.",
        "Änne Größl sagte nichts. Gott sei Dank blieb es ruhig.",
        "Die Straße wäre gesperrt worden, doch es regnete.",
    ],
)
def test_wishes_conditions_and_the_first_person_are_not_reported(text: str, tag: Tagging) -> None:
    assert labelled(tag(text), "Zitat-indirekt") == []


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("„Wir bauen jetzt“, sagte Änne Größl der Süddeutschen Zeitung.", "Süddeutschen Zeitung"),
        ("„Wir bauen die Straße jetzt“, sagte Änne Größl dem SWR.", "SWR"),
        ("Änne Größl sagte gegenüber dem ZDF, die Brücke sei sicher.", "ZDF"),
        ("„Wir bauen die Straße jetzt“, sagte Änne Größl im Gespräch mit CNN.", "CNN"),
        ("Auf Anfrage des SWR bestätigte Änne Größl, dass die Brücke gesperrt sei.", "SWR"),
    ],
)
def test_whom_the_words_are_said_to_is_the_addressee_and_not_the_speaker(
    text: str, addressee: str, tag: Tagging
) -> None:
    draft = tag(text)

    assert {name for _, name in linked(draft, "Adressat")} == {addressee}
    assert {name for quote, name in linked(draft, "Sprecher") if quote != "sagte"} <= {"Änne Größl"}
    assert linked(draft, "Sprecher")


def test_a_genitive_behind_an_office_is_no_addressee(tag: Tagging) -> None:
    draft = tag("„Wir bauen die Straße jetzt“, sagte der Sprecher der Deutschen Bahn.")

    assert linked(draft, "Adressat") == set()


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bauen die Straße jetzt“, so Änne Größl.",
        "„Wir bauen die Straße jetzt.“ Das sagte Änne Größl am Montag.",
        "„Wir bauen die Straße jetzt.“ Mit diesen Worten verteidigte Änne Größl die Pläne.",
        "Änne Größl zeigte sich zuversichtlich. „Wir bauen die Straße jetzt.“",
        "Nach Meinung von Änne Größl ist klar: „Wir bauen die Straße jetzt.“",
    ],
)
def test_a_quote_without_a_verb_of_speech_has_the_speaker_named_beside_it(text: str, tag: Tagging) -> None:
    assert {name for _, name in linked(tag(text), "Sprecher")} == {"Änne Größl"}


def test_a_name_behind_so_says_what_the_sentence_tells(tag: Tagging) -> None:
    draft = tag("Die Brücke sei nicht mehr zu retten, so Änne Größl vom Bauamt.")

    assert labelled(draft, "Zitat-indirekt") == ["Die Brücke sei nicht mehr zu retten"]
    assert labelled(draft, "Cue") == ["so"]
    assert linked(draft, "Sprecher") == {("Die Brücke sei nicht mehr zu retten", "Änne Größl")}


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Der Mann soll drei Menschen verletzt haben.", ["Der Mann soll drei Menschen verletzt haben"]),
        ("Änne Größl will nichts gewusst haben.", ["Änne Größl will nichts gewusst haben"]),
        ("Die Zahl soll gestiegen sein.", ["Die Zahl soll gestiegen sein"]),
        ("Das Haus soll bis 2010 fertiggestellt sein.", []),
        ("Änne Größl will mehr Geld haben.", []),
        ("Die Brücke soll geschlossen werden.", []),
    ],
)
def test_soll_and_will_report_past_things_only(text: str, reported: list[str], tag: Tagging) -> None:
    assert labelled(tag(text), "Zitat-indirekt") == reported


def test_a_speaker_without_a_name_is_marked_where_it_speaks_only(tag: Tagging) -> None:
    draft = tag("Die Polizei kam um acht. Der Täter sei flüchtig, teilte die Polizei mit.")

    assert labelled(draft, "ORG") == ["Polizei"]
    assert linked(draft, "Sprecher") >= {("Der Täter sei flüchtig", "Polizei")}


def test_what_a_noun_says_ends_where_the_sentence_goes_on(tag: Tagging) -> None:
    draft = tag("Den Vorwurf, sie habe gelogen, wies Änne Größl zurück.")

    assert labelled(draft, "Zitat-indirekt") == ["sie habe gelogen"]
    assert linked(draft, "Cue") == {("sie habe gelogen", "Vorwurf")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Zeitung „Yemen Observer“ berichtete, dass die Brücke gesperrt sei.", "Yemen Observer"),
        ("Änne Größl kam. Sie hatte am Montag gesagt, die Brücke sei sicher.", "Sie"),
        ("Die Staatsanwaltschaft Kiel teilte mit, die Brücke sei sicher.", "Staatsanwaltschaft Kiel"),
        ("Die Organisatoren räumten ein, dass die Brücke gesperrt sei.", "Organisatoren"),
    ],
)
def test_the_subject_speaks_behind_marks_with_an_auxiliary_or_without_a_name(
    text: str, speaker: str, tag: Tagging
) -> None:
    assert {name for _, name in linked(tag(text), "Sprecher")} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Größl wird vorgeworfen, dass sie gelogen habe.",
        "Änne Größl kam. Die Gegner riefen laut. Sie sagten, die Brücke sei alt.",
    ],
)
def test_who_is_blamed_or_one_of_many_does_not_speak(text: str, tag: Tagging) -> None:
    assert linked(tag(text), "Sprecher") == set()


def test_what_the_author_thinks_likely_is_nobody_elses_words_and_ends_before_a_quote(tag: Tagging) -> None:
    draft = tag(
        "So schnell, wie von Änne Größl versprochen, dürfte es nicht gehen: "
        "„Es ist noch viel zu tun“, sagte Änne Größl."
    )

    assert labelled(draft, "Zitat-indirekt") == []
    assert labelled(draft, "Zitat") == ["Es ist noch viel zu tun"]


def test_what_happens_after_a_statement_is_not_what_it_says(tag: Tagging) -> None:
    caption = tag("Falk Petersen am Dienstagabend nach seiner Erklärung im Landtag.")
    source = tag("Nach seiner Darstellung hat Falk Petersen den Landtag verlassen.")

    assert labelled(caption, "Zitat-indirekt") == []
    assert len(labelled(source, "Zitat-indirekt")) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Die Brücke sei sicher, bestätigte dem Abgeordneten Ole Brandt die Ministerin Änne Größl.",
            "Änne Größl",
        ),
        (
            "„Das ist gut so für uns“, sagte der Deutschen Presse-Agentur der Minister Ole Brandt.",
            "Ole Brandt",
        ),
        ("In Köln erklärte Ole Brandt, die Brücke sei sicher.", "Ole Brandt"),
        (
            "Ole Brandt, der Leiter der betroffenen Häfen, sagte gegenüber dem SWR, die Brücke sei sicher.",
            "Ole Brandt",
        ),
        (
            "So sagte der für die Brücke zuständige Ingenieur, Ole Brandt, gegenüber dem SWR, es sei so.",
            "Ole Brandt",
        ),
        ("Ein Sprecher der SPD bestätigte, dass die Brücke gesperrt sei.", "Sprecher"),
        ("Von der SPD wurde bestätigt, dass die Brücke gesperrt sei.", "SPD"),
        ("Wie der „Spiegel“ berichtet, ist die Brücke gesperrt.", "Spiegel"),
    ],
)
def test_the_subject_speaks_and_not_an_object_a_genitive_or_an_office_beside_it(
    text: str, speaker: str, tag: Tagging
) -> None:
    draft = tag(text)

    assert {name for quote, name in linked(draft, "Sprecher") if " " in quote} == {speaker}


def test_a_statement_in_the_passive_has_no_subject_for_a_speaker(tag: Tagging) -> None:
    draft = tag("Ole Brandt wurde bestätigt, dass die Brücke gesperrt sei.")

    assert linked(draft, "Sprecher") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Die Polizei stellte fest, dass die Tür offen war.",
        "Es wurde vermutet, dass die Tür offen war.",
        "Man glaubt, dass die Tür offen war.",
        "Es sah so aus, als wäre die Tür offen.",
    ],
)
def test_finding_out_and_what_people_assume_is_no_speech(text: str, tag: Tagging) -> None:
    assert labelled(tag(text), "Zitat-indirekt") == []


@pytest.mark.parametrize(
    "text",
    [
        "Änne Größl stellte fest, dass die Tür offen sei.",
        "Änne Größl glaubt, dass die Tür offen war.",
    ],
)
def test_what_somebody_states_or_thinks_is_speech(text: str, tag: Tagging) -> None:
    assert len(labelled(tag(text), "Zitat-indirekt")) == 1


def test_a_medium_in_quotation_marks_is_an_organisation_and_neither_quote_nor_date(tag: Tagging) -> None:
    draft = tag("Die Brücke sei sicher, sagte Änne Größl der „Bild am Sonntag“ und dem „Spiegel“.")

    assert labelled(draft, "ORG") == ["Bild am Sonntag", "Spiegel"]
    assert labelled(draft, "Zitat") == labelled(draft, "DATE") == []


def test_a_name_with_small_words_between_the_marks_is_no_quote(tag: Tagging) -> None:
    draft = tag("Ein Sprecher der „Polizei von Füssen“ sagte, die Brücke sei sicher.")

    assert labelled(draft, "Zitat") == []


def test_er_may_mean_somebody_who_is_named_by_the_office_alone(tag: Tagging) -> None:
    draft = tag("Der Minister kam. Er sagte, dass die Brücke sicher sei.")

    assert ("dass die Brücke sicher sei", "Er") in linked(draft, "Sprecher")
