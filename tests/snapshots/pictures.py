"""Comparing a widget with a stored picture of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
ACTUAL = HERE / "actual"
UPDATE = "UPDATE_SNAPSHOTS"
"""Set to 1 in the environment, pictures are stored instead of compared."""

CHANNEL = 40
"""A pixel counts as different when a colour channel differs by more than this (of 255)."""
SHARE = 0.0015
"""Share of pixels that may differ: edges of letters change a little between builds of FreeType."""


def assert_same_picture(image: QImage, name: str) -> None:
    """Compare ``image`` with the stored picture ``name``; a picture that differs is kept for looking at."""
    path = EXPECTED / f"{name}.png"
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    if os.environ.get(UPDATE) == "1":
        EXPECTED.mkdir(exist_ok=True)
        assert image.save(str(path))
        return
    expected = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    if expected.size() == image.size() and differing_share(image, expected) <= SHARE:
        return
    ACTUAL.mkdir(exist_ok=True)
    image.save(str(ACTUAL / f"{name}.png"))
    pytest.fail(f"{name} looks different: compare tests/snapshots/actual with tests/snapshots/expected")


def differing_share(image: QImage, other: QImage) -> float:
    """Return the share of pixels in which two RGB888 images of one size differ visibly."""
    differing = 0
    for y in range(image.height()):
        ours, theirs = _channels(image, y), _channels(other, y)
        if ours != theirs:
            apart = [abs(a - b) > CHANNEL for a, b in zip(ours, theirs, strict=True)]
            differing += sum(any(apart[x : x + 3]) for x in range(0, len(apart), 3))
    return differing / max(1, image.width() * image.height())


def _channels(image: QImage, y: int) -> bytes:
    line = image.constScanLine(y)
    assert isinstance(line, memoryview)
    return line.tobytes()[: 3 * image.width()]
