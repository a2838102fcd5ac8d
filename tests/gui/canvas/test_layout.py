from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ZoneKind
from annotator.core.ids import MentionId, RelationId
from annotator.core.text import Span
from annotator.gui.canvas import measures
from annotator.gui.canvas.geometry import Arc, ArcItem, Arrow, BlockLayout, SpanItem, badge_left
from annotator.gui.canvas.hit import ArcHit, ChipHit, TextHit, hit
from annotator.gui.canvas.layout import Frame, lay_out
from annotator.gui.canvas.measures import STYLES
from tests.gui.canvas.examples import LETTER, FixedMetrics, wrapped

LETTERS = 40
TEXT = "abcdefghi " * 20
STYLE = STYLES[ZoneKind.BODY]


def item(name: str, *spans: tuple[int, int], chip: str = "PER", **more: bool | int) -> SpanItem:
    fragments = tuple(Span(*span) for span in spans)
    return SpanItem(MentionId(name), fragments, chip, None, **more)  # type: ignore[arg-type]


def arc(name: str, head: SpanItem, tail: SpanItem, label: str = "Ort") -> ArcItem:
    return ArcItem(RelationId(name), head.id, tail.id, head.start, tail.start, label)


def laid_out(items: list[SpanItem], arcs: list[ArcItem] | None = None, *, since: int = 0) -> BlockLayout:
    return lay_out(
        wrapped(TEXT, LETTERS),
        items,
        arcs or [],
        frame=Frame(STYLE, 15, LETTERS * LETTER, since),
        metrics=FixedMetrics(),
    )


