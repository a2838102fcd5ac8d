"""Every construct of the canvas, light and dark, against stored pictures.

``UPDATE_SNAPSHOTS=1 python -m pytest tests/snapshots`` stores them anew: look at them before committing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import (
    DIFFICULT,
    YES,
    Cluster,
    Mention,
    Origin,
    Provenance,
    Relation,
    Status,
    attributes,
)
from annotator.core.article import Article
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.state import Layered, overlay
from annotator.core.text import Span
from annotator.gui.canvas.cursor import Move
from annotator.gui.canvas.page import ArcsMode
from annotator.gui.canvas.view import CanvasView
from annotator.gui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Theme
from tests.gui.canvas.examples import (
    body,
    full_state,
    make_scheme,
    mention,
    relation,
    state_of,
    zoned_article,
)
from tests.snapshots.pictures import CHANNEL, SHARE, assert_same_picture, differing_share
from tests.support.build import place

LINE = "Landrätin Frauke Deich will am Freitag im Rathaus von Osterholm mit den Reedern reden."
SPLIT = "Der Verband der Schiffer teilte am Montag überraschend mit, er rücke nicht von seiner Forderung ab."
SUGGESTED = Status.SUGGESTED
QUOTE = "„Niemand verlässt den Raum.\nWir einigen uns heute“, sagte Frau Deich."


@dataclass(frozen=True)
class Picture:
    """What a picture shows, and what is done before it is taken."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    clusters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    prepare: Callable[[CanvasView], object] = lambda _: None
    width: int = 480
    height: int = 170


PLAIN = body(LINE)
PARTED = body(SPLIT)
TWO = body(QUOTE)


def at(words: str, occurrence: int = 0, *, article: Article = PLAIN) -> Span:
    return place(article, words, occurrence)


PERSON = mention("person", "entity", "PER", at("Landrätin Frauke Deich"))
DAY = mention("day", "time", "DATE", at("am Freitag"))
HALL = mention("hall", "entity", "LOC", at("Rathaus von Osterholm"))
TOWN = mention("town", "entity", "LOC", at("Osterholm"))
TALK = mention("talk", "event", "Treffen", at("reden"))
ALL = (PERSON, DAY, HALL, TOWN, TALK)
LINKS = (
    relation("who", "Teilnehmer", "talk", "person"),
    relation("when", "Zeit", "talk", "day", status=SUGGESTED),
    relation("where", "Ort", "person", "town"),
)


REFUSED = replace(PERSON, status=Status.REJECTED)
CROSSING = (
    *LINKS,
    relation("place", "Ort", "talk", "town"),
    relation("lives", "Ort", "person", "hall"),
    relation("day-of", "Zeit", "hall", "day", status=SUGGESTED),
)


def described() -> tuple[Mention, ...]:
    """Return mentions with a mark, a note, or both; one of them is a suggestion still."""
    hard = attributes({DIFFICULT: YES})
    return (
        replace(PERSON, attributes=hard),
        replace(DAY, note="Welcher?"),
        replace(TOWN, attributes=hard, note="Ort oder Kreis?", status=SUGGESTED),
        replace(TALK, attributes=hard, note="Nur geplant."),
    )


def open_suggestions() -> tuple[Mention, ...]:
    """Return all mentions as suggestions, one of them around another."""
    return tuple(mention(f"s-{m.id}", m.layer, m.label, *m.fragments, status=SUGGESTED) for m in ALL)


def focus(item: str) -> Callable[[CanvasView], object]:
    return lambda canvas: canvas.set_focus_item(MentionId(item), ensure_visible=False)


def focus_one_relation_alone(canvas: CanvasView) -> None:
    canvas.set_arcs_mode(ArcsMode.FOCUS)
    canvas.set_focus_item(RelationId("when"), ensure_visible=False)


