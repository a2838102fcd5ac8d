"""Clauses, roughly: what stands between two marks of punctuation, without a parser."""

from __future__ import annotations

from annotator.pretag.draft import Draft, Sentence
from annotator.pretag.inflection import AUXILIARIES, Form
from annotator.pretag.verbs import QUOTE_MARKS
from annotator.pretag.wordlist import word_set

_BREAKS = frozenset((";", ":", "–", "—", "(", ")", "!", "?")) | QUOTE_MARKS - frozenset("'’")
SUBORDINATE = word_set(
    "dass daß weil wenn nachdem ob obwohl während damit bevor als wie bis seit seitdem falls sobald "
    "solange da indem sodass was wer wo wohin woher warum weshalb deren dessen denen"
)
_SUBJUNCTIVE_I = word_set(
    "gebe gehe komme stehe liege bleibe lasse wisse sehe nehme spreche brauche mache führe zeige halte "
    "bestehe handle drohe gelte finde trage sage fordere erwarte biete reiche fehle dauere beginne "
    "spiele arbeite plane hoffe glaube setze stelle bringe gehöre laufe leide versuche wachse verfüge "
    "verliere funktioniere existiere betrage rechne steige sinke diene treffe folge lebe lehne begrüße "
    "bedauere unterstütze seien bekomme beschreibe auftrete nütze verlange bedinge ausgehe entstehe verletze "
    "verbreite erhalte befinde bedeute verhindere gewinne benötige erreiche bilde scheine wirke rufe schaffe"
)
_SUBJUNCTIVE_II = word_set(
    "gäbe gäben käme kämen ginge gingen stünde stünden stände ständen ließe ließen bräuchte bräuchten "
    "wüsste wüssten läge lägen bliebe blieben nähme nähmen sähe sähen spräche sprächen fände fänden "
    "hielte hielten"
)
SUBJUNCTIVES = (
    frozenset(word for word, form in AUXILIARIES.items() if form & (Form.SUBJUNCTIVE_I | Form.SUBJUNCTIVE_II))
    | _SUBJUNCTIVE_I
    | _SUBJUNCTIVE_II
)
"""Every form by which :func:`subjunctive` knows the mood."""


def clause_at(draft: Draft, index: int) -> tuple[int, int]:
    """Return the tokens ``[first, after)`` of the clause around a token.

    A comma in an enumeration of names does not end a clause; a dash, colon, quotation mark or bracket does.
    """
    sentence = draft.sentence_of(index)
    first = index
    while first > sentence.first and not _breaks(draft, first - 1, sentence):
        first -= 1
    after = index + 1
    while after < sentence.after and not _breaks(draft, after, sentence):
        after += 1
    return first, after


def _breaks(draft: Draft, index: int, sentence: Sentence) -> bool:
    word = draft.words[index]
    if word in _BREAKS:
        return True
    if word == "-":
        return not draft.glued(index)
    return word == "," and not _enumerates(draft, index, sentence)


def _enumerates(draft: Draft, comma: int, sentence: Sentence) -> bool:
    """Tell whether a comma stands between names: ``Rubio, Lawrow und Peskow``."""
    if comma + 1 >= sentence.after or comma == sentence.first:
        return False
    left, right = draft.info[comma - 1], draft.info[comma + 1]
    if not ((left.capital or left.upper) and (right.capital or right.upper)):
        return False
    for index in range(comma + 1, min(sentence.after, comma + 6)):
        if draft.words[index] in ("und", "oder", "sowie"):
            return True
    return False


def subjunctive(draft: Draft, first: int, after: int) -> Form:
    """Return the subjunctive that stands in ``[first, after)``: I, II, or none (0)."""
    seen = Form(0)
    for index in range(first, after):
        word = draft.words[index]
        form = AUXILIARIES.get(word, Form(0))
        if form & Form.SUBJUNCTIVE_I or word in _SUBJUNCTIVE_I:
            return Form.SUBJUNCTIVE_I
        if form & Form.SUBJUNCTIVE_II or word in _SUBJUNCTIVE_II:
            seen = Form.SUBJUNCTIVE_II
    return seen
