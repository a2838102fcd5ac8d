"""The words and patterns by which the parts of German news articles are told apart."""

from __future__ import annotations

import re

_AGENCY = (
    r"(?:dpa|AFP|AP|Reuters|REUTERS|rtr|epd|KNA|SID|sid|APA|apa|dapd|ddp|AFX|ANSA|Tass|imago|Imago|"
    r"Getty Images)"
)
_PICTURE = (
    r"(?:Fotos?|Bilder|Bild|Bildquelle|Bildnachweis|Quelle|Grafik|Video|Screenshot|Montage|Illustration|"
    r"Karte)"
)
_KIND = r"(?:Archiv|Symbol|Themen|Beispiel|Agentur|Such)(?:bild|foto|fotos|bilder|video|aufnahme|grafik)"

DATE_RUN = re.compile(r"\s*(date[ \t]+\d{4}-\d\d-\d\d)(?!\d)[ \t]*")
"""The beginning of the seed form; group 1 is the date line."""

AGENCY_DATELINE = re.compile(
    r"[A-ZÄÖÜ][\w./ -]{1,40}(?: \([\w./ -]{2,40}\))?"
    rf"(?:, \d\d?\.\d\d?\.\d{{4}}| \({_AGENCY}[^)\n]{{0,30}}\)) ?[-–—]+ "
)
"""``Berlin (dpa) – ``, ``Köln (Deutschland), 05.08.2005 – ``."""

NOTICE = re.compile(
    r"(?<!\S)(?:"
    r"Wir (?:nutzen|verwenden|setzen)\b[^\n]{0,60}\b(?:künstliche[nr]? Intelligenz|KI)\b|"
    r"(?:Diese[rs]?|Unser) (?:Artikel|Text|Beitrag|Zusammenfassung|Übersetzung|Meldung)\b[^\n]{0,90}"
    r"\b(?:KI\b|künstlicher Intelligenz|automatisch|maschinell|zuerst|erschien|aktualisiert|überarbeitet|"
    r"übersetzt|stammt|Redaktion|Archiv|veröffentlicht|lizenz|Inhaltsverzeichnis)|"
    r"(?:Hinweis|Anmerkung|Anm\.) (?:der|d\.) (?:Redaktion|Red\.)|"
    r"(?:Lesen|Sehen|Hören) Sie (?:auch|hier|dazu|mehr|jetzt)|Mehr zum Thema\b|Lese(?:zeit|dauer)\b|"
    r"KI-(?:generiert|Zusammenfassung|Hinweis)|Das Wichtigste in Kürze|Dieses Transkript)"
)
"""Where a sentence about the article, rather than of it, begins."""

STAMP = re.compile(
    r"(?:(?:Zuletzt |Letzte )?[Aa]ktualisier(?:t|ung)|Stand|Veröffentlicht|Erstellt|Publiziert)"
    r"(?: am| um)?:? "
    r"(?:am )?(?:\w+, )?(?:den )?\d{1,2}\. ?(?:\d{1,2}\.|[A-ZJ]\w+) ?(?:\d{4}|\d\d)?"
    r"(?:,? ?[-–|/]? ?(?:um )?\d{1,2}[.:]\d\d(?: Uhr)?)?"
)
"""``Aktualisiert am 21.10.2025, 15:30 Uhr``."""

PICTURE_CREDIT = re.compile(
    rf"(?:\((?:{_KIND}|{_PICTURE} ?[:/©]|{_PICTURE}? ?©)[^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)[ \t]*)+"
)
"""``(Archivbild) (Quelle: Name/Agentur)``."""

OPEN_CREDIT = re.compile(rf"(?:\b(?:{_PICTURE}|Credit|Copyright) ?[:©]|©) ?\S[^\n]{{0,120}}$")
"""``Foto: Name/Agentur`` at the end of a paragraph."""

SIGNATURE = re.compile(
    rf"\({_AGENCY}(?:[/,; ]+[\w.-]+){{0,6}}\)$|"
    rf"^{_AGENCY}(?:[/,; ]+{_AGENCY})*$|"
    rf"^(?:Mit (?:Material|Informationen) (?:von|der) )[^\n]{{0,80}}$|"
    r"^(?:Von|Ein (?:Kommentar|Gastbeitrag|Bericht) von) (?:[A-ZÄÖÜ][\w.-]+,? ?(?:und )?){2,6}$"
)
"""``(dpa)`` at the end, ``Von Vorname Nachname`` on a line of its own."""

