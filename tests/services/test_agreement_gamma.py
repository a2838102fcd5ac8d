"""γ over the articles of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.review.figure import Measure
from annotator.review.gamma import GammaUnavailable, gamma
from annotator.services.agreement_gamma import measure_gamma
from tests.support.gamma import absent, stand_in
from tests.support.teams import make_team


def test_each_layer_has_the_mean_of_its_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch)
    path = tmp_path / "größe.annot"
    team = make_team(path, articles=4)
    seen: list[tuple[int, int]] = []
    found = measure_gamma(path, progress=lambda done, total: seen.append((done, total)))
    figures = {figure.scope: figure for figure in found.figures}
    for layer in ("entity", "time", "event"):
        values = [value for one in team if (value := gamma(one, layer)) is not None]
        mentions = sum(m.layer == layer for one in team for v in one.versions.values() for m in v.mentions)
        assert figures[layer].value == pytest.approx(sum(values) / len(values))
        assert (figures[layer].measure, figures[layer].items) == (Measure.GAMMA, mentions)
        assert figures[layer].articles == len(values)
    assert seen == [(done, 4) for done in range(5)]
    assert not found.cancelled


def test_a_cancelled_run_has_what_was_done_until_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch)
    path = tmp_path / "größe.annot"
    make_team(path, articles=4)
    asked = iter([False, False, True])
    found = measure_gamma(path, cancelled=lambda: next(asked))
    assert found.cancelled
    assert {figure.articles for figure in found.figures} == {2}


def test_without_the_library_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absent(monkeypatch)
    with pytest.raises(GammaUnavailable):
        measure_gamma(tmp_path / "gibt es nicht.annot")
