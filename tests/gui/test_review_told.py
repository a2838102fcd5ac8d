"""What the comparison and the lanes tell: a rejection by its name, equal words by where they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import Layered
from annotator.gui.canvas.review_page import Lane
from annotator.gui.i18n import tr
from annotator.gui.main_window import MainWindow
from annotator.gui.review.desk import ReviewDesk
from annotator.gui.review.display import marks_of
from annotator.gui.review.ends import ends_words
from annotator.review.disagreement import find
from annotator.review.item import Item, Kind, RelationItem
from annotator.review.version import version_of
from annotator.services.project import Project
from annotator.services.reviewing_queue import ArticleReview
from annotator.services.reviewing_values import Case
from annotator.store import AnnotatorKind
from tests.gui.test_review import page, reviewing
from tests.services.teams import finish
from tests.support.build import make_article, make_scheme, place

__all__ = ["page", "reviewing"]

ARTICLE = make_article(
    "Krach im Hafen\nÄrger: Weiß traf Öz in Füssen. Dort lobte die Kanzlerin Herrn „Weiß“, sehr.",
    title="Krach im Hafen",
)
TEAM = ("anna", "böhm", "çelik")
HAND = Provenance(Origin.HUMAN, "team")


def mention(article: Article, words: str, label: str, occurrence: int = 0) -> Mention:
    name = MentionId(f"{words}{occurrence}")
    at = (place(article, words, occurrence),)
    return Mention(name, "entity", label, at, (), Status.ACCEPTED, HAND)


ONE, OTHER = mention(ARTICLE, "Weiß", "PER"), mention(ARTICLE, "Weiß", "PER", 1)
TOWN, MAN = mention(ARTICLE, "Füssen", "LOC"), mention(ARTICLE, "Öz", "PER")


def link(name: str, head: Mention, tail: Mention, status: Status = Status.ACCEPTED) -> Relation:
    return Relation(RelationId(name), "Sprecher", head.id, tail.id, (), status, HAND)


def layered(relations: list[Relation], town: Mention | None) -> Layered:
    mentions = [ONE, OTHER, MAN, *([town] if town else [])]
    return Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, {})


@pytest.fixture
def review_path(tmp_path: Path) -> Path:
    """A team of three: anna has a town and a relation that böhm rejected and çelik overlooked.

    The relation of two equal words leads the other way round with böhm.
    """
    path = tmp_path / "prüfung.annot"
    said, turned = link("gesagt", ONE, OTHER), link("umgekehrt", OTHER, ONE)
    kept, rejected = link("treffen", MAN, OTHER), link("treffen", MAN, OTHER, Status.REJECTED)
    sets = (
        layered([said, kept], TOWN),
        layered([turned, rejected], replace(TOWN, status=Status.REJECTED)),
        layered([said], None),
    )
    with Project.create(path) as project:
        project.store.ensure_annotator("Jonte", AnnotatorKind.HUMAN)
        project.store.add_article(ARTICLE, source=ARTICLE.name)
        for name, each in zip(TEAM, sets, strict=True):
            finish(project.store, ARTICLE, name, each)
    return path


def go_to(page: ReviewDesk, kind: Kind, qapp: QApplication) -> Item:
    review = page.session.service.look(ARTICLE.id)
    item = next(entry.item for entry in review.entries if kind in entry.item.types)
    page.session.go_to(ARTICLE.id, item.id)
    qapp.processEvents()
    return item


def lanes(page: ReviewDesk, item: Item) -> tuple[Lane, ...]:
    review = page.session.service.look(ARTICLE.id)
    letters, scheme = page.session.letters, page.project.scheme
    return marks_of(review, {}, review.entry(item.id), letters, scheme, page.language).lanes


def by_name(page: ReviewDesk, cells: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(page.session.letters, cells, strict=True))


def test_who_rejected_a_mention_is_told_from_who_overlooked_it(
    page: ReviewDesk, qapp: QApplication, reviewing: MainWindow
) -> None:
    item = go_to(page, Kind.STATUS, qapp)
    table = dict(page.inspector.comparison.table)
    said = by_name(page, table[tr("Label")])
    assert (said["böhm"], said["çelik"]) == (tr("rejected"), "–") and said["anna"] not in (
        tr("rejected"),
        "–",
    )
    lane = dict(zip(page.session.letters, lanes(page, item), strict=True))
    assert (lane["böhm"].chip, lane["böhm"].marked, lane["böhm"].fragments) == (
        tr("rejected"),
        False,
        TOWN.fragments,
    )
    assert (lane["çelik"].chip, lane["çelik"].fragments) == ("", ())
    assert lane["anna"].marked


def test_who_rejected_a_relation_is_told_from_who_overlooked_it(page: ReviewDesk, qapp: QApplication) -> None:
    review = page.session.service.look(ARTICLE.id)
    items = [entry.item for entry in review.entries if isinstance(entry.item, RelationItem)]
    item = next(each for each in items if Kind.STATUS in each.types)
    page.session.go_to(ARTICLE.id, item.id)
    qapp.processEvents()
    said = by_name(page, dict(page.inspector.comparison.table)[tr("Relation")])
    assert (said["böhm"], said["çelik"]) == (tr("rejected"), "–")
    lane = dict(zip(page.session.letters, lanes(page, item), strict=True))
    assert (lane["böhm"].chip, lane["böhm"].fragments) == (tr("rejected"), MAN.fragments)


def test_equal_words_at_two_ends_are_shown_where_they_stand(page: ReviewDesk, qapp: QApplication) -> None:
    go_to(page, Kind.RELATION_DIRECTION, qapp)
    table = dict(page.inspector.comparison.table)
    first, last = "Ärger: [Weiß] traf Öz\u00a0…", "…\u00a0Herrn „[Weiß]“, sehr."
    starts, ends = by_name(page, table[tr("From")]), by_name(page, table[tr("To")])
    assert starts == {"anna": first, "böhm": last, "çelik": first}
    assert ends == {"anna": last, "böhm": first, "çelik": last}


def test_ends_with_different_words_stay_short(page: ReviewDesk, qapp: QApplication) -> None:
    review = page.session.service.look(ARTICLE.id)
    items = [entry.item for entry in review.entries if isinstance(entry.item, RelationItem)]
    item = next(each for each in items if Kind.STATUS in each.types)
    page.session.go_to(ARTICLE.id, item.id)
    qapp.processEvents()
    table = dict(page.inspector.comparison.table)
    assert by_name(page, table[tr("From")])["anna"] == "Öz"
    assert by_name(page, table[tr("To")])["anna"] == "Weiß"


def test_ends_whose_neighbours_are_alike_too_are_numbered() -> None:
    article = make_article("Weiß\nWeiß")
    first, second = mention(article, "Weiß", "PER"), mention(article, "Weiß", "PER", 1)
    versions = {
        name: version_of(Layered({m.id: m for m in (first, second)}, {one.id: one}, {}))
        for name, one in (("anna", link("hin", first, second)), ("böhm", link("her", second, first)))
    }
    scheme = make_scheme()
    items = find(article, versions, scheme)
    item = next(each for each in items if isinstance(each, RelationItem))
    mentions = {(name, str(m.id)): m for name in versions for m in (first, second)}
    review = ArticleReview(Case(article, scheme, items), (), mentions)
    assert ends_words(review, item) == {first.fragments: "1: [Weiß]", second.fragments: "2: [Weiß]"}
