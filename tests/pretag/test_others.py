from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import labelled


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Fähre „Wellenreiterin“ liegt fest.", ["Wellenreiterin"]),
        ("Das Schiff MS Wellenreiterin liegt fest.", ["MS Wellenreiterin"]),
        (
            "Das Segelschulschiff „Änne Fock“ kehrt heim. Die »Änne Fock« war lange fort.",
            ["Änne Fock", "Änne Fock"],
        ),
        ("Der Film „Das Leben der Größls“ läuft an.", ["Das Leben der Größls"]),
        ("Das Heizungsgesetz gilt, das Grundgesetz auch.", ["Heizungsgesetz", "Grundgesetz"]),
        (
            "Seit dem Irakkrieg gilt das Kyoto-Protokoll nicht mehr.",
            ["Irakkrieg", "Kyoto-Protokoll"],
        ),
        ("Bei den Olympischen Spielen gewann sie.", ["Olympischen Spielen"]),
        ("Sie erhielt den Georg-Büchner-Preis.", ["Georg-Büchner-Preis"]),
        ("Der Hurrikan Katrina kam näher.", ["Katrina"]),
    ],
)
def test_ships_works_laws_prizes_and_occasions_are_other_names(
    text: str, names: list[str], tag: Tagging
) -> None:
    draft = tag(text)

    assert labelled(draft, "MISC") == names
    assert labelled(draft, "PER") == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Öl-Preis stieg.",
        "Das Gesetz wurde als Bundesgesetz beschlossen.",
        "Der Arbeitsvertrag endet, der Ehekrieg nicht.",
        "Er sprach Englisch und Deutsch.",
        "Die Polizei nannte das „unklug“.",
    ],
)
def test_nouns_and_languages_are_no_names(text: str, tag: Tagging) -> None:
    assert labelled(tag(text), "MISC") == []


def test_a_website_that_reports_is_an_organisation(tag: Tagging) -> None:
    draft = tag("In einem Bericht von ndr.de hieß es, laut ndr.de regne es.")

    assert set(labelled(draft, "ORG")) <= {"ndr.de"}
    assert labelled(draft, "MISC") == []
