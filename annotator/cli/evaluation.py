"""An evaluation as tables and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from annotator.review.evaluation import Frequent, Line
from annotator.review.mistakes import MistakeKind
from annotator.review.scoring import Counts, Measure
from annotator.services.evaluating import Evaluation

SCORE_COLUMNS = (
    "Label",
    *("strict\nP", "\nR", "\nF1"),
    *(f"{measure.value}\nF1" for measure in Measure if measure is not Measure.STRICT),
    "\ngold",
    "\nfound",
)
MISTAKE_COLUMNS = ("Mistake", "Times", "Label", "Found as", "Text")

KINDS = {
    MistakeKind.MISSED: "missed",
    MistakeKind.SPURIOUS: "spurious",
    MistakeKind.LABEL: "other label",
    MistakeKind.BORDER: "other border",
    MistakeKind.LABEL_AND_BORDER: "other label and border",
}


def score_row(line: Line) -> tuple[str, ...]:
    """Return the cells of :data:`SCORE_COLUMNS`; figures in per cent."""
    strict = line.scores.strict
    others = (line.scores.of(measure).f1 for measure in Measure if measure is not Measure.STRICT)
    figures = [f"{100 * x:.1f}" for x in (strict.precision, strict.recall, strict.f1, *others)]
    return (f"  {line.label}" if line.label else line.group, *figures, str(strict.gold), str(strict.found))


def mistake_row(found: Frequent) -> tuple[str, ...]:
    """Return the cells of :data:`MISTAKE_COLUMNS`; the words stand in brackets in their context."""
    mistake, first = found.mistake, found.places[0]
    text = f"{first.before}[{first.text}]{first.after}"
    if mistake.gold_text and mistake.found_text and mistake.gold_text != mistake.found_text:
        text += f" (found: {mistake.found_text})"
    return (KINDS[mistake.kind], str(found.count), mistake.gold_label, mistake.found_label, text)


def as_json(evaluation: Evaluation) -> bytes:
    """Return everything as one JSON object, indented."""
    data = {
        "tagger": evaluation.tagger,
        "against": evaluation.against,
        "trained_on": evaluation.trained_on,
        "articles": evaluation.articles,
        "unfinished": evaluation.unfinished,
        "untagged": evaluation.untagged,
        "beyond": evaluation.beyond,
        "scores": list(map(_line, evaluation.lines)),
        "kinds": {kind.value: number for kind, number in evaluation.kinds.items()},
        "mistakes": list(_mistakes(evaluation)),
        "failures": list(evaluation.failures),
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"


def _line(line: Line) -> dict[str, Any]:
    scores = {measure.value: _counts(line.scores.of(measure)) for measure in Measure}
    return {"group": line.group, "label": line.label or None, **scores}


def _counts(counts: Counts) -> dict[str, float]:
    figures = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    return {
        "correct": counts.correct,
        "incorrect": counts.incorrect,
        "partial": counts.partial,
        "missed": counts.missed,
        "spurious": counts.spurious,
        **{name: round(value, 4) for name, value in figures.items()},
    }


def _mistakes(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    for found in evaluation.mistakes:
        one = found.mistake
        yield {
            "kind": one.kind.value,
            "count": found.count,
            "group": one.group,
            "gold": {"label": one.gold_label, "text": one.gold_text} if one.gold_label else None,
            "found": {"label": one.found_label, "text": one.found_text} if one.found_label else None,
            "places": list(found.places),
        }
