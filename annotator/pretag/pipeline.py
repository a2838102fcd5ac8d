"""The pre-tagger: a spaCy pipeline of our components, read from ``resources/pretag.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
import yaml

from annotator.core.article import Article, ZoneKind
from annotator.core.errors import AnnotatorError
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.pretag.components import COMPONENTS, factory_name, register
from annotator.pretag.document import doc_from_article
from annotator.pretag.draft import Draft
from annotator.pretag.errors import PretagConfigInvalid
from annotator.pretag.model import Names, PretagResult
from annotator.pretag.result import to_result

INSTALLED = "installed"
"""The component that asks a spaCy pipeline of the user's; left out unless one is named."""


@dataclass(frozen=True, slots=True)
class PretagConfig:
    """The configuration: what the findings are called, and which components run, with their settings.

    Nothing is suggested in the ``skip_zones``, nor below the ``threshold`` (a score in [0, 1]).
    """

    labels: Mapping[str, str]
    relations: Mapping[str, str]
    event_layer: str
    threshold: float
    pipeline: Sequence[str]
    skip_zones: frozenset[ZoneKind] = frozenset()
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read_config(path: Path | None = None) -> PretagConfig:
    """Read the configuration; raises :class:`PretagConfigInvalid` naming the file and the reason."""
    source = path or resource("pretag.yaml")
    try:
        data = yaml.safe_load(source.read_text(encoding="utf-8"))
        config = PretagConfig(
            labels=dict(data["labels"]),
            relations=dict(data.get("relations", {})),
            event_layer=str(data.get("event_layer", "event")),
            threshold=float(data.get("threshold", 0.0)),
            pipeline=tuple(data["pipeline"]),
            skip_zones=frozenset(map(ZoneKind, data.get("skip_zones") or ())),
            settings=dict(data.get("settings") or {}),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise PretagConfigInvalid(source=str(source), reason=str(error)) from error
    unknown = [name for name in config.pipeline if name not in COMPONENTS]
    if unknown:
        raise PretagConfigInvalid(source=str(source), reason=f"unknown component {unknown[0]!r}")
    return config


class Pretagger:
    """Tags articles after one scheme. Not thread-safe; each worker makes its own.

    ``installed`` is the package name or the folder of a spaCy pipeline that helps; empty for none.
    """

    def __init__(self, scheme: Scheme, *, config: PretagConfig | None = None, installed: str = "") -> None:
        self.config = config or read_config()
        self.names = Names(
            scheme,
            labels=self.config.labels,
            relations=self.config.relations,
            event_layer=self.config.event_layer,
        )
        register()
        self.nlp = spacy.blank("de")
        problems: list[AnnotatorError] = []
        for name in self.config.pipeline:
            if name == INSTALLED and not installed:
                continue
            settings = dict(self.config.settings.get(name, {}))
            if name == "merge":
                settings.setdefault("threshold", self.config.threshold)
            if name == INSTALLED:
                settings["name"] = installed
            try:
                self.nlp.add_pipe(factory_name(name), name=name, config={"settings": settings})
            except AnnotatorError as error:
                problems.append(error)
        self.problems = tuple(problems)
        """Why components of the pipeline cannot be used; the others do their work all the same."""

    def tag(self, article: Article) -> PretagResult:
        """Return the suggestions for one article; a component that fails is named in the result."""
        return to_result(self.draft(article))

    def draft(self, article: Article) -> Draft:
        """Return the findings of one article with the rules that made them."""
        with self.nlp.memory_zone():  # The words of one article are forgotten before the next.
            doc, token_of = doc_from_article(self.nlp.vocab, article)
            draft = Draft(article, self.names, token_of, skip_zones=self.config.skip_zones)
            doc._.draft = draft
            if len(draft):
                self.nlp(doc)
        return draft
