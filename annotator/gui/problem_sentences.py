"""Problems as sentences of the window's language."""

from __future__ import annotations

from annotator.core.ids import MentionId, RelationId
from annotator.core.problem import Problem, ProblemKind
from annotator.core.scheme import Scheme
from annotator.core.state import AnnotationState
from annotator.gui.i18n import mark, tr

_SENTENCES: dict[ProblemKind, str] = {
    ProblemKind.LABEL_UNKNOWN: mark("The scheme has no label {about}."),
    ProblemKind.ROLE_MISSING: mark("The required role {about} is empty."),
    ProblemKind.ATTRIBUTE_NOT_ALLOWED: mark("The label has no attribute {about}."),
    ProblemKind.VALUE_UNKNOWN: mark("The scheme has no value {about}."),
    ProblemKind.VALUE_BAD: mark("{about} is no value of such a time."),
    ProblemKind.VALUE_MISSING: mark("The time has no value."),
    ProblemKind.SPEAKER_MISSING: mark("The quote has no speaker."),
    ProblemKind.CROSSES_ZONE: mark("The words lie in text parts of two kinds."),
    ProblemKind.CROSSES_PARAGRAPH: mark("The words go on over the end of a paragraph."),
    ProblemKind.TWICE: mark("The same label stands on more words here: {other}."),
    ProblemKind.RELATION_NOT_ALLOWED: mark("The scheme has no relation {about} between these two."),
    ProblemKind.END_OPEN: mark("An end of the relation {about} is not accepted: {other}."),
}


def problem_sentence(
    problem: Problem, *, state: AnnotationState, scheme: Scheme, text: str, language: str
) -> str:
    """Return what to tell a user about a problem."""
    other = state.mentions.get(problem.other) if problem.other is not None else None
    return tr(_SENTENCES[problem.kind]).format(
        about=_name_of(problem, state, scheme, language),
        other=" ".join(other.text_of(text).split()) if other is not None else "?",
    )


def _name_of(problem: Problem, state: AnnotationState, scheme: Scheme, language: str) -> str:
    """Return the name of the role, relation or attribute as the scheme shows it."""
    head = state.mentions.get(MentionId(problem.item))
    relation = state.relations.get(RelationId(problem.item))
    if relation is not None:
        head = state.mentions.get(relation.head)
    if problem.kind in (
        ProblemKind.ROLE_MISSING,
        ProblemKind.END_OPEN,
        ProblemKind.RELATION_NOT_ALLOWED,
    ):
        return scheme.relation_text(head, problem.about).get(language)
    attribute = scheme.attribute(problem.about)
    return attribute.text.get(language) if attribute is not None else problem.about
