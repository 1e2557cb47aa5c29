"""Another version of the API, for the campaign at hand: the draft stays, and what that changes of it is said."""

from tui.campaign.draft import Draft
from tui.campaign.modes import Api
from tui.campaign.versions import change
from tui.workflow.session import Session


def change_version(session: Session, api: Api) -> list[str]:
    """Make the campaign of ``session`` one for ``api``; returns what that changes of it, in sentences."""
    old, session.connection.api = session.api, api
    return [] if session.draft == Draft() else change(session.draft, old, api)
