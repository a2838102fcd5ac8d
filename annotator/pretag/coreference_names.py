"""Which names are one: forms, abbreviations, surnames, parts of a name."""

from __future__ import annotations

from collections.abc import Container, Iterator

from annotator.pretag.draft import Draft
from annotator.pretag.merge import NAMES
from annotator.pretag.model import Category, Finding
from annotator.pretag.words import without_genitive

Group = list[Finding]
_SHORT = 8
_ENDINGS = ("er", "en", "em", "es", "e")
_SMALL = frozenset(("für", "der", "die", "des", "und", "von", "of", "the", "and", "de"))


def text_of(draft: Draft, finding: Finding) -> str:
    """Return a finding's text, its fragments joined by a blank."""
    return " ".join(draft.text[s.start : s.end] for s in finding.fragments)


def name_of(draft: Draft, group: Group) -> str:
    """Return the longest name of a group, in the nominative where another mention shows it."""
    kinds = [draft.names.of(category) for category in NAMES]
    named = [f for f in group if (f.layer, f.label) in kinds and f.key not in draft.antecedents]
    texts = {text_of(draft, finding) for finding in named if finding.rule not in NAMELESS}
    plain = {text.split()[-1] for text in texts}
    names = sorted({_base(text, plain) for text in texts})
    longest = max(names, key=len)
    nominative = (name for name in names if name in set(_forms(longest)) and name.split()[0].endswith("e"))
    return next(nominative, longest)


NAMELESS = frozenset(("organisation_head", "place_head", "organisation_speaks", "person_speaks"))


def _base(text: str, plain: Container[str]) -> str:
    """Return a name without the genitive, where ``plain`` has the last word's plain form."""
    last = text.split()[-1]
    shorter = without_genitive(last)[-1]
    return text[: len(text) - len(last)] + shorter if shorter != last and shorter in plain else text


def people(draft: Draft) -> list[Group]:
    """Group people by full name; a single word joins the last full name that it is a part of.

    A surname is the last word; any other word of a name (``Thaksin``, ``Lula``) joins only if no other full
    name of the article has it.
    """
    full: dict[str, Group] = {}
    last_full: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    alone: Group = []
    for finding in draft.of(Category.PERSON):
        words = text_of(draft, finding).split()
        if finding.key in draft.antecedents or finding.rule in NAMELESS:
            continue
        if len(words) == 1:
            alone.append(finding)
            continue
        name = known_as(" ".join(words), full)
        full.setdefault(name, []).append(finding)
        for form in without_genitive(words[-1]):
            last_full[form] = name
        for word in words[:-1]:
            parts.setdefault(word, set()).add(name)
    shorter = _shorter_names(full)
    singles: dict[str, Group] = {}
    for finding in alone:
        word = text_of(draft, finding)
        forms = without_genitive(word)
        fitting = next((last_full[form] for form in forms if form in last_full), None)
        fitting = fitting or next((min(parts[f]) for f in forms if len(parts.get(f, ())) == 1), None)
        group = full[fitting] if fitting is not None else singles.setdefault(known_as(word, singles), [])
        group.append(finding)
    for short, long in shorter.items():
        full[long] += full.pop(short)
    return [sorted(group, key=lambda f: f.start) for group in (*full.values(), *singles.values())]


def _shorter_names(full: dict[str, Group]) -> dict[str, str]:
    """Return names that end exactly one longer name: ``Lula da Silva`` and ``Luiz Inácio Lula da Silva``."""
    found: dict[str, str] = {}
    for short in full:
        longer = [long for long in full if long != short and long.endswith(" " + short)]
        if len(longer) == 1 and longer[0] not in found:
            found[short] = longer[0]
    return {short: long for short, long in found.items() if long not in found}


def known_as(name: str, groups: Container[str]) -> str:
    """Return the key under which a name is known: as it stands, with another genitive or adjective ending."""
    return next((form for form in _forms(name) if form in groups), name)


def _forms(name: str) -> Iterator[str]:
    plain = (*without_genitive(name), name + "s", name + "'", name + "’")
    yield from plain
    first, _, rest = name.partition(" ")
    if not rest:
        return
    stem = next((first[: -len(ending)] for ending in _ENDINGS if first.endswith(ending)), "")
    if len(stem) < 3:
        return
    ends = {*without_genitive(rest), rest + "s", rest + "es"}
    if rest.endswith("es"):
        ends.add(rest[:-2])
    for ending in _ENDINGS:
        for end in sorted(ends):
            yield f"{stem}{ending} {end}"


def same_name(draft: Draft, findings: Group) -> list[Group]:
    """Group bodies or places by name, an abbreviation with what it stands for."""
    findings = [finding for finding in findings if finding.rule not in NAMELESS]
    groups: dict[str, Group] = {}
    same = _abbreviations(draft, findings)
    for finding in findings:
        name = text_of(draft, finding)
        name = same.get(name, same.get(without_genitive(name)[-1], name))
        groups.setdefault(known_as(name, groups), []).append(finding)
    return list(groups.values())


def _abbreviations(draft: Draft, findings: Group) -> dict[str, str]:
    """Return what abbreviations stand for: ``Europäische Zentralbank (EZB)``, ``Vereinte Nationen, kurz UN``.

    An abbreviation that no bracket introduces stands for the one name whose initials it has.
    """
    starts = {draft.tokens_of(f)[0]: f for f in findings}
    short: dict[str, str] = {}
    initials: dict[str, set[str]] = {}
    for finding in findings:
        name = text_of(draft, finding)
        after = draft.tokens_of(finding)[-1] + 1
        initials.setdefault(_initials(name), set()).add(name)
        inner = starts.get(after + 1) if draft.word(after) == "(" else _called(draft, starts, after)
        abbreviation = text_of(draft, inner) if inner is not None and inner is not finding else ""
        short_form = abbreviation.isupper() or len(abbreviation) < _SHORT
        place = (finding.layer, finding.label) == draft.names.of(Category.PLACE)
        if abbreviation and short_form and not (place and _initials(name) != abbreviation):
            short.setdefault(abbreviation, name)
    for finding in findings:
        name = text_of(draft, finding)
        longer = initials.get(name, set()) - {name} if name.isupper() and len(name) > 1 else set()
        if longer and name not in short:
            short[name] = min(longer, key=len)
    return short


def _called(draft: Draft, starts: dict[int, Finding], after: int) -> Finding | None:
    place = after + (draft.word(after) in ("“", '"', "”", "«"))
    if draft.word(place) != "," or draft.word(place + 1) not in ("kurz", "abgekürzt"):
        return None
    return starts.get(place + 2) or starts.get(place + 3)


def _initials(name: str) -> str:
    words = [word for word in name.replace("-", " ").split() if word not in _SMALL]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""
