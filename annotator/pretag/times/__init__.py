"""German time expressions: TIMEX3 type, extent and value against the publication date.

What is marked, and how far it reaches. The convention is TimeML's (Annotation Guidelines 1.2.1, Saurí et al.
2006) as read for German news by HeidelTime and the It-TimeML guidelines; a scheme's guideline should agree.

* Marked: what can be put on a calendar or a clock, what measures time, what tells how often (``8. November``,
  ``vergangene Woche``, ``17.42 Uhr``, ``zwei Wochen``, ``jeden Montag``), and vague ones: ``jetzt``,
  ``jüngst``, ``bald``, ``damals``. Not marked: ages (``58 Jahre alt``, ``58-Jähriger``), events (``nach dem
  Krieg``), bare order (``dann``, ``zuerst``, ``wieder``), parts of a compound (``Drei-Tage-Woche``).
* Prepositions stay outside, fused ones with their article: am [Montag], seit [2014], in [den nächsten zwei
  Wochen], im [Jahr 2019], ab [20 Uhr]. Inside are only ``vor`` in the sense of ago ([vor drei Jahren]),
  ``gegen`` before a clock time ([gegen 17 Uhr]), and fixed phrases ([vor kurzem], [in Kürze]).
* An article, demonstrative or amount of the phrase is inside: [der 8. November], [diese Woche], [den 90er-
  Jahren]. So are Anfang, Mitte, Ende, früh, spät ([Mitte vergangener Woche], [späten Abend]) and words of
  degree before an amount ([mehr als zwei Jahre], [knapp drei Wochen]); they give the ``mod``.
* A day with its weekday, part of the day or clock time right behind it is one expression ([Montag, dem
  3. März], [gestern Abend], [21.10.2025, 17:42 Uhr]); with a preposition between they are two: am [Montag]
  um [17 Uhr]. The ends of a range are two: vom [3.] bis [5. Mai], [2010] bis [2014], [drei] bis [fünf Tage].

Values that need a choice: a bare weekday is the publication day or the last one, in a clause about what is
to come the next one. A day without a year is the nearest, beyond six weeks the one that the tense asks for.
The night before a day (``Nacht zum Dienstag``) is the night of the day before. ``1995/96`` has the value of
its first year. Half a unit becomes the smaller one (``ein halbes Jahr`` P6M), other fractions stay (P2.5Y).
"""

from annotator.core.timex import MODS, check_value
from annotator.pretag.times.find import find_times
from annotator.pretag.times.model import TimeExpression, TimeKind

__all__ = ["MODS", "TimeExpression", "TimeKind", "check_value", "find_times"]
