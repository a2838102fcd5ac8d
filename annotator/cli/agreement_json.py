"""Figures of agreement as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.review.figure import Figure
    from annotator.services.agreement import Agreement


def as_json(found: Agreement, figures: list[Figure]) -> bytes:
    """Return everything as one JSON object, indented; figures unrounded."""
    import msgspec

    suggestions = found.suggestions
    data: dict[str, Any] = {
        "articles": found.articles,
        "finished_by_one": found.alone,
        "annotators": found.annotators,
        "figures": [figure_json(figure) for figure in figures],
        "drift": [
            {
                "first": block.first,
                "last": block.last,
                "articles": block.articles,
                "figures": [figure_json(figure) for figure in block.figures],
            }
            for block in found.drift
        ],
        "suggestions": suggestions
        and {
            "without": {
                "articles": suggestions.without_articles,
                "figures": list(map(figure_json, suggestions.without)),
            },
            "with": {
                "articles": suggestions.with_articles,
                "figures": list(map(figure_json, suggestions.with_)),
            },
        },
        "own_work": [
            {
                "annotator": own.annotator,
                "again": own.again,
                "articles": own.articles,
                "figures": [figure_json(figure) for figure in own.figures],
            }
            for own in found.own_work
        ],
        "cancelled": found.cancelled,
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return a figure as JSON has it."""
    return {
        "measure": figure.measure.value,
        "layer": figure.scope,
        "label": figure.label,
        "pair": figure.pair,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "items": figure.items,
        "articles": figure.articles,
        "cautions": [caution.value for caution in figure.cautions],
    }
