"""The campaign's calling hours as the next seven days, for the review on screen and in plain lines."""

from datetime import UTC, datetime

from tui.campaign import zones
from tui.campaign.coming_days import coming_days, lines
from tui.storage.machine_zone import machine_zone
from tui.workflow.session import Session


def now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


def week_ahead(session: Session) -> list[str]:
    """A line for each of the next seven days, in the campaign's zone and in this machine's; nothing without hours."""
    draft = session.draft
    if draft.zone not in zones.names() or not draft.week or draft.hours_text is not None:
        return []
    own = machine_zone() or ""
    return lines(coming_days(draft.week, draft.zone, now(), own), own)
