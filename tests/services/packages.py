"""Projects of several people, for tests: packages out, work in them, and what a project holds of people."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotator.core import edits
from annotator.core.annotation import Cluster, Origin, Provenance, SetState, Status
from annotator.core.article import Article, ZoneKind
from annotator.core.change import Change, ClusterChange, MentionChange, Operation, RelationChange
from annotator.core.errors import InvalidEdit, SchemeViolation
from annotator.core.ids import ClusterId, OperationId, new_id
from annotator.services import packaging
from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import MACHINE, AnnotatorKind, Store
from tests.support.build import make_article, sample_suggestions

ONE = make_article(name="eins.txt")
TWO = make_article("Jörg Größl und Karla Weiß 🙂 traf in Füssen am Montag ein „Bündnis“.", name="zwei.txt")
FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None
SCHEME = """\
name: Probe
version: "1.0"
layers:
  - {name: entity, de: Entitäten, en: Entities, kind: span, labels: [
      {name: PER, de: Person, en: Person, colour: {light: "#a5600c", dark: "#f09731"}},
      {name: ORG, de: Organisation, en: Organisation, colour: {light: "#a5600c", dark: "#f09731"}},
      {name: LOC, de: Ort, en: Place, colour: {light: "#a5600c", dark: "#f09731"}}]}
  - {name: time, de: Zeiten, en: Times, kind: span, labels: [
      {name: DATE, de: Datum, en: Date, colour: {light: "#a5600c", dark: "#f09731"}}]}
  - {name: event, de: Ereignisse, en: Events, kind: event, labels: [
      {name: Treffen, de: Treffen, en: Meeting, colour: {light: "#a5600c", dark: "#f09731"}, roles: [
        {name: Teilnehmer, de: Teilnehmer, en: Participant, fillers: [entity/PER]},
        {name: Ort, de: Ort, en: Place, fillers: [entity/LOC]}]}]}
"""


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=FAST) as name:
        yield Path(name)


def make_project(path: Path, articles: Sequence[Article] = (ONE, TWO), *, scheme: str = SCHEME) -> Project:
    source = path.with_suffix(".yaml")
    source.write_text(scheme, encoding="utf-8")
    project = Project.create(path, scheme_path=source)
    for article in articles:
        project.store.add_article(article, source="probe")
    pretag(project.store, [article for article in articles if article in (ONE, TWO)])
    return project


def pretag(store: Store, articles: Sequence[Article]) -> None:
    store.ensure_annotator(MACHINE, AnnotatorKind.MACHINE)
    for article in articles:
        below = sample_suggestions(article)
        changes: tuple[Change, ...] = (
            *(MentionChange(None, m) for m in below.mentions.values()),
            *(RelationChange(None, r) for r in below.relations.values()),
        )
        log(store, article, MACHINE, "pretag", changes)


def log(store: Store, article: Article, name: str, what: str, changes: tuple[Change, ...]) -> None:
    operation = Operation(OperationId(new_id()), article.id, name, name, datetime.now(UTC), what, changes)
    store.append(operation, expected_revision=None)


def package(project: Project, name: str, *, suffix: str = "") -> Path:
    target = project.path.with_name(f"{name}{suffix}.annot")
    return packaging.make_package(project, name, target).path


def work(path: Path, name: str, steps: Sequence[tuple[str, int]]) -> None:
    """Do things in a project file under a name; what makes no sense there is passed over."""
    with Project.open(path) as project:
        editor = Editor(project, name)
        for verb, number in steps:
            editor.open((ONE, TWO)[number % 2].id)
            try:
                _do(editor, verb, number // 2)
            except (InvalidEdit, SchemeViolation):
                continue
            project.store.add_active_seconds((ONE, TWO)[number % 2].id, name, 1.5)


VERBS = ("accept", "reject", "create", "relabel", "done", "undo", "cluster", "zone", "note")


def _do(editor: Editor, verb: str, number: int) -> None:
    state, article = editor.state, editor.article
    assert state is not None and article is not None
    mentions = sorted(state.mentions)
    chosen = mentions[number % len(mentions)] if mentions else None
    if verb == "undo":
        editor.undo()
    elif verb == "done":
        editor.perform(edits.set_state(state, SetState.DONE))
    elif verb == "zone":
        kind = list(ZoneKind)[number % len(ZoneKind)]
        editor.perform(edits.correct_zone(state, start=0, end=5 + number % 9, kind=kind))
    elif verb == "create":
        tokens = list(article.tokens)
        spans = [tokens[number % len(tokens)]]
        editor.perform(
            edits.create(
                state,
                article,
                editor.project.scheme,
                spans,
                layer="entity",
                label="PER",
                author=editor.annotator,
            )
        )
    elif chosen is not None:
        _do_to(editor, verb, chosen, number)


def _do_to(editor: Editor, verb: str, chosen: Any, number: int) -> None:
    state, article = editor.state, editor.article
    assert state is not None and article is not None
    if verb == "accept":
        editor.perform(edits.accept(state, [chosen]))
    elif verb == "reject":
        editor.perform(edits.reject(state, [chosen]))
    elif verb == "note":
        editor.perform(edits.set_note(state, chosen, f"Größe {number}"))
    elif verb == "relabel":
        editor.perform(
            edits.relabel(
                state, editor.project.scheme, chosen, layer="entity", label=("PER", "ORG", "LOC")[number % 3]
            )
        )
    elif verb == "cluster":
        name, store = editor.annotator, editor.project.store
        known = {**store.layered(ONE.id, name).clusters, **store.layered(TWO.id, name).clusters}
        here = known.get(ClusterId(f"c-{name}"))
        members = tuple(sorted({*(here.members if here else ()), chosen}))
        provenance = Provenance(Origin.HUMAN, name)
        after = Cluster(ClusterId(f"c-{name}"), "entity", "Weiß", "", members, Status.ACCEPTED, provenance)
        if here is None or here.members != members:
            log(store, article, name, "link", (ClusterChange(here, after),))
            editor.reload()


def held(store: Store) -> Mapping[str, object]:
    """Return what a project holds of people, without the numbers of its log."""
    found: dict[str, object] = {}
    for one in store.annotators():
        for article in store.article_ids():
            info = store.set_info(article, one.name)
            layered = store.layered(article, one.name)
            if one.kind is AnnotatorKind.HUMAN and (info.revision or layered.mentions):
                found[f"{one.name} {article}"] = (info.state, info.active_seconds, layered)
    return found | {f"zones {article}": store.zones(article) for article in store.article_ids()}
