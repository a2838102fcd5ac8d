from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from annotator.core.annotation import Mention
from annotator.core.state import Layered
from annotator.review.figure import Measure
from annotator.review.gamma import GammaUnavailable, gamma, insist_on_library, mean_gamma
from annotator.review.version import Reviewed, reviewed
from tests.review.golds import make_gold
from tests.review.perturb import perturb
from tests.support.build import make_scheme
from tests.support.gamma import absent, stand_in


def team(errors: tuple[str, ...]) -> Reviewed:
    article, gold = make_gold(4, words=40, mentions=16)
    changed = perturb(gold, article, make_scheme(), seed=1, errors=errors)[0]
    return reviewed(article, {"anna": gold, "bela": changed})


def test_without_the_library_it_says_which_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    absent(monkeypatch)
    with pytest.raises(GammaUnavailable) as caught:
        gamma(team(()), "entity")
    assert caught.value.data == {"package": "pygamma-agreement"}
    with pytest.raises(GammaUnavailable):
        insist_on_library()


@pytest.mark.filterwarnings("default")
def test_gamma_is_1_on_equal_sets_less_on_others_and_the_same_each_time() -> None:
    pytest.importorskip("pygamma_agreement", reason="the extra gamma (800 MB) is not installed")
    state = np.random.get_state(legacy=False)["state"]["key"]
    assert gamma(team(()), "entity") == pytest.approx(1)
    errors = ("label", "boundary", "missing")
    less = gamma(team(errors), "entity")
    assert less is not None
    assert 0 < less < 1
    assert gamma(team(errors), "entity") == less
    assert np.array_equal(state, np.random.get_state(legacy=False)["state"]["key"])


@pytest.mark.filterwarnings("default")
def test_gamma_of_one_annotator_is_not_told() -> None:
    pytest.importorskip("pygamma_agreement", reason="the extra gamma (800 MB) is not installed")
    article, gold = make_gold(4)
    assert gamma(reviewed(article, {"anna": gold, "bela": Layered()}), "entity") is None


def test_the_library_gets_each_annotators_mentions_of_the_layer_by_tokens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_in(monkeypatch)
    one = team(("label", "boundary", "missing"))
    units = [
        Counter((*_tokens(one, m), m.label) for m in version.mentions if m.layer == "entity")
        for version in one.versions.values()
    ]
    alike = (units[0] & units[1]).total()
    assert gamma(one, "entity") == pytest.approx(2 * alike / (units[0].total() + units[1].total()))
    assert gamma(team(()), "entity") == 1
    article, gold = make_gold(4)
    assert gamma(reviewed(article, {"anna": gold, "bela": Layered()}), "entity") is None


def test_the_mean_of_articles_has_an_interval_and_its_counts() -> None:
    figure = mean_gamma("entity", [0.2, 0.4, 0.9, 0.7], 123)
    assert figure is not None
    assert figure.value == pytest.approx(0.55)
    assert figure.low is not None and figure.high is not None
    assert 0.2 <= figure.low < 0.55 < figure.high <= 0.9
    assert (figure.measure, figure.scope, figure.items, figure.articles) == (Measure.GAMMA, "entity", 123, 4)
    assert figure == mean_gamma("entity", [0.2, 0.4, 0.9, 0.7], 123)
    alone = mean_gamma("entity", [0.5], 7)
    assert alone is not None and (alone.low, alone.high) == (None, None)
    assert mean_gamma("entity", [], 0) is None


def _tokens(one: Reviewed, mention: Mention) -> tuple[int, int]:
    covered = one.article.tokens.covered(mention.envelope)
    return covered.start, covered.stop
