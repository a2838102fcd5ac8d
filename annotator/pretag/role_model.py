"""The learnt weights of event roles: a file of the model folder, checked as the recogniser's are.

``roles.bin`` is a container (see ``recogniser_pack``) with ``facts`` (JSON: feature version, roles),
``names`` (the features, one a line) and ``weights`` (little-endian 32-bit floats in the same order).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

import numpy as np

from annotator.core.scheme import Role
from annotator.pretag.recogniser_model import load_part
from annotator.pretag.recogniser_pack import pack, unpack
from annotator.pretag.role_features import FEATURE_VERSION, Candidate, RoleScene

ROLES = "roles.bin"


@dataclass(frozen=True, slots=True)
class RoleModel:
    """Weights by feature, and the pairs (event type, role) that they were learnt for."""

    weights: Mapping[str, float]
    roles: frozenset[tuple[str, str]]

    def known(self, event_type: str, roles: Iterable[Role]) -> list[Role]:
        """Return the roles of an event type that the model can judge."""
        return [role for role in roles if (event_type, role.name) in self.roles]

    def score(self, features: Sequence[str]) -> float:
        """Return how probable it is that the filler has the role, 0 to 1."""
        odds = sum(self.weights.get(each, 0.0) for each in features)
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))

    def scored(self, scene: RoleScene, candidates: Iterable[Candidate]) -> list[tuple[Candidate, float]]:
        """Return the candidates with their probabilities."""
        return [(candidate, self.score(scene.features(candidate))) for candidate in candidates]


def choose(scored: Iterable[tuple[Candidate, float]], *, threshold: float) -> list[tuple[Candidate, float]]:
    """Return who fills what in one event, the surest first: a filler in one role, a role to its maximum.

    Fillers that are less sure than ``threshold`` will not be suggested themselves and are passed over.
    """
    chosen: list[tuple[Candidate, float]] = []
    for candidate, score in sorted(scored, key=lambda pair: (-pair[1], pair[0].filler.start)):
        if score < threshold:
            break
        if candidate.filler.score < threshold:
            continue
        taken = any(other.filler.key == candidate.filler.key for other, _ in chosen)
        count = sum(other.role.name == candidate.role.name for other, _ in chosen)
        full = candidate.role.maximum is not None and count >= candidate.role.maximum
        if not taken and not full:
            chosen.append((candidate, score))
    return chosen


def to_bytes(model: RoleModel) -> bytes:
    """Return the file of a model; equal models give equal bytes."""
    names = sorted(model.weights)
    facts = {"feature_version": FEATURE_VERSION, "roles": sorted(model.roles)}
    return pack(
        {
            "facts": json.dumps(facts, ensure_ascii=False).encode(),
            "names": "\n".join(names).encode(),
            "weights": np.array([model.weights[name] for name in names], dtype="<f4").tobytes(),
        }
    )


def from_bytes(data: bytes) -> RoleModel:
    """Undo :func:`to_bytes`; raises ``ValueError`` saying what is wrong."""
    sections = unpack(data)
    try:
        facts = json.loads(sections["facts"])
        names = sections["names"].decode().split("\n")
        weights = np.frombuffer(sections["weights"], dtype="<f4").tolist()
        if facts["feature_version"] != FEATURE_VERSION:
            raise ValueError(f"features of version {facts['feature_version']}, known is {FEATURE_VERSION}")
        roles = frozenset((str(event_type), str(role)) for event_type, role in facts["roles"])
        return RoleModel(dict(zip(names, weights, strict=True)), roles)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def load_role_model(name: str = "", *, folder: Path | None = None) -> RoleModel:
    """Load the roles of the model ``name``; raises ``ModelRefused`` as ``load_model`` does."""
    return load_part(ROLES, from_bytes, name=name, folder=folder)
