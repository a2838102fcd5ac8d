"""Settles disagreements for ever and says each that was acknowledged; a test runs this and kills it."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from annotator.core.verdict import Choice
from annotator.services.project import Project
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD, Decision
from annotator.store import Store
from tests.services.teams import TEAM
from tests.support.build import make_scheme


def main(path: Path) -> None:
    """Decide item after item in turn, with an undo now and then; after each, print the set's revision."""
    project = Project(Store.open(path), make_scheme())
    review = Reviewing(project, "lea")
    article = review.articles[0]
    review.open(article)
    for number in itertools.count():
        ready = [row for row in review.rows(article) if not row.entry.waits_for]
        item = ready[number % len(ready)].item
        if number % 4 == 3:
            review.undo()
        elif number % 4 == 2:
            review.decide(item, Decision(Choice.NEITHER, comment=f"weder noch {number} 🙂"))
        else:
            review.decide(item, Decision(Choice.TAKE, taken=(TEAM[number % 3],)))
        sys.stdout.write(f"{project.store.set_info(article, GOLD).revision}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
