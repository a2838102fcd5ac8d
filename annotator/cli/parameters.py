"""The arguments that several commands take."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.core.annotation import Status
from annotator.core.errors import StoreUnavailable

PROJECT_SUFFIX = ".annot"
NAME_VARIABLE = "ANNOTATOR_NAME"
"""The environment's word on who runs a command, for machines where no window has asked."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _project_path(_ctx: click.Context, _parameter: click.Parameter, path: Path | None) -> Path | None:
    """Insist on the suffix, by which the program knows its files, and on a name that the system can take."""
    if path is None:
        return None
    if path.suffix != PROJECT_SUFFIX:
        raise click.BadParameter(f"the name of a project ends in {PROJECT_SUFFIX}, {path.name!r} does not")
    try:
        path.exists()
    except OSError as error:
        # Whether it is there cannot be found out: its name is too long, or a folder above is closed.
        raise StoreUnavailable(path=str(path), reason="cannot_open", detail=str(error)) from error
    return path


def project_argument(command: _Command) -> _Command:
    """Give a command the argument ``project``, the path of a project file."""
    return _project_argument(required=True)(command)


def optional_project_argument(command: _Command) -> _Command:
    """Give a command the argument ``project``, the path of a project file or ``None``."""
    return _project_argument(required=False)(command)


def _project_argument(*, required: bool) -> Callable[[_Command], _Command]:
    return click.argument(
        "project",
        metavar="PROJECT.annot" if required else "[PROJECT.annot]",
        required=required,
        type=click.Path(path_type=Path, readable=False),
        callback=_project_path,
    )


def read_statuses(
    _ctx: click.Context, _parameter: click.Parameter, value: str | None
) -> frozenset[Status] | None:
    """Read one or several statuses with commas between them; an empty or unknown name is refused."""
    if value is None:
        return None
    names = [name.strip() for name in value.split(",")]
    known = [status.value for status in Status]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is no status; there are {', '.join(known)}")
    return frozenset(Status(name) for name in names)


def current_pipeline() -> str:
    """Return the installed spaCy pipeline that the settings name, or the empty string."""
    from annotator.services.paths import user_paths
    from annotator.services.settings import SettingsFile

    return SettingsFile(user_paths().settings_file).current.pipeline


def current_annotator() -> str:
    """Return the name that this user goes by: that of the environment, of the settings, or of the system."""
    if chosen := " ".join(os.environ.get(NAME_VARIABLE, "").split()):
        return chosen
    from annotator.services.paths import user_paths
    from annotator.services.settings import SettingsFile

    known = SettingsFile(user_paths().settings_file).current.annotator
    if known:
        return known
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A user without a name, as in containers.
        return "annotator"
