from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import Mention, Origin, Relation, SetState, Status
from annotator.core.article import Article
from annotator.core.errors import InvalidEdit
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import Layered
from annotator.core.verdict import Basis, Choice
from annotator.review.item import Kind
from annotator.review.version import Version, version_of
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_lessons import lessons
from annotator.services.reviewing_queue import Filter, QueueRow, lettered
from annotator.services.reviewing_rules import Rule, Rules, read_rules
from annotator.services.reviewing_values import GOLD, Decision, Standing
from annotator.store import Store
from tests.review.golds import HUMAN, make_gold, seeds
from tests.review.perturb import perturb_team
from tests.services.teams import TEAM, finish, project_of
from tests.support.build import make_article, make_scheme, place

SCHEME = make_scheme()
ARTICLE = make_article()
TAKE_ANNA = Decision(Choice.TAKE, taken=("anna",))


def mention(
    words: str, label: str = "PER", layer: str = "entity", *, article: Article = ARTICLE, name: str = ""
) -> Mention:
    span = place(article, words)
    identifier = MentionId(name or f"{layer}-{words}")
    return Mention(identifier, layer, label, (span,), (), Status.ACCEPTED, HUMAN)


def link(head: Mention, tail: Mention, label: str, name: str = "") -> Relation:
    identifier = RelationId(name or f"{label}-{head.id}-{tail.id}")
    return Relation(identifier, label, head.id, tail.id, (), Status.ACCEPTED, HUMAN)


def layered(*mentions: Mention, relations: tuple[Relation, ...] = ()) -> Layered:
    return Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, {})


KARLA, LONG = mention("Karla Weiß"), mention("Ministerpräsidentin Karla Weiß", name="lang")
MET, FÜSSEN, JÖRG = mention("traf", "Treffen", "event"), mention("Füssen", "LOC"), mention("Jörg Größl")
WHERE = link(MET, FÜSSEN, "Ort")
BASE = layered(LONG, MET, FÜSSEN, JÖRG, relations=(WHERE, link(MET, LONG, "Teilnehmer")))
SHORT = layered(
    replace(KARLA, id=LONG.id), MET, FÜSSEN, JÖRG, relations=(WHERE, link(MET, LONG, "Teilnehmer"))
)


class Desk:
    """A project and the reviewer at it."""

    def __init__(self, path: Path, sets: Mapping[str, Layered], *more: Article) -> None:
        articles = [(ARTICLE, sets), *((article, sets) for article in more)]
        self.project = project_of(path, articles)
        self.review = Reviewing(self.project, "lea")
        self.review.open(ARTICLE.id)

    def gold(self) -> Layered:
        return self.project.store.layered(ARTICLE.id, GOLD)

    def texts(self) -> dict[str, str]:
        return {m.text_of(ARTICLE.text): m.label for m in self.gold().mentions.values()}

    def queue(self, **wanted: object) -> list[QueueRow]:
        shown = Filter(**wanted)  # type: ignore[arg-type]
        return [row for row in self.review.rows(ARTICLE.id) if shown.shows(row)]

    def only(self, **wanted: object) -> QueueRow:
        (row,) = self.queue(**wanted)
        return row

    def again(self, reviewer: str = "lea") -> None:
        """Close the program and start it again."""
        path = self.project.path
        self.project.close()
        self.project = Project(Store.open(path), SCHEME)
        self.review = Reviewing(self.project, reviewer)
        self.review.open(ARTICLE.id)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "größe.annot", {"anna": BASE, "böhm": BASE, "çelik": SHORT})


def test_what_all_say_is_taken_over_and_logged_as_that(desk: Desk) -> None:
    assert desk.texts() == {"traf": "Treffen", "Füssen": "LOC", "Jörg Größl": "PER"}
    verdicts = desk.gold().verdicts.values()
    assert {(v.basis, v.by, v.taken) for v in verdicts} == {(Basis.UNANIMOUS, "", TEAM)}
    assert {op.author for op in desk.project.store.operations(annotator=GOLD)} == {"rule"}
    assert {m.provenance.origin for m in desk.gold().mentions.values()} == {Origin.ADJUDICATED}
    assert desk.review.undo() is None


def test_the_queue_has_what_people_differ_about(desk: Desk) -> None:
    row = desk.only()
    assert (row.kinds, row.labels, row.text) == (
        (Kind.BOUNDARY,),
        ("PER",),
        "Ministerpräsidentin Karla Weiß",
    )
    assert (row.sides, row.has) == ((2, 1), (True, True, True))
    assert row.pairs == {("anna", "çelik"), ("böhm", "çelik")}


