from __future__ import annotations

import random
from pathlib import Path

from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD
from annotator.store import Store
from tests.review.golds import make_gold
from tests.review.perturb import perturb_team
from tests.services.teams import TEAM, project_of
from tests.services.test_kill import kill_after_a_while, start
from tests.services.test_reviewing import allowed
from tests.support.build import make_scheme

KILLS = 25


def test_killing_the_program_in_the_middle_of_a_review_loses_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "prüfung.annot"
    article, gold = make_gold(11)
    perturbed, _ = perturb_team(gold, article, make_scheme(), names=TEAM, seed=11)
    sets = {name: allowed(found) for name, found in perturbed.items()}
    project_of(path, [(article, sets)]).close()
    moments = random.Random(7)
    before = 0
    for _ in range(KILLS):
        process = start(path, module="tests.services.review_until_killed")
        acknowledged = kill_after_a_while(process, moments.uniform(0, 0.1))
        assert acknowledged, "no decision was made before the kill"
        with Store.open(path) as store:
            revision = store.set_info(article.id, GOLD).revision
            assert acknowledged == sorted(acknowledged)
            assert acknowledged[0] > before
            # One more may be on disk than was said: killed between the commit and the word of it.
            assert revision in (acknowledged[-1], acknowledged[-1] + 1)
            assert store.check() == []
        before = revision
    with Store.open(path) as store:
        review = Reviewing(Project(store, make_scheme()), "lea")
        review.open(article.id)
        while review.undo() is not None:
            pass
        assert store.check() == []
        assert all(v.by == "" for v in store.layered(article.id, GOLD).verdicts.values())
