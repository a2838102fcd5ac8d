"""Speakers without a name: ``die Polizei``, ``die Staatsanwaltschaft``, ``Augenzeugen``.

They are worth a mention only where they speak; elsewhere nobody annotates them.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.pretag.draft import Draft
from annotator.pretag.model import Category, Finding
from annotator.pretag.priors import prior
from annotator.pretag.verbs import QUOTE_MARKS
from annotator.pretag.wordlist import word_set

_BODIES = word_set(
    "Medien Polizei Kriminalpolizei Bundespolizei Verkehrspolizei Wasserschutzpolizei Staatsanwaltschaft "
    "Generalstaatsanwaltschaft Bundesanwaltschaft Feuerwehr Regierung Bundesregierung Landesregierung "
    "Zentralregierung Opposition Behörde Behörden Stadtverwaltung Stadt Gewerkschaft Gewerkschaften "
    "Konzern Unternehmen Zeitungen Verband Gericht Landgericht Amtsgericht Ministerium Kommission "
    "Fluggesellschaft Partei Fraktion Bank Militär Armee Verein Veranstalter Hersteller Betreiber "
    "Organisation Menschenrechtsorganisation Hilfsorganisation Nachrichtenagentur Polizeidirektion "
    "Polizeipräsidium Sicherheitsbehörden Gesundheitsbehörde Gesundheitsbehörden Rettungskräfte Justiz "
    "Küstenwache Rettungsdienst Militärjunta Junta Militärführung Universität Wahlkommission Stadtrat "
    "Gemeinderat Kirche Menschenrechtsorganisationen Hilfsorganisationen Umweltverbände Kirchen "
    "Wetterdienst Landeskriminalamt Bundeskriminalamt Innenministerium Außenministerium"
)
_PEOPLE = word_set(
    "Augenzeugen Augenzeuge Zeugen Zeuge Experten Kritiker Anwohner Ärzte Wissenschaftler Forscher "
    "Ermittler Beobachter Demonstranten Meteorologen Archäologen Mediziner Angehörige Überlebende "
    "Analysten Historiker Seismologen Astronomen Umweltschützer Menschenrechtler Aktivisten Datenschützer "
    "Organisatoren Verantwortliche Verantwortlichen Vertreter Einwohner Bewohner Betroffene Eltern Opfer "
    "Täter Entführer Nachbarn Beamte Beamten Retter Fahnder Geologen Mitarbeiter Teilnehmer"
)
_SEATED = word_set(
    "Polizei Staatsanwaltschaft Landgericht Amtsgericht Feuerwehr Polizeipräsidium Polizeidirektion "
    "Verwaltungsgericht Kriminalpolizei Polizeiinspektion Berufsfeuerwehr Generalstaatsanwaltschaft"
)


def collective_at(draft: Draft, index: int, cover: Mapping[int, Finding]) -> Finding | None:
    """Return the speaker without a name at ``index`` as a mention, with its place; ``None`` if there is none.

    ``Staatsanwaltschaft Darmstadt`` is one name, be ``index`` at its noun or at its place.
    """
    place = draft.names.of(Category.PLACE)
    at = cover.get(index)
    if at is not None and (at.layer, at.label) == place and draft.word(index - 1) in _SEATED:
        index -= 1
    word, follows = draft.words[index], draft.word(index + 1)
    if index in cover or (follows in QUOTE_MARKS and draft.word(index + 2)[:1].isupper()):
        return None
    if word in _BODIES:
        category, rule = Category.ORGANISATION, "organisation_speaks"
    elif word in _PEOPLE:
        category, rule = Category.PERSON, "person_speaks"
    else:
        return None
    named = cover.get(index + 1)
    after = index + 1
    if named is not None and word in _SEATED and (named.layer, named.label) == place:
        after = draft.tokens_of(named)[-1] + 1
    elif named is not None and (named.layer, named.label) == draft.names.of(Category.ORGANISATION):
        return None
    return draft.add(category, (draft.span(index, after),), score=prior(rule), rule=rule)
