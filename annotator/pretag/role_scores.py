"""Judges who fills which role by a learnt model, for the event types that it knows; else the rules stand."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.core.annotation import Origin
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Finding, Link
from annotator.pretag.role_features import RoleScene
from annotator.pretag.role_model import choose, load_role_model

RULE = "role_model"


class RoleScoreComponent:
    """Puts the model's fillers in place of those that the rules found, for the roles that it knows.

    ``threshold`` is the least probability of a filler; ``model`` names a folder below the model folder, empty
    for the shipped one. Raises ``ModelRefused`` on being made.
    """

    def __init__(self, threshold: float = 0.3, model: str = "") -> None:
        self.threshold = threshold
        self.model = load_role_model(model)

    def __call__(self, doc: Doc) -> Doc:
        """Judge the fillers of every event."""
        draft = draft_of(doc)
        scene: RoleScene | None = None
        for event in draft.in_layer(draft.names.event_layer):
            label = draft.names.event(event.label)
            roles = self.model.known(event.label, label.roles) if label is not None else []
            if roles:
                scene = scene or RoleScene(draft)
                chosen = choose(
                    self.model.scored(scene, scene.candidates(event, roles)), threshold=self.threshold
                )
                self._replace(draft, event, {role.name for role in roles})
                for candidate, score in chosen:
                    _link(draft, candidate.role.name, event, candidate.filler, score)
        return doc

    def _replace(self, draft: Draft, event: Finding, roles: set[str]) -> None:
        gone = [key for key, link in draft.links.items() if link.head == event.key and link.label in roles]
        for key in gone:
            del draft.links[key]


def _link(draft: Draft, role: str, event: Finding, filler: Finding, score: float) -> None:
    link = Link(role, event.key, filler.key, score, RULE, Origin.MODEL)
    draft.links[role, event.key, filler.key] = link
