"""For each rule what it takes and, right beside it, what it must leave."""

from __future__ import annotations

from datetime import date

import pytest

from annotator.pretag.times import find_times
from annotator.pretag.times.rules import RULES

# rule: (sentences in which it holds), (sentences in which it does not)
BOUNDARIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "iso_date": (("Stand 2025-10-21.",), ("Stand 2025-13-41.", "Az. 2025-10-21-7.")),
    "numeric_date": (
        ("am 21.10.2025", "bis 21.10. offen"),
        ("am 32.10.2025", "Version 1.1. auch", "am 30.2.2025"),
    ),
    "short_range": (("vom 16. bis 20.11. zu",), ("vom 16. bis 20. zu",)),
    "month_days": (("am 8. November",), ("am 38. November", "am 31. Juni", "im 8. Stock")),
    "month_year": (("im Mai 2014",), ("im Mai 2014 Uhr",)),
    "month": (("im Mai", "Anfang August"), ("August Bebel", "Junis Sohn", "das Oktoberfest")),
    "season": (("im Sommer",), ("Herr Sommer kam", "das Sommerloch")),
    "holiday": (("an Ostern",), ("das Osterei",)),
    "quarter": (("im ersten Quartal", "im 2. Halbjahr"), ("im fünften Quartal", "im dritten Halbjahr")),
    "fiscal_year": (("im Geschäftsjahr 2024",), ("im Geschäftsjahr ging es",)),
    "century": (("im 19. Jahrhundert",), ("im 0. Jahrhundert", "im 19. Haus")),
    "decade": (("in den 90er-Jahren", "die 1980er"), ("ein 90er Modell", "ein Achtziger")),
    "year_span": (("Saison 1995/96", "(2010-2014)"), ("Nr. 2014/10", "2014-2010")),
    "era": (("44 v. Chr.",), ("0 v. Chr.",)),
    "year": (("seit 2014", "im Jahr 413"), ("2014 Euro", "knapp 2014 Leute", "die Agenda 2010")),
    "year_in_words": (("seit neunzehnhundertachtzig",), ("neunzehnhundert Euro",)),
    "oclock": (("um 17 Uhr",), ("um 25 Uhr", "die Uhr", "17.61 Uhr")),
    "half_hour": (("um halb acht",), ("nur halb acht", "um halb dreißig")),
    "hour_span": (("14-16 Uhr",), ("14-16 Leute",)),
    "clock": (("um 17:42 ab",), ("das 17:42 war", "von 2:31 Minuten")),
    "night_to": (("in der Nacht zum Montag",), ("in der Nacht zum Haus",)),
    "part_of_day": (("am Abend des 8. Mai",), ("am Abend des Festes",)),
    "weekday_part": (("am Montagabend",), ("der Montagabendkrimi",)),
    "beside_part": (("in der vergangenen Nacht",), ("in der stillen Nacht",)),
    "part": (("am Abend",), ("der Abend", "die Nacht war kalt")),
    "small_part": (("gestern abend",), ("sehr früh",)),
    "day_ago": (("heute vor zehn Jahren",), ("heute vor Gericht",)),
    "ago": (("vor drei Jahren", "vor Jahren"), ("vor drei Häusern", "vor dem Jahr", "vor Häusern")),
    "day": (("gestern", "bis heute"), ("gestrig", "das Heute-Journal")),
    "tomorrow": (("Morgen kommt er.",), ("Der Morgen kommt.", "Morgen Müller.")),
    "later": (("zwei Tage später", "am Tag darauf"), ("zwei Tage später als", "später")),
    "day_phrase": (("tags darauf",), ("Tage darauf warten",)),
    "weekday": (("am Montag", "vergangenen Montag"), ("ein Montagsauto",)),
    "week_and_day": (("nächste Woche Montag",), ("nächste Woche Montagsdemo",)),
    "beside": (("vergangene Woche", "dieses Jahr"), ("letzte Minute", "am letzten Tag", "vergangene Liebe")),
    "edge_of_unit": (("Ende des Jahres",), ("Ende des Films", "Ende des Tages")),
    "unit_edge": (("zum Jahresende",), ("das Jahresende-Konzert",)),
    "course": (("im Laufe des Jahres",), ("im Laufe des Films",)),
    "neighbour": (("im Vorjahr",), ("im Vorjahreszeitraum",)),
    "day_adjective": (("die heutige Wahl",), ("heute",)),
    "this_year": (("heuer",), ("die Heuer-Vereinbarung",)),
    "calendar_week": (("in der 43. Kalenderwoche",), ("in der 63. Kalenderwoche", "in der 43. Woche")),
    "weekend": (("am Wochenende",), ("viertes Wochenende",)),
    "compound_duration": (("zwei Jahre und drei Monate",), ("drei Monate und zwei Jahre",)),
    "duration": (("zwei Wochen", "20 Min."), ("58 Jahre alt", "mit 58 Jahren", "zwei Häuser")),
    "duration_span": (("3-5 Tage",), ("3-5 Jahre alte Kinder",)),
    "beside_duration": (("die nächsten zwei Wochen",), ("die zweiten Tage",)),
    "whole": (("die ganze Woche",), ("die ganze Minute",)),
    "bare_duration": (("seit Jahren",), ("die Jahre gehen", "mit Jahren")),
    "duration_adjective": (("zweitägige Reise", "dreijährige Haft"), ("dreijähriges Kind", "999-tägig")),
    "duration_adverb": (("jahrelang",), ("jahrein",)),
    "each": (("jeden Montag", "jedes Jahr"), ("jede Sekunde", "jeder Mann")),
    "every_few": (("alle zwei Wochen",), ("alle Wochen", "alle zwei Häuser")),
    "times": (("zweimal im Jahr", "einmal täglich"), ("zweimal im Haus",)),
    "weekday_adverb": (("Er kommt montags.",), ("Er kommt am Montag.",)),
    "set_adverb": (("täglich",), ("kläglich",)),
    "per": (("pro Monat",), ("pro Person", "80 Kilometer pro Stunde")),
    "plural_set": (("an Sonntagen",), ("die Sonntage", "an Jahren")),
    "part_adverb": (("er kommt nachts",), ("er kommt gestern nachts",)),
    "reference": (("jetzt", "vor kurzem"), ("Zur Zeit der Pest",)),
    "period": (("im Mittelalter",), ("das Mittelalterfest",)),
    "earlier": (("das war früher anders",), ("früher als sonst", "nicht früher", "ein früher Gast")),
    "idiom": ((), ("von heute auf morgen", "Guten Morgen", "Tag und Nacht")),
}


def _rules(sentence: str) -> set[str]:
    return {time.rule for time in find_times(sentence, published_on=date(2025, 10, 21))}


@pytest.mark.parametrize("rule", BOUNDARIES)
def test_a_rule_holds_on_its_side_of_the_boundary_only(rule: str) -> None:
    inside, outside = BOUNDARIES[rule]

    assert [sentence for sentence in inside if rule not in _rules(sentence)] == []
    assert [sentence for sentence in outside if rule in _rules(sentence)] == []


def test_no_rule_repeats_without_bound() -> None:
    assert [rule.name for rule in RULES if set("*+") & set(rule.pattern)] == []


def test_every_rule_has_its_boundary() -> None:
    assert {rule.name for rule in RULES} == set(BOUNDARIES)