def test_taking_a_version_puts_it_into_the_gold_with_where_it_comes_from(desk: Desk) -> None:
    row = desk.only()
    decision = Decision(
        Choice.TAKE, taken=("çelik",), reason="boundary", comment="Titel „bleibt“ draußen", clause="2.3"
    )
    desk.review.decide(row.item, decision)
    (made,) = [m for m in desk.gold().mentions.values() if m.text_of(ARTICLE.text) == "Karla Weiß"]
    assert (made.provenance.origin, made.provenance.author) == (Origin.ADJUDICATED, "lea")
    assert made.provenance.derived_from == LONG.id
    verdict = desk.review.entry(row.item).verdict
    assert verdict is not None
    assert (verdict.basis, verdict.by, verdict.taken) == (Basis.ADJUDICATED, "lea", ("çelik",))
    assert (verdict.reason, verdict.clause, verdict.result) == ("boundary", "2.3", (made.id,))


def test_settling_a_span_carries_what_all_agree_on_along(desk: Desk) -> None:
    row = desk.only()
    assert [r.label for r in desk.gold().relations.values()] == ["Ort"]
    desk.review.decide(row.item, Decision(Choice.TAKE, taken=("çelik",)))
    assert sorted(r.label for r in desk.gold().relations.values()) == ["Ort", "Teilnehmer"]
    assert desk.queue(open=True) == []
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.DONE
    assert desk.project.store.check() == []


def test_nothing_that_hangs_on_a_mention_stands_without_it(desk: Desk) -> None:
    row = desk.only()
    desk.review.decide(row.item, Decision(Choice.NEITHER))
    assert [r.label for r in desk.gold().relations.values()] == ["Ort"]
    followers = [v for v in desk.gold().verdicts.values() if v.follows == row.item]
    assert [(v.choice, v.by) for v in followers] == [(Choice.NEITHER, "lea")]
    assert desk.only().entry.standing is Standing.SETTLED


def test_a_set_is_done_only_when_nothing_is_open(desk: Desk) -> None:
    row = desk.only()
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.OPEN
    desk.review.decide(row.item, Decision(Choice.SKIPPED))
    assert desk.review.entry(row.item).standing is Standing.SKIPPED
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.OPEN
    desk.review.decide(row.item, TAKE_ANNA)
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.DONE
    desk.review.undo()
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.OPEN


def test_undo_and_redo_survive_a_restart(desk: Desk) -> None:
    row, before = desk.only(), desk.gold()
    desk.review.decide(row.item, TAKE_ANNA)
    after = desk.gold()
    desk.again()
    undone = desk.review.undo()
    assert undone is not None and undone.item == row.item
    assert desk.gold() == before
    desk.again()
    redone = desk.review.redo()
    assert redone is not None and redone.item == row.item
    assert desk.gold() == after
    assert desk.project.store.check() == []


def test_another_reviewer_goes_on_where_the_first_one_stopped(desk: Desk) -> None:
    row = desk.only()
    desk.review.decide(row.item, TAKE_ANNA)
    desk.again("max")
    verdict = desk.review.entry(row.item).verdict
    assert verdict is not None and verdict.by == "lea"
    assert desk.review.undo() is None
    desk.review.decide(row.item, Decision(Choice.TAKE, taken=("çelik",)))
    verdict = desk.review.entry(row.item).verdict
    assert verdict is not None and verdict.by == "max"
    assert "Karla Weiß" in desk.texts()


def test_a_changed_set_reopens_the_decision_made_on_it_and_no_other(tmp_path: Path) -> None:
    other = replace(JÖRG, label="ORG")
    changed = layered(LONG, MET, FÜSSEN, other, relations=(WHERE,))
    desk = Desk(tmp_path / "p.annot", {"anna": BASE, "böhm": BASE, "çelik": changed})
    for row in desk.queue(open=True):
        desk.review.decide(row.item, TAKE_ANNA)
    assert desk.queue(open=True) == []
    finish(desk.project.store, ARTICLE, "çelik", layered(LONG, MET, FÜSSEN, relations=(WHERE,)))
    desk.review.refresh()
    row = desk.only(open=True)
    assert (row.text, row.entry.standing) == ("Jörg Größl", Standing.REOPENED)
    verdict = row.entry.verdict
    assert verdict is not None and verdict.taken == ("anna",)
    assert desk.texts()["Jörg Größl"] == "PER"  # it stands until it is decided anew
    desk.review.open(ARTICLE.id)
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.OPEN
    desk.review.decide(row.item, Decision(Choice.TAKE, taken=("çelik",)))
    assert "Jörg Größl" not in desk.texts()
    assert desk.project.store.set_info(ARTICLE.id, GOLD).state is SetState.DONE


