"""Dividing articles: balanced, repeatable, and what was begun stays."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.assigned import Assigned
from annotator.core.ids import ArticleId
from annotator.review.queues import DivisionImpossible, Rules, divide, loads

NAMES = ("anna", "bert", "cära", "Dörte Weiß")


def ids(number: int) -> list[ArticleId]:
    return [ArticleId(f"a{index:04}") for index in range(number)]


@st.composite
def tasks(draw: st.DrawFn) -> tuple[list[ArticleId], list[str], Rules]:
    articles = ids(draw(st.integers(0, 40)))
    names = list(NAMES[: draw(st.integers(1, 4))])
    rules = Rules(
        overlap=draw(st.integers(1, len(names))),
        seed=draw(st.integers(0, 50)),
        calibration=draw(st.integers(0, len(articles))),
        control=draw(st.sampled_from([0.0, 0.1, 0.5, 1.0])),
    )
    return articles, names, rules


@given(tasks())
def test_each_article_has_its_annotators_and_loads_differ_by_one_at_most(
    task: tuple[list[ArticleId], list[str], Rules],
) -> None:
    articles, names, rules = task
    made = divide(articles, names, rules)
    assert len({(one.article_id, one.annotator) for one in made}) == len(made)
    calibration = {one.article_id for one in made if one.calibration}
    assert len(calibration) == rules.calibration
    doing = Counter(one.article_id for one in made)
    for article in articles:
        assert doing[article] == (len(names) if article in calibration else rules.overlap)
    counts = [sum(one.annotator == name for one in made) for name in names]
    assert max(counts) - min(counts) <= 1


@given(tasks())
def test_queues_count_from_nought_begin_with_calibration_and_hold_the_share_of_controls(
    task: tuple[list[ArticleId], list[str], Rules],
) -> None:
    articles, names, rules = task
    made = divide(articles, names, rules)
    for name in names:
        own = sorted((one for one in made if one.annotator == name), key=lambda one: one.position)
        assert [one.position for one in own] == list(range(len(own)))
        assert [one.calibration for one in own] == sorted((o.calibration for o in own), reverse=True)
        others = [one for one in own if not one.calibration]
        assert sum(one.control for one in own) == round(rules.control * len(others))
        assert not any(one.control and one.calibration for one in own)


@given(tasks(), st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_whatever_the_order_of_names(
    task: tuple[list[ArticleId], list[str], Rules], dice: object
) -> None:
    articles, names, rules = task
    assert divide(articles, names, rules) == divide(articles, names[::-1], rules)


@given(tasks(), st.data())
def test_what_was_begun_stays_as_it_is_and_the_rest_is_shared_anew(
    task: tuple[list[ArticleId], list[str], Rules], data: st.DataObject
) -> None:
    articles, names, rules = task
    before = divide(articles, names, rules)
    begun = [one for one in before if data.draw(st.booleans())]
    more = [*names, "Émile"]
    other = Rules(rules.overlap, rules.seed + 1, rules.calibration, rules.control)
    after = {(one.article_id, one.annotator): one for one in divide(articles, more, other, kept=begun)}
    for one in begun:
        now = after[one.article_id, one.annotator]
        assert (now.calibration, now.control) == (one.calibration, one.control)
    doing = Counter(article for article, _ in after)
    assert all(doing[article] >= rules.overlap for article in articles)


def test_nobody_gets_more_than_she_can_take_and_what_is_left_over_goes_to_the_others() -> None:
    made = divide(ids(20), ["anna", "bert"], Rules(most={"anna": 3}))
    assert [(one.annotator, one.articles) for one in loads(made)] == [("anna", 3), ("bert", 17)]


def test_pairs_are_mixed_so_that_everybody_can_be_compared_with_everybody() -> None:
    made = divide(ids(60), NAMES, Rules(overlap=2))
    doing: dict[str, set[str]] = {}
    for one in made:
        doing.setdefault(one.article_id, set()).add(one.annotator)
    pairs = Counter(frozenset(names) for names in doing.values())
    assert len(pairs) == 6
    assert max(pairs.values()) - min(pairs.values()) <= 4


@pytest.mark.parametrize("seed", range(5))
def test_an_article_without_suggestions_is_without_them_for_all_who_do_it(seed: int) -> None:
    articles, names = ids(90), list(NAMES[:3])
    rows = divide(articles, names, Rules(overlap=2, seed=seed, calibration=5, control=0.2))
    doing = Counter(one.article_id for one in rows)
    control = Counter(one.article_id for one in rows if one.control)
    whole = [article for article, number in control.items() if number == doing[article]]
    assert len(whole) >= 0.8 * len(control)


def test_who_comes_later_has_no_suggestions_where_the_others_had_none() -> None:
    articles = ids(20)
    kept = [Assigned(article, "anna", place, control=place < 4) for place, article in enumerate(articles)]
    rows = divide(articles, ["anna", "bert"], Rules(overlap=2, control=0.2), kept=kept)
    assert {one.article_id for one in rows if one.control and one.annotator == "bert"} == set(articles[:4])


def test_two_seeds_draw_differently() -> None:
    assert divide(ids(30), NAMES, Rules(seed=1)) != divide(ids(30), NAMES, Rules(seed=2))


@pytest.mark.parametrize(
    ("names", "rules", "reason"),
    [
        ([], Rules(), "nobody"),
        (["anna", "anna"], Rules(), "twice"),
        (["anna"], Rules(overlap=2), "overlap"),
        (["anna"], Rules(calibration=4), "calibration"),
        (["anna"], Rules(control=1.5), "control"),
    ],
)
def test_what_cannot_be_divided_is_told(names: list[str], rules: Rules, reason: str) -> None:
    with pytest.raises(DivisionImpossible) as caught:
        divide(ids(3), names, rules)
    assert caught.value.data["reason"] == reason


def test_loads_tell_what_is_kept() -> None:
    kept = [Assigned(ArticleId("a0001"), "anna", 0)]
    made = divide(ids(4), ["anna", "bert"], Rules(calibration=1), kept=kept)
    assert [(one.annotator, one.kept) for one in loads(made, kept=kept)] == [("anna", 1), ("bert", 0)]
