"""Finds and loads an installed spaCy pipeline, ``de_core_news_lg`` or one of the user's own."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spacy import about
from spacy.language import Language
from spacy.util import is_compatible_version, load_model_from_package, load_model_from_path

from annotator.core.errors import AnnotatorError

DOWNLOADED = frozenset(("de_core_news_sm", "de_core_news_md", "de_core_news_lg", "de_dep_news_trf"))
"""What spaCy itself hands out for German, through ``spacy download`` alone."""
_REJOINING = ("merge_entities", "merge_noun_chunks", "merge_subtokens")
_LANGUAGE = "de"


class PipelineRefused(AnnotatorError):
    """An installed pipeline is not used; data: ``name``, ``reason``, ``detail``, ``remedy``.

    ``reason`` is not_installed (``remedy`` is the command that installs it), missing (neither a package nor a
    folder), damaged, language or version.
    """

    code = "pipeline_refused"


def load_pipeline(name: str) -> Language:
    """Load the pipeline that is installed under a package's name or lies in a folder.

    Raises :class:`PipelineRefused`.
    """
    folder = _folder_of(name)
    meta = _meta(name, folder)
    _check(name, meta)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if _is_package(name):
                return load_model_from_package(name, exclude=_REJOINING)
            return load_model_from_path(folder, exclude=_REJOINING)
    except Exception as error:  # What a broken pipeline raises on loading is without limit.
        raise _refused(name, "damaged", f"{type(error).__name__}: {error}") from error


def download_command(name: str) -> str:
    """Return the command that installs one of spaCy's own pipelines for the program that is running."""
    return f"{sys.executable} -m spacy download {name}"


def _is_package(name: str) -> bool:
    return name.isidentifier() and find_spec(name) is not None


def _folder_of(name: str) -> Path:
    if name.isidentifier():
        found = find_spec(name)
        if found is not None and found.submodule_search_locations:
            return Path(next(iter(found.submodule_search_locations)))
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    raise _refused(name, "not_installed" if name in DOWNLOADED else "missing", "")


def _meta(name: str, folder: Path) -> Mapping[str, Any]:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _refused(name, "damaged", str(error)) from error
    if not isinstance(meta, dict):
        raise _refused(name, "damaged", "meta.json")
    return meta


def _check(name: str, meta: Mapping[str, Any]) -> None:
    if meta.get("lang") != _LANGUAGE:
        raise _refused(name, "language", str(meta.get("lang", "?")))
    wanted = str(meta.get("spacy_version", ""))
    if wanted and not is_compatible_version(about.__version__, wanted):
        raise _refused(name, "version", f"{wanted}, this is {about.__version__}")


def _refused(name: str, reason: str, detail: str) -> PipelineRefused:
    again = name if name in DOWNLOADED else "de_core_news_lg"
    return PipelineRefused(name=name, reason=reason, detail=detail, remedy=download_command(again))
