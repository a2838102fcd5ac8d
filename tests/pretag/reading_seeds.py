"""One reader's complete reading of two articles that lie beside the project, as words and counts.

The articles themselves are other people's text and not in here. What was decided where the words left a
choice: the guidelines of the scheme hold, so offices count where they stand for a person, also in the plural,
but a mere "Kollege" does not; the White House is an organisation where it speaks and a place where somebody
is in it; a pronoun is a person if a statement has no other speaker; a noun or verb of speech is a statement
if words or somebody whose words they are belong to it, a mere preposition (laut, zufolge) is none; people
within compounds do not count, for the scheme takes whole words. Date lines, notices and credits hold nothing
to annotate.
"""

from __future__ import annotations

Reading = dict[str, dict[str, int]]

FIRST: Reading = {
    "PER": {
        "Trump": 6, "Putin": 4, "Donald Trump": 1, "Wladimir Putin": 1, "Trumps": 1, "Marco Rubio": 1,
        "Sergej Lawrow": 1, "Dmitri Peskow": 1, "Peskow": 2, "Wolodymyr Selenskyj": 1,
        "Er": 1,
    },
    "LOC": {
        "Alaska": 1, "Budapest": 3, "Russlands": 2, "Russland": 2, "Ukraine": 2, "Moskau": 1, "Krim": 1,
        "USA": 1, "Washington": 1, "Weißen Haus": 1,
    },
    "ORG": {"Weißen Haus": 2, "Kreml": 1, "Tass": 1, "NBC News": 1},
    "Funktion": {
        "Kremlchef": 2, "US-Präsident": 1, "US-Außenminister": 1, "Amtskollegen": 1, "Minister": 1,
        "Präsidenten": 2, "Kremlsprecher": 1,
    },
    "Treffen": {"Trump-Putin-Treffen": 1, "begegneten": 1, "Treffen": 6, "treffen": 1, "Vor-Treffen": 1},
    "Telefonat": {"Telefonat": 5},
    "Aussage": {
        "erklärte": 1, "berichten": 1, "Angaben": 1, "äußerte": 1, "gesagt": 1, "betont": 1, "führte aus": 1,
        "Äußerungen": 1, "hieß": 1, "berichtete": 1,
    },
}  # fmt: skip

SECOND: Reading = {
    "PER": {
        "Donald Trump": 1, "Wladimir Putin": 1, "Trump": 3, "Dmitri Peskow": 1, "Peskow": 2, "Putin": 2,
        "Rubio": 4, "Lawrow": 4, "Trumps": 2, "Putins": 1, "Marco Rubio": 1, "Sergej Lawrow": 1,
        "Sergej Rjabkow": 1, "Rjabkow": 1, "Rubios": 1,
    },
    "LOC": {"Budapest": 3, "Russland": 2, "Russlands": 1, "Donbass": 1},
    "ORG": {"Außenministerium": 2, "CNN": 3, "US-Präsidialamts": 1},
    "Funktion": {
        "Amtskollegen": 1, "US-Präsident": 1, "Kreml-Sprecher": 1, "Sprechers": 1, "Außenminister": 1,
        "Vizeaußenminister": 1, "Minister": 1, "US-Außenminister": 1,
    },
    "Treffen": {
        "treffen": 1, "Gipfel": 2, "Treffen": 2, "Vorbereitungstreffen": 4, "Begegnung": 2,
        "Zusammenkunft": 1,
    },
    "Telefonat": {"telefoniert": 1, "Gespräch": 1, "telefonieren": 1, "Telefonat": 1},
    "Aussage": {
        "verkündete": 1, "verheißen": 1, "ortet": 1, "sagte": 1, "tönt": 1, "heißt": 1, "sagt": 2,
        "erklärt": 2, "Berichten": 1, "berichtete": 1, "meldete": 1, "betonte": 1, "Äußerungen": 1,
        "Darstellung": 1,
    },
}  # fmt: skip
