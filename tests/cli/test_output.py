"""Progress and tables: to be seen where somebody looks, and out of the way elsewhere."""

from __future__ import annotations

import io
import sys

import pytest

from annotator.cli.output import counted, progress, table


class Terminal(io.StringIO):
    """A screen that remembers."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_bars_show_how_far_the_work_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as bar:
        reading, tagging = bar("Importing", "bytes"), bar("Pre-tagging")
        reading(500_000, 2_000_000)
        tagging(2, 7)
    shown = terminal.getvalue()
    assert "Importing" in shown and "0.5/2.0 MB" in shown
    assert "Pre-tagging" in shown and "2/7" in shown


def test_elsewhere_nothing_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as bar:
        bar("Importing")(1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_table_keeps_its_columns_and_takes_text_for_text(capsys: pytest.CaptureFixture[str]) -> None:
    table(("Wer", "Zahl"), [("[bold]änne[/bold]", "7"), ("Größl 🚒", "1234")])
    lines = capsys.readouterr().out.splitlines()
    assert "[bold]änne[/bold]" in lines[2] and lines[2].endswith(" 7")
    assert lines[3].endswith("1234")


def test_one_thing_is_not_told_in_the_plural() -> None:
    assert (counted(0, "line"), counted(1, "line"), counted(2, "line")) == ("0 lines", "1 line", "2 lines")
