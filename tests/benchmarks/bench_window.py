"""Deciding in the whole window at three sizes: keys to the painted frame, and the work behind them.

The real window with a project file, its panels, marks and problems. Every key is pressed as a person presses
it; "key" is the time in milliseconds until the decision is on disk and everything due is painted. "Behind"
is what the window still computes within 200 ms after it, when all that is gathered has had its turn: a
person who presses the next key at once may have to wait for that long. Keys are measured with each page of
the right dock in front: accepting, rejecting, going on, undo, redo, another label, a new span, a relation.
All is the median of several rounds, in which the sizes take turns, after some keys to warm up. "Another
article" is the key that goes to a second article of that size and back, with the item in front.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Cluster, Mention, Status
from annotator.core.article import Article
from annotator.core.change import Change, ClusterChange, MentionChange, Operation, RelationChange
from annotator.core.history import Step
from annotator.core.ids import ClusterId, MentionId, OperationId, derived_id, new_id
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.formats.scheme_yaml import read_scheme
from annotator.gui.app import Application
from annotator.gui.desk import Desk
from annotator.gui.main_window import MainWindow
from annotator.services.paths import UserPaths
from annotator.services.project import Project
from annotator.services.settings import Settings, SettingsFile
from annotator.store import MACHINE, AnnotatorKind
from tests.benchmarks.bench_canvas import SIZES, Size, make_article, make_layer, milliseconds, percentile_95

ANNOTATOR = "anna"
ROUNDS = 3
STRETCHES = 5
STRETCH = 15
SINGLE = 5
SWITCHES = 8
SETTLE_MILLISECONDS = 200
GATHERED_MILLISECONDS = 80
MEMBERS = 5
AIM = 3.0
PAGES = ("item", "list", "chains", "problems", "history")
OTHERS = {11: "Tab", 12: "Z", 13: "Shift+Z"}
"""What is pressed in a stretch beside decisions: the next one, undo, redo."""


@dataclass(frozen=True)
class Figures:
    """Milliseconds of keys: median, 95th percentile, and of the work behind a key."""

    key: float
    key_95: float
    behind: float


def make_project(path: Path, size: Size, scheme: Scheme) -> None:
    """Write a project of two articles: all mentions suggested, every second one accepted."""
    with Project.create(path) as project:
        for seed in (7, 8):
            add_article(project, size, scheme, random.Random(seed))
    gc.collect()


def add_article(project: Project, size: Size, scheme: Scheme, rng: random.Random) -> None:
    """Write an article with what is suggested and decided on it."""
    article = make_article(size, rng)
    layer = make_layer(article, scheme, size, rng)
    suggested = {k: replace(m, status=Status.SUGGESTED) for k, m in layer.mentions.items()}
    below: tuple[Change, ...] = (
        *(MentionChange(None, mention) for mention in suggested.values()),
        *(RelationChange(None, relation) for relation in layer.relations.values()),
        *(ClusterChange(None, cluster) for cluster in make_clusters(suggested)),
    )
    accepted = (m for m in layer.mentions.values() if m.status is Status.ACCEPTED)
    own = tuple(MentionChange(suggested[m.id], m) for m in accepted)
    project.store.add_article(article, source="window.txt")
    write(project, article, MACHINE, AnnotatorKind.MACHINE, below)
    write(project, article, ANNOTATOR, AnnotatorKind.HUMAN, own)


def make_clusters(mentions: Mapping[MentionId, Mention]) -> Iterator[Cluster]:
    """Yield chains of five of the persons, in reading order."""
    persons = [m for m in mentions.values() if m.label == "PER"]
    for first in range(0, len(persons) - MEMBERS, MEMBERS):
        chosen = persons[first : first + MEMBERS]
        identifier = ClusterId(derived_id("cluster", first))
        members = tuple(sorted(m.id for m in chosen))
        yield Cluster(identifier, "coreference", "", "", members, Status.SUGGESTED, chosen[0].provenance)


def write(
    project: Project, article: Article, annotator: str, kind: AnnotatorKind, changes: tuple[Change, ...]
) -> None:
    """Write one operation into an annotator's set."""
    project.store.ensure_annotator(annotator, kind)
    now = datetime(2025, 1, 1, tzinfo=UTC)
    identifier = OperationId(new_id())
    operation = Operation(identifier, article.id, annotator, annotator, now, "pretag", changes)
    project.store.append(operation, expected_revision=0)


