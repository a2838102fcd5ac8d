"""Whether there is a screen that a window could be seen on."""

from __future__ import annotations

from collections.abc import Mapping

_SCREENLESS = ("offscreen", "minimal", "vnc")


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window would be seen, from the environment and ``sys.platform``."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return False
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def can_open(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be opened at all: on a screen, or where somebody chose to do without one."""
    return bool(environment.get("QT_QPA_PLATFORM")) or has_screen(environment, platform)
