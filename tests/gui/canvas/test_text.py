from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.core.article import ZoneKind
from annotator.gui.canvas.paragraphs import Block
from annotator.gui.canvas.text import BlockText, faces

ODD = "Straße 🚒🚒 ein\u00adfach, Cafe\u0301 am\u2028Rhein: „schön“ »gut« 👩‍🔬 und so weiter bis zum Ende"


def block_text(text: str, *, start: int = 0, column: float = 200.0) -> BlockText:
    block = Block(start, start + len(text), ZoneKind.BODY)
    return BlockText(" " * start + text, block, column=column, font=faces().zone(ZoneKind.BODY))


@pytest.mark.usefixtures("qtbot")
def test_lines_hold_every_character_once() -> None:
    lines = block_text(ODD, start=100).lines
    assert lines[0].start == 100
    assert lines[-1].end == 100 + len(ODD)
    assert all(a.end == b.start for a, b in pairwise(lines))
    assert all(line.width <= 200 for line in lines)
    assert len(lines) > 2


@pytest.mark.usefixtures("qtbot")
def test_a_line_separator_ends_a_line() -> None:
    lines = block_text("Köln\u2028am Rhein", column=600).lines
    assert [(line.start, line.end) for line in lines] == [(0, 5), (5, 13)]


@pytest.mark.usefixtures("qtbot")
def test_a_soft_hyphen_that_does_not_break_has_no_width() -> None:
    (line,) = block_text("ein\u00adfach", column=600).lines
    assert line.x(4) - line.x(3) == 0
    assert line.width == block_text("einfach", column=600).lines[0].width


@pytest.mark.usefixtures("qtbot")
def test_a_pair_of_emoji_is_counted_in_code_points() -> None:
    (line,) = block_text("🚒ab", start=7, column=600).lines
    assert (line.start, line.end) == (7, 10)
    assert line.x(7) == 0 < line.x(8) < line.x(9) < line.x(10)
    assert line.offset_at((line.x(8) + line.x(9)) / 2) == 8


def test_the_middle_of_a_letter_leads_back_to_it(qtbot: QtBot) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text("abcdefgh mnoäöüßÄ.,–🚒„“", min_size=1, max_size=150))
    def check(text: str) -> None:
        for line in block_text(text).lines:
            for offset in range(line.start, line.end):
                left, right = line.x(offset), line.x(offset + 1)
                if right - left > 1 and right <= line.width:
                    assert line.offset_at((left + right) / 2) == offset

    check()


@pytest.mark.usefixtures("qtbot")
def test_points_beside_a_line_belong_to_its_ends() -> None:
    first, *_, last = block_text(ODD).lines
    assert first.offset_at(-40) == first.start
    assert last.offset_at(4000) == last.end - 1


@pytest.mark.usefixtures("qtbot")
def test_a_gap_is_white_space_or_the_end_of_the_line() -> None:
    (line,) = block_text("am Rhein.", start=5, column=600).lines
    assert [line.is_gap(offset) for offset in (4, 5, 7, 8, 13, 14)] == [True, False, True, False, False, True]


@pytest.mark.usefixtures("qtbot")
def test_the_shipped_faces_are_used() -> None:
    assert faces().zone(ZoneKind.BODY).family() == "Noto Serif"
    assert faces().chip.family() == "Inter"
    assert faces().chip_text("PERPER") > faces().chip_text("PER") > 0
