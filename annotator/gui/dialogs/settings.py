"""The settings: name, language, look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import mark, percent, tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import CheckBox, Combo, button
from annotator.services.roles import RESERVED
from annotator.services.settings import LEAST_PERCENTS, TEXT_PERCENTS, Settings

_LANGUAGES = (("system", mark("As the system")), ("de", "Deutsch"), ("en", "English"))
_THEMES = (
    ("system", mark("As the system")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast", mark("High contrast")),
)


class SettingsDialog(Dialog):
    """Shows settings and returns changed ones; the caller puts them into effect.

    ``change_keys`` leads to the page of keys, which keeps what is changed there by itself.
    """

    help_section = "settings"

    def __init__(
        self,
        look: Look,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        change_keys: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(look, tr("Settings"), parent, width=560)
        self._settings = settings
        self.name_field = QLineEdit(settings.annotator)
        self.add_field(tr("Name"), self.name_field, remark=tr("New decisions are kept under this name."))
        self.language_combo = self._combo(
            [(value, tr(text)) for value, text in _LANGUAGES], settings.language
        )
        self.add_field(tr("Language"), self.language_combo)
        self.theme_combo = self._combo([(value, tr(text)) for value, text in _THEMES], settings.theme)
        self.add_field(
            tr("Appearance"),
            self.theme_combo,
            remark=tr("High contrast is light or dark as the system is."),
        )
        sizes = [(0, tr("As the system")), *((size, percent(size / 100)) for size in TEXT_PERCENTS)]
        self.size_combo = self._combo(sizes, settings.text_percent)
        self.add_field(
            tr("Text size"),
            self.size_combo,
            remark=tr("Menus and panels. The article has a size of its own: Ctrl with the mouse wheel."),
        )
        self._add_pretagging(settings)
        self.order_check = CheckBox(self.look, tr("Least certain suggestions first"))
        self.order_check.setChecked(settings.least_certain_first)
        self.body.addWidget(self.order_check)
        self.finish_check = CheckBox(self.look, tr("Ask before finishing with open suggestions"))
        self.finish_check.setChecked(settings.ask_before_finishing)
        self.body.addWidget(self.finish_check)
        self.keys_button = button(tr("Change keys …"))
        self.keys_button.setVisible(change_keys is not None)
        if change_keys is not None:
            self.keys_button.clicked.connect(change_keys)
        self.save_button, _ = self.add_buttons(tr("Apply"), beside=self.keys_button)
        self.name_field.textChanged.connect(self._check)

    def _add_pretagging(self, settings: Settings) -> None:
        """Add what is set about suggestions."""
        shares = [
            (value, tr("From {percent}").format(percent=percent(value / 100))) for value in LEAST_PERCENTS
        ]
        self.least_combo = self._combo([(0, tr("All")), *shares], settings.least_percent)
        self.add_field(
            tr("Suggestions shown"),
            self.least_combo,
            remark=tr("By certainty. Those less sure are out of sight, not gone."),
        )
        self.pipeline_field = QLineEdit(settings.pipeline)
        self.pipeline_field.setPlaceholderText(tr("none"))
        self.add_field(
            tr("spaCy pipeline"),
            self.pipeline_field,
            remark=tr("An installed German one that helps pre-tagging: name (de_core_news_lg) or folder."),
        )

    @property
    def settings(self) -> Settings:
        """The settings as they were chosen."""
        return self.settings_over(self._settings)

    def settings_over(self, settings: Settings) -> Settings:
        """Return what was chosen in place of what ``settings`` say about it."""
        return msgspec.structs.replace(
            settings,
            annotator=" ".join(self.name_field.text().split()),
            language=self.language_combo.currentData(),
            theme=self.theme_combo.currentData(),
            text_percent=self.size_combo.currentData(),
            least_percent=self.least_combo.currentData(),
            pipeline=self.pipeline_field.text().strip(),
            ask_before_finishing=self.finish_check.isChecked(),
            least_certain_first=self.order_check.isChecked(),
        )

    def _combo(self, entries: Sequence[tuple[object, str]], current: object) -> Combo:
        combo = Combo(self.look)
        for value, text in entries:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(current)))
        return combo

    def _check(self, text: str) -> None:
        reserved = text.strip().casefold() in RESERVED
        self.show_fault(tr("This name is kept for the program itself.") if reserved else "")
        self.save_button.setEnabled(bool(text.strip()) and not reserved)
