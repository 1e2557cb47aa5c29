"""Every field of a campaign, once: what it is called, what it means, what the platform allows.

Screens, help, the plain questions, ``check``, error texts and the practice platform's limits read it from
here. ``source`` says where the fact stands and how sure it is: *documented*, *seen in samples* or *inferred*.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.campaign.draft import Draft
from tui.campaign.kinds.choice import Choice as Choice
from tui.campaign.kinds.choice import Frequency
from tui.campaign.kinds.detection import DETECT, DISCONNECT, OFF, Detection
from tui.campaign.kinds.kind import FieldKind as FieldKind
from tui.campaign.kinds.names import Names as Names
from tui.campaign.kinds.number import Whole as Whole
from tui.campaign.kinds.text import Phone as Phone
from tui.campaign.kinds.text import Text as Text
from tui.campaign.kinds.week import Hours
from tui.campaign.kinds.zone import Zone
from tui.campaign.modes import EVERY_API as EVERY_API
from tui.campaign.modes import EVERY_MODE as EVERY_MODE
from tui.campaign.modes import VOICE_NAME
from tui.campaign.modes import WITH_AGENTS as WITH_AGENTS
from tui.campaign.modes import Api as Api
from tui.campaign.modes import Mode as Mode
from tui.campaign.modes import Section as Section

_EMPTY = Draft()
_TABLE = "Create Campaign API, request fields (documented)"
_TABLE_V2 = "Create Campaign API v2, request fields (documented)"


@dataclass(frozen=True, eq=False)
class Field:
    """One field: ``key`` in a draft, ``path`` in the platform's JSON."""

    key: str
    path: str
    title: str
    kind: FieldKind
    step: Section
    help: str
    more: str
    example: str
    source: str
    modes: frozenset[Mode] = EVERY_MODE
    apis: frozenset[Api] = EVERY_API
    modes_v2: frozenset[Mode] | None = None
    group: str = ""
    """What it has in common with its neighbours of the step; no word where the step says it all."""

    @property
    def default(self) -> str:
        """What stands in it before anything is typed: the text that an empty draft has."""
        value = getattr(_EMPTY, self.key, "")
        return value if isinstance(value, str) else ""

    def holds(self, path: str) -> bool:
        """Whether a JSON ``path`` lies in this field, as ``days[2].start`` does in ``days``."""
        return path == self.path or path.startswith((self.path + ".", self.path + "["))

    def modes_under(self, api: Api) -> frozenset[Mode]:
        """The dialing modes that have this field under ``api``."""
        if api not in self.apis:
            return frozenset()
        return self.modes_v2 if api is Api.V2 and self.modes_v2 is not None else self.modes

    def applies(self, mode: str, api: Api) -> bool:
        """Whether a campaign of ``mode`` has this field under ``api``; with no mode yet, the common ones do."""
        modes = self.modes_under(api)
        return mode in modes if mode in set(Mode) else modes == EVERY_MODE

    def foreign_to(self, mode: str, api: Api) -> str:
        """The sentence that a campaign of ``mode`` has no such field under ``api``."""
        modes = self.modes_under(api)
        if not modes:
            return f"{self.title} belongs to {' and '.join(sorted(self.apis))}, not to {api}."
        return f"{self.title} belongs to {' and '.join(sorted(modes))}, not to {mode} under {api}."


