from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from annotator.core import edits
from annotator.core.annotation import SetState, Status
from annotator.core.ids import ArticleId
from annotator.gui.look import Look
from annotator.gui.models.annotations import RELATIONS, AnnotationFilter, AnnotationsModel
from annotator.gui.models.article_delegate import two_lines
from annotator.gui.models.articles import ROW, ArticleFilter, ArticlesModel, Column
from annotator.gui.panels.shown import shown
from annotator.gui.session_bridge import next_open
from annotator.services.selecting import select
from annotator.store import ArticleRow
from tests.support.build import make_article, make_scheme, make_state

ARTICLE, SCHEME = make_article(), make_scheme()


def row(
    name: str, state: SetState, *, outlet: str = "Küsten-Echo", day: int = 1, open_: int = 0
) -> ArticleRow:
    return ArticleRow(ArticleId(name), f"Titel {name}", outlet, date(2024, 3, day), state, open_)


ROWS = [
    row("a", SetState.DONE, day=3, open_=0),
    row("b", SetState.OPEN, day=1, open_=12),
    row("c", SetState.SKIPPED, outlet="Altsieler Blatt", day=2),
    row("d", SetState.NEW, outlet="Straßen-Kurier", day=5, open_=3),
]


def titles(model: ArticlesModel) -> list[str]:
    return [model.index(n, 0).data(ROW).id for n in range(model.rowCount())]


def test_the_article_model_keeps_qts_rules(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    model = ArticlesModel()
    model.set_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert titles(model) == ["a", "b", "c", "d"]


def test_the_filter_looks_at_title_and_outlet_whatever_the_case(qapp: QApplication) -> None:
    model = ArticlesModel()
    model.set_rows(ROWS)
    model.set_filter(ArticleFilter(select("STRASSEN kurier", make_scheme())))
    assert titles(model) == ["d"]
    model.set_filter(ArticleFilter(select("titel", make_scheme()), frozenset({SetState.OPEN, SetState.NEW})))
    assert titles(model) == ["b", "d"]
    model.set_filter(ArticleFilter(select("nichts", make_scheme())))
    assert titles(model) == []


def test_columns_sort_both_ways_and_back_to_the_order_of_import(qapp: QApplication) -> None:
    model = ArticlesModel()
    model.set_rows(ROWS)
    model.sort(Column.DATE, Qt.SortOrder.DescendingOrder)
    assert titles(model) == ["d", "a", "c", "b"]
    model.sort(Column.OPEN)
    assert titles(model) == ["a", "c", "d", "b"]
    model.sort(-1)
    assert titles(model) == ["a", "b", "c", "d"]


def test_an_article_without_a_date_sorts_before_the_others(qapp: QApplication) -> None:
    model = ArticlesModel()
    model.set_rows([ROWS[0], replace(ROWS[1], published_on=None)])
    model.sort(Column.DATE)
    assert titles(model) == ["b", "a"]


def test_a_changed_row_is_shown_in_its_place(qapp: QApplication) -> None:
    model = ArticlesModel()
    model.set_rows(ROWS)
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.update_row(replace(ROWS[1], open_suggestions=11))
    assert changed == [(1, 1)]
    assert model.index(1, Column.OPEN).data() == "11"


def test_the_next_open_article_is_found_round_the_end_of_the_list() -> None:
    def after(name: str) -> str | None:
        found = next_open(ROWS, ArticleId(name))
        return found.id if found else None

    assert (after("a"), after("b"), after("d")) == ("b", "d", "b")
    assert next_open(ROWS[:1], ArticleId("a")) is None
    assert next_open([ROWS[1]], ArticleId("b")) is None


def test_titles_take_two_lines_and_no_more(look: Look) -> None:
    font = look.font(13)
    assert two_lines("Kurz", font, 200) == ["Kurz"]
    long = (
        "Ministerpräsidentin Weiß lädt zum Krisengespräch über die Schiff\u00adfahrt nach Nördlingen 🚒 ein "
        * 3
    )
    first, second = two_lines(long, font, 200)
    assert not first.endswith("…")
    assert second.endswith("…")
    assert two_lines("", font, 200) in ([], [""])


def test_all_annotations_are_listed_in_reading_order_with_the_relations_behind_their_head(
    qapp: QApplication, qtmodeltester: ModelTester
) -> None:
    now = shown(ARTICLE, make_state(ARTICLE), SCHEME, "de", None)
    model = AnnotationsModel()
    model.show(now, AnnotationFilter())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [model.index(n).data() for n in range(model.rowCount())] == [
        "Karla Weiß",
        "traf",
        "traf – Teilnehmer → Karla Weiß",
        "traf – Ort → Füssen",
        "Montag",
        "Jörg Größl",
        "Füssen",
    ]


def test_the_list_filters_by_layer_and_status_and_knows_the_rejected() -> None:
    state = make_state(ARTICLE)
    karla = next(m for m in state.visible_mentions() if m.text_of(ARTICLE.text) == "Karla Weiß")
    after = state.apply(edits.reject(state, [karla.id]).changes, revision=1)
    now = shown(ARTICLE, after, SCHEME, "de", None)

    def listed(layer: str = "", status: Status | None = None) -> list[str]:
        model = AnnotationsModel()
        model.show(now, AnnotationFilter(layer, status))
        return [now.text_of(model.entry(row).head) for row in range(model.rowCount())]

    assert listed("entity") == ["Jörg Größl", "Füssen"]
    assert listed("entity", Status.REJECTED) == ["Karla Weiß"]
    assert listed(RELATIONS) == ["traf"]
    assert listed("", Status.ACCEPTED) == []
