"""The two languages of the window.

Source strings are English. ``resources/i18n/annotator_de.ts`` holds the German ones, ``annotator_en.ts``
the English plurals; ``python -m annotator.gui.catalogue`` brings both up to date and compiles them.
``keys_de.ts`` and ``keys_en.ts`` name the keys of the keyboard wherever Qt or the program shows them.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from annotator.core.resources import resource

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")

_SYSTEM_LANGUAGES: dict[QLocale.Language, Language] = {
    QLocale.Language.German: "de",
    QLocale.Language.English: "en",
}


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """Return ``text`` in the language of the window; ``%Ln`` in it stands for the number ``n``."""
    return QCoreApplication.translate("", text, comment or None, n)


@cache
def _german() -> QTranslator:
    translator = QTranslator()
    translator.load(_compiled("annotator_de"))
    return translator


@cache
def _compiled(name: str) -> bytes:
    """Return a catalogue as it was when it was first asked for.

    Qt would map the file into memory, and crash where that is written anew while the window is open. It does
    not copy these bytes either; the cache keeps them.
    """
    return resource("i18n", f"{name}.qm").read_bytes()


def both(text: str) -> tuple[str, str]:
    """Return a text of the source in German and in English, whatever the language of the window is."""
    return _german().translate("", text) or text, text


def mark(text: str) -> str:
    """Mark ``text`` for the catalogues and return it as it is, to be given to :func:`tr` later."""
    return text


def resolve_language(choice: str, system: QLocale | None = None) -> Language:
    """Return the language for a setting: ``de``, ``en``, or the system's; German where that is neither."""
    for language in LANGUAGES:
        if choice == language:
            return language
    return _SYSTEM_LANGUAGES.get((system or QLocale.system()).language(), "de")


def locale_of(language: Language) -> QLocale:
    """Return the locale for numbers and dates."""
    territory = QLocale.Country.Germany if language == "de" else QLocale.Country.UnitedKingdom
    return QLocale(QLocale.Language.German if language == "de" else QLocale.Language.English, territory)


def install_language(
    app: QCoreApplication, language: Language, owner: QObject | None = None
) -> tuple[QTranslator, ...]:
    """Translate the program's and Qt's own texts; return the translators (remove them to change again).

    They go with their ``owner``, by default the application.
    """
    QLocale.setDefault(locale_of(language))
    of_qt, of_keys, own = (QTranslator(owner or app) for _ in range(3))
    loaded = {
        of_qt: of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        of_keys: of_keys.load(_compiled(f"keys_{language}")),
        own: own.load(_compiled(f"annotator_{language}")),
    }
    installed = tuple(translator for translator, there in loaded.items() if there)
    for translator in installed:
        app.installTranslator(translator)
    return installed


def number(value: int) -> str:
    """Return a whole number with the thousands separator of the language."""
    return QLocale().toString(value)


def score(value: float) -> str:
    """Return a probability with two decimals."""
    return QLocale().toString(value, "f", 2)


def percent(share: float) -> str:
    """Return a share in [0, 1] as whole per cent, with a narrow no-break space in German."""
    text = QLocale().toString(round(share * 100))
    return f"{text}\u202f%" if QLocale().language() == QLocale.Language.German else f"{text}%"


def long_date(day: date) -> str:
    """Return a date such as ``14. März 2024`` or ``14 March 2024``."""
    return f"{short_date(day)} {day.year}"


def short_date(day: date) -> str:
    """Return a date without its year."""
    locale = QLocale()
    dot = "." if locale.language() == QLocale.Language.German else ""
    return f"{day.day}{dot} {locale.monthName(day.month)}"


def quoted(text: str) -> str:
    """Return ``text`` in the quotation marks of the language."""
    return f"„{text}“" if QLocale().language() == QLocale.Language.German else f"“{text}”"


def plain(text: str) -> str:
    """Return the text of an action without its mnemonic and dots."""
    return text.replace("&", "").removesuffix(" …")