def offer_a_chain(canvas: CanvasView) -> None:
    """Give the focus to a mention of a chain for which one more member is suggested."""
    chain = Cluster(
        ClusterId("b"), "entity", "", "", (PERSON.id, TOWN.id), SUGGESTED, Provenance(Origin.RULE, "rules")
    )
    now = state_of(PLAIN, ALL, (), {"a": ("hall", "town")})
    own = Layered(now.mentions, now.relations, now.clusters)
    below = Layered({}, {}, {chain.id: chain})
    canvas.set_state(overlay(own, below, zones=PLAIN.zones))
    canvas.set_focus_item(TOWN.id, ensure_visible=False)


def choose_a_target(canvas: CanvasView) -> None:
    canvas.set_focus_item(TALK.id, ensure_visible=False)
    canvas.set_hints({PERSON.id: "D", HALL.id: "K", TOWN.id: "SL"})


def drag_a_relation(canvas: CanvasView) -> None:
    """Press on the first chip and drag to the right."""
    view, none = canvas.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, Qt.MouseButton.LeftButton, none, QPoint(70, 28))
    QTest.mouseMove(view, QPoint(330, 60))


PICTURES: dict[str, Picture] = {
    "accepted": Picture(PLAIN, (PERSON, DAY, TOWN)),
    "suggested": Picture(PLAIN, open_suggestions()),
    "events": Picture(PLAIN, (TALK, mention("will", "event", "Ankündigung", at("will"), status=SUGGESTED))),
    "nested": Picture(
        PLAIN,
        (HALL, TOWN, mention("all", "quote", "Zitat", at("im Rathaus von Osterholm mit den Reedern reden"))),
    ),
    "overlapping": Picture(
        PLAIN,
        (
            mention("left", "entity", "PER", at("Landrätin Frauke Deich will")),
            mention("right", "time", "DATE", at("will am Freitag"), status=SUGGESTED),
            mention("same", "entity", "ORG", at("will am Freitag")),
        ),
    ),
    "discontinuous": Picture(
        PARTED,
        (
            mention(
                "parted", "event", "Ankündigung", at("teilte", article=PARTED), at("mit", article=PARTED)
            ),
            mention("day", "time", "DATE", at("am Montag", article=PARTED)),
            mention(
                "moved",
                "event",
                "Störung",
                at("rücke", article=PARTED),
                Span(SPLIT.rindex("ab"), SPLIT.rindex("ab") + 2),
                status=SUGGESTED,
            ),
        ),
    ),
    "arcs": Picture(PLAIN, ALL, LINKS, height=220),
    "arcs-of-the-focus": Picture(PLAIN, ALL, LINKS, prepare=focus("talk"), height=220),
    "relation-in-focus": Picture(PLAIN, ALL, LINKS, prepare=focus("where"), height=220),
    "arcs-of-the-focus-alone": Picture(
        PLAIN,
        ALL,
        LINKS,
        prepare=focus_one_relation_alone,
        height=220,
    ),
    "clusters": Picture(
        PLAIN, ALL, clusters={"a": ("person", "talk"), "b": ("town", "hall")}, prepare=focus("town")
    ),
    "chain-in-focus": Picture(PLAIN, ALL, clusters={"a": ("hall", "town")}, prepare=offer_a_chain),
    "focus-before-a-full-stop": Picture(PLAIN, open_suggestions(), prepare=focus("s-talk")),
    "focus-of-nested": Picture(PLAIN, ALL, prepare=focus("hall")),
    "hints": Picture(
        PLAIN,
        ALL,
        prepare=choose_a_target,
    ),
    "cursor": Picture(PLAIN, (PERSON, DAY), prepare=lambda canvas: canvas.move_cursor(Move.NEXT_TOKEN)),
    "selection": Picture(
        PLAIN, (PERSON, DAY), prepare=lambda canvas: canvas.select(at("will am Freitag im"))
    ),
    "dragging-a-relation": Picture(PLAIN, ALL, prepare=drag_a_relation),
    "within-a-word": Picture(
        PLAIN,
        (
            mention("land", "entity", "LOC", Span(0, 4)),
            mention("first", "entity", "PER", at("Frau"), status=SUGGESTED),
            mention("day", "time", "DATE", at("Frei")),
        ),
    ),
    "across-paragraphs": Picture(
        TWO,
        (
            mention("both", "quote", "Zitat", Span(TWO.text.index("Niemand"), TWO.text.index(", sagte"))),
            mention("who", "entity", "PER", at("Deich", article=TWO), status=SUGGESTED),
        ),
        height=200,
    ),
    "hits": Picture(
        PLAIN,
        (PERSON, HALL),
        prepare=lambda canvas: canvas.set_hits((at("Deich"), at("im"), at("von Osterholm mit"))),
    ),
    "hard-cases-and-notes": Picture(PLAIN, described()),
    "rejected": Picture(PLAIN, (*ALL[1:], REFUSED), LINKS, height=220),
    "no-arcs": Picture(
        PLAIN, ALL, LINKS, prepare=lambda canvas: canvas.set_arcs_mode(ArcsMode.NONE), height=220
    ),
    "lanes": Picture(PLAIN, ALL, CROSSING, height=260),
    "lines-apart": Picture(PLAIN, ALL, LINKS, prepare=lambda canvas: canvas.set_spacing(1.6), height=220),
    "narrow": Picture(PLAIN, ALL, LINKS, width=300, height=320),
    "enlarged": Picture(PLAIN, ALL, LINKS, prepare=lambda canvas: canvas.set_zoom(1.6), height=320),
}


