"""German inflection, forwards: from a dictionary form to the forms that stand in a text.

Written as the lexicons are: ``an|greifen griff gegriffen`` is an infinitive with its separable prefix, the
preterite and the participle (of the verb without the prefix), then the third person singular where its vowel
changes; regular verbs need the infinitive alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag

_INSEPARABLE = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "hinter", "über", "unter", "wider")
_UMLAUT = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
_VOWELS = "aeiouäöü"


class Form(IntFlag):
    """What a verb form can be; one form can be several."""

    PRESENT = 1
    PAST = 2
    SUBJUNCTIVE_I = 4
    SUBJUNCTIVE_II = 8
    PARTICIPLE = 16
    INFINITIVE = 32
    PLURAL = 64
    SPLIT = 128
    """The prefix stands apart: ``teilte … mit``."""

    @property
    def finite(self) -> bool:
        """Whether it can be the verb that the subject agrees with."""
        return bool(self & (Form.PRESENT | Form.PAST | Form.SUBJUNCTIVE_I | Form.SUBJUNCTIVE_II))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as the lexicon gives it; ``past`` and ``participle`` are empty for a regular one."""

    stem: str
    prefix: str = ""
    past: str = ""
    participle: str = ""
    third: str = ""

    @classmethod
    def parse(cls, entry: str) -> Verb:
        """Read ``an|greifen griff gegriffen``."""
        infinitive, *rest = entry.split()
        prefix, _, base = infinitive.rpartition("|")
        return cls(base, prefix, *rest[:3])

    @property
    def lemma(self) -> str:
        """The infinitive."""
        return self.prefix + self.stem

    def forms(self) -> dict[str, Form]:
        """Return every form as one word, the joined ones of a separable verb included (``mitteilte``).

        Forms with :attr:`Form.SPLIT` are those of the verb without its prefix.
        """
        found: dict[str, Form] = {}

        def note(word: str, form: Form) -> None:
            found[word] = found.get(word, Form(0)) | form

        for word, form in self._finite():
            if self.prefix:
                note(word, form | Form.SPLIT)
            note(self.prefix + word, form)
        note(self.prefix + self._participle(), Form.PARTICIPLE)
        note(self.prefix + self.stem, Form.INFINITIVE)
        if self.prefix:
            note(f"{self.prefix}zu{self.stem}", Form.INFINITIVE)
        return found

    def _root(self) -> str:
        return self.stem[:-2] if self.stem.endswith("en") else self.stem[:-1]

    def _finite(self) -> Iterator[tuple[str, Form]]:
        root = self._root()
        soft = _needs_e(root)
        yield root + ("et" if soft else "t"), Form.PRESENT
        if self.third:
            yield self.third, Form.PRESENT
        yield self.stem, Form.PRESENT | Form.PLURAL
        yield _first_person(root), Form.SUBJUNCTIVE_I | Form.PRESENT
        if self.past:
            past = self.past
            yield past, Form.PAST
            yield past + ("n" if past.endswith("e") else "en"), Form.PAST | Form.PLURAL
            yield from _subjunctive_two(past)
        else:
            yield root + ("ete" if soft else "te"), Form.PAST
            yield root + ("eten" if soft else "ten"), Form.PAST | Form.PLURAL

    def _participle(self) -> str:
        if self.participle:
            return self.participle
        root = self._root()
        ending = "et" if _needs_e(root) else "t"
        bare = root.endswith("ier") or root.startswith(_INSEPARABLE)
        return (root if bare else "ge" + root) + ending


def _first_person(root: str) -> str:
    return root + "e"


def _needs_e(root: str) -> bool:
    if root.endswith(("d", "t")):
        return True
    return len(root) > 2 and root[-1] in "mn" and root[-2] not in _VOWELS + "lrhmn"


def _subjunctive_two(past: str) -> Iterator[tuple[str, Form]]:
    stem = past[:-1] if past.endswith("e") else past
    for index in range(len(stem) - 1, -1, -1):
        if stem[index] in _VOWELS:
            if stem[index] in "aou":
                stem = stem[:index] + stem[index].translate(_UMLAUT) + stem[index + 1 :]
            break
    yield stem + "e", Form.SUBJUNCTIVE_II
    yield stem + "en", Form.SUBJUNCTIVE_II | Form.PLURAL


def noun_forms(entry: str) -> frozenset[str]:
    """Return the forms of a noun: ``Besuch/e``, ``Anschlag/Anschläge``, ``Treffen/``.

    Both genitives and the dative plural are added; a form that does not exist does no harm.
    """
    singular, _, plural = entry.partition("/")
    forms = {singular}
    if not singular.endswith(("s", "ß", "z", "ung", "heit", "keit", "schaft", "ion", "ät", "e")):
        forms.add(singular + "s")
    if not singular.endswith(("en", "er", "el", "ung", "heit", "keit", "schaft", "ion", "ät", "e")):
        forms.add(singular + "es")
    if plural:
        whole = plural if plural[0].isupper() else singular + plural
        forms.add(whole)
        if not whole.endswith(("n", "s")):
            forms.add(whole + "n")
    return frozenset(forms)


# Auxiliaries and modals, by form: these decide mood and tense of reported speech and of plans.
AUXILIARIES: dict[str, Form] = {
    **dict.fromkeys(
        ("ist", "hat", "wird", "kann", "muss", "soll", "will", "darf", "mag", "bleibt"), Form.PRESENT
    ),
    **dict.fromkeys(
        ("sind", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"),
        Form.PRESENT | Form.PLURAL,
    ),
    **dict.fromkeys(("war", "hatte", "wurde", "konnte", "musste", "sollte", "wollte", "durfte"), Form.PAST),
    **dict.fromkeys(
        ("waren", "hatten", "wurden", "konnten", "mussten", "sollten", "wollten", "durften"),
        Form.PAST | Form.PLURAL,
    ),
    **dict.fromkeys(
        ("sei", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge"), Form.SUBJUNCTIVE_I
    ),
    "seien": Form.SUBJUNCTIVE_I | Form.PLURAL,
    **dict.fromkeys(("wäre", "hätte", "würde", "könnte", "müsste", "dürfte", "möchte"), Form.SUBJUNCTIVE_II),
    **dict.fromkeys(
        ("wären", "hätten", "würden", "könnten", "müssten", "dürften", "möchten"),
        Form.SUBJUNCTIVE_II | Form.PLURAL,
    ),
}
