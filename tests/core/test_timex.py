"""The check of TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.timex import check_label, check_value, day_of

SOUND = {
    "DATE": "2025-10-21 2025-10 2025 2025-W43 2025-W43-WE 2025-W43-2 2025-Q3 2025-H1 2025-SU 2025-WI 199 19 "
    "199X 19XX XXXX-11-08 XXXX-XX-XX XXXX-WXX-1 XXXX-WXX XXXX BC0753 BC04 FY2024 FY2024-Q1 2024-02-29 "
    "XXXX-02-29 2020-W53 PRESENT_REF PAST_REF FUTURE_REF",
    "TIME": "2025-10-21TEV 2025-10-21T17:42 2025-10-21T17:42:05 2025-10-21T24:00 2025-10-21T17:42+01:00 "
    "2025-10-21T17:42Z 2025-10-21T08 2025-10-21TXX T08:00 TMO XXXX-XX-XXTNI XXXX-WXX-1TEV PRESENT_REF",
    "DURATION": "P2W PXY P3D PT90M PT1.5H P6M P1Y2M PT1H20M P1DT2H P2DE P1CE P1WE P1Q PXD PT24H P0D",
    "SET": "P1D P2W XXXX-WXX-1 XXXX-SU XXXX-XX-XXTEV XXXX-12-25 XXXX-WXX-5TEV",
}
BROKEN = [
    ("DATE", "", "value_missing"),
    ("DATE", "gestern", "value_malformed"),
    ("DATE", "21.10.2025", "value_malformed"),
    ("DATE", "2025-1-2", "value_malformed"),
    ("DATE", "2025-10-21 ", "value_malformed"),
    ("DATE", "٢٠٢٥", "value_malformed"),
    ("DATE", "2025-Q5", "value_malformed"),
    ("DATE", "2025-13", "value_out_of_range"),
    ("DATE", "2025-00-10", "value_out_of_range"),
    ("DATE", "2025-W54", "value_out_of_range"),
    ("DATE", "2025-W53", "value_out_of_range"),
    ("DATE", "2025-02-29", "no_such_day"),
    ("DATE", "2025-04-31", "no_such_day"),
    ("DATE", "P2W", "value_of_other_kind"),
    ("DATE", "2025-10-21T17:42", "value_of_other_kind"),
    ("TIME", "2025-10-21", "value_of_other_kind"),
    ("TIME", "2025-10-21T25:00", "value_out_of_range"),
    ("TIME", "2025-10-21T24:30", "value_out_of_range"),
    ("TIME", "2025-10-21T17:60", "value_out_of_range"),
    ("TIME", "2025-10-21T7:30", "value_malformed"),
    ("TIME", "2025-10-21TZZ", "value_malformed"),
    ("DURATION", "P", "value_malformed"),
    ("DURATION", "PT", "value_malformed"),
    ("DURATION", "P24H", "value_malformed"),
    ("DURATION", "P2M1Y", "value_malformed"),
    ("DURATION", "2 Wochen", "value_malformed"),
    ("DURATION", "2025", "value_of_other_kind"),
    ("DURATION", "PAST_REF", "value_of_other_kind"),
    ("SET", "jeden Tag", "value_malformed"),
    ("SET", "XXXX-13", "value_out_of_range"),
    ("PERIOD", "2025", "kind_unknown"),
]


@pytest.mark.parametrize(("kind", "value"), [(k, v) for k, values in SOUND.items() for v in values.split()])
def test_sound_values_pass(kind: str, value: str) -> None:
    assert check_value(kind, value) is None


@pytest.mark.parametrize(("kind", "value", "code"), BROKEN)
def test_broken_values_are_named_by_what_is_wrong(kind: str, value: str, code: str) -> None:
    assert check_value(kind, value) == code


@given(st.dates())
def test_every_day_of_the_calendar_is_sound(day: date) -> None:
    year, week, weekday = day.isocalendar()

    assert check_value("DATE", day.isoformat()) is None
    assert check_value("DATE", f"{year:04}-W{week:02}-{weekday}") is None


@given(st.sampled_from(["DATE", "TIME", "DURATION", "SET"]), st.text(max_size=30))
def test_any_text_gets_an_answer(kind: str, value: str) -> None:
    assert check_value(kind, value) is None or check_value(kind, value)


@pytest.mark.parametrize(
    ("label", "value", "code"),
    [
        ("DATE", "", None),
        ("DATE", "2024-03-14", None),
        ("DATE", "P3D", "value_of_other_kind"),
        ("DATE", "2024-02-30", "no_such_day"),
        ("Zeitpunkt", "P3D", None),
        ("Zeitpunkt", "2024-03-14TEV", None),
        ("Zeitpunkt", "2024-13", "value_out_of_range"),
        ("Zeitpunkt", "übermorgen", "value_malformed"),
    ],
)
def test_a_label_names_the_type_and_any_other_label_takes_every_type(
    label: str, value: str, code: str | None
) -> None:
    assert check_label(label, value) == code


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-14", date(2024, 3, 14)),
        ("2024-03-14T17:30", date(2024, 3, 14)),
        ("2024-02-30", None),
        ("2024-03", None),
        ("XXXX-03-14", None),
        ("P3D", None),
        ("", None),
    ],
)
def test_a_value_names_a_day_or_none(value: str, day: date | None) -> None:
    assert day_of(value) == day