KICKER = re.compile(
    r"(?:[\w–-]+-(?:Krieg|Konflikt|Streit|Krise|Affäre|Prozess|Wahl|Wahlen|Wahlkampf|Urteil|Debatte|Reform|Gipfel|"
    r"Skandal|Unglück|Katastrophe|Politik|Attentat|Anschlag|Abkommen|Pläne|Deal|Treffen|Verhandlungen|Gespräche|"
    r"Ermittlungen|Ausbau|Neubau|Streik|Proteste?|Talk|Ticker|Umfrage|Studie|Bericht|Besuch|Lage|News|Update)|"
    r"Liveblog|Liveticker|Newsblog|Newsticker|Kommentar|Analyse|Interview|Exklusiv|Eilmeldung|Meinung|Kolumne|"
    r"Reportage|Porträt|Faktencheck|Nahost|Wetter|Fußball|Bundesliga|Champions League|Formel 1|Panorama|"
    r"Krieg (?:in|gegen) (?:der |die )?[A-Z]\w+|Streit (?:um|über) (?:die |das |den )?[A-Z]\w+)"
    r" (?=[A-ZÄÖÜ„\"»0-9])"
)
"""A kicker in front of a headline on the same line; no colon stands between them."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEGINNERS = _words(
    "Ab Aber Alle Allein Allerdings Als Also Am An Andererseits Angesichts Anschließend Auch Auf Aus "
    "Außer Außerdem Außerhalb Bald Bei Beide Beim Bereits Bis Bisher Bislang Da Dabei Dadurch Dafür Dagegen "
    "Daher Damals Damit Danach Daneben Dann Daran Daraufhin Darum Darunter Darüber Das Dass Davon Davor "
    "Dazu Dem Demnach Den Denn Dennoch Der Deren Derweil Derzeit Des Deshalb Dessen Deswegen Die Dies "
    "Diese Diesem Diesen Dieser Dieses Doch Dort Drei Durch Ebenfalls Ebenso Eigentlich Ein Eine Einem "
    "Einen Einer Einerseits Eines Einige Er Erst Es Etwa Falls Fünf Für Gegen Gestern Gleichzeitig "
    "Heute Hier Hingegen Hinter Hinzu Ich Ihm Ihn Ihnen Im Immer Immerhin In Indes Indessen Infolge "
    "Innerhalb Ins Insbesondere Insgesamt Inzwischen Jede Jeder Jedes Jedoch Jene Jener Jetzt Kein "
    "Keine Kurz Künftig Laut Lediglich Man Manche Mehr Mehrere Mit Mittlerweile Nach Nachdem Neben "
    "Nicht Nichts Nie Niemand Noch Nun Nur Ob Obwohl Offenbar Ohne Rund Schließlich Schon Sein Seine "
    "Seinen Seit Seitdem Seither Selbst So Sobald Sogar Solche Sollte Somit Sondern Sonst Sowohl Später "
    "Stattdessen Tatsächlich Trotz Trotzdem Um Und Unter Unterdessen Ursprünglich Vermutlich Viele "
    "Vielmehr Vier Vom Von Vor Vorerst Vorher Wann Warum Was Weder Wegen Weil Weiterhin Welche Wenn Wer "
    "Wie Wieder Wir Wo Woher Wohin Womöglich Während Währenddessen Ziemlich Zu Zudem Zugleich Zuletzt "
    "Zum Zumindest Zunächst Zur Zusätzlich Zuvor Zwar Zwei Zwischen Ähnlich Über Überdies"
)
"""Words that have a capital letter seldom but at the beginning of a sentence."""

NAME_BEFORE = _words(
    "Straße Platz Gasthaus Gasthof Hotel Restaurant Wirtshaus Kneipe Haus Film Roman Serie Buch Band "
    "Zeitung Magazin Partei Initiative Bündnis Verein Sendung Stück Oper Album Song Lied Titel Motto "
    "Gruppe Bewegung Stiftung Zeitschrift Reihe Schule Viertel Organisation Wochenzeitung Tageszeitung "
    "Nachrichtenmagazin Boulevardzeitung Projekt Kampagne"
)
"""Behind these a word with a capital letter is a name: ``die Partei Die …``."""

NAME_BEHIND = _words(
    "Linke Linken Grünen Welt Zeit Spiegel Presse Standard Rechte Partei PARTEI Heimat Tageszeitung "
    "Ärzte Hosen Toten Freien Basis Republikaner Mitte Stern Tagesschau Anstalt Sendung"
)
"""With these an article has a capital letter within a sentence: ``Die Linke``."""

NOT_LAST = _words(
    "der die das den dem des ein eine einen einem einer eines und oder von vom zum zur im in am an auf "
    "für mit bei nach aus über unter vor zu durch gegen ohne um als wie dass ob weil sagte sagt "
    "erklärte heißt hieß ist war hat hatte wird wurde sind waren haben hatten werden wurden kann soll "
    "will muss sowie bis seit sehr nicht auch"
)
"""No heading ends with one of these."""

VERBS = _words(
    "ist war hat hatte wird wurde kann konnte soll sollte will wollte muss musste darf durfte sind "
    "waren haben hatten werden wurden können sollen wollen müssen sagte sagt erklärte erklärt betonte "
    "betont kündigte forderte fordert kritisierte kritisiert sieht sah geht ging kommt kam gilt galt "
    "steht stand bleibt blieb lehnt lehnte zeigte warnte warnt nannte nennt sprach spricht hält hielt"
)
"""Verbs that stand second in the first sentence of a paragraph."""

TITLES = tuple(
    _words(
        "minister ministerin präsident präsidentin kanzler kanzlerin chef chefin sprecher "
        "sprecherin trainer trainerin direktor direktorin meister meisterin politiker politikerin "
        "richter richterin anwalt anwältin senator könig königin papst herr frau leiter leiterin "
        "experte expertin vorsitzende vorsitzender abgeordnete stadt abgeordneter general bischof "
        "kollege kollegin familie konzern fall insel kreis"
    )
)
"""What a word ends in that stands before a name of its own."""
