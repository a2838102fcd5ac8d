from __future__ import annotations

import json
import unicodedata
from array import array
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.article import Article, article_id
from annotator.core.ids import text_sha256
from annotator.core.text import Tokens
from annotator.pretag.document import doc_from_article
from annotator.pretag.tokenizer import Tokenizer

SHARED = Path(__file__).parents[2] / ".." / "shared"
TOKENIZER = Tokenizer()


def words(text: str) -> list[str]:
    return [text[span.start : span.end] for span in TOKENIZER.tokenize(text)[0]]


def sentences(text: str, *, breaks: tuple[int, ...] = ()) -> list[str]:
    tokens, starts = TOKENIZER.tokenize(text, breaks=breaks)
    bounds = [*starts, len(tokens)]
    return [text[tokens[first].start : tokens[after - 1].end] for first, after in pairwise(bounds)]


def article(text: str) -> Article:
    tokens, starts = TOKENIZER.tokenize(text)
    return Article(
        id=article_id(text),
        name="probe",
        text=text,
        sha256=text_sha256(text),
        title="",
        outlet="",
        published_on=None,
        url="",
        tokens=tokens,
        sentences=starts,
        zones=(),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bundeskanzler Scholz, 65, kam.", ["Bundeskanzler", "Scholz", ",", "65", ",", "kam", "."]),
        ("am 8. November 2014.", ["am", "8.", "November", "2014", "."]),
        (
            "(Archivbild) (Quelle: A. B./dpa)",
            ["(", "Archivbild", ")", "(", "Quelle", ":", "A.", "B./dpa", ")"],
        ),
        ("die „Welt“-Redaktion", ["die", "„", "Welt", "“", "-Redaktion"]),
        ("(Ost-)Deutschland", ["(", "Ost-", ")", "Deutschland"]),
        ("(Platz 8)", ["(", "Platz", "8", ")"]),
        ("Köln–Bonn 2014–2016", ["Köln", "–", "Bonn", "2014", "–", "2016"]),
        ("2025-10-21 um 20:15 Uhr", ["2025-10-21", "um", "20:15", "Uhr"]),
        ("Bürger:innen, Schüler*innen.", ["Bürger:innen", ",", "Schüler*innen", "."]),
        ("»Grüße«, 'ja'", ["»", "Grüße", "«", ",", "'", "ja", "'"]),
        ("5.000€. 3,5%", ["5.000", "€", ".", "3,5", "%"]),
        ("z. B. usw. d.h.", ["z.", "B.", "usw.", "d.h."]),
        ("Große Straße\u2028Süd\u00adost", ["Große", "Straße", "Süd\u00adost"]),
        ("👍🏽Gut👨‍👩‍👧🇩🇪!", ["👍🏽", "Gut", "👨‍👩‍👧", "🇩🇪", "!"]),
        ("Cafe\u0301s offen", ["Cafe\u0301s", "offen"]),
    ],
)
def test_news_text_is_cut_into_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Der Gipfel ist am 8. November in der 3. Liga.", "Danach nicht."],
        ["Das war im Jahr 2014.", "Berlin schwieg."],
        ["Es kamen 100.000.", "Niemand blieb."],
        ["Der 100.000. Besucher kam."],
        ["Er rief z. B. Dr. Müller an, d. h. den Arzt in St. Pölten, Nr. 5."],
        ["Es kostet 3,5 Mio. Euro, ca. 20.15 Uhr geht es los."],
        ["Es ging um Äpfel, Birnen usw.", "Dann war Schluss."],
        ["Prof. J. F. Meier u. a. sprachen.", "Wilhelm II. hörte zu."],
        ['"Es ist kalt."', "Sie ging."],
        ["„Komm!“, rief er.", "»Nein.«", "So war es."],
        ['"Warum?", fragte sie.', "(Er schwieg.)", "Ende."],
        ["Er zögerte … und ging.", "Er zögerte...", "Sie nicht."],
        ["Dazu Art. 5 und Abs. 3 des Gesetzes."],
        ["Alle lachten über „Bild.de“ am Abend.", "eBay auch."],
        ["Die Aktie von Yahoo! steigt.", "🙂 Gut."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_sentences_that_a_scraper_glued_together_come_apart() -> None:
    assert sentences("Das war das Ende.Danach kam nichts.") == ["Das war das Ende.", "Danach kam nichts."]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\u2028", "\u2029", "\r\n\r\n", "\x0c"])
def test_a_paragraph_break_always_ends_a_sentence(gap: str) -> None:
    assert sentences(f"Was ist passiert{gap}unklar bleibt vieles") == [
        "Was ist passiert",
        "unklar bleibt vieles",
    ]


def test_a_cross_heading_on_its_own_line_is_a_sentence() -> None:
    long_line = "Die Regierung will das ändern und hat dafür am Montag einen Entwurf vorgelegt, der " * 2
    assert sentences(f"Hintergrund\n{long_line}") == ["Hintergrund", long_line.strip()]


def test_lines_wrapped_at_a_column_are_one_sentence() -> None:
    text = (
        "Der Gemeinderat hat am Dienstagabend nach langer Debatte beschlossen, die\n"
        "Brücke über den Fluss zu sperren. Der Bürgermeister sprach von einem\n"
        "Schritt, der seit Jahren überfällig sei."
    )
    assert len(sentences(text)) == 2


def test_a_sentence_begins_at_every_break_given() -> None:
    text = "Neue Brücke gesperrt Die Stadt hat entschieden."
    assert sentences(text, breaks=(text.index("Die"),)) == [
        "Neue Brücke gesperrt",
        "Die Stadt hat entschieden.",
    ]


def test_the_full_stop_of_a_number_stays_with_it_inside_a_sentence() -> None:
    assert words("Der 3. Mai war 2014. Am 3. Mai.")[4:6] == ["2014", "."]
    assert words("am 21.10. in Köln")[1] == "21.10."


def test_a_text_without_words_has_neither_tokens_nor_sentences() -> None:
    for text in ("", " \n\u2028\t"):
        tokens, starts = TOKENIZER.tokenize(text)
        assert len(tokens) == 0
        assert starts == array("I")


def test_a_megabyte_without_a_blank_is_cut_in_pieces() -> None:
    text = "a" * 500_000 + ")" * 500_000
    tokens, starts = TOKENIZER.tokenize(text)
    assert (tokens[0].start, tokens[-1].end) == (0, len(text))
    assert list(starts) == [0]


def test_tokens_do_not_depend_on_what_was_cut_before() -> None:
    text = "Dr. Weiß kam am 3. Mai 2014. „Gut“, sagte er: 👍🏽."
    fresh = Tokenizer().tokenize(text)
    TOKENIZER.tokenize("Weiß. 2014. Gut „Gut“,")
    assert TOKENIZER.tokenize(text) == fresh


def test_plain_words_are_cut_as_spacys_rules_would_cut_them() -> None:
    path = SHARED / "corpora" / "wikinews" / "wikinews_699.jsonl"
    if not path.exists():
        pytest.skip("the Wikinews corpus is not here")
    slow = Tokenizer()
    slow._learn_plain = lambda chunk: False  # type: ignore[method-assign]
    lines = path.read_text(encoding="utf-8").splitlines()[:100]
    texts = [json.loads(line)["text"] for line in lines]
    assert [slow.tokenize(text) for text in texts] == [TOKENIZER.tokenize(text) for text in texts]


WORDS = [
    "Grüße",
    "8.",
    "„Ja“",
    '"Nein."',
    "»Halt!«",
    "…",
    "...",
    "2014.",
    "3:2.",
    "(8)",
    "CDU/CSU",
    ".",
    ",",
    "-",
]
MARKS = [
    "Süd\u00adost",
    "\u00ad",
    "e\u0301",
    "👍🏽",
    "👨\u200d👩\u200d👧",
    "🇩🇪",
    "🏽",
    "\u200d",
    "\ufe0f",
    "\ufeff",
]
BLANKS = ["\n", "\n\n", "\u2028", "\u2029", "\x85", "\x0c", "\x1c", "\u00a0", "\u3000", "\t", " ", "  "]
PARTS = st.sampled_from([*WORDS, *MARKS, *BLANKS])
TEXTS = st.lists(PARTS | st.text(max_size=5), max_size=30).map("".join)


def without_surrogates(text: str) -> str:
    return (
        "".join(c for c in text if unicodedata.category(c) != "Cs").replace("\r\n", "\n").replace("\r", "\n")
    )


@settings(max_examples=400, deadline=None)
@given(TEXTS.map(without_surrogates))
def test_every_token_is_ordered_non_empty_and_without_outer_blanks(text: str) -> None:
    tokens, starts = TOKENIZER.tokenize(text)
    position = 0
    for span in tokens:
        assert not text[position : span.start].strip()
        assert span.start < span.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        position = span.end
    assert not text[position:].strip()
    assert list(starts) == sorted(set(starts))
    assert (starts[0] == 0 and starts[-1] < len(tokens)) if tokens else not starts


VOCAB = spacy.blank("de").vocab


@settings(max_examples=400, deadline=None)
@given(TEXTS.map(without_surrogates))
def test_a_doc_has_the_very_text_of_its_article_and_knows_its_tokens(text: str) -> None:
    source = article(text)
    doc, token_of = doc_from_article(VOCAB, source)
    assert doc.text == text
    assert len(doc) == len(token_of)
    assert [index for index in token_of if index >= 0] == list(range(len(source.tokens)))
    for token, index in zip(doc, token_of, strict=True):
        if index < 0:
            assert token.text.isspace()
        else:
            assert (token.idx, token.idx + len(token)) == (
                source.tokens[index].start,
                source.tokens[index].end,
            )
            assert bool(token.is_sent_start) == (index in source.sentences or token.i == 0)


def test_a_doc_can_be_built_of_an_article_without_tokens() -> None:
    empty = article("")
    assert empty.tokens == Tokens((), ())
    doc, token_of = doc_from_article(VOCAB, empty)
    assert (doc.text, token_of) == ("", ())
