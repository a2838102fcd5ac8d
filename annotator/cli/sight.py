"""Who asks, and whether the project lets that person see others' work or do what is the lead's.

It is the blindness of the window, on the command line: there is no password, but nobody comes across
another's work by counting or exporting what is in a shared file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.cli.messages import plain
from annotator.cli.output import note
from annotator.cli.parameters import current_annotator
from annotator.core.collation import collated


def insist_on_lead(path: Path) -> None:
    """Raise :class:`annotator.services.roles.NotAllowed` unless who asks leads the project at ``path``."""
    from annotator.services import roles
    from annotator.services.project import Project

    with Project.open(path, read_only=True) as project:
        roles.insist_on_lead(project.store, current_annotator())


def insist_on_sight(path: Path, wanted: Sequence[str]) -> None:
    """Raise :class:`annotator.services.roles.NotAllowed` unless who asks may see the sets of ``wanted``."""
    from annotator.services import roles
    from annotator.services.project import Project

    with Project.open(path, read_only=True) as project:
        roles.insist_on_sight(project.store, current_annotator(), wanted)


def whose_work(path: Path, named: Sequence[str]) -> tuple[str, ...] | None:
    """Return whose sets to write: those named, else every person's in sight (``None``: all there are).

    Raises :class:`annotator.services.roles.NotAllowed` if a set named is out of sight.
    """
    from annotator.services import roles
    from annotator.services.project import Project
    from annotator.store import AnnotatorKind

    who = current_annotator()
    with Project.open(path, read_only=True) as project:
        store = project.store
        roles.insist_on_sight(store, who, named)
        if named or roles.sees_others(store, who):
            return tuple(named) or None
        seen = roles.visible_to(store, who)
        persons = [one.name for one in store.annotators() if one.kind is AnnotatorKind.HUMAN]
    hidden = sorted(set(persons) - seen, key=collated)
    if hidden:
        note(
            plain(f"Left out what you, “{who}”, may not see before the review is open: {', '.join(hidden)}.")
        )
    return tuple(name for name in persons if name in seen)
