"""The week as minutes, and its text form."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaign.weeks import weeks, windows
from tui.campaign.hours import DAY_MINUTES, Week, Window, duration, hhmm, nights, span, wire_time
from tui.campaign.hours_text import read, text_of
from tui.campaign.kinds.week import days
from tui.campaign.parse_hours import read_days, read_time


def is_open(week: Week, day: int, minute: int) -> bool:
    return bool(week.days[day] >> minute & 1)


@given(weeks)
def test_any_minutes_survive_windows_and_json(week: Week) -> None:
    assert Week.of(week.windows()) == week
    again = read_days(days(week), "days")
    assert again.week == week
    assert not again.problems or not week
    assert not again.repairs


@given(weeks)
def test_any_minutes_survive_the_text(week: Week) -> None:
    reading = read(text_of(week))
    assert reading.mistake is None
    assert reading.week == week
    assert reading.notes == ()


@given(weeks)
def test_windows_are_in_order_and_never_touch(week: Week) -> None:
    found = week.windows()
    assert all(window.start < window.end <= DAY_MINUTES for window in found)
    assert all(first.day < second.day or first.end < second.start for first, second in pairwise(found))


@given(weeks, windows)
def test_opening_and_closing_touch_nothing_else(week: Week, window: Window) -> None:
    opened = week.opened(window.day, window.start, window.end)
    closed = week.closed(window.day, window.start, window.end)
    for minute in range(DAY_MINUTES):
        inside = window.start <= minute < window.end
        assert is_open(opened, window.day, minute) == (inside or is_open(week, window.day, minute))
        assert is_open(closed, window.day, minute) == (not inside and is_open(week, window.day, minute))
    others = [day for day in range(7) if day != window.day]
    assert all(opened.days[day] == closed.days[day] == week.days[day] for day in others)


@given(st.integers(0, 1439))
def test_every_minute_survives_the_platforms_own_form(minute: int) -> None:
    assert read_time(wire_time(minute)) == minute


def test_the_platforms_form_of_hours() -> None:
    assert [wire_time(minute) for minute in (0, 5, 540, 719, 720, 780, 1439)] == [
        "12:00 AM", "12:05 AM", "9:00 AM", "11:59 AM", "12:00 PM", "1:00 PM", "11:59 PM",
    ]  # fmt: skip


def test_small_forms() -> None:
    assert hhmm(65) == "01:05"
    assert duration(485) == "8h05"
    assert span(5, 5) == span(9, 3) == 0
    assert span(-4, 2) == 0b11
    assert str(Window(0, 540, 1080)) == "09:00-18:00"


def test_nights_are_found() -> None:
    week = Week().opened(0, 7 * 60, 22 * 60)
    assert nights(week).windows() == (Window(0, 420, 480), Window(0, 1260, 1320))
    assert not nights(Week().opened(3, 480, 1260))


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00", "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00"),
        ("9-18", "Mo-Su 09:00-18:00"),
        ("mon-fri 9:00 AM - 6 PM", "Mo-Fr 09:00-18:00"),
        ("0900-1800", "Mo-Su 09:00-18:00"),
        ("Monday 09.30–17.45", "Mo 09:30-17:45"),
        ("weekdays 9 to 17; weekend 10 to 12", "Mo-Fr 09:00-17:00; Sa-Su 10:00-12:00"),
        ("Mo-Fr 9-18, Sa 10-14", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
        ("Mo 9-18 Tu 9-18", "Mo-Tu 09:00-18:00"),
        ("Fr-Mo 10-11", "Mo,Fr-Su 10:00-11:00"),
        ("Mo-Fr 9-18; We off", "Mo-Tu,Th-Fr 09:00-18:00"),
        ("sa,su 10-12 and 13-15", "Sa-Su 10:00-12:00,13:00-15:00"),
        ("Tues,Thurs: 9am-6pm", "Tu,Th 09:00-18:00"),
        ("Mo 9-24", "Mo 09:00-23:59"),
        ("24/7", "Mo-Su 00:00-23:59"),
        ("Mo 12 AM - 12 PM", "Mo 00:00-12:00"),
        ("Mo 9-6 PM", "Mo 09:00-18:00"),
        ("Mo 9-13,12-18", "Mo 09:00-18:00"),
        ("every day 8-20", "Mo-Su 08:00-20:00"),
        ("", ""),
        ("Mo off", ""),
    ],
)
def test_forgiving_in_canonical_out(typed: str, canonical: str) -> None:
    reading = read(typed)
    assert reading.week is not None, reading.mistake
    assert text_of(reading.week) == canonical


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("9-6", ("09:00-18:00", "09:00-06:00 next day")),
        ("Mo 22:00-02:00", ("22:00-02:00 next day",)),
        ("Su 22-2", ("22:00-02:00 next day",)),
        ("Mo 18:00-00:00", ("18:00-23:59",)),
        ("Mo 1-5 PM", ("01:00-17:00", "13:00-17:00")),
        ("Mo 8-9 pm", ("08:00-21:00", "20:00-21:00")),
    ],
)
def test_two_meanings_are_a_mistake_that_offers_both(typed: str, readings: tuple[str, ...]) -> None:
    reading = read(typed)
    assert reading.week is None
    assert reading.mistake is not None
    assert reading.mistake.readings == readings


@pytest.mark.parametrize(
    ("typed", "pointed_at"),
    [
        ("xx 9-10", "xx"),
        ("Mo 9-18; Mu 9-18", "Mu"),
        ("Mo 25-26", "25"),
        ("Mo 9:75-10", "9:75"),
        ("Mo 9-18; Tu 9-", "9-"),
        ("Mo 13 PM-14", "13 PM"),
        ("Mo 9-9", "9-9"),
        ("Mo 24-25", "25"),
        ("Mo 23:59-24:00", "23:59-24:00"),
        ("Mo 9-18; off", "off"),
    ],
)
def test_a_mistake_is_pointed_at(typed: str, pointed_at: str) -> None:
    mistake = read(typed).mistake
    assert mistake is not None
    assert typed[mistake.start : mistake.end].strip() == pointed_at


def test_a_day_named_twice_is_not_guessed() -> None:
    mistake = read("Mo 9-12; Mo 13-15").mistake
    assert mistake is not None
    assert "named twice" in mistake.message


def test_midnight_costs_a_minute_and_says_so() -> None:
    reading = read("Mo 18-24")
    assert reading.week == Week.of([Window(0, 1080, 1439)])
    assert "23:59" in reading.notes[0]


def test_no_day_means_every_day_and_says_so() -> None:
    assert "every day" in read("9-18").notes[0]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(text)
    assert (reading.week is None) == (reading.mistake is not None)


@given(st.text(alphabet="MoTuWeThFrSau0123456789:-,; apmAPM./off", max_size=40))
def test_what_is_read_reads_the_same_again(text: str) -> None:
    reading = read(text)
    if reading.week is not None:
        assert read(text_of(reading.week)).week == reading.week


def test_a_week_with_a_window_on_every_second_minute() -> None:
    every_second = int("01" * 719, 2)
    week = Week((every_second,) * 7)
    assert len(week.windows()) == 719 * 7
    assert read(text_of(week)).week == week


def test_an_endless_text_is_refused_at_once() -> None:
    assert read("9-18," * 100_000).mistake is not None
