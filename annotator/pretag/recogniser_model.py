"""The model folder: a manifest, the lexicon and the weights, checked before anything is used."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from annotator.core.errors import AnnotatorError
from annotator.core.resources import resource
from annotator.pretag.recogniser_features import FEATURE_VERSION
from annotator.pretag.recogniser_lexicon import Lexicon
from annotator.pretag.recogniser_pack import unpack
from annotator.pretag.recogniser_tagger import Calibration, Model
from annotator.pretag.recogniser_weights import from_sections

FORMAT = "annotator-recogniser"
FORMAT_VERSION = 1
MANIFEST, LEXICON, WEIGHTS = "manifest.json", "lexicon.bin", "weights.bin"
T = TypeVar("T")
_MOST_BYTES = 64 * 1024 * 1024


class ModelRefused(AnnotatorError):
    """A model file is not used; data: ``path``, ``reason`` (outside, missing, damaged, version), ``remedy``.

    ``remedy`` names the command or step that helps.
    """

    code = "model_refused"


_REMEDY = {
    "outside": "put the model into the model folder {folder} and name it from there",
    "missing": "run `make model`, or install the program again",
    "damaged": "run `make model`, or install the program again",
    "version": "run `make model` with this version of the program",
}


def _refuse(path: Path, reason: str, detail: str, folder: Path) -> ModelRefused:
    remedy = _REMEDY[reason].format(folder=folder)
    return ModelRefused(path=str(path), reason=reason, detail=detail, remedy=remedy)


def load_model(name: str = "", *, folder: Path | None = None) -> Model:
    """Load the model ``name`` (a folder below the model folder; the shipped one by default).

    Raises :class:`ModelRefused` with the file and the remedy if it lies outside, is damaged, or was made for
    another version.
    """
    home, place = _place(name, folder)
    manifest = _manifest(place / MANIFEST, home)
    parts = {part: _checked(place / part, manifest, home) for part in (LEXICON, WEIGHTS)}
    try:
        calibration = {
            label: Calibration(tuple((float(x), float(y)) for x, y in points))
            for label, points in manifest["calibration"].items()
        }
        lexicon = Lexicon(unpack(parts[LEXICON]))
        weights = from_sections(unpack(parts[WEIGHTS]))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise _refuse(place / MANIFEST, "damaged", f"{type(error).__name__}: {error}", home) from error
    return Model(lexicon, weights, calibration, version=str(manifest["files"][WEIGHTS])[:12])


def load_part(part: str, read: Callable[[bytes], T], *, name: str = "", folder: Path | None = None) -> T:
    """Load a further file of the model ``name``; ``read`` takes its bytes, or raises ``ValueError``.

    Raises :class:`ModelRefused` as :func:`load_model` does.
    """
    home, place = _place(name, folder)
    data = _checked(place / part, _manifest(place / MANIFEST, home), home)
    try:
        return read(data)
    except ValueError as error:
        raise _refuse(place / part, "damaged", str(error), home) from error


def _place(name: str, folder: Path | None) -> tuple[Path, Path]:
    """Return the model folder and, below it, the model's; raises :class:`ModelRefused`."""
    home = (folder or resource("models")).resolve()
    place = (home / name).resolve()
    if place != home and home not in place.parents:
        raise _refuse(place, "outside", "not in the model folder", home)
    return home, place


def _manifest(path: Path, home: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(_bytes(path, home))
    except ValueError as error:
        raise _refuse(path, "damaged", str(error), home) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("files"), dict):
        raise _refuse(path, "damaged", "not the manifest of a recogniser", home)
    versions = (data.get("format_version"), data.get("feature_version"))
    if versions != (FORMAT_VERSION, FEATURE_VERSION):
        raise _refuse(path, "version", f"{versions}, known is {(FORMAT_VERSION, FEATURE_VERSION)}", home)
    return data


def _checked(path: Path, manifest: Mapping[str, Any], home: Path) -> bytes:
    if home not in path.resolve().parents:
        raise _refuse(path, "outside", "leads out of the model folder", home)
    data = _bytes(path, home)
    if sha256(data).hexdigest() != manifest["files"].get(path.name):
        raise _refuse(path, "damaged", "its SHA-256 is not that of the manifest", home)
    return data


def _bytes(path: Path, home: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _refuse(path, "damaged", "too large", home)
        return path.read_bytes()
    except OSError as error:
        raise _refuse(path, "missing", str(error), home) from error