def settle(at_least: int = SETTLE_MILLISECONDS) -> float:
    """Let the window do what it gathers; return the milliseconds that it computed."""
    loop = QEventLoop()
    QTimer.singleShot(at_least, loop.quit)
    begin = time.thread_time()
    loop.exec()
    return (time.thread_time() - begin) * 1e3


def desk_of(window: MainWindow) -> Desk:
    """Return the annotate page."""
    assert window.desk is not None, "no project is open"
    return window.desk


def go_somewhere(desk: Desk, rng: random.Random) -> None:
    """Give the focus to a suggestion anywhere in the article."""
    state = desk.session.state
    assert state is not None
    behind = (rng.randrange(max(1, state.order[-1][0])), 0, "")
    desk.annotating.focus(desk.annotating.way.next(state, (behind, 0, (-1, 0, ""))))
    settle(GATHERED_MILLISECONDS)


def take_back(desk: Desk, behind: tuple[Step, ...]) -> None:
    """Take back what was done since the history stood there, so that no article runs out of suggestions."""
    while desk.session.editor.history.next_undo() != behind:
        desk.session.undo()
    settle(GATHERED_MILLISECONDS)


def press(desk: Desk, step: int) -> float:
    """Accept, each seventh time reject, or one of the others; return the milliseconds until all is painted.

    Relations are rejected: they were made without a look at what the scheme allows.
    """
    decision = "Backspace" if step % 7 == 6 or desk.annotating.relation is not None else "Return"
    return key(desk, OTHERS.get(step, decision))


def key(desk: Desk, name: str) -> float:
    """Press one key where the focus of the keyboard is; return the milliseconds until all is painted."""
    target = QApplication.activePopupWidget() or desk.canvas
    return milliseconds(lambda: QTest.keySequence(target, name))


def relabelled(desk: Desk) -> Iterator[float]:
    """Give the focused mention another label of its layer, where that has keys of one character."""
    mention = desk.annotating.mention
    layer = desk.session.scheme.layer(mention.layer) if mention is not None else None
    if mention is None or layer is None:
        return
    names = [one.key for one in layer.labels if len(one.key) == 1 and one.name != mention.label]
    if names:
        yield key(desk, names[0])


def created(desk: Desk) -> Iterator[float]:
    """Choose two words behind the focused mention and make them an organisation."""
    for name in ("Escape", "Right", "Right", "Shift+Right"):
        yield key(desk, name)
    yield key(desk, "2")


def related(desk: Desk) -> Iterator[float]:
    """Draw a relation to the first target that is offered, with the first label where one is asked for."""
    yield key(desk, "R")
    if desk.relating.active:
        for letter in next(iter(desk.relating.hints.values()), ""):
            yield key(desk, letter)
    if QApplication.activePopupWidget() is not None:
        yield key(desk, "1")
    desk.relating.cancel()


def stretch(desk: Desk, rng: random.Random) -> list[float]:
    """Decide on what comes at a place, then make something new at others; take all back."""
    before = desk.session.editor.history.next_undo()
    go_somewhere(desk, rng)
    keys = [press(desk, step) for step in range(STRETCH)]
    for deed in (relabelled, created, related):
        go_somewhere(desk, rng)
        stood = desk.session.editor.history.next_undo()
        times = list(deed(desk))
        if desk.session.editor.history.next_undo() != stood:
            keys += times
    take_back(desk, before)
    return keys


