"""What layers, labels, roles and relations are called in a comparison."""

from __future__ import annotations

from annotator.core.scheme import Localised, Scheme
from annotator.gui.i18n import tr
from annotator.review.evaluation import ARGUMENTS, RELATIONS


def group_name(scheme: Scheme, group: str, language: str) -> str:
    """Return the name of a layer, or of one of the two kinds of relation."""
    if group == ARGUMENTS:
        return tr("Arguments of events")
    if group == RELATIONS:
        return tr("Relations")
    layer = scheme.layer(group)
    return layer.text.get(language) if layer is not None else group


def label_name(scheme: Scheme, group: str, name: str, language: str) -> str:
    """Return the name of a label of a group."""
    found = {ARGUMENTS: _role, RELATIONS: _relation}.get(group)
    text = found(scheme, name) if found is not None else _label(scheme, group, name)
    return text.get(language) if text is not None else name


def _label(scheme: Scheme, layer: str, name: str) -> Localised | None:
    label = scheme.label(layer, name)
    return label.text if label is not None else None


def _role(scheme: Scheme, name: str) -> Localised | None:
    roles = (label.role(name) for _, label in scheme.labels())
    role = next((role for role in roles if role is not None), None)
    # A relation such as the speaker of a quote may begin at an event too.
    return role.text if role is not None else _relation(scheme, name)


def _relation(scheme: Scheme, name: str) -> Localised | None:
    return next((kind.text for kind in scheme.relations if kind.name == name), None)
