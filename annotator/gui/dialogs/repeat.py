"""Who is to annotate some of her articles again, to be compared with her own earlier work."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from annotator.gui.dialogs.base import Dialog
from annotator.gui.i18n import tr
from annotator.gui.look import Look
from annotator.gui.widgets.fields import CheckBox, Combo, number_field, row
from annotator.gui.widgets.labels import label
from annotator.services.repeating import Repeat, plan_repeat, repeatable
from annotator.store import Store

_MOST = 1_000_000


class RepeatDialog(Dialog):
    """Draws the articles anew at each change. ``plans`` has one for each person who is chosen."""

    help_section = "team"

    def __init__(self, look: Look, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Second pass"), parent, width=560)
        self._store = store
        self.plans: list[Repeat] = []
        self.add_text(
            tr(
                "Articles that somebody has finished, to be annotated by the same person once more without a "
                "sight of the first time. It is compared with the first time alone, and is never part of the "
                "review, of the gold set or of the agreement of several."
            )
        )
        self._ready = {name: found for name, found in repeatable(store).items() if found}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {name: self._box(name, len(found)) for name, found in self._ready.items()}
        for box in self.boxes.values():
            column.addWidget(box)
        if not self.boxes:
            column.addWidget(label(look, tr("Nobody has finished an article yet."), role="secondary"))
        self.add_field(tr("Who"), holder)
        self.amount_field = self._number(10, 1, _MOST)
        self.unit = Combo(look)
        self.unit.addItem(tr("articles each"), False)
        self.unit.addItem(tr("percent of what is finished"), True)
        self.unit.setMinimumWidth(look.px(240))
        self.unit.setAccessibleName(tr("Articles or percent"))
        self.unit.activated.connect(lambda _: self.preview())
        self.seed_field = self._number(1, 0, _MOST)
        for name, field, beside in (
            (tr("How many"), self.amount_field, self.unit),
            (
                tr("Draw"),
                self.seed_field,
                label(look, tr("The same number draws the same articles."), role="secondary"),
            ),
        ):
            line = QWidget()
            line.setLayout(row(field, beside, None))
            self.add_field(name, line)
            field.setAccessibleName(name)
        self.remark = self.add_text("", role="")
        self.yes_button, _ = self.add_buttons(tr("Assign"))
        self.preview()

    @property
    def total(self) -> int:
        """How many articles are given, over all persons."""
        return sum(len(plan.articles) for plan in self.plans)

    def preview(self) -> None:
        """Draw as the fields say, and show who gets how many."""
        share = self.amount_field.value() / 100 if self.unit.currentData() else None
        chosen = [name for name, box in self.boxes.items() if box.isChecked()]
        self.plans = [
            plan_repeat(
                self._store,
                name,
                number=self.amount_field.value(),
                share=min(1.0, share) if share is not None else None,
                seed=self.seed_field.value(),
            )
            for name in chosen
        ]
        told = tr("{name}: {articles}, as “{again}”.")
        self.remark.setText(
            "\n".join(
                told.format(
                    name=plan.annotator,
                    again=plan.again,
                    articles=tr("%Ln article(s)", "", len(plan.articles)),
                )
                for plan in self.plans
            )
        )
        self.yes_button.setEnabled(bool(self.total))
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)  # when the layout knows how long the text is

    def _box(self, name: str, finished: int) -> CheckBox:
        count = tr("%Ln finished article(s)", "", finished)
        box = CheckBox(self.look, f"{name} – {count}")
        box.toggled.connect(lambda _: self.preview())
        return box

    def _number(self, value: int, least: int, most: int) -> QSpinBox:
        field = number_field(self.look, value, least, most)
        field.valueChanged.connect(lambda _: self.preview())
        return field
