"""A week as people type it: what is read, what is named, what is refused with its readings."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.campaign.hours_text import one_line, read, text_of

BOTH_CLOCKS = "bare hours are read on the 24-hour clock"
SORTED = "begins before the window it stands after: sorted"


def said(typed: str) -> str:
    """The canonical text of what is read."""
    reading = read(typed)
    assert reading.week is not None, reading.mistake
    return text_of(reading.week)


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        # a later window that begins earlier, and could be one of the 12-hour clock
        ("Mo-Fr 9-12, 1-5", ("13:00-17:00", "01:00-05:00")),
        ("Mo-Fr 9-12 and 1:30-5", ("13:30-17:00", "01:30-05:00")),
        ("Mo-Fr 9-12 1-5", ("13:00-17:00", "01:00-05:00")),
        ("Mo-Fr 9-12/1-5", ("13:00-17:00", "01:00-05:00")),
        ("Mo-Fr 900-1200, 100-500", ("13:00-17:00", "01:00-05:00")),
        ("9-12, 1-5 Mo-Fr", ("13:00-17:00", "01:00-05:00")),
        ("8-12 & 2-6", ("14:00-18:00", "02:00-06:00")),
        ("Mo 8-12 Tu 1-5", ("13:00-17:00", "01:00-05:00")),
        ("Mo 8-12\nTu 1-5", ("13:00-17:00", "01:00-05:00")),
        ("Mo-Fr 9-18; Sa 1-5", ("13:00-17:00", "01:00-05:00")),
        ("Mo-Fr 14-18, 9-12", ("21:00-23:59", "09:00-12:00")),
        ("7-12, 2-5:30", ("14:00-17:30", "02:00-05:30")),
        ("９－１２、１－５", ("13:00-17:00", "01:00-05:00")),
        # AM or PM stands somewhere
        ("Mo-Fr 9 AM-12 PM, 1-5", ("13:00-17:00", "01:00-05:00")),
        ("9:00 AM - 12:00 PM and 1:00 - 5:00", ("13:00-17:00", "01:00-05:00")),
        ("Mo 9 AM-5 PM; Tu 8-12", ("20:00-23:59", "08:00-12:00")),
        ("Mo 1-5; Tu 9 AM-5 PM", ("13:00-17:00", "01:00-05:00")),
        ("8 AM - 9", ("08:00-09:00", "08:00-21:00")),
        ("7am-11", ("07:00-11:00", "07:00-23:00")),
        ("8 AM-12", ("08:00-12:00", "08:00-23:59")),
        ("8-9 PM", ("08:00-21:00", "20:00-21:00")),
        # the end is not after the start
        ("9-6", ("09:00-18:00", "09:00-06:00 next day")),
        ("weekdays 9-5", ("09:00-17:00", "09:00-05:00 next day")),
        ("Mo–Fr 9 to 5", ("09:00-17:00", "09:00-05:00 next day")),
        ("9-0", ("09:00-23:59",)),
        ("00:00-00:00", ("00:00-23:59",)),
        ("9 AM-12 AM", ("09:00-23:59", "09:00-12:00")),
        ("12-5 AM", ("00:00-05:00", "12:00-05:00 next day")),
        ("noon-8", ("12:00-20:00", "12:00-08:00 next day")),
        ("10 PM-6 AM", ("22:00-06:00 next day",)),
        ("8-2 next day", ("20:00-02:00 next day", "08:00-02:00 next day")),
        ("9-6Mo-Fr", ("09:00-18:00", "09:00-06:00 next day")),
        ("24-5", ("00:00-05:00",)),
        ("24-24", ("00:00-23:59",)),
    ],
)
def test_what_could_mean_two_things_is_refused_with_its_readings(
    typed: str, readings: tuple[str, ...]
) -> None:
    reading = read(typed)
    assert reading.week is None
    assert reading.mistake is not None
    assert reading.mistake.readings == readings
    for text in reading.mistake.corrected(typed):
        again = read(text)
        assert again.mistake is None or again.mistake.start > reading.mistake.start, text


@pytest.mark.parametrize(
    ("typed", "canonical", "note"),
    [
        ("14:00-18:00,09:00-13:00", "Mo-Su 09:00-13:00,14:00-18:00", SORTED),
        ("09:00-12:00,01:00-05:00", "Mo-Su 01:00-05:00,09:00-12:00", "01:00-05:00 (1:00 AM-5:00 AM) begins before"),
        ("14-18, 9-13", "Mo-Su 09:00-13:00,14:00-18:00", SORTED),
        ("2 PM-6 PM, 9 AM-1 PM", "Mo-Su 09:00-13:00,14:00-18:00", SORTED),
        ("11:00-12:30, 10:00-10:30", "Mo-Su 10:00-10:30,11:00-12:30", "10:00-10:30 (10:00 AM-10:30 AM)"),
        ("2-10", "Mo-Su 02:00-10:00", f"02:00-10:00 (2:00 AM-10:00 AM): {BOTH_CLOCKS}"),
        ("1-5", "Mo-Su 01:00-05:00", f"01:00-05:00 (1:00 AM-5:00 AM): {BOTH_CLOCKS}"),
        ("midnight-6", "Mo-Su 00:00-06:00", f"00:00-06:00 (12:00 AM-6:00 AM): {BOTH_CLOCKS}"),
        ("8-11", "Mo-Su 08:00-11:00", "(8:00 AM-11:00 AM)"),
        ("9-midnight", "Mo-Su 09:00-23:59", "(9:00 AM-11:59 PM)"),
        ("Mo 9 AM-12 PM, 14-18", "Mo 09:00-12:00,14:00-18:00", f"14:00-18:00 (2:00 PM-6:00 PM): {BOTH_CLOCKS}"),
        ("Mo 9 AM-5 PM; Tu 10:00-11:00", "Mo 09:00-17:00; Tu 10:00-11:00", "(10:00 AM-11:00 AM)"),
        ("Mo 8 AM-17", "Mo 08:00-17:00", BOTH_CLOCKS),
        ("Mo-Fr 9-18; PH off", "Mo-Fr 09:00-18:00", "Holidays are left out: the platform knows none."),
        ("Mo-Fr 9-18; PH 10-14", "Mo-Fr 09:00-18:00", "Holidays are left out"),
        ("Mo-Fr,PH 9-18", "Mo-Fr 09:00-18:00", "Holidays are left out"),
        ("SH Mo-Fr 10-12; Mo-Fr 9-18", "Mo-Fr 09:00-18:00", "Holidays are left out"),
        ("Mo-Fr 9-18; Public holidays closed", "Mo-Fr 09:00-18:00", "Holidays are left out"),
        ("Mo-Fr all day", "Mo-Fr 00:00-23:59", "24:00 is stored as 23:59"),
        ("Mo 22:00-02:00 next day", "Mo 22:00-23:59; Tu 00:00-02:00", "two windows, one minute lost"),
        ("Su 22-2 (the next day)", "Mo 00:00-02:00; Su 22:00-23:59", "two windows, one minute lost"),
        ("Mo 10 PM-6 next day", "Mo 22:00-23:59; Tu 00:00-06:00", "(10:00 PM-6:00 AM)"),
        ("Fr 22:00-02:00 next day; Sa off", "Fr 22:00-23:59", "Sa is off, also past midnight"),
        ("Mo 22:00-02:00 next day; Tu 01:00-09:00", "Mo 22:00-23:59; Tu 00:00-09:00", "overlaps a window of Tu"),
    ],
)  # fmt: skip
def test_what_has_one_reading_is_read_and_a_word_is_said(typed: str, canonical: str, note: str) -> None:
    assert said(typed) == canonical
    assert note in " ".join(read(typed).notes)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("M-F 9-17", "Mo-Fr 09:00-17:00"),
        ("M-Th 9-17", "Mo-Th 09:00-17:00"),
        ("M/W/F 9-17", "Mo,We,Fr 09:00-17:00"),
        ("Mon thru Fri 9-17", "Mo-Fr 09:00-17:00"),
        ("Monday through Friday 9:00 a.m. - 5:00 p.m.", "Mo-Fr 09:00-17:00"),
        ("Mon. – Fri. 9-17", "Mo-Fr 09:00-17:00"),
        ("Mon/Wed/Fri 9-17", "Mo,We,Fr 09:00-17:00"),
        ("Sat & Sun 10-14", "Sa-Su 10:00-14:00"),
        ("Mondays and Tuesdays 9-17", "Mo-Tu 09:00-17:00"),
        ("9h-18h", "Mo-Su 09:00-18:00"),
        ("9h30-18h00", "Mo-Su 09:30-18:00"),
        ("9-18h", "Mo-Su 09:00-18:00"),
        ("0900hrs-1800hrs", "Mo-Su 09:00-18:00"),
        ("8:30-17:30 Uhr", "Mo-Su 08:30-17:30"),
        ("0-24h", "Mo-Su 00:00-23:59"),
        ("09:00:00-18:00:00", "Mo-Su 09:00-18:00"),
        ("09:00:00-23:59:59", "Mo-Su 09:00-23:59"),
        ("midnight-6am", "Mo-Su 00:00-06:00"),
        ("midnight-midnight", "Mo-Su 00:00-23:59"),
        ("noon-8pm", "Mo-Su 12:00-20:00"),
        ("12 noon - 8 pm", "Mo-Su 12:00-20:00"),
        ("Mo-Fr 9-13 14-18", "Mo-Fr 09:00-13:00,14:00-18:00"),
        ("9-13/14-18", "Mo-Su 09:00-13:00,14:00-18:00"),
        ("9-13 plus 14-18", "Mo-Su 09:00-13:00,14:00-18:00"),
        ("9-18 Mo-Fr", "Mo-Fr 09:00-18:00"),
        ("9-18 Mo-Fr, 10-14 Sa", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
        ("9-18 Mo-Fr\n10-14 Sa", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
        ("9am–6pm Mon–Fri", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr 9-18; closed Sa, Su", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr from 9:00 to 18:00", "Mo-Fr 09:00-18:00"),
        ("“Mo-Fr 9-18”.", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr 9-18 | Sa 10-14", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
        ("Mo-Fr\t9-18\r\nSa\t10-14\r\n", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
        ("Mo-Fr\n9-18", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr 9-18\u2028Sa 10-14", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
        ("Monday\t9 AM–5 PM\nTuesday\t9 AM–5 PM\nSunday\tClosed", "Mo-Tu 09:00-17:00"),
        ("Mo-Fr 9-18; Sa 8-12", "Mo-Fr 09:00-18:00; Sa 08:00-12:00"),
        ("mon-fri 10-1pm,14-20; Sa 9:05-12", "Mo-Fr 10:00-13:00,14:00-20:00; Sa 09:05-12:00"),
        ("9-18 Su off", "Mo-Sa 09:00-18:00"),
        ("9-18 PH off", "Mo-Su 09:00-18:00"),
        ("PH off", ""),
        *((f"Mo{dash}Fr 9{dash}18", "Mo-Fr 09:00-18:00") for dash in "‐‑‒–—―−－~～〜"),
        *((f"Mo-Fr{blank}9{blank}-{blank}18", "Mo-Fr 09:00-18:00") for blank in "\xa0\u2002\u2009\u202f\u3000\u200b"),
        ("Mo-Fr ９：００－１８：００", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr ٠٩:٠٠-١٨:٠٠", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr ०९:००-१८:००", "Mo-Fr 09:00-18:00"),
    ],
)  # fmt: skip
def test_more_ways_to_write_it(typed: str, canonical: str) -> None:
    assert said(typed) == canonical


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Mo-Fr 9-13; 14-18", "This rule names no day"),
        ("Mo-Fr 9-13\n14-18", "This rule names no day"),
        ("Mo-Fr 9-18; off", "Which day is off?"),
        ("Mo-Fr 9-18 off", "Which day is off?"),
        ("closed", "Which day is off?"),
        ("9-12 Mo 13-17", "Which hours are these days for?"),
        ("T 9-17", "'t' could be Tu or Th"),
        ("M-S 9-17", "'s' could be Sa or Su"),
        ("Mo 9-18 next day", "longer than a day"),
        ("Mo 9:00:30-18", "is no time of day"),
        ("Mo-Fr 9-18 except We", "can't be read here"),
        ("Mo-Fr 9-18 (lunch 12-13)", "can't be read here"),
        ("9²-18", "is no window of time"),
    ],
)
def test_what_stays_refused(typed: str, why: str) -> None:
    mistake = read(typed).mistake
    assert mistake is not None
    assert why in str(mistake)


@pytest.mark.parametrize(
    ("typed", "canonical", "note"),
    [
        ("Mo-Fr 9-18", "Mo-Su 09:00-18:00", "DAILY: for all seven days, not only Mo-Fr."),
        ("9-18", "Mo-Su 09:00-18:00", ""),
        ("Mo-Fr 9-18; Sa-Su 9-18", "Mo-Su 09:00-18:00", ""),
        ("Mo 22-2 next day", "Mo-Su 00:00-02:00,22:00-23:59", "not only Mo"),
        ("", "", ""),
    ],
)
def test_daily_takes_one_day_for_all(typed: str, canonical: str, note: str) -> None:
    reading = read(typed, is_daily=True)
    assert reading.week is not None
    assert text_of(reading.week) == canonical
    assert note in " ".join(reading.notes)
    assert "No day is named" not in " ".join(reading.notes)


@pytest.mark.parametrize("typed", ["Mo-Fr 9-18; Sa 10-14", "10-14; Sa off"])
def test_daily_refuses_days_that_differ(typed: str) -> None:
    mistake = read(typed, is_daily=True).mistake
    assert mistake is not None
    assert "DAILY has the same windows on all seven days" in mistake.message
    for text in mistake.corrected(typed):
        assert read(text, is_daily=True).week


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("Mo-Fr 9-18\nSa 10-14\n", "Mo-Fr 9-18; Sa 10-14"),
        ("\r\n\r\nMo-Fr 9-18;\r\n\r\n  Sa\t10-14", "Mo-Fr 9-18; Sa 10-14"),
        ("Mo-Fr\n9-18\nSa\n10-14", "Mo-Fr 9-18; Sa 10-14"),
        ("Monday\nClosed\nTuesday\n9-17", "Monday Closed; Tuesday 9-17"),
        ("", ""),
    ],
)
def test_a_paste_is_a_rule_a_line(pasted: str, line: str) -> None:
    assert one_line(pasted) == line
    assert read(line).week == read(pasted).week


hours = st.integers(0, 24).map(str) | st.integers(0, 9).map("0{}".format)
clocks = st.builds(
    "{}{}{}".format,
    hours,
    st.sampled_from(["", ":00", ":30", ":59"]),
    st.sampled_from(["", "", "", " AM", "pm"]),
)
typed_windows = st.builds("{}-{}".format, clocks, clocks)
typed_rules = st.builds(
    lambda days, found, joint: days + joint.join(found),
    st.sampled_from(["", "Mo ", "Tu ", "We-Th ", "Sa,Su "]), st.lists(typed_windows, min_size=1, max_size=3),
    st.sampled_from([",", ", ", " and ", " ", "/"]),
)  # fmt: skip
typed_weeks = st.lists(typed_rules, min_size=1, max_size=3).map("; ".join)


@given(typed_weeks, st.booleans())
def test_every_reading_that_is_offered_can_be_typed_back(typed: str, is_daily: bool) -> None:
    mistake = read(typed, is_daily=is_daily).mistake
    assume(mistake is not None)
    assert mistake is not None
    for reading, text in zip(mistake.readings, mistake.corrected(typed), strict=True):
        again = read(text, is_daily=is_daily)
        assert again.mistake is None or again.mistake.start >= mistake.start + len(reading) or (
            again.mistake.readings == () or "DAILY" in again.mistake.message
        )  # fmt: skip
        alone = read(f"Mo {reading}")
        assert alone.week, reading
        assert BOTH_CLOCKS not in " ".join(alone.notes)
        assert reading.partition("-")[0] in text_of(alone.week)


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 24)), min_size=1, max_size=3))
def test_no_hour_that_could_be_of_the_night_is_read_in_silence(bare: list[tuple[int, int]]) -> None:
    reading = read("Mo " + ",".join(f"{start}-{end}" for start, end in bare))
    assume(reading.week is not None)
    is_on_24 = any(hour == 0 or hour > 12 for window in bare for hour in window)
    for start, end in bare:
        if 1 <= start < end <= 12 and (start < 7 or not is_on_24):
            assert f"{start:02}:00-{end:02}:00 ({start}:00 AM-" in " ".join(reading.notes)
    starts = [start for start, _ in bare]
    for at, (start, end) in enumerate(bare):
        if start < max(starts[:at], default=0):
            assert start == 0 or end > 12
