"""The version that was found to answer is chosen, and what that changes of the campaign is said."""

from tests.workflow.test_session import session
from tui.campaign.fields import Api
from tui.kore.causes import Cause
from tui.kore.diagnosis import Diagnosis
from tui.workflow.connection_check import take_version
from tui.workflow.session import Session
from tui.workflow.version_change import change_version


def test_the_version_that_answers_is_chosen_and_the_draft_stays() -> None:
    at = session()
    draft = at.draft
    said = take_version(at, Diagnosis(Cause.ADDRESS, "v1 is not there.", "Choose v2.", Api.V2))
    assert (at.api, at.draft) == (Api.V2, draft)
    assert said == [
        "v2 needs a DNC list, and v1 has none: one must be named.",
        "Machine detection, which is off for Progressive, is left out.",
    ]
    assert take_version(at, Diagnosis(Cause.NONE, "Connected.", answers=Api.V2)) == []


def test_where_none_answers_the_version_stays() -> None:
    at = session()
    assert take_version(at, Diagnosis(Cause.NAME, "Not found.")) == []
    assert at.api is Api.V1


def test_an_empty_campaign_is_changed_by_no_version() -> None:
    at = Session()
    assert change_version(at, Api.V2) == []
    assert at.draft.dnc_list == "Default Global DNC"
