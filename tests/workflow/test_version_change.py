"""Another version of the API is chosen, and what that changes of the campaign is said."""

from tests.workflow.test_session import session
from tui.campaign.fields import Api
from tui.workflow.session import Session
from tui.workflow.version_change import change_version


def test_the_version_is_chosen_and_the_draft_stays() -> None:
    at = session()
    draft = at.draft
    assert change_version(at, Api.V2) == [
        "v2 needs a DNC list, and v1 has none: one must be named.",
        "Machine detection, which is off for Progressive, is left out.",
    ]
    assert (at.api, at.draft) == (Api.V2, draft)
    assert change_version(at, Api.V2) == []


def test_an_empty_campaign_is_changed_by_no_version() -> None:
    at = Session()
    assert change_version(at, Api.V2) == []
    assert at.draft.dnc_list == "Default Global DNC"
