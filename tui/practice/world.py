"""What exists in the practice account: made up from a seed, the same at every start, and only once it is asked for."""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from tui.campaign import fields
from tui.campaign.fields import Api, Mode
from tui.practice.account import EXISTING
from tui.practice.campaigns import Kept
from tui.practice.identity import id_of

USUAL_LISTS = 40
"""Contact lists, where nothing else is asked for; an account of the platform has 1,000 at most (documented)."""
FEWEST_LISTS = len(EXISTING.contact_lists)
MOST_LISTS = 100_000
USUAL_CAMPAIGNS = 25
SEED = 1
READY, VALIDATED, VALIDATING, INVALID, CORRUPTED = "Ready", "Validated", "Validating", "Invalid", "Corrupted"
ACTIVE = "Active"
"""The status of a campaign that is running."""
_CALLABLE = {READY, VALIDATED}
_EMPTY = "empty"
_KINDS = (
    *(READY,) * 10, *(VALIDATED,) * 4, *(VALIDATING,) * 2, *(INVALID,) * 2, CORRUPTED, _EMPTY,
)  # fmt: skip
"""Every twenty lists are these, in some order."""
_OF_THE_FIRST = ((1240, READY, True), (310, VALIDATED, False), (58, READY, False))
"""People, status and own time zones of the lists that are always there."""
_SOURCES = "localDrive", "passiveApiIntegration"
_ABOUT = (
    "Renewals", "Trial users", "Overdue invoices", "Webinar guests", "Former customers", "New customers",
    "Upgrade candidates", "Appointments", "Warranty ends", "Open baskets", "Survey pilot", "Loyalty members",
    "Service visits", "Test drives", "Refunds", "Price change",
)  # fmt: skip
_WHERE = (
    "North", "South", "East", "West", "Berlin", "Madrid", "Chicago", "Austin", "Leeds", "Pune", "Osaka", "Lyon",
)  # fmt: skip
_WHEN = tuple(
    f"{month} {year}"
    for year in (2025, 2026)
    for month in ("January", "March", "April", "May", "June", "August", "September", "October", "November")
)
_MORE_QUEUES = (
    "Billing", "Renewals EMEA", "Renewals Americas", "Technical support", "Spanish agents", "Night desk",
)  # fmt: skip
_MORE_FLOWS = (
    "Payment reminder", "Appointment reminder", "Delivery notice", "Feedback after a visit", "Outage notice",
)  # fmt: skip
_MORE_DNC_LISTS = ("DNC Spain",)
_PURPOSES = (
    "Payment reminder", "Satisfaction survey", "Welcome calls", "Win-back calls", "Event invitation", "Upgrade offer",
    "Callback backlog",
)  # fmt: skip
_STATUSES = (
    READY, ACTIVE, "Completed", "Stopped", READY, "Paused", "Completed", "Scheduled", ACTIVE, "Completed", READY,
    "Stopped", ACTIVE,
)  # fmt: skip
_CALLER_IDS = "+14155550100", "+12125550117", "+442079460018", "+493023125042", "+34910600555", "sip:2001"
_OFTEN_CALLED = 10
"""Lists that campaigns name which are not running."""
_NIGHT = timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class PracticeSetup:
    """What is asked of the practice account: how many lists and campaigns, and which of all that could be.

    Without ``has_configuration`` its clients lack the scope Configuration, by which queues are read.

    Raises:
        ValueError: no practice account has so many lists; the message says how many it may have.
    """

    lists: int = USUAL_LISTS
    campaigns: int = USUAL_CAMPAIGNS
    seed: int = SEED
    has_configuration: bool = True

    def __post_init__(self) -> None:
        """Refuse what can't be made."""
        if not FEWEST_LISTS <= self.lists <= MOST_LISTS:
            raise ValueError(
                f"practice has {FEWEST_LISTS} to {MOST_LISTS:,} contact lists, not {self.lists:,}"
            )


@dataclass(frozen=True, slots=True)
class PracticeList:
    """A contact list of the practice account."""

    name: str
    people: int
    status: str
    source: str
    own_time_zones: bool
    changed: datetime

    @property
    def is_callable(self) -> bool:
        """Whether a campaign could call its people."""
        return self.status in _CALLABLE and self.people > 0


_HELD_IN = {
    fields.LISTS.key: "list_names",
    fields.QUEUE.key: "queues",
    fields.FLOW.key: "flows",
    fields.DNC.key: "dnc_lists",
}
"""Where a world holds the names for a campaign field, which may not be made yet."""


