"""Whole articles compared: layers, relations, and the mistakes with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.article import Article
from annotator.core.ids import ArticleId
from annotator.core.state import Layered
from annotator.core.text import Span
from annotator.review.evaluation import ARGUMENTS, RELATIONS, Comparison, Frequent, Line, only
from annotator.review.mistakes import Mistake, MistakeKind, context, shortened
from annotator.review.scoring import Counts
from tests.support.build import make_article, suggest, suggest_link

ARTICLE = make_article()


def layered(mentions: Sequence[Mention], relations: Sequence[Relation] = ()) -> Layered:
    return Layered({m.id: m for m in mentions}, {r.id: r for r in relations})


def at(words: str, layer: str, label: str) -> Mention:
    return suggest(ARTICLE, words, layer, label)


def compared(gold: Layered, found: Layered, article: Article = ARTICLE) -> Comparison:
    comparison = Comparison(frozenset({"event"}))
    comparison.add(article.id, article.text, gold, found)
    return comparison


def line(comparison: Comparison, group: str, label: str = "") -> Line:
    return next(one for one in comparison.lines() if (one.group, one.label) == (group, label))


MEETING = at("traf", "event", "Treffen")
KARLA, JOERG = at("Karla Weiß", "entity", "PER"), at("Jörg Größl", "entity", "PER")
FUESSEN = at("Füssen", "entity", "LOC")


def test_layers_are_compared_apart() -> None:
    gold = layered([KARLA, at("Montag", "time", "DATE")])
    found = layered([at("Karla Weiß", "time", "DATE"), at("Montag", "time", "DATE")])
    comparison = compared(gold, found)
    assert line(comparison, "entity").scores.type == Counts(missed=1)
    assert line(comparison, "time").scores.strict == Counts(correct=1, spurious=1)


def test_a_wrong_label_is_one_mistake_of_the_layer_and_two_of_its_labels() -> None:
    comparison = compared(layered([KARLA]), layered([at("Karla Weiß", "entity", "ORG")]))
    assert line(comparison, "entity").scores.strict == Counts(incorrect=1)
    assert line(comparison, "entity", "PER").scores.strict == Counts(missed=1)
    assert line(comparison, "entity", "ORG").scores.strict == Counts(spurious=1)
    assert [one.label for one in comparison.lines()] == ["", "ORG", "PER"]


def test_a_relation_is_right_where_label_and_both_ends_are() -> None:
    gold = layered([MEETING, KARLA, FUESSEN], [suggest_link(MEETING, KARLA, "Teilnehmer")])
    assert line(compared(gold, gold), ARGUMENTS, "Teilnehmer").scores.strict == Counts(correct=1)

    longer = at("Ministerpräsidentin Karla Weiß", "entity", "PER")
    found = layered([MEETING, longer], [suggest_link(MEETING, longer, "Teilnehmer")])
    scores = line(compared(gold, found), ARGUMENTS).scores
    assert (scores.strict, scores.exact) == (Counts(incorrect=1), Counts(incorrect=1))
    assert (scores.partial, scores.type) == (Counts(partial=1), Counts(correct=1))

    other = at("Karla Weiß", "entity", "ORG")
    found = layered([MEETING, other], [suggest_link(MEETING, other, "Ort")])
    scores = line(compared(gold, found), ARGUMENTS).scores
    assert (scores.strict, scores.exact, scores.type) == (
        Counts(incorrect=1),
        Counts(correct=1),
        Counts(incorrect=1),
    )


def test_a_relation_the_other_way_round_or_at_a_missing_end_is_missed() -> None:
    gold = layered([KARLA, FUESSEN], [suggest_link(KARLA, FUESSEN, "lebt_in")])
    turned = layered([KARLA, FUESSEN], [suggest_link(FUESSEN, KARLA, "lebt_in")])
    assert line(compared(gold, turned), RELATIONS).scores.type == Counts(missed=1, spurious=1)
    assert line(compared(gold, layered([KARLA])), RELATIONS).scores.type == Counts(missed=1)


def test_of_two_relations_between_the_same_ends_the_one_of_the_same_label_goes_along() -> None:
    both = [suggest_link(MEETING, KARLA, label) for label in ("Teilnehmer", "Ort")]
    gold = layered([MEETING, KARLA], both[:1])
    found = layered([MEETING, KARLA], [both[1], both[0]])
    assert line(compared(gold, found), ARGUMENTS).scores.strict == Counts(correct=1, spurious=1)


def mistakes(comparison: Comparison) -> list[Mistake]:
    return [found.mistake for found in comparison.mistakes(20)]


def test_every_kind_of_mistake_has_both_sides_words() -> None:
    gold = layered([KARLA, JOERG, FUESSEN, at("Nördlingen", "entity", "LOC"), at("Krise", "entity", "MISC")])
    found = layered(
        [
            at("Karla Weiß", "entity", "ORG"),
            at("Größl", "entity", "PER"),
            at("Montag", "entity", "PER"),
            at("in Nördlingen", "entity", "ORG"),
            at("Krise", "entity", "MISC"),
        ]
    )
    comparison = compared(gold, found)
    assert set(mistakes(comparison)) == {
        Mistake(MistakeKind.LABEL, "entity", "PER", "ORG", "Karla Weiß", "Karla Weiß"),
        Mistake(MistakeKind.BORDER, "entity", "PER", "PER", "Jörg Größl", "Größl"),
        Mistake(MistakeKind.SPURIOUS, "entity", "", "PER", "", "Montag"),
        Mistake(MistakeKind.MISSED, "entity", "LOC", "", "Füssen", ""),
        Mistake(MistakeKind.LABEL_AND_BORDER, "entity", "LOC", "ORG", "Nördlingen", "in Nördlingen"),
    }
    assert comparison.kinds() == dict.fromkeys(MistakeKind, 1)


def test_relations_are_mistakes_only_between_ends_that_both_sides_have() -> None:
    links = [suggest_link(MEETING, KARLA, "Teilnehmer"), suggest_link(MEETING, FUESSEN, "Ort")]
    gold = layered([MEETING, KARLA, FUESSEN], links)
    found = layered([MEETING, KARLA, JOERG], [suggest_link(MEETING, JOERG, "Teilnehmer")])
    comparison = compared(gold, found)
    assert [m for m in mistakes(comparison) if m.group == ARGUMENTS] == [
        Mistake(MistakeKind.MISSED, ARGUMENTS, "Teilnehmer", "", "traf → Karla Weiß", "")
    ]
    assert line(comparison, ARGUMENTS).scores.type == Counts(missed=2, spurious=1)


def test_the_most_frequent_mistake_comes_first_with_all_its_places() -> None:
    text = "In Füssen, in Füssen und in Köln."
    article = make_article(text)
    first, second = (suggest(article, "Füssen", "entity", "LOC", occurrence=n) for n in (0, 1))
    koeln = suggest(article, "Köln", "entity", "LOC")
    comparison = compared(layered([koeln, first, second]), layered([]), article)
    found = comparison.mistakes(1)
    assert [(f.mistake.gold_text, f.count) for f in found] == [("Füssen", 2)]
    assert isinstance(found[0], Frequent)
    assert [(p.start, p.end) for p in found[0].places] == [(3, 9), (14, 20)]


def test_the_words_around_are_cut_between_words_and_stand_on_one_line() -> None:
    text = "ä" * 30 + " davor\n" + "Wort " * 8 + "„Größe“\u2028 und " + "danach " * 9
    start = text.index("Größe")
    place = context(ArticleId("x"), text, Span(start, start + 5))
    assert place.text == "Größe"
    assert place.before.startswith("…") and place.before.endswith("Wort „")
    assert place.after.startswith("“ und danach") and place.after.endswith("danach…")
    assert not {"\n", "\u2028"} & set(place.before + place.after)


def test_long_words_lose_their_middle() -> None:
    quote = "„" + "Das ist ein Satz. " * 20 + "“"
    assert len(shortened(quote)) <= 120
    assert " … " in shortened(quote)
    assert shortened("Cafe\u0301\n 🚒") == "Cafe\u0301 🚒"


def test_what_has_another_status_is_left_out_with_its_relations() -> None:
    links = [suggest_link(MEETING, KARLA, "Teilnehmer")]
    held = layered([replace(MEETING, status=Status.REJECTED), KARLA], links)
    kept = only(held, {Status.SUGGESTED})
    assert (list(kept.mentions), list(kept.relations)) == ([KARLA.id], [])


def test_only_what_is_wanted_is_compared() -> None:
    comparison = Comparison(frozenset({"event"}), lambda group, label: label == "LOC")
    comparison.add(ARTICLE.id, ARTICLE.text, layered([KARLA, FUESSEN]), layered([JOERG]))
    assert [(one.group, one.label) for one in comparison.lines()] == [("entity", ""), ("entity", "LOC")]
    assert line(comparison, "entity").scores.strict == Counts(missed=1)
