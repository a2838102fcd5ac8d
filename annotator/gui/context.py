"""What the parts of the window share: settings, places, look and language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotator.gui.i18n import Language
from annotator.gui.look import Look
from annotator.services.paths import UserPaths
from annotator.services.settings import Settings, SettingsFile


@dataclass(frozen=True, slots=True)
class Context:
    """Given to the window once. ``change_settings`` puts new settings into effect, also in a new window."""

    settings: SettingsFile
    paths: UserPaths
    look: Look
    language: Language
    change_settings: Callable[[Settings], None]
