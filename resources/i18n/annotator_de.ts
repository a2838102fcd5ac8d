<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>&amp;New project …</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>&amp;Open project …</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;sample project</source>
        <translation>Beis&amp;pielprojekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Import articles …</source>
        <translation>Artikel &amp;importieren …</translation>
    </message>
    <message>
        <source>Import &amp;folder …</source>
        <translation>&amp;Ordner importieren …</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Find in article</source>
        <translation>Im Artikel &amp;suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>W&amp;eitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Rückwärts s&amp;uchen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Verkl&amp;einern</translation>
    </message>
    <message>
        <source>Zoom to &amp;100 %</source>
        <translation>Zoom auf &amp;100 %</translation>
    </message>
    <message>
        <source>Lines farther &amp;apart</source>
        <translation>Zeilena&amp;bstand größer</translation>
    </message>
    <message>
        <source>Lines clo&amp;ser</source>
        <translation>Zeilenabstand klei&amp;ner</translation>
    </message>
    <message>
        <source>All relations</source>
        <translation>Alle Relationen</translation>
    </message>
    <message>
        <source>Relations of the selection</source>
        <translation>Relationen der Auswahl</translation>
    </message>
    <message>
        <source>No relations</source>
        <translation>Keine Relationen</translation>
    </message>
    <message>
        <source>Show relations &amp;differently</source>
        <translation>Relationen &amp;anders zeigen</translation>
    </message>
    <message>
        <source>&amp;List of annotations</source>
        <translation>&amp;Liste der Annotationen</translation>
    </message>
    <message>
        <source>&amp;Chains of the article</source>
        <translation>&amp;Ketten des Artikels</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>Pro&amp;gress …</source>
        <translation>&amp;Fortschritt …</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Next suggestion</source>
        <translation>&amp;Nächster Vorschlag</translation>
    </message>
    <message>
        <source>&amp;Previous suggestion</source>
        <translation>&amp;Voriger Vorschlag</translation>
    </message>
    <message>
        <source>R&amp;elation from here …</source>
        <translation>&amp;Relation von hier …</translation>
    </message>
    <message>
        <source>&amp;Swap ends of the relation</source>
        <translation>Enden der Relation &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Label …</source>
        <translation>Lab&amp;el …</translation>
    </message>
    <message>
        <source>Annotation at the cursor</source>
        <translation>Annotation am Cursor</translation>
    </message>
    <message>
        <source>Next pro&amp;blem</source>
        <translation>Nächstes &amp;Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>A&amp;ttributes</source>
        <translation>&amp;Merkmale</translation>
    </message>
    <message>
        <source>Diffic&amp;ult</source>
        <translation>Sch&amp;wierig</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Roles of the event</source>
        <translation>Rollen des Ereignisses</translation>
    </message>
    <message>
        <source>Same as (chain) …</source>
        <translation>Dasselbe wie (Kette) …</translation>
    </message>
    <message>
        <source>Next mention of the chain</source>
        <translation>Nächste Erwähnung der Kette</translation>
    </message>
    <message>
        <source>Previous mention of the chain</source>
        <translation>Vorige Erwähnung der Kette</translation>
    </message>
    <message>
        <source>End one word further</source>
        <translation>Ende ein Wort weiter</translation>
    </message>
    <message>
        <source>End one word back</source>
        <translation>Ende ein Wort zurück</translation>
    </message>
    <message>
        <source>Start one word back</source>
        <translation>Anfang ein Wort zurück</translation>
    </message>
    <message>
        <source>Start one word further</source>
        <translation>Anfang ein Wort weiter</translation>
    </message>
    <message>
        <source>Apply to all …</source>
        <translation>Auf alle anwenden …</translation>
    </message>
    <message>
        <source>Accept many …</source>
        <translation>Viele annehmen …</translation>
    </message>
    <message>
        <source>End one letter further</source>
        <translation>Ende einen Buchstaben weiter</translation>
    </message>
    <message>
        <source>End one letter back</source>
        <translation>Ende einen Buchstaben zurück</translation>
    </message>
    <message>
        <source>Start one letter back</source>
        <translation>Anfang einen Buchstaben zurück</translation>
    </message>
    <message>
        <source>Start one letter further</source>
        <translation>Anfang einen Buchstaben weiter</translation>
    </message>
    <message>
        <source>Move one word back</source>
        <translation>Ein Wort zurückschieben</translation>
    </message>
    <message>
        <source>Move one word further</source>
        <translation>Ein Wort weiterschieben</translation>
    </message>
    <message>
        <source>&amp;Join with other words</source>
        <translation>M&amp;it anderen Wörtern verbinden</translation>
    </message>
    <message>
        <source>Split into pieces</source>
        <translation>In Stücke teilen</translation>
    </message>
    <message>
        <source>Pre-ta&amp;g</source>
        <translation>Vorannotieren</translation>
    </message>
    <message>
        <source>Write report …</source>
        <translation>Bericht schreiben …</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>&amp;Finish article</source>
        <translation>Artikel ab&amp;schließen</translation>
    </message>
    <message>
        <source>Set article as&amp;ide</source>
        <translation>Artikel &amp;zurückstellen</translation>
    </message>
    <message>
        <source>Work on article again</source>
        <translation>Artikel wieder öffnen</translation>
    </message>
    <message>
        <source>Attribute value</source>
        <translation>Merkmalswert</translation>
    </message>
    <message>
        <source>Least &amp;certain first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>&amp;Training set (JSONL) …</source>
        <translation>&amp;Trainingsdaten (JSONL) …</translation>
    </message>
    <message>
        <source>&amp;Guidelines</source>
        <translation>&amp;Richtlinien</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>All &amp;keys</source>
        <translation>Alle &amp;Tasten</translation>
    </message>
    <message>
        <source>Show h&amp;ints again</source>
        <translation>H&amp;inweise erneut zeigen</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Üb&amp;er</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Annotation</source>
        <translation>A&amp;nnotation</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>No annotation is here.</source>
        <translation>Hier ist keine Annotation.</translation>
    </message>
    <message>
        <source>Select words or an annotation first.</source>
        <translation>Zuerst Wörter oder eine Annotation auswählen.</translation>
    </message>
    <message>
        <source>This annotation has no attribute to choose from.</source>
        <translation>Diese Annotation hat kein Merkmal zum Auswählen.</translation>
    </message>
    <message>
        <source>No value has this number.</source>
        <translation>Kein Wert hat diese Nummer.</translation>
    </message>
    <message>
        <source>A role always leads away from its event; its ends cannot be swapped.</source>
        <translation>Eine Rolle führt immer vom Ereignis weg; ihre Enden lassen sich nicht tauschen.</translation>
    </message>
    <message>
        <source>The scheme allows this relation in this direction only.</source>
        <translation>Das Schema erlaubt diese Relation nur in dieser Richtung.</translation>
    </message>
    <message>
        <source>Nothing is open behind this; on from the start.</source>
        <translation>Danach ist nichts mehr offen; weiter am Anfang.</translation>
    </message>
    <message>
        <source>Nothing is open before this; on from the end.</source>
        <translation>Davor ist nichts mehr offen; weiter am Ende.</translation>
    </message>
    <message>
        <source>All suggestions are decided.</source>
        <translation>Alle Vorschläge sind entschieden.</translation>
    </message>
    <message>
        <source>This article has no suggestions.</source>
        <translation>Dieser Artikel hat keine Vorschläge.</translation>
    </message>
    <message>
        <source>difficult</source>
        <translation>schwierig</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>Artikeltext</translation>
    </message>
    <message>
        <source>All articles are finished.</source>
        <translation>Alle Artikel sind abgeschlossen.</translation>
    </message>
    <message>
        <source>This annotation has no attributes.</source>
        <translation>Diese Annotation hat keine Merkmale.</translation>
    </message>
    <message>
        <source>This annotation has no roles.</source>
        <translation>Diese Annotation hat keine Rollen.</translation>
    </message>
    <message>
        <source>No articles yet.</source>
        <translation>Noch keine Artikel.</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Annotates German news articles: entities, events, times, quotes, relations.</source>
        <translation>Annotiert deutsche Nachrichtenartikel: Entitäten, Ereignisse, Zeiten, Zitate, Relationen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the place {path}</source>
        <translation>Den Ort {path} kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Compute γ</source>
        <translation>γ berechnen</translation>
    </message>
    <message>
        <source>Agreement can be seen when the lead has opened the review.</source>
        <translation>Die Übereinstimmung ist zu sehen, sobald die Leitung die Prüfung geöffnet hat.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>F1 of spans, exact, over all layers. A pair that is lower than the others needs a talk.</source>
        <translation>F1 der Spannen, genau, über alle Ebenen. Liegt ein Paar unter den anderen, lohnt ein Gespräch.</translation>
    </message>
    <message>
        <source>F1 of spans, exact, in the order in which articles were finished; whiskers are intervals.</source>
        <translation>F1 der Spannen, genau, in der Reihenfolge, in der Artikel fertig wurden; die Striche sind Intervalle.</translation>
    </message>
    <message>
        <source>F1 of spans, exact. Where people agree with suggestions far better than without, they may have taken over the same mistakes.</source>
        <translation>F1 der Spannen, genau. Ist die Übereinstimmung mit Vorschlägen viel höher als ohne, wurden womöglich dieselben Fehler übernommen.</translation>
    </message>
    <message>
        <source>Takes a second an article, and needs a library of its own.</source>
        <translation>Dauert eine Sekunde je Artikel und braucht eine eigene Bibliothek.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Own earlier work</source>
        <translation>Eigene frühere Arbeit</translation>
    </message>
    <message>
        <source>No article has been finished by two people yet.</source>
        <translation>Noch ist kein Artikel von zweien fertig.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Articles finished by two people are needed.</source>
        <translation>Dafür müssen zwei Personen denselben Artikel fertiggestellt haben.</translation>
    </message>
    <message>
        <source>Ten articles finished by several are needed.</source>
        <translation>Dafür braucht es zehn Artikel, die mehrere fertiggestellt haben.</translation>
    </message>
    <message>
        <source>Control articles without suggestions are needed.</source>
        <translation>Dafür braucht es Kontrollartikel ohne Vorschläge.</translation>
    </message>
    <message>
        <source>Articles that somebody has annotated twice are needed.</source>
        <translation>Dafür muss jemand Artikel zweimal annotiert haben: Team, Zweiter Durchgang.</translation>
    </message>
    <message>
        <source>Choose a measure to read what it says.</source>
        <translation>Wähle ein Maß, um zu lesen, was es sagt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) finished by several.</source>
        <translation>
            <numerusform>%Ln Artikel von mehreren fertig.</numerusform>
            <numerusform>%Ln Artikel von mehreren fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out because only one person has finished them.</source>
        <translation>
            <numerusform>%Ln ausgelassen, den nur eine Person fertig hat.</numerusform>
            <numerusform>%Ln ausgelassen, die nur eine Person fertig hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This is a fault of the program. All your decisions are saved.</source>
        <translation>Das ist ein Fehler des Programms. Alle Entscheidungen sind gesichert.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Export training set</source>
        <translation>Trainingsdaten exportieren</translation>
    </message>
    <message>
        <source>JSON lines, one article by one annotator on each line.</source>
        <translation>JSON-Zeilen: je Zeile ein Artikel einer Annotatorin oder eines Annotators.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accept many</source>
        <translation>Viele annehmen</translation>
    </message>
    <message>
        <source>At least {percent}</source>
        <translation>Mindestens {percent}</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jede</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Whole article</source>
        <translation>Ganzer Artikel</translation>
    </message>
    <message>
        <source>This paragraph</source>
        <translation>Dieser Absatz</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>No suggestion is meant.</source>
        <translation>Kein Vorschlag ist gemeint.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Künftig</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Ohne Vorschläge</translation>
    </message>
    <message>
        <source>Assign articles</source>
        <translation>Artikel zuweisen</translation>
    </message>
    <message>
        <source>Everybody sees only the articles assigned to them. What somebody has begun stays with them.</source>
        <translation>Alle sehen nur die Artikel, die ihnen zugewiesen sind. Was jemand begonnen hat, bleibt dort.</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>Namen, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>no limit; or for example: {example}</source>
        <translation>ohne Grenze, sonst zum Beispiel: {example}</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>“{text}” is not the name of an annotator with a number behind it.</source>
        <translation>„{text}“ ist kein Name aus der Liste mit einer Zahl dahinter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) in the project</source>
        <translation>
            <numerusform>%Ln Artikel im Projekt</numerusform>
            <numerusform>%Ln Artikel im Projekt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln assignment(s)</source>
        <translation>
            <numerusform>%Ln Zuweisung</numerusform>
            <numerusform>%Ln Zuweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles given before, also by hand, and not begun are taken back: {people}.</source>
        <translation>Schon zugewiesene, auch von Hand, aber nicht begonnene Artikel werden zurückgenommen: {people}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are no longer for everybody.</source>
        <translation>
            <numerusform>%Ln Artikel ist nicht mehr für alle.</numerusform>
            <numerusform>%Ln Artikel sind nicht mehr für alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left over: too few have room.</source>
        <translation>
            <numerusform>%Ln Artikel übrig: Zu wenige haben noch Platz.</numerusform>
            <numerusform>%Ln Artikel übrig: Zu wenige haben noch Platz.</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Who leads assigns, and opens the review.</source>
        <translation>Wer leitet, weist zu und öffnet die Prüfung.</translation>
    </message>
    <message>
        <source>Annotators for each article</source>
        <translation>Annotatoren je Artikel</translation>
    </message>
    <message>
        <source>Articles for everybody</source>
        <translation>Artikel für alle</translation>
    </message>
    <message>
        <source>for calibration, before all others</source>
        <translation>zur Kalibrierung, vor allen anderen</translation>
    </message>
    <message>
        <source>Without suggestions</source>
        <translation>Ohne Vorschläge</translation>
    </message>
    <message>
        <source>percent, to see what suggestions change</source>
        <translation>Prozent, um zu sehen, was Vorschläge ändern</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Ziehung</translation>
    </message>
    <message>
        <source>The same number draws the same division.</source>
        <translation>Dieselbe Zahl ergibt dieselbe Aufteilung.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Articles that somebody takes, by name.</source>
        <translation>Wie viele Artikel jemand höchstens übernimmt.</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>{name} (program)</source>
        <translation>{name} (Programm)</translation>
    </message>
    <message>
        <source>{name} (adjudicated)</source>
        <translation>{name} (Goldfassung)</translation>
    </message>
    <message>
        <source>Guidelines: {scheme}</source>
        <translation>Richtlinien: {scheme}</translation>
    </message>
    <message>
        <source>Search in the guidelines</source>
        <translation>In den Richtlinien suchen</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relationen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>{source} was left out: its name begins with a dot. Rename it to import it.</source>
        <translation>{source} wurde ausgelassen: Der Name beginnt mit einem Punkt. Zum Importieren bitte umbenennen.</translation>
    </message>
    <message>
        <source>{source} was left out: it tells about the folder. Choose it alone to import it.</source>
        <translation>{source} wurde ausgelassen: Die Datei beschreibt den Ordner. Zum Importieren bitte einzeln wählen.</translation>
    </message>
    <message>
        <source>{source} was left out: it is a link to a folder. Choose that folder itself.</source>
        <translation>{source} wurde ausgelassen: Das ist eine Verknüpfung mit einem Ordner. Bitte den Ordner selbst wählen.</translation>
    </message>
    <message>
        <source>What did not come in</source>
        <translation>Was nicht importiert wurde</translation>
    </message>
    <message>
        <source>Import cancelled</source>
        <translation>Import abgebrochen</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Import fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) came in.</source>
        <translation>
            <numerusform>%Ln Artikel importiert.</numerusform>
            <numerusform>%Ln Artikel importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotated article(s) brought annotations.</source>
        <translation>
            <numerusform>%Ln Artikel brachte Annotationen mit.</numerusform>
            <numerusform>%Ln Artikel brachten Annotationen mit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were there already.</source>
        <translation>
            <numerusform>%Ln Artikel war schon da.</numerusform>
            <numerusform>%Ln Artikel waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) differ from another one in white space alone.</source>
        <translation>
            <numerusform>%Ln Artikel unterscheidet sich von einem anderen nur im Leerraum.</numerusform>
            <numerusform>%Ln Artikel unterscheiden sich von anderen nur im Leerraum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) could not be read.</source>
        <translation>
            <numerusform>%Ln Quelle war nicht lesbar.</numerusform>
            <numerusform>%Ln Quellen waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything was read. Import again to go on: nothing comes in twice.</source>
        <translation>Nicht alles wurde gelesen. Ein neuer Import macht weiter, nichts kommt doppelt.</translation>
    </message>
    <message>
        <source>{source} is there already as {name}.</source>
        <translation>{source} ist schon da als {name}.</translation>
    </message>
    <message>
        <source>{source} is nearly the same as {name}.</source>
        <translation>{source} ist fast gleich mit {name}.</translation>
    </message>
    <message>
        <source>{source} was left out: {kind} is no text. Save it in its program as text or HTML.</source>
        <translation>{source} wurde ausgelassen: {kind} ist kein Textformat. Bitte im zugehörigen Programm als Text oder HTML speichern.</translation>
    </message>
    <message>
        <source>{source} was left out: {kind} is none of .txt, .html, .csv, .tsv, .jsonl, .json.</source>
        <translation>{source} wurde ausgelassen: {kind} gehört nicht zu .txt, .html, .csv, .tsv, .jsonl, .json.</translation>
    </message>
    <message>
        <source>a file without an ending</source>
        <translation>eine Datei ohne Endung</translation>
    </message>
    <message>
        <source>{source}, line {line}</source>
        <translation>{source}, Zeile {line}</translation>
    </message>
    <message>
        <source>Previous or next word</source>
        <translation>Voriges oder nächstes Wort</translation>
    </message>
    <message>
        <source>Previous or next sentence</source>
        <translation>Voriger oder nächster Satz</translation>
    </message>
    <message>
        <source>Previous or next paragraph</source>
        <translation>Voriger oder nächster Absatz</translation>
    </message>
    <message>
        <source>Select words</source>
        <translation>Wörter auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Text cursor</source>
        <translation>Textcursor</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Who annotates?</source>
        <translation>Wer annotiert?</translation>
    </message>
    <message>
        <source>Every decision is kept with the name of who made it. It can be changed later.</source>
        <translation>Jede Entscheidung trägt den Namen der Person, die sie getroffen hat. Er lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Name the chain</source>
        <translation>Kette benennen</translation>
    </message>
    <message>
        <source>for example Q7747</source>
        <translation>zum Beispiel Q7747</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>verb</comment>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>Wissensbasis</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>In diesem Projekt</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>This name is kept for the program itself.</source>
        <translation>Diesen Namen braucht das Programm selbst.</translation>
    </message>
    <message>
        <source>{name} annotates for the second time, without a sight of the first.</source>
        <translation>{name} annotiert zum zweiten Mal, ohne das erste Mal zu sehen.</translation>
    </message>
    <message>
        <source>{name} has annotated in this project before and goes on there.</source>
        <translation>{name} hat in diesem Projekt schon annotiert und macht dort weiter.</translation>
    </message>
    <message>
        <source>{name} has not annotated in this project yet and begins with an empty set.</source>
        <translation>{name} hat in diesem Projekt noch nicht annotiert und beginnt ohne eigene Annotationen.</translation>
    </message>
    <message>
        <source>The annotations of {name} stay in the project: they are there again under that name.</source>
        <translation>Die Annotationen von {name} bleiben im Projekt: Unter diesem Namen sind sie wieder da.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Own scheme …</source>
        <translation>Eigenes Schema …</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>The scheme says what may be annotated. A copy of it is kept in the project.</source>
        <translation>Das Schema sagt, was annotiert wird. Das Projekt behält eine Kopie davon.</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Projects (*.annot)</source>
        <translation>Projekte (*.annot)</translation>
    </message>
    <message>
        <source>Own scheme</source>
        <translation>Eigenes Schema</translation>
    </message>
    <message>
        <source>Schemes (*.yaml *.yml)</source>
        <translation>Schemata (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>project</source>
        <comment>file name</comment>
        <translation>projekt</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>New decisions are kept under this name.</source>
        <translation>Neue Entscheidungen tragen diesen Namen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>High contrast is light or dark as the system is.</source>
        <translation>Hoher Kontrast ist hell oder dunkel wie das System.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Menus and panels. The article has a size of its own: Ctrl with the mouse wheel.</source>
        <translation>Menüs und Felder. Der Artikel hat eine eigene Größe: Strg mit dem Mausrad.</translation>
    </message>
    <message>
        <source>Least certain suggestions first</source>
        <translation>Unsicherste Vorschläge zuerst</translation>
    </message>
    <message>
        <source>Change keys …</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Auf alle anwenden</translation>
    </message>
    <message>
        <source>{text} becomes {label} at these places.</source>
        <translation>{text} wird an diesen Stellen {label}.</translation>
    </message>
    <message>
        <source>In all unfinished articles</source>
        <translation>In allen nicht abgeschlossenen Artikeln</translation>
    </message>
    <message>
        <source>With the genitive (-s)</source>
        <translation>Mit dem Genitiv (-s)</translation>
    </message>
    <message>
        <source>In compounds with a hyphen</source>
        <translation>In Zusammensetzungen mit Bindestrich</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) checked</source>
        <translation>
            <numerusform>%Ln Stelle markiert</numerusform>
            <numerusform>%Ln Stellen markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>in %Ln Artikel</numerusform>
            <numerusform>in %Ln Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>This text stands nowhere else undecided.</source>
        <translation>Dieser Text steht sonst nirgends unentschieden.</translation>
    </message>
    <message>
        <source>From {percent}</source>
        <translation>Ab {percent}</translation>
    </message>
    <message>
        <source>Suggestions shown</source>
        <translation>Gezeigte Vorschläge</translation>
    </message>
    <message>
        <source>By certainty. Those less sure are out of sight, not gone.</source>
        <translation>Nach Sicherheit. Die weniger sicheren sind ausgeblendet, nicht gelöscht.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>An installed German one that helps pre-tagging: name (de_core_news_lg) or folder.</source>
        <translation>Eine installierte deutsche, die beim Vorannotieren hilft: Name (de_core_news_lg) oder Ordner.</translation>
    </message>
    <message>
        <source>{name} is there already. Replace it?</source>
        <translation>{name} ist schon da. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Export cancelled.</source>
        <translation>Export abgebrochen.</translation>
    </message>
    <message>
        <source>{lines} lines with {spans} annotations and {relations} relations were written.</source>
        <translation>Geschrieben – Zeilen: {lines}, Annotationen: {spans}, Relationen: {relations}.</translation>
    </message>
    <message>
        <source>The gold set is not done; left to decide: {items}, in articles: {articles}.</source>
        <translation>Die Goldfassung ist nicht fertig; noch zu entscheiden: {items}, in Artikeln: {articles}.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Bildtext</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Zw.-Titel</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Decisions an hour</source>
        <translation>Entscheidungen je Stunde</translation>
    </message>
    <message>
        <source>decisions an hour</source>
        <translation>Entscheidungen je Stunde</translation>
    </message>
    <message>
        <source>Active time by article</source>
        <translation>Aktive Zeit je Artikel</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Suggestions by label</source>
        <translation>Vorschläge je Label</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln Entscheidung</numerusform>
            <numerusform>%Ln Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} an hour</source>
        <translation>{number} je Stunde</translation>
    </message>
    <message>
        <source>{time} of active time</source>
        <translation>{time} aktive Zeit</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>Active time</source>
        <translation>Aktive Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Noch gibt es nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Open suggestions</source>
        <translation>Offene Vorschläge</translation>
    </message>
    <message>
        <source>All annotations of the article</source>
        <translation>Alle Annotationen des Artikels</translation>
    </message>
    <message>
        <source>No annotation fits the filter.</source>
        <translation>Keine Annotation passt zum Filter.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>All shown</source>
        <translation>Alle sichtbaren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Filter …</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>No article fits the filter.</source>
        <translation>Kein Artikel passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
    <message>
        <source>Pre-tag</source>
        <translation>Vorannotieren</translation>
    </message>
    <message>
        <source>Filter by title, outlet, label: …</source>
        <translation>Nach Titel, Medium, label: filtern …</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>Zuweisen …</translation>
    </message>
    <message>
        <source>Assign chosen articles</source>
        <translation>Ausgewählte Artikel zuweisen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) chosen</source>
        <translation>
            <numerusform>%Ln Artikel ausgewählt</numerusform>
            <numerusform>%Ln Artikel ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Others as well</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Without suggestions, as control articles</source>
        <translation>Ohne Vorschläge, als Kontrollartikel</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Es ändert sich nichts.</translation>
    </message>
    <message>
        <source>{name} (has {number} of them)</source>
        <translation>{name} (hat {number} davon)</translation>
    </message>
    <message>
        <source>What one person says about the same articles at two times. Nobody can agree with others better than with herself: where this is low, the guideline or the scheme leaves too much open.</source>
        <translation>Was eine Person zu zwei Zeitpunkten über dieselben Artikel sagt. Besser als mit sich selbst kann niemand mit anderen übereinstimmen: Wo das niedrig ist, lässt die Richtlinie oder das Schema zu viel offen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} gets {articles}.</source>
        <translation>{name} bekommt {articles}.</translation>
    </message>
    <message>
        <source>{articles} taken back from {name}.</source>
        <translation>{articles} von {name} zurückgenommen.</translation>
    </message>
    <message>
        <source>{name} has begun {articles}: that stays with {name}.</source>
        <translation>{name} hat {articles} begonnen: Das bleibt bei {name}.</translation>
    </message>
    <message>
        <source>{name} then has no article assigned, and so sees all of them.</source>
        <translation>{name} sind dann keine Artikel zugewiesen; deshalb sieht {name} alle.</translation>
    </message>
    <message>
        <source>A TIMEX3 value, but of another type than this label.</source>
        <translation>Ein TIMEX3-Wert, aber von anderer Art als dieses Label.</translation>
    </message>
    <message>
        <source>There is no such month, week, hour or minute.</source>
        <translation>Diesen Monat, diese Woche, Stunde oder Minute gibt es nicht.</translation>
    </message>
    <message>
        <source>This month has no such day.</source>
        <translation>Diesen Tag hat der Monat nicht.</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Not a TIMEX3 value, such as 2024-03-14 or P3D.</source>
        <translation>Kein TIMEX3-Wert wie 2024-03-14 oder P3D.</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Schlagzeile</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>Dachzeile</translation>
    </message>
    <message>
        <source>Date line</source>
        <translation>Datumszeile</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Bildnachweis</translation>
    </message>
    <message>
        <source>Teaser</source>
        <translation>Vorspann</translation>
    </message>
    <message>
        <source>Cross-heading</source>
        <translation>Zwischenüberschrift</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>Fließtext</translation>
    </message>
    <message>
        <source>Label …</source>
        <translation>Label …</translation>
    </message>
    <message>
        <source>Text part is</source>
        <translation>Textteil ist</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Relation from here …</source>
        <translation>Relation von hier …</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Take rejection back</source>
        <translation>Ablehnung zurücknehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{open} of {total} suggestions open</source>
        <translation>{open} von {total} Vorschlägen offen</translation>
    </message>
    <message>
        <source>Nothing selected. {key} goes to the next suggestion.</source>
        <translation>Nichts ausgewählt. {key} geht zum nächsten Vorschlag.</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Suggestion {rank} of {total}</source>
        <translation>Vorschlag {rank} von {total}</translation>
    </message>
    <message>
        <source>Swap ends</source>
        <translation>Enden tauschen</translation>
    </message>
    <message>
        <source>Accept after all</source>
        <translation>Doch annehmen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>{filled} of {total} filled</source>
        <translation>{filled} von {total} gefüllt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add a note …</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>border</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>label selection</source>
        <translation>Auswahl annotieren</translation>
    </message>
    <message>
        <source>select</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>alle Labels</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>next suggestion</source>
        <translation>nächster Vorschlag</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>back to the text</source>
        <translation>zurück zum Text</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>Type the letters of the target</source>
        <translation>Buchstaben des Ziels tippen</translation>
    </message>
    <message>
        <source>{key} and …</source>
        <translation>{key} und …</translation>
    </message>
    <message>
        <source>Type the second key</source>
        <translation>Zweite Taste drücken</translation>
    </message>
    <message>
        <source>Choose target</source>
        <translation>Ziel wählen</translation>
    </message>
    <message>
        <source>Choose {role}</source>
        <translation>{role} wählen</translation>
    </message>
    <message>
        <source>take {value}</source>
        <translation>{value} übernehmen</translation>
    </message>
    <message>
        <source>Finish article</source>
        <translation>Artikel abschließen</translation>
    </message>
    <message>
        <source>All suggestions decided.</source>
        <translation>Alle Vorschläge entschieden.</translation>
    </message>
    <message>
        <source>No suggestions: this is a control article.</source>
        <translation>Keine Vorschläge: Das ist ein Kontrollartikel.</translation>
    </message>
    <message>
        <source>Looking for suggestions …</source>
        <translation>Vorschläge werden gesucht …</translation>
    </message>
    <message>
        <source>No suggestions.</source>
        <translation>Keine Vorschläge.</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>adjudicated</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Required – still open</source>
        <translation>Pflicht – noch offen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Erwähnung</numerusform>
            <numerusform>%Ln Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Chain {number}</source>
        <translation>Kette {number}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Back to 100 %</source>
        <translation>Zurück auf 100 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom {percent}</source>
        <translation>Zoom {percent}</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles gesichert</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Scheme {name}</source>
        <translation>Schema {name}</translation>
    </message>
    <message>
        <source>{name} · second pass</source>
        <translation>{name} · zweiter Durchgang</translation>
    </message>
    <message>
        <source>{name} · lead</source>
        <translation>{name} · Leitung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln Annotation</numerusform>
            <numerusform>%Ln Annotationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relation(s)</source>
        <translation>
            <numerusform>%Ln Relation</numerusform>
            <numerusform>%Ln Relationen</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) open</source>
        <translation>
            <numerusform>%Ln Vorschlag offen</numerusform>
            <numerusform>%Ln Vorschläge offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget {name}; the file stays</source>
        <translation>{name} vergessen; die Datei bleibt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Beispielprojekt</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No project open.</source>
        <translation>Noch kein Projekt geöffnet.</translation>
    </message>
    <message>
        <source>Drop articles, folders or a project here.</source>
        <translation>Artikel, Ordner oder ein Projekt hierher ziehen.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>The project was not opened</source>
        <translation>Das Projekt wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>This annotation is in no chain.</source>
        <translation>Diese Annotation ist in keiner Kette.</translation>
    </message>
    <message>
        <source>Choose an annotation to start from.</source>
        <translation>Zuerst die Annotation wählen, von der die Relation ausgeht.</translation>
    </message>
    <message>
        <source>Nothing here can be the same as this annotation.</source>
        <translation>Nichts hier kann dasselbe sein wie diese Annotation.</translation>
    </message>
    <message>
        <source>Same as</source>
        <translation>Dasselbe wie</translation>
    </message>
    <message>
        <source>Chain {number}: same as</source>
        <translation>Kette {number}: dasselbe wie</translation>
    </message>
    <message>
        <source>Nothing here may be linked with this annotation.</source>
        <translation>Mit dieser Annotation lässt sich hier nichts verbinden.</translation>
    </message>
    <message>
        <source>The scheme has no relation between these two.</source>
        <translation>Das Schema hat keine Relation zwischen diesen beiden.</translation>
    </message>
    <message>
        <source>The project {path} is not available.</source>
        <translation>Das Projekt {path} ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>There is no project {path}.</source>
        <translation>Es gibt kein Projekt {path}.</translation>
    </message>
    <message>
        <source>{path} is there already. Choose another name.</source>
        <translation>{path} ist schon da. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} is not a project of this program.</source>
        <translation>{path} ist kein Projekt dieses Programms.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of this program. Install that version to open it.</source>
        <translation>{path} stammt aus einer neueren Version dieses Programms. Sie wird zum Öffnen gebraucht.</translation>
    </message>
    <message>
        <source>{path} was written by an older version of this program. Open it in the window once: that brings it up to date.</source>
        <translation>{path} stammt von einer älteren Version dieses Programms. Einmal im Fenster geöffnet, wird es auf den neuen Stand gebracht.</translation>
    </message>
    <message>
        <source>{path} is damaged. Take a copy of it, then put a backup in its place.</source>
        <translation>{path} ist beschädigt. Bitte eine Kopie sichern und dann ein Backup an die Stelle setzen.</translation>
    </message>
    <message>
        <source>{path} is being written by another program. Close that one and try again.</source>
        <translation>In {path} schreibt gerade ein anderes Programm. Bitte dieses schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The disk of {path} is full. Make room and try again; what was done before is kept.</source>
        <translation>Das Laufwerk von {path} ist voll. Bitte Platz schaffen und erneut versuchen; alles Bisherige ist erhalten.</translation>
    </message>
    <message>
        <source>{path} cannot be written: its disk or file is read-only.</source>
        <translation>{path} lässt sich nicht schreiben: Laufwerk oder Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{path}: access is not permitted.</source>
        <translation>{path}: Der Zugriff ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>{path} cannot be opened. Check its name, and the permissions of the file and its folder.</source>
        <translation>{path} lässt sich nicht öffnen. Bitte den Namen und die Rechte von Datei und Ordner prüfen.</translation>
    </message>
    <message>
        <source>{path} cannot be read or written. Check the disk.</source>
        <translation>{path} lässt sich nicht lesen oder schreiben. Bitte das Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>{where} cannot be read.</source>
        <translation>{where} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{where} is not text. Save the article as text.</source>
        <translation>{where} ist kein Text. Bitte den Artikel als Text speichern.</translation>
    </message>
    <message>
        <source>{where}: the UTF-8 is damaged. Save the file as UTF-8 again.</source>
        <translation>{where}: Das UTF-8 ist beschädigt. Bitte die Datei neu als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{where} is empty.</source>
        <translation>{where} ist leer.</translation>
    </message>
    <message>
        <source>{where}: the encoding is unknown. Save the file as UTF-8.</source>
        <translation>{where}: Die Kodierung ist unbekannt. Bitte die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{where}: no line so far could be read, so this is no JSONL.</source>
        <translation>{where}: Keine Zeile war bisher lesbar, das ist also kein JSONL.</translation>
    </message>
    <message>
        <source>{where}: the page cannot be read. Save its article as text.</source>
        <translation>{where}: Die Seite lässt sich nicht lesen. Bitte den Artikel als Text speichern.</translation>
    </message>
    <message>
        <source>{where}: no article was found in the page. Save it as text.</source>
        <translation>{where}: In der Seite war kein Artikel zu finden. Bitte als Text speichern.</translation>
    </message>
    <message>
        <source>There is no {source}.</source>
        <translation>{source} gibt es nicht.</translation>
    </message>
    <message>
        <source>{source} is no plain file.</source>
        <translation>{source} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{where} cannot be read ({detail}). Check the disk.</source>
        <translation>{where} lässt sich nicht lesen ({detail}). Bitte den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>{where} cannot be read: something in it is unforeseen ({detail}).</source>
        <translation>{where} lässt sich nicht lesen: Etwas darin ist nicht vorgesehen ({detail}).</translation>
    </message>
    <message>
        <source>{where}: the file ends in the middle of a character. Get it again.</source>
        <translation>{where}: Die Datei endet mitten in einem Zeichen. Bitte neu beschaffen.</translation>
    </message>
    <message>
        <source>{where}: the text is missing or empty.</source>
        <translation>{where}: Der Text fehlt oder ist leer.</translation>
    </message>
    <message>
        <source>{where}: the text holds a NUL character. Save it without one.</source>
        <translation>{where}: Der Text enthält ein NUL-Zeichen. Bitte ohne speichern.</translation>
    </message>
    <message>
        <source>{where}: half a character stands alone. Export the file again.</source>
        <translation>{where}: Ein halbes Zeichen steht allein. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: no column holds a text. Name one of them “text”.</source>
        <translation>{where}: Keine Spalte enthält einen Text. Bitte eine davon „text“ nennen.</translation>
    </message>
    <message>
        <source>{where}: a quotation mark stands within a cell. Put the cell in quotation marks.</source>
        <translation>{where}: In einer Zelle steht ein Anführungszeichen. Bitte die ganze Zelle in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>{where}: there must be one JSON object a line.</source>
        <translation>{where}: Je Zeile muss ein JSON-Objekt stehen.</translation>
    </message>
    <message>
        <source>{where} is not whole JSON. The file may be cut off.</source>
        <translation>{where} ist kein vollständiges JSON. Vielleicht ist die Datei abgeschnitten.</translation>
    </message>
    <message>
        <source>{where} is not annotator-jsonl.</source>
        <translation>{where} ist kein annotator-jsonl.</translation>
    </message>
    <message>
        <source>{where} was written by a newer version of this program. Update this one.</source>
        <translation>{where} stammt von einer neueren Version dieses Programms. Bitte dieses aktualisieren.</translation>
    </message>
    <message>
        <source>{where} is not what annotator-jsonl.schema.json asks for: {detail}.</source>
        <translation>{where} entspricht nicht annotator-jsonl.schema.json: {detail}.</translation>
    </message>
    <message>
        <source>{where}: the text holds carriage returns. Export the file again.</source>
        <translation>{where}: Der Text enthält Wagenrückläufe (CR). Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: the text was changed after the export. Export the file again.</source>
        <translation>{where}: Der Text wurde nach dem Export geändert. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: tokens overlap or are not in order. Export the file again.</source>
        <translation>{where}: Tokens überlappen sich oder sind nicht in Reihenfolge. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: the sentences do not join. Export the file again.</source>
        <translation>{where}: Die Sätze schließen nicht aneinander an. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: paragraphs overlap or are not in order. Export the file again.</source>
        <translation>{where}: Absätze überlappen sich oder sind nicht in Reihenfolge. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: parts of an annotation overlap or lie outside the text. Export the file again.</source>
        <translation>{where}: Teile einer Annotation überlappen sich oder liegen außerhalb des Textes. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: start and end differ from the fragments. Export the file again.</source>
        <translation>{where}: Anfang und Ende passen nicht zu den Fragmenten. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: the text there is “{expected}”, not “{found}”. Offsets count code points. Export the file again.</source>
        <translation>{where}: Dort steht „{expected}“, nicht „{found}“. Gezählt wird in Codepoints. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: the annotation covers the tokens {expected}, not {found}. Export the file again.</source>
        <translation>{where}: Die Annotation umfasst die Tokens {expected}, nicht {found}. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: the id {found} is there twice. Export the file again.</source>
        <translation>{where}: Die Kennung {found} kommt zweimal vor. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: there is no annotation {found}. Export the file again.</source>
        <translation>{where}: Eine Annotation {found} gibt es nicht. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: the event differs from its annotations. Export the file again.</source>
        <translation>{where}: Das Ereignis passt nicht zu seinen Annotationen. Bitte die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>{where}: {annotator} has annotated {article} differently here. Nothing was replaced; give the annotator in the file another name.</source>
        <translation>{where}: {annotator} hat {article} hier anders annotiert. Nichts wurde ersetzt; bitte in der Datei einen anderen Namen eintragen.</translation>
    </message>
    <message>
        <source>{where}: {annotator} is something else here (person, machine or gold) than in the file. Only the text came in; give the annotator in the file another name.</source>
        <translation>{where}: {annotator} ist hier etwas anderes (Mensch, Maschine oder Gold) als in der Datei. Nur der Text kam herein; bitte in der Datei einen anderen Namen eintragen.</translation>
    </message>
    <message>
        <source>{where}: the annotations of {annotator} do not fit this project’s scheme. Only the text came in; use a project with the scheme {scheme}.</source>
        <translation>{where}: Die Annotationen von {annotator} passen nicht zum Schema dieses Projekts. Nur der Text kam herein; bitte ein Projekt mit dem Schema {scheme} verwenden.</translation>
    </message>
    <message>
        <source>{where} must not be read. Change its permissions.</source>
        <translation>{where} darf nicht gelesen werden. Bitte die Rechte ändern.</translation>
    </message>
    <message>
        <source>{source} holds nothing that can be imported.</source>
        <translation>{source} enthält nichts, was sich importieren lässt.</translation>
    </message>
    <message>
        <source>{where}: a quotation mark is not closed.</source>
        <translation>{where}: Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>{where}: the row has more cells than there are columns.</source>
        <translation>{where}: Die Zeile hat mehr Zellen, als es Spalten gibt.</translation>
    </message>
    <message>
        <source>{where} is too large. Split the file.</source>
        <translation>{where} ist zu groß. Bitte die Datei teilen.</translation>
    </message>
    <message>
        <source>{target} cannot be written. The old file is whole.</source>
        <translation>{target} lässt sich nicht schreiben. Die alte Datei ist unversehrt.</translation>
    </message>
    <message>
        <source>The disk of {target} is full. Nothing was changed; make room and try again.</source>
        <translation>Das Laufwerk von {target} ist voll. Nichts wurde geändert; bitte Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>{target} lies on a read-only disk. Nothing was changed; choose another place.</source>
        <translation>{target} liegt auf einem schreibgeschützten Laufwerk. Nichts wurde geändert; bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{target} must not be written. Nothing was changed; choose another place.</source>
        <translation>{target} darf nicht geschrieben werden. Nichts wurde geändert; bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{target} cannot be written ({detail}). The old file is whole; check the disk.</source>
        <translation>{target} lässt sich nicht schreiben ({detail}). Die alte Datei ist unversehrt; bitte den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>The folder of {target} does not exist.</source>
        <translation>Den Ordner von {target} gibt es nicht.</translation>
    </message>
    <message>
        <source>The name {target} is too long.</source>
        <translation>Der Name {target} ist zu lang.</translation>
    </message>
    <message>
        <source>{target} is the name of a project. Give the file another one.</source>
        <translation>{target} ist der Name eines Projekts. Die Datei braucht einen anderen.</translation>
    </message>
    <message>
        <source>{target} is a folder. Name a file in it.</source>
        <translation>{target} ist ein Ordner. Bitte eine Datei darin nennen.</translation>
    </message>
    <message>
        <source>{target} is no plain file.</source>
        <translation>{target} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Nobody called {annotator} has worked in this project.</source>
        <translation>Niemand namens {annotator} hat in diesem Projekt gearbeitet.</translation>
    </message>
    <message>
        <source>The model {path} cannot be used. Install the program again.</source>
        <translation>Das Modell {path} ist nicht verwendbar. Bitte das Programm neu installieren.</translation>
    </message>
    <message>
        <source>The model {path} does not lie in the model folder. Put it there.</source>
        <translation>Das Modell {path} liegt nicht im Modellordner. Bitte dorthin legen.</translation>
    </message>
    <message>
        <source>The model {path} is missing or cannot be read. Install the program again.</source>
        <translation>Das Modell {path} fehlt oder ist nicht lesbar. Bitte das Programm neu installieren.</translation>
    </message>
    <message>
        <source>The model {path} is damaged. Install the program again.</source>
        <translation>Das Modell {path} ist beschädigt. Bitte das Programm neu installieren.</translation>
    </message>
    <message>
        <source>The model {path} was made for another version of this program. Train it anew.</source>
        <translation>Das Modell {path} gehört zu einer anderen Version dieses Programms. Bitte neu trainieren.</translation>
    </message>
    <message>
        <source>The spaCy pipeline {name} is damaged. Install it anew, one of spaCy&apos;s own with this command: {remedy}</source>
        <translation>Die spaCy-Pipeline {name} ist beschädigt. Bitte neu installieren, eine von spaCy selbst mit diesem Befehl: {remedy}</translation>
    </message>
    <message>
        <source>The spaCy pipeline {name} is not installed. This command installs it: {remedy}</source>
        <translation>Die spaCy-Pipeline {name} ist nicht installiert. Dieser Befehl installiert sie: {remedy}</translation>
    </message>
    <message>
        <source>There is no spaCy pipeline {name}, no package and no folder of that name. This command installs one: {remedy}</source>
        <translation>Es gibt keine spaCy-Pipeline {name}, weder ein Paket noch einen Ordner dieses Namens. Dieser Befehl installiert eine: {remedy}</translation>
    </message>
    <message>
        <source>The spaCy pipeline {name} is not for German. This command installs one: {remedy}</source>
        <translation>Die spaCy-Pipeline {name} ist nicht für Deutsch. Dieser Befehl installiert eine: {remedy}</translation>
    </message>
    <message>
        <source>The spaCy pipeline {name} was made for another version of spaCy. This command installs one for this version: {remedy}</source>
        <translation>Die spaCy-Pipeline {name} wurde für eine andere Version von spaCy gemacht. Dieser Befehl installiert eine für diese Version: {remedy}</translation>
    </message>
    <message>
        <source>The scheme does not allow this.</source>
        <translation>Das erlaubt das Schema nicht.</translation>
    </message>
    <message>
        <source>This label covers whole words only.</source>
        <translation>Dieses Label umfasst nur ganze Wörter.</translation>
    </message>
    <message>
        <source>The role {role} is filled already.</source>
        <translation>Die Rolle {role} ist schon gefüllt.</translation>
    </message>
    <message>
        <source>The scheme has no label {label}.</source>
        <translation>Das Schema hat kein Label {label}.</translation>
    </message>
    <message>
        <source>The scheme has no value {value}.</source>
        <translation>Das Schema hat keinen Wert {value}.</translation>
    </message>
    <message>
        <source>The label {label} has no attribute {attribute}.</source>
        <translation>Das Label {label} hat kein Merkmal {attribute}.</translation>
    </message>
    <message>
        <source>This cannot be done here.</source>
        <translation>Das geht hier nicht.</translation>
    </message>
    <message>
        <source>The border cannot be moved any further.</source>
        <translation>Weiter lässt sich die Grenze nicht verschieben.</translation>
    </message>
    <message>
        <source>Another annotation of this layer stands there already.</source>
        <translation>Dort steht schon eine andere Annotation dieser Ebene.</translation>
    </message>
    <message>
        <source>This relation is there already.</source>
        <translation>Diese Relation ist schon da.</translation>
    </message>
    <message>
        <source>Nothing would be left.</source>
        <translation>Es bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>This annotation is in one piece already.</source>
        <translation>Diese Annotation hat nur ein Stück.</translation>
    </message>
    <message>
        <source>An annotation of several pieces cannot be moved as a whole.</source>
        <translation>Eine Annotation aus mehreren Stücken lässt sich nicht als Ganze verschieben.</translation>
    </message>
    <message>
        <source>This lies outside the text.</source>
        <translation>Das liegt außerhalb des Textes.</translation>
    </message>
    <message>
        <source>These are known to be the same already.</source>
        <translation>Das ist schon als dasselbe bekannt.</translation>
    </message>
    <message>
        <source>Annotations of different layers cannot be in one chain.</source>
        <translation>Annotationen verschiedener Ebenen können nicht in einer Kette sein.</translation>
    </message>
    <message>
        <source>A chain needs at least two mentions.</source>
        <translation>Eine Kette braucht mindestens zwei Erwähnungen.</translation>
    </message>
    <message>
        <source>An annotation can be in one chain only.</source>
        <translation>Eine Annotation kann nur in einer Kette sein.</translation>
    </message>
    <message>
        <source>This was changed since, so nothing was done. Look at it again first.</source>
        <translation>Das wurde inzwischen geändert, deshalb ist nichts geschehen. Bitte erst noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This search cannot be read.</source>
        <translation>Diese Suche ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no field {text}.</source>
        <translation>Ein Feld {text} gibt es nicht.</translation>
    </message>
    <message>
        <source>A value is missing after {text}.</source>
        <translation>Nach {text} fehlt ein Wert.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>{text} is no date. Write it like datum:2024, datum:2024-03 or datum:2024-03..2024-05.</source>
        <translation>{text} ist kein Datum. Richtig ist etwa datum:2024, datum:2024-03 oder datum:2024-03..2024-05.</translation>
    </message>
    <message>
        <source>{text} is no score. Write it like score:&gt;0.8.</source>
        <translation>{text} ist kein Score. Richtig ist etwa score:&gt;0.8.</translation>
    </message>
    <message>
        <source>{text} is neither yes nor no.</source>
        <translation>{text} ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>The articles cannot be divided like that.</source>
        <translation>So lassen sich die Artikel nicht aufteilen.</translation>
    </message>
    <message>
        <source>{annotator} is named twice.</source>
        <translation>{annotator} steht zweimal da.</translation>
    </message>
    <message>
        <source>{annotator} is a name that the program keeps for itself.</source>
        <translation>{annotator} ist ein Name, den das Programm für sich behält.</translation>
    </message>
    <message>
        <source>{annotator} is a second pass; it has articles of its own.</source>
        <translation>{annotator} ist ein zweiter Durchgang und hat eigene Artikel.</translation>
    </message>
    <message>
        <source>There are only {annotators} annotators.</source>
        <translation>Es sind nur {annotators} Namen.</translation>
    </message>
    <message>
        <source>There are only {articles} articles.</source>
        <translation>Es sind nur {articles} Artikel.</translation>
    </message>
    <message>
        <source>There is nothing to hand out.</source>
        <translation>Es gibt nichts auszugeben.</translation>
    </message>
    <message>
        <source>Nothing is assigned to {annotator}.</source>
        <translation>{annotator} ist nichts zugewiesen.</translation>
    </message>
    <message>
        <source>This is a work package itself. Make packages from the whole project.</source>
        <translation>Das ist selbst ein Arbeitspaket. Pakete macht man aus dem ganzen Projekt.</translation>
    </message>
    <message>
        <source>There is no article in the project.</source>
        <translation>Im Projekt ist kein Artikel.</translation>
    </message>
    <message>
        <source>{annotator} has nothing to annotate again.</source>
        <translation>{annotator} hat nichts zum zweiten Mal zu annotieren.</translation>
    </message>
    <message>
        <source>There is no merge to take back.</source>
        <translation>Es gibt kein Zusammenführen, das sich zurücknehmen lässt.</translation>
    </message>
    <message>
        <source>{annotator} has worked on {article} since the merge. Undo that first.</source>
        <translation>{annotator} hat seitdem an {article} gearbeitet. Das zuerst rückgängig machen.</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>{annotator} cannot be compared with itself. Choose somebody else.</source>
        <translation>{annotator} lässt sich nicht mit sich selbst vergleichen. Wähle jemand anderen.</translation>
    </message>
    <message>
        <source>{where} cannot be used as a corpus.</source>
        <translation>{where} ist als Korpus nicht verwendbar.</translation>
    </message>
    <message>
        <source>Only who leads the project may do this.</source>
        <translation>Das darf nur, wer das Projekt leitet.</translation>
    </message>
    <message>
        <source>Only who leads the project, or was named a reviewer, may settle disagreements.</source>
        <translation>Entscheiden darf nur, wer das Projekt leitet oder als Prüfer benannt ist.</translation>
    </message>
    <message>
        <source>The review is closed. Who leads the project opens it, in the menu Team.</source>
        <translation>Die Prüfung ist geschlossen. Wer das Projekt leitet, öffnet sie im Menü Team.</translation>
    </message>
    <message>
        <source>γ needs the library {package}, which is not installed. It comes with: pip install annotator[gamma] (800 MB)</source>
        <translation>Für γ fehlt die Bibliothek {package}. Sie kommt mit: pip install annotator[gamma] (800 MB)</translation>
    </message>
    <message>
        <source>The configuration of the pre-tagger is wrong: {source} ({reason}).</source>
        <translation>Die Konfiguration der Vorannotation ist fehlerhaft: {source} ({reason}).</translation>
    </message>
    <message>
        <source>The process that did this was ended before it was done, most likely because there was too little memory. What was stored until then is kept. Close other programs and try again.</source>
        <translation>Der Prozess dafür wurde beendet, bevor er fertig war, vermutlich weil der Arbeitsspeicher nicht reichte. Was bis dahin gespeichert wurde, ist erhalten. Bitte andere Programme schließen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>The pre-tagger ends before it answers. Is there memory enough?</source>
        <translation>Der Vorannotierer endet, bevor er antwortet. Reicht der Arbeitsspeicher?</translation>
    </message>
    <message>
        <source>Somebody else changed this article in the meantime. Try again.</source>
        <translation>Inzwischen wurde dieser Artikel von anderer Stelle geändert. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>This failed.</source>
        <translation>Das ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>take rejection back</source>
        <translation>Ablehnung zurücknehmen</translation>
    </message>
    <message>
        <source>new annotation</source>
        <translation>neue Annotation</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>move border</source>
        <translation>Grenze verschieben</translation>
    </message>
    <message>
        <source>move annotation</source>
        <translation>Annotation verschieben</translation>
    </message>
    <message>
        <source>join</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <source>no longer difficult</source>
        <translation>nicht mehr schwierig</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>swap ends</source>
        <translation>Enden tauschen</translation>
    </message>
    <message>
        <source>same as</source>
        <translation>dasselbe wie</translation>
    </message>
    <message>
        <source>confirm in chain</source>
        <translation>in Kette bestätigen</translation>
    </message>
    <message>
        <source>remove from chain</source>
        <translation>aus Kette nehmen</translation>
    </message>
    <message>
        <source>accept chain</source>
        <translation>Kette annehmen</translation>
    </message>
    <message>
        <source>reject chain</source>
        <translation>Kette ablehnen</translation>
    </message>
    <message>
        <source>merge chains</source>
        <translation>Ketten vereinen</translation>
    </message>
    <message>
        <source>split chain</source>
        <translation>Kette teilen</translation>
    </message>
    <message>
        <source>name chain</source>
        <translation>Kette benennen</translation>
    </message>
    <message>
        <source>state of the article</source>
        <translation>Stand des Artikels</translation>
    </message>
    <message>
        <source>same text</source>
        <translation>gleicher Text</translation>
    </message>
    <message>
        <source>accept many</source>
        <translation>viele annehmen</translation>
    </message>
    <message>
        <source>reject many</source>
        <translation>viele ablehnen</translation>
    </message>
    <message>
        <source>other label for many</source>
        <translation>anderes Label für viele</translation>
    </message>
    <message>
        <source>kind of text part</source>
        <translation>Art des Textteils</translation>
    </message>
    <message>
        <source>Articles ({endings});;All files (*)</source>
        <translation>Artikel ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Each article is stored as soon as it is read.</source>
        <translation>Jeder Artikel ist gesichert, sobald er gelesen ist.</translation>
    </message>
    <message>
        <source>Importing articles</source>
        <translation>Artikel werden importiert</translation>
    </message>
    <message>
        <source>No article is left to pre-tag.</source>
        <translation>Kein Artikel ist mehr vorzuannotieren.</translation>
    </message>
    <message>
        <source>Pre-tagging …</source>
        <translation>Vorannotieren …</translation>
    </message>
    <message>
        <source>Pre-tagging cancelled; what was found so far is there.</source>
        <translation>Vorannotieren abgebrochen; was bisher gefunden wurde, ist da.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln Vorschlag</numerusform>
            <numerusform>%Ln Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Pre-tagging finished: {suggestions}.</source>
        <translation>Vorannotieren fertig: {suggestions}.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>toolbar</comment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <comment>toolbar</comment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Only annotations of words have this. Space goes to the one that the relation begins at.</source>
        <translation>Das haben nur Annotationen von Wörtern. Die Leertaste geht zu der, von der die Relation ausgeht.</translation>
    </message>
    <message>
        <source>Not possible at the moment.</source>
        <translation>Das geht gerade nicht.</translation>
    </message>
    <message>
        <source>That is done on the page “Annotate”.</source>
        <translation>Das geht auf der Seite „Annotieren“.</translation>
    </message>
    <message>
        <source>In a second pass nobody sees the work of others, nor her own from the first time.</source>
        <translation>Im zweiten Durchgang sieht man weder die Arbeit der anderen noch die eigene vom ersten Mal.</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Öffne zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>Öffne zuerst einen Artikel.</translation>
    </message>
    <message>
        <source>No annotation has the focus.</source>
        <translation>Keine Annotation hat den Fokus.</translation>
    </message>
    <message>
        <source>No annotation of words has the focus.</source>
        <translation>Keine Annotation im Text hat den Fokus.</translation>
    </message>
    <message>
        <source>No relation has the focus.</source>
        <translation>Keine Relation hat den Fokus.</translation>
    </message>
    <message>
        <source>There is no step to take back.</source>
        <translation>Es gibt keinen Schritt zurück.</translation>
    </message>
    <message>
        <source>There is no step to repeat.</source>
        <translation>Es gibt keinen Schritt zu wiederholen.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>This is not UTF-8 text. Save the file as UTF-8.</source>
        <translation>Das ist kein UTF-8-Text. Bitte die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>It is larger than {limit} characters. Shorten it or split it in two.</source>
        <translation>Es ist größer als {limit} Zeichen. Bitte kürzen oder teilen.</translation>
    </message>
    <message>
        <source>The character {code} is not allowed. Delete it.</source>
        <translation>Das Zeichen {code} ist nicht erlaubt. Bitte löschen.</translation>
    </message>
    <message>
        <source>This is not YAML: {problem}. Is there a quotation mark missing, a tab, a wrong indent?</source>
        <translation>Das ist kein YAML: {problem}. Fehlt ein Anführungszeichen, steht dort ein Tabulator, stimmt die Einrückung nicht?</translation>
    </message>
    <message>
        <source>{alias}: references (&amp; and *) are not allowed. Write the value out.</source>
        <translation>{alias}: Verweise (&amp; und *) sind nicht erlaubt. Bitte den Wert ausschreiben.</translation>
    </message>
    <message>
        <source>{tag}: types (!) are not allowed. Delete it.</source>
        <translation>{tag}: Typen (!) sind nicht erlaubt. Bitte löschen.</translation>
    </message>
    <message>
        <source>Lists and mappings are nested more than {limit} deep.</source>
        <translation>Listen und Zuordnungen sind mehr als {limit} tief verschachtelt.</translation>
    </message>
    <message>
        <source>There is nothing in it. It needs a name, a version and layers.</source>
        <translation>Es steht nichts darin. Nötig sind ein Name, eine Version und Ebenen.</translation>
    </message>
    <message>
        <source>There must be a mapping (key: value) here ({owner}), not {found}.</source>
        <translation>Hier muss eine Zuordnung (Schlüssel: Wert) stehen ({owner}), nicht {found}.</translation>
    </message>
    <message>
        <source>{key} must be a list ({owner}), not {found}. Put “- ” before each item.</source>
        <translation>{key} muss eine Liste sein ({owner}), nicht {found}. Vor jeden Eintrag gehört „- “.</translation>
    </message>
    <message>
        <source>{key} must be a text ({owner}), not {found}.</source>
        <translation>{key} muss ein Text sein ({owner}), nicht {found}.</translation>
    </message>
    <message>
        <source>{key} must be a whole number from 0 ({owner}), not {value}.</source>
        <translation>{key} muss eine ganze Zahl ab 0 sein ({owner}), nicht {value}.</translation>
    </message>
    <message>
        <source>{key} must be true or false ({owner}), not {value}.</source>
        <translation>{key} muss true oder false sein ({owner}), nicht {value}.</translation>
    </message>
    <message>
        <source>There is no {key} ({owner}). Known are: {known}.</source>
        <translation>{key} gibt es nicht ({owner}). Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>There is no {key} ({owner}). Did you mean {nearest}?</source>
        <translation>{key} gibt es nicht ({owner}). Ist {nearest} gemeint?</translation>
    </message>
    <message>
        <source>{key} stands twice ({owner}), first in line {first_line}. Delete one of them.</source>
        <translation>{key} steht zweimal da ({owner}), zuerst in Zeile {first_line}. Bitte eines löschen.</translation>
    </message>
    <message>
        <source>{key} is missing ({owner}). Add it.</source>
        <translation>{key} fehlt ({owner}). Bitte ergänzen.</translation>
    </message>
    <message>
        <source>There is no text in any language ({owner}). Add “de”, “en” or both.</source>
        <translation>Es gibt in keiner Sprache einen Text ({owner}). Bitte „de“, „en“ oder beides ergänzen.</translation>
    </message>
    <message>
        <source>{key} is empty ({owner}). It needs at least one item.</source>
        <translation>{key} ist leer ({owner}). Nötig ist mindestens ein Eintrag.</translation>
    </message>
    <message>
        <source>{key} is empty ({owner}). Write something or delete the line.</source>
        <translation>{key} ist leer ({owner}). Bitte etwas schreiben oder die Zeile löschen.</translation>
    </message>
    <message>
        <source>{value} cannot be a name. It may have {limit} letters, digits, “-”, “_” and “.”, no spaces.</source>
        <translation>{value} kann kein Name sein. Er darf {limit} Buchstaben, Ziffern, „-“, „_“ und „.“ haben, keine Leerzeichen.</translation>
    </message>
    <message>
        <source>{value} is no colour. Write it in quotation marks, with six digits after “#”.</source>
        <translation>{value} ist keine Farbe. Bitte in Anführungszeichen schreiben, mit sechs Stellen nach „#“.</translation>
    </message>
    <message>
        <source>{value} cannot be a key. Take one or two digits or lower-case letters.</source>
        <translation>{value} kann keine Taste sein. Bitte eine oder zwei Ziffern oder kleine Buchstaben nehmen.</translation>
    </message>
    <message>
        <source>{value} cannot be a relation&apos;s key. Take one digit or one lower-case letter.</source>
        <translation>{value} kann keine Taste einer Beziehung sein. Bitte eine Ziffer oder einen kleinen Buchstaben nehmen.</translation>
    </message>
    <message>
        <source>The program needs the key {value} itself. Free are: {free}.</source>
        <translation>Die Taste {value} braucht das Programm selbst. Frei sind: {free}.</translation>
    </message>
    <message>
        <source>The example does not mark its words. Put them between “[[” and “]]”.</source>
        <translation>Das Beispiel markiert seine Wörter nicht. Sie gehören zwischen „[[“ und „]]“.</translation>
    </message>
    <message>
        <source>{value} is not known as {wanted}. Known are: {known}.</source>
        <translation>{value} ist als {wanted} nicht bekannt. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>{value} is not known as {wanted}. Did you mean {nearest}?</source>
        <translation>{value} ist als {wanted} nicht bekannt. Ist {nearest} gemeint?</translation>
    </message>
    <message>
        <source>The name {value} is taken in line {first_line} ({owner}). Take another one.</source>
        <translation>Der Name {value} ist in Zeile {first_line} vergeben ({owner}). Bitte einen anderen nehmen.</translation>
    </message>
    <message>
        <source>The key {value} is taken by {taken_by} in line {first_line}.</source>
        <translation>Die Taste {value} hat schon {taken_by} in Zeile {first_line}.</translation>
    </message>
    <message>
        <source>The keys {value} and {other} ({taken_by}, line {first_line}) begin alike and one ends there.</source>
        <translation>Die Tasten {value} und {other} ({taken_by}, Zeile {first_line}) beginnen gleich, und eine endet dort.</translation>
    </message>
    <message>
        <source>{value} stands twice in {key} ({owner}). Delete one of them.</source>
        <translation>{value} steht zweimal in {key} ({owner}). Bitte eines löschen.</translation>
    </message>
    <message>
        <source>Only an attribute of the kind “choice” has values, this one is {value}.</source>
        <translation>Nur ein Merkmal der Art „choice“ hat Werte, dieses ist {value}.</translation>
    </message>
    <message>
        <source>An attribute of the kind “choice” needs “values”. Add them.</source>
        <translation>Ein Merkmal der Art „choice“ braucht „values“. Bitte ergänzen.</translation>
    </message>
    <message>
        <source>Only labels of a layer of the kind “event” have roles; {layer} is none.</source>
        <translation>Nur Labels einer Ebene der Art „event“ haben Rollen; {layer} ist keine.</translation>
    </message>
    <message>
        <source>{value} names no label. Write “layer/label” or “layer/*”.</source>
        <translation>{value} benennt kein Label. Bitte „Ebene/Label“ oder „Ebene/*“ schreiben.</translation>
    </message>
    <message>
        <source>“max” ({maximum}) is below “min” ({minimum}) or below 1.</source>
        <translation>„max“ ({maximum}) liegt unter „min“ ({minimum}) oder unter 1.</translation>
    </message>
    <message>
        <source>{value} is also a role of its possible head {label}. Rename one.</source>
        <translation>{value} ist auch eine Rolle des möglichen Anfangs {label}. Bitte eines umbenennen.</translation>
    </message>
    <message>
        <source>the scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>ein Grund</translation>
    </message>
    <message>
        <source>a layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>a colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>a relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>a kind of attribute</source>
        <translation>Art eines Merkmals</translation>
    </message>
    <message>
        <source>a kind of layer</source>
        <translation>Art einer Ebene</translation>
    </message>
    <message>
        <source>an attribute of this scheme</source>
        <translation>Merkmal dieses Schemas</translation>
    </message>
    <message>
        <source>a value of this attribute</source>
        <translation>Wert dieses Merkmals</translation>
    </message>
    <message>
        <source>a layer of this scheme</source>
        <translation>Ebene dieses Schemas</translation>
    </message>
    <message>
        <source>a label of this layer</source>
        <translation>Label dieser Ebene</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>This is not valid.</source>
        <translation>Das ist nicht gültig.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Die eine Seite</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Die andere Seite</translation>
    </message>
    <message>
        <source>spaCy pipeline</source>
        <translation>spaCy-Pipeline</translation>
    </message>
    <message>
        <source>Pre-tagging cancelled</source>
        <translation>Vorannotieren abgebrochen</translation>
    </message>
    <message>
        <source>Pre-tagging finished</source>
        <translation>Vorannotieren fertig</translation>
    </message>
    <message>
        <source>Not all of the pre-tagger can be used. {reason}</source>
        <translation>Nicht alle Teile des Vorannotierers können gebraucht werden. {reason}</translation>
    </message>
    <message>
        <source>What was not pre-tagged</source>
        <translation>Was nicht vorannotiert wurde</translation>
    </message>
    <message>
        <source>What else was found is there. Pre-tag again to try once more.</source>
        <translation>Was sonst gefunden wurde, ist da. Erneutes Vorannotieren versucht es noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) could not be pre-tagged completely.</source>
        <translation>
            <numerusform>%Ln Artikel konnte nicht vollständig vorannotiert werden.</numerusform>
            <numerusform>%Ln Artikel konnten nicht vollständig vorannotiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>{article}: the component {component} failed ({reason}).</source>
        <translation>{article}: Der Baustein {component} ist gescheitert ({reason}).</translation>
    </message>
    <message>
        <source>{article}: pre-tagging failed ({reason}).</source>
        <translation>{article}: Das Vorannotieren ist gescheitert ({reason}).</translation>
    </message>
    <message>
        <source>its process ended with exit code {code}; is there memory enough?</source>
        <translation>sein Prozess endete mit dem Exit-Code {code}; reicht der Arbeitsspeicher?</translation>
    </message>
    <message>
        <source>No label has these keys.</source>
        <translation>Zu diesen Tasten gehört kein Label.</translation>
    </message>
    <message>
        <source>Co&amp;mpare suggestions with annotations …</source>
        <translation>Vorsc&amp;hläge mit Annotationen vergleichen …</translation>
    </message>
    <message>
        <source>Compare suggestions</source>
        <translation>Vorschläge vergleichen</translation>
    </message>
    <message>
        <source>Unfinished articles too</source>
        <translation>Auch unfertige Artikel</translation>
    </message>
    <message>
        <source>Nobody has annotated in this project yet.</source>
        <translation>In diesem Projekt hat noch niemand annotiert.</translation>
    </message>
    <message>
        <source>Compare with the annotations of</source>
        <translation>Vergleichen mit den Annotationen von</translation>
    </message>
    <message>
        <source>Scores in per cent</source>
        <translation>Güte in Prozent</translation>
    </message>
    <message>
        <source>Most frequent mistakes</source>
        <translation>Häufigste Fehler</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>The articles of {name} have no suggestions yet.</source>
        <translation>Die Artikel von {name} haben noch keine Vorschläge.</translation>
    </message>
    <message>
        <source>{name} has not worked on any article yet.</source>
        <translation>{name} hat noch keinen Artikel bearbeitet.</translation>
    </message>
    <message>
        <source>{name} has not finished any article yet.</source>
        <translation>{name} hat noch keinen Artikel fertig.</translation>
    </message>
    <message>
        <source>Compare unfinished articles</source>
        <translation>Unfertige Artikel vergleichen</translation>
    </message>
    <message>
        <source>Arguments of events</source>
        <translation>Rollen der Ereignisse</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Strikt</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teils</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Border and label are right.</source>
        <translation>Grenze und Label stimmen.</translation>
    </message>
    <message>
        <source>The border is right, whatever the label.</source>
        <translation>Die Grenze stimmt, gleich welches Label.</translation>
    </message>
    <message>
        <source>The border is right; an overlap counts by half.</source>
        <translation>Die Grenze stimmt; eine Überschneidung zählt halb.</translation>
    </message>
    <message>
        <source>The label is right, and there is some overlap.</source>
        <translation>Das Label stimmt, und es gibt eine Überschneidung.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>Spurious</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Other label</source>
        <translation>Anderes Label</translation>
    </message>
    <message>
        <source>Other border</source>
        <translation>Andere Grenze</translation>
    </message>
    <message>
        <source>Other label and border</source>
        <translation>Anderes Label, andere Grenze</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished article(s)</source>
        <translation>
            <numerusform>%Ln fertiger Artikel</numerusform>
            <numerusform>%Ln fertige Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) compared.</source>
        <translation>
            <numerusform>%Ln Artikel verglichen.</numerusform>
            <numerusform>%Ln Artikel verglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out because they are not finished.</source>
        <translation>
            <numerusform>%Ln ausgelassen, weil er nicht fertig ist.</numerusform>
            <numerusform>%Ln ausgelassen, weil sie nicht fertig sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out because they have no suggestions.</source>
        <translation>
            <numerusform>%Ln ausgelassen, weil er keine Vorschläge hat.</numerusform>
            <numerusform>%Ln ausgelassen, weil sie keine Vorschläge haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish with open suggestions?</source>
        <translation>Mit offenen Vorschlägen abschließen?</translation>
    </message>
    <message>
        <source>Finish with errors?</source>
        <translation>Mit Fehlern abschließen?</translation>
    </message>
    <message>
        <source>Still undecided in this article: {parts}.</source>
        <translation>In diesem Artikel noch unentschieden: {parts}.</translation>
    </message>
    <message>
        <source>What is open stays a suggestion and does not come into the training set.</source>
        <translation>Was offen ist, bleibt ein Vorschlag und kommt nicht in den Trainingssatz.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in this article, listed under “Problems”.</source>
        <translation>
            <numerusform>%Ln Fehler in diesem Artikel, aufgeführt unter „Probleme“.</numerusform>
            <numerusform>%Ln Fehler in diesem Artikel, aufgeführt unter „Probleme“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask about open suggestions again</source>
        <translation>Nach offenen Vorschlägen nicht mehr fragen</translation>
    </message>
    <message>
        <source>Finish anyway</source>
        <translation>Trotzdem abschließen</translation>
    </message>
    <message>
        <source>Go to the first open one</source>
        <translation>Zum ersten offenen</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>{name} (read only)</source>
        <translation>{name} (nur lesen)</translation>
    </message>
    <message>
        <source>What you decided before is kept.</source>
        <translation>Was bisher entschieden ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Annotate under another name?</source>
        <translation>Unter anderem Namen annotieren?</translation>
    </message>
    <message>
        <source>Go on as {name}</source>
        <translation>Als {name} weitermachen</translation>
    </message>
    <message>
        <source>Read only: {who} has the project open on {host} since {since}.</source>
        <translation>Nur lesen: {who} hat das Projekt seit {since} auf {host} geöffnet.</translation>
    </message>
    <message>
        <source>Read only: the file may not be written. Copy it, or change its permissions.</source>
        <translation>Nur lesen: Die Datei darf nicht geschrieben werden. Kopiere sie oder ändere ihre Rechte.</translation>
    </message>
    <message>
        <source>Read only: the folder of the project may not be written. Copy the project to another one.</source>
        <translation>Nur lesen: In den Ordner des Projekts darf nicht geschrieben werden. Kopiere das Projekt in einen anderen.</translation>
    </message>
    <message>
        <source>Read only: the disk is full. Make room, then try again.</source>
        <translation>Nur lesen: Das Laufwerk ist voll. Schaffe Platz und versuche es erneut.</translation>
    </message>
    <message>
        <source>Read only: another window of this computer has the project open, as {who}, since {since}.</source>
        <translation>Nur lesen: Ein anderes Fenster auf diesem Rechner hat das Projekt seit {since} als {who} geöffnet.</translation>
    </message>
    <message>
        <source>The note cannot be saved</source>
        <translation>Die Notiz lässt sich nicht sichern</translation>
    </message>
    <message>
        <source>The project cannot be written at the moment. Leave without the note?</source>
        <translation>Das Projekt lässt sich gerade nicht schreiben. Ohne die Notiz verlassen?</translation>
    </message>
    <message>
        <source>Leave without the note</source>
        <translation>Ohne Notiz verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Dashed is a suggestion. Return accepts the one in focus, Backspace rejects it.</source>
        <translation>Gestrichelt ist ein Vorschlag. Die Eingabetaste nimmt den im Fokus an, die Rücktaste lehnt ihn ab.</translation>
    </message>
    <message>
        <source>Here stand the keys that apply now. ? shows them all.</source>
        <translation>Hier stehen die Tasten, die gerade gelten. ? zeigt alle.</translation>
    </message>
    <message>
        <source>Here is what is known of the annotation in focus. Tab goes to the next suggestion.</source>
        <translation>Hier steht, was über die Annotation im Fokus bekannt ist. Tab geht zum nächsten Vorschlag.</translation>
    </message>
    <message>
        <source>All articles. Ctrl+Return finishes one and opens the next.</source>
        <translation>Alle Artikel. Strg+Eingabe schließt einen ab und öffnet den nächsten.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>&amp;Assign articles …</source>
        <translation>Artikel &amp;zuweisen …</translation>
    </message>
    <message>
        <source>Assign &amp;chosen articles …</source>
        <translation>A&amp;usgewählte Artikel zuweisen …</translation>
    </message>
    <message>
        <source>&amp;Second pass …</source>
        <translation>Zweiter &amp;Durchgang …</translation>
    </message>
    <message>
        <source>A&amp;ll articles, not one&apos;s own alone</source>
        <translation>A&amp;lle Artikel, nicht nur die eigenen</translation>
    </message>
    <message>
        <source>Make &amp;work packages …</source>
        <translation>Arbeits&amp;pakete machen …</translation>
    </message>
    <message>
        <source>&amp;Merge work …</source>
        <translation>Arbeit zusammen&amp;führen …</translation>
    </message>
    <message>
        <source>&amp;Take last merge back</source>
        <translation>Letztes Zusammenführen zurück&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Open or close the review …</source>
        <translation>Prüfung &amp;öffnen oder schließen …</translation>
    </message>
    <message>
        <source>How &amp;far annotators agree …</source>
        <translation>Ü&amp;bereinstimmung der Annotierenden …</translation>
    </message>
    <message>
        <source>Write &amp;report …</source>
        <translation>Be&amp;richt schreiben …</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>This article has no problems.</source>
        <translation>Dieser Artikel hat keine Probleme.</translation>
    </message>
    <message>
        <source>{file} follows the scheme {there}, this project {here}. Nothing was merged from it.</source>
        <translation>{file} folgt dem Schema {there}, dieses Projekt {here}. Daraus wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>{file} holds no work of anybody who could be merged.</source>
        <translation>{file} enthält keine Arbeit, die sich zusammenführen lässt.</translation>
    </message>
    <message>
        <source>{file} is the open project itself.</source>
        <translation>{file} ist das offene Projekt selbst.</translation>
    </message>
    <message>
        <source>{file}: the text of {article} is another one here. {annotator}&apos;s work on it stayed out; give {annotator} a new package.</source>
        <translation>{file}: Der Text von {article} ist hier ein anderer. Die Arbeit von {annotator} daran blieb draußen; ein neues Paket für {annotator} hilft.</translation>
    </message>
    <message>
        <source>{file}: there is no article {article} here. {annotator}&apos;s work on it stayed out; import the article, then merge again.</source>
        <translation>{file}: Den Artikel {article} gibt es hier nicht. Die Arbeit von {annotator} daran blieb draußen; den Artikel importieren und noch einmal zusammenführen.</translation>
    </message>
    <message>
        <source>{file}: none of its {number} articles with work on them is in this project. Nothing was merged from it; if it is the right file, import its articles, then merge again.</source>
        <translation>{file}: Von den {number} Artikeln, an denen darin gearbeitet wurde, ist keiner in diesem Projekt. Nichts wurde daraus übernommen; ist es die richtige Datei, ihre Artikel importieren und noch einmal zusammenführen.</translation>
    </message>
    <message>
        <source>{file}: the words of {article} are cut otherwise here. {annotator}&apos;s work on it stayed out; give {annotator} a new package.</source>
        <translation>{file}: Die Wörter von {article} sind hier anders getrennt. Die Arbeit von {annotator} daran blieb draußen; ein neues Paket für {annotator} hilft.</translation>
    </message>
    <message>
        <source>{file}: {annotator} has worked on {article} here and in the file. What is here stays; to take the file&apos;s, undo what was done here and merge again.</source>
        <translation>{file}: {annotator} hat hier und in der Datei an {article} gearbeitet. Es bleibt, was hier ist; für den Stand der Datei das Hiesige rückgängig machen und noch einmal zusammenführen.</translation>
    </message>
    <message>
        <source>{file}: {annotator}&apos;s clusters in {article} were changed here and in the file. What is here stays; to take the file&apos;s, undo what was done here and merge again.</source>
        <translation>{file}: Gruppen von {annotator} in {article} wurden hier und in der Datei geändert. Es bleibt, was hier ist; für den Stand der Datei das Hiesige rückgängig machen und noch einmal zusammenführen.</translation>
    </message>
    <message>
        <source>{file}: {annotator}&apos;s work on {article} stayed out: {because} Have it changed in the file, then merge again.</source>
        <translation>{file}: Die Arbeit von {annotator} an {article} blieb draußen: {because} In der Datei ändern und noch einmal zusammenführen.</translation>
    </message>
    <message>
        <source>{file}: {annotator} is something else here: a person, a program or a second pass. Another name must be taken.</source>
        <translation>{file}: {annotator} ist hier etwas anderes: ein Mensch, ein Programm oder ein zweiter Durchgang. In der Datei muss ein anderer Name genommen werden.</translation>
    </message>
    <message>
        <source>{file}: several have corrected the text parts of {article}. The latest correction holds.</source>
        <translation>{file}: Die Textteile von {article} haben mehrere berichtigt. Es gilt die letzte Berichtigung.</translation>
    </message>
    <message>
        <source>{because}</source>
        <translation>{because}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Merge in spite of the scheme</source>
        <translation>Trotz des Schemas zusammenführen</translation>
    </message>
    <message>
        <source>Merge cancelled</source>
        <translation>Zusammenführen abgebrochen</translation>
    </message>
    <message>
        <source>Merge finished</source>
        <translation>Zusammengeführt</translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation>Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>{name}: {articles}.</source>
        <translation>{name}: {articles}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) came in or grew</source>
        <translation>
            <numerusform>%Ln Artikel neu oder weiter</numerusform>
            <numerusform>%Ln Artikel neu oder weiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set(s) were here already.</source>
        <translation>
            <numerusform>%Ln Artikel war schon auf diesem Stand.</numerusform>
            <numerusform>%Ln Artikel waren schon auf diesem Stand.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new came in.</source>
        <translation>Nichts Neues kam hinzu.</translation>
    </message>
    <message>
        <source>Make work packages</source>
        <translation>Arbeitspakete machen</translation>
    </message>
    <message>
        <source>A package is a project with the articles of one annotator, the scheme and the suggestions, and nobody else&apos;s work. Hand it out and merge it when it comes back, as often as you like.</source>
        <translation>Ein Paket ist ein Projekt mit den Artikeln einer Person, dem Schema und den Vorschlägen, ohne die Arbeit der anderen. Wer es bekommt, gibt es zurück; es lässt sich beliebig oft zusammenführen.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Make packages</source>
        <translation>Pakete machen</translation>
    </message>
    <message>
        <source>{file} is there already and may hold work. Choose another folder, or leave it out.</source>
        <translation>{file} ist schon da und kann Arbeit enthalten. Anderen Ordner wählen oder den Namen weglassen.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>all open</source>
        <translation>alle offen</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} offen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was willst du tun?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Chains of the article</source>
        <translation>Ketten des Artikels</translation>
    </message>
    <message>
        <source>No chains yet. {key} joins the annotation in focus with another one.</source>
        <translation>Noch keine Ketten. {key} verbindet die gewählte Annotation mit einer anderen.</translation>
    </message>
    <message>
        <source>Select at least two members to split off.</source>
        <translation>Zum Abtrennen mindestens zwei Erwähnungen wählen.</translation>
    </message>
    <message>
        <source>There is no other chain of this kind.</source>
        <translation>Es gibt keine andere Kette dieser Art.</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>bestätigen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>herausnehmen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>benennen</translation>
    </message>
    <message>
        <source>merge, move</source>
        <translation>vereinen, verschieben</translation>
    </message>
    <message>
        <source>split</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Enter goes back or forward to a step.</source>
        <translation>Eingabe geht zu einem Schritt zurück oder vor.</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>Type a name or a key …</source>
        <translation>Name oder Taste eingeben …</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>Label suchen</translation>
    </message>
    <message>
        <source>No label is called that.</source>
        <translation>So heißt kein Label.</translation>
    </message>
    <message>
        <source>Problems of the article</source>
        <translation>Probleme des Artikels</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The scheme has no label {about}.</source>
        <translation>Das Schema hat kein Label {about}.</translation>
    </message>
    <message>
        <source>The required role {about} is empty.</source>
        <translation>Die Pflichtrolle {about} ist leer.</translation>
    </message>
    <message>
        <source>The label has no attribute {about}.</source>
        <translation>Das Label hat kein Merkmal {about}.</translation>
    </message>
    <message>
        <source>The scheme has no value {about}.</source>
        <translation>Das Schema hat keinen Wert {about}.</translation>
    </message>
    <message>
        <source>{about} is no value of such a time.</source>
        <translation>{about} ist kein Wert einer solchen Zeitangabe.</translation>
    </message>
    <message>
        <source>The time has no value.</source>
        <translation>Die Zeitangabe hat keinen Wert.</translation>
    </message>
    <message>
        <source>The quote has no speaker.</source>
        <translation>Das Zitat hat keinen Sprecher.</translation>
    </message>
    <message>
        <source>The words lie in text parts of two kinds.</source>
        <translation>Die Wörter liegen in zwei verschiedenen Textteilen.</translation>
    </message>
    <message>
        <source>The words go on over the end of a paragraph.</source>
        <translation>Die Wörter reichen über ein Absatzende.</translation>
    </message>
    <message>
        <source>The same label stands on more words here: {other}.</source>
        <translation>Dasselbe Label steht hier auf mehr Wörtern: {other}.</translation>
    </message>
    <message>
        <source>The scheme has no relation {about} between these two.</source>
        <translation>Das Schema hat zwischen diesen beiden keine Relation {about}.</translation>
    </message>
    <message>
        <source>An end of the relation {about} is not accepted: {other}.</source>
        <translation>Ein Ende der Relation {about} ist nicht angenommen: {other}.</translation>
    </message>
    <message>
        <source>The articles were assigned.</source>
        <translation>Die Artikel sind zugewiesen.</translation>
    </message>
    <message>
        <source>Nobody has articles yet. Assign them first.</source>
        <translation>Noch niemand hat Artikel. Zuerst zuweisen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln work package(s) made</source>
        <translation>
            <numerusform>%Ln Arbeitspaket gemacht</numerusform>
            <numerusform>%Ln Arbeitspakete gemacht</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge work</source>
        <translation>Arbeit zusammenführen</translation>
    </message>
    <message>
        <source>The merge of {files} was taken back.</source>
        <translation>Das Zusammenführen von {files} ist zurückgenommen.</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>Prüfung schließen</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>Nobody sees another&apos;s annotations and figures any more until it is opened again.</source>
        <translation>Niemand sieht mehr Annotationen und Zahlen der anderen, bis sie wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>Everybody can then see everybody&apos;s annotations and figures. Who is still annotating is no longer independent of the others.</source>
        <translation>Dann sehen alle die Annotationen und Zahlen aller. Wer noch annotiert, ist nicht mehr unabhängig von den anderen.</translation>
    </message>
    <message>
        <source>Close review</source>
        <translation>Prüfung schließen</translation>
    </message>
    <message>
        <source>Open review</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>The review is closed.</source>
        <translation>Die Prüfung ist geschlossen.</translation>
    </message>
    <message>
        <source>The review is open.</source>
        <translation>Die Prüfung ist offen.</translation>
    </message>
    <message>
        <source>Only who leads the project may do this</source>
        <translation>Das darf nur, wer das Projekt leitet</translation>
    </message>
    <message>
        <source>This file is a work package. Send it back; it is merged in the whole project.</source>
        <translation>Diese Datei ist ein Arbeitspaket. Es geht zurück und wird im ganzen Projekt zusammengeführt.</translation>
    </message>
    <message>
        <source>The project is led by {names}.</source>
        <translation>Das Projekt leitet: {names}.</translation>
    </message>
    <message>
        <source>An annotation of several parts cannot be applied to other places.</source>
        <translation>Eine Annotation aus mehreren Teilen lässt sich nicht auf andere Stellen anwenden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) decided. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%Ln Annotation entschieden. Strg+Z nimmt das zurück.</numerusform>
            <numerusform>%Ln Annotationen entschieden. Strg+Z nimmt alles zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>Ordnung der Liste</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>filter</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>It takes two versions to compare.</source>
        <translation>Zum Vergleichen braucht es zwei Fassungen.</translation>
    </message>
    <message>
        <source>No disagreement fits the filter.</source>
        <translation>Keine Abweichung passt zum Filter.</translation>
    </message>
    <message>
        <source>Still searching …</source>
        <translation>Es wird noch gesucht …</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{done} of {total} settled</source>
        <translation>{done} von {total} entschieden</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} offen</translation>
    </message>
    <message>
        <source>still searching</source>
        <translation>wird noch gesucht</translation>
    </message>
    <message>
        <source>not everything was searched</source>
        <translation>nicht alles durchsucht</translation>
    </message>
    <message numerus="yes">
        <source>The gold set of %Ln articles is written.</source>
        <translation>
            <numerusform>Die Goldfassung von %Ln Artikel ist geschrieben.</numerusform>
            <numerusform>Die Goldfassung von %Ln Artikeln ist geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open in this article any more.</source>
        <translation>In diesem Artikel ist nichts mehr offen.</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Time value</source>
        <translation>Zeitwert</translation>
    </message>
    <message>
        <source>Relation missing</source>
        <translation>Relation fehlt</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Cluster member</source>
        <translation>Cluster-Mitglied</translation>
    </message>
    <message>
        <source>Cluster identity</source>
        <translation>Cluster-Identität</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ergänzt</translation>
    </message>
    <message>
        <source>A mention is in another cluster already.</source>
        <translation>Eine Erwähnung steht schon in einem anderen Cluster.</translation>
    </message>
    <message>
        <source>That cannot be changed in the gold set.</source>
        <translation>Das lässt sich in der Goldfassung nicht ändern.</translation>
    </message>
    <message>
        <source>Nobody has a version here: edit it, or take it out.</source>
        <translation>Hier hat niemand eine Fassung: bearbeiten (E) oder herausnehmen (N).</translation>
    </message>
    <message>
        <source>added, nobody marked it</source>
        <translation>ergänzt, niemand hatte es</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Article with the versions of all annotators</source>
        <translation>Artikel mit den Fassungen aller</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>Namen verbergen</translation>
    </message>
    <message>
        <source>Write gold set</source>
        <translation>Goldfassung schreiben</translation>
    </message>
    <message>
        <source>No other open case is identical.</source>
        <translation>Kein anderer offener Fall ist gleich.</translation>
    </message>
    <message>
        <source>There is no majority here.</source>
        <translation>Hier gibt es keine Mehrheit.</translation>
    </message>
    <message>
        <source>First settle the mentions that this hangs on.</source>
        <translation>Zuerst sind die Erwähnungen zu entscheiden, an denen das hängt.</translation>
    </message>
    <message>
        <source>{n} open, {m} settled</source>
        <translation>{n} offen, {m} entschieden</translation>
    </message>
    <message>
        <source>Another mention stands at this place already.</source>
        <translation>An dieser Stelle steht schon eine andere Erwähnung.</translation>
    </message>
    <message>
        <source>An end of this relation is not in the gold set.</source>
        <translation>Ein Ende dieser Relation steht nicht in der Goldfassung.</translation>
    </message>
    <message>
        <source>This item is gone: a set has changed.</source>
        <translation>Diese Stelle gibt es nicht mehr: Eine Fassung hat sich geändert.</translation>
    </message>
    <message>
        <source>The gold set has changed since; look again.</source>
        <translation>Die Goldfassung hat sich inzwischen geändert; bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Einig</translation>
    </message>
    <message>
        <source>each differently</source>
        <translation>je anders</translation>
    </message>
    <message>
        <source> to </source>
        <translation> gegen </translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>alle gleich</translation>
    </message>
    <message>
        <source>{letters} taken</source>
        <translation>{letters} übernommen</translation>
    </message>
    <message>
        <source>all taken</source>
        <translation>alle übernommen</translation>
    </message>
    <message>
        <source>neither is right</source>
        <translation>keine ist richtig</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>by rule: unanimous</source>
        <translation>nach Regel: einstimmig</translation>
    </message>
    <message>
        <source>by rule: majority</source>
        <translation>nach Regel: Mehrheit</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>Search all articles …</source>
        <translation>Alle Artikel durchsuchen …</translation>
    </message>
    <message>
        <source>What can be searched</source>
        <translation>Was sich suchen lässt</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle markieren</translation>
    </message>
    <message>
        <source>Other label …</source>
        <translation>Anderes Label …</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Nach der Stelle</translation>
    </message>
    <message>
        <source>By what comes before</source>
        <translation>Nach dem, was davor steht</translation>
    </message>
    <message>
        <source>By the hit</source>
        <translation>Nach dem Treffer</translation>
    </message>
    <message>
        <source>By what follows</source>
        <translation>Nach dem, was folgt</translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation>Reihenfolge der Treffer</translation>
    </message>
    <message>
        <source>Search for words in all articles, or for annotations: label:PER</source>
        <translation>Suche Wörter in allen Artikeln, oder Annotationen: label:PER</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>No hit is checked. Space checks one.</source>
        <translation>Kein Treffer ist markiert. Die Leertaste markiert einen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {count} hits, sorted</source>
        <translation>Die ersten {count} Treffer, sortiert</translation>
    </message>
    <message>
        <source>{count} hits so far</source>
        <translation>{count} Treffer bisher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln checked</source>
        <translation>
            <numerusform>%Ln markiert</numerusform>
            <numerusform>%Ln markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>bridge closed</source>
        <translation>brücke gesperrt</translation>
    </message>
    <message>
        <source>articles with both words</source>
        <translation>Artikel mit beiden Wörtern</translation>
    </message>
    <message>
        <source>&quot;bridge closed&quot;</source>
        <translation>„brücke gesperrt“</translation>
    </message>
    <message>
        <source>the words one behind the other</source>
        <translation>die Wörter hintereinander</translation>
    </message>
    <message>
        <source>label:PER</source>
        <translation>label:PER</translation>
    </message>
    <message>
        <source>annotations with this label; label:PER,ORG: one of them</source>
        <translation>Annotationen mit diesem Label; label:PER,ORG: eines davon</translation>
    </message>
    <message>
        <source>text:Weber</source>
        <translation>text:Weber</translation>
    </message>
    <message>
        <source>annotations on this text</source>
        <translation>Annotationen auf diesem Text</translation>
    </message>
    <message>
        <source>status:suggested</source>
        <translation>status:vorgeschlagen</translation>
    </message>
    <message>
        <source>or accepted, rejected</source>
        <translation>oder angenommen, abgelehnt</translation>
    </message>
    <message>
        <source>score:&lt;0.6</source>
        <translation>score:&lt;0.6</translation>
    </message>
    <message>
        <source>how certain a suggestion is</source>
        <translation>wie sicher ein Vorschlag ist</translation>
    </message>
    <message>
        <source>note:unclear</source>
        <translation>notiz:unklar</translation>
    </message>
    <message>
        <source>what the note says</source>
        <translation>was in der Notiz steht</translation>
    </message>
    <message>
        <source>flag:yes</source>
        <translation>flag:ja</translation>
    </message>
    <message>
        <source>marked as difficult</source>
        <translation>als schwierig markiert</translation>
    </message>
    <message>
        <source>title:bridge outlet:echo</source>
        <translation>titel:brücke medium:echo</translation>
    </message>
    <message>
        <source>of the article</source>
        <translation>des Artikels</translation>
    </message>
    <message>
        <source>date:2024-03..2024-05</source>
        <translation>datum:2024-03..2024-05</translation>
    </message>
    <message>
        <source>day of the article; also date:2024</source>
        <translation>Tag des Artikels; auch datum:2024</translation>
    </message>
    <message>
        <source>state:new open:yes</source>
        <translation>stand:neu offen:ja</translation>
    </message>
    <message>
        <source>how far the article is, whether suggestions are open</source>
        <translation>wie weit der Artikel ist, ob Vorschläge offen sind</translation>
    </message>
    <message>
        <source>-status:rejected</source>
        <translation>-status:abgelehnt</translation>
    </message>
    <message>
        <source>a minus sign turns a condition round</source>
        <translation>ein Minus kehrt eine Bedingung um</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Agreement of every two</source>
        <translation>Übereinstimmung je zwei</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>F1 of spans over time</source>
        <translation>F1 der Spannen im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Figures of agreement</source>
        <translation>Maße der Übereinstimmung</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>One HTML file that needs no network: progress, agreement, disagreements.</source>
        <translation>Eine HTML-Datei, die kein Netz braucht: Fortschritt, Übereinstimmung, Abweichungen.</translation>
    </message>
    <message>
        <source>With times and hasty runs of each person, for the lead only</source>
        <translation>Mit Zeiten und hastigen Folgen je Person, nur für die Leitung</translation>
    </message>
    <message>
        <source>Write …</source>
        <translation>Schreiben …</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation>{name} ist geschrieben.</translation>
    </message>
    <message>
        <source>No report was written.</source>
        <translation>Es wurde kein Bericht geschrieben.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>add</source>
        <translation>ergänzen</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>später</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>take</source>
        <translation>nehmen</translation>
    </message>
    <message>
        <source>Edit, then take</source>
        <translation>Bearbeiten, dann übernehmen</translation>
    </message>
    <message>
        <source>A digit puts the mention into that cluster, 0 into none. Space goes on to the next mention.</source>
        <translation>Eine Ziffer setzt die Erwähnung in dieses Cluster, 0 in keines. Die Leertaste geht zur nächsten.</translation>
    </message>
    <message>
        <source>Mentions and their clusters</source>
        <translation>Erwähnungen und ihre Cluster</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>outwards</source>
        <translation>nach außen</translation>
    </message>
    <message>
        <source>inwards</source>
        <translation>nach innen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>show</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>Identical cases</source>
        <translation>Gleiche Fälle</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Clause of the guideline, such as 2.3</source>
        <translation>Stelle der Richtlinie, etwa 2.3</translation>
    </message>
    <message>
        <source>Clause of the guideline</source>
        <translation>Stelle der Richtlinie</translation>
    </message>
    <message numerus="yes">
        <source>apply to %Ln identical cases too</source>
        <translation>
            <numerusform>auch auf %Ln gleichen Fall anwenden</numerusform>
            <numerusform>auch auf %Ln gleiche Fälle anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Reopened: a version has changed since. Before: {decision}</source>
        <translation>Wieder offen: Eine Fassung hat sich seitdem geändert. Zuvor: {decision}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What the guideline should learn</source>
        <translation>Was die Richtlinie lernen sollte</translation>
    </message>
    <message>
        <source>Label and reason</source>
        <translation>Label und Grund</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>No decision has a reason, a comment or a clause yet.</source>
        <translation>Noch hat keine Entscheidung einen Grund, eine Bemerkung oder eine Stelle.</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>kein Grund</translation>
    </message>
    <message>
        <source>Choose the annotation that words are to be added to.</source>
        <translation>Wähle die Annotation, zu der Wörter kommen sollen.</translation>
    </message>
    <message>
        <source>Now choose the words or the annotation to be added, then press the same key.</source>
        <translation>Wähle jetzt die Wörter oder die Annotation, die dazukommt, und drücke dieselbe Taste.</translation>
    </message>
    <message>
        <source>Nothing was joined.</source>
        <translation>Nichts wurde verbunden.</translation>
    </message>
    <message>
        <source>Least certain suggestions first.</source>
        <translation>Unsicherste Vorschläge zuerst.</translation>
    </message>
    <message>
        <source>Suggestions in reading order.</source>
        <translation>Vorschläge in der Reihenfolge des Textes.</translation>
    </message>
    <message>
        <source>{parts} open</source>
        <translation>{parts} offen</translation>
    </message>
    <message>
        <source>Ask before finishing with open suggestions</source>
        <translation>Beim Abschließen mit offenen Vorschlägen nachfragen</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Change &amp;keys …</source>
        <translation>T&amp;asten ändern …</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Use alone</source>
        <translation>Allein verwenden</translation>
    </message>
    <message>
        <source>Use as well</source>
        <translation>Dazu verwenden</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Standard for all</source>
        <translation>Standard für alle</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>{key} moves the cursor or leaves a field. Choose another key.</source>
        <translation>{key} bewegt den Cursor oder verlässt ein Feld. Wähle eine andere Taste.</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”, which loses it.</source>
        <translation>{key} gehört zu „{action}“; dort fällt sie weg.</translation>
    </message>
    <message>
        <source>In this scheme {key} gives labels ({labels}), and they keep it.</source>
        <translation>In diesem Schema vergibt {key} Labels ({labels}); die behalten sie.</translation>
    </message>
    <message>
        <source>label {labels}</source>
        <translation>Label {labels}</translation>
    </message>
    <message>
        <source>Now: an annotation</source>
        <translation>Jetzt: eine Annotation</translation>
    </message>
    <message>
        <source>Now: an event</source>
        <translation>Jetzt: ein Ereignis</translation>
    </message>
    <message>
        <source>Now: a relation</source>
        <translation>Jetzt: eine Relation</translation>
    </message>
    <message>
        <source>Now: selected words</source>
        <translation>Jetzt: ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Now: the list</source>
        <translation>Jetzt: die Liste</translation>
    </message>
    <message>
        <source>Now: the cursor</source>
        <translation>Jetzt: der Cursor</translation>
    </message>
    <message>
        <source>Previous or next annotation</source>
        <translation>Vorige oder nächste Annotation</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>The annotations of others can be seen when the lead has opened the review.</source>
        <translation>Die Annotationen der anderen sind zu sehen, wenn die Leitung die Prüfung geöffnet hat.</translation>
    </message>
    <message>
        <source>Take over what all say</source>
        <translation>Übernehmen, was alle sagen</translation>
    </message>
    <message>
        <source>Take over what the majority says</source>
        <translation>Übernehmen, was die Mehrheit sagt</translation>
    </message>
    <message>
        <source>Decide everything by hand</source>
        <translation>Alles von Hand entscheiden</translation>
    </message>
    <message>
        <source>With and without suggestions</source>
        <translation>Mit und ohne Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>With: %Ln article(s)</source>
        <translation>
            <numerusform>Mit: %Ln Artikel</numerusform>
            <numerusform>Mit: %Ln Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without: %Ln article(s)</source>
        <translation>
            <numerusform>Ohne: %Ln Artikel</numerusform>
            <numerusform>Ohne: %Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>with suggestions {value}</source>
        <translation>mit Vorschlägen {value}</translation>
    </message>
    <message>
        <source>without suggestions {value}</source>
        <translation>ohne Vorschläge {value}</translation>
    </message>
    <message>
        <source>All unfinished articles</source>
        <translation>Alle nicht abgeschlossenen Artikel</translation>
    </message>
    <message>
        <source>{said}; the rest comes the next time</source>
        <translation>{said}; der Rest kommt beim nächsten Mal</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Second pass</source>
        <translation>Zweiter Durchgang</translation>
    </message>
    <message>
        <source>Articles that somebody has finished, to be annotated by the same person once more without a sight of the first time. It is compared with the first time alone, and is never part of the review, of the gold set or of the agreement of several.</source>
        <translation>Fertige Artikel, die dieselbe Person noch einmal annotiert, ohne das erste Mal zu sehen. Verglichen wird nur mit dem ersten Mal; in die Prüfung, die Goldfassung und die Übereinstimmung mehrerer geht der zweite Durchgang nie ein.</translation>
    </message>
    <message>
        <source>Nobody has finished an article yet.</source>
        <translation>Noch niemand hat einen Artikel fertiggestellt.</translation>
    </message>
    <message>
        <source>articles each</source>
        <translation>Artikel für jede Person</translation>
    </message>
    <message>
        <source>percent of what is finished</source>
        <translation>Prozent der fertigen Artikel</translation>
    </message>
    <message>
        <source>Articles or percent</source>
        <translation>Artikel oder Prozent</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>The same number draws the same articles.</source>
        <translation>Dieselbe Zahl zieht dieselben Artikel.</translation>
    </message>
    <message>
        <source>{name}: {articles}, as “{again}”.</source>
        <translation>{name}: {articles}, als „{again}“.</translation>
    </message>
    <message>
        <source>No article is selected.</source>
        <translation>Es ist kein Artikel ausgewählt.</translation>
    </message>
    <message numerus="yes">
        <source>Given to be annotated again: %Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel zum zweiten Mal zugewiesen</numerusform>
            <numerusform>%Ln Artikel zum zweiten Mal zugewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>All articles are shown.</source>
        <translation>Alle Artikel werden gezeigt.</translation>
    </message>
    <message>
        <source>Your own articles are shown.</source>
        <translation>Die eigenen Artikel werden gezeigt.</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Off: only one&apos;s own queue</source>
        <translation>Aus: nur die eigenen Artikel</translation>
    </message>
    <message>
        <source>Assigned to: all</source>
        <translation>Zugewiesen an: alle</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Niemandem zugewiesen</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Zugewiesen an {name}</translation>
    </message>
    <message>
        <source>from the words; {key} takes it</source>
        <translation>aus den Worten; {key} übernimmt</translation>
    </message>
    <message>
        <source>Gold set: every change here is a decision of the review</source>
        <translation>Goldfassung: Jede Änderung hier ist eine Entscheidung der Prüfung</translation>
    </message>
    <message>
        <source>Back to the review</source>
        <translation>Zurück zur Prüfung</translation>
    </message>
    <message>
        <source>{who} marked {words}, {when}</source>
        <translation>{who} hat {words} markiert, {when}</translation>
    </message>
    <message>
        <source>{who} removed {words}, {when}</source>
        <translation>{who} hat {words} entfernt, {when}</translation>
    </message>
    <message>
        <source>{who} rejected {words}, {when}</source>
        <translation>{who} hat {words} abgelehnt, {when}</translation>
    </message>
    <message>
        <source>{who} changed the border of {words}, {when}</source>
        <translation>{who} hat die Grenze von {words} geändert, {when}</translation>
    </message>
    <message>
        <source>{who} changed the label of {words}, {when}</source>
        <translation>{who} hat das Label von {words} geändert, {when}</translation>
    </message>
    <message>
        <source>{who} changed an attribute of {words}, {when}</source>
        <translation>{who} hat ein Merkmal von {words} geändert, {when}</translation>
    </message>
    <message>
        <source>{who} changed an end of {words}, {when}</source>
        <translation>{who} hat ein Ende von {words} geändert, {when}</translation>
    </message>
    <message>
        <source>{who} changed the members of the cluster {words}, {when}</source>
        <translation>{who} hat die Mitglieder des Clusters {words} geändert, {when}</translation>
    </message>
    <message>
        <source>{who} changed the cluster {words}, {when}</source>
        <translation>{who} hat das Cluster {words} geändert, {when}</translation>
    </message>
    <message>
        <source>{who} decided anew about what this hangs on, {when}</source>
        <translation>{who} hat neu entschieden, woran das hängt, {when}</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>Die Regel</translation>
    </message>
    <message>
        <source>Fleiss κ</source>
        <translation>Fleiss κ</translation>
    </message>
    <message>
        <source>Krippendorff α</source>
        <translation>Krippendorff α</translation>
    </message>
    <message>
        <source>F1 exact</source>
        <translation>F1 exakt</translation>
    </message>
    <message>
        <source>F1 overlapping</source>
        <translation>F1 überlappend</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>“{name}” leads back to the list.</source>
        <translation>„{name}“ führt zurück zur Liste.</translation>
    </message>
    <message>
        <source>Take the majority&apos;s version</source>
        <translation>Fassung der Mehrheit übernehmen</translation>
    </message>
    <message>
        <source>Take all versions</source>
        <translation>Alle Fassungen übernehmen</translation>
    </message>
    <message>
        <source>None is right</source>
        <translation>Keine ist richtig</translation>
    </message>
    <message>
        <source>Add in the gold set</source>
        <translation>In der Goldfassung ergänzen</translation>
    </message>
    <message>
        <source>Decide identical cases too, and show them</source>
        <translation>Gleiche Fälle mitentscheiden und zeigen</translation>
    </message>
    <message>
        <source>Go to the reasons</source>
        <translation>Zu den Gründen</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>Next, previous</source>
        <translation>Weiter, zurück</translation>
    </message>
    <message>
        <source>Next, previous of the same kind</source>
        <translation>Weiter, zurück in der gleichen Art</translation>
    </message>
    <message>
        <source>In the list: fold or unfold a group</source>
        <translation>In der Liste: Gruppe zu- oder aufklappen</translation>
    </message>
    <message>
        <source>In the list: fold or unfold all groups</source>
        <translation>In der Liste: alle zu- oder aufklappen</translation>
    </message>
    <message>
        <source>Take {letter}</source>
        <translation>{letter} übernehmen</translation>
    </message>
    <message>
        <source>Now: the review</source>
        <translation>Jetzt: die Prüfung</translation>
    </message>
</context>
</TS>
