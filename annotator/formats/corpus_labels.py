"""What a corpus calls its labels, and what the scheme calls them: ``resources/corpora/labels.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from annotator.core.errors import ImportFailed
from annotator.core.resources import resource
from annotator.core.scheme import Scheme

Place = tuple[str, str]
"""A layer and a label of it."""


class CorpusInvalid(ImportFailed):
    """A corpus file or a table of labels cannot be used; data: ``source``, ``place`` (a line), ``reason``."""

    code = "corpus_invalid"


@dataclass(frozen=True, slots=True)
class LabelMap:
    """Labels, types of event and roles (by type of event) of one form of corpus, with the scheme's names.

    ``None`` stands for what is passed over. A label that is not in the table is taken for one of the scheme,
    as ``PER`` or ``entity/PER``.
    """

    scheme: Scheme
    labels: Mapping[str, Place | None] = field(default_factory=dict)
    events: Mapping[str, Place | None] = field(default_factory=dict)
    roles: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def label(self, name: str, *, source: str, line: int) -> Place | None:
        """Return what a label is called; raises :class:`CorpusInvalid` for one that nobody knows."""
        return self._known(self.labels, name, source, line)

    def event(self, name: str, *, source: str, line: int) -> Place | None:
        """Return what a type of event is called; raises :class:`CorpusInvalid` for one that nobody knows."""
        return self._known(self.events, name, source, line)

    def _known(self, table: Mapping[str, Place | None], name: str, source: str, line: int) -> Place | None:
        if name in table:
            return table[name]
        for layer, label in self.scheme.labels():
            if name in (label.name, f"{layer.name}/{label.name}"):
                return layer.name, label.name
        raise CorpusInvalid(source=source, place=line, reason="unknown_label", label=name)


def not_readable(source: Path, error: OSError) -> CorpusInvalid:
    """Return what is said of a file that cannot be opened or read."""
    reason = {FileNotFoundError: "missing", PermissionError: "not_permitted"}.get(type(error), "io")
    return CorpusInvalid(source=str(source), reason=reason, detail=error.strerror or str(error))


def read_labels(form: str, scheme: Scheme, path: Path | None = None) -> LabelMap:
    """Read the table of one form of corpus; names that the scheme does not have become ``None``.

    Raises :class:`CorpusInvalid` with the table's file if it cannot be read.
    """
    source = path or resource("corpora", "labels.yaml")
    try:
        table = yaml.safe_load(source.read_text(encoding="utf-8"))
        chosen = table.get(form, {})
        events = _places(chosen.get("events"), scheme)
        return LabelMap(
            scheme, _places(chosen.get("labels"), scheme), events, _roles(chosen.get("roles"), events, scheme)
        )
    except OSError as error:
        raise not_readable(source, error) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CorpusInvalid(source=str(source), place=line, reason="labels_invalid") from error
    except (yaml.YAMLError, ValueError, TypeError, AttributeError) as error:
        raise CorpusInvalid(source=str(source), reason="labels_invalid") from error


def _places(table: Mapping[str, str | None] | None, scheme: Scheme) -> dict[str, Place | None]:
    return {name: _place(place, scheme) for name, place in (table or {}).items()}


def _place(name: str | None, scheme: Scheme) -> Place | None:
    if name is None:
        return None
    layer, slash, label = name.partition("/")
    if not slash:
        raise ValueError(name)
    return (layer, label) if scheme.label(layer, label) else None


def _roles(
    table: Mapping[str, Mapping[str, Any]] | None, events: Mapping[str, Place | None], scheme: Scheme
) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for event, roles in (table or {}).items():
        place = events.get(event)
        label = scheme.label(*place) if place else None
        for name, role in roles.items():
            if label is not None and label.role(role) is not None:
                found[event, name] = role
    return found
