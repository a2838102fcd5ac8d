from __future__ import annotations

import sys

import numpy as np
import pytest

from annotator.core.state import Layered
from annotator.review.gamma import GammaUnavailable, gamma
from annotator.review.version import Reviewed, reviewed
from tests.review.golds import make_gold
from tests.review.perturb import perturb
from tests.support.build import make_scheme


def team(errors: tuple[str, ...]) -> Reviewed:
    article, gold = make_gold(4, words=40, mentions=16)
    changed = perturb(gold, article, make_scheme(), seed=1, errors=errors)[0]
    return reviewed(article, {"anna": gold, "bela": changed})


def test_without_the_library_it_says_which_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with pytest.raises(GammaUnavailable) as caught:
        gamma(team(()), "entity")
    assert caught.value.data == {"package": "pygamma-agreement"}


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
