"""Letters that choose a target: short for near ones, and none the beginning of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotator.core.annotation import Mention, Status
from annotator.core.ids import MentionId
from annotator.core.scheme import RelationChoice, Scheme
from annotator.core.state import AnnotationState

LETTERS = "FJDKSLAGHRUEIWOCMVNTBPQXZY"
"""Home row first, strong fingers first. Y and Z change places on a German keyboard, so they come last."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that may be drawn: from ``head`` to ``tail`` with one of ``choices``."""

    head: MentionId
    tail: MentionId
    choices: tuple[RelationChoice, ...]


def letters_for(targets: Sequence[_T]) -> dict[_T, str]:
    """Give each target its letters, the first ones single letters as far as that goes."""
    size = len(LETTERS)
    if len(targets) <= size:
        return dict(zip(targets, LETTERS, strict=False))
    # Each letter given up as a single one makes room for as many pairs as there are letters.
    prefixes = min(size, -(-(len(targets) - size) // (size - 1)))
    singles = LETTERS[: size - prefixes]
    pairs = [first + second for first in LETTERS[size - prefixes :] for second in LETTERS]
    return dict(zip(targets, [*singles, *pairs], strict=False))


def narrowed(hints: Mapping[_T, str], typed: str) -> dict[_T, str]:
    """Return the hints that begin with what was typed."""
    return {target: letters for target, letters in hints.items() if letters.startswith(typed)}


def links_from(
    state: AnnotationState,
    scheme: Scheme,
    origin: Mention,
    *,
    candidates: Iterable[Mention],
    role: str | None = None,
) -> list[Link]:
    """Return what may be drawn between ``origin`` and others, the nearest first.

    ``origin`` is the head where the scheme allows it, else the tail. Relations that are there already and
    roles that are full are left out; ``role`` asks for that label alone.
    """
    found: list[tuple[int, Link]] = []
    for other in candidates:
        if other.id == origin.id:
            continue
        link = link_between(state, scheme, origin, other, role=role)
        if link is not None:
            distance = max(other.start - origin.end, origin.start - other.end, 0)
            found.append((distance, link))
    return [link for _, link in sorted(found, key=lambda pair: pair[0])]


def link_between(
    state: AnnotationState, scheme: Scheme, origin: Mention, other: Mention, *, role: str | None = None
) -> Link | None:
    """Return what may be drawn from ``origin`` to ``other``, or else the other way round."""
    for head, tail in ((origin, other), (other, origin)):
        choices = tuple(
            choice
            for choice in scheme.relation_choices(head, tail)
            if role in (None, choice.name) and _is_free(state, head, tail, choice)
        )
        if choices:
            return Link(head.id, tail.id, choices)
    return None


def filled(state: AnnotationState, head: MentionId, label: str) -> int:
    """Return how many accepted relations of that label begin at a mention."""
    return sum(
        r.head == head and r.label == label and r.status is Status.ACCEPTED for r in state.relations_at(head)
    )


def _is_free(state: AnnotationState, head: Mention, tail: Mention, choice: RelationChoice) -> bool:
    there = any(
        r.head == head.id and r.tail == tail.id and r.label == choice.name and r.status is Status.ACCEPTED
        for r in state.relations_at(head.id)
    )
    if there:
        return False
    most = choice.role.maximum if choice.role is not None else None
    return most is None or filled(state, head.id, choice.name) < most


def relation_targets(links: Sequence[Link], origin: MentionId) -> dict[MentionId, Link]:
    """Return the links by the mention at their other end."""
    return {link.tail if link.head == origin else link.head: link for link in links}


def single_choice(links: Iterable[Link]) -> RelationChoice | None:
    """Return the one label that all links have in common, if there is only one in all."""
    choices: dict[str, RelationChoice] = {c.name: c for link in links for c in link.choices}
    return next(iter(choices.values())) if len(choices) == 1 else None
