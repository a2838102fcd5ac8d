from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ingest.decode import MAX_BYTES, decode
from annotator.ingest.items import Unreadable

GERMAN = (
    "Grüße aus Köln: „Die Straße“ – so heißt es – müsse größer werden.\n"
    "Der Präsident der Behörde äußerte sich später, am Freitag, ähnlich."
)


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    return caught.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_german_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


def test_german_text_in_latin_1_is_read() -> None:
    text = "Grüße aus Köln. Der Präsident müsse größere Fähigkeiten zeigen, heißt es in Österreich."
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_of_utf_16_tells_the_order_of_bytes(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + GERMAN.encode(encoding)) == GERMAN


def test_line_ends_become_one_and_everything_else_stays() -> None:
    text = "a\r\nb\rc\n\u2028d\u00a0e\u00ad\u0085f e\u0301 👍🏽 \u200b\ufeff ﬁ"
    assert decode(text.encode()) == "a\nb\nc\n\u2028d\u00a0e\u00ad\u0085f e\u0301 👍🏽 \u200b\ufeff ﬁ"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")).filter(str.strip))
def test_text_in_utf_8_stays_as_it_came(text: str) -> None:
    if text.removeprefix("\ufeff").strip() and not text.encode().startswith(
        (b"%PDF-", b"{\\rtf", b"PK\x03\x04")
    ):
        assert decode(text.encode()) == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data", [b"", b" \n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u2028\u00a0".encode()]
)
def test_a_file_without_text_is_empty(data: bytes) -> None:
    assert refusal(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"PK\x03\x04\x14\0\x06\0",
        b"SQLite format 3\0\x10\0",
        bytes(range(256)) * 20,
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    assert refusal(data).code == "binary"


def test_a_zero_byte_is_refused_with_its_line() -> None:
    fault = refusal("Erste Zeile.\nGrüße\0 und Ende.".encode())
    assert (fault.code, fault.place) == ("nul", 2)


def test_a_wrong_byte_in_utf_8_is_told_with_its_line_and_not_guessed_away() -> None:
    fault = refusal("Grüße.\nÄpfel ".encode() + b"\xfc" + "bel und Öl.\n".encode())
    assert (fault.code, fault.place) == ("damaged_utf8", 2)


def test_a_wrong_byte_near_the_end_is_not_taken_for_a_cut() -> None:
    assert refusal("Grüße und Öl, ".encode() + b"\xfc.").code == "damaged_utf8"


def test_utf_8_cut_off_within_a_character_is_told() -> None:
    assert refusal("Grüße aus Köln, Straße, Ä".encode()[:-1]).code == "cut_off"


def test_utf_16_cut_off_within_a_character_is_told() -> None:
    assert refusal(GERMAN.encode("utf-16")[:-1]).code == "cut_off"


def test_latin_1_that_ends_in_what_could_begin_a_character_of_utf_8_is_read() -> None:
    assert decode("Das macht Spaß".encode("latin-1")) == "Das macht Spaß"


def test_twenty_megabytes_are_read() -> None:
    text = ("Die Größe zählt nicht. " * 43_000 + "\n") * 20
    assert decode(text.encode("cp1252")) == text


def test_a_file_beyond_the_limit_is_refused_with_both_sizes() -> None:
    fault = refusal(bytes(MAX_BYTES + 1))
    assert (fault.code, fault.data) == ("too_large", {"bytes": MAX_BYTES + 1, "limit": MAX_BYTES})
