"""Keys and keystroke-level seconds from suggestions to a gold by hand, pressed in the real window.

``python -m tests.benchmarks.bench_effort [GOLD.jsonl]`` prints Markdown tables. Each article of the gold is
done in a window of its own, once from the pre-tagger's suggestions and once from the bare text; in the end
the project must hold the gold exactly, or the benchmark fails. Clusters are no part of it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parents[1] / "support" / "fonts.conf")

from PySide6.QtWidgets import QApplication

from annotator.core.annotation import Status
from annotator.core.scheme import Scheme
from annotator.services.importing import import_paths
from annotator.services.paths import UserPaths
from annotator.services.pretagging import pretag_project
from annotator.services.project import Project
from annotator.services.settings import SettingsFile
from tests.benchmarks.effort_gold import GOLD, Gold, content, mouse_seconds, read_gold
from tests.benchmarks.effort_hand import Hand
from tests.benchmarks.effort_klm import KEY, MENTAL, Tally
from tests.benchmarks.effort_planner import Planner
from tests.e2e.driver import Person

CONFIRMATION, NEW_SPAN = 1.6, 2.5
ANNOTATOR = "anna"
_SHOWN = 3


def make_project(path: Path, gold: Gold, *, suggestions: bool) -> None:
    """Make a project of one article, with the suggestions of the pre-tagger or without."""
    source = path.with_name(gold.article.name)
    source.write_text(gold.article.text, encoding="utf-8", newline="")
    with Project.create(path) as project:
        report = import_paths(project, [source], author=ANNOTATOR)
        assert [one.id for one in report.imported] == [gold.article.id]
    if suggestions:
        pretag_project(path, jobs=1)


@contextmanager
def sitting(qt: QApplication, home: Path, project: Path) -> Iterator[Person]:
    """Open a project in a window of its own."""
    settings = UserPaths(home / "config", home / "data", home / "logs").settings_file
    settings.parent.mkdir(parents=True, exist_ok=True)
    SettingsFile(settings).update(annotator=ANNOTATOR)
    person = Person(qt, home)
    try:
        assert person.window.projects.open(project)
        person.wait_until(lambda: person.desk.session.article is not None)
        yield person
    finally:
        person.leave()


def effort(qt: QApplication, gold: Gold, *, suggestions: bool) -> Tally:
    """Annotate an article in the window until it equals the gold; return what that took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "effort.annot"
        make_project(path, gold, suggestions=suggestions)
        with sitting(qt, Path(folder), path) as person:
            hand = Hand(person)
            Planner(hand, gold).run()
            scheme = hand.scheme
        with Project.open(path) as project:
            held = project.store.layered(gold.article.id, ANNOTATOR)
    mentions = [m for m in held.mentions.values() if m.status is Status.ACCEPTED]
    relations = [r for r in held.relations.values() if r.status is Status.ACCEPTED]
    assert content(scheme, mentions, relations) == (dict(gold.mentions), gold.relations), gold.article.name
    hand.tally.end()
    return hand.tally


def main() -> None:
    """Print what each article takes, and what each kind of decision takes."""
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    scheme = _scheme()
    with_suggestions, by_hand = Tally(), Tally()
    rows, by_mouse = [], 0.0
    for gold in read_gold(scheme, Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD):
        queue, hand = (effort(qt, gold, suggestions=suggestions) for suggestions in (True, False))
        mouse = mouse_seconds(gold, scheme)
        rows.append(_row(gold, queue, hand, mouse))
        by_mouse += mouse
        for total, one in ((with_suggestions, queue), (by_hand, hand)):
            total.add(one)
    print("| article | mentions | relations | suggestions: keys | s | by hand: keys | s | mouse: s | saved |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    print("\n".join(rows))
    print(_totals(with_suggestions, by_hand, by_mouse))
    print()
    print(_by_kind(with_suggestions, by_hand))
    print()
    print(_where_it_goes(with_suggestions, by_hand))
    least = f"{MENTAL + KEY:.2f}"
    print(f"\nA look and one key are {least} s in the model: no confirmation can take less.")


def _scheme() -> Scheme:
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "scheme.annot") as project:
        return project.scheme


def _row(gold: Gold, queue: Tally, hand: Tally, mouse: float) -> str:
    counts = f"{Path(gold.article.name).stem} | {len(gold.mentions)} | {len(gold.relations)}"
    return f"| {counts} | {_cells(queue, hand, mouse)} |"


def _totals(queue: Tally, hand: Tally, mouse: float) -> str:
    return f"| **all** | | | {_cells(queue, hand, mouse)} |"


def _cells(queue: Tally, hand: Tally, mouse: float) -> str:
    saved = 1 - queue.seconds / mouse
    return (
        f"{queue.total_keys:,} | {queue.seconds:,.0f} | {hand.total_keys:,} | {hand.seconds:,.0f}"
        f" | {mouse:,.0f} | {saved:.0%}"
    )


def _by_kind(queue: Tally, hand: Tally) -> str:
    lines = ["| decision | times | keys each | seconds each | goal |", "|---|--:|--:|--:|--:|"]
    both: Counter[str] = queue.decisions + hand.decisions
    goals = {"confirm": CONFIRMATION, "new span": NEW_SPAN}
    for kind, times in both.most_common():
        keys = queue.keys[kind] + hand.keys[kind]
        seconds = queue.seconds_of(kind) + hand.seconds_of(kind)
        goal = f"{goals[kind]}" if kind in goals else ""
        lines.append(f"| {kind} | {times:,} | {keys / times:.1f} | {seconds / times:.2f} | {goal} |")
    return "\n".join(lines)


def _where_it_goes(queue: Tally, hand: Tally) -> str:
    """Return the seconds of looking and of keys by kind, and what the keys were for where that came most."""
    lines = ["| decision | looking: s | keys: s | most often |", "|---|--:|--:|---|"]
    both = Tally()
    both.add(queue)
    both.add(hand)
    for kind, keys in both.keys.most_common():
        runs = Counter({run: times for (of, run), times in both.runs.items() if of == kind})
        most = ", ".join(f"{run} ({times:,})" for run, times in runs.most_common(_SHOWN))
        lines.append(f"| {kind} | {both.decisions[kind] * MENTAL:,.0f} | {keys * KEY:,.0f} | {most} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
