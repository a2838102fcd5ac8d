"""What the components of the pre-tagger are called where people read of them, in German and English.

Their own names are for ``resources/pretag.yaml`` and the log.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.scheme import Localised

NAMES: Mapping[str, Localised] = {
    "zones": Localised("Textteile", "text parts"),
    "gazetteer": Localised("Namenslisten", "lists of names"),
    "places": Localised("Orte", "places"),
    "persons": Localised("Personen", "persons"),
    "organisations": Localised("Organisationen", "organisations"),
    "recognised": Localised("Namenserkennung", "recognition of names"),
    "others": Localised("Sonstige Namen", "other names"),
    "installed": Localised("Installierte spaCy-Pipeline", "installed spaCy pipeline"),
    "surnames": Localised("Nachnamen", "surnames"),
    "entity_merge": Localised("Abgleich der Namen", "settling of names"),
    "functions": Localised("Funktionen", "functions"),
    "located": Localised("Sitz und Lage", "seats and places"),
    "times": Localised("Zeitangaben", "time expressions"),
    "quotes": Localised("Zitate", "quotes"),
    "reported": Localised("Indirekte Rede", "reported speech"),
    "events": Localised("Ereignisse", "events"),
    "arguments": Localised("Rollen der Ereignisse", "roles of events"),
    "role_scores": Localised("Sicherheit der Rollen", "certainty of roles"),
    "factuality": Localised("Faktizität", "factuality"),
    "coreference": Localised("Ketten", "chains"),
    "merge": Localised("Abgleich der Vorschläge", "settling of suggestions"),
}


def component_name(name: str, language: str) -> str:
    """Return a component's name in ``language`` (``de`` or ``en``), or its own where there is none."""
    known = NAMES.get(name)
    return known.get(language) if known is not None else name
