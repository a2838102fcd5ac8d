"""The menu of files and projects."""

from __future__ import annotations

from annotator.gui.actions.spec import RECENT, SEPARATOR, ActionSpec, Menu, Need
from annotator.gui.i18n import mark

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", mark("&New project …"), lambda w: w.projects.ask_new(), keys=("Ctrl+N",)),
    ActionSpec("open", mark("&Open project …"), lambda w: w.projects.ask_open(), keys=("Ctrl+O",)),
    ActionSpec("sample", mark("Open &sample project"), lambda w: w.projects.open_sample()),
    ActionSpec(
        "import",
        mark("&Import articles …"),
        lambda w: w.imports.ask(),
        Need.PROJECT,
        keys=("Ctrl+I",),
        icon="import",
        writes=True,
    ),
    ActionSpec(
        "import_folder",
        mark("Import &folder …"),
        lambda w: w.imports.ask_folder(),
        Need.PROJECT,
        keys=(),
        writes=True,
    ),
    ActionSpec("settings", mark("Se&ttings …"), lambda w: w.dialogs.ask_settings(), keys=("Ctrl+,",)),
    ActionSpec("change_keys", mark("Change &keys …"), lambda w: w.dialogs.change_keys()),
    ActionSpec("close", mark("&Close project"), lambda w: w.projects.close(), Need.PROJECT, keys=("Ctrl+W",)),
    ActionSpec("quit", mark("&Quit"), lambda w: w.close(), keys=("Ctrl+Q",)),
)

MENU: Menu = (
    mark("&File"),
    (
        "new",
        "open",
        RECENT,
        "sample",
        SEPARATOR,
        "import",
        "import_folder",
        SEPARATOR,
        "settings",
        "change_keys",
        "close",
        SEPARATOR,
        "quit",
    ),
)