def test_agreement_that_is_gone_is_open_again(desk: Desk) -> None:
    finish(desk.project.store, ARTICLE, "böhm", layered(LONG, MET, FÜSSEN, relations=(WHERE,)))
    desk.review.refresh()
    reopened_ = [row for row in desk.queue(open=True) if row.entry.standing is Standing.REOPENED]
    assert [row.text for row in reopened_] == ["Jörg Größl"]


def test_changing_a_settled_span_reopens_what_a_person_decided_about_it(tmp_path: Path) -> None:
    less = layered(replace(KARLA, id=LONG.id), MET, FÜSSEN, JÖRG, relations=(WHERE,))
    desk = Desk(tmp_path / "p.annot", {"anna": BASE, "böhm": BASE, "çelik": less})
    span, relation = desk.queue()
    assert (span.kind, relation.kind) == (Kind.BOUNDARY, Kind.RELATION_MISSING)
    assert relation.entry.waits_for == (span.item,)
    with pytest.raises(InvalidEdit) as caught:
        desk.review.decide(relation.item, TAKE_ANNA)
    assert caught.value.data["reason"] == "waits"
    desk.review.decide(span.item, TAKE_ANNA)
    desk.review.decide(relation.item, TAKE_ANNA)
    assert desk.queue(open=True) == []
    desk.review.decide(span.item, Decision(Choice.TAKE, taken=("çelik",)))
    again = desk.only(open=True)
    assert (again.item, again.entry.standing) == (relation.item, Standing.REOPENED)
    # Until then the relation stays, at the mention as it is now.
    assert sorted(r.label for r in desk.gold().relations.values()) == ["Ort", "Teilnehmer"]


def test_an_edited_version_stands_instead(desk: Desk) -> None:
    row = desk.only()
    edited = replace(LONG, fragments=(place(ARTICLE, "Weiß"),))
    desk.review.decide(row.item, Decision(Choice.EDITED, edited=(edited,)))
    assert desk.texts()["Weiß"] == "PER"
    assert sorted(r.label for r in desk.gold().relations.values()) == ["Ort", "Teilnehmer"]
    desk.again()
    assert desk.texts()["Weiß"] == "PER"
    assert desk.review.entry(row.item).standing is Standing.SETTLED


def test_taking_all_keeps_each_version_side_by_side(desk: Desk) -> None:
    row = desk.only()
    desk.review.decide(row.item, Decision(Choice.ALL))
    assert {"Karla Weiß", "Ministerpräsidentin Karla Weiß"} <= set(desk.texts())


def test_two_labels_cannot_stand_at_one_place(tmp_path: Path) -> None:
    org = layered(LONG, MET, FÜSSEN, replace(JÖRG, label="ORG"), relations=BASE_LINKS)
    desk = Desk(tmp_path / "p.annot", {"anna": BASE, "böhm": org})
    row = desk.only()
    assert row.kinds == (Kind.LABEL,)
    assert desk.review.can(row.item, Decision(Choice.ALL)) == "occupied"
    assert desk.review.can(row.item, TAKE_ANNA) == ""
    with pytest.raises(InvalidEdit):
        desk.review.decide(row.item, Decision(Choice.ALL))


BASE_LINKS = tuple(BASE.relations.values())


def test_a_rule_takes_the_majority_over_and_another_gives_it_back(desk: Desk) -> None:
    desk.review.set_rules(Rules(Rule.MAJORITY))
    desk.review.open(ARTICLE.id)
    assert desk.queue() == []
    assert "Ministerpräsidentin Karla Weiß" in desk.texts()
    bases = {v.basis for v in desk.gold().verdicts.values()}
    assert bases == {Basis.UNANIMOUS, Basis.MAJORITY}
    desk.review.set_rules(Rules(Rule.NEVER, {"event": Rule.ALL}))
    desk.review.open(ARTICLE.id)
    assert read_rules(desk.project.store).of("event") is Rule.ALL
    assert desk.texts() == {"traf": "Treffen"}
    assert len([row for row in desk.queue(open=True) if row.layer == "entity"]) == 3
    assert desk.project.store.check() == []