@st.composite
def span_items(draw: st.DrawFn) -> list[SpanItem]:
    items = []
    for index in range(draw(st.integers(0, 14))):
        edges = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=4)))
        edges = edges[: len(edges) // 2 * 2]
        spans = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        chip = draw(st.sampled_from(["PER", "Ankündigung", "G"]))
        items.append(item(f"m{index}", *spans, chip=chip, numeral=draw(st.integers(0, 12))))
    return sorted(items, key=lambda i: (i.start, -i.end))


@st.composite
def annotated(draw: st.DrawFn) -> tuple[list[SpanItem], list[ArcItem]]:
    items = draw(span_items())
    arcs = []
    if items:
        for index in range(draw(st.integers(0, 10))):
            head, tail = draw(st.sampled_from(items)), draw(st.sampled_from(items))
            arcs.append(arc(f"r{index}", head, tail, draw(st.sampled_from(["Ort", "Teilnehmer"]))))
    return items, arcs


def test_rows_without_annotations_are_as_high_as_their_text() -> None:
    layout = laid_out([])
    assert [row.bottom - row.top for row in layout.rows] == [STYLE.line + STYLE.gap] * 5
    assert layout.rows[0].top == 15
    assert layout.height == 15 + 5 * (STYLE.line + STYLE.gap)


@given(annotated())
def test_text_never_moves_sideways_when_annotations_change(
    given_: tuple[list[SpanItem], list[ArcItem]],
) -> None:
    layout, bare = laid_out(*given_), laid_out([])
    assert [(r.start, r.end, r.width) for r in layout.rows] == [(r.start, r.end, r.width) for r in bare.rows]


@given(annotated())
def test_rows_follow_each_other_and_hold_what_is_drawn_at_them(
    given_: tuple[list[SpanItem], list[ArcItem]],
) -> None:
    layout = laid_out(*given_)
    top = 15.0
    for row in layout.rows:
        assert row.top == top
        for chip in row.chips:
            assert row.text_top + chip.top >= row.top
        for one in row.arcs:
            assert row.text_top + one.y - measures.ARC_LANE / 2 >= row.top
        assert row.bottom == row.text_top + STYLE.line + STYLE.gap
        top = row.bottom


@given(span_items())
def test_chips_of_a_row_never_overlap(items: list[SpanItem]) -> None:
    for row in laid_out(items).rows:
        for index, chip in enumerate(row.chips):
            for other in row.chips[:index]:
                apart = chip.right <= other.left or other.right <= chip.left
                assert apart or chip.bottom <= other.top or other.bottom <= chip.top


@given(span_items(), st.sampled_from([14.0, 21.5]))
def test_letters_beside_a_chip_never_lie_on_its_neighbour(items: list[SpanItem], width: float) -> None:
    for row in laid_out(items).rows:
        for chip in row.chips:
            others = [other for other in row.chips if other is not chip]
            left = badge_left(chip, others, width, 2.0)
            beside = left + width < chip.left
            if beside:
                assert not any(
                    other.top == chip.top and other.left < left + width and left < other.right
                    for other in others
                )
            else:
                assert left == chip.left


@given(span_items())
def test_every_mention_has_one_chip_above_where_it_begins(items: list[SpanItem]) -> None:
    layout = laid_out(items)
    chips = [(row, chip) for row in layout.rows for chip in row.chips]
    assert sorted(chip.item.id for _, chip in chips) == sorted(i.id for i in items)
    for row, chip in chips:
        assert row.start <= chip.item.start < row.end
        assert chip.left <= LETTER * (chip.item.start - row.start)
        assert chip.right <= LETTERS * LETTER + measures.ARC_RIGHT


@given(span_items())
def test_inner_spans_lie_nearer_the_text(items: list[SpanItem]) -> None:
    for row in laid_out(items).rows:
        for outer in row.bars:
            for inner in row.bars:
                if (
                    outer.low <= inner.low
                    and inner.high <= outer.high
                    and outer.high - outer.low > (inner.high - inner.low)
                ):
                    assert outer.lane > inner.lane


@given(span_items())
def test_every_letter_of_a_mention_is_covered_by_its_pieces(items: list[SpanItem]) -> None:
    layout = laid_out(items)
    for one in items:
        covered: set[int] = set()
        for row in layout.rows:
            for bar in (b for b in row.bars if b.item.id == one.id):
                for piece in bar.pieces:
                    first = row.start + max(0, round(piece.left / LETTER))
                    last = row.start + min(round(piece.right / LETTER), row.end - row.start)
                    covered.update(range(first, last))
        wanted = {o for f in one.fragments for o in range(f.start, f.end) if not TEXT[o].isspace()}
        assert wanted <= covered


def test_a_span_over_a_line_end_runs_on_at_both_sides() -> None:
    first, second = laid_out([item("m", (30, 55))]).rows[:2]
    (above,), (below,) = first.bars[0].pieces, second.bars[0].pieces
    assert (above.opens, above.closes, below.opens, below.closes) == (True, False, False, True)
    assert above.right == first.width + measures.RUN_ON
    assert below.left == -measures.RUN_ON
    assert len(first.chips) == 1
    assert not second.chips


def test_a_span_that_began_in_an_earlier_block_has_no_chip_here() -> None:
    layout = laid_out([item("m", (0, 20))], since=5)
    assert not any(row.chips for row in layout.rows)
    assert layout.rows[0].bars[0].pieces[0].left == 0 or not layout.rows[0].bars[0].pieces[0].opens


def test_fragments_are_joined_in_one_lane_above_what_lies_between() -> None:
    row = laid_out([item("teilte mit", (0, 6), (30, 33)), item("am Montag", (10, 19))]).rows[0]
    outer = next(bar for bar in row.bars if bar.item.id == "teilte mit")
    inner = next(bar for bar in row.bars if bar.item.id == "am Montag")
    assert (outer.low, outer.high) == (0, 33 * LETTER)
    assert [(p.left, p.right) for p in outer.pieces] == [(0, 6 * LETTER), (30 * LETTER, 33 * LETTER)]
    assert outer.lane > inner.lane


def test_a_full_stop_right_behind_a_span_is_noticed() -> None:
    pieces = laid_out([item("a", (0, 5)), item("b", (10, 19))]).rows[0].bars
    assert [bar.pieces[0].tight_right for bar in pieces] == [True, False]
    assert [bar.pieces[0].tight_left for bar in pieces] == [False, False]


# Arcs


def all_arcs(layout: BlockLayout) -> list[tuple[int, Arc]]:
    return [(index, one) for index, row in enumerate(layout.rows) for one in row.arcs]


@given(annotated())
def test_arcs_of_one_lane_never_overlap(given_: tuple[list[SpanItem], list[ArcItem]]) -> None:
    for row in laid_out(*given_).rows:
        for index, one in enumerate(row.arcs):
            for other in row.arcs[:index]:
                if one.lane == other.lane:
                    low, high = min(one.left, one.label), max(one.right, one.label + one.label_width)
                    assert high <= min(other.left, other.label) or low >= max(
                        other.right, other.label + other.label_width
                    )


@given(annotated())
def test_feet_stand_on_the_chips_of_their_mentions(given_: tuple[list[SpanItem], list[ArcItem]]) -> None:
    layout = laid_out(*given_)
    for row in layout.rows:
        chips = {chip.item.id: chip for chip in row.chips}
        bars = {bar.item.id: bar for bar in row.bars}
        for one in row.arcs:
            ends = [chips[m] for m in (one.item.head, one.item.tail) if m in chips]
            for x, foot in ((one.left, one.left_foot), (one.right, one.right_foot)):
                if foot is not None:
                    assert any(
                        chip.top == foot and chip.left <= x <= max(chip.right, bars[chip.item.id].high)
                        for chip in ends
                    )


@given(annotated())
def test_an_arc_is_drawn_once_in_its_row_or_at_both_of_its_rows(
    given_: tuple[list[SpanItem], list[ArcItem]],
) -> None:
    layout = laid_out(*given_)
    for one in given_[1]:
        pieces = [(row, piece) for row, piece in all_arcs(layout) if piece.item.id == one.id]
        if len(pieces) == 1:
            assert None not in (pieces[0][1].left_foot, pieces[0][1].right_foot)
            assert pieces[0][1].arrow is not Arrow.NONE
        else:
            (upper_row, upper), (lower_row, lower) = pieces
            assert upper_row < lower_row
            assert upper.left_foot is not None and upper.right_foot is None
            assert lower.left_foot is None and lower.right_foot is not None
            assert [upper.arrow, lower.arrow].count(Arrow.NONE) == 1


def test_the_arrow_is_at_the_tail() -> None:
    left, right = item("l", (0, 5)), item("r", (30, 35))
    rightwards = laid_out([left, right], [arc("a", left, right)]).rows[0].arcs[0]
    leftwards = laid_out([left, right], [arc("a", right, left)]).rows[0].arcs[0]
    assert (rightwards.arrow, leftwards.arrow) == (Arrow.RIGHT, Arrow.LEFT)
    assert rightwards.left == leftwards.left


def test_an_arc_to_another_block_runs_on_towards_it() -> None:
    here, later = item("here", (0, 5)), item("later", (900, 905))
    (piece,) = laid_out([here], [arc("a", here, later)]).rows[0].arcs
    assert piece.right_foot is None
    assert piece.right == LETTERS * LETTER + measures.ARC_RIGHT
    assert piece.arrow is Arrow.NONE
    (back,) = laid_out([here], [arc("b", later, here)]).rows[0].arcs
    assert back.right_foot is None
    assert back.arrow is Arrow.LEFT


def test_arcs_that_share_a_chip_do_not_cross() -> None:
    head = item("h", (0, 5), chip="Ankündigung")
    near, far = item("n", (12, 18)), item("f", (30, 38))
    row = laid_out([head, near, far], [arc("long", head, far), arc("short", head, near)]).rows[0]
    long_, short = (next(a for a in row.arcs if a.item.id == name) for name in ("long", "short"))
    assert long_.left < short.left < short.right < long_.right
    assert long_.lane > short.lane


def test_a_foot_keeps_clear_of_a_chip_stacked_above() -> None:
    outer, inner = item("outer", (0, 30)), item("inner", (0, 20), chip="Organisation")
    other = item("other", (33, 38))
    row = laid_out([outer, inner, other], [arc("a", inner, other)]).rows[0]
    hiding = next(chip for chip in row.chips if chip.item.id == "outer")
    assert row.arcs[0].left > hiding.right


def test_labels_keep_clear_of_the_legs_of_higher_arcs() -> None:
    a, b, c, d = item("a", (0, 4)), item("b", (9, 13)), item("c", (19, 23)), item("d", (34, 38))
    row = laid_out([a, b, c, d], [arc("low", a, c, "Ort"), arc("high", b, d, "Teilnehmer")]).rows[0]
    low, high = (next(x for x in row.arcs if x.item.id == name) for name in ("low", "high"))
    assert high.lane > low.lane
    assert not low.label < high.left < low.label + low.label_width


# From points back to what is there


@given(annotated())
def test_the_middle_of_a_chip_is_that_chip(given_: tuple[list[SpanItem], list[ArcItem]]) -> None:
    layout = laid_out(*given_)
    for row in layout.rows:
        for chip in row.chips:
            y = row.text_top + (chip.top + chip.bottom) / 2
            assert hit(layout, chip.centre, y) == ChipHit(chip.item.id)


@given(annotated())
def test_the_middle_of_a_label_is_its_arc(given_: tuple[list[SpanItem], list[ArcItem]]) -> None:
    layout = laid_out(*given_)
    for row in layout.rows:
        for one in row.arcs:
            at = hit(layout, one.label + one.label_width / 2, row.text_top + one.y)
            assert at == ArcHit(one.item.id)


@given(annotated(), st.integers(0, len(TEXT) - 1))
def test_the_middle_of_a_letter_is_its_row_and_place(
    given_: tuple[list[SpanItem], list[ArcItem]], offset: int
) -> None:
    layout = laid_out(*given_)
    index = layout.row_of(offset)
    row = layout.rows[index]
    x = LETTER * (offset - row.start) + LETTER / 2
    at = hit(layout, x, row.text_top + STYLE.line / 2)
    assert at == TextHit(index, x, x <= row.width)


def test_points_beyond_a_block_belong_to_its_nearest_row() -> None:
    layout = laid_out([])
    assert hit(layout, 10, -50) == TextHit(0, 10, inside=False)
    assert hit(layout, 10, 9999) == TextHit(4, 10, inside=False)