def measured(desk: Desk, page: str, rng: random.Random) -> Figures:
    """Measure a round: keys one after the other, then single ones with the work behind them."""
    desk.inspector.show_page(page)
    desk.canvas.setFocus()
    settle()
    stretch(desk, rng)
    keys = [one for _ in range(STRETCHES) for one in stretch(desk, rng)]
    behind: list[float] = []
    before = desk.session.editor.history.next_undo()
    for step in range(SINGLE):
        go_somewhere(desk, rng)
        press(desk, step)
        behind.append(settle())
    take_back(desk, before)
    return Figures(median(keys), percentile_95(keys), median(behind))


def switched(desk: Desk) -> Figures:
    """Measure the key that goes to the other article, and what is computed behind it."""
    desk.inspector.show_page(PAGES[0])
    desk.canvas.setFocus()
    keys, behind = [], []
    for turn in range(SWITCHES):
        keys.append(key(desk, "K" if turn % 2 else "J"))
        behind.append(settle())
    return Figures(median(keys), percentile_95(keys), median(behind))


def idle(desk: Desk) -> float:
    """Return the milliseconds that the window computes in the same time when nothing is pressed."""
    settle(1000)
    return median(settle() for _ in range(5))


def of_size(application: Application, path: Path, rng: random.Random) -> dict[str, Figures]:
    """Open a project and return the figures of a round by page."""
    window = application.window
    opened = milliseconds(lambda: window.projects.open(path))
    after = settle(1000)
    desk = desk_of(window)
    rest = idle(desk)
    found = {page: measured(desk, page, rng) for page in PAGES}
    found["(another article)"] = switched(desk)
    found["(opening)"] = Figures(opened, opened, after)
    found["(nothing pressed)"] = Figures(0, 0, rest)
    return found


def middle(rounds: list[dict[str, Figures]]) -> dict[str, Figures]:
    """Return the medians of several rounds."""
    return {
        page: Figures(
            median(one[page].key for one in rounds),
            median(one[page].key_95 for one in rounds),
            median(one[page].behind for one in rounds),
        )
        for page in rounds[0]
    }


def main() -> None:
    """Measure all sizes and print a Markdown table and the ratios."""
    qt = QApplication.instance()
    assert qt is None or isinstance(qt, QApplication)
    qt = qt or QApplication(sys.argv[:1])
    scheme = read_scheme(resource("schemes", "nachrichten.yaml").read_text("utf-8"), name="nachrichten.yaml")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = UserPaths(folder / "config", folder / "data", folder / "logs")
        settings = Settings(annotator=ANNOTATOR, language="de", theme="light", text_percent=100)
        SettingsFile(paths.settings_file).replace(settings)
        application = Application(qt, paths)
        window = application.window
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        paths_of = [folder / f"{size.letters}.annot" for size in SIZES]
        for size, path in zip(SIZES, paths_of, strict=True):
            make_project(path, size, scheme)
        # Turn by turn, so that what else the machine does meets all sizes alike.
        rng = random.Random(11)
        turns = [[of_size(application, path, rng) for path in paths_of] for _ in range(ROUNDS)]
        found = [middle(list(rounds)) for rounds in zip(*turns, strict=True)]
        window.close()
        print("| Article | page in front | Key (median) | Key (p95) | Behind (median) |")
        print("| --- | --- | ---: | ---: | ---: |")
        for size, figures in zip(SIZES, found, strict=True):
            for page, one in figures.items():
                print(f"| {size.name} | {page} | {one.key:.1f} | {one.key_95:.1f} | {one.behind:.1f} |")
    print()
    for page in PAGES:
        small, large = found[0][page], found[-1][page]
        print(
            f"- Key to painted frame with {page} in front, 95th percentile: at 1 MB "
            f"{large.key_95 / small.key_95:.1f} times that at 5 kB; aim: at most {AIM:.0f}. "
            f"Median: {large.key / small.key:.1f} times."
        )


if __name__ == "__main__":
    main()
