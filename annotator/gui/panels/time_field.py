"""The field for the value of a time: typed in short, checked at once, with what the words say offered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit

from annotator.core.timex import check_label, day_of
from annotator.gui.i18n import mark, tr
from annotator.gui.look import Look
from annotator.gui.widgets.keycap import action_key
from annotator.gui.widgets.labels import label, set_role

_FAULTS = {
    "value_malformed": mark("Not a TIMEX3 value, such as 2024-03-14 or P3D."),
    "value_of_other_kind": mark("A TIMEX3 value, but of another type than this label."),
    "value_out_of_range": mark("There is no such month, week, hour or minute."),
    "no_such_day": mark("This month has no such day."),
}


def weekday(value: str, *, short: bool = False) -> str:
    """Return the name of the weekday that a value names, or nothing."""
    day = day_of(value)
    shape = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return "" if day is None else QLocale().dayName(day.isoweekday(), shape)


def spoken(value: str) -> str:
    """Return a value with its weekday behind it, where it names one."""
    name = weekday(value, short=True)
    return f"{value} ({name})" if name else value


class TimeField(QLineEdit):
    """``held`` is what is stored, ``offered`` what the words say where nothing is stored.

    ``remark`` is to stand below the field: what is offered, what will be stored, or what is wrong.
    """

    def __init__(
        self,
        look: Look,
        kind: str,
        *,
        held: str,
        offered: str,
        read: Callable[[str], str],
        store: Callable[[str], None],
    ) -> None:
        super().__init__(held or offered)
        self._kind, self._held, self._offered = kind, held, offered
        self._read, self._store = read, store
        self.remark = label(look, wrap=True)
        self.setPlaceholderText("2024-03-14")
        self.textChanged.connect(self.check)
        self.returnPressed.connect(self._take)
        self.editingFinished.connect(self._leave)

    @property
    def meant(self) -> str:
        """The value that is stored when Enter is pressed now."""
        return self._read(self.text()) if self.text().strip() else ""

    def check(self) -> None:
        """Say below the field how it stands; for the first time once the remark has its place."""
        meant, typed = self.meant, self.text().strip()
        fault = check_label(self._kind, meant)
        proposed = bool(self._offered) and typed == self._offered
        if fault:
            text = tr(_FAULTS.get(fault, _FAULTS["value_malformed"]))
        elif proposed:
            said = tr("from the words; {key} takes it").format(key=action_key("accept"))
            text = f"{name} – {said}" if (name := weekday(meant)) else said
        else:
            text = f"= {spoken(meant)}" if meant != typed else ""
        set_role(self, "state", "error" if fault else "proposed" if proposed else "")
        set_role(self.remark, "role", "error" if fault else "secondary")
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _take(self) -> None:
        """Store what stands there, also what was only offered so far."""
        self.setModified(False)
        if self.meant != self._held:
            self._store(self.meant)

    def _leave(self) -> None:
        if self.isModified():
            self._take()
