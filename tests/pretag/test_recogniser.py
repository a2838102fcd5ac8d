from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from annotator.core.article import Article
from annotator.core.ids import ArticleId
from annotator.core.resources import resource
from annotator.pretag.document import doc_from_article
from annotator.pretag.recogniser import SPANS, Recogniser
from annotator.pretag.recogniser_capitals import usual_case
from annotator.pretag.recogniser_decode import Named
from annotator.pretag.recogniser_evidence import second_pass
from annotator.pretag.recogniser_model import MANIFEST, load_model
from annotator.pretag.tokenizer import Tokenizer
from tests.train import tiny

NLP = spacy.blank("de")


def doc_of(text: str) -> Doc:
    tokens, sentences = Tokenizer().tokenize(text)
    article = Article(
        id=ArticleId("0" * 20),
        name="probe",
        text=text,
        sha256="",
        title="",
        outlet="",
        published_on=None,
        url="",
        tokens=tokens,
        sentences=sentences,
        zones=(),
    )
    return doc_from_article(NLP.vocab, article)[0]


def found(text: str, recogniser: Recogniser | None = None) -> list[tuple[str, str]]:
    doc = (recogniser or Recogniser(tiny.model()))(doc_of(text))
    scores = doc.spans[SPANS].attrs["scores"]
    assert len(scores) == len(doc.spans[SPANS])
    assert all(0 <= score <= 1 for score in scores)
    return [(span.text, span.label_) for span in doc.spans[SPANS]]


def test_names_become_spans_of_the_doc() -> None:
    assert found("Anna Weber kam aus Köln.") == [("Anna Weber", "PER"), ("Köln", "LOC")]


def test_adjectives_of_places_are_learnt_but_never_shown() -> None:
    assert all(label in {"PER", "LOC", "ORG", "MISC"} for _, label in found("Der utopische Film lief."))


def test_white_space_and_line_separators_stay_outside_of_names() -> None:
    names = found("Anna\u2028Weber kam\n\n  aus   Köln .")
    assert ("Köln", "LOC") in names
    assert all(name == name.strip() for name, _ in names)


def test_names_below_the_threshold_are_left_out() -> None:
    assert found("Anna Weber kam aus Köln.", Recogniser(tiny.model(), threshold=1.01)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u2028 ",
        "Köln",
        "ANNA WEBER KAM AUS KÖLN.",
        "The quick brown fox met Anna in the Köln pub.",
        "„“»«‚‘\"'",
        "😀👩‍👩‍👧 a\u0308o\u0308 Lü\u00adbeck",
        "-- --- -",
        "." * 500,
    ],
)
def test_odd_texts_come_through(text: str) -> None:
    doc = Recogniser(tiny.model())(doc_of(text))
    assert all(0 <= span.start_char < span.end_char <= len(text) for span in doc.spans[SPANS])


def test_names_in_a_headline_of_capitals_are_found() -> None:
    assert found("ANNA WEBER KAM AUS KÖLN.") == [("ANNA WEBER", "PER"), ("KÖLN", "LOC")]


def test_abbreviations_alone_are_no_headline() -> None:
    words = ["NORDBUND", "und", "SVF", "streiten", "am", "Montag", "mit", "der", "DDV"]
    assert usual_case(words, tiny.lexicon()) == words


@given(st.lists(st.text(min_size=1, max_size=6).map(str.upper), max_size=8))
def test_usual_case_keeps_the_length_of_every_word(words: list[str]) -> None:
    assert [len(word) for word in usual_case(words, tiny.lexicon())] == [len(word) for word in words]


def test_a_long_text_comes_through_with_every_name() -> None:
    text = "Anna Weber kam aus Köln. " * 4000
    assert len(found(text)) == 8000


def test_a_doc_without_sentence_starts_is_cut_at_full_stops() -> None:
    doc = NLP("Anna Weber kam aus Köln. Er ging nach Ulm.")
    assert not doc.has_annotation("SENT_START")
    Recogniser(tiny.model())(doc)
    assert ("Ulm", "LOC") in [(span.text, span.label_) for span in doc.spans[SPANS]]


def test_the_shipped_model_finds_names() -> None:
    if not (resource("models") / MANIFEST).is_file():
        pytest.fail("the shipped model is missing: run `make model`")
    recogniser = Recogniser(load_model(""))
    doc = recogniser(
        spacy.blank("de")("Bundeskanzlerin Angela Merkel traf in Berlin den Chef der Deutschen Bank.")
    )
    names = {(span.text, span.label_) for span in doc.spans[SPANS]}
    assert {("Angela Merkel", "PER"), ("Berlin", "LOC"), ("Deutschen Bank", "ORG")} <= names


