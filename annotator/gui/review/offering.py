"""What can be decided about the current item, and why the rest cannot."""

from __future__ import annotations

from annotator.core.errors import AnnotatorError
from annotator.core.verdict import Choice
from annotator.gui.review.decision_bar import Choices
from annotator.gui.review.session import ReviewSession
from annotator.gui.review.words import refusal
from annotator.services.reviewing_values import Decision


def choices_for(session: ReviewSession, buttons: tuple[str, ...]) -> Choices:
    """Return what the bar with these ``buttons`` beside the letters offers now."""
    entry = session.entry
    if entry is None:
        return Choices(decidable=False)
    letters, names = session.letters, entry.item.annotators
    majority = {letters[names[i]] for i in entry.item.majority if names[i] in letters}
    hindrance = session.service.hindrance
    asked = (
        ("all", Decision(Choice.ALL)),
        *((letter, Decision(Choice.TAKE, taken=(name,))) for name, letter in letters.items()),
    )
    refused = [(name, refusal(hindrance)) for name in buttons if hindrance is not None]
    for name, decision in asked if not entry.waits_for else ():
        reason = session.service.can(entry.item.id, decision)
        if reason or hindrance is not None:
            refused.append((name, refusal(hindrance or AnnotatorError(reason=reason))))
    return Choices(tuple(letters.values()), min(majority, default=""), tuple(refused), not entry.waits_for)
