"""Time from the start of Python to the first painted window, against a bare PySide6 window.

Both are fresh processes, run in turn; the median of each counts. The program's window is the real one, with
its settings in an empty folder. Not more than 3 times the bare window is the aim.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
AIM = 3.0

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
"""

PROGRAM = """
from PySide6.QtWidgets import QApplication
from annotator.gui.app import Application
from annotator.services.paths import user_paths
app = QApplication([])
window = Application(app, user_paths()).window
"""

UNTIL_PAINTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
import sys
assert "spacy" not in sys.modules
"""


def seconds(source: str, home: str) -> float:
    """Run a program until its window is painted; return the time from the start of its process."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "ANNOTATOR_HOME": home}
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", source + UNTIL_PAINTED],
        cwd=Path(__file__).parents[2],
        env=environment,
        check=True,
    )
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print a table."""
    bare: list[float] = []
    program: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        for source in (BARE, PROGRAM):
            seconds(source, home)
        for _ in range(RUNS):
            bare.append(seconds(BARE, home))
            program.append(seconds(PROGRAM, home))
    base, ours = statistics.median(bare), statistics.median(program)
    print("| window | start to first paint, median | ratio | aim |")
    print("|---|---|---|---|")
    print(f"| bare PySide6 | {base * 1000:.0f} ms | 1.0 | |")
    print(f"| Annotator | {ours * 1000:.0f} ms | {ours / base:.1f} | ≤ {AIM:.1f} |")


if __name__ == "__main__":
    main()
