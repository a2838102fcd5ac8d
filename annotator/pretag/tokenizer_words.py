"""The words that cutting and sentence ends depend on."""

from __future__ import annotations

from annotator.pretag.wordlist import word_set

ABBREVIATIONS = word_set(
    "abzgl. Bez. Bzgl. bzgl. Dir. Doz. Einw. Erg. ersch. Evtl. Forts. gegr. geb. gesch. gest. Ggf. Hptm. "
    "Hw. Jhs. Kap. Kfz. Komm. Lfd. lfd. Ltd. luth. Md. Mill. Min. Mrs. Ms. Msgr. Obb. Oblt. offiz. phil. "
    "Pl. Präs. Priv. Reg. resp. Rd. rd. Sek. Sen. Sog. St. städt. stv. Stv. techn. theol. Tsd. ugs. "
    "unbek. undat. urspr. usf. verh. Verf. Vgl. Vors. vorm. wg. Zit. zit. zw. Zz. zzt. K.o. k.o. o.ä. "
    "s.u. e.h. d.J. d.M. i.R. i.H.v. u.ä. m.a.W. d.i. v.H. z.Hd. n.a."
)
NEVER_LAST = word_set(
    "z. d. Dr. Prof. Dipl. Dipl.-Ing. Ing. Nr. St. Mr. Mrs. Ms. Hr. Hrn. Fr. Frl. Msgr. bzw. ca. vgl. "
    "Vgl. sog. Sog. z.B. z.b. d.h. u.U. Priv. Doz. Präs. rd. Rd. wg. zzgl. abzgl. inkl. incl. gegr. geb. "
    "lfd. Lfd. Hrsg. i.V. lt. bzgl. Bzgl. bspw. evtl. Evtl. ggf. Ggf. ggfs. stellv. stv. Abs. Bd. Vol."
)
BEFORE_NUMBERS = word_set("Art. Kap. Abschn. Ziff. Kl. Gr. Bl.")
BEFORE_ORDINALS = word_set("am beim das dem den der des die ihr ihre ihren sein seine seinen vom zum zur")
STARTERS = word_set(
    "Aber Ab Alle Allein Allerdings Alles Als Also Am An Andere Anders Angesichts Auch Auf Aufgrund Aus "
    "Außer Außerdem Bei Beide Beim Bereits Besonders Bis Bisher Bislang Da Dabei Dadurch Dafür Dagegen "
    "Daher Dahinter Damals Damit Danach Daneben Dann Daran Darauf Daraufhin Daraus Darin Darüber Darum "
    "Darunter Das Dass Davon Davor Dazu Dem Demnach Den Denen Dennoch Der Deren Derzeit Des Deshalb "
    "Dessen Deswegen Die Dies Diese Diesem Diesen Dieser Dieses Doch Dort Durch Ebenfalls Ebenso Ein Eine "
    "Einem Einen Einer Eines Einige Er Erst Es Etwa Etwas Falls Fast Ferner Für Ganz Gegen Gegenüber "
    "Gemeinsam Gestern Gleichzeitig Heute Hier Hierbei Hierzu Hinter Hinzu Ich Ihm Ihn Ihnen Ihr Ihre "
    "Ihrem Ihren Ihrer Im Immer In Infolge Ins Insgesamt Inzwischen Ist Ja Je Jede Jeder Jedes Jedoch "
    "Jene Jetzt Kein Keine Können Kurz Laut Man Manche Mehr Mehrere Mein Meine Mit Mittlerweile Morgen "
    "Nach Nachdem Nächste Neben Nicht Nichts Noch Nun Nur Ob Obwohl Oder Offenbar Ohne Rund Schließlich "
    "Schon Sehr Sei Sein Seine Seinem Seinen Seiner Seit Seitdem Seither Sie Sind So Sobald Sogar Solche "
    "Somit Sondern Sonst Sowohl Später Stattdessen Trotz Trotzdem Über Überdies Um Und Uns Unser Unsere "
    "Unter Viele Vielmehr Vom Von Vor Vorher Wann War Waren Warum Was Wegen Weil Weiter Weitere Weiterhin "
    "Weiterlesen Welche Wenn Wer Werden Wie Wieder Wir Wird Während Wo Wurde Wurden Zu Zudem Zuerst "
    "Zuletzt Zum Zumindest Zunächst Zur Zusammen Zuvor Zwar Zwischen"
)
