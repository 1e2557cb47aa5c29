"""What a campaign will do, in plain sentences for a person who decides whether to send it."""

from tui.campaign import caller_id
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.gist import ORDERS
from tui.campaign.hours import DAY_CODES, duration, wire_time
from tui.campaign.kinds.detection import SENTENCES

_MOST_SAID = 50
"""Windows of a week that are said one by one."""


def sentences(draft: Draft, api: Api) -> list[str]:
    """The campaign of ``draft``, which must have no errors, in a few sentences. Not made inert."""
    lists = " and ".join(draft.contact_lists)
    said = [
        f'"{draft.name}" calls the people of {lists}, {ORDERS[draft.order]}, '
        f"from {caller_id.in_words(draft.caller_id)}, {_pace(draft)}.",
        f"Open {_hours(draft)}, {draft.zone} time, {duration(draft.week.total())} a week, "
        f"frequency {draft.frequency}.",
        f"Sent as {_sent_as(draft)}.",
        f"Each person up to {_times(draft.attempts)}, {draft.retry} min apart, ringing up to {draft.ring} s. "
        f"Priority {draft.priority} of 5.",
    ]
    if api is Api.V2:
        said.append(f"Nobody on the do-not-call list {draft.dnc_list} is called.")
    if draft.mode == Mode.AGENTLESS:
        said.append(SENTENCES[draft.detection])
    return said


def _hours(draft: Draft) -> str:
    """The hours as text; of very many windows how many there are."""
    count = len(draft.week.windows())
    return draft.text_of_week if count <= _MOST_SAID else f"in {count:,} windows"


def _sent_as(draft: Draft) -> str:
    """The hours as the platform gets them, with AM and PM; days with equal windows together."""
    week = draft.week
    if len(week.windows()) > _MOST_SAID:
        return "the JSON lists them"
    return "; ".join(
        f"{' '.join(DAY_CODES[day] for day in days)} "
        + ", ".join(
            f"{wire_time(window.start)}-{wire_time(window.end)}" for window in week.windows_of(days[0])
        )
        for days in week.alike().values()
    )


def _pace(draft: Draft) -> str:
    match Mode(draft.mode):
        case Mode.PROGRESSIVE:
            return f"one call for each free agent of {draft.queue}"
        case Mode.PREVIEW:
            skips = f"may skip it {_times(draft.skips)}" if int(draft.skips) else "may not skip any"
            return f"agents of {draft.queue} see each record first and {skips}"
        case Mode.AGENTLESS:
            return f"with the voice flow {draft.flow} talking"


def _times(count: str) -> str:
    return "once" if int(count) == 1 else f"{int(count)} times"
