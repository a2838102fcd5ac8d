from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.collation import collated, folded


def test_umlauts_stand_beside_their_vowels_and_ss_beside_sharp_s() -> None:
    names = ["Zora", "Öz", "anna", "Ähre", "Bert", "Ahrens", "Straße 2", "Strasse 1", "Àla"]
    assert sorted(names, key=collated) == [
        "Ähre",
        "Ahrens",
        "Àla",
        "anna",
        "Bert",
        "Öz",
        "Strasse 1",
        "Straße 2",
        "Zora",
    ]


def test_a_combining_mark_counts_like_the_composed_letter() -> None:
    assert folded("Gro\u0308ßl") == folded("Größl") == "grossl"


@given(st.lists(st.text(max_size=8), max_size=8))
def test_the_order_does_not_depend_on_the_one_before(names: list[str]) -> None:
    turned = names[::-1]
    assert sorted(names, key=collated) == sorted(turned, key=collated)


@given(st.text(alphabet=st.sampled_from("aAäÄöÜßẞé\u0308\u0301ﬁ½…–„“»\u2011\u2028🚒z ")) | st.text())
def test_the_short_ways_fold_as_taking_every_letter_apart_does(text: str) -> None:
    apart = unicodedata.normalize("NFKD", text.casefold())
    assert folded(text) == re.sub("[\u0300-\u036f]", "", apart)


def test_a_shorter_name_stands_before_what_begins_with_it() -> None:
    assert sorted(["Ähre-Nord", "Ähre Süd", "ahre", "Ähre"], key=collated) == [
        "ahre",
        "Ähre",
        "Ähre Süd",
        "Ähre-Nord",
    ]
