"""The words of the review page: kinds of disagreement, how items stand, why something cannot be done."""

from __future__ import annotations

from annotator.core.errors import AnnotatorError
from annotator.core.scheme import Scheme
from annotator.core.verdict import Basis, Choice, Verdict
from annotator.gui.i18n import mark, tr
from annotator.gui.sentences import sentence
from annotator.review.item import ClusterItem, Item, Kind, RelationItem
from annotator.services.reviewing_queue import QueueRow

KIND_NAMES = {
    Kind.BOUNDARY: mark("Boundary"),
    Kind.LABEL: mark("Label"),
    Kind.MISSING: mark("Missing"),
    Kind.STATUS: mark("Rejected"),
    Kind.ATTRIBUTE: mark("Attribute"),
    Kind.TIME_VALUE: mark("Time value"),
    Kind.RELATION_MISSING: mark("Relation missing"),
    Kind.RELATION_LABEL: mark("Relation"),
    Kind.RELATION_DIRECTION: mark("Direction"),
    Kind.ROLE: mark("Role"),
    Kind.CLUSTER_PARTITION: mark("Cluster"),
    Kind.CLUSTER_MEMBER: mark("Cluster member"),
    Kind.CLUSTER_IDENTITY: mark("Cluster identity"),
    Kind.ADDED: mark("Added"),
}
_REFUSALS = {
    "waits": mark("First settle the mentions that this hangs on."),
    "occupied": mark("Another mention stands at this place already."),
    "end_missing": mark("An end of this relation is not in the gold set."),
    "in_other_cluster": mark("A mention is in another cluster already."),
    "not_here": mark("That cannot be changed in the gold set."),
    "nothing_added": mark("Nobody has a version here: edit it, or take it out."),
    "unknown_item": mark("This item is gone: a set has changed."),
    "not_from_here": mark("The gold set has changed since; look again."),
}


def kind_name(kind: Kind | None) -> str:
    """Return the name of a kind; agreement that a person has to confirm has none of its own."""
    return tr(KIND_NAMES[kind]) if kind is not None else tr("Agreed")


def refusal(error: AnnotatorError) -> str:
    """Return why a decision cannot be made."""
    known = _REFUSALS.get(str(error.data.get("reason", "")))
    return tr(known) if known else sentence(error)


def sides_text(row: QueueRow) -> str:
    """Return how annotators are divided, such as ``2 to 1``."""
    if len(row.sides) == len(row.has) > 2:
        return tr("each differently")
    return tr(" to ").join(map(str, row.sides)) if len(row.sides) > 1 else tr("all alike")


def label_text(row: QueueRow, scheme: Scheme, language: str) -> str:
    """Return the labels of a row as their chips show them."""
    item = row.entry.item
    if isinstance(item, ClusterItem):
        return tr("Cluster")
    if isinstance(item, RelationItem):
        return " / ".join(relation_name(scheme, item, name, language) for name in row.labels)
    chips = []
    for name in row.labels:
        known = scheme.label(row.layer, name)
        chips.append(known.chip(language) if known else name)
    return " / ".join(chips)


def label_name(scheme: Scheme, name: str, language: str) -> str:
    """Return what people call a label of mentions, a relation, a role or a layer; else its own name."""
    for layer in scheme.layers:
        if layer.name == name:
            return layer.text.get(language) or name
        for label in layer.labels:
            role = label.role(name)
            if label.name == name:
                return label.chip(language)
            if role is not None:
                return role.text.get(language) or name
    kind = next((each for each in scheme.relations if each.name == name), None)
    return (kind.text.get(language) if kind else "") or name


def relation_name(scheme: Scheme, item: Item, name: str, language: str) -> str:
    """Return the name of a relation's label or role."""
    layer = scheme.layer(item.layer)
    for label in layer.labels if layer else ():
        role = label.role(name)
        if role is not None:
            return role.text.get(language) or name
    kind = next((each for each in scheme.relations if each.name == name), None)
    return (kind.text.get(language) if kind else "") or name


def reason_name(scheme: Scheme, code: str, language: str) -> str:
    """Return the name of a reason; its code where the scheme does not know it."""
    known = next((reason for reason in scheme.reasons if reason.name == code), None)
    return known.text.get(language) if known else code


def verdict_text(verdict: Verdict, letters: dict[str, str]) -> str:
    """Return in a line what was decided, by whom."""
    taken = ", ".join(sorted({letters.get(name, "?") for name in verdict.taken}))
    said = {
        Choice.TAKE: tr("{letters} taken").format(letters=taken),
        Choice.ALL: tr("all taken"),
        Choice.NEITHER: tr("neither is right"),
        Choice.EDITED: tr("edited"),
        Choice.ADDED: tr("added, nobody marked it"),
        Choice.SKIPPED: tr("skipped"),
    }[verdict.choice]
    by = {
        Basis.UNANIMOUS: tr("by rule: unanimous"),
        Basis.MAJORITY: tr("by rule: majority"),
        Basis.ADJUDICATED: verdict.by,
    }[verdict.basis]
    return f"{said} · {by}"
