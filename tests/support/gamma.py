"""The library for γ replaced by one that is small and knows its value; for this process and its workers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent / "gamma_stand_in"
_NAMES = ("pygamma_agreement", "pyannote", "pyannote.core")


def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the stand-in be imported in place of the library."""
    for name in _NAMES:
        # Set before it is taken out, so that what is imported meanwhile goes at the end.
        monkeypatch.setitem(sys.modules, name, None)
        del sys.modules[name]
    monkeypatch.syspath_prepend(_FOLDER)


def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library be missing."""
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