NAME = Field(
    "name", "name", "Name", Text(1, 48), Section.BASICS,
    "How the campaign appears in the platform, 1-48 characters.",
    "Two campaigns may bear one name: choose one that you will recognise in a list. "
    "Counted are Unicode code points: most letters are one, an emoji of a family is seven and more.",
    "Renewal calls June", _TABLE, group="What it is",
)  # fmt: skip
DESCRIPTION = Field(
    "description", "description", "Description", Text(1, 256), Section.BASICS,
    "What it is for, 1-256 characters; colleagues read this.",
    "Say who is called and why, so that a colleague can tell whether this campaign may be stopped.",
    "Reminds customers whose service ends in July.", _TABLE, group="What it is",
)  # fmt: skip
PRIORITY = Field(
    "priority", "priority", "Priority", Choice(("1", "2", "3", "4", "5")), Section.BASICS,
    "5 goes first when agents are short.",
    "1 is the lowest, 5 the highest and the platform's own default.",
    "5", _TABLE, group="How it dials",
)  # fmt: skip
MODE = Field(
    "mode", "dialingMode", "Dialing mode", Choice(tuple(Mode)), Section.BASICS,
    "Progressive: a call per free agent. Preview: agents look first. Agentless: a voice flow "
    "talks.",
    "Progressive: one call for each free agent of the queue. Preview: the agent sees the record first and "
    "dials or skips within 30 s, then it dials by itself. Agentless: a voice flow talks, 10 calls at a time "
    "for the account by default and 25 at most.",
    "Progressive", _TABLE, group="How it dials",
)  # fmt: skip
LISTS = Field(
    "contact_lists", "contactLists", "Contact lists", Names(1, 10), Section.LISTS,
    "Names of existing lists, exactly as the platform shows them.",
    "The campaign calls everybody on these lists. The platform's own screens take at most 10. Two campaigns "
    "may name one list, but cannot run with it at the same time. Where a list maps a contact's own time "
    "zone, that zone is used instead of the campaign's.",
    "Buyers Q2", _TABLE, group="Whom to call",
)  # fmt: skip
DNC = Field(
    "dnc_list", "dncLists.name", "DNC list", Text(1, None), Section.LISTS,
    "The do-not-call list; nobody on it is called.",
    "One list. The platform's global list is named Default Global DNC. After 30 unanswered attempts (a "
    "setting of the account) a number can land on the global list by itself.",
    "Default Global DNC", _TABLE_V2, apis=frozenset({Api.V2}), group="Whom not",
)  # fmt: skip
QUEUE = Field(
    "queue", "queue_name", "Queue", Text(1, None), Section.STRATEGY,
    "Exactly as the platform shows it.",
    "Answered calls go to the agents of this queue. A queue can serve a campaign only with exactly one "
    "campaign-linked disposition set.",
    "Default Queue", _TABLE, modes=WITH_AGENTS, group="Who",
)  # fmt: skip
FLOW = Field(
    "flow", "experienceFlowName", "Voice flow", Text(1, None), Section.STRATEGY,
    "Exactly as the platform shows it.",
    "The bot or IVR flow that answers for you, since no agent takes part.",
    "Voice Survey Entry Flow", _TABLE, modes=frozenset({Mode.AGENTLESS}), group="Who",
)  # fmt: skip
CALLER_ID = Field(
    "caller_id", "dialingStrategy.callerId.phoneNumber", "Caller ID", Phone(), Section.STRATEGY,
    "A verified number of your account: + and 8-15 digits.",
    "What the person called sees. E.164 is the norm: + and country code first, no spaces. SIP numbers of "
    "another shape are accepted by newer platforms, so another shape is only a warning here.",
    "+15101234567", _TABLE, group="Who",
)  # fmt: skip
ORDER = Field(
    "order", "dialingStrategy.dialingOrder", "Order",
    Choice(("FIFO", "LIFO"), ("oldest first (FIFO)", "newest first (LIFO)")), Section.STRATEGY,
    "FIFO: oldest contacts first. LIFO: newest first.",
    "First in, first out; or last in, first out.",
    "FIFO", _TABLE, group="Order",
)  # fmt: skip
ATTEMPTS = Field(
    "attempts", "dialingStrategy.maxAttemptsPerRecord", "Attempts", Whole(1, 100, "times"), Section.STRATEGY,
    "How often one person is called at most, 1-100.",
    "The documentation gives two readings: call attempts (the first call counted) in one table, retry "
    "attempts in another. Choose a number that is right under both.",
    "3", _TABLE, group="How often, how long",
)  # fmt: skip
RETRY = Field(
    "retry", "dialingStrategy.defaultRetryPeriod", "Retry period", Whole(1, 1440, "min"), Section.STRATEGY,
    "Minutes before a person is called again, 1-1440.",
    "1440 minutes are a day.",
    "10", _TABLE, group="How often, how long",
)  # fmt: skip
RING = Field(
    "ring", "dialingStrategy.maxRingTime", "Ring time", Whole(5, 120, "s"), Section.STRATEGY,
    "Seconds before a call counts as unanswered, 5-120.",
    "One ring is about 6 seconds in most countries. A long ring time reaches more voicemail.",
    "30", _TABLE, group="How often, how long",
)  # fmt: skip
SKIPS = Field(
    "skips", "maxSkips", "Skips", Whole(0, None, ""), Section.STRATEGY,
    "How often agents may skip one record; 0 or more.",
    "The agent sees the record before the call and may skip it this often. No range is documented.",
    "1", "Create Campaign API, request fields (documented); the range is inferred",
    modes=frozenset({Mode.PREVIEW}), group="How often, how long",
)  # fmt: skip
AMD = Field(
    "detection", "enableMachineDetect", "Machine detection", Detection((OFF, DETECT, DISCONNECT)), Section.STRATEGY,
    "What happens when an answering machine picks up.",
    "no: nothing is detected. detect: the call is marked. disconnect: the call is ended (v2 only). v1 knows "
    "only on and off. The platform switches detection off for Progressive and Preview.",
    "no", _TABLE, modes_v2=frozenset({Mode.AGENTLESS}), group="How often, how long",
)  # fmt: skip
ZONE = Field(
    "zone", "dialingStrategy.callingHours.timezone", "Time zone", Zone(), Section.HOURS,
    "Whose clock the hours follow: type a city or region.",
    "A region zone of the IANA database follows the region's own clock changes; a fixed offset such as EST "
    "or UTC+5 does not, and is refused. Where a contact list maps a contact's own zone, that one is used.",
    "Asia/Kolkata", "Create Campaign API, request fields (documented); the form is seen in samples",
)  # fmt: skip
FREQUENCY = Field(
    "frequency", "dialingStrategy.callingHours.frequency", "Frequency",
    Frequency(("WEEKLY", "DAILY", "CUSTOM")), Section.HOURS,
    "Only these names are documented; every sample is WEEKLY.",
    "Read here as: WEEKLY, a week that repeats; DAILY, the same windows on all seven days; CUSTOM, free "
    "windows for each day. The windows are sent in each case. The meaning is inferred, not documented.",
    "WEEKLY", "Create Campaign API, request fields (documented); the meaning is inferred",
)  # fmt: skip
HOURS = Field(
    "hours", "dialingStrategy.callingHours.days", "Calling hours", Hours(), Section.HOURS,
    "Such as Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00",
    "Hours are on a 24-hour clock. A day ends at 23:59, since the platform documents no window that ends at "
    "midnight: that costs the last minute of the day. Contacts outside the hours are skipped.",
    "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00", _TABLE,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class CampaignType:
    """A type of campaign: what ``campaignType`` says, its ``fields`` in the order in which people are asked for them.

    ``modes`` are its dialing modes, ``keys`` the order in which the documentation lists the keys of a request.
    """

    name: str
    modes: tuple[Mode, ...]
    fields: tuple[Field, ...]
    keys: tuple[str, ...]

    def of_step(self, step: Section, mode: str, api: Api) -> Iterator[Field]:
        """The fields that ``step`` asks for in a campaign of ``mode`` under ``api``."""
        return (field for field in self.applying(mode, api) if field.step is step)

    def applying(self, mode: str, api: Api) -> Iterator[Field]:
        """The fields that a campaign of ``mode`` has under ``api``."""
        return (field for field in self.fields if field.applies(mode, api))


VOICE = CampaignType(
    VOICE_NAME,
    tuple(Mode),
    (
        NAME, DESCRIPTION, PRIORITY, MODE,
        LISTS, DNC,
        QUEUE, FLOW, CALLER_ID, ORDER,
        ATTEMPTS, RETRY, RING, SKIPS, AMD,
        ZONE, FREQUENCY, HOURS,
    ),
    (
        "name", "description", "contactLists", "dncLists", "priority", "dialingMode", "dialingStrategy", "schedule",
        "queue_name", "experienceFlowName", "enableMachineDetect", "maxSkips",
    ),
)  # fmt: skip
TYPES = {each.name: each for each in (VOICE,)}
"""The types of campaigns that this program makes."""
OTHER_TYPES = ("sms",)
"""Types that the documentation names besides."""
FIELDS = tuple(dict.fromkeys(field for each in TYPES.values() for field in each.fields))
"""All fields of all types."""


def for_path(path: str) -> Field | None:
    """The field that a JSON path lies in, or None; ``days[2].start`` lies in the calling hours."""
    for field in FIELDS:
        if field.holds(path):
            return field
    parents = [field for field in FIELDS if path and field.path.startswith(path + ".")]
    return parents[0] if parents else None
