"""The campaign in a few words, as far as it goes: what stands beside the form while it is made. Inert."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.base.glyphs import CUT
from tui.base.text import one_line, plural
from tui.campaign.clock_changes import city
from tui.campaign.hours import DAYS, Week, duration, hhmm
from tui.campaign.hours_words import runs
from tui.campaign.modes import Api, Mode

if TYPE_CHECKING:
    from tui.campaign.draft import Draft

_LIMIT = 60
"""Characters of one value."""
_MOST_LISTS = 3
"""Contact lists that are named."""
_MOST_WINDOWS = 6
"""Different windows of a week that are named."""
ORDERS = {"FIFO": "oldest first", "LIFO": "newest first"}
"""The dialing orders in words of the job."""


def gist(draft: "Draft", api: Api) -> tuple[str, str]:
    """The name of ``draft``, and a sentence; ``…`` stands where nothing is typed, and what is wrong as typed."""
    return _said(draft.name), " ".join(_clauses(draft, api))


def _clauses(draft: "Draft", api: Api) -> Iterator[str]:
    yield f"calls {_lists(draft)}, {ORDERS.get(draft.order, _said(draft.order))},"
    yield f"from {_said(draft.caller_id)};"
    yield f"{_who_answers(draft)};"
    yield f"{_hours(draft)};"
    yield f"at most {_times(draft.attempts)}, {_said(draft.retry)} min apart."
    if api is Api.V2:
        yield f"Nobody on {_said(draft.dnc_list)} is called."


def week_in_short(week: Week) -> str:
    """``Mo-Fr 9-13, 14-18; Sa 10-14``: whole hours without minutes; counted where there are many windows."""
    rules = [(days, [*week.windows_of(days[0])]) for days in week.alike().values()]
    if sum(len(windows) for _, windows in rules) > _MOST_WINDOWS:
        return f"{plural(len(week.windows()), 'window')} on {plural(sum(map(bool, week.days)), 'day')}"
    return "; ".join(
        f"{'daily' if len(days) == len(DAYS) else runs(days)} "
        + ", ".join(f"{_clock(window.start)}-{_clock(window.end)}" for window in windows)
        for days, windows in rules
    )


def _clock(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return hhmm(minute).removeprefix("0") if rest else str(hour)


def _said(value: str) -> str:
    return one_line(value, limit=_LIMIT) or CUT


def _lists(draft: "Draft") -> str:
    named, more = draft.contact_lists[:_MOST_LISTS], len(draft.contact_lists) - _MOST_LISTS
    rest = [plural(more, "more list")] if more > 0 else []
    return " and ".join([*map(_said, named), *rest]) or CUT


def _who_answers(draft: "Draft") -> str:
    match draft.mode:
        case Mode.PROGRESSIVE:
            return f"one call per free agent of {_said(draft.queue)}"
        case Mode.PREVIEW:
            skips = "may not skip any" if draft.skips == "0" else f"may skip it {_times(draft.skips)}"
            return f"agents of {_said(draft.queue)} look first and {skips}"
        case Mode.AGENTLESS:
            return f"the voice flow {_said(draft.flow)} talks"
        case _:
            return "no dialing mode yet"


def _hours(draft: "Draft") -> str:
    """When: the week in short, where, and how much that is; that it is not settled where it is not."""
    where = _said(city(draft.zone))
    if draft.hours_text is not None:
        return f"hours that can't be read yet, {where}"
    if not draft.week:
        return f"no hours yet, {where}"
    repaired = ", as repaired" if draft.is_repair else ""
    return f"{week_in_short(draft.week)}, {where}{repaired}, {duration(draft.week.total())} a week"


def _times(count: str) -> str:
    return "once" if count == "1" else f"{_said(count)} times"
