from __future__ import annotations

from annotator.core.ids import MentionId, RelationId
from annotator.gui.canvas.cursor import Caret
from annotator.gui.canvas.gestures import Gestures
from annotator.gui.canvas.surface import Target

PER, LOC = MentionId("per"), MentionId("loc")


class Table:
    """Tokens 0 to 9, 10 pixels each; above token 2 and 7 a chip; an arc between."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def target(self, x: float, y: float) -> Target:
        token = int(x / 10)
        chips = {2: PER, 7: LOC}
        if y < 0:
            if token in chips:
                return Target(mention=chips[token], on_chip=True)
            return Target(relation=RelationId("r")) if 2 < token < 7 else Target(token=token)
        return Target(mention=chips.get(token), token=token)

    def choose(self, item: MentionId | RelationId | None) -> None:
        self.done.append(item)

    def place_caret(self, caret: Caret, *, follow: bool = True) -> None:
        self.done.append(caret)

    def relate(self, head: MentionId, tail: MentionId) -> None:
        self.done.append((head, tail))

    def refresh(self) -> None:
        pass


def over(mouse: Gestures) -> MentionId | None:
    link = mouse.link
    assert link is not None
    return link.over


def test_a_click_on_a_chip_or_its_text_chooses_the_mention() -> None:
    table = Table()
    mouse = Gestures(table)
    for y in (-5, 5):
        mouse.press(25, y)
        mouse.release()
    assert table.done == [PER, PER]


def test_a_click_on_an_arc_chooses_the_relation() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(45, -5)
    mouse.release()
    assert table.done == [RelationId("r")]


def test_a_click_on_bare_text_places_the_cursor() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(55, 5)
    mouse.move(56, 5)
    mouse.release()
    assert table.done == [Caret(5)]


def test_a_drag_over_text_selects_and_back_again_keeps_one_token() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(55, 5)
    mouse.move(65, 5)
    mouse.move(85, 5)
    mouse.move(56, 5)
    mouse.release()
    assert table.done == [Caret(6, 5), Caret(8, 5), Caret(5, 5)]


def test_a_drag_from_text_of_a_mention_selects_and_does_not_choose() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(25, 5)
    mouse.move(35, 5)
    mouse.release()
    assert table.done == [Caret(3, 2)]


def test_shift_extends_from_where_the_selection_began() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(95, 5, extend_from=4)
    mouse.release()
    assert table.done == [Caret(9, 4)]


def test_a_drag_from_chip_to_chip_or_text_relates() -> None:
    for y in (-5, 5):
        table = Table()
        mouse = Gestures(table)
        mouse.press(25, -5)
        mouse.move(50, -15)
        assert over(mouse) is None
        mouse.move(75, y)
        assert over(mouse) == LOC
        mouse.release()
        assert table.done == [(PER, LOC)]
        assert mouse.link is None


def test_a_drag_from_a_chip_to_nowhere_or_itself_does_nothing() -> None:
    for x, y in ((45, 5), (26, 3)):
        table = Table()
        mouse = Gestures(table)
        mouse.press(25, -5)
        mouse.move(60, 40)
        mouse.move(x, y)
        mouse.release()
        assert table.done == []


def test_a_trembling_hand_still_clicks() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(25, -5)
    mouse.move(26, -3)
    assert mouse.link is None
    mouse.release()
    assert table.done == [PER]


def test_a_double_click_selects_its_token_and_a_drag_goes_on_from_there() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.double_click(25, 5)
    mouse.move(45, 5)
    mouse.release()
    assert table.done == [Caret(2, 2), Caret(4, 2)]


def test_a_cancelled_drag_relates_nothing() -> None:
    table = Table()
    mouse = Gestures(table)
    mouse.press(25, -5)
    mouse.move(75, -5)
    assert mouse.cancel()
    mouse.release()
    assert table.done == []
    assert not mouse.cancel()
