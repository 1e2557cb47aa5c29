"""What campaigns are told apart by: the version of the API, the dialing mode; and the steps that ask for them."""

from enum import StrEnum


class Api(StrEnum):
    """The two versions of the platform's campaign API."""

    V1 = "v1"
    V2 = "v2"


class Mode(StrEnum):
    """Who talks, and how calls are paced."""

    PROGRESSIVE = "Progressive"
    PREVIEW = "Preview"
    AGENTLESS = "Agentless"


class Section(StrEnum):
    """The steps of the wizard that hold fields of a campaign."""

    BASICS = "Basics"
    LISTS = "Contact lists"
    STRATEGY = "Dialing strategy"
    HOURS = "Calling hours"


EVERY_MODE = frozenset(Mode)
EVERY_API = frozenset(Api)
WITH_AGENTS = frozenset({Mode.PROGRESSIVE, Mode.PREVIEW})
VOICE_NAME = "voice"
"""What ``campaignType`` says of calls, and what a new draft is for."""
