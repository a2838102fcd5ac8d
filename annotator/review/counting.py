"""From versions to the counts that figures of agreement are made of, in one pass over the articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.core.scheme import Scheme
from annotator.review.columns import Columns, freeze
from annotator.review.count_clusters import count_clusters
from annotator.review.count_links import count_relations
from annotator.review.count_spans import count_attributes, count_confusions, count_spans
from annotator.review.count_tokens import count_tokens
from annotator.review.matching import match, partners
from annotator.review.statistics import Statistics
from annotator.review.version import Reviewed


def count(
    reviewed: Iterable[Reviewed], scheme: Scheme, *, annotators: Sequence[str] | None = None
) -> Statistics:
    """Return the counts of some articles. ``annotators``: who takes part, everybody by default."""
    layers = [layer.name for layer in scheme.layers]
    return count_columns(freeze(reviewed, annotators=annotators, layers=layers), scheme)


def count_columns(columns: Columns, scheme: Scheme) -> Statistics:
    """Return the counts of articles that are columns already."""
    matches = match(columns)
    partner = partners(columns, matches)
    tables = {
        "spans": count_spans(columns, matches),
        "confusions": count_confusions(columns, matches, partner),
        "attributes": count_attributes(columns, matches, scheme),
        "relations": count_relations(columns, partner, scheme),
        "clusters": count_clusters(columns, partner),
        **count_tokens(columns),
    }
    return Statistics(columns.articles, columns.annotators, columns.present, tables)
