"""What the command line asks of the window, which it knows nothing else about."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Windows(Protocol):
    """Opens the window, and draws it into a file."""

    def open(self, project: Path | None) -> int:
        """Show the window, with a project if one is given; returns the exit code when it is closed."""

    def render(self, project: Path, png: Path, *, annotator: str) -> None:
        """Draw the window with ``project`` open, as ``annotator`` sees it, into ``png``; needs no screen."""
