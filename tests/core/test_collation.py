from __future__ import annotations

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
