"""Who leads a project, and what each may see of the others' work.

There are no passwords: whoever has the file can take any name in it. It keeps honest people from being
influenced, not dishonest ones from looking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from annotator.core.collation import collated
from annotator.core.errors import AnnotatorError
from annotator.store import AnnotatorKind

if TYPE_CHECKING:
    from annotator.store import Store  # brings SQLite, which the first window does without

RESERVED = frozenset({"pretagger", "gold"})
"""Names of sets that no person writes."""
_LEAD, _REVIEW, _PACKAGE, _REVIEWERS = "lead", "review_open", "package_for", "reviewers"

_names = msgspec.json.Decoder(tuple[str, ...]).decode


class NotAllowed(AnnotatorError):
    """Only a lead may do this.

    Data: ``reason`` (``lead``, ``sight``, ``reviewer``, ``review_closed``), ``leads``, ``annotator``.
    """

    code = "not_allowed"


def leads(store: Store) -> tuple[str, ...]:
    """Return who leads the project, by name; nobody in one from before there were leads."""
    return tuple(sorted(_names(store.meta().get(_LEAD, "[]")), key=collated))


def set_leads(store: Store, names: Sequence[str]) -> None:
    """Say who leads the project."""
    store.set_meta(_LEAD, msgspec.json.encode(sorted(set(names))).decode())


def is_lead(store: Store, name: str) -> bool:
    """Tell whether somebody leads the project; where nobody does, everybody may do what a lead may.

    Nobody leads in a second pass: she would see what she said in the first.
    """
    if name in second_passes(store):
        return False
    known = leads(store)
    return name in known or (not known and not package_for(store))


def people(store: Store) -> tuple[str, ...]:
    """Return the persons of a project by name, their second passes too."""
    kinds = (AnnotatorKind.HUMAN, AnnotatorKind.REPEAT)
    return tuple(one.name for one in store.annotators() if one.kind in kinds)


def second_passes(store: Store) -> Mapping[str, str]:
    """Return whose second pass it is, by the name of the second pass."""
    return {one.name: one.repeats for one in store.annotators() if one.kind is AnnotatorKind.REPEAT}


def insist_on_lead(store: Store, name: str) -> None:
    """Raise :class:`NotAllowed` unless ``name`` leads the project."""
    if not is_lead(store, name):
        raise NotAllowed(reason="lead", leads=leads(store), annotator=name)


def insist_on_sight(store: Store, name: str, wanted: Iterable[str]) -> None:
    """Raise :class:`NotAllowed` if ``name`` may not see the sets of all those ``wanted``.

    Names that the project does not know are not refused here: that there are none is another fault.
    """
    hidden = {one.name for one in store.annotators()} - visible_to(store, name)
    if hidden.intersection(wanted):
        raise NotAllowed(reason="sight", leads=leads(store), annotator=name)


def begin_with(store: Store, name: str) -> None:
    """Make who opens a fresh project its lead: one where nobody leads and nobody else has annotated."""
    if _LEAD in store.meta() or package_for(store):
        return
    others = {one.name for one in store.annotators() if one.kind is AnnotatorKind.HUMAN} - {name}
    if not others:
        set_leads(store, [name])


def review_open(store: Store) -> bool:
    """Tell whether the lead has opened the review, so that everybody may see everybody's work."""
    return store.meta().get(_REVIEW, "") == "yes"


def set_review(store: Store, *, is_open: bool) -> None:
    """Open or close the review."""
    store.set_meta(_REVIEW, "yes" if is_open else "no")


def reviewers(store: Store) -> tuple[str, ...]:
    """Return who may settle disagreements beside those who lead, sorted."""
    return _names(store.meta().get(_REVIEWERS, "[]"))


def set_reviewers(store: Store, names: Sequence[str]) -> None:
    """Say who may settle disagreements beside those who lead."""
    store.set_meta(_REVIEWERS, msgspec.json.encode(sorted(set(names))).decode())


def insist_on_reviewer(store: Store, name: str) -> None:
    """Raise :class:`NotAllowed` unless ``name`` may settle disagreements now.

    Who leads may at any time: opening the review for her would end the blindness of who still annotates.
    Reviewers may in an open review. Where nobody leads, everybody may.
    """
    if is_lead(store, name):
        return
    if name not in reviewers(store):
        raise NotAllowed(reason="reviewer", leads=leads(store), annotator=name)
    if not review_open(store):
        raise NotAllowed(reason="review_closed", leads=leads(store), annotator=name)


def package_for(store: Store) -> str:
    """Return whose work package the file is; empty for a whole project."""
    return store.meta().get(_PACKAGE, "")


def mark_package(store: Store, name: str) -> None:
    """Say that the file is somebody's work package."""
    store.set_meta(_PACKAGE, name)


def sees_others(store: Store, name: str) -> bool:
    """Tell whether somebody may see other people's sets: who leads, and in an open review everybody else.

    In a second pass nobody may: least of all her own first one.
    """
    return name not in second_passes(store) and (review_open(store) or is_lead(store, name))


def visible_to(store: Store, name: str) -> frozenset[str]:
    """Return whose sets and figures somebody may see.

    Her own and the programs' always; other people's and the gold set as :func:`sees_others` has it.
    """
    known = store.annotators()
    if sees_others(store, name):
        return frozenset(one.name for one in known)
    return frozenset(one.name for one in known if one.kind is AnnotatorKind.MACHINE) | {name}
