"""Calendar arithmetic behind the values."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.pretag.times import calendar, check_value

# Easter Sundays as printed in almanacs, the earliest and the latest possible among them.
EASTERS = ["1598-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2024-03-31",
           "2025-04-20", "2038-04-25", "2049-04-18"]  # fmt: skip


@pytest.mark.parametrize("sunday", EASTERS)
def test_easter_is_where_almanacs_have_it(sunday: str) -> None:
    day = date.fromisoformat(sunday)

    assert calendar.easter(day.year) == day


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = calendar.easter(year)

    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("E-2", "2025-04-18"),
        ("E+50", "2025-06-09"),
        ("A+0", "2025-12-21"),
        ("A-21", "2025-11-30"),
        ("A-32", "2025-11-19"),
        ("5/7/2", "2025-05-11"),
        ("10/7/1", "2025-10-05"),
        ("12-25", "2025-12-25"),
    ],
)
def test_holidays_fall_on_their_day(rule: str, day: str) -> None:
    assert calendar.holiday(rule, 2025).isoformat() == day


@given(st.integers(1600, 9000))
def test_the_fourth_advent_is_the_last_sunday_before_christmas(year: int) -> None:
    sunday = calendar.holiday("A+0", year)

    assert sunday.isoweekday() == 7
    assert timedelta(0) < date(year, 12, 25) - sunday <= timedelta(days=7)


@pytest.mark.parametrize(
    ("unit", "steps", "value"),
    [
        ("D", -1, "2025-12-31"),
        ("W", 0, "2026-W01"),
        ("W", -1, "2025-W52"),
        ("WE", -1, "2025-W52-WE"),
        ("M", -1, "2025-12"),
        ("M", -13, "2024-12"),
        ("Q", -1, "2025-Q4"),
        ("HY", 1, "2026-H2"),
        ("Y", -1, "2025"),
        ("FY", 1, "FY2027"),
        ("DE", -1, "201"),
        ("CE", 0, "20"),
        ("Y", -3000, "BC0975"),
    ],
)
def test_stepping_over_the_turn_of_the_year(unit: str, steps: int, value: str) -> None:
    assert calendar.shifted(unit, date(2026, 1, 1), steps).value == value


def test_a_month_back_from_the_31st_is_the_last_day_of_the_shorter_month() -> None:
    assert calendar.add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)


def test_january_belongs_to_the_winter_of_the_year_before() -> None:
    assert calendar.season_of(date(2026, 1, 5)) == (2025, "WI")


UNITS = ["D", "W", "WE", "M", "Q", "HY", "Y", "FY", "DE"]


@given(st.dates(date(1583, 1, 1), date(9000, 1, 1)), st.sampled_from(UNITS), st.integers(-50, 50))
def test_every_step_gives_a_sound_value(day: date, unit: str, steps: int) -> None:
    assert check_value("DATE", calendar.shifted(unit, day, steps).value) is None


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.sampled_from(["W", "M", "Q", "HY", "Y"]))
def test_a_period_holds_the_day_it_was_made_from(day: date, unit: str) -> None:
    start = calendar.period(unit, day).start
    after = calendar.shifted(unit, day, 1).start

    assert start is not None and after is not None
    assert start <= day < after
