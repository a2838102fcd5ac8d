"""Mentions of one thing in an article: names in their forms, offices, nouns whose head gives it away."""

from __future__ import annotations

from spacy.tokens import Doc

from annotator.pretag.coreference_names import NAMELESS, Group, name_of, people, same_name
from annotator.pretag.coreference_nouns import add_heads, add_offices
from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Category, Chain
from annotator.pretag.priors import prior

KIND = "entity"


class CoreferenceComponent:
    """Gathers people by surname and office, bodies and places by name, abbreviation and kind."""

    def __call__(self, doc: Doc) -> Doc:
        """Add chains of at least two mentions."""
        draft = draft_of(doc)
        _drop_unused(draft)
        groups = people(draft)
        _pronouns(draft, groups)
        add_offices(draft, groups)
        named = [
            group
            for category in (Category.ORGANISATION, Category.PLACE, Category.OTHER)
            for group in same_name(draft, draft.of(category))
        ]
        add_heads(draft, named)
        for group in (*groups, *named):
            if len(group) > 1:
                rule = "chain_noun" if any(finding.rule in NAMELESS for finding in group) else "chain"
                members = tuple(f.key for f in sorted(group, key=lambda f: f.start))
                draft.chains.append(Chain(KIND, name_of(draft, group), members, prior(rule), rule))
        return doc


def _drop_unused(draft: Draft) -> None:
    """Take back nameless speakers (``die Polizei``) that no relation speaks of after all."""
    ends = {key for link in draft.links.values() for key in (link.head, link.tail)}
    for finding in list(draft.findings.values()):
        if finding.rule in NAMELESS and finding.key not in ends:
            draft.drop(finding)


def _pronouns(draft: Draft, groups: list[Group]) -> None:
    """Add pronouns to the group of whom they mean."""
    group_of = {finding.key: group for group in groups for finding in group}
    for pronoun, antecedent in draft.antecedents.items():
        group, finding = group_of.get(antecedent), draft.findings.get(pronoun)
        if group is not None and finding is not None:
            group.append(finding)
