"""Which mentions an annotator sees, and which of these are open: one rule for the list and for the search.

Conditions in SQL on a mention ``m`` of an article ``a``; ``q`` is the article's place in her queue, where it
has one. They are given ``:annotator``, ``:machine`` and ``:least``.
"""

from __future__ import annotations

QUEUE = "LEFT JOIN assignment q ON q.article_id = a.id AND q.annotator = :annotator"


def seen(articles: str) -> str:
    """Return the condition: her own mentions, and the suggestions that none of hers hides.

    One hides a suggestion by its id, or by its place unless it is rejected. On control articles nothing is
    suggested. ``articles`` are the ids that are looked at: her places in them are gathered once, for to
    look through all of hers for every suggestion takes minutes in an article of 50,000.
    """
    return f"""(m.annotator = :annotator OR m.annotator = :machine AND NOT coalesce(q.control, 0)
        AND (m.score IS NULL OR m.score >= :least)
        AND NOT EXISTS (SELECT 1 FROM mention o
            WHERE o.article_id = m.article_id AND o.annotator = :annotator AND o.id = m.id)
        AND CASE WHEN (m.article_id, m.layer, m.start, m."end", coalesce(m.fragments, '')) IN (
            SELECT o.article_id, o.layer, o.start, o."end", coalesce(o.fragments, '') FROM mention o
            WHERE o.article_id IN ({articles}) AND o.annotator = :annotator AND o.status <> 'rejected')
            THEN 0 ELSE 1 END)"""


def open_mentions(articles: str) -> str:
    """Return how many mentions of ``a`` wait for her: those that she sees as suggestions."""
    return f"""(SELECT count(*) FROM mention m WHERE m.article_id = a.id
        AND m.annotator IN (:annotator, :machine) AND m.status = 'suggested' AND {seen(articles)})"""


OPEN_RELATIONS = """
    (SELECT count(*) FROM relation r WHERE r.article_id = a.id AND r.status = 'suggested'
        AND (r.annotator = :annotator OR r.annotator = :machine AND coalesce(q.control, 0) = 0
            AND NOT EXISTS (SELECT 1 FROM relation o
            WHERE o.article_id = a.id AND o.annotator = :annotator AND o.id = r.id)
            AND (r.score IS NULL OR r.score >= :least)
            AND NOT (:least > 0 AND EXISTS (SELECT 1 FROM mention m WHERE m.article_id = a.id
                AND m.annotator = :machine AND m.id IN (r.head, r.tail) AND m.score < :least
                AND NOT EXISTS (SELECT 1 FROM mention o WHERE o.article_id = a.id
                    AND o.annotator = :annotator AND o.id = m.id))))
        AND NOT EXISTS (SELECT 1 FROM mention o WHERE o.article_id = a.id AND o.annotator = :annotator
            AND o.id IN (r.head, r.tail) AND o.status = 'rejected'))"""
"""How many relations of ``a`` wait for her: she has neither decided them nor rejected one of their ends.

Relations that a double brings together are counted one by one until the article is opened.
"""
