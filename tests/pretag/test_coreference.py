from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import chains, labelled


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Änne Größl sprach. Größls Rede war lang. Größl ging.",
            ("Änne Größl", "Größls", "Größl"),
        ),
        ("Die Deutsche Bahn (DB) baut. Die DB schweigt.", ("Deutsche Bahn", "DB", "DB")),
        ("Die Europäische Zentralbank, kurz EZB, tagt.", ("Europäische Zentralbank", "EZB")),
        ("Der Deutsche Fußball-Bund tagt. Der DFB schweigt.", ("Deutsche Fußball-Bund", "DFB")),
        ("Luiz Inácio Lula da Silva sprach. Lula ging.", ("Luiz Inácio Lula da Silva", "Lula")),
        (
            "Außenminister Marco Größl kam. Der Minister lobte alle.",
            ("Außenminister", "Marco Größl", "Minister"),
        ),
        (
            "Die Kanzlerin Änne Größl kam. Die Kanzlerin lobte alle.",
            ("Kanzlerin", "Änne Größl", "Kanzlerin"),
        ),
        ("Siemens baut ein Werk. Der Konzern schweigt.", ("Siemens", "Konzern")),
        ("Es regnet in Füssen. Die Stadt sperrt Straßen.", ("Füssen", "Stadt")),
    ],
)
def test_forms_of_one_name_and_nouns_for_it_are_one_cluster(
    text: str, chain: tuple[str, ...], tag: Tagging
) -> None:
    assert chain in chains(tag(text))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Siemens und Volkswagen bauen. Der Konzern schweigt.", "Konzern"),
        ("Der Konzern schweigt. Siemens baut.", "Konzern"),
        ("Siemens baut. Der Konzern Volkswagen schweigt.", "Konzern"),
        ("Es regnet in Füssen und in Kiel. Die Stadt sperrt Straßen.", "Stadt"),
        ("Siemens baut. Ein Konzern schweigt.", "Konzern"),
    ],
)
def test_a_noun_that_could_mean_something_else_is_left_alone(text: str, noun: str, tag: Tagging) -> None:
    draft = tag(text)

    assert not any(noun in chain for chain in chains(draft))
    assert noun not in labelled(draft, "ORG") + labelled(draft, "LOC")


@pytest.mark.parametrize(
    "text",
    [
        "Die Präsidenten Donald Trump und Wladimir Putin kamen. Der Präsident sprach.",
        "US-Präsident Donald Trump kam. Der Präsident der Ukraine fehlte.",
        "Außenminister Marco Größl kam. Das Treffen der Minister endete.",
        "Änne Größl und Änne Meier kamen. Änne sprach.",
    ],
)
def test_an_office_or_a_first_name_of_more_than_one_is_left_alone(text: str, tag: Tagging) -> None:
    assert all(chain[-1] not in ("Präsident", "Minister", "Änne") for chain in chains(tag(text)))


def test_a_cluster_is_named_in_the_nominative_where_the_article_has_it(tag: Tagging) -> None:
    draft = tag("Der Chef der Deutschen Bahn geht. Die Deutsche Bahn schweigt.")

    assert [chain.name for chain in draft.chains] == ["Deutsche Bahn"]