def picture_of(qtbot: QtBot, picture: Picture, theme: Theme) -> QImage:
    """Show a canvas and return what it looks like."""
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(picture.width, picture.height)
    canvas.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    canvas.set_theme(theme)
    canvas.set_document(picture.article, make_scheme(), "de")
    canvas.set_state(state_of(picture.article, picture.mentions, picture.relations, picture.clusters))
    canvas.show()
    qtbot.waitExposed(canvas)
    picture.prepare(canvas)
    QApplication.processEvents()
    return canvas.grab().toImage()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", PICTURES)
def test_a_construct_looks_as_stored(qtbot: QtBot, name: str, theme: Theme) -> None:
    assert_same_picture(picture_of(qtbot, PICTURES[name], theme), f"{name}-{theme.name}")


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda theme: theme.name)
def test_a_whole_article_with_all_zones_looks_as_stored(qtbot: QtBot, theme: Theme) -> None:
    article = zoned_article()
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(832, 700)
    canvas.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    canvas.set_theme(theme)
    canvas.set_document(article, make_scheme(), "de")
    canvas.set_state(full_state(article))
    canvas.set_focus_item(MentionId("treffen"), ensure_visible=False)
    assert_same_picture(canvas.grab().toImage(), f"article-{theme.name}")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_marks_beside_the_scroll_bar_look_as_stored(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    qapp.setStyleSheet("")  # the program's own may still be there
    qapp.setStyle("Fusion")
    qapp.setPalette(qapp.style().standardPalette())
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(480, 240)
    canvas.set_theme(theme)
    article = zoned_article()
    canvas.set_document(article, make_scheme(), "de")
    canvas.set_state(full_state(article))
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_focus_item(MentionId("treffen"))
    canvas.set_hits((at("Osterholm", article=article), at("Osterholm", 2, article=article)))
    canvas.set_problems([article.text.index("Verband")])
    canvas.marks.refresh()
    assert_same_picture(canvas.grab().toImage(), f"marks-{theme.name}")


def test_a_moved_chip_is_noticed(qtbot: QtBot) -> None:
    """The tolerance must not hide what the pictures are there to show."""
    picture = PICTURES["accepted"]
    rgb = QImage.Format.Format_RGB888
    ours = picture_of(qtbot, picture, LIGHT).convertToFormat(rgb)
    other = Picture(PLAIN, (PERSON, DAY, mention("town", "entity", "ORG", at("Osterholm"))))
    assert differing_share(ours, picture_of(qtbot, other, LIGHT).convertToFormat(rgb)) > SHARE
    assert differing_share(ours, ours.copy()) == 0


def test_a_shade_is_tolerated() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB888)
    image.fill(QColor(100, 100, 100))
    shade = image.copy()
    shade.fill(QColor(100 + CHANNEL, 100, 100))
    assert differing_share(image, shade) == 0
    shade.fill(QColor(101 + CHANNEL, 100, 100))
    assert differing_share(image, shade) == 1