def test_the_shipped_model_is_small_and_its_card_is_there() -> None:
    folder = resource("models")
    load_model()
    assert sum(path.stat().st_size for path in folder.iterdir()) < 8_000_000
    assert "CC BY 4.0" in (Path(folder) / "README.md").read_text(encoding="utf-8")


# The second pass ------------------------------------------------------------------------------------------


def settle(*sentences: tuple[str, list[Named]]) -> tuple[list[list[tuple[str, str]]], list[tuple[str, str]]]:
    words = [text.split() for text, _ in sentences]
    names, parts = second_pass(words, [list(given) for _, given in sentences], tiny.lexicon())
    shown = [[(" ".join(words[n][x.first : x.after]), x.label) for x in per] for n, per in enumerate(names)]
    return shown, [(words[p.sentence][p.word][p.start : p.end], p.label) for p in parts]


def test_a_full_name_makes_the_last_name_known_everywhere() -> None:
    names, _ = settle(("Käthe Großmann sprach .", [Named(0, 2, "PER", 0.95)]), ("Dann ging Großmann .", []))
    assert names[1] == [("Großmann", "PER")]


def test_the_genitive_of_a_known_name_is_found_before_and_after() -> None:
    names, _ = settle(
        ("Webers Rede war kurz .", []),
        ("Anna Weber sprach .", [Named(0, 2, "PER", 0.95)]),
        ("Und Köhns Haus .", []),
    )
    assert names[0] == [("Webers", "PER")]
    assert names[2] == []


def test_an_uncertain_name_vouches_for_nothing() -> None:
    names, _ = settle(("Anna Weber sprach .", [Named(0, 2, "PER", 0.5)]), ("Dann ging Weber .", []))
    assert names[1] == []


def test_an_abbreviation_in_brackets_names_the_organisation() -> None:
    names, _ = settle(
        ("Der Seenotverein Förde ( SVF ) tagte .", [Named(1, 3, "ORG", 0.9)]), ("Die SVF schwieg .", [])
    )
    assert ("SVF", "ORG") in names[0]
    assert names[1] == [("SVF", "ORG")]


def test_a_weak_other_label_gives_way_and_a_strong_one_stays() -> None:
    names, _ = settle(
        ("Seeblick gewann .", [Named(0, 1, "ORG", 0.97)]),
        ("Gegen Seeblick verlor er .", [Named(1, 2, "PER", 0.4)]),
        ("Am Seeblick regnet es .", [Named(1, 2, "LOC", 0.75)]),
    )
    assert names[1] == [("Seeblick", "ORG")]
    assert names[2] == [("Seeblick", "LOC")]


def test_parts_of_hyphen_compounds_are_named_but_not_the_last_part() -> None:
    _, parts = settle(
        ("Anna Weber traf Jörg Krüger .", [Named(0, 2, "PER", 0.95), Named(3, 5, "PER", 0.95)]),
        ("Das Weber-Krüger-Treffen und der Utopien-Streit .", [Named(1, 2, "PRT", 0.9)]),
    )
    assert parts == [("Weber", "PER"), ("Krüger", "PER"), ("Utopien", "LOC")]


def test_names_of_several_words_are_found_inside_compounds() -> None:
    _, parts = settle(("Der Bad-Füßlingen-Plan und die Fähr-Reederei .", []))
    assert parts == [("Bad-Füßlingen", "LOC")]


def test_an_ordinary_word_is_not_made_a_name_by_one_mention() -> None:
    names, _ = settle(("Der Verein siegte .", [Named(1, 2, "ORG", 0.95)]), ("Ein Verein fehlt .", []))
    assert names[1] == []


def test_without_the_second_pass_only_the_first_speaks() -> None:
    text = "Anna Weber kam aus Köln. Das Weber-Treffen."
    doc = Recogniser(tiny.model(), evidence=False)(doc_of(text))
    assert doc.spans[SPANS].attrs["parts"] == []


def test_parts_lie_where_they_stand_in_the_text() -> None:
    text = "Anna Weber kam aus Köln. Das Utopien-Treffen war gut."
    doc = Recogniser(tiny.model())(doc_of(text))
    assert "Utopien" in [text[start:end] for start, end, _, _ in doc.spans[SPANS].attrs["parts"]]
