"""Ctrl-C is for the process that starts others, not for those."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

STARTS_ONE = """
import multiprocessing, signal
from annotator.core.processes import interrupts_held_back

def tell():
    print("held" if signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()) else "free", flush=True)

if __name__ == "__main__":
    for _ in range(2):
        process = multiprocessing.get_context("spawn").Process(target=tell)
        with interrupts_held_back():
            process.start()
        process.join()
    tell()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no masks of signals")
def test_every_process_holds_interrupts_back_the_first_one_too_and_its_parent_does_not(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    script = tmp_path_factory.mktemp("one") / "starts_one.py"
    script.write_text(STARTS_ONE, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["held", "held", "free"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
