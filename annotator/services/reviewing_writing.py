"""The gold set of a whole project, as far as the rules give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotator.core.annotation import SetState
from annotator.services.reviewing import Reviewing
from annotator.services.reviewing_values import GOLD


@dataclass(frozen=True, slots=True)
class Written:
    """How the gold set stands: the articles in review, how many are settled, and what is left to decide."""

    articles: int
    done: int
    open: int


def write_gold(
    review: Reviewing, *, progress: Callable[[int, int], object] = lambda done, total: None
) -> Written:
    """Take over what holds by rule in all articles that can be reviewed; what people decided stays.

    ``progress`` is called with how many articles are done, of how many. Raises
    :class:`annotator.services.roles.NotAllowed` for who may not settle.
    """
    review.insist()
    done = left = 0
    for number, article_id in enumerate(review.articles, start=1):
        review.take_over(article_id)
        info = review.project.store.set_info(article_id, GOLD)
        done += info.state is SetState.DONE
        left += sum(row.open for row in review.rows(article_id))
        progress(number, len(review.articles))
    return Written(len(review.articles), done, left)
