"""Dividing a project's articles among its annotators."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from annotator.core.assigned import Assigned
from annotator.core.collation import collated
from annotator.core.errors import ImportFailed
from annotator.core.ids import ArticleId
from annotator.ingest.files import unreadable
from annotator.review.queues import DivisionImpossible, Load, Rules, divide, loads
from annotator.services import roles
from annotator.store import Store, Team

COLUMNS = ("annotator", "position", "article", "calibration", "control", "name")
_YES = frozenset({"1", "x", "yes", "ja", "true"})


@dataclass(frozen=True, slots=True)
class Division:
    """What an assignment does: the queues, what each annotator gets, and the articles too few do.

    ``taken`` counts by name, as in a German list, the articles in somebody's queue now, by a draw or by hand,
    that are in it no more; ``released`` are calibration articles that are calibration no more.
    """

    rows: tuple[Assigned, ...]
    loads: tuple[Load, ...]
    short: tuple[ArticleId, ...] = ()
    taken: Mapping[str, int] = field(default_factory=dict)
    released: int = 0


def plan(store: Store, annotators: Sequence[str], rules: Rules) -> Division:
    """Return how the articles would be divided; what somebody has begun stays hers, as do second passes.

    Raises :class:`DivisionImpossible`.
    """
    check_names(store, annotators)
    team = Team(store)
    kept = _kept(store, team)
    rows = divide(store.article_ids(), annotators, rules, kept=kept)
    return _division(store, rows, kept, overlap=rules.overlap)


def plan_by_hand(store: Store, path: Path) -> Division:
    """Return the queues that a table names, with what is begun; its columns are :data:`COLUMNS`.

    ``annotator`` and ``article`` (its id, or the name that it was imported under) are needed. Raises
    :class:`ImportFailed` or :class:`DivisionImpossible`.
    """
    named = _read(path, _known_articles(store))
    check_names(store, sorted({one.annotator for one in named}))
    kept = _kept(store, Team(store))
    held = {(one.article_id, one.annotator): one for one in kept}
    merged = {(one.article_id, one.annotator): one for one in named} | held
    return _division(store, tuple(numbered(merged.values())), kept, overlap=1)


def assign(store: Store, rows: Iterable[Assigned], *, author: str) -> None:
    """Put these queues in place of all that were; the author leads the project if nobody does."""
    with store.transaction():
        if not roles.leads(store):
            roles.set_leads(store, [author])
        Team(store).assign(rows)


def write_table(store: Store, rows: Iterable[Assigned], file: TextIO) -> None:
    """Write queues as a table that :func:`plan_by_hand` reads; second passes are not in it."""
    again = roles.second_passes(store)
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in (row for row in rows if row.annotator not in again):
        name = store.article_name(one.article_id)
        marks = ("x" if one.calibration else "", "x" if one.control else "")
        writer.writerow((one.annotator, one.position + 1, one.article_id, *marks, name))


def check_names(store: Store, names: Sequence[str]) -> None:
    """Raise :class:`DivisionImpossible` for a name that nobody can be given articles under."""
    again = roles.second_passes(store)
    for name in names:
        if not name.strip() or name.casefold() in roles.RESERVED:
            raise DivisionImpossible(reason="name", annotator=name)
        if name in again:
            raise DivisionImpossible(reason="second_pass", annotator=name)


def _kept(store: Store, team: Team) -> list[Assigned]:
    """Return what is begun, as it was assigned, and what was begun without that; no second pass."""
    again = roles.second_passes(store)
    known = {(one.article_id, one.annotator): one for one in team.assignments()}
    begun = sorted(pair for pair in team.begun() if pair[1] not in again)
    return [known.get(pair) or Assigned(*pair, 0) for pair in begun]


def _division(
    store: Store, rows: tuple[Assigned, ...], kept: Collection[Assigned], *, overlap: int
) -> Division:
    doing: dict[ArticleId, int] = {}
    for one in rows:
        doing[one.article_id] = doing.get(one.article_id, 0) + 1
    short = tuple(article for article in store.article_ids() if doing.get(article, 0) < overlap)
    again = roles.second_passes(store)
    before = Team(store).assignments()
    after = (*rows, *(one for one in before if one.annotator in again))
    pairs = {(one.article_id, one.annotator) for one in after}
    gone = Counter(one.annotator for one in before if (one.article_id, one.annotator) not in pairs)
    return Division(
        after,
        tuple(loads(rows, kept=kept)),
        short,
        {name: gone[name] for name in sorted(gone, key=collated)},
        len(_calibration(before) - _calibration(after)),
    )


def calibration_now(store: Store) -> int:
    """Return how many articles are for everybody as it is now."""
    return len(_calibration(Team(store).assignments()))


def _calibration(rows: Iterable[Assigned]) -> set[ArticleId]:
    return {one.article_id for one in rows if one.calibration}


def _known_articles(store: Store) -> dict[str, ArticleId]:
    ids = store.article_ids()
    return {store.article_name(one): one for one in ids} | {str(one): one for one in ids}


def _read(path: Path, known: dict[str, ArticleId]) -> list[Assigned]:
    source = str(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            table = csv.DictReader(file, delimiter="\t" if "\t" in head else ";" if ";" in head else ",")
            if not {"annotator", "article"} <= set(table.fieldnames or ()):
                raise ImportFailed(source=source, place=1, reason="no_queue_columns")
            return [_row(row, known, source, table.line_num) for row in table]
    except UnicodeDecodeError as error:
        raise ImportFailed(source=source, reason="damaged_utf8") from error
    except OSError as error:
        raise unreadable(error).problem(source).as_error() from error


def _row(row: dict[str, str | None], known: dict[str, ArticleId], source: str, line: int) -> Assigned:
    name, article = (row["annotator"] or "").strip(), (row["article"] or "").strip()
    if article not in known:
        raise ImportFailed(source=source, place=line, reason="unknown_article", article=article)
    position = (row.get("position") or "").strip()
    return Assigned(
        known[article],
        name,
        int(position) if position.isdecimal() else line,
        (row.get("calibration") or "").strip().casefold() in _YES,
        (row.get("control") or "").strip().casefold() in _YES,
    )


def numbered(rows: Iterable[Assigned]) -> list[Assigned]:
    """Return queues in their order, with positions from 0 and none left out."""
    found: list[Assigned] = []
    for one in sorted(rows, key=lambda one: (one.annotator, one.position, one.article_id)):
        same = bool(found) and found[-1].annotator == one.annotator
        place = found[-1].position + 1 if same else 0
        found.append(Assigned(one.article_id, one.annotator, place, one.calibration, one.control))
    return found
