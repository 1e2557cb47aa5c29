"""Weeks for tests: any, as windows and as loose minutes."""

from hypothesis import strategies as st

from tui.campaign.hours import DAY_MINUTES, Week, Window

minutes = st.integers(0, DAY_MINUTES - 1)
windows = st.builds(
    lambda day, start, length: Window(day, start, min(start + length, DAY_MINUTES)),
    st.integers(0, 6),
    minutes,
    st.integers(1, 700),
)
weeks = st.one_of(
    st.lists(windows, max_size=30).map(Week.of),
    st.lists(st.integers(0, 2**DAY_MINUTES - 1), min_size=7, max_size=7).map(lambda bits: Week(tuple(bits))),
)
every_second_minute = Week((sum(1 << minute for minute in range(0, DAY_MINUTES, 2)),) * 7)
"""A window on every second minute: more windows than a week can have otherwise."""
