from __future__ import annotations

import pytest

from annotator.gui.widgets.ends import Ends, elided_ends


def advance(text: str) -> float:
    return 10.0 * len(text)


def elide(text: str, width: float) -> str:
    room = int(width // 10)
    if len(text) <= room:
        return text
    left = room // 2
    return f"{text[:left]}…{text[len(text) - (room - left - 1) :]}" if room > 1 else "…"


def line(first: str, second: str, width: float, joint: str = " → ") -> str:
    return elided_ends(Ends(first, joint, second), width, advance=advance, elide=elide)


def test_what_fits_stays_whole() -> None:
    assert line("Karla Weiß", "Füssen", 190) == "Karla Weiß → Füssen"


def test_both_long_names_are_shortened_in_their_own_middle() -> None:
    shown = line("Ministerpräsidentin Karla Wendhoff", "Außenministerium der Republik Sanderland", 330)
    first, second = shown.split(" → ")
    assert first.startswith("Ministe") and first.endswith("endhoff") and "…" in first
    assert second.startswith("Außenmi") and second.endswith("derland") and "…" in second


@pytest.mark.parametrize("swapped", [False, True])
def test_a_short_name_leaves_its_room_to_the_long_one(swapped: bool) -> None:
    names = ("Öz", "Außenministerium der Republik Sanderland")
    first, second = reversed(names) if swapped else names
    shown = line(first, second, 250)
    assert len(shown) == 25
    assert "Öz" in shown
    assert shown.count("…") == 1


def test_a_long_joint_gives_way_too() -> None:
    shown = line("Karla Wendhoff", "Ministerium Nord", 300, " – ist Nachfolgerin im Amt von → ")
    assert len(shown) <= 30
    assert shown.count("…") == 3


def test_no_room_shows_that_there_is_something() -> None:
    assert "…" in line("Karla", "Füssen", 20)
