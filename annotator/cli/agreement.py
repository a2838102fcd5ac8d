"""The command that tells how far the annotators agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.agreement_json import as_json
from annotator.cli.exits import ExitCode
from annotator.cli.interrupt import stoppable
from annotator.cli.messages import plain
from annotator.cli.output import counted, note, progress, table
from annotator.cli.parameters import current_annotator, project_argument
from annotator.core.collation import collated

if TYPE_CHECKING:
    from annotator.core.scheme import Scheme
    from annotator.review.figure import Figure
    from annotator.services.agreement import Agreement, OwnWork

_COLUMNS = ("Layer", "Measure", "Label", "Value", "95% interval", "Items", "Articles", "Caution")
_WORDS = (0, 1, 2, 7)


@click.command()
@project_argument
@click.option("--layer", metavar="LAYER", help="Show this layer, or kind of clusters, alone.")
@click.option("--pair", metavar="A,B", help="Show two annotators in place of all pairs together.")
@click.option("--labels/--no-labels", default=True, help="Show a line for each label too.")
@click.option(
    "--gamma",
    "with_gamma",
    is_flag=True,
    help="Compute γ of each layer too; it takes about a second an article, and needs the extra “gamma”.",
)
@click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path, readable=False, allow_dash=True),
    metavar="FILE",
    help="Write all figures to FILE too; - prints them in place of the table.",
)
def agreement(
    project: Path,
    layer: str | None,
    pair: str | None,
    labels: bool,
    with_gamma: bool,
    json_file: Path | None,
) -> int:
    """Tell how far the annotators of PROJECT agree on the articles that several have finished.

    Who has annotated articles for a second time (see “repeat”) is compared with her own earlier work.

    The intervals are from 1,000 samples of the articles. Where a project has a lead, others see figures only
    in an open review.
    """
    from annotator.services.agreement import measure_agreement
    from annotator.services.agreement_gamma import insist_on_library, measure_gamma

    scheme = _scheme(project)
    if with_gamma:
        insist_on_library()
    with stoppable() as stopped, progress() as bar:
        found = measure_agreement(project, progress=bar("Comparing"), cancelled=stopped)
        if with_gamma and not found.cancelled:
            gamma = measure_gamma(project, progress=bar("γ"), cancelled=stopped)
            found = replace(found, figures=(*found.figures, *gamma.figures), cancelled=gamma.cancelled)
    shown = _chosen(found, layer, _pair(found, pair))
    if json_file == Path("-"):
        click.echo(as_json(found, shown), nl=False)
    else:
        told = {f.scope for f in shown if f.value is not None}
        _tell(found, [f for f in shown if f.scope in told and (labels or not f.label)], scheme)
        for own in found.own_work if pair is None else ():
            wanted = [f for f in own.figures if layer in (None, f.scope) and (labels or not f.label)]
            _tell_own(own, _in_order(wanted), scheme)
        if json_file is not None:
            _write(found, shown, json_file)
    if found.cancelled:
        note("Interrupted. The figures are those of the articles until then.")
        return ExitCode.INTERRUPTED
    return ExitCode.OK if found.articles or found.own_work else ExitCode.PROBLEM


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
    return _in_order(found.of(pair, scope=layer))


def _in_order(figures: Iterable[Figure]) -> list[Figure]:
    from annotator.review.figure import Measure

    order = list(Measure)
    return sorted(figures, key=lambda f: (f.scope, order.index(f.measure), collated(f.label)))


def _tell(found: Agreement, figures: list[Figure], scheme: Scheme) -> None:
    from annotator.services import agreement_text as text

    names = ", ".join(sorted(found.annotators, key=collated))
    note(plain(f"{counted(found.articles, 'article')} finished by several: {names or 'nobody'}."))
    if found.alone:
        note(f"Left out: {counted(found.alone, 'article')} that only one has finished.")
    if not figures:
        note("There is nothing to compare.")
        return
    _tabulate(figures, scheme)
    click.echo()
    for measure in dict.fromkeys(figure.measure for figure in figures):
        click.echo(f"{text.NAMES[measure].en}: {text.STATEMENTS[f'agreement.{measure}'].en}")


def _tell_own(own: OwnWork, figures: list[Figure], scheme: Scheme) -> None:
    where = counted(own.articles, "article")
    click.echo()
    click.echo(plain(f"Against one's own earlier work: {own.annotator}, {own.again}, {where}."))
    _tabulate(figures, scheme)


def _tabulate(figures: list[Figure], scheme: Scheme) -> None:
    rows = [_row(figure, scheme) for figure in figures]
    table(_COLUMNS, [tuple(map(plain, row)) for row in rows], words=_WORDS)


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


def _write(found: Agreement, figures: list[Figure], target: Path) -> None:
    from annotator.services.replacing import export_errors

    with export_errors(target):
        target.write_bytes(as_json(found, figures))
    note(plain(f"Wrote {target}."))
