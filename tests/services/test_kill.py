from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from annotator.services.editing import Editor
from annotator.services.project import Project
from annotator.store import Store
from tests.services.test_undo_machine import pretag
from tests.support.build import make_article, make_scheme

ROOT = Path(__file__).parents[2]
KILLS = 100


def start(path: Path, module: str = "tests.services.decide_until_killed") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", module, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )


def kill_after_a_while(process: subprocess.Popen[bytes], moment: float) -> list[int]:
    """Kill a while after the first decision; return the acknowledged revisions."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    # The last line may have been cut in the middle of being written.
    complete = (first + rest).decode().rpartition("\n")[0]
    return [int(line) for line in complete.split()]


def test_whatever_was_acknowledged_survives_a_kill_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "probe.annot"
    with Store.create(path, scheme_source="", name="Probe") as store:
        store.add_article(make_article(), source="probe")
        store.add_article(
            make_article("Jörg Größl und Karla Weiß 🙂 traf in Füssen am Montag ein „Bündnis“."),
            source="probe",
        )
        pretag(store)
    moments = random.Random(7)
    before, acknowledged_in_all = 0, 0
    for _ in range(KILLS):
        acknowledged = kill_after_a_while(start(path), moments.uniform(0, 0.05))
        assert acknowledged, "no decision was made before the kill"
        with Store.open(path) as store:
            article = store.article_ids()[0]
            revision = store.set_info(article, "anna").revision
            assert acknowledged == list(range(before + 1, before + 1 + len(acknowledged)))
            # One more may be on disk than was said: killed between the commit and the word of it.
            assert revision in (acknowledged[-1], acknowledged[-1] + 1)
            before = revision
        acknowledged_in_all += len(acknowledged)
    with Store.open(path) as store:
        assert store.check() == []
        assert len(list(store.operations(annotator="anna"))) == before >= acknowledged_in_all
        editor = Editor(Project(store, make_scheme()), "anna")
        while editor.undo() is not None:
            pass
        assert store.check() == []
