"""Names of one thing in an article: full and short forms, genitives, abbreviations in brackets."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc

from annotator.pretag.draft import Draft, draft_of
from annotator.pretag.model import Category, Chain, Finding
from annotator.pretag.priors import prior
from annotator.pretag.words import without_genitive

KIND = "entity"


class CoreferenceComponent:
    """Gathers mentions of people by surname, of organisations and places by name and abbreviation."""

    def __call__(self, doc: Doc) -> Doc:
        """Add chains of at least two mentions."""
        draft = draft_of(doc)
        groups = _people(draft)
        _pronouns(draft, groups)
        for category in (Category.ORGANISATION, Category.PLACE):
            groups += _same_name(draft, draft.of(category))
        for group in groups:
            if len(group) > 1:
                name = _name_of(draft, group)
                members = tuple(f.key for f in sorted(group, key=lambda f: f.start))
                draft.chains.append(Chain(KIND, name, members, prior("chain"), "chain"))
        return doc


def _name_of(draft: Draft, group: list[Finding]) -> str:
    """Return the longest name of a group, in the nominative where another mention shows it."""
    texts = {_text(draft, finding) for finding in group if finding.key not in draft.antecedents}
    plain = {text.split()[-1] for text in texts}
    return max((_base(text, plain) for text in sorted(texts)), key=len)


def _text(draft: Draft, finding: Finding) -> str:
    return " ".join(draft.text[s.start : s.end] for s in finding.fragments)


def _base(text: str, plain: Container[str]) -> str:
    """Return a name without the genitive, where ``plain`` has the last word's plain form."""
    last = text.split()[-1]
    shorter = without_genitive(last)[-1]
    return text[: len(text) - len(last)] + shorter if shorter != last and shorter in plain else text


def _people(draft: Draft) -> list[list[Finding]]:
    """Group people by surname; a surname alone joins the last full name that it fits."""
    full: dict[str, list[Finding]] = {}
    last_full: dict[str, str] = {}
    alone: list[Finding] = []
    for finding in draft.of(Category.PERSON):
        if finding.key in draft.antecedents:
            continue
        words = _text(draft, finding).split()
        if len(words) == 1:
            alone.append(finding)
            continue
        name = _known(" ".join(words), full)
        full.setdefault(name, []).append(finding)
        for form in without_genitive(words[-1]):
            last_full[form] = name
    surnames: dict[str, list[Finding]] = {}
    for finding in alone:
        word = _text(draft, finding)
        fitting = next((last_full[form] for form in without_genitive(word) if form in last_full), None)
        if fitting is not None:
            full[fitting].append(finding)
        else:
            surnames.setdefault(_known(word, surnames), []).append(finding)
    return [sorted(group, key=lambda f: f.start) for group in (*full.values(), *surnames.values())]


def _pronouns(draft: Draft, groups: list[list[Finding]]) -> None:
    """Add pronouns to the group of whom they mean."""
    group_of = {finding.key: group for group in groups for finding in group}
    for pronoun, antecedent in draft.antecedents.items():
        group, finding = group_of.get(antecedent), draft.findings.get(pronoun)
        if group is not None and finding is not None:
            group.append(finding)


def _known(name: str, groups: dict[str, list[Finding]]) -> str:
    """Return the key under which a name, or its form without or with a genitive -s, is known."""
    forms = (*without_genitive(name), name + "s", name + "'", name + "’")
    return next((form for form in forms if form in groups), name)


def _same_name(draft: Draft, findings: list[Finding]) -> list[list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    same = _abbreviations(draft, findings)
    for finding in findings:
        name = _text(draft, finding)
        name = same.get(name, name)
        groups.setdefault(_known(name, groups), []).append(finding)
    return list(groups.values())


def _abbreviations(draft: Draft, findings: list[Finding]) -> dict[str, str]:
    """``Europäische Zentralbank (EZB)``: the abbreviation stands for the name before the bracket."""
    starts = {draft.tokens_of(f)[0]: f for f in findings}
    short: dict[str, str] = {}
    for finding in findings:
        after = draft.tokens_of(finding)[-1] + 1
        inner = starts.get(after + 1)
        if (
            inner is not None
            and draft.word(after) == "("
            and draft.word(draft.tokens_of(inner)[-1] + 1) == ")"
        ):
            abbreviation = _text(draft, inner)
            if abbreviation.isupper() or len(abbreviation) < 8:
                short[abbreviation] = _text(draft, finding)
    return short