def test_one_decision_settles_identical_cases_and_one_undo_takes_all_back(tmp_path: Path) -> None:
    second = make_article("Streit: Ministerpräsidentin Karla Weiß traf Jörg Größl in Füssen.")
    third = make_article("Später traf Karla Weiß ein.")

    def in_article(article: Article, words: str) -> Layered:
        return layered(mention(words, article=article, name=f"{article.id}-k"))

    title = "Ministerpräsidentin Karla Weiß"
    articles = [
        (ARTICLE, {"anna": in_article(ARTICLE, title), "böhm": in_article(ARTICLE, "Karla Weiß")}),
        (second, {"anna": in_article(second, "Karla Weiß"), "çelik": in_article(second, title)}),
        (third, {"anna": in_article(third, "Karla Weiß"), "böhm": layered()}),
    ]
    project = project_of(tmp_path / "p.annot", articles)
    review = Reviewing(project, "lea")
    assert [len(rows) for rows in review.scan()] == [1, 1, 1]
    review.open(ARTICLE.id)
    (row,) = review.rows(ARTICLE.id)
    decision = Decision(Choice.TAKE, taken=("böhm",), reason="convention")
    (same,) = review.same(row.item, decision)
    assert (same.row.article_id, same.decision.taken) == (second.id, ("anna",))
    review.decide_together(row.item, decision, [same])
    assert [r.open for rows in review.scan() for r in rows] == [False, False, True]
    made = [m.text_of(second.text) for m in project.store.layered(second.id, GOLD).mentions.values()]
    assert made == ["Karla Weiß"]
    undone = review.undo()
    assert undone is not None and (undone.article_id, undone.item) == (ARTICLE.id, row.item)
    assert [r.open for rows in review.scan() for r in rows] == [True, True, True]
    assert review.undo() is None
    review.redo()
    assert [r.open for rows in review.scan() for r in rows] == [False, False, True]
    assert project.store.check() == []


def test_a_reason_given_later_is_kept_and_counted_by_label(desk: Desk) -> None:
    row = desk.only()
    desk.review.decide(row.item, TAKE_ANNA)
    desk.review.explain(row.item, reason="guideline", comment="Titel?", clause="2.3")
    (lesson,) = lessons(desk.queue())
    assert (lesson.layer, lesson.label, lesson.reason, lesson.count) == ("entity", "PER", "guideline", 1)
    assert (lesson.clauses, lesson.examples[0].text) == (("2.3",), row.text)
    desk.review.undo()
    assert lessons(desk.queue()) == ()


def test_letters_stay_with_an_article_and_hide_who_is_who() -> None:
    articles = [make_article(f"Meldung {n}").id for n in range(20)]
    assert lettered(articles[0], TEAM, hidden=False) == {"anna": "A", "böhm": "B", "çelik": "C"}
    drawn = [tuple(lettered(article, TEAM, hidden=True).items()) for article in articles]
    assert drawn == [tuple(lettered(article, reversed(TEAM), hidden=True).items()) for article in articles]
    assert len(set(drawn)) > 3


def test_an_article_that_one_person_has_finished_is_not_reviewed(tmp_path: Path) -> None:
    project = project_of(tmp_path / "p.annot", [(ARTICLE, {"anna": BASE})])
    assert Reviewing(project, "lea").articles == ()


def content(version: Version, text: str) -> tuple[object, ...]:
    """Return what a version says, without ids."""
    place_of = {m.id: (m.layer, m.label, m.fragments, m.attributes) for m in version.mentions}
    return (
        sorted(place_of.values()),
        sorted((place_of[r.head], place_of[r.tail], r.label) for r in version.relations),
        sorted((c.kind, c.kb_id, sorted(place_of[m] for m in c.members)) for c in version.clusters),
    )


def allowed(found: Layered) -> Layered:
    """Return a set without the relations that the scheme does not allow, or allows only once."""
    kept: dict[RelationId, Relation] = {}
    full: set[tuple[str, str]] = set()
    for key, relation in found.relations.items():
        head, tail = found.mentions[relation.head], found.mentions[relation.tail]
        labels = {choice.name for choice in SCHEME.relation_choices(head, tail)}
        if relation.label in labels and (head.id, relation.label) not in full:
            full.add((head.id, relation.label))
            kept[key] = relation
    return replace(found, relations=kept)


@settings(max_examples=12, deadline=None)
@given(seeds, st.sampled_from(TEAM))
def test_the_gold_after_taking_one_annotator_everywhere_is_hers(seed: int, name: str) -> None:
    article, gold = make_gold(seed)
    perturbed, _ = perturb_team(gold, article, SCHEME, names=TEAM, seed=seed)
    sets = {each: allowed(found) for each, found in perturbed.items()}
    with tempfile.TemporaryDirectory() as folder:
        project = project_of(Path(folder) / "p.annot", [(article, sets)])
        review = Reviewing(project, "lea")
        review.set_rules(Rules(Rule.NEVER))
        review.open(article.id)
        for _ in range(500):
            ready = [r for r in review.rows(article.id) if r.open and not r.entry.waits_for]
            if not ready:
                break
            review.decide(ready[0].item, Decision(Choice.TAKE, taken=(name,)))
        made = version_of(project.store.layered(article.id, GOLD))
        wanted = version_of(sets[name])
        assert content(made, article.text) == content(wanted, article.text)
        assert project.store.set_info(article.id, GOLD).state is SetState.DONE
        assert project.store.check() == []
        while review.undo() is not None:
            pass
        assert project.store.layered(article.id, GOLD).mentions == {}
        assert project.store.check() == []
        project.close()
