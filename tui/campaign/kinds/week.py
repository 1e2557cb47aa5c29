"""The week of calling hours."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from tui.base.text import one_line, plural
from tui.campaign import hours
from tui.campaign.hours import DAY_CODES, DAYS, hhmm, nights, wire_time
from tui.campaign.hours_text import text_of
from tui.campaign.json_values import SHOWN, describe, in_one_form
from tui.campaign.kinds.kind import Editor, FieldKind
from tui.campaign.modes import Api
from tui.campaign.parse_hours import read_days, read_time
from tui.campaign.problems import Problem, error, warning

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field

KEEP = "keep"
"""The answer that keeps hours which were repaired."""
_MOST_WINDOWS = 4
"""Calling windows that are named where weeks differ."""
_DIGITS_OF_AN_HOUR = 2
"""As short an answer is the number of a reading, where some are offered."""


class Hours(FieldKind):
    """The week of calling windows."""

    type: ClassVar[Any] = hours.Week

    @property
    def room(self) -> int:
        """A usual week; a longer one is shown below as well."""
        return 61

    def editor(self, draft: "Draft") -> Editor:
        """A line of text, and on the screen a grid."""
        return Editor.HOURS

    def text(self, field: "Field", draft: "Draft") -> str:
        """What was typed last where it can't be read, else the week."""
        return draft.shown_hours

    def take(self, field: "Field", draft: "Draft", typed: str) -> None:
        """Read the text, or keep it as it is."""
        draft.type_hours(typed)

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take a week as text, the number of a reading that was offered, or that a repair is kept."""
        if typed.casefold() == KEEP and draft.repaired:
            draft.week = draft.week
            return "The repaired hours are kept."
        offered = draft.offered_hours()
        if offered and typed.isdecimal() and len(typed) <= _DIGITS_OF_AN_HOUR:
            if not 0 < int(typed) <= len(offered):
                return f"Error: there is no reading {typed}."
            typed = [*offered][int(typed) - 1]
        return draft.type_hours(offered.get(typed, typed)).said

    def question(self, said: str, draft: "Draft", api: Api) -> str:
        """What is said, and how a repair is kept."""
        return f"{said}. {KEEP} keeps the repaired hours." if draft.is_repair else said

    def hint(self, draft: "Draft", found: list[Problem]) -> list[Problem]:
        """The problems; the first with the short answers that settle what the hours are."""
        said = self._unsettled(draft, found[0].message) if found else ""
        return [error(found[0].field, said), *found[1:]] if said else found

    def _unsettled(self, draft: "Draft", said: str) -> str:
        if draft.is_repair:
            return f"{said} {KEEP} keeps the repaired hours."
        mistake = draft.mistake
        if mistake is None or not mistake.readings:
            return ""
        ways = [f"{at} for {each}" for at, each in enumerate(mistake.readings, 1)]
        return f"{mistake.message} Answer {' or '.join(ways)}."

    def wrong(self, field: "Field", value: hours.Week, api: Api) -> Iterator[Problem]:
        """A week in which nothing is open."""
        if not value:
            yield error(field.path, "No calling hours are open: nobody would be called.")

    def problems(self, field: "Field", draft: "Draft", api: Api) -> list[Problem]:
        """What is not settled; else what is wrong or unwise with the week."""
        if draft.hours_text is not None:
            mistake = draft.mistake
            return [
                error(field.path, str(mistake) if mistake else "The text of the week was not taken over.")
            ]
        found = list[Problem]()
        if draft.repaired:
            more = f" And {len(draft.repaired) - 1} more." if len(draft.repaired) > 1 else ""
            said = f"The file's hours are shown repaired: {draft.repaired[0]}{more} Keep or edit them."
            found.append(error(field.path, said))
        return [*found, *self.judge(field, draft.week, api), *_unwise(field, draft)]

    def value(self, field: "Field", draft: "Draft") -> Any:
        """The week."""
        return draft.week

    def load(self, field: "Field", value: Any, draft: "Draft", api: Api) -> list[Problem]:
        """Take a list of windows over, repaired where it is wrong, or a text that could not be read."""
        draft.hours_text = value if isinstance(value, str) else None
        if not isinstance(value, list):
            return [error(field.path, f"{field.title} must be a list of windows, not {describe(value)}.")]
        found = read_days(value, field.path)
        draft.weeks[draft.frequency] = found.week
        draft.repaired = tuple(found.repairs)
        draft.unrepaired = value if found.repairs else []
        return [*found.problems, *_unwise(field, draft)]

    def write(self, value: hours.Week, api: Api) -> Any:
        """The list of windows."""
        return days(value)

    def write_typed(self, field: "Field", draft: "Draft", api: Api) -> Any:
        """The windows; a text that can't be read, or a file's wrong list, in their place."""
        if draft.is_repair:
            return draft.unrepaired
        if draft.hours_text is not None:
            return draft.hours_text
        return days(draft.week) if draft.week else None

    def matches(self, sent: Any, came: Any) -> bool | None:
        """The same windows, in any order and with times in any form."""
        there, here = _windows(sent), _windows(came)
        return bool(sent == came) if there is None or here is None else there == here

    def compared(self, sent: Any, came: Any) -> tuple[str, str]:
        """The windows that only one of them has; all where they are the same."""
        there, here = _windows(sent), _windows(came)
        if there is None or here is None:
            return super().compared(sent, came)
        both = frozenset[_Shown]() if there == here else there & here
        return _listed(there - both), _listed(here - both)


def days(week: hours.Week) -> list[dict[str, str]]:
    """The calling windows as the platform lists them, in order, times such as ``9:00 AM``."""
    return [
        {"day": DAY_CODES[window.day], "start": wire_time(window.start), "end": wire_time(window.end)}
        for window in week.windows()
    ]


_MOST_SAID = 28
"""Windows of a week that are said one by one."""


def night_words(at_night: hours.Week) -> str:
    """That people are called at night, and when; of many windows how many, and the first."""
    windows = at_night.windows()
    if len(windows) <= _MOST_SAID:
        return f"People are called at night, between 21:00 and 08:00: {text_of(at_night)}."
    days, first = len({window.day for window in windows}), windows[0]
    return (
        f"People are called at night, between 21:00 and 08:00, in {len(windows):,} windows on {plural(days, 'day')}, "
        f"{hours.duration(at_night.total())} a week; the first is {DAY_CODES[first.day].title()} {first}."
    )


def _unwise(field: "Field", draft: "Draft") -> Iterator[Problem]:
    """What is unwise about a week: days that a frequency does not explain, and calls at night."""
    week = draft.week
    if draft.is_daily and any(week.days[day] != week.days[0] for day in DAYS):
        yield warning(field.path, "DAILY is read as the same windows on all seven days, and these differ.")
    if at_night := nights(week):
        yield warning(field.path, night_words(at_night))


_Shown = tuple[str, str, str]


def _windows(listed: Any) -> frozenset[_Shown] | None:
    """The windows without their order, times in one form; None for what is no list of windows."""
    if not isinstance(listed, list) or not all(isinstance(window, Mapping) for window in listed):
        return None
    return frozenset(
        (in_one_form(window.get("day")), _time(window.get("start")), _time(window.get("end")))
        for window in listed
    )


def _time(text: Any) -> str:
    minute = read_time(text) if isinstance(text, str) else None
    return in_one_form(text) if minute is None else hhmm(minute)


def _listed(windows: frozenset[_Shown]) -> str:
    words = [one_line(f"{day} {start}-{end}", limit=SHOWN) for day, start, end in sorted(windows)]
    more = [f"{len(words) - _MOST_WINDOWS} more"] if len(words) > _MOST_WINDOWS else []
    return ", ".join([*words[:_MOST_WINDOWS], *more]) or "nothing else"
