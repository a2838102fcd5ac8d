from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Größl GmbH mit Sitz in Lübeck wächst.", {("Größl GmbH", "Lübeck")}),
        ("Die Größl GmbH, mit Hauptsitz in Köln, wächst.", {("Größl GmbH", "Köln")}),
        ("Die Größl GmbH aus Lübeck wächst.", {("Größl GmbH", "Lübeck")}),
        ("Die in Lübeck ansässige Größl GmbH wächst.", {("Größl GmbH", "Lübeck")}),
        ("Die Größl GmbH baut in Lübeck.", set()),
        ("Änne Größl aus Lübeck wächst.", set()),
    ],
)
def test_a_seat_is_where_the_text_says_so(text: str, expected: set[tuple[str, str]], tag: Tagging) -> None:
    assert linked(tag(text), "sitzt-in") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Unfall geschah in Füssen (Bayern).", {("Füssen", "Bayern")}),
        ("Sie lebt in Nizza in Frankreich.", {("Nizza", "Frankreich")}),
        ("Sie flog von Frankreich nach Deutschland.", set()),
        ("Die Botschaft Frankreichs in Deutschland schließt.", set()),
        ("Sie fährt von Köln nach Füssen.", set()),
        ("Er war in Köln, in Frankreich und in Polen.", set()),
    ],
)
def test_a_place_lies_in_a_larger_one_named_right_behind_it(
    text: str, expected: set[tuple[str, str]], tag: Tagging
) -> None:
    assert linked(tag(text), "liegt-in") == expected
