"""Pages that nothing from outside can break out of, and plots."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.html import element, page, shown
from annotator.formats.svg import Dot, Ink, Series, course, intervals

INK = Ink("#000000", "#666666", "#cccccc", "#ffffff", ("#0000ff", "#aa5500"), point=",")


@given(st.text())
def test_text_comes_back_as_text(text: str) -> None:
    markup = element("p", text, title=text).text
    inside = markup.removesuffix("</p>").split(">", 1)[1]
    assert unescape(inside) == shown(text)
    assert not set(inside) & set("<>\"'")
    assert markup.count("<") == 2


@pytest.mark.parametrize("name", ["script", "img", "iframe", "p onclick", "p>", "", "1"])
def test_elements_that_do_something_are_refused(name: str) -> None:
    with pytest.raises(ValueError) as refused:
        element(name)
    assert str(refused.value) == name


@pytest.mark.parametrize("attribute", ["onclick", "ONLOAD", "href", "src", "style", "a b", "x="])
def test_attributes_that_do_something_are_refused(attribute: str) -> None:
    with pytest.raises(ValueError) as refused:
        element("p", **{attribute: "x"})
    assert str(refused.value) == attribute


def test_a_style_cannot_end_itself() -> None:
    with pytest.raises(ValueError, match="style"):
        page("x", title="", language="de", style="p{}</style>")


def test_what_works_unseen_is_written_out() -> None:
    assert shown("a\u202eb\x00c\u2028d\te\ud800f\ufeff") == "a[U+202E]b␀c d e\ufffdf[U+FEFF]"
    assert (
        shown("Schiff\u00adfahrt Cafe\u0301 👩\u200d🚒 „ß“") == "Schiff\u00adfahrt Cafe\u0301 👩\u200d🚒 „ß“"
    )


def test_plots_are_whole_xml_with_every_value_in_words() -> None:
    dots = [Dot("Entitäten <b>", 0.75, 0.7, 0.8, "0,75"), Dot("leer", None, None, None, "–")]
    drawn = ET.fromstring(intervals(dots, INK, title="F1 & mehr").text)
    texts = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Entitäten <b>", "0,75", "leer", "–", "0,2"} <= set(texts)
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == 1


def test_a_course_breaks_where_nothing_is_told_and_keeps_names_apart() -> None:
    def dot(value: float | None) -> Dot:
        return Dot("", value, None, None, "")

    series = [Series("eins", (dot(0.5), dot(0.6), dot(0.7))), Series("zwei", (dot(0.5), dot(None), dot(0.7)))]
    drawn = ET.fromstring(course(series, ("1.3.", "2.3.", "3.3."), INK, title="Verlauf").text)
    lines = [one.get("stroke") for one in drawn.iter("{http://www.w3.org/2000/svg}line")]
    assert (lines.count("#0000ff"), lines.count("#aa5500")) == (2, 0)
    heights = {
        one.text: float(one.get("y", "0"))
        for one in drawn.iter("{http://www.w3.org/2000/svg}text")
        if one.text in ("eins", "zwei")
    }
    assert abs(heights["eins"] - heights["zwei"]) >= 18
