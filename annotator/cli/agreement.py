"""The command that tells how far the annotators agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import stoppable
from annotator.cli.messages import plain
from annotator.cli.output import counted, note, progress, table
from annotator.cli.parameters import current_annotator, project_argument

if TYPE_CHECKING:
    from annotator.core.scheme import Scheme
    from annotator.review.figure import Figure
    from annotator.services.agreement import Agreement

_COLUMNS = ("Layer", "Measure", "Label", "Value", "95% interval", "Items", "Articles", "Caution")
_WORDS = (0, 1, 2, 7)


@click.command()
@project_argument
@click.option("--layer", metavar="LAYER", help="Show this layer, or kind of clusters, alone.")
@click.option("--pair", metavar="A,B", help="Show two annotators in place of all pairs together.")
@click.option("--labels/--no-labels", default=True, help="Show a line for each label too.")
@click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write all figures to FILE too; - prints them in place of the table.",
)
def agreement(
    project: Path, layer: str | None, pair: str | None, labels: bool, json_file: Path | None
) -> int:
    """Tell how far the annotators of PROJECT agree on the articles that several have finished.

    The intervals are from 1,000 samples of the articles. Where a project has a lead, others see figures only
    in an open review.
    """
    from annotator.services.agreement import measure_agreement

    scheme = _scheme(project)
    with stoppable() as stopped, progress() as bar:
        found = measure_agreement(project, progress=bar("Comparing"), cancelled=stopped)
    shown = _chosen(found, layer, _pair(found, pair))
    if json_file == Path("-"):
        click.echo(as_json(found, shown), nl=False)
    else:
        told = {f.scope for f in shown if f.value is not None}
        _tell(found, [f for f in shown if f.scope in told and (labels or not f.label)], scheme)
        if json_file is not None:
            _write(found, shown, json_file)
    if found.cancelled:
        note("Interrupted. The figures are those of the articles until then.")
        return ExitCode.INTERRUPTED
    return ExitCode.OK if found.articles else ExitCode.PROBLEM


def _scheme(path: Path) -> Scheme:
    from annotator.services.agreement import insist_on_sight
    from annotator.services.project import Project

    with Project.open(path, read_only=True) as project:
        insist_on_sight(project, current_annotator())
        return project.scheme


def _pair(found: Agreement, text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    names = tuple(name.strip() for name in text.split(","))
    if len(names) != 2 or tuple(sorted(names)) not in found.pairs:
        known = "; ".join(f"{one},{other}" for one, other in found.pairs) or "none"
        raise click.UsageError(
            plain(f"no two annotators {text!r} with an article in common; there are {known}")
        )
    return names[0], names[1]


def _chosen(found: Agreement, layer: str | None, pair: tuple[str, str] | None) -> list[Figure]:
    scopes = {figure.scope for figure in found.figures if figure.scope}
    if layer is not None and layer not in scopes:
        known = ", ".join(sorted(scopes)) or "none"
        raise click.UsageError(plain(f"no figures for a layer {layer!r}; there are {known}"))
    from annotator.review.figure import Measure

    figures = found.of(pair, scope=layer)
    order = list(Measure)
    return sorted(figures, key=lambda f: (f.scope, order.index(f.measure), f.label))


def _tell(found: Agreement, figures: list[Figure], scheme: Scheme) -> None:
    from annotator.services import agreement_text as text

    names = ", ".join(found.annotators)
    note(plain(f"{counted(found.articles, 'article')} finished by several: {names or 'nobody'}."))
    if found.alone:
        note(f"Left out: {counted(found.alone, 'article')} that only one has finished.")
    if not figures:
        note("There is nothing to compare.")
        return
    rows = [_row(figure, scheme) for figure in figures]
    table(_COLUMNS, [tuple(map(plain, row)) for row in rows], words=_WORDS)
    click.echo()
    for measure in dict.fromkeys(figure.measure for figure in figures):
        click.echo(f"{text.NAMES[measure].en}: {text.STATEMENTS[f'agreement.{measure}'].en}")


def _row(figure: Figure, scheme: Scheme) -> tuple[str, ...]:
    from annotator.services import agreement_text as text

    return (
        text.scope_name(scheme, figure.scope, "en"),
        text.NAMES[figure.measure].en,
        text.label_name(scheme, figure.scope, figure.label, "en") if figure.label else "",
        text.value(figure.value, "en", digits=3),
        text.interval(figure, "en"),
        str(figure.items),
        str(figure.articles),
        text.cautions(figure, "en"),
    )


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


def _write(found: Agreement, figures: list[Figure], target: Path) -> None:
    from annotator.services.replacing import export_errors

    with export_errors(target):
        target.write_bytes(as_json(found, figures))
    note(plain(f"Wrote {target}."))
