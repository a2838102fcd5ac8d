from __future__ import annotations

from annotator.core.text import Span
from annotator.gui.desk import Desk
from annotator.gui.finding import occurrences
from annotator.gui.main_window import MainWindow
from tests.support.build import TEXT


def found_words(text: str, words: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in occurrences(text, words)]


def test_a_hit_is_as_long_as_what_stands_in_the_text() -> None:
    text = "Nach dem 14.\u00a0 März\u2028 und vor dem 14. MÄRZ 🚒"
    assert found_words(text, " 14. märz ") == ["14.\u00a0 März", "14. MÄRZ"]
    assert found_words(text, "märz und") == ["März\u2028 und"]
    assert occurrences(text, " \u00a0") == ()


def test_what_is_typed_is_no_pattern() -> None:
    assert found_words("Was? (ja) wa. „Was“", "was?") == ["Was?"]
    assert found_words("Was? (ja)", "(ja") == ["(ja"]


def test_the_whole_hit_is_selected(desk: Desk) -> None:
    desk.finding.look_for("sagte weiß und")
    place = TEXT.index("sagte")
    assert desk.canvas.selection() == Span(place, place + len("sagte Weiß\u2028und"))


def test_going_round_in_both_directions(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    desk.finding.found.connect(lambda rank, total: seen.append((rank, total)))
    desk.finding.look_for("Weiß")
    desk.finding.next()
    desk.finding.next()
    desk.finding.previous()
    desk.finding.previous()
    assert seen == [(1, 2), (2, 2), (1, 2), (2, 2), (1, 2)]


def test_another_article_is_searched_from_its_beginning(desk: Desk, window: MainWindow) -> None:
    seen: list[tuple[int, int]] = []
    desk.finding.found.connect(lambda rank, total: seen.append((rank, total)))
    desk.finding.look_for("am")
    desk.finding.next()
    desk.step(1)
    assert desk.session.article is not None and desk.session.article.name == "b.txt"
    desk.finding.look_for("e")
    assert seen[-1][0] == 1
    desk.finding.next()
    desk.finding.next()
    desk.step(-1)
    desk.finding.next()
    assert seen[-1][0] == 1


def test_words_that_are_not_there_are_no_hit(desk: Desk) -> None:
    seen: list[tuple[int, int]] = []
    desk.finding.found.connect(lambda rank, total: seen.append((rank, total)))
    before = desk.canvas.selection()
    desk.finding.look_for("Übermorgen")
    desk.finding.previous()
    assert seen == [(0, 0), (0, 0)]
    assert desk.canvas.selection() == before