class World:
    """Everything that exists in the practice account when it begins. Nothing is made before it is asked for.

    Its lists and campaigns were made before ``now``.
    """

    queues = (*EXISTING.queues, *_MORE_QUEUES)
    flows = (*EXISTING.flows, *_MORE_FLOWS)
    dnc_lists = (*EXISTING.dnc_lists, *_MORE_DNC_LISTS)

    def __init__(self, setup: PracticeSetup, now: datetime | None = None) -> None:
        self.setup = setup
        self._now = now or datetime.now(UTC)

    @cached_property
    def lists(self) -> tuple[PracticeList, ...]:
        """Every contact list; those that are there at every seed come first."""
        return tuple(self._lists())

    @cached_property
    def list_names(self) -> Collection[str]:
        """The names of all contact lists, in their order, quick to look one up."""
        return dict.fromkeys(each.name for each in self.lists)

    @cached_property
    def campaigns(self) -> tuple[Kept, ...]:
        """The campaigns that were made before this run, the newest first."""
        return tuple(self._campaigns())

    @cached_property
    def in_use_by(self) -> Mapping[str, tuple[Kept, ...]]:
        """The campaigns that name a contact list, by its name."""
        found: dict[str, tuple[Kept, ...]] = {}
        for campaign in self.campaigns:
            for name in campaign.sent["contactLists"]:
                found[name] = (*found.get(name, ()), campaign)
        return found

    def names(self, key: str) -> Collection[str]:
        """All names that exist for the campaign field ``key``, in their order; none for a field that names nothing."""
        return getattr(self, _HELD_IN[key]) if key in _HELD_IN else ()

    def _lists(self) -> Iterator[PracticeList]:
        pick = random.Random(f"lists {self.setup.seed}")  # noqa: S311  no secret
        fixed = dict(zip(EXISTING.contact_lists, _OF_THE_FIRST, strict=True))
        for at, (name, (people, status, zones)) in enumerate(fixed.items()):
            yield PracticeList(name, people, status, _SOURCES[1], zones, self._now - timedelta(days=3 + at))
        kinds: list[str] = []
        for name in _list_names(pick, self.setup.lists - len(fixed)):
            if not kinds:
                kinds = pick.sample(_KINDS, len(_KINDS))
            kind = kinds.pop()
            people = 0 if kind == _EMPTY else int(pick.lognormvariate(6.5, 1.2)) + 1
            status = READY if kind == _EMPTY else kind
            changed = self._now - timedelta(minutes=pick.randrange(90, 500_000))
            yield PracticeList(name, people, status, pick.choice(_SOURCES), pick.random() < 0.3, changed)

    def _campaigns(self) -> Iterator[Kept]:
        pick = random.Random(f"campaigns {self.setup.seed}")  # noqa: S311  no secret
        usable = [each.name for each in self.lists if each.is_callable]
        often, seldom = usable[:_OFTEN_CALLED], usable[_OFTEN_CALLED:]
        names = pick.sample(
            [f"{what} {where}" for what in _PURPOSES for where in _WHERE], self.setup.campaigns
        )
        created, modes = self._now - _NIGHT, list(Mode)
        for at, name in enumerate(names):
            status = _STATUSES[at % len(_STATUSES)]
            if status == ACTIVE:  # no two that run share a list (documented)
                lists, seldom = seldom[:1], seldom[1:]
            else:
                lists = pick.sample(often, 1 + at % 2)
            if lists:
                mode = modes[at % len(modes)]
                sent = _sent(name, mode, lists, at // len(modes), pick)
                yield Kept(id_of("cd", name), Api.V2, sent, created, 0.0, status)
            created -= timedelta(hours=pick.randrange(5, 60))


def _list_names(pick: random.Random, count: int) -> Iterator[str]:
    """``count`` names, each once; where the words do not do, they are numbered."""
    total = len(_ABOUT) * len(_WHERE) * len(_WHEN)
    for at in range(0, count, total):
        for number in pick.sample(range(total), min(total, count - at)):
            rest, when = divmod(number, len(_WHEN))
            about, where = divmod(rest, len(_WHERE))
            again = f" ({at // total + 1})" if at else ""
            yield f"{_ABOUT[about]} {_WHERE[where]} {_WHEN[when]}{again}"


def _sent(name: str, mode: Mode, lists: list[str], at: int, pick: random.Random) -> dict[str, Any]:
    """The body that made campaign ``at`` of a mode; no rule of this platform is broken by it.

    Flows, queues and do-not-call lists take turns: every one is seen in a campaign.
    """
    days = [{"day": day, "start": "9:00 AM", "end": "6:00 PM"} for day in ("MO", "TU", "WE", "TH", "FR")]
    talks = (
        {"experienceFlowName": World.flows[at % len(World.flows)], "enableMachineDetect": "no"}
        if mode is Mode.AGENTLESS
        else {"queue_name": World.queues[at % len(World.queues)]}
    )
    zone = pick.choice(("America/New_York", "Europe/Madrid", "Asia/Kolkata"))
    return {
        "name": name,
        "description": f"{name}: for practice.",
        "contactLists": list(lists),
        "dncLists": {"name": World.dnc_lists[at % len(World.dnc_lists)]},
        "priority": pick.choice("12345"),
        "dialingMode": mode.value,
        "dialingStrategy": {
            "callerId": {"phoneNumber": pick.choice(_CALLER_IDS)},
            "callingHours": {"frequency": "WEEKLY", "timezone": zone, "days": days},
            "dialingOrder": pick.choice(("FIFO", "LIFO")),
            "maxAttemptsPerRecord": pick.randrange(1, 6),
            "defaultRetryPeriod": pick.choice((10, 30, 60, 240)),
            "maxRingTime": pick.choice((20, 30, 45)),
        },
        "schedule": {"isSchedulingEnabled": False},
        **talks,
        **({"maxSkips": 3} if mode is Mode.PREVIEW else {}),
        "campaignType": "voice",
    }
